// Package kinds: C1 with Config{Kinds: []string{"all"}}: what package c1_kinds/off does
// not report is reported here.
package kinds

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
	word       = regexp.MustCompile(`\w+`)
)

const pattern = `^[a-z]+$`

func cpu(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if !regexp.MustCompile(pattern).MatchString(event.Body) { // want `regexp\.MustCompile`
		return nil
	}
	p := pattern
	if event.Path != "" {
		p = `^[0-9]+$`
	}
	re, err := regexp.Compile(p) // want `regexp\.Compile`
	if err != nil {
		return err
	}
	_ = re
	if _, err := template.New("mail").Parse("<p>{{.}}</p>"); err != nil { // want `Parse`
		return err
	}
	// What is matched is the event's, the expression is not.
	if ok, err := regexp.MatchString(pattern, event.Body); !ok || err != nil { // want `regexp\.MatchString`
		return err
	}
	// Near misses: the pattern is of the event, or was compiled before.
	if ok, err := regexp.MatchString(event.Path, pattern); !ok || err != nil {
		return err
	}
	regexp.MustCompile(regexp.QuoteMeta(event.Path))
	word.FindString(event.Body)
	return validator.New().Struct(event) // want `validator\.New`
}

func fetch(ctx context.Context, event events.APIGatewayProxyRequest) error {
	if _, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/dsn")}); err != nil { // want `GetParameter`
		return err
	}
	if _, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String(event.Path)}); err != nil {
		return err
	}
	_, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("app")}) // want `GetSecretValue`
	return err
}
