package catalog

import (
	"regexp"
	"strings"
	"testing"
)

func TestParseLine(t *testing.T) {
	for line, want := range map[string]Entry{
		"http a/b.New a new pool": {
			Kind: "http", Pattern: "a/b.New", Pays: "a new pool"},
		"  sql\ta/b.Open  exclusive  a log-in  |  use a pool  ": {
			Kind: "sql", Pattern: "a/b.Open", Pays: "a log-in", Hoist: "use a pool", Exclusive: true},
		"cloud a/**.New* -> ** a token": {
			Kind: "cloud", Pattern: "a/**.New* -> **", Pays: "a token"},
		"rpc a/b.Dial -> *Conn exclusive exclusive use": {
			Kind: "rpc", Pattern: "a/b.Dial -> *Conn", Pays: "exclusive use", Exclusive: true},
		"cpu a/b.Match first-argument the expression compiled": {
			Kind: "cpu", Pattern: "a/b.Match", Pays: "the expression compiled", First: true},
		"cpu (*a/b.T).Parse work # not a comment": {
			Kind: "cpu", Pattern: "(*a/b.T).Parse", Pays: "work # not a comment"},
	} {
		want.Source = "t:2"
		entries := mustParse(t, "# comment\n"+line+"\n\n").Entries()
		if len(entries) != 1 {
			t.Fatalf("%q: %d entries", line, len(entries))
		}
		if want.Source = "test:2"; *entries[0] != want {
			t.Errorf("%q:\n got %+v\nwant %+v", line, *entries[0], want)
		}
	}
}

// TestParseErrors checks that an error says where, what and how to mend it.
func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"sqll a/b.New text":                        `t:1: unknown kind "sqll": begin the line with one of aws-config, `,
		"\n\nhttp":                                 `t:3: pattern "": no pattern: write import/path.Name behind the kind`,
		"http a/b.New":                             "t:1: a/b.New: no text: say behind the pattern what every invocation pays again",
		"http a/b.New exclusive":                   "t:1: a/b.New: no text: say behind the pattern what every invocation pays again",
		"http a/b.New | hoist":                     "t:1: a/b.New: no text",
		"! a/b.New":                                "t:1: a/b.New: no text: say behind the pattern why it is cheap",
		"http New text":                            `t:1: pattern "New": it names no object of a package: write import/path.Name`,
		"http (*a/b.T.M text":                      `t:1: pattern "(*a/b.T.M": unbalanced parentheses: write a method as (*import/path.Type).Method`,
		"http a/b.New ->":                          `t:1: pattern "a/b.New": no type after "->": write the first result's type`,
		"http a/b.New x\nsql a/b.New y":            "t:2: a/b.New is already listed at t:1: remove one of the two lines",
		"http a/b.New x\n! a/b.New y":              "t:2: a/b.New is already listed at t:1",
		"http (*a/b.T).M x\nhttp (a/b.T).M y":      "t:2: (a/b.T).M is already listed at t:1",
		"x a.B t\nhttp a/b.New text\ny a.B t":      "t:1: unknown kind \"x\"",
		"x a.B t\nhttp a/b.New text\ny a.B t\n# z": "\nt:3: unknown kind \"y\"",
	} {
		c, err := Parse("t", text)
		if err == nil || c != nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q):\n got %v\nwant %s", text, err, want)
		}
	}
}

// A condition makes another pattern of the same name.
func TestConditionIsNoDuplicate(t *testing.T) {
	mustParse(t, "http a/b.New -> *A x\nsql a/b.New -> *B y\n! a/b.New z")
}

var located = regexp.MustCompile(`^fuzz:[0-9]+: .`)

// FuzzParse checks that no text makes the parser panic, that each error says
// where, and that what was read can be looked up and merged.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "# c\n", "http a/b.New text", "! a/b.New cheap", "sql (*a/v*.T).M -> *C exclusive t | h",
		"http net/http.Transport{} t\r\nhttp **.New t", "http a/**/b.New* t", "x y z", "http ((*.).( t", "http a.b[c].d t", "http\x00a.B t",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("fuzz", text)
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !located.MatchString(line) {
					t.Errorf("error without a line number: %q", line)
				}
			}
			return
		}
		for _, e := range append(c.Entries(), c.Cheap()...) {
			if err := ValidPattern(e.Pattern); err != nil {
				t.Errorf("read pattern %q: %v", e.Pattern, err)
			}
			c.LookupFullName(e.Pattern)
			Default().Merge(c).LookupFullName(e.Pattern)
		}
	})
}
