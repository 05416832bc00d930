package report_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/report"
)

const dir = "/proj"

func at(file string, line, col int) report.Position {
	return report.Position{File: dir + "/" + file, Line: line, Col: col}
}

// source is main.go, as the tests read it.
const source = "package main\n\nfunc handle() {\n\tdb, err := sql.Open(\"pgx\", \"\")\n\tdé := \"é𝄞\"; use(db)\n}\n"

func read(name string) ([]byte, error) {
	if name == dir+"/main.go" {
		return []byte(source), nil
	}
	return nil, os.ErrNotExist
}

func finding(handlers ...string) *report.Finding {
	f := &report.Finding{
		Pos: at("main.go", 4, 13), End: at("main.go", 4, 32), Kind: "sql", URL: "https://example.com/sql",
		What: "sql.Open", Pays: "a connection pool", Advice: "build it once",
		Builds: []report.Site{{at("main.go", 4, 13), "sql.Open"}, {at("store/store.go", 7, 2), "redis.NewClient"}},
		Way:    []report.Site{{at("main.go", 9, 1), "registered here"}, {report.Position{}, "elsewhere"}},
	}
	for i, h := range handlers {
		f.Handlers = append(f.Handlers, report.Site{Pos: at(h+".go", i+1, 1), What: h})
	}
	f.Compose()
	return f
}

