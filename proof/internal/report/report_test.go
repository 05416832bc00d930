package report

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/lambdainit/lambdainit/proof/internal/measure"
)

var update = flag.Bool("update", false, "write the recorded results into the READMEs and the chart")

// The proof's module, and what was recorded last.
const (
	module   = "../.."
	recorded = module + "/results"
)

func read(t *testing.T) Results {
	t.Helper()
	r, err := Read(recorded)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestREADMEs compares the tables in both READMEs with the recorded results;
// with -update it writes them.
func TestREADMEs(t *testing.T) {
	r := read(t)
	for _, block := range []struct{ file, name, text string }{
		{module + "/README.md", "table", r.Table()},
		{module + "/README.md", "shares", r.Shares()},
		{module + "/../README.md", "proof", r.Summary()},
	} {
		text, err := os.ReadFile(block.file)
		if err != nil {
			t.Fatal(err)
		}
		begin, end := "<!-- "+block.name+" -->\n", "<!-- /"+block.name+" -->\n"
		before, rest, ok := strings.Cut(string(text), begin)
		got, after, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("%s has no block %s", block.file, block.name)
		}
		if got == block.text {
			continue
		}
		if !*update {
			t.Errorf("%s: the block %s shows other results than were recorded (go test ./internal/report -update writes it)", block.file, block.name)
			continue
		}
		if err := os.WriteFile(block.file, []byte(before+begin+block.text+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestChart: the recorded chart is that of the recorded results, and is XML.
// With -update it is drawn anew.
func TestChart(t *testing.T) {
	if *update {
		if err := read(t).Write(recorded); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(recorded + "/" + chartFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != read(t).Chart() {
		t.Error("the chart shows other results than were recorded")
	}
	for decoder := xml.NewDecoder(strings.NewReader(string(data))); ; {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestRecorded looks at the ratios that were recorded. It measures nothing, so
// it depends on no machine's mood.
func TestRecorded(t *testing.T) {
	least := map[string]float64{"listbuckets": 2, "receipts": 1.3, "convert": 2, "orderget": 5, "ordercount": 5, "score": 100}
	for _, group := range byProgram(read(t).whole()) {
		want, ok := least[group[0].Program]
		if !ok {
			t.Errorf("no case %s", group[0].Program)
		}
		delete(least, group[0].Program)
		if got := group[0].RatioP50; got < want {
			t.Errorf("%s: %.2f times faster on loopback, want %.2f", group[0].Program, got, want)
		}
		for _, c := range group {
			if !c.SameAnswer {
				t.Errorf("%s, %g ms away: other answers", c.Program, c.RoundTrip)
			}
		}
		// The farther away, the more time is saved.
		near, far := saved(group[0]), saved(group[len(group)-1])
		if len(group) > 1 && far <= near {
			t.Errorf("%s: saves %.2f ms on loopback, %.2f ms far away", group[0].Program, near, far)
		}
	}
	for program := range least {
		t.Errorf("%s was not recorded", program)
	}
}

// saved is how much faster the fixed form is, in milliseconds.
func saved(c measure.Comparison) float64 {
	return c.Forms[measure.Before].P50 - c.Forms[measure.After].P50
}

// TestTables: whatever is missing is said.
func TestTables(t *testing.T) {
	forms := map[string]measure.Cost{measure.Before: {P50: 20, P99: 30, Connections: 9}, measure.After: {P50: 0.5, P99: 1, Connections: 1}}
	r := Results{
		Date:        "2026-01-02",
		Comparisons: []measure.Comparison{{Program: "p", Title: "a client", RatioP50: 40, RatioP99: 30, Forms: forms}},
		Missing:     []string{"no CPU shares"},
	}
	for name, text := range map[string]string{
		"| a client | 0 ms | **40×** | 30× | 20 → 0.50 |": r.Table(),
		"Not measured: no CPU shares.":                    r.Table(),
		"Measured 2026-01-02 on":                          r.Table(),
		"Not measured here.":                              r.Shares(),
		"| a client | **40×** | – | – | 9 → 1 |":          r.Summary(),
	} {
		if !strings.Contains(text, name) {
			t.Errorf("no %q in\n%s", name, text)
		}
	}
}
