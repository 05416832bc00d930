package summary

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// inMemory reports whether a database is opened that lives in memory only: its
// tables are one invocation's own, and made anew on purpose.
func inMemory(args []ssa.Value) bool {
	for i, arg := range args {
		if isMemory(arg, 0) {
			return true
		}
		// DuckDB's database without a file.
		if text(arg) == "duckdb" && i+1 < len(args) && text(args[i+1]) == "" && isText(args[i+1]) {
			return true
		}
	}
	return false
}

// maxDialects bounds how far a data source is looked for: gorm.Open(sqlite.Open(dsn)).
const maxDialects = 2

func isMemory(v ssa.Value, depth int) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return isMemory(v.X, depth)
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if depth < maxDialects && isMemory(arg, depth+1) {
				return true
			}
		}
	}
	return strings.Contains(text(v), ":memory:") || strings.Contains(text(v), "mode=memory")
}

// text is the string that v is a constant of, or "".
func text(v ssa.Value) string {
	if !isText(v) {
		return ""
	}
	return constant.StringVal(v.(*ssa.Const).Value)
}

func isText(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.String
}
