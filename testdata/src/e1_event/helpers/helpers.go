// Package helpers: E1 call by call. Whether a construction can be built once
// depends on what the caller gives.
package helpers

import (
	"context"
	"database/sql"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

func bothWays(ctx context.Context, event events.S3Event) error {
	src, err := bucketClient(ctx, event.Records[0].AWSRegion)
	if err != nil {
		return err
	}
	dst, err := bucketClient(ctx, "eu-central-1") // want `s3\.NewFromConfig`
	if err != nil {
		return err
	}
	env, err := bucketClient(ctx, os.Getenv("AWS_REGION")) // want `s3\.NewFromConfig`
	_, _, _ = src, dst, env
	return err
}

func bucketClient(ctx context.Context, region string) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region))
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

// notReturned: the construction stays in the helper, and one of its two
// callers gives a constant, so it is reported there.
func notReturned(ctx context.Context, event events.S3Event) {
	publish(ctx, event.Records[0].AWSRegion)
	publish(ctx, "eu-central-1")
}

func publish(ctx context.Context, region string) {
	c := sns.New(sns.Options{Region: region}) // want `sns\.New`
	_, _ = c.Publish(ctx, &sns.PublishInput{})
}

// only is never given anything but event data.
func only(ctx context.Context, event events.S3Event) {
	for _, r := range event.Records {
		announce(ctx, r.AWSRegion, "created")
	}
}

func announce(ctx context.Context, region, what string) {
	c := sns.New(sns.Options{Region: region})
	_, _ = c.Publish(ctx, &sns.PublishInput{Message: &what})
}

// beside: the other parameter is the one that varies.
func beside(ctx context.Context, event events.S3Event) {
	for _, r := range event.Records {
		notify(ctx, os.Getenv("AWS_REGION"), r.S3.Object.Key)
	}
}

func notify(ctx context.Context, region, what string) {
	c := sns.New(sns.Options{Region: region}) // want `sns\.New`
	_, _ = c.Publish(ctx, &sns.PublishInput{Message: &what})
}

// deep: through three functions, a result and a struct.
func deep(ctx context.Context, event events.SNSEvent) error {
	for _, r := range event.Records {
		t := parse(r.SNS.TopicArn)
		if err := t.send(ctx, r.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

type topic struct{ region, name string }

func parse(arn string) topic {
	parts := strings.Split(arn, ":")
	return topic{region: parts[3], name: parts[5]}
}

func (t topic) send(ctx context.Context, text string) error {
	_, err := t.client().Publish(ctx, &sns.PublishInput{TopicArn: &t.name, Message: &text})
	return err
}

func (t topic) client() *sns.Client {
	return sns.New(sns.Options{Region: t.region})
}

// lookedUp: the result of a call with event data is event data.
func lookedUp(ctx context.Context, event events.APIGatewayProxyRequest) error {
	dsn, err := tenantDSN(ctx, event.PathParameters["tenant"])
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", dsn)
	return err
}

var registry *sql.DB

func tenantDSN(ctx context.Context, tenant string) (dsn string, err error) {
	err = registry.QueryRowContext(ctx, "select dsn from tenants where id = $1", tenant).Scan(&dsn)
	return dsn, err
}

// fixed: a result that does not depend on the arguments it was asked with.
func fixed(ctx context.Context, event events.APIGatewayProxyRequest) error {
	_, err := sql.Open("pgx", sharedDSN(event.PathParameters["tenant"])) // want `sql\.Open`
	return err
}

func sharedDSN(tenant string) string {
	println("asked by", tenant)
	return os.Getenv("DSN")
}

// wholeEvent is passed down, and nothing of it is used for the client.
func wholeEvent(ctx context.Context, event events.S3Event) {
	copyObjects(ctx, event)
}

func copyObjects(ctx context.Context, event events.S3Event) {
	c := s3.New(s3.Options{Region: os.Getenv("AWS_REGION")}) // want `s3\.New`
	for _, r := range event.Records {
		_, _ = c.HeadObject(ctx, &s3.HeadObjectInput{Key: &r.S3.Object.Key})
	}
}

// recursive: event data goes round.
func recursive(ctx context.Context, event events.S3Event) {
	walk(ctx, event.Records)
}

func walk(ctx context.Context, rest []events.S3EventRecord) {
	if len(rest) == 0 {
		return
	}
	s3.New(s3.Options{Region: rest[0].AWSRegion})
	walk(ctx, rest[1:])
}

// closures: the captured variable decides.
func closures(ctx context.Context, event events.S3Event) {
	region := event.Records[0].AWSRegion
	home := "eu-central-1"
	there := func() *s3.Client { return s3.New(s3.Options{Region: region}) }
	here := func() *s3.Client { return s3.New(s3.Options{Region: home}) }
	there()
	here() // want `s3\.New`
}

// parameterOfClosure: called once each way.
func parameterOfClosure(ctx context.Context, event events.S3Event) {
	build := func(region string) *s3.Client { return s3.New(s3.Options{Region: region}) }
	build(event.Records[0].AWSRegion)
	build("eu-central-1") // want `s3\.New`
}

// variadic: options given by the caller.
func variadic(ctx context.Context, event events.S3Event) error {
	if _, err := open(ctx, config.WithRegion(event.Records[0].AWSRegion)); err != nil {
		return err
	}
	_, err := open(ctx) // want `s3\.NewFromConfig`
	return err
}

func open(ctx context.Context, opts ...func(*config.LoadOptions) error) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, opts...)
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}
