package analyzer

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/lambdainit/lambdainit/internal/catalog"
	"github.com/lambdainit/lambdainit/internal/entry"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// settings is one analyzer's configuration; its flags write to it.
type settings struct {
	Config
	once  sync.Once
	ready *rules
	err   error
}

// rules is what the settings mean.
type rules struct {
	catalog *catalog.Catalog
	points  entry.Points
	kinds   map[string]bool
	ignore  []string
}

// rules returns what the settings mean, worked out on first use.
func (s *settings) rules() (*rules, error) {
	s.once.Do(func() { s.ready, s.err = s.resolve() })
	return s.ready, s.err
}

// check reports all settings that are not valid.
func (s *settings) check() error {
	_, err := s.resolve()
	return err
}

func (s *settings) resolve() (*rules, error) {
	r := &rules{catalog: catalog.Default(), points: entry.Default(), ignore: s.Ignore}
	kinds, err := selectKinds(s.Kinds)
	r.kinds = kinds
	errs := []error{err, r.points.Add(s.EntryPoints)}
	for _, p := range s.Ignore {
		if err := catalog.ValidPattern(p); err != nil {
			errs = append(errs, fmt.Errorf("ignore pattern %q: %w", p, err))
		}
	}
	if len(s.Constructors) > 0 {
		more, err := catalog.Parse("constructors", strings.Join(s.Constructors, "\n"))
		errs = append(errs, err)
		if err == nil {
			r.catalog = r.catalog.Merge(more)
		}
	}
	return r, errors.Join(errs...)
}

// wants reports whether constructions of this sort are to be reported.
func (r *rules) wants(m *summary.Made) bool {
	return r.kinds[m.Kind] && !slices.ContainsFunc(r.ignore, func(p string) bool {
		return catalog.MatchPattern(p, m.Full) || p == m.Name
	})
}

// selectKinds returns the kinds to report: those that the words name, or, with
// + and -, the default ones changed (C1).
func selectKinds(words []string) (map[string]bool, error) {
	kinds := make(map[string]bool)
	if len(words) == 0 || strings.HasPrefix(words[0], "+") || strings.HasPrefix(words[0], "-") {
		for _, k := range catalog.Kinds() {
			kinds[k.Name] = k.Default
		}
	}
	var errs []error
	for _, w := range words {
		name := strings.TrimLeft(w, "+-")
		switch {
		case name == "all":
			for _, k := range catalog.Kinds() {
				kinds[k.Name] = true
			}
		case catalog.IsKind(name):
			kinds[name] = !strings.HasPrefix(w, "-")
		default:
			errs = append(errs, fmt.Errorf("unknown kind %q; the kinds are %s", name, kindNames()))
		}
	}
	return kinds, errors.Join(errs...)
}

func kindNames() string {
	var names []string
	for _, k := range catalog.Kinds() {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}

// bind defines the flags that change the settings.
func (s *settings) bind(flags *flag.FlagSet) {
	flags.Var(list{s, &s.Kinds, ","}, "kinds", "`kinds` to report, separated by commas: all, a list, or +kind and -kind to change the default")
	flags.Var(list{s, &s.Constructors, "\n"}, "constructors", "a further `constructor`: \"KIND full.name.Of.Constructor what is paid again\"; may be repeated")
	flags.Var(list{s, &s.Ignore, ","}, "ignore", "constructor `patterns` not to report, separated by commas")
	flags.Var(list{s, &s.EntryPoints, ","}, "entrypoints", "further entry `points`: import/path.Func(ARG), separated by commas")
	flags.BoolVar(&s.Keyed, "keyed", s.Keyed, "report what depends on the event too, with the advice to cache it by key")
	flags.BoolVar(&s.Tests, "tests", s.Tests, "analyse test files too")
	flags.BoolVar(&s.Local, "local", s.Local, "do not follow calls into other packages")
	flags.StringVar(&s.Module, "module", s.Module, "`path` of the main module, for drivers that know no modules")
	flags.BoolVar(&s.Lazy, "lazy", s.Lazy, "fixes build on first use, by sync.OnceValues, and not in func init")
}

// list is a flag that adds to a list of settings and checks them at once.
type list struct {
	s     *settings
	words *[]string
	sep   string
}

func (l list) String() string {
	if l.words == nil {
		return ""
	}
	return strings.Join(*l.words, l.sep)
}

func (l list) Set(value string) error {
	for _, w := range strings.Split(value, l.sep) {
		if w = strings.TrimSpace(w); w != "" {
			*l.words = append(*l.words, w)
		}
	}
	return l.s.check()
}
