# One module per function: lambdainit goes through the modules by itself,
lambdainit || found=yes
# go vet has to be called in each.
for mod in */go.mod; do
  go -C "$(dirname "$mod")" vet -vettool="$(command -v lambdainit)" ./... || found=yes
done
[ -z "${found-}" ]
