// Package main: G3, sets of what was seen keep nothing that was built.
package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	lru "github.com/hashicorp/golang-lru/v2"
)

var (
	seen      = map[string]bool{}
	locked    sync.Map
	claimed   sync.Map
	recent, _ = lru.New[string, bool](100)
	ready     = map[string]bool{}
	queue     *sqs.Client
	perBody   = map[string]*s3.Client{}
)

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if seen[m.MessageId] {
			continue
		}
		_ = sqs.New(sqs.Options{}) // want `sqs\.New`
		seen[m.MessageId] = true

		if _, ok := locked.Load(m.MessageId); !ok {
			_ = sns.New(sns.Options{}) // want `sns\.New`
			locked.Store(m.MessageId, struct{}{})
		}
		if _, known := claimed.LoadOrStore(m.MessageId, true); !known {
			_ = ssm.New(ssm.Options{}) // want `ssm\.New`
		}
		if _, ok := recent.Get(m.MessageId); !ok {
			recent.Add(m.MessageId, true)
			_ = dynamodb.New(dynamodb.Options{}) // want `dynamodb\.New`
		}

		if perBody[m.Body] == nil { // a cache
			perBody[m.Body] = s3.New(s3.Options{})
		}
	}
	if !ready["queue"] { // a flag
		queue = sqs.New(sqs.Options{})
		ready["queue"] = true
	}
	return nil
}

func main() { lambda.Start(handle) }
