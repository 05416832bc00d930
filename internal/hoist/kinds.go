package hoist

import (
	"go/types"
	"strings"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// isConnection reports whether the type is a single connection or
// transaction of a database, which concurrent invocations cannot share.
func isConnection(t types.Type) bool {
	named := namedOf(t)
	if named == nil || named.Obj().Pkg() == nil {
		return false
	}
	path := named.Obj().Pkg().Path()
	switch named.Obj().Name() {
	case "Tx":
		return true
	case "Conn":
		for _, word := range []string{"pgx", "pgconn", "pq", "redigo", "redis", "mysql", "sql", "kafka", "memcache", "ldap"} {
			if strings.Contains(path, word) {
				return true
			}
		}
	}
	return false
}

// namedOf returns the named type that t is or points to, or nil.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, _ := t.(*types.Named)
	return named
}

// collectors are types that gather what is added to them: routes, metrics,
// templates. Adding to a shared one on each invocation is an error or a leak.
// The methods are those that do not add.
var collectors = map[string][]string{
	"net/http.ServeMux":      {"ServeHTTP", "Handler"},
	"text/template.Template": {"Execute", "ExecuteTemplate", "Lookup", "Name", "DefinedTemplates"},
	"html/template.Template": {"Execute", "ExecuteTemplate", "Lookup", "Name", "DefinedTemplates"},
	"gin.Engine":             {"ServeHTTP"},
	"echo.Echo":              {"ServeHTTP"},
	"chi.Mux":                {"ServeHTTP"},
	"chi.Router":             {"ServeHTTP"},
	"mux.Router":             {"ServeHTTP"},
	"httprouter.Router":      {"ServeHTTP"},
	"negroni.Negroni":        {"ServeHTTP"},
	"fiber.App":              {"Test", "Handler"},
	"iris.Application":       {"ServeHTTP"},
	"prometheus.Registry":    {"Gather"},
}

// collects returns the methods of a collector's type that add nothing, and
// whether t is one.
func collects(t types.Type) ([]string, bool) {
	named := namedOf(t)
	if named == nil || named.Obj().Pkg() == nil {
		return nil, false
	}
	name := "." + named.Obj().Name()
	if methods, ok := collectors[named.Obj().Pkg().Path()+name]; ok {
		return methods, true
	}
	methods, ok := collectors[named.Obj().Pkg().Name()+name]
	return methods, ok
}

// isSetter reports whether a method of this name, called as a statement,
// changes its receiver.
func isSetter(name string) bool {
	return foreign.HasWord(name, []string{
		"Set", "With", "Apply", "Add", "Push", "Append", "Use", "Register", "MustRegister", "Clear", "Reset", "Remove",
		"Enable", "Disable", "On", "Write", "Handle", "Swap", "Merge",
		"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "Any", "Static", "Mount", "Route", "Funcs", "Parse",
	})
}
