// Package awsv2 is a stub for tests: declarations only.
package awsv2

import (
	"github.com/aws/smithy-go/middleware"
)

func AWSV2Instrumentor(apiOptions *[]func(*middleware.Stack) error) {}
