// Package xray is a stub for tests: declarations only.
package xray

import (
	"database/sql"
	"net/http"

	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/session"
)

func AWS(c *client.Client) {}

func AWSSession(s *session.Session) *session.Session { return nil }

func Client(c *http.Client) *http.Client { return nil }

type Config struct {
	LogLevel string
}

func Configure(c Config) error { return nil }

type FixedSegmentNamer struct {
}

func (fSN *FixedSegmentNamer) Name(host string) string { return "" }

func Handler(sn SegmentNamer, h http.Handler) http.Handler { return nil }

func NewFixedSegmentNamer(name string) *FixedSegmentNamer { return nil }

func RoundTripper(rt http.RoundTripper) http.RoundTripper { return nil }

func SQLContext(driver string, dsn string) (*sql.DB, error) { return nil, nil }

type SegmentNamer interface {
	Name(host string) string
}
