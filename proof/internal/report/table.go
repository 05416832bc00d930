package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/proof/internal/measure"
)

// Table is everything that was measured, in Markdown.
func (r Results) Table() string {
	var b strings.Builder
	b.WriteString("| built per invocation | round trip | p50 | p99 | warm p50, ms | warm p99, ms | cold start, ms | TLS connections | open files | goroutines | memory, MB |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, c := range r.whole() {
		before := c.Forms[measure.Before]
		b.WriteString(row(c, c.Title, before, c.Forms[measure.After]))
		if stale, ok := c.Forms[measure.Stale]; ok {
			b.WriteString(row(c, "*the listing moved out, too: stale for ever*", before, stale))
		}
	}
	for _, why := range r.Missing {
		fmt.Fprintf(&b, "\nNot measured: %s.\n", why)
	}
	fmt.Fprintf(&b, "\n%s\n", r.conditions())
	return b.String()
}

func row(c measure.Comparison, title string, before, after measure.Cost) string {
	count := func(get func(measure.Cost) int) string { return fmt.Sprintf("%d → %d", get(before), get(after)) }
	cells := []string{
		title, fmt.Sprintf("%g ms", c.RoundTrip),
		"**" + ratio(before.P50/after.P50) + "**", ratio(before.P99 / after.P99),
		change(before.P50, after.P50), change(before.P99, after.P99), change(before.Cold, after.Cold),
		count(func(c measure.Cost) int { return c.Connections }),
		count(func(c measure.Cost) int { return c.OpenFiles }),
		count(func(c measure.Cost) int { return c.Goroutines }),
		count(func(c measure.Cost) int { return c.PeakMemoryKB >> 10 }),
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

// Shares is how the ratios depend on a function's memory, in Markdown.
func (r Results) Shares() string {
	shared := r.shared()
	if len(shared) == 0 {
		return "Not measured here.\n"
	}
	var memories []int
	for _, c := range shared {
		if !slices.Contains(memories, c.MemoryMB) {
			memories = append(memories, c.MemoryMB)
		}
	}
	var b strings.Builder
	b.WriteString("| warm p50, ms |")
	for _, m := range memories {
		fmt.Fprintf(&b, " %d MB |", m)
	}
	b.WriteString("\n|---|" + strings.Repeat("--:|", len(memories)) + "\n")
	for _, group := range byProgram(shared) {
		fmt.Fprintf(&b, "| %s |", group[0].Title)
		for _, c := range group {
			fmt.Fprintf(&b, " **%s** %s |", ratio(c.RatioP50), change(c.Forms[measure.Before].P50, c.Forms[measure.After].P50))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Summary is what the first page needs to know, in Markdown.
func (r Results) Summary() string {
	var b strings.Builder
	b.WriteString("| built per invocation | times faster at 0 ms | 1 ms | 5 ms away | TLS connections | open files |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|\n")
	invocations := 0
	for _, group := range byProgram(r.whole()) {
		first := group[0]
		before, after := first.Forms[measure.Before], first.Forms[measure.After]
		fmt.Fprintf(&b, "| %s |", first.Title)
		for _, roundTrip := range []float64{0, 1, 5} {
			fmt.Fprintf(&b, " %s |", at(group, roundTrip))
		}
		fmt.Fprintf(&b, " %d → %d | %d → %d |\n", before.Connections, after.Connections, before.OpenFiles, after.OpenFiles)
		invocations = max(invocations, after.Invocations)
	}
	fmt.Fprintf(&b, "\nTimes are those of warm invocations at the median, connections and files those of %d invocations in one process.\n%s\n",
		invocations, r.conditions())
	return b.String()
}

// at is a group's ratio at a distance, or "–" if it talks to no server.
func at(group []measure.Comparison, roundTrip float64) string {
	for _, c := range group {
		if c.RoundTrip == roundTrip {
			return "**" + ratio(c.RatioP50) + "**"
		}
	}
	return "–"
}

// ratio, change and digits write numbers with no more digits than mean
// something.
func ratio(x float64) string { return digits(x) + "×" }

func change(before, after float64) string { return digits(before) + " → " + digits(after) }

func digits(x float64) string {
	switch {
	case x >= 10:
		return fmt.Sprintf("%.0f", x)
	case x >= 1:
		return fmt.Sprintf("%.1f", x)
	default:
		return fmt.Sprintf("%.2f", x)
	}
}
