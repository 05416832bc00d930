package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// On a terminal places are bold and links, and a line on stderr sums up; with
// NO_COLOR there is the line only, and in a pipe neither (D2).
func TestOnTerminal(t *testing.T) {
	dir, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	const closing = `(?m)^lambdainit: \d+ findings? in \d+ handlers? of \d+, [\d.]+m?s\r?$`
	link := "\x1b]8;;file://" + filepath.ToSlash(dir) + "/listbuckets/inside/main.go\x1b\\\x1b[1mlistbuckets/inside/main.go:21:14\x1b[0m\x1b]8;;\x1b\\: "
	for _, test := range []struct {
		env             string
		tty             bool
		styled, summary bool
	}{
		{"TERM=xterm", true, true, true},
		{"NO_COLOR=1", true, false, true},
		{"TERM=dumb", true, false, false},
		{"TERM=xterm", false, false, false},
	} {
		out := runOn(t, test.tty, dir, "TERM=xterm", test.env)
		if got := strings.Contains(out, link); got != test.styled {
			t.Errorf("%+v: link %v in\n%q", test, got, out)
		}
		if got := strings.Contains(out, "\x1b]8") || strings.Contains(out, "\x1b[1m"); got != test.styled {
			t.Errorf("%+v: styled %v", test, got)
		}
		if got := regexp.MustCompile(closing).MatchString(out); got != test.summary {
			t.Errorf("%+v: closing line %v in\n%q", test, got, out)
		}
		if !test.tty && strings.ContainsAny(out, "\x1b\r") {
			t.Errorf("%+v: progress or style in a pipe: %q", test, out)
		}
	}
}

// runOn runs the command on a terminal, or in a pipe, and returns what it prints.
func runOn(t *testing.T, tty bool, dir string, env ...string) string {
	t.Helper()
	command, err := exec.LookPath("lambdainit")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), command, "./...")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	if !tty {
		out, _ := cmd.CombinedOutput() // it finds something, so fails
		return string(out)
	}
	master, slave := openTerminal(t)
	defer master.Close()
	cmd.Stdout, cmd.Stderr = slave, slave
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	out, _ := io.ReadAll(master) // ends with an error when the other side closes
	_ = cmd.Wait()
	return string(out)
}

// openTerminal returns both sides of a new pseudo-terminal.
func openTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals: %v", err)
	}
	var number, unlocked uint32
	for request, arg := range map[uintptr]*uint32{syscall.TIOCGPTN: &number, syscall.TIOCSPTLCK: &unlocked} {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), request, uintptr(unsafe.Pointer(arg))); errno != 0 {
			t.Fatal(errno)
		}
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}
