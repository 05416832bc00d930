// Package main: H1, entry points of frameworks.
package main

import (
	"context"
	"encoding/json"
	"os"

	httpadapter "github.com/Evernorth/aws-lambda-go-adapter/httpadapter"
	"github.com/apex/go-apex"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	tasks "github.com/coinbase/step/handler"
	"github.com/coinbase/step/utils/run"
	sparta "github.com/mweagle/Sparta/v3"
	"github.com/ockendenjo/handler"
)

type event struct{ ID string }

func main() {
	switch os.Getenv("HANDLER") {
	case "builder":
		handler.Build(build).Start()
	case "interface":
		apex.Handle(job{})
	case "sparta":
		fn, err := sparta.NewAWSLambda("orders", deployed, sparta.IAMRoleDefinition{})
		if err != nil {
			panic(err)
		}
		if err := sparta.Main("shop", "", []*sparta.LambdaAWSInfo{fn}, nil, nil); err != nil {
			panic(err)
		}
	case "tasks":
		table := tasks.TaskHandlers{"one": task}
		table["two"] = newTask()
		run.LambdaTasks(&table)
	default:
		if err := httpadapter.Start(8080, served); err != nil {
			panic(err)
		}
	}
}

// build runs once; what it returns is the handler.
func build(cfg aws.Config) handler.Handler[event, string] {
	client := s3.NewFromConfig(cfg)
	return func(ctx *handler.Context, e event) (string, error) {
		_ = client
		sqs.NewFromConfig(cfg) // want `sqs\.NewFromConfig`
		return "", nil
	}
}

type job struct{}

// Handle is the method of the interface that the entry point asks for.
func (job) Handle(event json.RawMessage, ctx *apex.Context) (any, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil, nil
}

// Close is no method of that interface.
func (job) Close(reason string) error {
	s3.New(s3.Options{})
	return nil
}

func deployed(ctx context.Context, e event) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "", nil
}

func task(ctx context.Context, e *event) (*event, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return e, nil
}

func newTask() any {
	s3.New(s3.Options{})
	return func(ctx context.Context, e *event) (*event, error) {
		s3.New(s3.Options{}) // want `s3\.New`
		return e, nil
	}
}

func served(ctx context.Context, e map[string]string) (string, error) {
	s3.New(s3.Options{}) // want `s3\.New`
	return "", nil
}
