// Package main: H4, a handler from a table that another package fills when it is
// imported, with functions that call what they were made with.
package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.test/lambda/h4_registrars/wrapped/jobs"
)

func main() {
	lambda.Start(jobs.Get(os.Getenv("JOB"))) // want `s3\.New, called at jobs/jobs\.go:46` `sqs\.New, called at jobs/jobs\.go:51`
}
