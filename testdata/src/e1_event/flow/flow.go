// Package flow: E1, how event data reaches a construction inside one function.
package flow

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

type request struct {
	Region string `json:"region"`
	DSN    string `json:"dsn"`
	Kind   string `json:"kind"`
}

func argument(ctx context.Context, event events.S3Event) {
	s3.New(s3.Options{Region: event.Records[0].AWSRegion})
}

func loop(ctx context.Context, event events.S3Event) error {
	for _, record := range event.Records {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(record.AWSRegion))
		if err != nil {
			return err
		}
		s3.NewFromConfig(cfg)
	}
	return nil
}

func arn(ctx context.Context, event events.SNSEvent) {
	parts := strings.Split(event.Records[0].SNS.TopicArn, ":")
	if len(parts) < 4 {
		return
	}
	region := parts[3]
	s3.New(s3.Options{Region: region})
}

func formatted(ctx context.Context, event events.APIGatewayProxyRequest) error {
	dsn := fmt.Sprintf("postgres://%s/%s", os.Getenv("HOST"), event.PathParameters["tenant"])
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return err
	}
	return db.PingContext(ctx)
}

// decoded: the value arrives through a pointer argument.
func decoded(ctx context.Context, event events.APIGatewayProxyRequest) error {
	var in request
	if err := json.Unmarshal([]byte(event.Body), &in); err != nil {
		return err
	}
	_, err := sql.Open("pgx", in.DSN)
	return err
}

func decoder(ctx context.Context, event events.APIGatewayProxyRequest) error {
	in := new(request)
	if err := json.NewDecoder(strings.NewReader(event.Body)).Decode(in); err != nil {
		return err
	}
	_, err := sql.Open("pgx", in.DSN)
	return err
}

func viaMap(ctx context.Context, event events.CloudWatchEvent) {
	settings := map[string]string{"region": "eu-west-1"}
	settings["region"] = event.Region
	s3.New(s3.Options{Region: settings["region"]})
}

func viaPointer(ctx context.Context, event events.CloudWatchEvent) {
	region := "eu-west-1"
	p := &region
	*p = event.Region
	s3.New(s3.Options{Region: region})
}

func optionClosure(ctx context.Context, event events.CloudWatchEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.Region = event.Region
	})
	return nil
}

func optionSlice(ctx context.Context, event events.CloudWatchEvent) error {
	opts := []func(*config.LoadOptions) error{config.WithRetryMaxAttempts(2)}
	opts = append(opts, config.WithRegion(event.Region))
	_, err := config.LoadDefaultConfig(ctx, opts...)
	return err
}

func configField(ctx context.Context, event events.CloudWatchEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	cfg.Region = event.Region
	s3.NewFromConfig(cfg)
	return nil
}

func goroutines(ctx context.Context, event events.S3Event) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, r := range event.Records {
		g.Go(func() error {
			c := s3.New(s3.Options{Region: r.AWSRegion})
			_, err := c.HeadObject(ctx, &s3.HeadObjectInput{Key: &r.S3.Object.Key})
			return err
		})
	}
	return g.Wait()
}

func channel(ctx context.Context, event events.S3Event) {
	regions := make(chan string, len(event.Records))
	for _, r := range event.Records {
		regions <- r.AWSRegion
	}
	close(regions)
	for region := range regions {
		s3.New(s3.Options{Region: region})
	}
}

func sometimes(ctx context.Context, event events.CloudWatchEvent) {
	region := os.Getenv("AWS_REGION")
	if event.Region != "" {
		region = event.Region
	}
	s3.New(s3.Options{Region: region})
}

func deadline(ctx context.Context, event events.SQSEvent) *http.Client {
	d, _ := ctx.Deadline()
	return &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Until(d)}}
}

type tenantKey struct{}

func contextValue(ctx context.Context, event events.SQSEvent) error {
	tenant, _ := ctx.Value(tenantKey{}).(string)
	_, err := sql.Open("pgx", os.Getenv("DSN")+tenant)
	return err
}

func invokedARN(ctx context.Context, event events.SQSEvent) {
	lc, ok := lambdacontext.FromContext(ctx)
	if !ok {
		return
	}
	s3.New(s3.Options{Region: strings.Split(lc.InvokedFunctionArn, ":")[3]})
}

// Near misses: event data is near, but the construction does not depend on it.

func onlyTheInput(ctx context.Context, event events.S3Event) error {
	r := event.Records[0]
	c := s3.New(s3.Options{}) // want `s3\.New`
	_, err := c.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(r.S3.Bucket.Name), Key: aws.String(r.S3.Object.Key)})
	return err
}

func insideTheLoop(ctx context.Context, event events.S3Event) error {
	for _, r := range event.Records {
		c := s3.New(s3.Options{Region: os.Getenv("AWS_REGION")}) // want `s3\.New`
		if _, err := c.HeadObject(ctx, &s3.HeadObjectInput{Key: &r.S3.Object.Key}); err != nil {
			return err
		}
	}
	return nil
}

// tokenInHeader: the token is part of the request, the client is not.
func tokenInHeader(ctx context.Context, event events.APIGatewayProxyRequest) error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 4}} // want `http\.Transport`
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("URL"), nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", event.Headers["Authorization"])
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// sharedError: err carries the outcome of a call on event data.
func sharedError(ctx context.Context, event events.APIGatewayProxyRequest) error {
	var in request
	err := json.Unmarshal([]byte(event.Body), &in)
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	return err
}

// usedLater: the variable is overwritten with event data after the build.
func usedLater(ctx context.Context, event events.CloudWatchEvent) string {
	region := "eu-west-1"
	s3.New(s3.Options{Region: region}) // want `s3\.New`
	region = event.Region
	return region
}

// overwritten: the event value is gone before the build.
func overwritten(ctx context.Context, event events.CloudWatchEvent) {
	region := event.Region
	fmt.Println(region)
	region = "eu-west-1"
	s3.New(s3.Options{Region: region}) // want `s3\.New`
}

func logged(ctx context.Context, event events.CloudWatchEvent) {
	fmt.Printf("building for %s\n", event.ID)
	s3.New(s3.Options{}) // want `s3\.New`
}
