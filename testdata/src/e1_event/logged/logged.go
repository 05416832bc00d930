// Package logged: E1, a logger is what it was before it printed event data.
package logged

import (
	"context"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type store struct {
	client *s3.Client
	log    *log.Logger
}

func newStore(cfg aws.Config, l *log.Logger) *store {
	return &store{client: s3.NewFromConfig(cfg), log: l}
}

func (s *store) save(name string) { s.log.Printf("saving %s", name) }

func printed(ctx context.Context, event events.CloudWatchEvent) {
	s := newStore(aws.Config{}, log.New(os.Stderr, "", 0)) // want `s3\.NewFromConfig`
	s.save(event.Source)
}

func given(ctx context.Context, event events.CloudWatchEvent) {
	l := slog.New(slog.NewTextHandler(os.Stderr, nil))
	l.Info("saving", "name", event.Source)
	s3.New(s3.Options{Logger: l}) // want `s3\.New`
}

// A logger that adds event data to all that it prints holds it.
func with(ctx context.Context, event events.CloudWatchEvent) {
	l := slog.New(slog.NewTextHandler(os.Stderr, nil)).With("name", event.Source)
	s3.New(s3.Options{Logger: l})
}

func prefixed(ctx context.Context, event events.CloudWatchEvent) {
	l := log.New(os.Stderr, "", 0)
	l.SetPrefix(event.Source)
	s3.New(s3.Options{Logger: l})
}
