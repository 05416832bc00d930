// Package storing: C3, constructors that store into a receiver, an argument or
// a variable instead of returning.
package storing

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type server struct {
	client *s3.Client
	queue  *sqs.Client
	db     *sql.DB
}

// setup stores into its receiver: the construction itself is what moves.
func (s *server) setup() {
	s.client = s3.New(s3.Options{}) // want `s3\.New`
}

// withQueue returns its receiver, and so what it stored there.
func (s *server) withQueue() *server {
	s.queue = sqs.New(sqs.Options{})
	return s
}

func open(dst **sql.DB) (err error) {
	*dst, err = sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	return err
}

func handle(ctx context.Context, event events.SQSEvent) error {
	s := &server{}
	s.setup()
	s = s.withQueue() // want `sqs\.New`
	return open(&s.db)
}

// builder: each step returns it, the last one gives the client.
type builder struct{ opts s3.Options }

func newBuilder() *builder { return &builder{} }

func (b *builder) region(r string) *builder {
	b.opts.Region = r
	return b
}

func (b *builder) build() *s3.Client { return s3.New(b.opts) }

func built(ctx context.Context, event events.SQSEvent) {
	newBuilder().region("eu-central-1").build() // want `s3\.New`
}

// perRegion: the same builder, fed with event data (E1).
func perRegion(ctx context.Context, event events.S3Event) {
	newBuilder().region(event.Records[0].AWSRegion).build()
}

// Near miss: the server of the program is set up once, before any event.
var program = func() *server {
	s := &server{}
	s.prepare()
	return s.withQueue()
}()

func (s *server) prepare() { s.client = s3.New(s3.Options{}) }

func useProgram(ctx context.Context, event events.SNSEvent) error {
	_, err := program.client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}
