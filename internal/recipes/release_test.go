package recipes

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	modzip "golang.org/x/mod/zip"
)

// A release is this checkout as a version that users can get.
type release struct {
	proxy      string // a module proxy's folder
	repository string // a git repository with the tag
	modcache   string
	command    string // what go install gave
}

// newRelease makes a release below a folder.
func newRelease(dir string) (*release, error) {
	r := &release{
		proxy: filepath.Join(dir, "proxy"), repository: filepath.Join(dir, "lambdainit"),
		modcache: filepath.Join(dir, "modcache"), command: filepath.Join(dir, "bin", "lambdainit"),
	}
	return r, errors.Join(r.publish(), r.tag(), r.install())
}

// publish writes the files of a module proxy.
func (r *release) publish() error {
	dir := filepath.Join(r.proxy, modPath, "@v")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var archive bytes.Buffer
	if err := modzip.CreateFromDir(&archive, module.Version{Path: modPath, Version: version}, root); err != nil {
		return err
	}
	gomod, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		"list": []byte(version + "\n"), version + ".info": []byte(`{"Version":"` + version + `"}`),
		version + ".mod": gomod, version + ".zip": archive.Bytes(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// tag puts what the module holds into a repository and tags it.
func (r *release) tag() error {
	archive, err := zip.OpenReader(filepath.Join(r.proxy, modPath, "@v", version+".zip"))
	if err != nil {
		return err
	}
	defer func() { _ = archive.Close() }()
	temp := r.repository + ".tmp"
	if err := os.CopyFS(temp, archive); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(temp, modPath+"@"+version), r.repository); err != nil {
		return err
	}
	// Of a worktree, .git is a file, which goes into the module like any other.
	if err := os.RemoveAll(filepath.Join(r.repository, ".git")); err != nil {
		return err
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"commit", "-qm", version}, {"tag", version}} {
		if _, err := r.run(r.repository, nil, "git", args...); err != nil {
			return err
		}
	}
	return nil
}

// install gets the command as README says.
func (r *release) install() error {
	_, err := r.run(r.proxy, []string{"GOBIN=" + filepath.Dir(r.command)}, "go", "install", modPath+"/cmd/lambdainit@latest")
	return err
}

// environ makes the go command and git take lambdainit from the release and
// other modules from the module cache.
func (r *release) environ() []string {
	gocache, modcache := goEnv("GOCACHE"), goEnv("GOMODCACHE")
	return []string{
		"GOPROXY=file://" + filepath.ToSlash(r.proxy) + ",file://" + filepath.ToSlash(filepath.Join(modcache, "cache/download")),
		"GOMODCACHE=" + r.modcache, "GOCACHE=" + gocache, "GOSUMDB=off", "GOTOOLCHAIN=local",
		"GOFLAGS=-trimpath -modcacherw", "LAMBDAINIT_CACHE=off",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url." + r.repository + ".insteadOf", "GIT_CONFIG_VALUE_0=https://" + modPath,
	}
}

func goEnv(name string) string {
	value, err := exec.Command("go", "env", name).Output()
	if err != nil {
		panic(err) // nothing works without go
	}
	return strings.TrimSpace(string(value))
}

// run runs a program in the environment of the release and returns what it
// prints.
func (r *release) run(dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	outside := slices.DeleteFunc(os.Environ(), func(kv string) bool { return strings.HasPrefix(kv, "GIT_") })
	cmd.Env = slices.Concat(outside, r.environ(), env)
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return string(out), err
}

// The installed command says its version, and so does one that is built from
// the tag, as goreleaser does.
func TestVersion(t *testing.T) {
	want := "lambdainit " + version + " built with go"
	out, err := released.run(".", nil, released.command, "-version")
	if err != nil || !strings.HasPrefix(out, want) {
		t.Errorf("installed: %s, %v", out, err)
	}
	config := readReleaser(t)
	built := filepath.Join(t.TempDir(), "lambdainit")
	if _, err := released.run(released.repository, []string{"GOFLAGS="}, "go", config.build(built)...); err != nil {
		t.Fatal(err)
	}
	if out, err = released.run(".", nil, built, "-version"); err != nil || !strings.HasPrefix(out, want) {
		t.Errorf("from the tag: %s, %v", out, err)
	}
}
