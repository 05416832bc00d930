package report

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strings"
)

// A Machine is where it was measured.
type Machine struct {
	CPU        string `json:"cpu"`
	Cores      int    `json:"cores"`
	System     string `json:"system"`
	Go         string `json:"go"`
	PostgreSQL string `json:"postgresql,omitempty"`
	Load       string `json:"loadAverage"`    // of the last minute, before the measurement
	Note       string `json:"note,omitempty"` // what else there is to say about it
	ModelBytes int64  `json:"modelBytes"`
}

var cpuModel = regexp.MustCompile(`(?m)^model name\s*:\s*(.+)$`)

// ThisMachine is the machine this runs on, as far as it tells.
func ThisMachine() Machine {
	m := Machine{Cores: runtime.NumCPU(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, CPU: "unknown CPU"}
	if data, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if match := cpuModel.FindSubmatch(data); match != nil {
			m.CPU = string(match[1])
		}
	}
	if data, err := os.ReadFile("/proc/loadavg"); err == nil {
		m.Load, _, _ = strings.Cut(string(data), " ")
	}
	return m
}

func (r Results) conditions() string {
	m := r.Machine
	note := ""
	if m.Note != "" {
		note = " (" + m.Note + ")"
	}
	return fmt.Sprintf("Measured %s on %d cores of %s (%s, %s, PostgreSQL %s), load average %s at the beginning%s; the model's file has %d MB.",
		r.Date, m.Cores, m.CPU, m.System, m.Go, orNone(m.PostgreSQL), m.Load, note, m.ModelBytes>>20)
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
