// Package algnhsa is a stub for tests: declarations only.
package algnhsa

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type Options struct {
	UseProxyPath bool
}

func ListenAndServe(handler http.Handler, opts *Options) {}

func New(handler http.Handler, opts *Options) lambda.Handler { return nil }
