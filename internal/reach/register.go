package reach

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// missFillers are methods by which caches of other modules call a function for what
// they do not have yet (G3).
var missFillers = map[string]bool{"LoadOrCompute": true, "LoadOrTryCompute": true, "GetOrCompute": true, "ComputeIfAbsent": true,
	"GetOrCreate": true, "GetOrLoad": true, "GetOrSet": true, "GetOrSetFunc": true, "GetOrAdd": true, "GetOrInsert": true,
	"GetOrFetch": true, "GetOrInit": true}

// fillsOnMiss reports whether a call gives a function to a cache that outlives the
// invocation, to be called on a miss.
func (e *evaluator) fillsOnMiss(s *site, recv []value) bool {
	return s.c.inv && s.n.Call.Recv && len(recv) > 0 && missFillers[lastName(s.n.Call.Name)] && e.kept(recv[0])
}

// takesFrom reports whether a function takes something, other than options, that the
// module whose method is called makes up, as bots do for each message.
func takesFrom(fn *summary.Func, call *summary.Call) bool {
	pkg := call.Pkg
	if !call.Recv || !strings.Contains(pkg, ".") {
		return false
	}
	for i, p := range fn.Params {
		typ := strings.TrimPrefix(p.Type, "*")
		ofItself := strings.HasPrefix(call.Name, "("+p.Type+").") // db.Transaction(func(*DB) error)
		if fn.Recv && i == 0 || ofItself || moduleOf(typ) != moduleOf(pkg+".") {
			continue
		}
		if !slices.ContainsFunc([]string{"Option", "Options", "Opts", "Config", "Settings", "Params", "Builder"}, func(end string) bool { return strings.HasSuffix(typ, end) }) {
			return true
		}
	}
	return false
}

// moduleOf is the beginning of a type's import path that names its module, as far
// as one can see.
func moduleOf(typ string) string {
	path := strings.SplitN(typ[:max(strings.LastIndexByte(typ, '.'), 0)], "/", 4)
	return strings.Join(path[:min(len(path), 3)], "/")
}
