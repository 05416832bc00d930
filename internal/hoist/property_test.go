package hoist

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var programCount = flag.Int("programs", 60, "how many random programs TestProperty tries")

// TestProperty runs Plan and Apply over random programs: what is fixed
// compiles, gives the same results when run, builds once what was built per
// invocation, and leaves nothing to fix.
func TestProperty(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	programs := *programCount
	for _, mode := range []Mode{Init, Lazy} {
		t.Run([]string{"init", "lazy"}[mode], func(t *testing.T) {
			before, after := newProgram(t), newProgram(t)
			moved := make(map[string]bool) // all calls of the program
			once := make(map[string]bool)  // some of them to once functions
			fixed, refused := 0, 0
			for i := range programs {
				name := fmt.Sprint("p", i)
				src := generate(int64(i), name)
				old, now, all := fixOne(t, name, src, mode, &fixed, &refused)
				once[name] = bytes.Contains(now, []byte("sync.Once"))
				before.add(name, old)
				after.add(name, now)
				moved[name] = all
			}
			t.Logf("%d calls moved, %d refused", fixed, refused)
			compareRuns(t, before.run(), after.run(), moved, once)
		})
	}
}

// fixOne returns a program before and after, and whether all calls moved.
func fixOne(t *testing.T, name, src string, mode Mode, fixed, refused *int) (old, now []byte, all bool) {
	t.Helper()
	formatted, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	tp := loadTest(t, []string{"a.go"}, map[string][]byte{"a.go": formatted})
	old = tp.src["a.go"]
	outcomes := Plan(tp.Package, tp.calls, mode)
	changed := applyAll(t, tp, outcomes)
	checkShape(t, tp, outcomes, changed)
	all = true
	for _, o := range outcomes {
		if o.Refused != "" {
			*refused++
			all = false
			if strings.Contains(o.Refused, "compile") || strings.Contains(o.Refused, "parse") || strings.Contains(o.Refused, "lost") {
				t.Errorf("%s: %s: %s\n%s", name, tp.where(o.Call), o.Refused, old)
			}
		} else {
			*fixed++
		}
	}
	now = old
	if data, ok := changed["a.go"]; ok {
		now = data
		again := loadTest(t, []string{"a.go"}, map[string][]byte{"a.go": now})
		for _, o := range Plan(again.Package, again.remaining(tp.homes()), mode) {
			if o.Fix != nil {
				t.Errorf("%s: a second run moves %s\n%s", name, again.where(o.Call), now)
			}
		}
	}
	return old, now, all
}

// A program runs the handlers of many packages.
type program struct {
	t     *testing.T
	dir   string
	names []string
}

func newProgram(t *testing.T) *program {
	p := &program{t: t, dir: t.TempDir()}
	p.write("go.mod", []byte("module example.com\n\ngo 1.26\n"))
	stub, err := os.ReadFile("testdata/stubs/example.com/rt/rt.go")
	if err != nil {
		t.Fatal(err)
	}
	p.write("rt/rt.go", stub)
	return p
}

func (p *program) write(name string, data []byte) {
	p.t.Helper()
	full := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(full, data, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *program) add(name string, src []byte) {
	p.names = append(p.names, name)
	p.write(filepath.Join("app", name, "a.go"), src)
}

// A result is what the invocations of a handler gave.
type result struct {
	out   string
	built string // constructor calls of first and of later invocations
}

// run builds and runs the program and returns the results by package.
func (p *program) run() map[string]result {
	p.t.Helper()
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\"context\"\n\"fmt\"\n\n\"example.com/rt\"\n")
	for _, name := range p.names {
		fmt.Fprintf(&b, "%q\n", "example.com/app/"+name)
	}
	b.WriteString(")\n\nfunc main() {\n")
	for _, name := range p.names {
		fmt.Fprintf(&b, "run(%q, %s.Handle)\n", name, name)
	}
	b.WriteString("}\n\nfunc run(name string, f func(context.Context, string) (string, error)) {\n" +
		"out, counts := \"\", []int{}\nfor _, req := range []string{\"a\", \"bad\", \"a\", \"\"} {\nrt.Built = 0\ns, err := f(context.TODO(), req)\n" +
		"out += fmt.Sprint(s, err, \"|\")\ncounts = append(counts, rt.Built)\n}\nfmt.Printf(\"%s\\t%q\\t%v\\n\", name, out, counts)\n}\n")
	p.write("main.go", []byte(b.String()))
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "NONE=")
	text, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("%v\n%s", err, text)
	}
	return parseResults(string(text))
}

func parseResults(text string) map[string]result {
	out := make(map[string]result)
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) == 3 {
			out[fields[0]] = result{fields[1], fields[2]}
		}
	}
	return out
}

// compareRuns checks that results are the same and that what moved is built
// no more during invocations, and nothing more often than before (by once functions: after the first that needs it).
func compareRuns(t *testing.T, before, after map[string]result, moved, once map[string]bool) {
	t.Helper()
	for name, b := range before {
		a := after[name]
		if a.out != b.out {
			t.Errorf("%s: other results:\n%s\n%s", name, b.out, a.out)
		}
		counts := strings.Fields(strings.Trim(a.built, "[]"))
		for i, was := range strings.Fields(strings.Trim(b.built, "[]")) {
			if i > 0 && len(counts[i]) >= len(was) && counts[i] > was {
				t.Errorf("%s: more is built: %s, before %s", name, a.built, b.built)
			}
		}
		if !moved[name] {
			continue
		}
		if !once[name] && a.built != "[0 0 0 0]" || len(counts) != 4 || counts[2] != "0" {
			t.Errorf("%s: still built per invocation: %s, before %s", name, a.built, b.built)
		}
	}
}
