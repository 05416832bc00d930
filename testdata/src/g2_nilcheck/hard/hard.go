// Package hard: G2, guards in the spellings that are hardest to see.
package hard

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// state is a value in a package variable.
var state struct {
	sync.Mutex
	client  *s3.Client
	opened  bool
	clients []*s3.Client
	lastErr error
	until   time.Time
}

// locked through the embedded mutex.
func locked(ctx context.Context, event events.SQSEvent) {
	state.Lock()
	defer state.Unlock()
	if state.client == nil {
		state.client = s3.New(s3.Options{})
	}
}

// slice: the length is the test, append the assignment.
func slice(ctx context.Context, event events.SQSEvent) {
	if len(state.clients) < 2 {
		state.clients = append(state.clients, s3.New(s3.Options{}))
	}
}

// grouped: several are built under the test of one.
var (
	objects *s3.Client
	table   *dynamodb.Client
	queue   *sqs.Client
)

func grouped(ctx context.Context, event events.SQSEvent) error {
	if objects == nil || table == nil || queue == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		objects, table, queue = s3.NewFromConfig(cfg), dynamodb.NewFromConfig(cfg), sqs.NewFromConfig(cfg)
	}
	return nil
}

// one of several under the test of another.
func underAnother(ctx context.Context, event events.SQSEvent) {
	if objects == nil {
		objects = s3.New(s3.Options{})
		table = dynamodb.New(dynamodb.Options{})
	}
}

// config by value, tested by a field of it.
var cfg aws.Config

func byField(ctx context.Context, event events.SQSEvent) (err error) {
	if cfg.Credentials == nil {
		cfg, err = config.LoadDefaultConfig(ctx)
	}
	return err
}

// pointer to config, dereferenced and set from a local.
var pcfg *aws.Config

func byPointer(ctx context.Context, event events.SQSEvent) (aws.Config, error) {
	if pcfg != nil {
		return *pcfg, nil
	}
	c, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return aws.Config{}, err
	}
	pcfg = &c
	return *pcfg, nil
}

// interface-typed variable.
type lister interface {
	ListBuckets(context.Context, *s3.ListBucketsInput, ...func(*s3.Options)) (*s3.ListBucketsOutput, error)
}

var api lister

func byInterface(ctx context.Context, event events.SQSEvent) {
	if api == nil {
		api = s3.New(s3.Options{})
	}
}

// deps is one struct that a nil test guards as a whole.
type deps struct {
	objects *s3.Client
	table   *dynamodb.Client
}

var all *deps

func whole(ctx context.Context, event events.SQSEvent) *deps {
	if all == nil {
		d := new(deps)
		d.objects = s3.New(s3.Options{})
		d.fill()
		all = d
	}
	return all
}

func (d *deps) fill() { d.table = dynamodb.New(dynamodb.Options{}) }

// gotoRetry: two tests and a way back.
var db *sql.DB

func gotoRetry(ctx context.Context, event events.SQSEvent) error {
retry:
	if db == nil {
		d, err := sql.Open("pgx", os.Getenv("DSN"))
		if err != nil {
			return err
		}
		db = d
	}
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		db = nil
		goto retry
	}
	return nil
}

// backoff: not before the error has aged.
func backoff(ctx context.Context, event events.SQSEvent) error {
	if state.lastErr != nil && time.Now().Before(state.until) {
		return state.lastErr
	}
	if state.opened {
		return nil
	}
	d, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		state.lastErr, state.until = err, time.Now().Add(time.Second)
		return err
	}
	db, state.opened = d, true
	return nil
}

// counted: the number of builds is the test.
var builds int32

func counted(ctx context.Context, event events.SQSEvent) {
	if atomic.AddInt32(&builds, 1) == 1 {
		objects = s3.New(s3.Options{})
	}
}

// closureGuard: the test in a closure over package storage.
func closureGuard(ctx context.Context, event events.SQSEvent) *s3.Client {
	get := func() *s3.Client {
		if objects == nil {
			objects = s3.New(s3.Options{})
		}
		return objects
	}
	return get()
}

// passedStorage: the address of package storage goes to a helper.
func passedStorage(ctx context.Context, event events.SQSEvent) {
	ensure(&objects)
	ensureGeneric(&table, func() *dynamodb.Client { return dynamodb.New(dynamodb.Options{}) })
}

func ensure(c **s3.Client) {
	if *c != nil {
		return
	}
	*c = s3.New(s3.Options{})
}

func ensureGeneric[T any](dst **T, build func() *T) *T {
	if *dst == nil {
		*dst = build()
	}
	return *dst
}

// singleton is the pattern as other languages have it.
type singleton struct{ client *s3.Client }

var (
	instance *singleton
	lock     sync.Mutex
)

func getInstance() *singleton {
	lock.Lock()
	defer lock.Unlock()
	if instance == nil {
		instance = &singleton{}
		instance.client = s3.New(s3.Options{})
	}
	return instance
}

func usesSingleton(ctx context.Context, event events.SQSEvent) { getInstance() }

// errorFirst: the result of an initialiser that guards itself, twice removed.
func errorFirst(ctx context.Context, event events.SQSEvent) error {
	return errors.Join(initialise(ctx), nil)
}

func initialise(ctx context.Context) error {
	if initialised() {
		return nil
	}
	c, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	setObjects(s3.NewFromConfig(c))
	return nil
}

func initialised() bool { return objects != nil }

func setObjects(c *s3.Client) { objects = c }

// Near misses that differ from a guard by one word.

// tested is the other variable than the one that is assigned.
var first, other *s3.Client

func wrongVariable(ctx context.Context, event events.SQSEvent) {
	if first == nil {
		other = s3.New(s3.Options{}) // want `s3\.New`
	}
}

// always: the test is always true.
func always(ctx context.Context, event events.SQSEvent) {
	var none *s3.Client
	if none == nil {
		objects = s3.New(s3.Options{}) // want `s3\.New`
	}
}

// inLoop: built per record, the guard comes after.
func inLoop(ctx context.Context, event events.SQSEvent) {
	for range event.Records {
		c := s3.New(s3.Options{}) // want `s3\.New`
		if objects == nil {
			objects = c
		}
	}
}

// argument: arguments are evaluated before the callee tests.
func argument(ctx context.Context, event events.SQSEvent) {
	setOnce(s3.New(s3.Options{})) // want `s3\.New`
}

func setOnce(c *s3.Client) {
	if objects == nil {
		objects = c
	}
}

// errOnly tests an error that package storage holds, and never sets it.
var initErr error

func errOnly(ctx context.Context, event events.SQSEvent) {
	if initErr == nil {
		objects = s3.New(s3.Options{}) // want `s3\.New`
	}
}
