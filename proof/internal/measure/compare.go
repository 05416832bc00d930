package measure

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/world"
)

// A Comparison is what a case's forms cost under the same conditions.
type Comparison struct {
	Program    string          `json:"program"`
	Title      string          `json:"title"`
	RoundTrip  float64         `json:"roundTripMs"`
	MemoryMB   int             `json:"memoryMB,omitempty"` // 0: the whole machine
	RatioP50   float64         `json:"ratioP50"`           // before against after
	RatioP99   float64         `json:"ratioP99"`
	SameAnswer bool            `json:"sameAnswers"`
	Forms      map[string]Cost `json:"forms"`
}

// A Cost is what one form costs. Times are in milliseconds.
type Cost struct {
	Environments int     `json:"environments"` // how many were started, one after the other
	Invocations  int     `json:"invocations"`  // in one environment, at most
	Cold         float64 `json:"coldMs"`       // median
	P50          float64 `json:"p50Ms"`
	P99          float64 `json:"p99Ms"`
	Connections  int     `json:"tlsConnections"` // in one environment, at most, as all below
	OpenFiles    int     `json:"openFiles"`
	Goroutines   int     `json:"goroutines"`
	PeakMemoryKB int     `json:"peakMemoryKB"`
}

// Compare runs the forms of a case in turn, in several rounds, so that what
// else the machine does meets all of them.
func Compare(ctx context.Context, w *world.World, c Case, work string, cond Conditions, rounds int) (Comparison, error) {
	runs := map[string][]Run{}
	for range rounds {
		for _, form := range c.Forms(work) {
			run, err := Do(ctx, w, c, form.Binary, cond)
			if err != nil {
				return Comparison{}, fmt.Errorf("%s: %w", form.Name, err)
			}
			runs[form.Name] = append(runs[form.Name], run)
		}
	}
	result := Comparison{
		Program: c.Program, Title: c.Title, MemoryMB: cond.MemoryMB,
		RoundTrip:  milliseconds(cond.RoundTrip),
		SameAnswer: same(runs[Before], runs[After]),
		Forms:      map[string]Cost{},
	}
	for form, runs := range runs {
		result.Forms[form] = cost(runs)
	}
	before, after := result.Forms[Before], result.Forms[After]
	result.RatioP50, result.RatioP99 = before.P50/after.P50, before.P99/after.P99
	return result, nil
}

// same reports whether the runs gave the same answers to the same events. A
// slow form may have had no time for the last ones.
func same(before, after []Run) bool {
	for i := range before {
		b, a := before[i].Answers, after[i].Answers
		n := min(len(b), len(a))
		if n == 0 || !slices.Equal(b[:n], a[:n]) {
			return false
		}
	}
	return true
}

func cost(runs []Run) Cost {
	var cold, warm []time.Duration
	c := Cost{Environments: len(runs)}
	for _, r := range runs {
		cold = append(cold, r.Cold)
		warm = append(warm, r.Warm...)
		c.Invocations = max(c.Invocations, len(r.Answers))
		c.Connections = max(c.Connections, r.Connections)
		c.OpenFiles = max(c.OpenFiles, r.Usage.OpenFiles)
		c.Goroutines = max(c.Goroutines, r.Usage.Goroutines)
		c.PeakMemoryKB = max(c.PeakMemoryKB, r.Usage.PeakMemory)
	}
	c.Cold, c.P50, c.P99 = percentile(cold, 50), percentile(warm, 50), percentile(warm, 99)
	return c
}

// percentile is the smallest of the times that p percent of them do not exceed.
func percentile(times []time.Duration, p int) float64 {
	slices.Sort(times)
	rank := (len(times)*p + 99) / 100
	return milliseconds(times[max(rank, 1)-1])
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
