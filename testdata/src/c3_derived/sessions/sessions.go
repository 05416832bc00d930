// Package sessions: C3, clients over sessions over wrappers over sessions.
package sessions

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	s3v2 "github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	awssession "github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-xray-sdk-go/xray"
	epsagonaws "github.com/epsagon/epsagon-go/wrappers/aws/aws-sdk-go/aws"
)

func wrapped(event events.S3Event) {
	session := xray.AWSSession(awssession.Must(awssession.NewSession()))                // want `session\.NewSession`
	s3.New(session)                                                                     // want `s3\.New`
	sess := epsagonaws.WrapSession(awssession.Must(awssession.NewSession(&awsv1.Config{ // want `session\.NewSession`
		Region: awsv1.String("eu-central-1"),
	})))
	sqs.New(sess) // want `sqs\.New`
}

func nested(event events.S3Event) {
	up := s3manager.NewUploader(awssession.Must(awssession.NewSession())) // want `s3manager\.NewUploader` `session\.NewSession`
	_ = up
	newSession() // want `session\.NewSession`
	client()     // want `sqs\.New`
}

func newSession() *awssession.Session {
	return awssession.Must(awssession.NewSessionWithOptions(awssession.Options{
		SharedConfigState: awssession.SharedConfigEnable,
	}))
}

func client() *sqs.SQS { return sqs.New(xray.AWSSession(newSession())) }

// overClients: an uploader over a client over a config.
func overClients(ctx context.Context, event events.S3Event) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	cfg.Region = "eu-central-1"
	up := manager.NewUploader(s3v2.NewFromConfig(cfg)) // want `manager\.NewUploader` `s3\.NewFromConfig`
	_ = up
	_, err = uploader(ctx) // want `manager\.NewUploader`
	return err
}

func uploader(ctx context.Context) (*manager.Uploader, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return manager.NewUploader(s3v2.NewFromConfig(cfg)), nil
}

// ownWrapper stands around what was built: the module's own decorator.
type traced struct {
	inner *sns.Client
	name  string
}

func trace(c *sns.Client) *traced { return &traced{inner: c, name: "sns"} }

func newTraced(cfg aws.Config) *traced { return trace(sns.NewFromConfig(cfg)) }

var base = aws.Config{Region: "eu-central-1"}

func decorated(ctx context.Context, event events.SNSEvent) {
	newTraced(base)                                                      // want `sns\.NewFromConfig`
	transport := xray.Client(&http.Client{Transport: &http.Transport{}}) // want `http\.Transport`
	_ = transport
}

// Near misses.

var (
	shared   = awssession.Must(awssession.NewSession())
	uploads  = s3manager.NewUploader(shared)
	notified = trace(sns.NewFromConfig(base))
)

func reused(ctx context.Context, event events.SNSEvent) error {
	_ = trace(notified.inner)
	_ = shared.Copy(&awsv1.Config{Region: awsv1.String("us-east-1")}) // a copy shares what is costly
	_, err := uploads.Upload(&s3manager.UploadInput{})
	return err
}
