package catalog

import (
	"slices"
	"strings"
	"testing"
)

// Each kind has a cost, and each further line is there for a constructor of the
// table.
func TestCosts(t *testing.T) {
	table := costs()
	for _, k := range Kinds() {
		if len(table.kinds[k.Name].Classes) == 0 {
			t.Errorf("kind %s has no cost", k.Name)
		}
	}
	for _, l := range table.lines {
		uses := func(e *Entry) bool {
			n, err := split(sample(e.Pattern))
			return err == nil && l.pattern.matchPath(n.path) && l.pattern.matchName(n.shape, n.recv, n.base)
		}
		if !slices.ContainsFunc(Default().Entries(), uses) {
			t.Errorf("the cost of %v.%s is that of no constructor", l.pattern.elems, l.pattern.base)
		}
	}
}

// sample spells an object that a pattern matches.
func sample(pattern string) string {
	spelling, _, _ := strings.Cut(pattern, " ")
	return strings.NewReplacer("/v*", "/v9", ".v*", ".v9", "(*", "(*", "**", "x", "*", "x").Replace(spelling)
}

// What the table says is paid and the class of it do not contradict each other.
func TestCostsAgreeWithTable(t *testing.T) {
	for _, e := range Default().Entries() {
		got := CostOf(e.Kind, sample(e.Pattern)).Classes
		connects := slices.Contains(got, "connection")
		switch {
		case strings.Contains(e.Pays, "TCP") && !connects:
			t.Errorf("%s: %v, but %q", e.Pattern, got, e.Pays)
		case strings.HasPrefix(e.Pays, "allocations only") && connects:
			t.Errorf("%s: %v, but %q", e.Pattern, got, e.Pays)
		case strings.Contains(e.Pays, "from disk") && !slices.Contains(got, "disk"):
			t.Errorf("%s: %v, but %q", e.Pattern, got, e.Pays)
		}
	}
}

func TestCostOf(t *testing.T) {
	for _, test := range []struct {
		kind, name, want string
		measured         bool
	}{
		{"aws-client", "github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig", "connection, TLS handshake", true},
		{"aws-client", "github.com/aws/aws-sdk-go/service/s3.New", "CPU", true},
		{"sql", "(*github.com/jackc/pgx/v5.Nothing).New", "connection, TLS handshake", true},
		{"nosql", "go.etcd.io/bbolt.Open", "disk", false},
		{"cache", "github.com/hashicorp/golang-lru/v2.New", "contents lost", false},
		{"cloud", "cloud.google.com/go/storage.NewClient", "connection, TLS handshake, request", false},
		{"engine", "example.com/m/own.New", "CPU", false},
		{"engine", "no name", "CPU", false},
		{"directive", "", "", false},
	} {
		got := CostOf(test.kind, test.name)
		if strings.Join(got.Classes, ", ") != test.want || got.Measured != test.measured {
			t.Errorf("%s %s: %v, want %s, %v", test.kind, test.name, got, test.want, test.measured)
		}
	}
}

func TestDearer(t *testing.T) {
	of := func(classes ...string) Cost { return Cost{Classes: classes} }
	for _, test := range []struct {
		a, b Cost
		want bool
	}{
		{of("connection", "TLS handshake"), of("request", "CPU"), true},
		{of("connection", "TLS handshake"), of("connection"), true},
		{of("process start"), of("connection", "TLS handshake"), true},
		{of("connection", "request"), of("connection", "TLS handshake"), false},
		{of("CPU"), of("CPU"), false},
		{of(), of("contents lost"), false},
	} {
		if got := test.a.Dearer(test.b); got != test.want {
			t.Errorf("%v dearer than %v: %v", test.a.Classes, test.b.Classes, got)
		}
	}
}

func TestParseCostsErrors(t *testing.T) {
	for text, want := range map[string]string{
		"cpu sql":                  "costs.txt:1: want CLASS",
		"# x\nsleep measured sql":  `costs.txt:2: no class ["sleep"]`,
		"cpu guessed sql":          "want CLASS",
		"cpu measured no/such/one": "costs.txt:1: it names no object",
	} {
		if _, err := parseCosts(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if got := Classes(); len(got) != len(classes) || got[0] != "process start" {
		t.Errorf("classes %v", got)
	}
}
