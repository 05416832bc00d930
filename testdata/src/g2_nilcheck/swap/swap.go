// Package main: G2, atomic swap.
package main

import (
	"context"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"sync/atomic"
)

// G2: atomic.Bool.Swap as test-and-set (CompareAndSwap and Add pass)
var b1, b2 atomic.Bool
var c *s3.Client

func a() {
	if b1.Swap(true) {
		return
	}
	c = s3.New(s3.Options{})
}

func handle(ctx context.Context) error {
	a()
	if !b2.Swap(true) {
		c = s3.New(s3.Options{})
	}
	return nil
}

func main() { lambda.Start(handle) }
