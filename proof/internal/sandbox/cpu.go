package sandbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// ErrNoCPUShares says that this machine does not let us limit a process's CPU.
var ErrNoCPUShares = errors.New("no CPU shares: cgroups cannot be made here")

// A function gets one CPU per 1769 MB (the documentation of Lambda says so),
// in slices of 20 ms.
// What else the machine does takes no part of that away: the weights are high.
const (
	memoryOfOneCPU = 1769
	periodMicros   = 20_000
	weightV1       = "20480" // of 1024 as a rule
	weightV2       = "2000"  // of 100 as a rule
)

// A cpuGroup is a cgroup with a share of the CPU.
type cpuGroup struct{ folder string }

func (g *cpuGroup) processes() string { return filepath.Join(g.folder, "cgroup.procs") }

// newCPUGroup makes a group with the share of a function with that memory.
func newCPUGroup(memoryMB int) (*cpuGroup, error) {
	quota := strconv.Itoa(periodMicros * memoryMB / memoryOfOneCPU)
	period := strconv.Itoa(periodMicros)
	group, err := newGroup("/sys/fs/cgroup/cpu", [][2]string{
		{"cpu.cfs_period_us", period}, {"cpu.cfs_quota_us", quota}, {"cpu.shares", weightV1},
	})
	if errors.Is(err, os.ErrNotExist) { // cgroups of version 2 have one tree for all
		group, err = newGroup("/sys/fs/cgroup", [][2]string{
			{"cpu.max", quota + " " + period}, {"cpu.weight", weightV2},
		})
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoCPUShares, err)
	}
	return group, nil
}

func newGroup(root string, settings [][2]string) (*cpuGroup, error) {
	folder, err := os.MkdirTemp(root, "lambdainit-proof-")
	if err != nil {
		return nil, err
	}
	for _, s := range settings {
		// Without O_CREATE: a file that is not there means no such controller.
		file, err := os.OpenFile(filepath.Join(folder, s[0]), os.O_WRONLY, 0)
		if err == nil {
			_, err = file.WriteString(s[1])
			err = errors.Join(err, file.Close())
		}
		if err != nil {
			return nil, errors.Join(err, os.Remove(folder))
		}
	}
	return &cpuGroup{folder}, nil
}

// CPUShares reports, by an error, whether functions can be given CPU shares.
func CPUShares() error {
	group, err := newCPUGroup(memoryOfOneCPU)
	if err != nil {
		return err
	}
	return os.Remove(group.folder)
}
