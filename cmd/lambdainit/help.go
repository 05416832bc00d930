package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/lambdainit/lambdainit/docs/kinds"
	"github.com/lambdainit/lambdainit/internal/catalog"
)

const usage = `lambdainit finds what an AWS Lambda function builds again on every invocation.

Usage:

	lambdainit [flags] [packages]    analyse packages; ./... if none are named
	lambdainit help KIND             what a kind of finding means, and what to do

Packages are named as for go build. In a folder that is in no module, each module
below it is analysed. The exit code is 0 if nothing was found, 3 if something was
(0 with -json and -sarif), 1 if something could not be loaded, analysed or fixed, 2 for wrong
usage. What -fix or -diff fixes does not count as found.

A line is silenced by //lambdainit:ignore and the reason behind it.

What was found is kept in the user's cache folder until packages change. The
environment variable LAMBDAINIT_CACHE names another folder, or is "off".

Flags:

`

// help prints how to call lambdainit, or the page of a kind.
func help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stdout, usage+flagList()+"\nKinds:\n\n"+kindList())
		return exitNothing
	}
	page, ok := kinds.Page(args[0])
	if !ok || len(args) > 1 {
		return complain(stderr, fmt.Errorf("no help on %q; the kinds are %s", strings.Join(args, " "), kindNames()))
	}
	fmt.Fprint(stdout, page)
	return exitNothing
}

// flagList describes each flag in a line or two.
func flagList() string {
	var b bytes.Buffer
	new(options).flags().VisitAll(func(f *flag.Flag) {
		arg, text := flag.UnquoteUsage(f)
		fmt.Fprintf(&b, "\t-%s\n\t\t%s\n", strings.TrimSpace(f.Name+" "+arg), text)
	})
	return b.String()
}

// kindList names the kinds with what each one is.
func kindList() string {
	var b bytes.Buffer
	for _, k := range catalog.Kinds() {
		off := ""
		if !k.Default {
			off = " (off by default)"
		}
		fmt.Fprintf(&b, "\t%-14s%s%s\n", k.Name, k.Title, off)
	}
	return b.String()
}

func kindNames() string {
	var names []string
	for _, k := range catalog.Kinds() {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}

// version is the module's version.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
