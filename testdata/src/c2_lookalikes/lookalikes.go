// Package lookalikes: C2, what looks like a construction and costs nothing.
// Each near miss stands beside the positive that it could be taken for.
package lookalikes

import (
	"bytes"
	"context"
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	credsv1 "github.com/aws/aws-sdk-go/aws/credentials"
	"go.mongodb.org/mongo-driver/mongo"
	"go.uber.org/zap"
)

var (
	objects = s3.New(s3.Options{})
	table   = dynamodb.New(dynamodb.Options{})
	base    = aws.Config{Region: "eu-central-1"}
	store   *mongo.Client
	logger  = zap.NewNop()
)

func awsV2(ctx context.Context, event events.S3Event) error {
	p := s3.NewListObjectsV2Paginator(objects, &s3.ListObjectsV2Input{Bucket: aws.String("b")})
	for p.HasMorePages() {
		if _, err := p.NextPage(ctx); err != nil {
			return err
		}
	}
	q := dynamodb.NewQueryPaginator(table, &dynamodb.QueryInput{})
	_ = q
	w := s3.NewObjectExistsWaiter(objects)
	if err := w.Wait(ctx, &s3.HeadObjectInput{}, time.Minute); err != nil {
		return err
	}
	presigned, err := s3.NewPresignClient(objects).PresignGetObject(ctx, &s3.GetObjectInput{})
	if err != nil {
		return err
	}
	_ = presigned
	expr, err := expression.NewBuilder().WithFilter(expression.Name("a").Equal(expression.Value(1))).Build()
	if err != nil {
		return err
	}
	_ = expr
	if _, err := attributevalue.MarshalMap(event); err != nil {
		return err
	}
	cfg := base.Copy()
	cfg.Region = "us-east-1"
	cfg.Credentials = credentials.NewStaticCredentialsProvider("id", "secret", "")
	_ = aws.NewConfig()
	_ = aws.Config{Region: "x"}
	_ = s3.Options{Region: "x"}
	return nil
}

func awsV1(event events.S3Event) {
	_ = awsv1.NewConfig().WithRegion("x")
	_ = &awsv1.Config{Credentials: credsv1.NewStaticCredentials("id", "secret", "")}
	_ = credsv1.NewEnvCredentials()
}

func httpClients(ctx context.Context, event events.S3Event) error {
	client := &http.Client{Timeout: time.Second} // shares http.DefaultTransport
	byValue := http.Client{}
	zero := new(http.Client)
	shared := &http.Client{Transport: transport}
	def := http.Client{Transport: http.DefaultTransport}
	_, _, _, _ = byValue, zero, shared, def
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("URL"), nil)
	if err != nil {
		return err
	}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

var transport = &http.Transport{MaxIdleConns: 4}

// ownTransport is the positive for httpClients.
func ownTransport(ctx context.Context, event events.S3Event) {
	t := &http.Transport{DisableKeepAlives: true} // want `http\.Transport`
	_ = &http.Client{Transport: t}
}

// roundTripper is a type of the module's own around the default transport.
type roundTripper struct{ next http.RoundTripper }

func (r roundTripper) RoundTrip(req *http.Request) (*http.Response, error) {
	return r.next.RoundTrip(req)
}

func values(ctx context.Context, event events.S3Event) {
	_ = &http.Client{Transport: roundTripper{next: http.DefaultTransport}}
	_ = slog.New(slog.NewJSONHandler(os.Stdout, nil))
	_ = log.New(os.Stderr, "", 0)
	_ = logger.With(zap.String("id", "x"))
	_ = zap.NewNop()
	_ = store.Database("app").Collection("orders")
	_ = json.NewEncoder(&bytes.Buffer{}).Encode(event)
	_ = strings.NewReader("x")
	_ = NewOrder("x")
	_ = newBuilder().add("x").build()
}

// NewOrder is called like a constructor, and makes a value.
func NewOrder(id string) *Order { return &Order{ID: id} }

// Order is a value.
type Order struct{ ID string }

type builder struct{ parts []string }

func newBuilder() *builder { return &builder{} }

func (b *builder) add(s string) *builder { b.parts = append(b.parts, s); return b }

func (b *builder) build() string { return strings.Join(b.parts, ",") }

// positives: the calls beside them.
func positives(ctx context.Context, event events.S3Event) {
	_ = s3.NewPresignClient(s3.New(s3.Options{}))                         // want `s3\.New`
	_ = s3.NewListObjectsV2Paginator(s3.NewFromConfig(base), nil)         // want `s3\.NewFromConfig`
	_ = dynamodb.NewQueryPaginator(dynamodb.New(dynamodb.Options{}), nil) // want `dynamodb\.New`
	_ = &http.Client{Transport: roundTripper{next: &http.Transport{}}}    // want `http\.Transport`
}
