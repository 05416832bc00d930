// Package handlers makes programs of the folder handlers, whose functions
// exist in their wrong form only: as they are, and fixed by lambdainit.
package handlers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	thisModule = "github.com/lambdainit/lambdainit/proof"
	command    = "github.com/lambdainit/lambdainit/cmd/lambdainit"
)

// Folder gives the folder of the handlers. The current folder has to be inside
// the proof's module.
func Folder(ctx context.Context) (string, error) {
	out, err := run(ctx, ".", "go", "list", "-m", "-f", "{{.Dir}}", thisModule)
	if err != nil {
		return "", fmt.Errorf("run this in the folder proof of lambdainit's repository: %w", err)
	}
	return filepath.Join(strings.TrimSpace(out), "handlers"), nil
}

// Copy copies the handlers into a new folder.
func Copy(from, to string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return fmt.Errorf("copying the handlers: %w", err)
	}
	return nil
}

// Fix runs "lambdainit -fix" on a copy, with the lambdainit of this checkout,
// built into the folder tools. It fails unless everything found is fixed, and
// returns what lambdainit said.
func Fix(ctx context.Context, folder, tools string) (string, error) {
	binary := filepath.Join(tools, "lambdainit")
	if _, err := run(ctx, ".", "go", "build", "-o", binary, command); err != nil {
		return "", fmt.Errorf("building lambdainit: %w", err)
	}
	said, err := run(ctx, folder, binary, "-fix", "./...")
	if err != nil {
		return said, fmt.Errorf("fixing the handlers: %w", err)
	}
	if found, err := run(ctx, folder, binary, "./..."); err != nil {
		return said, fmt.Errorf("the handlers are not fixed: %s: %w", found, err)
	}
	return said, nil
}

// Build builds the programs of a copy into a folder, with further flags.
func Build(ctx context.Context, folder, binaries string, flags ...string) error {
	args := append([]string{"build", "-o", binaries + string(filepath.Separator)}, flags...)
	if err := os.MkdirAll(binaries, 0o755); err != nil {
		return err
	}
	if _, err := run(ctx, folder, "go", append(args, "./...")...); err != nil {
		return fmt.Errorf("building the handlers: %w", err)
	}
	return nil
}

// Both copies the handlers below a folder, fixes one copy and builds the
// programs of both, into its folders before and after. The sources stay in
// before-src and after-src.
func Both(ctx context.Context, work string) error {
	source, err := Folder(ctx)
	if err != nil {
		return err
	}
	for _, form := range []string{"before", "after"} {
		folder := filepath.Join(work, form+"-src")
		if err := Copy(source, folder); err != nil {
			return err
		}
		if form == "after" {
			if _, err := Fix(ctx, folder, work); err != nil {
				return err
			}
		}
		if err := Build(ctx, folder, filepath.Join(work, form)); err != nil {
			return err
		}
	}
	return nil
}

func run(ctx context.Context, folder, program string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = folder
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if err != nil {
		err = fmt.Errorf("%s %s: %w", filepath.Base(program), strings.Join(args, " "), errors.Join(err, errors.New(stderr.String())))
	}
	return stdout.String() + stderr.String(), err
}
