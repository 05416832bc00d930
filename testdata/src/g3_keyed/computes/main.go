// Package main: G3, caches of other modules that call a function for what they
// do not have yet.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/puzpuzpuz/xsync/v3"
)

type event struct{ Region string }

var clients = xsync.NewMapOf[string, *s3.Client]()

func build(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }

func handle(_ context.Context, e event) error {
	_, _ = clients.LoadOrCompute(e.Region, func() *s3.Client { return build(e.Region) })
	_, _ = clients.LoadOrCompute("own", func() *s3.Client { return build(os.Getenv("OWN")) })

	_, _ = clients.LoadOrStore("made", s3.New(s3.Options{})) // want `s3\.New`
	mine := xsync.NewMapOf[string, *s3.Client]()
	_, _ = mine.LoadOrCompute("mine", func() *s3.Client { return build("mine") }) // want `s3\.New`
	return nil
}

func main() { lambda.Start(handle) }
