package load

import "testing"

// What the go command downloaded before it gave up is no part of the error, and
// each error that a cold cache brings says what to do (D4).
func TestGoError(t *testing.T) {
	const downloads = "go: downloading example.com/a v1.0.0\ngo: downloading example.com/b v1.2.0\n"
	for _, test := range []struct{ name, stderr, want string }{
		{"checksum", downloads + "verifying example.com/b@v1.2.0: checksum mismatch\n\tdownloaded: h1:x=\n\tgo.sum:     h1:y=\n\nSECURITY ERROR\nThis download does NOT match.\n",
			"verifying example.com/b@v1.2.0: checksum mismatch downloaded: h1:x= go.sum:     h1:y=; see `go help module-auth`; if the new contents are right, remove the module's lines from go.sum and run `go mod download`"},
		{"refused", downloads + "go: example.com/b@v1.2.0: reading https://proxy.example/b/@v/v1.2.0.mod: 403 Forbidden\n\tserver response: no such module.\n",
			"example.com/b@v1.2.0: reading https://proxy.example/b/@v/v1.2.0.mod: 403 Forbidden server response: no such module; check GOPROXY, GOPRIVATE and the network, then run `go mod download`"},
		{"offline", "go: example.com/b@v1.2.0: module lookup disabled by GOPROXY=off\n",
			"example.com/b@v1.2.0: module lookup disabled by GOPROXY=off; run `go mod download` where modules can be downloaded"},
		{"vendored", "go: inconsistent vendoring in /m:\n\texample.com/a@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n",
			"inconsistent vendoring in /m: example.com/a@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt; run `go mod vendor`"},
		{"its own remedy", "go: updates to go.mod needed; to update it:\n\tgo mod tidy\n", "updates to go.mod needed; run `go mod tidy`"},
		{"nothing to add", "go: go.mod requires go >= 1.99 (running go 1.26)\n", "go.mod requires go >= 1.99 (running go 1.26)"},
	} {
		if got := goError(test.stderr).Error(); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// In an error about a package that is not there that package is named.
func TestListErrorNamesPackage(t *testing.T) {
	l := &loader{Config: Config{Dir: "/m"}}
	l.noteListError(&node{listed: &listed{Error: &listError{Pos: "a.go:3:8", Err: "module lookup disabled by GOPROXY=off"}}, path: "example.com/b/c"})
	const want = "/m/a.go:3:8: example.com/b/c: module lookup disabled by GOPROXY=off; run `go mod download` where modules can be downloaded"
	if got := l.errs.list[0].Error(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
