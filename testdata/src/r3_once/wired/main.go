// Package main: R3, G2, functions that do nothing but put objects into package
// variables, by all ways in.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type service struct {
	bucket *s3.Client
	queue  *sqs.Client
}

func (s *service) s3() *s3.Client {
	if s.bucket == nil {
		s.bucket = s3.New(s3.Options{})
	}
	return s.bucket
}

func (s *service) sqs() *sqs.Client {
	if s.queue == nil {
		s.queue = sqs.New(sqs.Options{})
	}
	return s.queue
}

func (s *service) fresh() {
	s3.New(s3.Options{}) // want `s3\.New`
}

type application struct {
	one  *service
	list []*service
	in   struct{ deep *service }
}

var (
	byName = map[string]*service{}
	app    = &application{}
	global application
	late   *application
)

func setName()  { byName["a"] = &service{} }
func setOne()   { app.one = &service{} }
func setList()  { app.list = append(app.list, &service{}) }
func setDeep()  { global.in.deep = &service{} }
func setGiven() { fill(app) }
func setLate()  { late = &application{one: &service{}} }

func fill(a *application) { a.in.deep = &service{} }

func handle(ctx context.Context, name string) error {
	byName[name].s3()
	app.one.s3()
	for _, s := range app.list {
		s.sqs()
	}
	global.in.deep.sqs()
	app.in.deep.s3()
	late.one.sqs()
	late.one.fresh()
	return nil
}

func main() {
	setName()
	setOne()
	setList()
	setDeep()
	setGiven()
	setLate()
	lambda.Start(handle)
}
