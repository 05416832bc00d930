package load

import (
	"fmt"
	"go/token"
	"go/types"
	"os"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
)

// exports reads export data. Packages share the map because each one's data
// mentions others; so reads exclude one another.
type exports struct {
	mu   sync.Mutex
	fset *token.FileSet
	pkgs map[string]*types.Package
}

func newExports(fset *token.FileSet) exports {
	return exports{fset: fset, pkgs: make(map[string]*types.Package)}
}

// read returns the types of a package that go list named export data for.
func (x *exports) read(n *node) (*types.Package, error) {
	if n.path == "unsafe" {
		return types.Unsafe, nil
	}
	f, err := os.Open(n.Export)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// NewReader is deprecated in favour of files that go list will name from
	// Go 1.28 on; it reads those too, and until then there is no other way.
	in, err := gcexportdata.NewReader(f) //nolint:staticcheck // see above
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %w", n.path, err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return gcexportdata.Read(in, x.fset, x.pkgs, n.path)
}
