// Package compared: E1, what a comparison gives derives from what is compared.
package compared

import (
	"context"
	"net"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func direct(ctx context.Context, event events.CloudWatchEvent) {
	s3.New(s3.Options{UsePathStyle: event.Region == "local"})
	s3.New(s3.Options{UsePathStyle: len(event.Source) > 3})
	s3.New(s3.Options{UsePathStyle: net.ParseIP(event.Source) != nil})
	s3.New(s3.Options{UsePathStyle: !(os.Getenv("STAGE") == "local")}) // want `s3\.New`
}

func joined(ctx context.Context, event events.CloudWatchEvent) {
	local := os.Getenv("STAGE") == "local"
	s3.New(s3.Options{UsePathStyle: local || event.Region == "local"})
	s3.New(s3.Options{UsePathStyle: event.Region == "local" || local})
	s3.New(s3.Options{UsePathStyle: event.Region == "local" && local})
	s3.New(s3.Options{UsePathStyle: event.Region == "local" || event.Source == "test" || local})
	s3.New(s3.Options{UsePathStyle: local || os.Getenv("REGION") == "local"}) // want `s3\.New`
}

// Which of two constants it is the event may choose (E3).
func chosen(ctx context.Context, event events.CloudWatchEvent) {
	pathStyle := false
	if event.Region == "local" || event.Source == "test" {
		pathStyle = true
	}
	s3.New(s3.Options{UsePathStyle: pathStyle}) // want `s3\.New`
}

type settings struct {
	region *string
	local  bool
}

// Whether a pointer is nil says nothing of what it points to.
func pointers(ctx context.Context, event events.CloudWatchEvent) {
	s := &settings{region: &event.Region}
	s3.New(s3.Options{UsePathStyle: s == nil}) // want `s3\.New`
}

func helper(ctx context.Context, event events.CloudWatchEvent) {
	client(isLocal(event.Region))
	client(isLocal(os.Getenv("REGION"))) // want `s3\.New`
}

func isLocal(region string) bool { return region == "local" }

func client(local bool) *s3.Client { return s3.New(s3.Options{UsePathStyle: local}) }
