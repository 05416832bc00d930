// Package main: G2, a function variable that replaces itself when it first runs.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client, again, kept, turn func() *s3.Client

func init() {
	client = func() *s3.Client {
		c := s3.New(s3.Options{})
		client = func() *s3.Client { return c }
		return c
	}
	again = func() *s3.Client {
		again = func() *s3.Client { return s3.New(s3.Options{}) }
		return s3.New(s3.Options{})
	}
	kept = func() *s3.Client {
		c := s3.New(s3.Options{})
		_ = func() *s3.Client { return c }
		return c
	}
	turn = first
	if client == nil {
		kept = func() *s3.Client { return nil }
	}
}

// first and second take turns: each builds again and again.
func first() *s3.Client {
	turn = second
	return s3.New(s3.Options{})
}

func second() *s3.Client {
	turn = first
	return nil
}

type app struct{ client func() *s3.Client }

func newApp() *app {
	a := &app{}
	a.client = func() *s3.Client {
		c := s3.New(s3.Options{})
		a.client = func() *s3.Client { return c }
		return c
	}
	return a
}

func newOther() *app {
	a := &app{}
	a.client = func() *s3.Client {
		c := s3.New(s3.Options{})
		a.client = func() *s3.Client { return c }
		return c
	}
	return a
}

var shared = newApp()

func handle(context.Context) error {
	_ = client()
	_ = again() // want `s3\.New`
	_ = kept()  // want `s3\.New`
	_ = turn()  // want `s3\.New`
	_ = shared.client()
	_ = newOther().client() // want `s3\.New`
	return nil
}

func main() { lambda.Start(handle) }
