package sandbox

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"time"
)

// A Usage is what a process holds.
type Usage struct {
	OpenFiles  int
	Goroutines int
	PeakMemory int // the most memory it had so far, in kB
	Throttled  int // slices of time in which its share of the CPU was used up
}

var (
	peakMemory = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)
	throttled  = regexp.MustCompile(`(?m)^nr_throttled (\d+)$`)
	goroutine  = regexp.MustCompile(`(?m)^goroutine \d+ .*\[`)
)

// End reads what the function holds, and ends it: SIGQUIT makes a Go program
// print its goroutines and exit. The environment still has to be closed.
func (e *Environment) End() (Usage, error) {
	proc := fmt.Sprintf("/proc/%d/", e.cmd.Process.Pid)
	files, err := os.ReadDir(proc + "fd")
	if err != nil {
		return Usage{}, fmt.Errorf("counting open files (this needs Linux): %w", err)
	}
	status, err := os.ReadFile(proc + "status")
	if err != nil {
		return Usage{}, fmt.Errorf("reading the memory used: %w", err)
	}
	match := peakMemory.FindSubmatch(status)
	if match == nil {
		return Usage{}, fmt.Errorf("no VmHWM in %sstatus", proc)
	}
	peak, err := strconv.Atoi(string(match[1]))
	if err != nil {
		return Usage{}, err
	}
	throttled, err := e.throttled()
	if err != nil {
		return Usage{}, err
	}
	goroutines, err := e.endGoroutines()
	return Usage{OpenFiles: len(files), Goroutines: goroutines, PeakMemory: peak, Throttled: throttled}, err
}

func (e *Environment) throttled() (int, error) {
	if e.group == nil {
		return 0, nil
	}
	stat, err := os.ReadFile(filepath.Join(e.group.folder, "cpu.stat"))
	if err != nil {
		return 0, fmt.Errorf("reading how often the CPU was used up: %w", err)
	}
	match := throttled.FindSubmatch(stat)
	if match == nil {
		return 0, fmt.Errorf("no nr_throttled in %s: %s", e.group.folder, stat)
	}
	return strconv.Atoi(string(match[1]))
}

func (e *Environment) endGoroutines() (int, error) {
	before := len(e.Stderr())
	if err := e.cmd.Process.Signal(syscall.SIGQUIT); err != nil {
		return 0, fmt.Errorf("asking for the goroutines: %w", err)
	}
	select {
	case <-e.alive.Done():
	case <-time.After(time.Minute):
		return 0, fmt.Errorf("the process did not end of SIGQUIT")
	}
	found := goroutine.FindAllString(e.Stderr()[before:], -1)
	if len(found) == 0 {
		return 0, fmt.Errorf("no goroutines in the output after SIGQUIT: %s", e.stderr.tail())
	}
	return len(found), nil
}
