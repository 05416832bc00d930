package load

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// refusal is what Toolexec says instead of running a tool.
const refusal = "not compiled: lambdainit only asks what the build cache holds"

// Toolexec is what the go command runs in place of each build tool when Load
// calls “go list -export -toolexec=…” and there is no shell to do it. It lets a tool say which version it is,
// because that is part of the build cache's keys, and refuses all else. So go
// list names the export data that the build cache holds, and compiles nothing.
// args are the tool and its arguments; the result is the exit code.
func Toolexec(args []string, stdout, stderr io.Writer) int {
	if !asksVersion(args) {
		fmt.Fprintln(stderr, refusal)
		return 1
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, stdout, stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

// asksVersion reports whether the tool is only asked which version it is: a Go
// tool by -V=full, the C compiler by -###.
func asksVersion(args []string) bool {
	return len(args) > 1 && (args[1] == "-V=full" || args[1] == "-###")
}

// shell is where a Unix system has its shell.
const shell = "/bin/sh"

// script does what Toolexec does, and starts several times faster.
const script = `case "$2" in -V=full|-###) exec "$@";; esac; echo "` + refusal + `" >&2; exit 1`

// refuser is the command line to put before each build tool: the shell's where
// there is one, else the configured one, else none.
func (c Config) refuser() []string {
	if info, err := os.Stat(shell); err == nil && info.Mode()&0o111 != 0 {
		return []string{shell, "-c", script, "refuse"}
	}
	return c.Refuser
}

// quoteCommand writes a command line as the go command's -toolexec reads it.
// It reports false if that syntax cannot express it.
func quoteCommand(args []string) (string, bool) {
	quoted := make([]string, len(args))
	for i, arg := range args {
		switch {
		case arg != "" && !strings.ContainsAny(arg, " \t\r\n'\""):
			quoted[i] = arg
		case !strings.Contains(arg, "'"):
			quoted[i] = "'" + arg + "'"
		case !strings.Contains(arg, `"`):
			quoted[i] = `"` + arg + `"`
		default:
			return "", false
		}
	}
	return strings.Join(quoted, " "), true
}
