// Package main: P1, what is for one use (a request, a transaction, a query) is
// not to be made once, so the construction that it came from is what has to move.
package main

import (
	"context"
	"database/sql"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/go-resty/resty/v2"
	"github.com/guregu/dynamo"
	"github.com/redis/go-redis/v9"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
	"gorm.io/gorm"
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context, event events.SQSEvent) error {
	_, _ = request().Get("https://example.test")
	begin().Commit()
	println(pipeline().Len())
	active().First(&event)
	traced(ctx).First(&event)
	unit().tx.Commit()
	if u, err := work(); err == nil {
		_ = u.tx.Commit()
	}
	(&lazily{}).fill()

	_, _ = client().R().Get("https://example.test") // want `^resty\.New is built`
	debugging().First(&event)                       // want `^gorm\.Open is built`
	_ = hurried()                                   // want `^redis\.NewClient is built`
	_ = users()                                     // want `^mongo\.NewClient is built`
	_ = table().Put(event).Run()                    // want `^dynamo\.New is built`
	_, _ = newAPI().get()                           // want `^resty\.New is built`
	return nil
}

func request() *resty.Request {
	client := resty.New() // want `^resty\.New is built .*; build it once`
	return client.R().SetBody("x")
}

func begin() *gorm.DB {
	db, _ := gorm.Open(nil) // want `^gorm\.Open is built`
	return db.Begin()
}

func pipeline() redis.Pipeliner {
	return redis.NewClient(&redis.Options{}).Pipeline() // want `^redis\.NewClient is built`
}

// active would gather the conditions of all invocations.
func active() *gorm.DB {
	db, _ := gorm.Open(nil) // want `^gorm\.Open is built`
	return db.Where("active = ?", true)
}

// traced would keep the first invocation's context.
func traced(ctx context.Context) *gorm.DB {
	db, _ := gorm.Open(nil) // want `^gorm\.Open is built`
	return db.Debug().WithContext(ctx)
}

type unitOfWork struct{ db, tx *gorm.DB }

// unit returns the client, too, but not alone.
func unit() *unitOfWork {
	db, _ := gorm.Open(nil) // want `^gorm\.Open is built`
	return &unitOfWork{db, db.Begin()}
}

type sqlWork struct {
	db *sql.DB
	tx *sql.Tx
}

func work() (*sqlWork, error) {
	db, err := sql.Open("pgx", "dsn") // want `^sql\.Open is built`
	if err != nil {
		return nil, err
	}
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	return &sqlWork{db, tx}, nil
}

type lazily struct{ request *resty.Request }

func (l *lazily) fill() {
	l.request = resty.New().R() // want `^resty\.New is built`
}

// Near misses: clients that were derived from what was built, or hold it.

func client() *resty.Client { return resty.New().SetTimeout(time.Second) }

func debugging() *gorm.DB {
	db, _ := gorm.Open(nil)
	return db.Debug()
}

func hurried() *redis.Client {
	return redis.NewClient(&redis.Options{}).WithTimeout(time.Second)
}

func users() *mongo.Collection {
	c, _ := mongo.NewClient(options.Client())
	return c.Database("app").Collection("users")
}

func table() dynamo.Table { return dynamo.New(nil).Table("users") }

type api struct{ http *resty.Client }

func newAPI() *api { return &api{resty.New()} }

// get makes a request of a client, and keeps neither.
func (a *api) get() (*resty.Response, error) { return a.http.R().Get("https://example.test") }
