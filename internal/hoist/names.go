package hoist

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names are the identifiers that a package variable must not have.
type names struct {
	taken map[string]bool
}

// newNames takes the names of the package, of all imports of its files and
// of Go itself, and those that fixes may import.
func newNames(p *Package) *names {
	n := &names{taken: map[string]bool{"context": true, "sync": true, "init": true, "main": true, "_": true}}
	for _, name := range p.Taken {
		n.taken[name] = true
	}
	n.add(p.Pkg.Scope())
	n.add(types.Universe)
	for _, f := range p.Files {
		if scope := p.Info.Scopes[f]; scope != nil {
			n.add(scope)
		}
	}
	return n
}

func (n *names) add(scope *types.Scope) {
	for _, name := range scope.Names() {
		n.taken[name] = true
	}
}

// name chooses the names of what moves.
func (d *decl) name() {
	for _, u := range d.moved {
		if u.inline || d.mode == Lazy && len(u.sites) > 0 {
			u.name = d.pick(d.baseName(u), nil)
		}
		if d.mode == Lazy {
			continue
		}
		for _, v := range u.vars {
			if v != nil && d.shared[v] {
				d.setName(v, d.pick(packageName(v), v))
			}
		}
	}
	d.nameLocals()
}

// packageName returns what to call v at package scope: its own name if that
// says enough.
func packageName(v *types.Var) string {
	if len(v.Name()) < 2 {
		return typeName(v.Type())
	}
	return lowerFirst(v.Name())
}

func (d *decl) setName(v types.Object, name string) {
	if name != v.Name() {
		d.rename[v] = name
	}
}

// nameLocals names the variables that are local to func init.
func (d *decl) nameLocals() {
	used := make(map[string]bool)
	for _, u := range d.moved {
		if u.err != nil {
			used[u.err.Name()] = true
		}
	}
	for _, u := range d.moved {
		for _, v := range u.vars {
			if v == nil || d.shared[v] {
				continue
			}
			name := v.Name()
			for i := 2; used[name] || d.names.taken[name]; i++ {
				name = fmt.Sprint(v.Name(), i)
			}
			used[name] = true
			d.setName(v, name)
		}
	}
}

// pick returns a free name for a package variable that takes the place of v
// (nil for none): base itself, base behind the function's name, or numbered.
func (d *decl) pick(base string, v *types.Var) string {
	fn := lowerFirst(d.declName()) + upperFirst(base)
	if strings.HasSuffix(strings.ToLower(d.declName()), strings.ToLower(base)) {
		fn = "shared" + upperFirst(base)
	}
	for i := 0; ; i++ {
		name := base
		switch {
		case i == 1:
			name = fn
		case i > 1:
			name = fmt.Sprint(fn, i)
		}
		if !d.names.taken[name] && !token.IsKeyword(name) && !d.hidden(name, v) {
			d.names.taken[name] = true
			return name
		}
	}
}

// hidden reports whether a local declaration other than that of v would hide
// a package variable of this name in the declaration.
func (d *decl) hidden(name string, v *types.Var) bool {
	for obj := range d.refs {
		if obj.Name() == name && (v == nil || obj != v) && !d.apart(obj, v) {
			return true
		}
	}
	return false
}

// apart reports whether no reference of v lies in the scope of obj.
func (d *decl) apart(obj types.Object, v *types.Var) bool {
	if v == nil || obj.Parent() == nil {
		return false
	}
	for _, id := range d.refs[v] {
		if obj.Parent().Contains(id.Pos()) {
			return false
		}
	}
	return true
}

// declName returns the name of the function or variable that is declared.
func (d *decl) declName() string {
	switch n := d.node.(type) {
	case *ast.FuncDecl:
		return n.Name.Name
	case *ast.GenDecl:
		if spec, ok := n.Specs[0].(*ast.ValueSpec); ok && spec.Names[0].Name != "_" {
			return spec.Names[0].Name
		}
	}
	return "handler"
}

// baseName returns what to call the variable for an expression, or the once
// function for a definition.
func (d *decl) baseName(u *unit) string {
	base := ""
	for _, v := range u.vars {
		if v != nil {
			base = lowerFirst(v.Name())
			break
		}
	}
	if len(base) < 2 {
		base = typeName(firstType(d.Info.TypeOf(u.exprs[0])))
	}
	if d.mode == Lazy {
		base += "Once"
	}
	return base
}

func firstType(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.At(0).Type()
	}
	return t
}

// vague are type names that say nothing without their package.
var vague = map[string]bool{"Client": true, "Config": true, "Service": true, "Options": true, "Conn": true, "Pool": true, "Session": false}

// typeName makes a variable's name from the name of its type: *sql.DB → db,
// *dynamodb.Client → dynamodbClient, *s3.S3 → s3Client.
func typeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok {
		return "built"
	}
	name, pkg := named.Obj().Name(), named.Obj().Pkg()
	switch {
	case pkg == nil:
		return lowerFirst(name)
	case strings.EqualFold(name, pkg.Name()) && strings.Contains(pkg.Path(), "/service/"):
		return lowerFirst(pkg.Name()) + "Client"
	case vague[name]:
		return lowerFirst(pkg.Name()) + name
	}
	return lowerFirst(name)
}

// lowerFirst makes a name unexported: DB → db, HTTPClient → httpClient.
func lowerFirst(s string) string {
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 0:
		r, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[size:]
	case n > 1 && n < len(s):
		n--
	}
	return strings.ToLower(s[:n]) + s[n:]
}

// initials are written in capitals.
var initials = []string{"db", "http", "sql", "aws", "sns", "sqs", "ssm", "url", "id"}

// upperFirst makes a name fit to follow another: db → DB, httpClient → HTTPClient.
func upperFirst(s string) string {
	for _, word := range initials {
		if rest, ok := strings.CutPrefix(s, word); ok && (rest == "" || rest[0] >= 'A' && rest[0] <= 'Z') {
			return strings.ToUpper(word) + rest
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
