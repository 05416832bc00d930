// Package decoded: E1 through helpers that decode, through functions that
// cannot be resolved, and configs that the context may bring (E2).
package decoded

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type settings struct{ Region string }

func decode(in, out any) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, out)
}

func (s *settings) read(in any) error { return decode(in, s) }

func helper(ctx context.Context, event events.SQSEvent) error {
	var s settings
	if err := decode(event.Records[0].Attributes, &s); err != nil {
		return err
	}
	s3.New(s3.Options{Region: s.Region})
	var t settings
	if err := t.read(event.Records[0].Body); err != nil {
		return err
	}
	s3.New(s3.Options{Region: t.Region})
	var fixed settings
	if err := decode(map[string]string{"Region": "eu-central-1"}, &fixed); err != nil {
		return err
	}
	return nil
}

// scanned: fmt's functions that scan fill what they get, those that print do not.
func scanned(ctx context.Context, event events.SQSEvent) error {
	var region string
	if _, err := fmt.Sscanf(event.Records[0].Body, "in %s", &region); err != nil {
		return err
	}
	s3.New(s3.Options{Region: region})
	own := "eu-west-1"
	fmt.Println(event.Records[0].Body, &own)
	s3.New(s3.Options{Region: own}) // want `s3\.New`
	return nil
}

type opts struct {
	lookup func(ctx context.Context, id string) (string, error)
}

// unresolved: nobody sets lookup, but what it gets is of the event.
func unresolved(ctx context.Context, event events.SNSEvent) error {
	var o opts
	region, err := o.lookup(ctx, event.Records[0].SNS.Message)
	if err != nil {
		return err
	}
	s3.New(s3.Options{Region: region})
	return nil
}

type key struct{}

// configOf takes the config that tests put into the context, else loads one.
func configOf(ctx context.Context) (aws.Config, error) {
	if cfg, ok := ctx.Value(key{}).(aws.Config); ok {
		return cfg, nil
	}
	return config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
}

func optional(ctx context.Context, event events.S3Event) error {
	cfg, err := configOf(ctx)
	if err != nil {
		return err
	}
	s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	return nil
}

// carried: the context brings the config, nothing else does.
func carried(ctx context.Context, event events.KinesisEvent) {
	cfg, _ := ctx.Value(key{}).(aws.Config)
	s3.NewFromConfig(cfg)
}
