// Command gcl is golangci-lint with lambdainit in it, built from this checkout.
// CI runs it; users build theirs with "golangci-lint custom" and
// .custom-gcl.yml.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/lambdainit/lambdainit/golangci"
)

func main() {
	// Of a version (devel) golangci-lint's cache tells one binary from another
	// by what is in it, so that a change of the plugin counts.
	info := commands.BuildInfo{Version: "(devel)", GoVersion: runtime.Version(), Commit: "unknown", Date: "unknown"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintln(os.Stderr, "golangci-lint:", err)
		os.Exit(exitcodes.Failure)
	}
}
