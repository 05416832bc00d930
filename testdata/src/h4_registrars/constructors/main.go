// Package main: H4 and H2, the handler goes into a generic constructor of
// another package, and a method without arguments starts it.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/h4_registrars/constructors/app"
)

type service struct{ client *s3.Client }

func (s *service) Handle(ctx context.Context, name string) (int, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return 0, nil
}

func main() {
	if os.Getenv("FUNC") != "" {
		app.New[string, string](app.Func[string, string](echo)).Start()
		return
	}
	a := app.New[string, int](&service{client: s3.New(s3.Options{})})
	a.Before(before).Start()
	_ = app.New[string, int](unused{}) // made, and never started
}

func echo(ctx context.Context, in string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return in, nil
}

func before(ctx context.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type unused struct{}

func (unused) Handle(ctx context.Context, name string) (int, error) { return 0, nil }
