// Package entry knows where Lambda programs hand over their handlers: entry
// points (H1), the frameworks' request and router types (H5), and what makes a
// function a handler by its signature (H6).
package entry

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A Point is a function that takes a handler and runs it once per event.
type Point struct {
	Arg int // the handler's argument, from 0, receiver not counted
	// Builder says that the argument builds the handler: it runs once and its
	// result is the handler (H4).
	Builder bool
	// HTTP says that a nil argument means http.DefaultServeMux (H5).
	HTTP bool
}

// Points maps entry points by full name, major versions folded (H1).
type Points map[string]Point

const lambdaGo = "github.com/aws/aws-lambda-go/"

// Default returns the known entry points. It is a fresh map.
func Default() Points {
	return Points{
		lambdaGo + "lambda.Start":                   {},
		lambdaGo + "lambda.StartWithOptions":        {},
		lambdaGo + "lambda.StartWithContext":        {Arg: 1},
		lambdaGo + "lambda.StartHandler":            {},
		lambdaGo + "lambda.StartHandlerWithContext": {Arg: 1},
		lambdaGo + "lambda.StartHandlerFunc":        {},
		lambdaGo + "lambda.NewHandler":              {},
		lambdaGo + "lambda.NewHandlerWithOptions":   {},
		lambdaGo + "lambda.NewFunction":             {},
		lambdaGo + "lambdaurl.Start":                {HTTP: true},
		lambdaGo + "lambdaurl.Wrap":                 {HTTP: true},
		lambdaGo + "cfn.LambdaWrap":                 {},
		lambdaGo + "cfn.LambdaWrapSNS":              {},

		"github.com/aws/aws-durable-execution-sdk-go/durable.Start": {},
		"github.com/aws/aws-durable-execution-sdk-go/durable.Wrap":  {},

		"github.com/newrelic/go-agent/integrations/nrlambda.Start":        {},
		"github.com/newrelic/go-agent/integrations/nrlambda.StartHandler": {},
		"github.com/m-mizutani/golambda.Start":                            {},
		"github.com/fujiwara/lamblocal.Run":                               {Arg: 1},
		"github.com/fujiwara/lamblocal.RunWithError":                      {Arg: 1},
		"github.com/mashiike/canyon.Run":                                  {Arg: 1, HTTP: true},
		"github.com/mashiike/canyon.RunWithContext":                       {Arg: 2, HTTP: true},
		"github.com/ockendenjo/handler.BuildAndStart":                     {Builder: true},
		"github.com/ockendenjo/handler.Build":                             {Builder: true},
		"github.com/ellogroup/ello-golang-aws/lambda.Start":               {},
		"github.com/ellogroup/ello-golang-aws/lambda.StartWithResponse":   {},
		"github.com/wolfeidau/lambda-go-extras/standard.Default":          {},
		"github.com/wolfeidau/lambda-go-extras/standard.GenericDefault":   {},
		"github.com/signalfx/lambda-go.Start":                             {},
		"github.com/asecurityteam/serverfull.NewFunction":                 {},
		"github.com/apex/go-apex.Handle":                                  {},
		"github.com/apex/go-apex.HandleFunc":                              {},
		"(*github.com/mefellows/vesper.Vesper).Start":                     {Arg: -1},
		"github.com/mefellows/vesper.New":                                 {},
		"github.com/mweagle/Sparta.NewAWSLambda":                          {Arg: 1},
		"github.com/coinbase/step/utils/run.LambdaTasks":                  {},
		"github.com/Evernorth/aws-lambda-go-adapter/httpadapter.Start":    {Arg: 1},

		"github.com/akrylysov/algnhsa.ListenAndServe":                                         {HTTP: true},
		"github.com/akrylysov/algnhsa.New":                                                    {HTTP: true},
		"github.com/apex/gateway.ListenAndServe":                                              {Arg: 1, HTTP: true},
		"github.com/carlmjohnson/gateway.ListenAndServe":                                      {Arg: 1, HTTP: true},
		"github.com/shogo82148/ridgenative.ListenAndServe":                                    {Arg: 1, HTTP: true},
		"github.com/shogo82148/ridgenative.Run":                                               {Arg: 1, HTTP: true},
		"github.com/shogo82148/ridgenative.Start":                                             {HTTP: true},
		"github.com/fujiwara/ridge.Run":                                                       {Arg: 2, HTTP: true},
		"github.com/fujiwara/ridge.RunWithContext":                                            {Arg: 3, HTTP: true},
		"(*github.com/fujiwara/ridge.Ridge).Run":                                              {Arg: -1},
		"(*github.com/fujiwara/ridge.Ridge).RunWithContext":                                   {Arg: -1},
		"github.com/thundra-io/thundra-lambda-agent-go/wrappers/apexgateway.ListenAndServe":   {HTTP: true},
		"github.com/thundra-io/thundra-lambda-agent-go/wrappers/apexgatewayv2.ListenAndServe": {HTTP: true},
	}
}

// Lookup returns the entry point of the given full name.
func (p Points) Lookup(full string) (Point, bool) {
	pt, ok := p[Fold(full)]
	return pt, ok
}

// Paths returns what reports whether the package at a path matters to the search
// for handlers: whether it declares an entry point, or events (H1, H6). What
// imports no such package, however indirectly, has no handler unless it marks
// one (H7).
func (p Points) Paths() func(path string) bool {
	declares := make(map[string]bool)
	for full := range p {
		name := strings.TrimLeft(full, "(*")
		slash := strings.LastIndexByte(name, '/') + 1
		base, _, _ := strings.Cut(name[slash:], ".")
		declares[name[:slash]+base] = true
	}
	return func(path string) bool {
		return strings.HasPrefix(path, lambdaGo) || declares[Fold(path)]
	}
}

var version = regexp.MustCompile(`/v[0-9]+(\.|/|$)|\.v[0-9]+(\.|/|$)`)

// Fold removes major versions from an import path or full name:
// "a/b/v2.F" becomes "a/b.F".
func Fold(name string) string {
	if !strings.Contains(name, "/v") && !strings.Contains(name, ".v") {
		return name
	}
	return version.ReplaceAllString(name, "$1$2")
}

var userPoint = regexp.MustCompile(`^(\S+\.\w+)(?:\((\d+)\))?$`)

// Add adds the user's entry points: "import/path.Func(ARG)", where ARG is the
// handler's argument, counted from 0, and may be left out (C4 for handlers).
//
// The error names all that are malformed.
func (p Points) Add(specs []string) error {
	var errs []error
	for _, s := range specs {
		m := userPoint.FindStringSubmatch(strings.TrimSpace(s))
		if m == nil {
			errs = append(errs, fmt.Errorf("entry point %q: want import/path.Func(ARG), for example example.com/start.Run(0)", s))
			continue
		}
		arg := 0
		if m[2] != "" {
			var err error
			if arg, err = strconv.Atoi(m[2]); err != nil {
				errs = append(errs, fmt.Errorf("entry point %q: %s is no argument's index", s, m[2]))
				continue
			}
		}
		p[Fold(m[1])] = Point{Arg: arg}
	}
	return errors.Join(errs...)
}
