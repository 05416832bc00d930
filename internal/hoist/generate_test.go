package hoist

import (
	"fmt"
	"math/rand"
	"strings"
)

// A generator writes a random handler out of statement shapes.
type generator struct {
	*rand.Rand
	b       strings.Builder
	n       int
	configs []string // in scope, fit to build from
	clients []string
	dbs     []string
	texts   []string
	err     bool // err is declared in the scope
}

// generate returns the source of a package with a Handle function.
func generate(seed int64, name string) string {
	g := &generator{Rand: rand.New(rand.NewSource(seed))}
	g.p("package %s\n\nimport (\n\"context\"\n\"errors\"\n\"fmt\"\n\"os\"\n\"strconv\"\n\"strings\"\n\n\"example.com/rt\"\n)\n", name)
	g.p("var _ = []any{errors.New, fmt.Sprint, os.Getenv, strconv.Itoa, strings.ToUpper, rt.New, context.Background}\n")
	if g.Intn(3) == 0 {
		g.p("var client, db, cfg1 = 1, 2, 3\n")
	}
	helper := g.Intn(2) == 0
	if helper {
		g.p("// connect builds.\nfunc connect(ctx context.Context) (*rt.DB, error) {\nreturn %srt.Open(\"helper\")\n}\n", mark)
	}
	result := []string{"(string, error)", "(out string, err error)"}[g.Intn(2)]
	g.err = strings.Contains(result, "err ")
	g.p("// Handle is the handler.\nfunc Handle(ctx context.Context, req string) %s {\nvar parts []string\n", result)
	if helper && g.Intn(2) == 0 {
		g.p("if h, err := connect(ctx); err == nil {\ns, _ := h.Query(req)\nparts = append(parts, s)\n}\n")
	}
	for range 4 + g.Intn(8) {
		g.statement(2)
	}
	switch last := g.Intn(4); {
	case last == 0 && g.err:
		g.p("return strings.Join(parts, \";\"), err\n}\n")
	case last == 1 && strings.Contains(result, "err "):
		g.p("out = strings.Join(parts, \";\")\nreturn\n}\n")
	default:
		g.p("return strings.Join(parts, \";\"), nil\n}\n")
	}
	return g.b.String()
}

func (g *generator) p(format string, args ...any) { fmt.Fprintf(&g.b, format, args...) }

func (g *generator) fresh(base string) string {
	g.n++
	if g.Intn(4) == 0 && g.n == 1 {
		return base
	}
	return fmt.Sprint(base, g.n)
}

func (g *generator) pick(list []string) string { return list[g.Intn(len(list))] }

// statement writes one statement shape; depth bounds the nesting.
func (g *generator) statement(depth int) {
	if g.Intn(6) == 0 {
		g.p("// comment %d\n", g.Int())
	}
	switch k := g.Intn(17); {
	case k < 2 || len(g.configs) == 0:
		g.config()
	case k < 5:
		g.client()
	case k == 5:
		g.text()
	case k == 6:
		g.db()
	case k == 7 && depth > 0:
		g.block(depth)
	case k == 8:
		g.inline()
	case k == 9:
		g.change()
	case k == 10:
		g.exit()
	case k == 11:
		g.grouped()
	case k == 12:
		g.closure()
	default:
		g.use()
	}
}

// assign writes name, err := call and the check of the error.
func (g *generator) assign(name, typ, call string) {
	checks := []string{
		"if err != nil {\nreturn \"\", err\n}\n",
		"if err != nil {\nreturn \"\", fmt.Errorf(\"x: %w\", err)\n}\n",
		"if err != nil {\n// say so\nfmt.Fprintln(os.Stderr, err)\nreturn \"\", err\n}\n",
		"if err != nil {\nreturn \"failed\", nil\n}\n",
	}
	check := checks[[]int{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3}[g.Intn(12)]]
	switch k := g.Intn(6); {
	case k == 0 && g.err:
		g.p("var %s %s\n%s, err = %s\n%s", name, typ, name, call, check)
	case k == 1 && g.err:
		g.p("var %s %s\nif %s, err = %s; err != nil {\nreturn \"\", err\n}\n", name, typ, name, call)
	case k == 2:
		g.p("%s, _ := %s // ignored\n", name, call)
	default:
		g.p("%s, err := %s\n%s", name, call, check)
		g.err = true
	}
}

