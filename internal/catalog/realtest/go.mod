module github.com/lambdainit/lambdainit/internal/catalog/realtest

go 1.26.0

require github.com/lambdainit/lambdainit v0.0.0

replace github.com/lambdainit/lambdainit => ../../..