// TestMergeNotes: one line per construction, whatever lets it off.
func TestMergeNotes(t *testing.T) {
	const saved, event = "built once, saved by", "depends on the event, by"
	merged := report.Merge([]*report.Result{
		{Notes: []report.Note{{at("a.go", 3, 1), "s3.New", event, "parameter id"}, {at("a.go", 3, 1), "s3.New", saved, "the test of c at m.go:9"}}},
		{Notes: []report.Note{{at("a.go", 3, 1), "s3.New", saved, "sync.Once"}, {at("a.go", 3, 1), "s3.New", saved, "the test of d at n.go:2"}}},
		{Notes: []report.Note{{at("a.go", 3, 1), "sqs.New", "depends on the event", ""}, {at("a.go", 4, 1), "s3.New", saved, "sync.Once"},
			{at("a.go", 4, 1), "s3.New", saved, "sync.OnceValue"}}},
	})
	var got []string
	for _, n := range merged.Notes {
		got = append(got, fmt.Sprintf("%d %s: %s", n.Pos.Line, n.What, n.Why))
	}
	want := []string{
		"3 s3.New: built once, saved by sync.Once and 2 others; depends on the event, by parameter id",
		"3 sqs.New: depends on the event",
		"4 s3.New: built once, saved by sync.Once and 1 other",
	}
	if !slices.Equal(got, want) {
		t.Errorf("notes:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMerge(t *testing.T) {
	other := finding("b.handle")
	other.Pos.Line = 2
	first := finding("a.handle")
	merged := report.Merge([]*report.Result{
		{Findings: []*report.Finding{first}, Handlers: []report.Site{{at("z.go", 1, 1), "z"}, {at("a.go", 1, 1), "a"}}},
		{Findings: []*report.Finding{finding("a.handle"), other}, Handlers: []report.Site{{at("a.go", 1, 1), "a"}}},
		{Findings: []*report.Finding{finding("b.handle")}, Notes: []report.Note{{at("a.go", 3, 1), "x", "y", "z"}, {at("a.go", 3, 1), "x", "y", "z"}}},
	})
	if len(merged.Findings) != 2 || merged.Findings[0].Pos.Line != 2 || len(merged.Handlers) != 2 || len(merged.Notes) != 1 {
		t.Fatalf("merged: %+v", merged)
	}
	if got := merged.Findings[1].Message; !strings.Contains(got, "of a.handle and 1 other handler:") {
		t.Errorf("message %q, want one other handler", got)
	}
	if len(first.Handlers) != 1 || strings.Contains(first.Message, "other handler") {
		t.Error("Merge changed what it was given")
	}
}

func TestText(t *testing.T) {
	const line = "main.go:4:13: sql.Open is built again on every invocation of main.handle: a connection pool; build it once\n"
	for _, test := range []struct {
		name string
		text report.Text
		want string
	}{
		{"plain", report.Text{Dir: dir, Context: -1}, line},
		{"elsewhere", report.Text{Dir: "/elsewhere", Context: -1}, dir + "/" + line},
		{"no folder", report.Text{Context: -1}, dir + "/" + line},
		{"source", report.Text{Dir: dir, Context: 0}, line + "4\t\tdb, err := sql.Open(\"pgx\", \"\")\n\t\t           ^~~~~~~~~~~~~~~~~~~\n"},
		{"related", report.Text{Dir: dir, Context: -1, Related: true}, line +
			"\tstore/store.go:7:2: builds redis.NewClient\n\tmain.go:9:1: registered here\n"},
		{"terminal", report.Text{Dir: dir, Context: -1, Color: true},
			"\x1b]8;;file:///proj/main.go\x1b\\\x1b[1mmain.go:4:13\x1b[0m\x1b]8;;\x1b\\" + strings.TrimPrefix(line, "main.go:4:13")},
	} {
		var b strings.Builder
		test.text.Read = read
		if err := test.text.Write(&b, []*report.Finding{finding("main.handle")}); err != nil {
			t.Fatal(err)
		}
		if b.String() != test.want {
			t.Errorf("%s:\n%q\nwant\n%q", test.name, b.String(), test.want)
		}
	}
}

func TestTextAtTheEdges(t *testing.T) {
	f := finding("main.handle")
	for _, test := range []struct {
		pos, end report.Position
		context  int
		want     string
	}{
		{at("main.go", 1, 1), report.Position{}, 1, "1\tpackage main\n\t^~~~~~~~~~~~\n2\t\n"},
		{at("main.go", 6, 1), at("main.go", 6, 2), 1, "5\t\tdé := \"é𝄞\"; use(db)\n6\t}\n\t^\n"},
		{at("main.go", 5, 19), at("main.go", 5, 26), 0, "5\t\tdé := \"é𝄞\"; use(db)\n\t\t            ^~~~~~~\n"},
		{at("main.go", 99, 1), report.Position{}, 2, ""},
		{at("none.go", 1, 1), report.Position{}, 2, ""},
		{at("main.go", 1, 99), report.Position{}, 0, "1\tpackage main\n\t            ^\n"},
	} {
		f.Pos, f.End, f.NotFixed = test.pos, test.end, ""
		var b strings.Builder
		if err := (report.Text{Dir: dir, Context: test.context, Read: read}).Write(&b, []*report.Finding{f}); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(b.String(), "\n"); got != test.want {
			t.Errorf("%v:\n%s\nwant\n%s", test.pos, got, test.want)
		}
	}
}

func fixed() *report.Finding {
	f := finding("main.handle")
	f.Fixes = []report.Fix{{Message: "build it in init", Edits: []report.Edit{
		{File: dir + "/main.go", Start: 14, End: 14, New: "var db *sql.DB\n\n"},
		{File: dir + "/main.go", Start: 31, End: 62},
	}}}
	return f
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	pkg := func(file string) string { return "example.com/" + filepath.Base(file) }
	err := report.WriteJSON(&b, []*report.Finding{fixed()}, pkg, map[string]string{"example.com/broken": "internal error"})
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]map[string]json.RawMessage
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if e := string(got["example.com/broken"]["lambdainit"]); !strings.Contains(e, `"error": "internal error"`) {
		t.Errorf("error %s", e)
	}
	text := string(got["example.com/main.go"]["lambdainit"])
	for _, want := range []string{
		`"category": "sql"`, `"posn": "/proj/main.go:4:13"`, `"end": "/proj/main.go:4:32"`,
		`"filename": "/proj/main.go"`, `"start": 14`, `"message": "builds redis.NewClient"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}

type badWriter struct{}

func (badWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestUnwritable(t *testing.T) {
	found := []*report.Finding{finding("main.handle")}
	pkg := func(string) string { return "p" }
	for i, err := range []error{
		report.Text{Dir: dir, Context: -1}.Write(badWriter{}, found),
		report.WriteJSON(badWriter{}, found, pkg, nil),
		report.SARIF{Dir: dir, Read: read}.Write(badWriter{}, found),
	} {
		if err == nil {
			t.Errorf("format %d does not say that it could not be written", i)
		}
	}
}

// sarif prints findings and returns the run.
func sarif(t *testing.T, s report.SARIF, findings ...*report.Finding) map[string]any {
	t.Helper()
	var b strings.Builder
	s.Read = read
	if err := s.Write(&b, findings); err != nil {
		t.Fatal(err)
	}
	var log struct{ Runs []map[string]any }
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

// get follows a path of keys and indices, such as "results.0.ruleId".
func get(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			var i int
			if _, err := fmt.Sscan(key, &i); err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}

func TestSARIF(t *testing.T) {
	rules := []report.Rule{
		{Kind: "aws-client", Short: "clients"},
		{Kind: "sql", Short: "SQL databases: built again", URL: "u", Help: "# sql: SQL\n\nA pool\nis a pool.\n\n## Bad\n", Default: true},
	}
	unicode := finding("main.handle")
	unicode.Pos, unicode.End, unicode.Keyed = at("main.go", 5, 19), at("main.go", 5, 26), true
	outside := finding("main.handle")
	outside.Pos.File, outside.Way = "/else where/x.go", nil
	outside.Kind = "unlisted"
	run := sarif(t, report.SARIF{Dir: dir, Version: "v1.2.3", Rules: rules, Errors: []string{"broken"}}, fixed(), unicode, outside)
	for path, want := range map[string]any{
		"tool.driver.version":                                                   "1.2.3",
		"tool.driver.rules.1.id":                                                "sql",
		"tool.driver.rules.1.fullDescription.text":                              "A pool is a pool.",
		"tool.driver.rules.1.helpUri":                                           "u",
		"tool.driver.rules.0.defaultConfiguration.enabled":                      false,
		"invocations.0.executionSuccessful":                                     false,
		"invocations.0.toolExecutionNotifications.0.message":                    map[string]any{"text": "broken."},
		"originalUriBaseIds.SRCROOT.uri":                                        "file:///proj/",
		"results.0.ruleIndex":                                                   1.0,
		"results.0.level":                                                       "warning",
		"results.0.locations.0.physicalLocation.region.endLine":                 4.0,
		"results.0.locations.0.physicalLocation.artifactLocation":               map[string]any{"uri": "main.go", "uriBaseId": "SRCROOT"},
		"results.0.relatedLocations.0.message.text":                             "builds redis.NewClient",
		"results.0.codeFlows.0.threadFlows.0.locations.1.location.message.text": "builds sql.Open",
		"results.0.fixes.0.artifactChanges.0.replacements.0.insertedContent":    map[string]any{"text": "var db *sql.DB\n\n"},
		"results.0.fixes.0.artifactChanges.0.replacements.1.deletedRegion":      map[string]any{"startLine": 4.0, "startColumn": 2.0, "endLine": 5.0, "endColumn": 1.0},
		"results.1.level":                                                       "note",
		"results.1.locations.0.physicalLocation.region.startColumn":             15.0,
		"results.1.locations.0.physicalLocation.contextRegion.endLine":          6.0,
		"results.2.locations.0.physicalLocation.artifactLocation":               map[string]any{"uri": "file:///else%20where/x.go"},
		"results.2.ruleIndex":                                                   nil,
		"results.2.codeFlows":                                                   nil,
	} {
		if got := get(run, path); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

// A fingerprint survives lines added above, and tells equal lines apart.
func TestFingerprints(t *testing.T) {
	a, b := finding("main.handle"), finding("main.handle")
	run := sarif(t, report.SARIF{Dir: dir}, a, b)
	first, second := get(run, "results.0.partialFingerprints"), get(run, "results.1.partialFingerprints")
	if fmt.Sprint(first) == fmt.Sprint(second) {
		t.Error("two findings have the same fingerprint")
	}
	again := sarif(t, report.SARIF{Dir: dir}, a)
	if fmt.Sprint(get(again, "results.0.partialFingerprints")) != fmt.Sprint(first) {
		t.Error("the fingerprint changes from run to run")
	}
	if v := get(again, "tool.driver.version"); v != "0.0.0-devel" {
		t.Errorf("version %v", v)
	}
}
