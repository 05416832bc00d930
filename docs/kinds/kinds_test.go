package kinds_test

import (
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/docs/kinds"
	"github.com/lambdainit/lambdainit/internal/catalog"
)

// TestPages checks that every kind has a page of the agreed form that fits a screen.
func TestPages(t *testing.T) {
	for _, k := range catalog.Kinds() {
		page, ok := kinds.Page(k.Name)
		if !ok {
			t.Errorf("no page for kind %s: write docs/kinds/%s.md", k.Name, k.Name)
			continue
		}
		if want := "# " + k.Name + ": " + k.Title + "\n"; !strings.HasPrefix(page, want) {
			t.Errorf("%s.md does not begin with %q", k.Name, want)
		}
		for _, part := range []string{"## Bad", "## Good", "## Cost", "## When not to hoist"} {
			if !strings.Contains(page, "\n"+part+"\n") {
				t.Errorf("%s.md has no part %q", k.Name, part)
			}
		}
		if n := strings.Count(page, "\n"); n > 50 {
			t.Errorf("%s.md has %d lines: it should fit a screen of 50", k.Name, n)
		}
	}
}

func TestNoPage(t *testing.T) {
	for _, kind := range []string{"", "nothing", "../kinds/sql", "kinds.go"} {
		if _, ok := kinds.Page(kind); ok {
			t.Errorf("there is a page for %q", kind)
		}
	}
}
