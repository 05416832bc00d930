// Package main: H5, an own dispatcher: a map of handlers by method and path.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type request struct{ Method, Path, Region string }

type response struct{ Status int }

type handlerFunc func(context.Context, request) (response, error)

type router struct{ routes map[string]handlerFunc }

func (r *router) add(method, path string, h handlerFunc) { r.routes[method+" "+path] = h }

func (r *router) serve(ctx context.Context, req request) (response, error) {
	h, ok := r.routes[req.Method+" "+req.Path]
	if !ok {
		return response{404}, nil
	}
	return h(ctx, req)
}

func main() {
	r := &router{routes: map[string]handlerFunc{}}
	r.add("GET", "/", index)
	r.add("POST", "/", made())
	lambda.Start(r.serve)
}

func index(ctx context.Context, req request) (response, error) {
	s3.New(s3.Options{})                   // want `s3\.New`
	s3.New(s3.Options{Region: req.Region}) // of the request
	return response{200}, nil
}

func made() handlerFunc {
	s3.New(s3.Options{})
	return func(ctx context.Context, req request) (response, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return response{200}, nil
	}
}

func unrouted(ctx context.Context, req request) (response, error) {
	s3.New(s3.Options{})
	return response{}, nil
}
