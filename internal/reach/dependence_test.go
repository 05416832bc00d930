package reach_test

import (
	"testing"

	"github.com/lambdainit/lambdainit/internal/reach"
	"github.com/lambdainit/lambdainit/internal/summary"
)

// TestDependence checks what is said of constructions that depend on the event (E1).
func TestDependence(t *testing.T) {
	for _, test := range []struct{ name, src, why string }{
		{"handler's parameter", `func handle(ctx context.Context, region string) error { s3.New(s3.Options{Region: region}); return nil }`,
			"depends on the event, by parameter region"},
		{"helper's parameter", `func handle(ctx context.Context, e string) error { client(e + "x"); return nil }
			func client(where string) { s3.New(s3.Options{Region: where}) }`,
			"depends on the event, by parameter where"},
		{"receiver", `type tenant struct{ region string }
			func (t tenant) client() { s3.New(s3.Options{Region: t.region}) }
			func handle(ctx context.Context, e string) error { tenant{e}.client(); return nil }`,
			"depends on the event, by the receiver"},
		{"variable of the function around", `func handle(ctx context.Context, e string) error { func() { s3.New(s3.Options{Region: e}) }(); return nil }`,
			"depends on the event, by a variable of the function around it"},
		{"call", `func handle(ctx context.Context) error { s3.New(s3.Options{Region: ctx.Value(1).(string)}); return nil }`,
			"depends on the event, by what Value returns"},
		{"no name", `func handle(_ context.Context, _ string) error { return nil }
			func init() { lambda.Start(func(context.Context) error { s3.New(s3.Options{Region: "x"}); return nil }) }`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			opts := options()
			opts.Notes = true
			r := reach.Run([]*summary.Package{condense(t, "example.com/dependence", header+test.src)}, opts)
			why := ""
			for _, n := range r.Notes {
				why = n.Why + " " + n.By
			}
			if why != test.why {
				t.Errorf("%q, want %q", why, test.why)
			}
		})
	}
}