func (g *generator) config() {
	name := g.fresh("cfg")
	arg := ""
	if len(g.texts) > 0 && g.Intn(2) == 0 {
		arg = ", " + g.pick(g.texts)
	}
	g.assign(name, "rt.Config", mark+"rt.Load(ctx"+arg+")")
	switch g.Intn(5) {
	case 0:
		g.p("%s.Region = \"us\"\n", name)
	case 1:
		g.p("if e := os.Getenv(\"NONE\"); e == \"\" {\n%s.Region = \"none\" + e\n}\n", name)
	}
	g.configs = append(g.configs, name)
	g.p("parts = append(parts, %s.Region)\n", name)
}

func (g *generator) name() string {
	if len(g.texts) > 0 && g.Intn(2) == 0 {
		return g.pick(g.texts)
	}
	names := []string{`"n"`, `fmt.Sprintf("%d", 7)`, "strings.ToUpper(req)"}
	return names[[]int{0, 0, 0, 0, 1, 1, 1, 2}[g.Intn(8)]]
}

func (g *generator) client() {
	name := g.fresh("client")
	call := fmt.Sprintf("%srt.New(%s, %s)", mark, g.pick(g.configs), g.name())
	switch g.Intn(4) {
	case 0:
		g.p("var %s *rt.Client = %s\n", name, call)
	case 1:
		g.p("var %s *rt.Client\n%s = %s\n", name, name, call)
	default:
		g.p("%s := %s\n", name, call)
	}
	g.clients = append(g.clients, name)
	g.p("if %s == nil {\nreturn \"none\", nil\n}\n", name)
	g.do(name)
}

func (g *generator) text() {
	name := g.fresh("text")
	switch g.Intn(4) {
	case 0:
		g.p("%s := \"lit\"\n", name)
	case 1:
		g.p("%s := os.Getenv(\"NONE\")\nif %s == \"\" {\n%s = \"def\"\n}\n", name, name, name)
	case 2:
		g.p("const %s = \"con\"\n", name)
	default:
		g.p("%s := req + \"!\"\n", name)
	}
	if g.Intn(2) == 0 {
		g.p("parts = append(parts, %s)\n", name)
	} else {
		g.p("_ = %s\n", name)
	}
	g.texts = append(g.texts, name)
}

func (g *generator) db() {
	name := g.fresh("db")
	g.assign(name, "*rt.DB", mark+"rt.Open(\"dsn\")")
	switch g.Intn(5) {
	case 0:
		g.p("defer %s.Close()\n", name)
	case 1:
		g.p("// close it\ndefer func() {\n_ = %s.Close()\n}()\n", name)
	case 2:
		g.p("defer func() {\nif err := %s.Close(); err != nil {\nfmt.Fprintln(os.Stderr, err)\n}\n}()\n", name)
	}
	g.p("if s, err := %s.Query(req); err == nil {\nparts = append(parts, s)\n}\n", name)
	g.dbs = append(g.dbs, name)
}

// block writes a nested block in which what is declared stays.
func (g *generator) block(depth int) {
	saved := *g
	heads := []string{"if req != \"\" {\n", "for range 2 {\n", "{\n", "switch req {\ncase \"a\", \"bad\":\n"}
	g.p("%s", g.pick(heads))
	g.err = false
	for range 1 + g.Intn(3) {
		g.statement(depth - 1)
	}
	g.p("}\n")
	g.configs, g.clients, g.dbs, g.texts, g.err = saved.configs, saved.clients, saved.dbs, saved.texts, saved.err
}

