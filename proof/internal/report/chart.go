package report

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"

	"github.com/lambdainit/lambdainit/proof/internal/measure"
)

// The measures of the chart, in pixels.
const (
	width     = 860
	left      = 80  // of the axis
	right     = 770 // of the axis
	top       = 64
	rowHeight = 24
	titleRow  = 34
)

// The ends of the axis, in milliseconds.
const (
	least = 0.05
	most  = 1000
)

const style = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600 }
.heading { font-size: 15px; font-weight: 600 }
.small { font-size: 11px; fill: #57606a }
.ratio { font-weight: 700 }
.grid { stroke: #d0d7de }
.span { stroke: #8c959f; stroke-width: 3 }
.before { fill: #cf222e }
.after { fill: #1a7f37 }
.stale { fill: none; stroke: #8c959f; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.small { fill: #8b949e }
.grid { stroke: #30363d }
.before { fill: #ff7b72 }
.after { fill: #3fb950 }
}
`

// Chart draws the warm latency of each case before and after the fix, as SVG.
// The axis is logarithmic, so the same distance is the same ratio everywhere.
func (r Results) Chart() string {
	var body strings.Builder
	y := top
	for _, group := range byProgram(r.whole()) {
		y += titleRow
		fmt.Fprintf(&body, "<text class=\"title\" x=\"12\" y=\"%d\">%s</text>\n", y-8, html.EscapeString(group[0].Title))
		for _, c := range group {
			body.WriteString(dumbbell(c, y+rowHeight/2))
			y += rowHeight
		}
	}
	var b strings.Builder
	height := y + 50
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img">`+"\n", width, height)
	b.WriteString("<title>Warm latency before and after lambdainit -fix</title>\n<style>" + style + "</style>\n")
	b.WriteString(legend() + axis(y+8) + body.String())
	fmt.Fprintf(&b, "<text class=\"small\" x=\"12\" y=\"%d\">%s</text>\n</svg>\n", height-8, html.EscapeString(r.footnote()))
	return b.String()
}

func (r Results) footnote() string {
	return fmt.Sprintf("%s · %d cores of %s · %s · the ratios depend least on the machine", r.Date, r.Machine.Cores, r.Machine.CPU, r.Machine.Go)
}

func legend() string {
	return `<text class="heading" x="12" y="22">Warm invocations: median latency before and after lambdainit -fix</text>
<circle class="before" cx="18" cy="42" r="6"/><text x="30" y="46">as written</text>
<circle class="after" cx="118" cy="42" r="6"/><text x="130" y="46">after -fix</text>
<circle class="stale" cx="218" cy="42" r="5"/><text x="230" y="46">the answer moved out, too: stale for ever, do not</text>
`
}

// axis draws a line for each power of ten.
func axis(bottom int) string {
	var b strings.Builder
	for _, ms := range []float64{0.1, 1, 10, 100, 1000} {
		at := place(ms)
		fmt.Fprintf(&b, "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%[1]f\" y2=\"%[3]d\"/>\n", at, top, bottom)
		fmt.Fprintf(&b, "<text class=\"small\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s ms</text>\n", at, bottom+14, strconv.FormatFloat(ms, 'f', -1, 64))
	}
	return b.String()
}

// dumbbell is one comparison: two dots, what is between them, and the ratio.
func dumbbell(c measure.Comparison, y int) string {
	before, after := place(c.Forms[measure.Before].P50), place(c.Forms[measure.After].P50)
	var b strings.Builder
	fmt.Fprintf(&b, "<text class=\"small\" x=\"12\" y=\"%d\">%s</text>\n", y+4, distance(c))
	fmt.Fprintf(&b, "<line class=\"span\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%[2]d\"/>\n", after, y, before)
	if stale, ok := c.Forms[measure.Stale]; ok {
		fmt.Fprintf(&b, "<circle class=\"stale\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>\n", place(stale.P50), y)
	}
	fmt.Fprintf(&b, "<circle class=\"before\" cx=\"%.1f\" cy=\"%d\" r=\"6\"/>\n", before, y)
	fmt.Fprintf(&b, "<circle class=\"after\" cx=\"%.1f\" cy=\"%d\" r=\"6\"/>\n", after, y)
	fmt.Fprintf(&b, "<text class=\"ratio\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n", width-12, y+4, ratio(c.RatioP50))
	return b.String()
}

func distance(c measure.Comparison) string {
	if c.RoundTrip == 0 {
		return "loopback"
	}
	return fmt.Sprintf("+%g ms", c.RoundTrip)
}

// place is where a time lies on the axis.
func place(ms float64) float64 {
	share := math.Log(clamp(ms)/least) / math.Log(most/least)
	return left + share*(right-left)
}

func clamp(ms float64) float64 { return max(least, min(ms, most)) }
