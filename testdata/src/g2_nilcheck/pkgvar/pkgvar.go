// Package pkgvar: G2, a package variable is tested and assigned under the test.
package pkgvar

import (
	"context"
	"database/sql"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var (
	client  *s3.Client
	db      *sql.DB
	created time.Time
	ready   bool
	secret  string
	table   map[string]string
	mu      sync.Mutex
	rw      sync.RWMutex
)

// plain is the spelling of most tutorials: config and client under one test.
func plain(ctx context.Context, event events.SQSEvent) error {
	if client == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		client = s3.NewFromConfig(cfg)
	}
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func yoda(ctx context.Context, event events.SQSEvent) {
	if nil == client {
		client = s3.New(s3.Options{Region: "eu-central-1"})
	}
}

func otherwise(ctx context.Context, event events.SQSEvent) {
	if client != nil {
		log.Print("warm")
	} else {
		log.Print("cold")
		client = s3.New(s3.Options{})
	}
}

func taglessSwitch(ctx context.Context, event events.SQSEvent) {
	switch {
	case client == nil:
		client = s3.New(s3.Options{})
	default:
		log.Print("warm")
	}
}

func switchOnValue(ctx context.Context, event events.SQSEvent) {
	switch client {
	case nil:
		client = s3.New(s3.Options{})
	}
}

// flag: the variable that is tested is not the one that is built.
func flag(ctx context.Context, event events.SQSEvent) error {
	if !ready {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		client = s3.NewFromConfig(cfg)
		ready = true
	}
	return nil
}

// coldStart assigns the flag first; a failed build is then not repeated.
var coldStart = true

func cold(ctx context.Context, event events.SQSEvent) error {
	if coldStart {
		coldStart = false
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		client = s3.NewFromConfig(cfg)
	}
	return nil
}

func withPing(ctx context.Context, event events.SQSEvent) (err error) {
	if db == nil || db.PingContext(ctx) != nil {
		db, err = sql.Open("pgx", os.Getenv("DSN"))
	}
	return err
}

func unlessAlive(ctx context.Context, event events.SQSEvent) error {
	if db != nil && db.Ping() == nil {
		return work(db)
	}
	var err error
	db, err = sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return err
	}
	return work(db)
}

func work(*sql.DB) error { return nil }

// pingFirst: the test of the error of a ping, apart from the call.
func pingFirst(ctx context.Context, event events.SQSEvent) error {
	if db != nil {
		if err := db.Ping(); err == nil {
			return nil
		}
	}
	fresh, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return err
	}
	db = fresh
	return nil
}

func refreshed(ctx context.Context, event events.SQSEvent) error {
	if db == nil || time.Since(created) > 15*time.Minute {
		fresh, err := sql.Open("pgx", os.Getenv("DSN"))
		if err != nil {
			return err
		}
		db, created = fresh, time.Now()
	}
	return nil
}

func doubleChecked(ctx context.Context, event events.SQSEvent) {
	if client == nil {
		mu.Lock()
		defer mu.Unlock()
		if client == nil {
			client = s3.New(s3.Options{})
		}
	}
}

func readLock(ctx context.Context, event events.SQSEvent) *s3.Client {
	rw.RLock()
	c := client
	rw.RUnlock()
	if c != nil {
		return c
	}
	rw.Lock()
	defer rw.Unlock()
	if client == nil {
		client = s3.New(s3.Options{})
	}
	return client
}

func tuple(ctx context.Context, event events.SQSEvent) error {
	var err error
	if client == nil {
		client, err = connect(ctx)
	}
	return err
}

func connect(ctx context.Context) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func viaLocal(ctx context.Context, event events.SQSEvent) error {
	if client == nil {
		c, err := connect(ctx)
		if err != nil {
			return err
		}
		client = c
	}
	return nil
}

// namedCondition: the test has a name.
func namedCondition(ctx context.Context, event events.SQSEvent) {
	warm := client != nil
	if !warm {
		client = s3.New(s3.Options{})
	}
}

// predicate: the test is a function.
func predicate(ctx context.Context, event events.SQSEvent) {
	if isCold() {
		client = s3.New(s3.Options{})
	}
}

func isCold() bool { return client == nil }

