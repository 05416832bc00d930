package hoist_test

import (
	"context"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/lambdainit/lambdainit/analyzer"
	"github.com/lambdainit/lambdainit/internal/edit"
	"github.com/lambdainit/lambdainit/internal/hoist"
	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
)

func TestZZCorpus(t *testing.T) {
	root := os.Getenv("CORPUS")
	if root == "" {
		t.Skip()
	}
	var repos []struct {
		Repo    string
		Moddirs []string
	}
	b, _ := os.ReadFile("/work/shared/corpus/repos.json")
	if err := json.Unmarshal(b, &repos); err != nil {
		t.Fatal(err)
	}
	mode := hoist.Init
	if os.Getenv("LAZY") != "" {
		mode = hoist.Lazy
	}
	total, fixed, files := 0, 0, 0
	why := map[string]int{}
	ex := map[string][]string{}
	out, _ := os.Create(os.Getenv("OUT"))
	for _, r := range repos {
		if s := os.Getenv("REPO"); s != "" && !strings.Contains(r.Repo, s) {
			continue
		}
		if s := os.Getenv("SKIP"); s != "" && strings.Contains(r.Repo, s) {
			continue
		}
		for _, m := range r.Moddirs {
			dir := filepath.Join(root, strings.ReplaceAll(r.Repo, "/", "__"), m)
			tt, ff, changed := run(t, dir, nil, mode, why, ex, out)
			total += tt
			fixed += ff
			files += len(changed)
			if len(changed) > 0 {
				why2, ex2 := map[string]int{}, map[string][]string{}
				_, again, _ := run(t, dir, changed, mode, why2, ex2, nil)
				if again > 0 {
					fmt.Println("SECOND RUN", dir, again)
				}
			}
		}
	}
	fmt.Println("TOTAL", total, "FIXED", fixed, "FILES", files)
	var ks []string
	for k := range why {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return why[ks[i]] > why[ks[j]] })
	for _, k := range ks {
		fmt.Println(why[k], k, ex[k][:min(3, len(ex[k]))])
	}
}

func run(t *testing.T, dir string, overlay map[string][]byte, mode hoist.Mode, why map[string]int, ex map[string][]string, out *os.File) (total, fixed int, changed map[string][]byte) {
	res, err := load.Load(context.Background(), load.Config{Dir: dir, Mode: load.Source, Overlay: overlay}, "./...")
	if err != nil {
		fmt.Println("LOAD", dir, err)
		return
	}
	if overlay != nil {
		for _, e := range res.Errors {
			for n := range overlay {
				if strings.HasPrefix(e.Pos, n) {
					fmt.Println("BROKEN", e.Pos, e.Message)
				}
			}
		}
	}
	a, err := analyzer.New(analyzer.Config{WholeModule: true, Kinds: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := checker.Analyze([]*analysis.Analyzer{a}, res.Packages, nil)
	if err != nil {
		fmt.Println("ANALYZE", dir, err)
		return
	}
	byFile := map[string][]report.Position{}
	seen := map[report.Position]bool{}
	for _, r := range g.Roots {
		if r.Err != nil {
			continue
		}
		for _, f := range r.Result.(*report.Result).Findings {
			if !seen[f.Pos] && !f.Keyed {
				seen[f.Pos] = true
				byFile[f.Pos.File] = append(byFile[f.Pos.File], f.Pos)
			}
		}
	}
	changed = map[string][]byte{}
	type fact struct{ s, r func(*types.Func) bool }
	facts := map[*types.Package]*fact{}
	all := map[*types.Package]*packages.Package{}
	packages.Visit(res.Packages, nil, func(p *packages.Package) { all[p.Types] = p })
	var of func(p *types.Package) *fact
	hpOf := func(p *packages.Package) *hoist.Package {
		module := ""
		if p.Module != nil {
			module = p.Module.Path
		}
		return &hoist.Package{Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, Info: p.TypesInfo, Module: module,
			Settled:    func(fn *types.Func) bool { f := of(fn.Pkg()); return f != nil && f.s(fn) },
			Repeatable: func(fn *types.Func) bool { f := of(fn.Pkg()); return f != nil && f.r(fn) }}
	}
	of = func(p *types.Package) *fact {
		if facts[p] == nil && all[p] != nil {
			s, r := hoist.Facts(hpOf(all[p]))
			facts[p] = &fact{s, r}
		}
		return facts[p]
	}
	packages.Visit(res.Packages, nil, func(p *packages.Package) {
		if len(p.Syntax) == 0 || p.TypesInfo == nil {
			return
		}
		var calls []token.Pos
		for _, f := range p.Syntax {
			tf := p.Fset.File(f.FileStart)
			for _, pos := range byFile[tf.Name()] {
				calls = append(calls, tf.LineStart(pos.Line)+token.Pos(pos.Col-1))
			}
			delete(byFile, tf.Name())
		}
		if len(calls) == 0 {
			return
		}
		src := func(n string) ([]byte, error) {
			if b, ok := overlay[n]; ok {
				return b, nil
			}
			return os.ReadFile(n)
		}
		hp := hpOf(p)
		hp.Src = src
		var fixes []report.Fix
		for _, o := range hoist.Plan(hp, calls, mode) {
			total++
			if o.Refused != "" {
				k := o.Refused
				for _, w := range []string{" on parameter ", " on receiver ", " on loop variable ", "it calls ", "it runs ", "its type ", "it reads ", "would not compile", "comment would be lost"} {
					if i := strings.Index(k, w); i >= 0 {
						k = k[:i+len(w)]
					}
				}
				if i := strings.Index(k, " is "); i > 0 && !strings.HasPrefix(k, "it ") && !strings.HasPrefix(k, "its ") {
					k = "X" + k[i:]
				}
				why[k]++
				ex[k] = append(ex[k], fmt.Sprint(strings.TrimPrefix(p.Fset.Position(o.Call).String(), "/tmp/corp/"), " ", o.Refused, " at ", p.Fset.Position(o.RefusedAt).Line))
				if out != nil {
					fmt.Fprintln(out, "REFUSED", ex[k][len(ex[k])-1])
				}
				continue
			}
			fixed++
			if o.Fix != nil {
				fixes = append(fixes, *o.Fix)
			}
		}
		c, dropped, err := edit.Apply(fixes, src)
		if err != nil || len(dropped) > 0 {
			fmt.Println("DROPPED", dir, err, dropped)
		}
		for n, b := range c {
			changed[n] = b
			if out != nil {
				old, _ := src(n)
				out.Write(edit.Diff(n, old, b))
			}
		}
	})
	for f, ps := range byFile {
		if len(ps) > 0 {
			fmt.Println("UNPLACED", f, ps)
		}
	}
	return
}
