package catalog

import (
	"strings"
	"testing"
)

func TestMatchPattern(t *testing.T) {
	for _, test := range []struct {
		pattern string
		yes, no []string
	}{
		{"net/http.NewServeMux",
			[]string{"net/http.NewServeMux"},
			[]string{"net/http.NewServeMux{}", "(*net/http.T).NewServeMux", "x/net/http.NewServeMux", "net/http.NewServeMuxes", "http.NewServeMux"}},
		{"net/http.Transport{}",
			[]string{"net/http.Transport{}"},
			[]string{"net/http.Transport", "net/http.TransportX{}"}},
		{"(*a/b.T).Clone",
			[]string{"(*a/b.T).Clone", "(a/b.T).Clone", "(*a/b.T[K, V]).Clone"},
			[]string{"a/b.Clone", "(*a/b.U).Clone", "(*a/c.T).Clone"}},
		{"a/service/*.New",
			[]string{"a/service/s3.New"},
			[]string{"a/service/s3/s3manager.New", "a/service.New", "a/service/s3.NewClient", "a/service/s3.new"}},
		{"a/**.New*Client",
			[]string{"a.NewClient", "a/b.NewClient", "a/b/c.NewRESTClient"},
			[]string{"ab.NewClient", "b/a.NewClient", "a/b.NewClients", "a/b.NewClient{}"}},
		{"**/ent.Open",
			[]string{"ent.Open", "example.com/app/ent.Open"},
			[]string{"example.com/app/present.Open", "example.com/ent/x.Open"}},
		{"github.com/jackc/pgx/v*/pgxpool.New",
			[]string{"github.com/jackc/pgx/v5/pgxpool.New", "github.com/jackc/pgx/v14/pgxpool.New", "github.com/jackc/pgx/pgxpool.New"},
			[]string{"github.com/jackc/pgx/vx/pgxpool.New", "github.com/jackc/pgx/v5/x/pgxpool.New", "github.com/jackc/pgx/v5.New", "github.com/jackc/pgx/v/pgxpool.New"}},
		{"github.com/redis/go-redis/v*.NewClient",
			[]string{"github.com/redis/go-redis/v9.NewClient", "github.com/redis/go-redis.NewClient"},
			[]string{"github.com/redis/go-redis/v9/x.NewClient", "github.com/redis/go-redis/extra.NewClient"}},
		{"github.com/a/b/v2.New",
			[]string{"github.com/a/b/v2.New"},
			[]string{"github.com/a/b.New", "github.com/a/b/v3.New"}},
		{"gopkg.in/foo.v*.New",
			[]string{"gopkg.in/foo.v1.New", "gopkg.in/foo.v12.New"},
			[]string{"gopkg.in/foo.New", "gopkg.in/foo.v1/sub.New"}},
		{"gopkg.in/foo.v*/sub.New",
			[]string{"gopkg.in/foo.v1/sub.New"},
			[]string{"gopkg.in/foo.v1.New"}},
		{"a/b.*Ensemble*From*",
			[]string{"a/b.LGEnsembleFromFile", "a/b.EnsembleFrom"},
			[]string{"a/b.LGFromEnsemble"}},
		{"a/b.New -> *Client",
			[]string{"a/b.New"},
			[]string{"a/b.NewX"}},
		{"a//b.New", nil, []string{"a//b.New", "a/b.New"}},
	} {
		for _, name := range test.yes {
			if !MatchPattern(test.pattern, name) {
				t.Errorf("%s does not match %s", test.pattern, name)
			}
		}
		for _, name := range test.no {
			if MatchPattern(test.pattern, name) {
				t.Errorf("%s matches %s", test.pattern, name)
			}
		}
	}
}

func TestMatchResult(t *testing.T) {
	for _, test := range []struct {
		pattern, typ string
		want         bool
	}{
		{"*Client", "*Client", true},
		{"*Client", "*PresignClient", false},
		{"*Client", "Client", false},
		{"Client", "*Client", false},
		{"**Client", "*PresignClient", true},
		{"**", "*net/http.Client", true},
		{"**", "error", false},
		{"*net/http.Client", "*net/http.Client", true},
	} {
		p := &pattern{result: test.pattern}
		if got := p.matchResult(test.typ); got != test.want {
			t.Errorf("-> %s meets %s: %t, want %t", test.pattern, test.typ, got, test.want)
		}
	}
}

func TestValidPattern(t *testing.T) {
	for pattern, want := range map[string]string{
		"a/b.New":             "",
		"(*a/b.T).M":          "",
		"a.b/c.v1.New":        "",
		"a/b.New -> *Client":  "",
		"":                    "no pattern",
		"New":                 "names no object",
		"net/http":            "names no object",
		"a/b.":                "names no object",
		"(*a/b.T.M":           "unbalanced parentheses",
		"(*a/b.T)M":           "unbalanced parentheses",
		"a/b.New()":           "parentheses",
		"a/b.T{":              "parentheses",
		"/a.New":              "empty path element",
		"a//b.New":            "empty path element",
		"a/b**/c.New":         "** inside a path element",
		"a/b.New**":           "** inside a name",
		"a/b.New-er":          "no Go name",
		"a/b.New x":           "blank",
		"a/b.New ->":          "no type after",
		"a/b.T{} -> *Client":  "has no result",
		"a/b.New, a/b.Newest": "blank",
	} {
		err := ValidPattern(pattern)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("ValidPattern(%q) = %v, want %q", pattern, err, want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, s string
		want       bool
	}{
		{"", "", true}, {"*", "", true}, {"*", "x", true}, {"a*", "a", true}, {"*a", "a", true},
		{"a*a", "a", false}, {"a*a", "aa", true}, {"a*b*c", "abbc", true}, {"a*b*c", "ac", false}, {"*ab*", "aab", true},
	} {
		if got := glob(test.pattern, test.s); got != test.want {
			t.Errorf("glob(%q, %q) = %t", test.pattern, test.s, got)
		}
	}
}

func BenchmarkMatchPattern(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		MatchPattern("github.com/aws/aws-sdk-go-v2/service/*.NewFromConfig", "github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig")
	}
}
