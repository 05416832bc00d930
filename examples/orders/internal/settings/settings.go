// Package settings gives what the environment sets.
package settings

import (
	"context"
	"net/url"
	"os"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
)

// AWS gives the AWS configuration that all clients share. It is loaded on
// first use, once: handlers may call it as often as they like.
var AWS = sync.OnceValues(func() (aws.Config, error) {
	return config.LoadDefaultConfig(context.Background())
})

// What the deployment sets.
func Table() string       { return os.Getenv("ORDERS_TABLE") }
func Bucket() string      { return os.Getenv("ORDERS_BUCKET") }
func QueueURL() string    { return os.Getenv("ORDERS_QUEUE_URL") }
func TopicARN() string    { return os.Getenv("ORDERS_TOPIC_ARN") }
func PaymentsURL() string { return os.Getenv("PAYMENTS_URL") }
func ReportsURL() string  { return os.Getenv("REPORTS_URL") }
func DSN() string         { return os.Getenv("DATABASE_URL") }

// TenantDSN gives the URL of a tenant's own database: same server, other name.
func TenantDSN(tenant string) (string, error) {
	dsn, err := url.Parse(DSN())
	if err != nil {
		return "", err
	}
	dsn.Path = "/" + tenant
	return dsn.String(), nil
}
