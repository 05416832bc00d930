// Package events is a stub for tests: declarations only.
package events

import (
	"encoding/json"
	"io"
)

type ALBTargetGroupRequest struct {
	Path string
	Body string
}

type ALBTargetGroupResponse struct {
	StatusCode int
	Body       string
}

type APIGatewayCustomAuthorizerRequest struct {
	AuthorizationToken string
	MethodArn          string
}

type APIGatewayCustomAuthorizerResponse struct {
	PrincipalID string
}

type APIGatewayProxyRequest struct {
	Resource              string
	Path                  string
	HTTPMethod            string
	Headers               map[string]string
	QueryStringParameters map[string]string
	PathParameters        map[string]string
	StageVariables        map[string]string
	RequestContext        APIGatewayProxyRequestContext
	Body                  string
}

type APIGatewayProxyRequestContext struct {
	AccountID  string
	Stage      string
	DomainName string
	RequestID  string
	Authorizer map[string]interface{}
}

type APIGatewayProxyResponse struct {
	StatusCode int
	Headers    map[string]string
	Body       string
}

type APIGatewayV2HTTPRequest struct {
	RawPath               string
	Headers               map[string]string
	QueryStringParameters map[string]string
	PathParameters        map[string]string
	RequestContext        APIGatewayV2HTTPRequestContext
	Body                  string
}

type APIGatewayV2HTTPRequestContext struct {
	Stage      string
	RequestID  string
	DomainName string
}

type APIGatewayV2HTTPResponse struct {
	StatusCode int
	Headers    map[string]string
	Body       string
}

type APIGatewayWebsocketProxyRequest struct {
	RequestContext APIGatewayWebsocketProxyRequestContext
	Body           string
}

type APIGatewayWebsocketProxyRequestContext struct {
	Stage        string
	ConnectionID string
	DomainName   string
	RouteKey     string
}

type CloudWatchEvent struct {
	ID         string
	DetailType string
	Source     string
	AccountID  string
	Region     string
	Detail     json.RawMessage
}

type CloudwatchLogsEvent struct {
	AWSLogs CloudwatchLogsRawData
}

type CloudwatchLogsRawData struct {
	Data string
}

type DynamoDBEvent struct {
	Records []DynamoDBEventRecord
}

type DynamoDBEventRecord struct {
	AWSRegion      string
	EventName      string
	EventSourceArn string
}

type EventBridgeEvent = CloudWatchEvent

type KinesisEvent struct {
	Records []KinesisEventRecord
}

type KinesisEventRecord struct {
	AwsRegion      string
	EventSourceArn string
	Kinesis        KinesisRecord
}

type KinesisRecord struct {
	Data         []byte
	PartitionKey string
}

type LambdaFunctionURLRequest struct {
	RawPath string
	Body    string
}

type LambdaFunctionURLStreamingResponse struct {
	StatusCode int
	Body       io.Reader
}

type S3Bucket struct {
	Name string
	Arn  string
}

type S3Entity struct {
	Bucket S3Bucket
	Object S3Object
}

type S3Event struct {
	Records []S3EventRecord
}

type S3EventRecord struct {
	AWSRegion string
	EventName string
	S3        S3Entity
}

type S3Object struct {
	Key  string
	Size int64
}

type SNSEntity struct {
	MessageID string
	TopicArn  string
	Message   string
	Subject   string
}

type SNSEvent struct {
	Records []SNSEventRecord
}

type SNSEventRecord struct {
	EventSource string
	SNS         SNSEntity
}

type SQSBatchItemFailure struct {
	ItemIdentifier string
}

type SQSEvent struct {
	Records []SQSMessage
}

type SQSEventResponse struct {
	BatchItemFailures []SQSBatchItemFailure
}

type SQSMessage struct {
	MessageId      string
	Body           string
	Attributes     map[string]string
	EventSourceARN string
	AWSRegion      string
}
