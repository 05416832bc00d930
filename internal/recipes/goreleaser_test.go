package recipes

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// releaser is what .goreleaser.yaml says about building. "goreleaser check"
// knows the rest.
type releaser struct {
	Builds []struct {
		Main                 string
		Env, Flags, Ldflags  []string
		Goos, Goarch, Ignore []string
	}
}

func readReleaser(t *testing.T) *releaser {
	t.Helper()
	text, err := os.ReadFile(root + "/.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config := new(releaser)
	if err := yaml.Unmarshal(text, config); err != nil {
		t.Fatal(err)
	}
	if len(config.Builds) != 1 {
		t.Fatalf("%d builds", len(config.Builds))
	}
	return config
}

// build returns the arguments of go that goreleaser uses.
func (r *releaser) build(output string) []string {
	b := r.Builds[0]
	args := append([]string{"build", "-o", output}, b.Flags...)
	return append(args, "-ldflags="+strings.Join(b.Ldflags, " "), b.Main)
}

// TestCross builds for all systems that goreleaser builds for.
func TestCross(t *testing.T) {
	config := readReleaser(t)
	b := config.Builds[0]
	if !slices.Equal(b.Goos, []string{"linux", "darwin", "windows"}) || !slices.Equal(b.Goarch, []string{"amd64", "arm64"}) {
		t.Errorf("built for %v on %v", b.Goos, b.Goarch)
	}
	for _, goos := range b.Goos {
		for _, goarch := range b.Goarch {
			output := filepath.Join(t.TempDir(), "lambdainit")
			env := append([]string{"GOFLAGS=", "GOOS=" + goos, "GOARCH=" + goarch}, b.Env...)
			if _, err := released.run(released.repository, env, "go", config.build(output)...); err != nil {
				t.Errorf("%s/%s: %v", goos, goarch, err)
			}
		}
	}
}
