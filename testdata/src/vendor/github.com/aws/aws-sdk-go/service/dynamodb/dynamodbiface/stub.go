// Package dynamodbiface is a stub for tests: declarations only.
package dynamodbiface

import (
	"github.com/aws/aws-sdk-go/service/dynamodb"
)

type DynamoDBAPI interface {
	GetItem(*dynamodb.GetItemInput) (*dynamodb.GetItemOutput, error)
	PutItem(*dynamodb.PutItemInput) (*dynamodb.PutItemOutput, error)
	Query(*dynamodb.QueryInput) (*dynamodb.QueryOutput, error)
	stub()
}
