package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/lambdainit/lambdainit/internal/report"
)

// terminal returns w if it is one, else nil.
func terminal(w io.Writer) io.Writer {
	f, ok := w.(*os.File)
	if !ok {
		return nil
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || os.Getenv("TERM") == "dumb" {
		return nil
	}
	return w
}

// styled reports whether w is a terminal that shows bold text and links.
func styled(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && terminal(w) != nil
}

// A progress shows on a terminal how far a run is. Several modules can be under
// way at the same time: their packages count together.
type progress struct {
	to io.Writer // nil: nowhere

	mu    sync.Mutex
	parts []*step
	last  time.Time // when it was shown
	shown bool
}

// A step is what happens to the packages of one module.
type step struct {
	verb        string
	done, total int
}

// patience is how long a run may take before it says how far it is, and how
// often it says so.
const patience = 200 * time.Millisecond

// step returns what tells the progress how many packages of a module something
// has been done to, of those known so far.
func (p *progress) step(verb string) func(done, total int) {
	if p.to == nil {
		return func(int, int) {}
	}
	s := &step{verb: verb}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.parts = append(p.parts, s)
	return func(done, total int) {
		p.mu.Lock()
		defer p.mu.Unlock()
		s.done, s.total = max(s.done, done), max(s.total, total)
		p.show(verb)
	}
}

// show sums up the steps of a kind, if the last time is long enough ago.
func (p *progress) show(verb string) {
	now := time.Now()
	if p.last.IsZero() {
		p.last = now
	}
	if now.Sub(p.last) < patience {
		return
	}
	var done, total int
	for _, s := range p.parts {
		if s.verb == verb {
			done, total = done+s.done, total+s.total
		}
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.to, "\r\x1b[K%s packages: %d of %d", verb, done, total)
}

// clear removes what was shown.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
	p.shown = false
}

// close says on a terminal what came of the run.
func (c *command) close(merged *report.Result) {
	if terminal(c.stderr) != nil {
		c.say(closing(merged, time.Since(c.start)))
	}
}

// closing sums a run up in a line.
func closing(merged *report.Result, took time.Duration) string {
	hit := make(map[report.Site]bool)
	for _, f := range merged.Findings {
		for _, h := range f.Handlers {
			hit[h] = true
		}
	}
	all, took := count(len(merged.Handlers), "handler"), took.Round(10*time.Millisecond)
	if len(merged.Findings) == 0 {
		return fmt.Sprintf("nothing found in %s, %s", all, took)
	}
	return fmt.Sprintf("%s in %s of %d, %s", count(len(merged.Findings), "finding"),
		count(len(hit), "handler"), len(merged.Handlers), took)
}

// count says how many there are of something.
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
