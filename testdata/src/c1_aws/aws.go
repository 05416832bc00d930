// Package aws: C1, both AWS SDKs by pattern, in many spellings.
package aws

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/transport/http"
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/apigatewaymanagementapi"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	awslambda "github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	awssession "github.com/aws/aws-sdk-go/aws/session"
	dynamodbv1 "github.com/aws/aws-sdk-go/service/dynamodb"
	lambdav1 "github.com/aws/aws-sdk-go/service/lambda"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
	snsv1 "github.com/aws/aws-sdk-go/service/sns"
	sqsv1 "github.com/aws/aws-sdk-go/service/sqs"
	ssmv1 "github.com/aws/aws-sdk-go/service/ssm"
)

func v2(ctx context.Context, event events.SQSEvent) error {
	cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithRegion("eu-central-1")) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	s3.NewFromConfig(cfg)                                               // want `s3\.NewFromConfig`
	dynamodb.NewFromConfig(cfg)                                         // want `dynamodb\.NewFromConfig`
	sqs.NewFromConfig(cfg)                                              // want `sqs\.NewFromConfig`
	sns.NewFromConfig(cfg)                                              // want `sns\.NewFromConfig`
	ssm.NewFromConfig(cfg)                                              // want `ssm\.NewFromConfig`
	sts.NewFromConfig(cfg)                                              // want `sts\.NewFromConfig`
	secretsmanager.NewFromConfig(cfg, func(o *secretsmanager.Options) { // want `secretsmanager\.NewFromConfig`
		o.Region = "us-east-1"
	})
	awslambda.NewFromConfig(cfg)               // want `lambda\.NewFromConfig`
	apigatewaymanagementapi.NewFromConfig(cfg) // want `apigatewaymanagementapi\.NewFromConfig`
	s3.New(s3.Options{})                       // want `s3\.New`
	up := manager.NewUploader(shared)          // want `manager\.NewUploader`
	manager.NewDownloader(shared)              // want `manager\.NewDownloader`
	http.NewBuildableClient()                  // want `http\.NewBuildableClient`

	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, nil) // want `s3\.NewFromConfig`
	log.Print(up, err)
	defer use(s3.NewFromConfig(cfg)) // want `s3\.NewFromConfig`
	// One line, two calls to move.
	a, b := sqs.NewFromConfig(cfg), sns.NewFromConfig(cfg) // want `sqs\.NewFromConfig` `sns\.NewFromConfig`
	_, _ = a, b
	return err
}

func use(*s3.Client) {}

var shared = s3.New(s3.Options{})

func v1(event events.SQSEvent) error {
	sess := awssession.Must(awssession.NewSession())                                 // want `session\.NewSession`
	s3v1.New(sess)                                                                   // want `s3\.New`
	sqsv1.New(sess, awsv1.NewConfig().WithRegion("eu-central-1"))                    // want `sqs\.New`
	snsv1.New(sess, &awsv1.Config{Region: awsv1.String("x")})                        // want `sns\.New`
	ssmv1.New(sess)                                                                  // want `ssm\.New`
	dynamodbv1.New(sess)                                                             // want `dynamodb\.New`
	lambdav1.New(sess)                                                               // want `lambda\.New`
	s3manager.NewUploader(sess)                                                      // want `s3manager\.NewUploader`
	s3manager.NewDownloader(sess)                                                    // want `s3manager\.NewDownloader`
	other, err := awssession.NewSessionWithOptions(awssession.Options{Profile: "x"}) // want `session\.NewSessionWithOptions`
	if err != nil {
		return err
	}
	s3v1.New(other)     // want `s3\.New`
	awssession.New(nil) // want `session\.New`
	return nil
}

// Near misses: what uses a client, and the same names from elsewhere.

type session struct{}

func (session) New() *session { return &session{} }

func calls(ctx context.Context, event events.SQSEvent) error {
	session{}.New()
	_, err := shared.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("b")}, func(o *s3.Options) { o.Region = "x" })
	return err
}
