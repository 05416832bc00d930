// Package fields: E1 through receivers and structs that hold both, event data
// and settings.
package fields

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type job struct {
	region string
	dsn    string
	key    string
}

func receiver(ctx context.Context, event events.S3Event) error {
	j := &job{region: event.Records[0].AWSRegion, dsn: os.Getenv("DSN"), key: event.Records[0].S3.Object.Key}
	return j.run(ctx)
}

func (j *job) run(ctx context.Context) error {
	s3.New(s3.Options{Region: j.region})
	_, err := sql.Open("pgx", j.dsn) // want `sql\.Open`
	return err
}

func local(ctx context.Context, event events.S3Event) error {
	in := job{key: event.Records[0].S3.Object.Key, dsn: os.Getenv("DSN")}
	_, err := sql.Open("pgx", in.dsn) // want `sql\.Open`
	if err != nil {
		return err
	}
	in.region = event.Records[0].AWSRegion
	s3.New(s3.Options{Region: in.region})
	return nil
}

// worker keeps event data in a field of an object that outlives the event.
type worker struct {
	region string
	static string
}

var w = &worker{static: "eu-central-1"}

func stored(ctx context.Context, event events.S3Event) {
	w.region = event.Records[0].AWSRegion
	w.work()
}

func (w *worker) work() {
	s3.New(s3.Options{Region: w.region})
	s3.New(s3.Options{Region: w.static}) // want `s3\.New`
}
