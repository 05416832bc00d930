package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// An Error says what could not be loaded, where, and what to do about it.
type Error struct {
	Package string // import path, or ""
	Pos     string // "file:line:col" with an absolute file name, or ""
	Message string // one line
	Remedy  string // what to do, or ""

	noModule  bool
	noPackage bool
}

// Error returns the error in one line.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Pos != "" {
		b.WriteString(e.Pos + ": ")
	} else if e.Package != "" {
		b.WriteString(e.Package + ": ")
	}
	b.WriteString(e.Message)
	if e.Remedy != "" {
		b.WriteString("; " + e.Remedy)
	}
	return b.String()
}

// NoModule reports whether err is that there is no go.mod.
func NoModule(err error) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.noModule
}

// NoPackage reports whether err is that the patterns match no own package.
func NoPackage(err error) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.noPackage
}

// asError makes an *Error of any error.
func asError(err error) error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	if errors.Is(err, context.Canceled) {
		return &Error{Message: "interrupted"}
	}
	return &Error{Message: err.Error()}
}

func noModule(dir string) error {
	return &Error{
		Message:  "no go.mod in " + dir + " or above it",
		Remedy:   "run lambdainit inside a module, or name one with -C",
		noModule: true,
	}
}

func nothingMatches(patterns []string, dir string) error {
	return &Error{
		Message: fmt.Sprintf("no packages of the main module match %s in %s", strings.Join(patterns, " "), dir),
		Remedy:  "name folders as ./dir or ./dir/..., packages by import path",

		noPackage: true,
	}
}

// tooOld says that this binary cannot read code for the Go version v. Plain go
// install would not help: it takes the Go that lambdainit's own module asks for.
func (l *loader) tooOld(v string) *Error {
	toolchain, _, _ := strings.Cut(cmp.Or(l.env.GOVERSION, v), " ")
	return &Error{
		Message: fmt.Sprintf("lambdainit was built with %s, the code needs %s", l.builtWith, v),
		Remedy: "rebuild it: GOTOOLCHAIN=" + toolchain + " go install github.com/lambdainit/lambdainit/cmd/lambdainit@latest" +
			" (go tool lambdainit does so by itself)",
	}
}

// unreadable says that the export data is of no use to this binary.
func (l *loader) unreadable(err error) error {
	if l.older(l.env.GOVERSION) {
		return l.tooOld(l.env.GOVERSION)
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return &Error{Message: first, Remedy: "use -load=source"}
}

// goError makes an Error of what the go command printed before it gave up: not
// of what it had downloaded by then, nor of what it explains at length.
func goError(stderr string) *Error {
	var b strings.Builder
	for line := range strings.Lines(stderr) {
		line = strings.TrimPrefix(line, "go: ")
		if !strings.HasPrefix(line, "downloading ") {
			b.WriteString(line)
		}
	}
	text, _, _ := strings.Cut(strings.TrimSpace(b.String()), "\n\n")
	message, remedy := splitRemedy(text)
	return &Error{Message: message, Remedy: remedy}
}

// splitRemedy splits the go command's "message; to add it:\n\tgo get x" in two
// and brings each to one line.
func splitRemedy(text string) (message, remedy string) {
	message, command, found := strings.Cut(text, ":\n\tgo ")
	if !found {
		message = oneLine(text)
		if remedy = remedyFor(message); remedy != "" {
			message = strings.TrimSuffix(message, ".")
		}
		return message, remedy
	}
	if i := strings.LastIndex(message, "; to "); i >= 0 {
		message = message[:i]
	}
	command, _, _ = strings.Cut(command, "\n")
	return oneLine(message), "run `go " + command + "`"
}

// remedies are what to do about errors of the go command that do not say it
// themselves, by a part of the error.
var remedies = []struct{ part, remedy string }{
	{"inconsistent vendoring", "run `go mod vendor`"},
	{"checksum mismatch", "see `go help module-auth`; if the new contents are right, remove the module's lines from go.sum and run `go mod download`"},
	{"disabled by GOPROXY=off", "run `go mod download` where modules can be downloaded"},
	{": reading http", "check GOPROXY, GOPRIVATE and the network, then run `go mod download`"},
	{": dial tcp", "check GOPROXY, GOPRIVATE and the network, then run `go mod download`"},
}

func remedyFor(message string) string {
	for _, r := range remedies {
		if strings.Contains(message, r.part) {
			return r.remedy
		}
	}
	return ""
}

func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
}

// noteListError records what go list says is wrong with n: with n itself if it
// is own, else as an error of the run, for a package that is not there.
func (l *loader) noteListError(n *node) {
	if n.Error == nil || n.buildFailed() {
		return
	}
	pos := l.absolutePos(n.Error.Pos)
	if n.own {
		n.addError(packages.Error{Pos: pos, Msg: n.listMessage(), Kind: packages.ListError})
		return
	}
	message, remedy := splitRemedy(n.listMessage())
	if !strings.ContainsAny(message, "/@") {
		message = n.path + ": " + message
	}
	l.errs.add(Error{Package: n.path, Pos: pos, Message: message, Remedy: remedy})
}

