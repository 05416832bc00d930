package entry_test

import (
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/internal/entry"
)

// TestFold checks that major versions do not tell two names apart (H1).
func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.F":                         "a/b.F",
		"a/b/v2.F":                      "a/b.F",
		"a/b/v2/c.F":                    "a/b/c.F",
		"a/b/v2":                        "a/b",
		"(*a/b/v12.T).M":                "(*a/b.T).M",
		"(*a/b/v2/c.T).M":               "(*a/b/c.T).M",
		"gopkg.in/yaml.v3.Unmarshal":    "gopkg.in/yaml.Unmarshal",
		"gopkg.in/a/b.v1/c.F":           "gopkg.in/a/b/c.F",
		"a/v2/b/v3.F":                   "a/b.F",
		"a/vast.F":                      "a/vast.F",
		"a/v2x.F":                       "a/v2x.F",
		"a/b.v":                         "a/b.v",
		"a/vendor/v.F":                  "a/vendor/v.F",
		"a/b.V2":                        "a/b.V2",
		"":                              "",
		"github.com/labstack/echo/v4":   "github.com/labstack/echo",
		"github.com/aws/aws-sdk-go-v2.": "github.com/aws/aws-sdk-go-v2.",
	} {
		if got := entry.Fold(name); got != want {
			t.Errorf("Fold(%q) is %q, want %q", name, got, want)
		}
		if got := entry.Fold(entry.Fold(name)); got != want {
			t.Errorf("Fold(Fold(%q)) is %q, want %q", name, got, want)
		}
	}
}

// TestLookup checks the entry points of H1, and that their names are matched
// whole.
func TestLookup(t *testing.T) {
	const lambda = "github.com/aws/aws-lambda-go/"
	points := entry.Default()
	for name, want := range map[string]entry.Point{
		lambda + "lambda.Start":                                            {Arg: 0},
		lambda + "lambda.StartWithOptions":                                 {Arg: 0},
		lambda + "lambda.StartWithContext":                                 {Arg: 1},
		lambda + "lambda.StartHandler":                                     {Arg: 0},
		lambda + "lambda.StartHandlerWithContext":                          {Arg: 1},
		lambda + "lambda.StartHandlerFunc":                                 {Arg: 0},
		lambda + "lambda.NewHandler":                                       {Arg: 0},
		lambda + "lambda.NewHandlerWithOptions":                            {Arg: 0},
		lambda + "lambdaurl.Start":                                         {Arg: 0, HTTP: true},
		lambda + "lambdaurl.Wrap":                                          {Arg: 0, HTTP: true},
		lambda + "cfn.LambdaWrap":                                          {Arg: 0},
		lambda + "cfn.LambdaWrapSNS":                                       {Arg: 0},
		"github.com/newrelic/go-agent/v3/integrations/nrlambda.Start":      {Arg: 0},
		"github.com/carlmjohnson/gateway.ListenAndServe":                   {Arg: 1, HTTP: true},
		"github.com/mweagle/Sparta/v3.NewAWSLambda":                        {Arg: 1},
		"github.com/apex/gateway/v2.ListenAndServe":                        {Arg: 1, HTTP: true},
		"(*github.com/fujiwara/ridge.Ridge).Run":                           {Arg: -1},
		"github.com/ockendenjo/handler.BuildAndStart":                      {Builder: true},
		"github.com/aws/aws-durable-execution-sdk-go/durable/v2.Start":     {Arg: 0},
		"github.com/akrylysov/algnhsa.ListenAndServe":                      {Arg: 0, HTTP: true},
		"github.com/signalfx/lambda-go.Start":                              {Arg: 0},
		"github.com/thundra-io/thundra-lambda-agent-go/v2/wrappers/none.F": {Arg: -9}, // unknown
		"example.com/lambda.Start":                                         {Arg: -9},
		lambda + "lambda.Starting":                                         {Arg: -9},
		lambda + "lambda.WithEnableSIGTERM":                                {Arg: -9},
		lambda + "lambda/internal.Start":                                   {Arg: -9},
		"vendored/" + lambda + "lambda.Start":                              {Arg: -9},
		"(*" + lambda + "lambda.Start":                                     {Arg: -9},
		"":                                                                 {Arg: -9},
	} {
		got, ok := points.Lookup(name)
		if unknown := want.Arg == -9; ok == unknown || ok && got != want {
			t.Errorf("Lookup(%q) is %+v, %t; want %+v", name, got, ok, want)
		}
	}
}

