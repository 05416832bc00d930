// Package aws: E1 with roles, endpoints and sessions of both SDKs.
package aws

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/feature/rds/auth"
	"github.com/aws/aws-sdk-go-v2/service/apigatewaymanagementapi"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	credsv1 "github.com/aws/aws-sdk-go/aws/credentials/stscreds"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
)

// websocket: the endpoint comes from the event, the config beside it does not.
func websocket(ctx context.Context, event events.APIGatewayWebsocketProxyRequest) error {
	c, err := management(ctx, event.RequestContext.DomainName, event.RequestContext.Stage)
	if err != nil {
		return err
	}
	_, err = c.PostToConnection(ctx, &apigatewaymanagementapi.PostToConnectionInput{ConnectionId: &event.RequestContext.ConnectionID})
	return err
}

func management(ctx context.Context, domain, stage string) (*apigatewaymanagementapi.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return nil, err
	}
	return apigatewaymanagementapi.NewFromConfig(cfg, func(o *apigatewaymanagementapi.Options) {
		o.BaseEndpoint = aws.String(fmt.Sprintf("https://%s/%s", domain, stage))
	}), nil
}

// constantEndpoint looks the same and is not.
func constantEndpoint(ctx context.Context, event events.APIGatewayWebsocketProxyRequest) error {
	c, err := management(ctx, "ws.example.com", "prod") // want `apigatewaymanagementapi\.NewFromConfig`
	_ = c
	return err
}

// assumed: the role comes from a record; the STS client and its config do not.
func assumed(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	provider := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), event.Records[0].Body) // want `sts\.NewFromConfig`
	target := cfg.Copy()
	target.Credentials = aws.NewCredentialsCache(provider)
	dynamodb.NewFromConfig(target)
	return nil
}

// inPlace changes the config after the STS client was built from it.
func inPlace(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	c := sts.NewFromConfig(cfg) // want `sts\.NewFromConfig`
	cfg.Credentials = aws.NewCredentialsCache(stscreds.NewAssumeRoleProvider(c, event.Records[0].Body))
	s3.NewFromConfig(cfg)
	return nil
}

// fromParameter: a parameter with a constant name is no event data.
func fromParameter(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	out, err := ssm.NewFromConfig(cfg).GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/dsn")}) // want `ssm\.NewFromConfig`
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", aws.ToString(out.Parameter.Value)) // want `sql\.Open`
	return err
}

// fromTenantParameter: with a name from the event it is.
func fromTenantParameter(ctx context.Context, event events.APIGatewayProxyRequest) error {
	out, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/" + event.PathParameters["tenant"])})
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", aws.ToString(out.Parameter.Value))
	return err
}

var parameters = ssm.New(ssm.Options{})

// iamToken: the host comes from the event, and so do token and DSN. (A token
// for a constant host is left open: the pool could live on, its token not.)
func iamToken(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	host := event.Records[0].Body
	token, err := auth.BuildAuthToken(ctx, host, cfg.Region, "app", cfg.Credentials)
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", "user=app password="+token)
	return err
}

// v1: the session is constant, the client's region is not.
func v1(event events.SNSEvent) error {
	sess := session.Must(session.NewSession()) // want `session\.NewSession`
	region := event.Records[0].SNS.TopicArn[12:21]
	sns.New(sess, awsv1.NewConfig().WithRegion(region))
	sns.New(sess, &awsv1.Config{Region: awsv1.String(region)})
	creds := credsv1.NewCredentials(sess, event.Records[0].SNS.Message)
	sns.New(sess, &awsv1.Config{Credentials: creds})
	sns.New(sess, awsv1.NewConfig().WithRegion("eu-central-1")) // want `sns\.New`
	return nil
}

func v1Session(event events.SNSEvent) error {
	sess, err := session.NewSession(&awsv1.Config{Region: awsv1.String(event.Records[0].SNS.Subject)})
	if err != nil {
		return err
	}
	sns.New(sess)
	return nil
}