// listMessage is go list's error, with the import cycle where it is one.
func (n *node) listMessage() string {
	message := n.Error.Err
	if strings.Contains(message, "import cycle") && len(n.Error.ImportStack) > 0 {
		message += ": " + strings.Join(n.Error.ImportStack, " imports ")
	}
	return message
}

// absolutePos makes the file name in go list's "file:line:col" absolute.
func (l *loader) absolutePos(pos string) string {
	if pos == "" || filepath.IsAbs(pos) {
		return pos
	}
	return filepath.Join(l.Dir, pos)
}

func cgoError(p *listed) packages.Error {
	message := "cgo failed"
	if p != nil && p.Error != nil {
		message += ": " + oneLine(strings.TrimPrefix(p.Error.Err, "# "))
	}
	return packages.Error{
		Msg:  message + "; install the C compiler and headers that the package needs, or set CGO_ENABLED=0",
		Kind: packages.ListError,
	}
}

func fileError(name string, err error) packages.Error {
	return packages.Error{Pos: name + ":1:1", Msg: err.Error(), Kind: packages.ParseError}
}

func parseError(e *scanner.Error) packages.Error {
	return packages.Error{Pos: e.Pos.String(), Msg: e.Msg, Kind: packages.ParseError}
}

func isParseError(e packages.Error) bool { return e.Kind == packages.ParseError }

func internalError(message string) packages.Error {
	return packages.Error{Msg: "internal error: " + message, Kind: packages.UnknownError}
}

func (n *node) addError(err packages.Error) { n.errs = append(n.errs, err) }

// maxErrors is how many errors of one package are reported.
const maxErrors = 10

// reportErrors adds what is wrong with the own package n to the run's errors.
// Where it could not be put together, type errors would only be noise.
func (l *loader) reportErrors(n *node) {
	var all errorList
	for _, e := range n.errs {
		message, remedy := splitRemedy(e.Msg)
		all.add(Error{Package: n.path, Pos: cmp.Or(e.Pos, l.place(n.culprit())), Message: message, Remedy: remedy})
	}
	for _, e := range n.typing {
		if len(n.errs) == 0 && !l.explained(n, e) {
			all.add(Error{Package: n.path, Pos: l.place(e.Pos), Message: oneLine(e.Msg)})
		}
	}
	found := slices.CompactFunc(all.sorted(), n.sameMistake)
	if len(found) > 0 && found[0].Remedy == "" && n.broken() {
		found[0].Remedy = n.path + " is not analysed until this is fixed"
	}
	for _, e := range found[:min(len(found), maxErrors)] {
		l.errs.add(e)
	}
}

// culprit is where to look for what go list gives no place of: the import that
// closes a cycle, else the package clause.
func (n *node) culprit() token.Pos {
	if len(n.files) == 0 {
		return token.NoPos
	}
	if n.Error != nil && len(n.Error.ImportStack) > 1 {
		for _, spec := range n.files[0].Imports {
			if spec.Path.Value == strconv.Quote(n.Error.ImportStack[1]) {
				return spec.Path.Pos()
			}
		}
	}
	return n.files[0].Package
}

// sameMistake reports whether b only follows from a: one mistake makes the
// parser stumble several times.
func (n *node) sameMistake(a, b Error) bool {
	fileA, lineA, _ := splitPos(a.Pos)
	fileB, lineB, _ := splitPos(b.Pos)
	return a.Pos != "" && fileA == fileB && (lineA == lineB || slices.ContainsFunc(n.errs, isParseError))
}

// splitPos splits "file:line:col".
func splitPos(pos string) (file string, line, col int) {
	parts := strings.Split(pos, ":")
	if len(parts) < 3 {
		return pos, 0, 0
	}
	line, _ = strconv.Atoi(parts[len(parts)-2])
	col, _ = strconv.Atoi(parts[len(parts)-1])
	return strings.Join(parts[:len(parts)-2], ":"), line, col
}

// explained reports whether a type error only repeats another error: that of
// an import that go list could not find.
func (l *loader) explained(n *node, e types.Error) bool {
	rest, found := strings.CutPrefix(e.Msg, "could not import ")
	if !found {
		return false
	}
	path, _, _ := strings.Cut(rest, " ")
	dep := l.resolve(n, path)
	return dep != nil && (dep.Error != nil || dep.own)
}

// An errorList collects errors, each once.
type errorList struct {
	mu   sync.Mutex
	seen map[[2]string]bool
	list []Error
}

func (l *errorList) add(e Error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := [2]string{e.Pos, e.Message}
	if e.Pos == "" {
		key[0] = e.Package
	}
	if l.seen == nil {
		l.seen = make(map[[2]string]bool)
	}
	if !l.seen[key] {
		l.seen[key] = true
		l.list = append(l.list, e)
	}
}

// sorted returns the errors in order of place, those without one first.
func (l *errorList) sorted() []Error {
	slices.SortStableFunc(l.list, func(a, b Error) int {
		fileA, lineA, colA := splitPos(a.Pos)
		fileB, lineB, colB := splitPos(b.Pos)
		return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(lineA, lineB), cmp.Compare(colA, colB),
			cmp.Compare(a.Package, b.Package))
	})
	return l.list
}
