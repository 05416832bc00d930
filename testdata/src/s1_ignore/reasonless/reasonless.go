// Package reasonless: S1, a mark without a reason is itself reported. (It
// silences all the same: one finding for one line.)
package reasonless

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func endOfLine(ctx context.Context, event events.SQSEvent) {
	s3.New(s3.Options{}) /* want `reason` */ //lambdainit:ignore
}

func lineAbove(ctx context.Context, event events.SQSEvent) {
	/* want `reason` */ //lambdainit:ignore
	s3.New(s3.Options{})
}
