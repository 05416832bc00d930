package hoist

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/foreign"
)

// callMoves checks a call that is evaluated with u.
func (d *decl) callMoves(u *unit, call *ast.CallExpr) *refusal {
	if tv := d.Info.Types[call.Fun]; tv.IsType() || d.isRequestContext(call) {
		return nil
	} else if tv.IsBuiltin() {
		return builtinMoves(call)
	}
	fn := d.callee(call)
	if d.siteAt(call) != nil {
		return d.siteMoves(u, fn, call)
	}
	switch {
	case fn == nil:
		return &refusal{"it calls a function value", call.Pos()}
	case d.own(fn.Pkg()):
		if fn.Signature().Recv() != nil {
			return &refusal{"it calls method " + fn.Name(), call.Pos()}
		}
		return d.bodyMoves(u, fn, call.Pos(), true)
	case d.ownModule(fn.Pkg()):
		return d.otherPackage(call, Repeatable)
	case foreign.OneUse(fn):
		return &refusal{"what " + quoted(fn) + " gives is for one use", call.Pos()}
	case foreign.IsToken(fn):
		return &refusal{"the token of " + quoted(fn) + " expires", call.Pos()}
	case !d.repeatable(fn):
		return &refusal{"it calls " + quoted(fn) + ", which may do something else each time", call.Pos()}
	}
	return nil
}

// siteMoves checks the reported call itself.
func (d *decl) siteMoves(u *unit, fn *types.Func, call *ast.CallExpr) *refusal {
	switch {
	case fn == nil:
		return &refusal{"it calls a function value", call.Pos()}
	case isConnection(firstType(d.Info.TypeOf(call))):
		return &refusal{"a single connection must not be shared by concurrent invocations", call.Pos()}
	case d.Exclusive != nil && d.Exclusive(fn):
		return &refusal{"what " + quoted(fn) + " builds must not be shared by concurrent invocations", call.Pos()}
	case d.own(fn.Pkg()) && fn.Signature().Recv() != nil:
		return &refusal{"it calls method " + fn.Name(), call.Pos()}
	case d.own(fn.Pkg()):
		return d.bodyMoves(u, fn, call.Pos(), false)
	case d.ownModule(fn.Pkg()):
		return d.otherPackage(call, d.mode.enough())
	}
	return nil
}

func builtinMoves(call *ast.CallExpr) *refusal {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if ok && slices.Contains([]string{"copy", "delete", "clear", "close", "recover", "print", "println"}, id.Name) {
		return &refusal{"it calls " + id.Name, call.Pos()}
	}
	return nil
}

// repeatable reports whether a function of the standard library or of another
// module gives the same value for the same arguments and has no effect. For
// other modules the name decides: option, builder and value functions have
// names that say so, and there is no better sign without their source.
func (pl *planner) repeatable(fn *types.Func) bool {
	if fn.Pkg() == nil { // error.Error
		return true
	}
	if pl.isStd(fn.Pkg()) {
		return stdRepeatable(fn)
	}
	if foreign.Unique(fn.Pkg().Path()) || foreign.IsToken(fn) {
		return false
	}
	if environment[fn.FullName()] || isDialector(fn) {
		return true
	}
	prefixes := valueFuncs
	if fn.Signature().Recv() != nil {
		prefixes = valueMethods
	}
	return foreign.HasWord(fn.Name(), prefixes)
}

// isDialector reports whether a function names a database for gorm, as
// postgres.Open does: only gorm.Open opens it.
func isDialector(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() == 1 && types.TypeString(types.Unalias(results.At(0).Type()), nil) == "gorm.io/gorm.Dialector"
}

// environment are functions that fill a value from the environment.
var environment = map[string]bool{
	"github.com/kelseyhightower/envconfig.Process":     true,
	"github.com/kelseyhightower/envconfig.MustProcess": true,
	"github.com/sethvargo/go-envconfig.Process":        true,
	"github.com/sethvargo/go-envconfig.MustProcess":    true,
	"github.com/codingconcepts/env.Set":                true,
	"github.com/vrischmann/envconfig.Init":             true,
}

