// Package hard: E1, dependence that is easy to miss, and near misses that are
// easy to take for it.
package hard

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"text/template"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var (
	tenants = dynamodb.New(dynamodb.Options{})
	secrets = secretsmanager.New(secretsmanager.Options{})
)

// roundTrip: through a request and its response.
func roundTrip(ctx context.Context, event events.SQSEvent) error {
	res, err := http.Get("https://config.example.com/" + event.Records[0].Body)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	var out struct{ DSN string }
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		return err
	}
	_, err = sql.Open("pgx", out.DSN)
	return err
}

// fixedRoundTrip: the same without the event.
func fixedRoundTrip(ctx context.Context, event events.SQSEvent) error {
	res, err := http.Get(os.Getenv("CONFIG_URL"))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	var out struct{ DSN string }
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		return err
	}
	_, err = sql.Open("pgx", out.DSN) // want `sql\.Open`
	return err
}

// fromTable: an item read by a key of the event.
func fromTable(ctx context.Context, event events.APIGatewayProxyRequest) error {
	in := &dynamodb.GetItemInput{TableName: aws.String(event.PathParameters["table"])}
	out, err := tenants.GetItem(ctx, in)
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", fmt.Sprint(out.Item["dsn"]))
	return err
}

// fromSecret: a secret with a constant name.
func fromSecret(ctx context.Context, event events.APIGatewayProxyRequest) error {
	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("db")})
	if err != nil {
		return err
	}
	var creds struct{ User, Password string }
	if err := json.Unmarshal([]byte(*out.SecretString), &creds); err != nil {
		return err
	}
	_, err = sql.Open("pgx", "user="+creds.User+" password="+creds.Password) // want `sql\.Open`
	return err
}

// rendered: through a buffer.
func rendered(ctx context.Context, event events.APIGatewayProxyRequest) error {
	var b strings.Builder
	b.WriteString("host=")
	b.WriteString(event.Headers["X-Host"])
	if _, err := sql.Open("pgx", b.String()); err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := template.Must(template.New("dsn").Parse("host={{.}}")).Execute(&buf, event.Path); err != nil {
		return err
	}
	_, err := sql.Open("pgx", buf.String())
	return err
}

// renderedConstant: through a buffer, of constants.
func renderedConstant(ctx context.Context, event events.APIGatewayProxyRequest) error {
	var b strings.Builder
	fmt.Fprintf(&b, "host=%s", os.Getenv("HOST"))
	_, err := sql.Open("pgx", b.String()) // want `sql\.Open`
	return err
}

// setter: through a method that stores.
type settings struct{ region, table string }

func (s *settings) setRegion(r string) { s.region = r }

func setter(ctx context.Context, event events.S3Event) {
	s := &settings{region: "eu-central-1"}
	s.setRegion(event.Records[0].AWSRegion)
	s3.New(s3.Options{Region: s.region})
}

// proxied: a parsed URL of the event as proxy of the transport.
func proxied(ctx context.Context, event events.APIGatewayProxyRequest) error {
	u, err := url.Parse(event.Headers["X-Proxy"])
	if err != nil {
		return err
	}
	_ = &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(u)}}
	return nil
}

// filledLater: the field is set after the literal.
func filledLater(ctx context.Context, event events.APIGatewayProxyRequest) {
	t := &http.Transport{}
	t.ProxyConnectHeader = http.Header{"Authorization": {event.Headers["Authorization"]}}
	_ = &http.Client{Transport: t}
}

// credentials: a provider over what the event gives.
func credentialsOf(ctx context.Context, event events.APIGatewayProxyRequest) error {
	provider := aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: event.Headers["X-Key"]}, nil
	})
	cfg, err := config.LoadDefaultConfig(ctx, config.WithCredentialsProvider(provider))
	if err != nil {
		return err
	}
	s3.NewFromConfig(cfg)
	return nil
}

// mutex-guarded job queue of the invocation.
func workers(ctx context.Context, event events.S3Event) {
	var wg sync.WaitGroup
	jobs := make(chan events.S3EventRecord)
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for r := range jobs {
				s3.New(s3.Options{Region: r.AWSRegion})
			}
			s3.New(s3.Options{}) // want `s3\.New`
		}()
	}
	for _, r := range event.Records {
		jobs <- r
	}
	close(jobs)
	wg.Wait()
}

// grouped: a map of the event's regions, made first and walked later.
func grouped(ctx context.Context, event events.S3Event) {
	byRegion := map[string][]string{}
	for _, r := range event.Records {
		byRegion[r.AWSRegion] = append(byRegion[r.AWSRegion], r.S3.Object.Key)
	}
	for region, keys := range byRegion {
		c := s3.New(s3.Options{Region: region})
		for _, key := range keys {
			_, _ = c.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
		}
	}
}

// counted: only how many there are comes from the event.
func perKey(ctx context.Context, event events.S3Event) {
	for i := range event.Records {
		c := s3.New(s3.Options{Region: "eu-central-1"}) // want `s3\.New`
		_, _ = c.HeadObject(ctx, &s3.HeadObjectInput{Key: &event.Records[i].S3.Object.Key})
	}
}

// failed: the error text holds event data, the client does not.
func failed(ctx context.Context, event events.S3Event) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", event.Records[0].EventName, err)
		}
	}()
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return errors.Join(errors.New(event.Records[0].EventName), err)
	}
	s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	return nil
}

// job holds event data beside the client. Its constructor cannot be called
// once, so the call that has to move is the one inside it (P1, E1).
type job struct {
	bucket string
	key    string
	client *s3.Client
}

func newJob(bucket, key string) *job {
	return &job{bucket: bucket, key: key, client: s3.New(s3.Options{})} // want `s3\.New`
}

func jobs(ctx context.Context, event events.S3Event) {
	for _, r := range event.Records {
		j := newJob(r.S3.Bucket.Name, r.S3.Object.Key)
		_, _ = j.client.HeadObject(ctx, &s3.HeadObjectInput{Key: &j.key})
	}
}

// hook: an option closure that only logs event data.
func hook(ctx context.Context, event events.S3Event) {
	s3.New(s3.Options{}, func(o *s3.Options) { // want `s3\.New`
		o.UsePathStyle = true
	})
	who := event.Records[0].EventName
	s3.New(s3.Options{}, func(o *s3.Options) { o.Region = who })
}

// shadow: the inner region is a constant.
func shadow(ctx context.Context, event events.S3Event) {
	region := event.Records[0].AWSRegion
	{
		region := "eu-central-1"
		s3.New(s3.Options{Region: region}) // want `s3\.New`
	}
	s3.New(s3.Options{Region: region})
}

// generic: through a generic helper.
func generic(ctx context.Context, event events.S3Event) {
	s3.New(s3.Options{Region: or(event.Records[0].AWSRegion, "eu-central-1")})
	s3.New(s3.Options{Region: or("", "eu-central-1")}) // want `s3\.New`
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}
