package catalog

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// A Cost says what each invocation pays to build something again, as classes.
type Cost struct {
	Classes  []string // as [Classes] names them, the dearest first
	Measured bool     // counted or timed by a benchmark, see the kind's page
}

// classes are the names of cost classes, as in costs.txt, and how they are
// printed, the dearest first.
var classes = []struct{ name, label string }{
	{"process", "process start"},
	{"connection", "connection"},
	{"tls", "TLS handshake"},
	{"request", "request"},
	{"disk", "disk"},
	{"cpu", "CPU"},
	{"contents", "contents lost"},
}

// Classes are the cost classes, the dearest first.
func Classes() []string {
	labels := make([]string, len(classes))
	for i, c := range classes {
		labels[i] = c.label
	}
	return labels
}

// CostOf returns what building something costs that has this full name. What
// the catalogue does not list costs what is usual for the kind given.
func CostOf(kind, fullName string) Cost {
	t := costs()
	if e, ok := Default().LookupFullName(fullName); ok {
		kind = e.Kind
	}
	n, err := split(fullName)
	if err != nil {
		return t.kinds[kind]
	}
	cost, weight := t.kinds[kind], -1
	for _, l := range t.lines {
		if l.pattern.weight > weight && l.pattern.matchPath(n.path) && l.pattern.matchName(n.shape, n.recv, n.base) {
			cost, weight = l.cost, l.pattern.weight
		}
	}
	return cost
}

// Dearer reports whether what costs c costs more than what costs other: the
// dearest class that only one of them has decides.
func (c Cost) Dearer(other Cost) bool {
	for _, class := range classes {
		has := slices.Contains(c.Classes, class.label)
		if has != slices.Contains(other.Classes, class.label) {
			return has
		}
	}
	return false
}

// LosesContents reports whether what is built starts empty, as caches in memory do.
func (c Cost) LosesContents() bool { return slices.Contains(c.Classes, "contents lost") }

//go:embed costs.txt
var costText string

var costs = sync.OnceValue(func() *costTable {
	t, err := parseCosts(costText)
	if err != nil {
		panic(fmt.Sprintf("the embedded costs are malformed: %v", err))
	}
	return t
})

// A costTable holds the lines of costs.txt.
type costTable struct {
	kinds map[string]Cost
	lines []costLine
}

type costLine struct {
	pattern *pattern
	cost    Cost
}

func parseCosts(text string) (*costTable, error) {
	t := &costTable{kinds: make(map[string]Cost)}
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if err := t.add(fields); err != nil {
			return nil, fmt.Errorf("costs.txt:%d: %w", n, err)
		}
	}
	return t, nil
}

// add adds the line CLASSES measured|expected TARGET.
func (t *costTable) add(fields []string) error {
	if len(fields) != 3 || fields[1] != "measured" && fields[1] != "expected" {
		return fmt.Errorf("want CLASS[,CLASS...] measured|expected KIND or PATTERN")
	}
	cost := Cost{Measured: fields[1] == "measured"}
	wanted := make(map[string]bool)
	for name := range strings.SplitSeq(fields[0], ",") {
		wanted[name] = true
	}
	for _, c := range classes {
		if wanted[c.name] {
			cost.Classes = append(cost.Classes, c.label)
			delete(wanted, c.name)
		}
	}
	if len(wanted) > 0 {
		return fmt.Errorf("no class %q", slices.Sorted(maps.Keys(wanted)))
	}
	if IsKind(fields[2]) {
		t.kinds[fields[2]] = cost
		return nil
	}
	p, err := compile(fields[2])
	t.lines = append(t.lines, costLine{p, cost})
	return err
}
