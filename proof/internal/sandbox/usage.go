package sandbox

import (
	"fmt"
	"os"
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
}

var (
	peakMemory = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)
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
	goroutines, err := e.endGoroutines()
	return Usage{OpenFiles: len(files), Goroutines: goroutines, PeakMemory: peak}, err
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
