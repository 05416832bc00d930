package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/version"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A goEnv is what matters of the go command's environment.
type goEnv struct {
	GOARCH    string
	GOFLAGS   string
	GOMOD     string // os.DevNull outside any module
	GOVERSION string // of the toolchain that go.mod selects
	GOWORK    string // "" without a workspace
}

// readEnv asks the go command for its environment.
func (l *loader) readEnv() error {
	out, err := l.goCommand("env", "-json", "GOARCH", "GOFLAGS", "GOMOD", "GOVERSION", "GOWORK")
	if err != nil {
		return err
	}
	err = json.Unmarshal(out, &l.env)
	if l.env.GOWORK == "off" {
		l.env.GOWORK = ""
	}
	return err
}

// goCommand runs the go command and returns its standard output.
// Its error is an *Error made from what the go command said.
// Interrupted it may leave temporary files behind: they lie in a folder that is
// removed here.
func (l *loader) goCommand(args ...string) ([]byte, error) {
	tmp, err := os.MkdirTemp(l.getenv("GOTMPDIR"), "lambdainit")
	if err != nil {
		return nil, &Error{Message: err.Error(), Remedy: "set TMPDIR to a folder that can be written"}
	}
	defer func() { _ = os.RemoveAll(tmp) }()
	cmd := exec.CommandContext(l.ctx, "go", args...)
	cmd.Dir = l.Dir
	cmd.Env = append(l.environ(), "GOTMPDIR="+tmp)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	switch {
	case err == nil:
		return stdout.Bytes(), nil
	case l.ctx.Err() != nil:
		return nil, l.ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return nil, &Error{Message: "the go command is not on PATH", Remedy: "install Go, or put its bin folder on PATH"}
	case stderr.Len() > 0:
		return nil, goError(stderr.String())
	}
	return nil, &Error{Message: "go " + args[0] + ": " + err.Error()}
}

// getenv returns the value of a variable in the go command's environment.
func (l *loader) getenv(name string) string {
	value := ""
	for _, entry := range l.environ() {
		if v, ok := strings.CutPrefix(entry, name+"="); ok {
			value = v
		}
	}
	return value
}

// environ is the go command's environment. PWD is set so that the go command
// prints the names of files below Dir as the user spells them.
func (l *loader) environ() []string {
	env := l.Env
	if env == nil {
		env = os.Environ()
	}
	if l.Dir == "" {
		return env
	}
	return append(slices.Clone(env), "PWD="+l.Dir)
}

// buildFlags are the flags for every go list. A -mod=mod of the user's would
// let the go command write go.mod, and an analysis writes nothing (D5).
func (l *loader) buildFlags() []string {
	flags := []string{"-pgo=off", "-buildvcs=false"}
	flags = append(flags, l.BuildFlags...)
	if slices.Contains(strings.Fields(l.env.GOFLAGS), "-mod=mod") && !l.assumes() {
		flags = append(flags, "-mod=readonly")
	}
	return flags
}

// older reports whether this binary was built with an older Go (by language
// version) than v. It is then not sure to understand v's source and export data.
func (l *loader) older(v string) bool {
	built, _, _ := strings.Cut(l.builtWith, " ")
	v, _, _ = strings.Cut(v, " ")
	if !version.IsValid(built) || !version.IsValid(v) {
		return false
	}
	return version.Compare(version.Lang(built), version.Lang(v)) < 0
}
