package reach

import "testing"

// R1: encoders call no functions, servers that speak JSON do.
func TestEncodes(t *testing.T) {
	for pkg, want := range map[string]bool{
		"encoding/json": true, "encoding/xml": true, "gopkg.in/yaml.v3": true, "github.com/json-iterator/go": true,
		"net/rpc/jsonrpc": false, "github.com/filecoin-project/go-jsonrpc": false, "github.com/gorilla/rpc/v2/json": false, "encoding": false,
	} {
		if got := encodes(pkg); got != want {
			t.Errorf("encodes(%q) = %v, want %v", pkg, got, want)
		}
	}
}
