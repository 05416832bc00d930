// Package middleware is a stub for tests: declarations only.
package middleware

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/wolfeidau/lambda-go-extras/lambdaextras"
)

type Middleware func(lambda.Handler) lambda.Handler
type Chain struct{}

func New(ms ...Middleware) Chain                                    { return Chain{} }
func (c Chain) Use(ms ...Middleware) Chain                          { return c }
func (c Chain) Then(h lambda.Handler) lambda.Handler                { return nil }
func (c Chain) ThenFunc(fn lambdaextras.HandlerFunc) lambda.Handler { return nil }
