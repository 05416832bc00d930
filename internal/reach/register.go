package reach

import (
	"regexp"
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
	if !call.Recv || !strings.Contains(call.Pkg, ".") {
		return false
	}
	params := fn.Params
	if fn.Recv {
		params = params[1:]
	}
	return slices.ContainsFunc(params, func(p summary.Param) bool {
		if strings.HasPrefix(call.Name, "("+p.Type+").") { // db.Transaction(func(*DB) error)
			return false
		}
		typ := strings.TrimPrefix(p.Type, "*")
		return moduleOf(typ) == moduleOf(call.Pkg+".") && !optionType.MatchString(typ)
	})
}

var optionType = regexp.MustCompile(`(Options?|Opts|Config|Settings|Params|Builder)$`)

// moduleOf is the beginning of a type's import path that names its module, as far
// as one can see.
func moduleOf(typ string) string {
	path := strings.SplitN(typ[:max(strings.LastIndexByte(typ, '.'), 0)], "/", 4)
	return strings.Join(path[:min(len(path), 3)], "/")
}
