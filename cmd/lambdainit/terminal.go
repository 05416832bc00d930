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

// A progress shows on a terminal how much has been loaded.
type progress struct {
	to io.Writer // nil: nowhere

	mu    sync.Mutex
	last  time.Time // when it was shown
	shown bool
}

// patience is how long a run may take before it says how far it is, and how
// often it says so.
const patience = 200 * time.Millisecond

// show shows that so many packages have been loaded, of those known so far.
func (p *progress) show(loaded, total int) {
	if p.to == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch now := time.Now(); {
	case p.last.IsZero():
		p.last = now
	case now.Sub(p.last) >= patience:
		p.last, p.shown = now, true
		fmt.Fprintf(p.to, "\r\x1b[Kloading packages: %d of %d", loaded, total)
	}
}

// clear removes what was shown.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
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
