// Package constructors: C4 by setting. Run with
//
//	Config{Constructors: []string{"engine example.test/lambda/_settings/constructors.Parse the rules parsed"}}
//
// Without it only what s3 builds is reported.
package constructors

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Rules are parsed.
type Rules struct{ text string }

// Parse is named in the setting.
func Parse(text string) *Rules { return &Rules{text} }

// Read is not.
func Read(text string) *Rules { return &Rules{text} }

func handle(ctx context.Context, event events.SQSEvent) {
	Parse("allow all") // want `constructors\.Parse`
	Read("allow all")
	Parse(event.Records[0].Body)
	s3.New(s3.Options{}) // want `s3\.New`
}
