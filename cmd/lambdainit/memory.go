package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/lambdainit/lambdainit/internal/load"
	"github.com/lambdainit/lambdainit/internal/report"
)

// cacheVar is the environment variable that names the folder in which results
// are kept, or says "off".
const cacheVar = "LAMBDAINIT_CACHE"

// A memory keeps from run to run what the analysis of packages gave, so that
// what has not changed need not be analysed again. A nil memory keeps nothing.
type memory struct {
	cache *cache.Cache
	by    string // the analysis: this binary and its settings

	mu      sync.Mutex
	results map[load.Key]*report.Result // seen so far
	wrote   bool
}

// openMemory opens the folder for results. Where there is none by default, as in
// a container without a home, nothing is kept; where the user's choice does not
// work, that is said.
func (c *command) openMemory() *memory {
	dir := os.Getenv(cacheVar)
	if dir == "off" {
		return nil
	}
	chosen := dir != ""
	if !chosen {
		home, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(home, "lambdainit")
	}
	m, err := newMemory(dir, c.identity())
	if err != nil && chosen {
		c.say(fmt.Sprintf("results are not kept: %v; set %s to a folder that can be written, or to off", err, cacheVar))
	}
	return m
}

func newMemory(dir, by string) (*memory, error) {
	if by == "" {
		return nil, nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	store, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	return &memory{cache: store, by: by, results: make(map[load.Key]*report.Result)}, nil
}

// identity describes the analysis: this binary, by its build and its file, and
// the settings. It is "" if the file cannot be found.
func (o *options) identity() string {
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Stat(exe)
	if err != nil {
		return ""
	}
	build, _ := debug.ReadBuildInfo()
	settings, err := json.Marshal(o.settings)
	if err != nil {
		panic(err) // they are strings and bools
	}
	return fmt.Sprintf("%v\n%d bytes of %d\n%s", build, file.Size(), file.ModTime().UnixNano(), settings)
}

// id is where the cache has the result of a package.
func (m *memory) id(k load.Key) cache.ActionID {
	h := sha256.New()
	_, _ = io.WriteString(h, m.by+"\n"+string(k))
	return cache.ActionID(h.Sum(nil))
}

// asked is the question for load.Config.Known: whether a package's result is
// known, if that is all that is wanted of the package.
func (m *memory) asked(enough bool) func(load.Key) bool {
	if m == nil {
		return nil
	}
	return func(k load.Key) bool { return enough && m.lookUp(k) != nil }
}

// recall returns the results that are known, by package.
func (m *memory) recall(keys map[string]load.Key) map[string]*report.Result {
	known := make(map[string]*report.Result)
	if m == nil {
		return known
	}
	for id, k := range keys {
		if r := m.lookUp(k); r != nil {
			known[id] = r
		}
	}
	return known
}

// lookUp returns the result for a key, or nil. What cannot be read is not known.
func (m *memory) lookUp(k load.Key) *report.Result {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r := m.results[k]; r != nil {
		return r
	}
	text, _, err := m.cache.GetBytes(m.id(k))
	if err != nil {
		return nil
	}
	r := new(report.Result)
	if json.Unmarshal(text, r) != nil {
		return nil
	}
	m.results[k] = r
	return r
}

// keep keeps the results of packages of which none was known. Packages without
// a result are no concern of the analysis. Should it fail, the next run does the
// work again.
func (m *memory) keep(keys map[string]load.Key, known, results map[string]*report.Result) {
	if m == nil {
		return
	}
	for id, k := range keys {
		if known[id] != nil {
			continue
		}
		r := results[id]
		if r == nil {
			r = new(report.Result)
		}
		text, err := json.Marshal(r)
		if err == nil && m.cache.PutBytes(m.id(k), text) == nil {
			m.wrote = true
		}
	}
}

// close drops what nobody has asked for in days, now and then.
func (m *memory) close() {
	if m != nil && m.wrote {
		_ = m.cache.Trim()
	}
}