// retried: a loop is a test too.
func retried(ctx context.Context, event events.SQSEvent) error {
	for attempt := 0; db == nil && attempt < 3; attempt++ {
		fresh, err := sql.Open("pgx", os.Getenv("DSN"))
		if err != nil {
			log.Print(err)
			continue
		}
		db = fresh
	}
	return nil
}

// whatItYields: not the client is kept but what was fetched with it.
func whatItYields(ctx context.Context, event events.SQSEvent) error {
	if secret == "" {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		out, err := ssm.NewFromConfig(cfg).GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/secret")})
		if err != nil {
			return err
		}
		secret = aws.ToString(out.Parameter.Value)
	}
	return nil
}

func length(ctx context.Context, event events.SQSEvent) error {
	if len(table) == 0 {
		t, err := loadTable(ctx)
		if err != nil {
			return err
		}
		table = t
	}
	return nil
}

func loadTable(ctx context.Context) (map[string]string, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	out, err := s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return nil, err
	}
	t := map[string]string{}
	for _, b := range out.Buckets {
		t[aws.ToString(b.Name)] = "known"
	}
	return t, nil
}

var settings struct {
	region string
	bucket string
}

func zeroField(ctx context.Context, event events.SQSEvent) error {
	if settings.region == "" {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		settings.region = cfg.Region
	}
	return nil
}

var (
	pointer atomic.Pointer[s3.Client]
	value   atomic.Value
	done    atomic.Bool
	word    uint32
)

func atomicPointer(ctx context.Context, event events.SQSEvent) *s3.Client {
	if c := pointer.Load(); c != nil {
		return c
	}
	c := s3.New(s3.Options{})
	pointer.Store(c)
	return c
}

func atomicSwap(ctx context.Context, event events.SQSEvent) {
	if pointer.Load() == nil {
		pointer.CompareAndSwap(nil, s3.New(s3.Options{}))
	}
}

func atomicValue(ctx context.Context, event events.SQSEvent) *s3.Client {
	if c, ok := value.Load().(*s3.Client); ok {
		return c
	}
	c := s3.New(s3.Options{})
	value.Store(c)
	return c
}

func atomicFlag(ctx context.Context, event events.SQSEvent) {
	if !done.Load() {
		client = s3.New(s3.Options{})
		done.Store(true)
	}
}

func atomicClaim(ctx context.Context, event events.SQSEvent) {
	if done.CompareAndSwap(false, true) {
		client = s3.New(s3.Options{})
	}
}

func atomicWord(ctx context.Context, event events.SQSEvent) {
	if atomic.LoadUint32(&word) == 0 {
		client = s3.New(s3.Options{})
		atomic.StoreUint32(&word, 1)
	}
}

// Near misses: a test stands there, but it guards nothing.

func assignedAnyway(ctx context.Context, event events.SQSEvent) {
	if client == nil {
		log.Print("cold start")
	}
	client = s3.New(s3.Options{}) // want `s3\.New`
}

func assignedUnconditionally(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	client = s3.NewFromConfig(cfg) // want `s3\.NewFromConfig`
	return nil
}

func builtBeforeTheTest(ctx context.Context, event events.SQSEvent) {
	c := s3.New(s3.Options{}) // want `s3\.New`
	if client == nil {
		client = c
	}
}

func notStorage(ctx context.Context, event events.SQSEvent) {
	if os.Getenv("STAGE") == "" {
		client = s3.New(s3.Options{}) // want `s3\.New`
	}
}

func otherBranch(ctx context.Context, event events.SQSEvent) {
	var c *s3.Client
	if client == nil {
		client = s3.New(s3.Options{})
	} else {
		c = s3.New(s3.Options{Region: "us-east-1"}) // want `s3\.New`
	}
	_ = c
}

// halfGuarded builds the client once but loads its config each time.
func halfGuarded(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want `config\.LoadDefaultConfig`
	if err != nil {
		return err
	}
	if client == nil {
		client = s3.NewFromConfig(cfg)
	}
	return nil
}

// default of a parameter: no cache, the caller passes nil each time.
func parameter(ctx context.Context, event events.SQSEvent) {
	use(nil)
}

func use(c *s3.Client) {
	if c == nil {
		c = s3.New(s3.Options{}) // want `s3\.New`
	}
	_ = c
}
