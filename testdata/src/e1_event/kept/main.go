// Package main: E1, what was decoded from the event depends on it, wherever it
// is kept.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type login struct{ Host string }

type app struct {
	held   login
	region login
	client *s3.Client
}

var held, settings login

func (a *app) handle(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if err := json.Unmarshal([]byte(event.Body), &held); err != nil {
		return err
	}
	_, _ = sql.Open("pgx", "host="+held.Host)
	if err := json.NewDecoder(strings.NewReader(event.Body)).Decode(&a.held); err != nil {
		return err
	}
	_, _ = sql.Open("pgx", "host="+a.held.Host)

	// Decoded from the environment, and beside what was decoded.
	if err := json.Unmarshal([]byte(os.Getenv("LOGIN")), &settings); err != nil {
		return err
	}
	_, _ = sql.Open("pgx", "host="+settings.Host) // want `^sql\.Open`
	s3.New(s3.Options{Region: a.region.Host})     // want `^s3\.New`
	return nil
}

// A struct with a client in it stays what it is.
func (a *app) whole(ctx context.Context, event events.APIGatewayProxyRequest) error {
	_ = json.Unmarshal([]byte(event.Body), a)
	_, err := sql.Open("pgx", os.Getenv("DSN")) // want `^sql\.Open`
	return err
}

func main() {
	a := &app{client: s3.NewFromConfig(aws.Config{})}
	lambda.Start(a.handle)
	lambda.Start(a.whole)
}
