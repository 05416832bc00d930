// Package main: H2, starts that stand deep: in a function main calls, a
// goroutine, a closure given to a CLI framework or a container.
package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
	"go.uber.org/fx"
)

func main() {
	switch os.Getenv("MODE") {
	case "cobra":
		root := &cobra.Command{
			Use: "app",
			RunE: func(cmd *cobra.Command, args []string) error {
				s3.New(s3.Options{}) // once: the command starts the Lambda
				lambda.Start(handle)
				return nil
			},
		}
		_ = root.Execute()
	case "urfave":
		app := &cli.App{Action: action("x"), Before: before}
		_ = app.Run(os.Args)
	case "fx":
		fx.New(
			fx.Provide(newService, newClient),
			fx.Invoke(func(s *service) { lambda.Start(s.handle) }),
			fx.Invoke(register),
		).Run()
	default:
		run()
		go func() { lambda.Start(inGoroutine) }()
	}
}

func handle(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func before(c *cli.Context) error {
	sqs.New(sqs.Options{})
	return nil
}

func action(name string) cli.ActionFunc {
	return func(c *cli.Context) error {
		sqs.New(sqs.Options{})
		lambda.Start(func(ctx context.Context) error {
			sqs.New(sqs.Options{}) // want `sqs\.New`
			return process(ctx)
		})
		return nil
	}
}

func process(ctx context.Context) error {
	sns.New(sns.Options{}) // want `sns\.New`
	return nil
}

type service struct{ client *dynamodb.Client }

func newClient() *dynamodb.Client { return dynamodb.New(dynamodb.Options{}) }

func newService(c *dynamodb.Client) *service { return &service{client: c} }

func (s *service) handle(ctx context.Context) error {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	return nil
}

func register(lc fx.Lifecycle, s *service) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			sns.New(sns.Options{})
			go lambda.StartWithOptions(s.second)
			return nil
		},
		OnStop: func(context.Context) error {
			sns.New(sns.Options{})
			return nil
		},
	})
}

func (s *service) second(ctx context.Context) error {
	dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
	return nil
}

func run() { lambda.Start(started) }

func started(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func inGoroutine(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}
