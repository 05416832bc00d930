// Package off: C1, the kinds that are off by default: nothing is reported
// without -kinds.
package off

import (
	"context"
	"html/template"
	"regexp"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/go-playground/validator/v10"
)

var (
	parameters = ssm.New(ssm.Options{})
	secrets    = secretsmanager.New(secretsmanager.Options{})
)

func cpu(ctx context.Context, event events.SQSEvent) error {
	if !regexp.MustCompile(`^[a-z]+$`).MatchString(event.Records[0].Body) {
		return nil
	}
	if _, err := template.New("mail").Parse("<p>{{.}}</p>"); err != nil {
		return err
	}
	return validator.New().Struct(event)
}

func fetch(ctx context.Context, event events.SQSEvent) error {
	if _, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/dsn")}); err != nil {
		return err
	}
	_, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("app")})
	return err
}
