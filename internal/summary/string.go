package summary

import (
	"fmt"
	"strings"
)

// String shows a package's condensed bodies, a function a paragraph.
func (p *Package) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s (%d functions, %d types)\n", p.Path, len(p.Funcs), len(p.Types))
	for _, f := range p.Funcs {
		b.WriteString(f.String())
	}
	return b.String()
}

// String shows a condensed body, a node a line.
func (f *Func) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", f.ID)
	for _, flag := range []struct {
		on   bool
		name string
	}{{f.Handler, " handler"}, {f.Starts, " starts"}, {f.Test, " test"}, {f.Generated, " generated"}} {
		if flag.on {
			b.WriteString(flag.name)
		}
	}
	b.WriteByte('\n')
	for i, n := range f.Nodes {
		fmt.Fprintf(&b, "  %d = %s\n", i, n.String())
	}
	for i, g := range f.Guards {
		fmt.Fprintf(&b, "  guard %d: %s line %d over %v inverted=%t shadowed=%t\n", i, g.What, g.Pos.L, g.Under, g.Inverted, g.Shadowed)
	}
	fmt.Fprintf(&b, "  return %v\n", f.Results)
	return b.String()
}

// String shows a node: its operation, symbol, operands and line.
func (n Node) String() string {
	s := n.Op.String()
	if n.S != "" {
		s += " " + n.S
	}
	if c := n.Call; c != nil {
		s += " " + [...]string{"static", "dynamic", "invoke"}[c.How] + " " + c.Name
	}
	if len(n.Guards) > 0 {
		s += fmt.Sprintf(" guards%v", n.Guards)
	}
	if n.Plain {
		s += " plain"
	}
	if n.Made != nil {
		s += " builds " + n.Made.Kind
	}
	return fmt.Sprintf("%s %v line %d", s, n.X, n.Pos.L)
}
