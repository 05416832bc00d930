// Package main: H2, handlers held in variables, fields, maps and slices.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type handlerFunc func(context.Context) error

var packageVar handlerFunc = inPackageVar

var assignedInInit handlerFunc

var byName = map[string]handlerFunc{
	"one": inMapOne,
	"two": func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	},
}

var inOrder = []handlerFunc{inSlice}

type options struct {
	name    string
	handler any
	cleanup func()
}

func init() {
	assignedInInit = inInit
	byName["three"] = inMapThree
}

func main() {
	local := inLocal
	literal := func(ctx context.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	}
	opts := options{name: "x", handler: inField, cleanup: cleanUp}
	var later func(context.Context) error
	switch os.Getenv("HANDLER") {
	case "package":
		lambda.Start(packageVar)
	case "init":
		lambda.Start(assignedInInit)
	case "local":
		lambda.Start(local)
	case "literal":
		lambda.Start(literal)
	case "field":
		lambda.Start(opts.handler)
	case "slice":
		lambda.Start(inOrder[0])
	case "later":
		later = assignedLater
		lambda.Start(later)
	default:
		h, ok := byName[os.Getenv("HANDLER")]
		if !ok {
			h = inDefault
		}
		lambda.Start(h)
	}
}

func inPackageVar(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inInit(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inMapOne(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inMapThree(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inSlice(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inLocal(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inField(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// cleanUp is a field of the same struct, and never given to an entry point.
func cleanUp() { s3.New(s3.Options{}) }

func assignedLater(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inDefault(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