func (g *generator) inline() {
	call := fmt.Sprintf("%srt.New(%s, %s)", mark, g.pick(g.configs), g.name())
	g.p("if s, err := %s.Do(ctx, req); err == nil {\nparts = append(parts, s)\n}\n", call)
}

// exit writes a return that the event decides on, or one that it does not.
func (g *generator) exit() {
	g.p("%s", g.pick([]string{
		"if req == \"bad\" {\nreturn \"early\", nil\n}\n",
		"switch {\ncase req == \"\":\nreturn \"empty\", errors.New(\"empty\")\n}\n",
		"if os.Getenv(\"NONE\") != \"\" {\nreturn \"never\", nil\n}\n",
		"if _, err := strconv.Atoi(\"1\" + req); err != nil && req != \"a\" {\nreturn \"\", err\n}\n",
		"if _, err := strconv.Atoi(\"12\"); err != nil {\nreturn \"\", err\n}\n",
	}))
}

// grouped writes a config whose variables are declared together.
func (g *generator) grouped() {
	name := g.fresh("cfg")
	g.p("var (\n%s rt.Config\nfail%s error\n)\n%s, fail%s = %srt.Load(ctx)\nif fail%s != nil {\nreturn \"\", fail%s\n}\n", name, name, name, name, mark, name, name)
	g.p("parts = append(parts, %s.Region)\n", name)
	g.configs = append(g.configs, name)
}

// closure writes what is built in a function literal.
func (g *generator) closure() {
	name := g.fresh("cl")
	g.p("func() {\n%s := %srt.New(%s, \"closure\")\nif s, err := %s.Do(ctx, req); err == nil {\nparts = append(parts, s)\n}\n}()\n", name, mark, g.pick(g.configs), name)
}

// change writes what refuses a fix, or has to.
func (g *generator) change() {
	switch g.Intn(4) {
	case 0:
		g.p("%s.Region = req\n", g.pick(g.configs))
	case 1:
		if len(g.clients) > 0 {
			g.p("%s = %srt.New(%s, req)\n", g.pick(g.clients), mark, g.pick(g.configs))
		}
	case 2:
		g.p("func(c *rt.Config) { c.Opts = nil }(&%s)\n", g.pick(g.configs))
	}
}

func (g *generator) use() {
	if len(g.clients) > 0 {
		g.do(g.pick(g.clients))
	}
}

// do writes a use of a client with one of the ways to handle its error.
func (g *generator) do(client string) {
	key := []string{"req", `"k"`}[g.Intn(2)]
	out := g.fresh("out")
	switch k := g.Intn(9); {
	case k == 6 && g.err:
		g.p("parts = append(parts, fmt.Sprint(err))\n")
	case k == 7 && g.err:
		g.p("defer func() {\nif err != nil {\nfmt.Fprintln(os.Stderr, err)\n}\n}()\n")
	case k == 0 && g.err:
		g.p("if _, err = %s.Do(ctx, %s); err != nil {\nparts = append(parts, err.Error())\n}\n", client, key)
	case k == 1 && g.err:
		g.p("_, err = %s.Do(ctx, %s)\nparts = append(parts, fmt.Sprint(err))\n", client, key)
	case k == 2 && g.err:
		g.p("for _, k := range []string{\"x\", req} {\n_, err = %s.Do(ctx, k)\n}\nparts = append(parts, fmt.Sprint(err))\n", client)
	case k == 3 && g.err:
		g.p("var %s string\n%s, err = %s.Do(ctx, %s)\nparts = append(parts, %s, fmt.Sprint(err))\n", out, out, client, key, out)
	case k == 4:
		g.p("func() {\n%s, _ := %s.Do(ctx, %s)\nparts = append(parts, %s)\n}()\n", out, client, key, out)
	case k == 5 && g.err:
		g.p("defer func() { _ = err }()\n")
	default:
		g.p("%s, err := %s.Do(ctx, %s)\nif err != nil {\nreturn %s, err\n}\nparts = append(parts, %s)\n", out, client, key, out, out)
		g.err = true
	}
}
