# go vet keeps findings and facts in the build cache. Any program that speaks
# the GOCACHEPROG protocol shares them between machines.
export GOCACHEPROG=your-cache-program
go vet -vettool="$(command -v lambdainit)" ./...