// TestDefaultIsFresh checks that what a user adds does not change the table.
func TestDefaultIsFresh(t *testing.T) {
	points := entry.Default()
	if err := points.Add([]string{"example.com/start.Run"}); err != nil {
		t.Fatal(err)
	}
	if _, ok := entry.Default().Lookup("example.com/start.Run"); ok {
		t.Error("Add changed what Default gives")
	}
	if len(points) != len(entry.Default())+1 {
		t.Errorf("%d points, want one more than %d", len(points), len(entry.Default()))
	}
}

// TestAdd checks the spelling of the user's entry points (C4).
func TestAdd(t *testing.T) {
	for spec, want := range map[string]struct {
		name string
		arg  int
	}{
		"example.com/start.Run":               {"example.com/start.Run", 0},
		"example.com/start.Run(2)":            {"example.com/start.Run", 2},
		" example.com/start.Run(1) ":          {"example.com/start.Run", 1},
		"example.com/start/v2.Run(1)":         {"example.com/start/v3.Run", 1},
		"(*example.com/start.App).Run(0)":     {"(*example.com/start.App).Run", 0},
		"(*example.com/start/v2.App).Run":     {"(*example.com/start.App).Run", 0},
		"gopkg.in/start.v1.Run(1)":            {"gopkg.in/start.v1.Run", 1},
		"main.run(0)":                         {"main.run", 0},
		"github.com/acme-inc/kit_go.Run_2(0)": {"github.com/acme-inc/kit_go.Run_2", 0},
	} {
		points := make(entry.Points)
		if err := points.Add([]string{spec}); err != nil {
			t.Errorf("Add(%q): %v", spec, err)
		}
		if got, ok := points.Lookup(want.name); !ok || got != (entry.Point{Arg: want.arg}) {
			t.Errorf("Add(%q), Lookup(%q): %+v, %t; want argument %d", spec, want.name, got, ok, want.arg)
		}
	}
}

// TestAddErrors checks that an entry point that cannot be read is named, with
// the form that it should have.
func TestAddErrors(t *testing.T) {
	for _, spec := range []string{"", "Run", "example.com/start", "example.com/start.Run()", "example.com/start.Run(x)",
		"example.com/start.Run(-1)", "example.com/start.Run(0", "example.com/start.Run(0) (1)", "example.com/a b.Run"} {
		points := make(entry.Points)
		err := points.Add([]string{"example.com/good.Run", spec})
		if err == nil {
			t.Errorf("Add(%q) is taken: %v", spec, points)
			continue
		}
		if !strings.Contains(err.Error(), `"`+spec+`"`) || !strings.Contains(err.Error(), "import/path.Func(ARG)") {
			t.Errorf("Add(%q) does not say what is wrong and what would be right: %v", spec, err)
		}
	}
}

// TestAppliesPerRequest checks which routers build middleware anew (H5).
func TestAppliesPerRequest(t *testing.T) {
	for path, want := range map[string]bool{
		"github.com/labstack/echo/v4": true,
		"github.com/labstack/echo":    true,
		"github.com/gorilla/mux":      true,
		"github.com/go-chi/chi/v5":    false,
		"net/http":                    false,
	} {
		if got := entry.AppliesPerRequest(path); got != want {
			t.Errorf("AppliesPerRequest(%q) is %t", path, got)
		}
	}
}

// Paths knows the packages that entry points and events come from (H1, H6).
func TestPaths(t *testing.T) {
	points := entry.Default()
	if err := points.Add([]string{"example.com/own/v2.Run(1)", "example.com/in.v3/sub.Start"}); err != nil {
		t.Fatal(err)
	}
	matters := points.Paths()
	for path, want := range map[string]bool{
		"github.com/aws/aws-lambda-go/lambda":  true,
		"github.com/aws/aws-lambda-go/events":  true,
		"github.com/mefellows/vesper":          true, // a method's package
		"github.com/apex/gateway/v2":           true,
		"example.com/own/v3":                   true,
		"example.com/in.v3/sub":                true,
		"example.com/own":                      true,
		"example.com/other":                    false,
		"github.com/aws/aws-sdk-go-v2/aws":     false,
		"net/http":                             false,
		"github.com/aws/aws-lambda-go-api/foo": false,
	} {
		if got := matters(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}