// stdPackages are the packages whose functions and methods depend on nothing
// but their arguments. Those with a list have only these.
var stdPackages = map[string][]string{
	"bytes": nil, "cmp": nil, "encoding/base64": nil, "encoding/hex": nil, "errors": nil,
	"math": nil, "net/url": nil, "path": nil, "path/filepath": nil, "regexp": nil,
	"strconv": nil, "strings": nil, "unicode": nil, "unicode/utf8": nil,
	"fmt":           {"Sprint", "Sprintf", "Sprintln", "Errorf"},
	"os":            {"Getenv", "LookupEnv", "ExpandEnv", "Expand", "Hostname"},
	"time":          {"ParseDuration", "Seconds", "Milliseconds", "Minutes", "Hours", "String", "LoadLocation", "FixedZone"},
	"net":           {"JoinHostPort", "ParseIP", "ParseCIDR"},
	"html/template": {"New", "Must", "Parse", "Funcs", "Option", "Delims"},
	"text/template": {"New", "Must", "Parse", "Funcs", "Option", "Delims"},
	"context":       {"Background", "TODO"},
	"log":           {"New", "Default"},
	"log/slog":      {"New", "NewJSONHandler", "NewTextHandler", "Default", "String", "Int", "Any", "With"},
	"crypto/tls":    {"X509KeyPair"},
	"crypto/x509":   {"NewCertPool", "AppendCertsFromPEM"},
	"net/http":      {"ProxyFromEnvironment", "ProxyURL", "NewServeMux", "Clone"},
	"slices":        {"Clone", "Concat", "Contains", "Index"},
	"maps":          {"Clone"},
	"crypto/sha256": {"Sum256"},
}

func stdRepeatable(fn *types.Func) bool {
	names, ok := stdPackages[fn.Pkg().Path()]
	return ok && (names == nil || slices.Contains(names, fn.Name()))
}

// valueFuncs are the first words of functions that make values or options.
var valueFuncs = []string{
	"New", "With", "Must", "Parse", "Default", "Static", "Config", "Options", "Option", "Opt", "Client",
	"String", "Bool", "Int", "Int32", "Int64", "Uint", "Float", "Float64", "Duration", "Time", "Byte",
	"Ptr", "Pointer", "To", "Of", "Value", "LogLevel", "Endpoint", "Region", "Retry", "Disable", "Enable", "Use", "Set",
	"Add", "Named", "Basic", "API", "Server", "Base", "Combine", "Chain", "Level", "Field", "Compile", "D", "M", "E", "A",
}

// valueMethods are the first words of methods that configure a value or name
// a part of it.
var valueMethods = []string{
	"With", "Set", "Apply", "Add", "Copy", "Clone", "String", "Build", "Table", "Database", "Collection",
	"Bucket", "Topic", "Queue", "Subscription", "Enable", "Disable", "Use", "Merge", "Region", "URI",
	"ConnString", "FormatDSN", "Options",
}

// isFatal reports whether the function ends the program.
func isFatal(fn *types.Func) bool {
	if fn.Pkg() != nil && fn.Pkg().Path() == "os" {
		return fn.Name() == "Exit"
	}
	return strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
}

// instruments are the functions that add middleware to a configuration in
// place, as package path suffix and name.
var instruments = []string{
	"instrumentation/awsv2.AWSV2Instrumentor",
	"otelaws.AppendMiddlewares",
	"aws-sdk-go-v2/aws.AppendMiddleware",
	"aws/v2.AppendMiddleware",
	"aws-xray-sdk-go/xray.AWS",
	"aws-xray-sdk-go/xray.AWSSession",
	"aws-xray-sdk-go/v2/xray.AWS",
	"nrawssdk-v2.AppendMiddlewares",
	"nrawssdk-v2.InstrumentHandlers",
	"lumigotracer.TraceAWSV2",
}

// instrument returns the full name of the function if the call, a statement,
// adds middleware to its argument, else "".
func (pl *planner) instrument(call *ast.CallExpr) string {
	fn := pl.callee(call)
	if fn == nil {
		return ""
	}
	for _, suffix := range instruments {
		if strings.HasSuffix(fn.FullName(), suffix) {
			return fn.FullName()
		}
	}
	return ""
}

// isInstrument reports whether id is an argument of such a call.
func (pl *planner) isInstrument(id *ast.Ident) bool {
	e := pl.reference(id)
	if u, ok := pl.up(e).(*ast.UnaryExpr); ok {
		e = u
	}
	call, ok := pl.up(e).(*ast.CallExpr)
	return ok && pl.instrument(call) != ""
}
