# Once: lambdainit becomes a tool of your module, built with your Go.
go get -tool github.com/lambdainit/lambdainit/cmd/lambdainit@latest
