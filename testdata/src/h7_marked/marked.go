// Package marked: H7, //lambdainit:handler makes a function a handler.
package marked

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// handle is started by something that no table knows.
//
//lambdainit:handler
func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return help()
}

func help() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type worker struct{ client *s3.Client }

//lambdainit:handler
func (w *worker) Process(ctx context.Context, region string) error {
	if w.client == nil { // the receiver was there before
		w.client = s3.New(s3.Options{})
	}
	s3.New(s3.Options{Region: region}) // a parameter of a handler (E1)
	s3.New(s3.Options{})               // want `s3\.New`
	return nil
}

//lambdainit:handler
func generic[T any](in T) {
	s3.New(s3.Options{}) // want `s3\.New`
}

// Near misses.

// spaced has a space: that is no directive.
//
// lambdainit:handler
func spaced(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}

// inside has the mark in its body.
func inside(ctx context.Context) error {
	//lambdainit:handler
	s3.New(s3.Options{})
	return nil
}

// other has a mark of the same family.
//
//lambdainit:handlers
func other(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}

func unmarked(ctx context.Context) error {
	s3.New(s3.Options{})
	return nil
}
