// Package recipes tests what docs/recipes holds and what the release is made
// of, as users meet it: lambdainit comes from a module proxy and from a tagged
// repository, which are made of this checkout.
//
// It is a module apart because of the tools that it needs. The tests of
// pre-commit, lefthook and jq are skipped where those are not installed, unless
// LAMBDAINIT_CI is set.
package recipes
