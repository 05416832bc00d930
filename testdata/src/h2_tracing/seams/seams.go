// Package main: H2 and R1, dependency injection in plain functions as wire
// writes it: constructors that main calls one after the other.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type repository struct{ table *dynamodb.Client }

type useCase struct{ repo *repository }

type controller struct{ uc *useCase }

func provideConfig() (aws.Config, error) { return config.LoadDefaultConfig(context.Background()) }

func provideTable(cfg aws.Config) *dynamodb.Client { return dynamodb.NewFromConfig(cfg) }

func provideRepository(t *dynamodb.Client) *repository { return &repository{t} }

func provideUseCase(r *repository) *useCase { return &useCase{r} }

func initialize() (*controller, func(), error) {
	cfg, err := provideConfig()
	if err != nil {
		return nil, nil, err
	}
	uc := provideUseCase(provideRepository(provideTable(cfg)))
	return &controller{uc}, func() {}, nil
}

func main() {
	c, cleanup, err := initialize()
	if err != nil {
		panic(err)
	}
	defer cleanup()
	lambda.Start(c.Handle)
}

func (c *controller) Handle(ctx context.Context, id string) error {
	if err := c.uc.run(ctx, id); err != nil {
		return err
	}
	again, _, err := initialize() // want `dynamodb\.NewFromConfig`
	if err != nil {
		return err
	}
	return again.uc.run(ctx, id)
}

func (u *useCase) run(ctx context.Context, id string) error {
	sns.New(sns.Options{}) // want `sns\.New`
	return nil
}
