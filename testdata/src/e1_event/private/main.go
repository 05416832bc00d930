// Package main: E1, a cache in memory that belongs to an event's own object is
// that event's: shared, it would give one user what another one's token got.
package main

import (
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/patrickmn/go-cache"
	"github.com/redis/go-redis/v9"
)

func main() { lambda.Start(handle) }

func handle(req events.APIGatewayProxyRequest) {
	token := req.Headers["Authorization"]
	(&account{token: token}).list()
	newAccount(token).list()

	shared := &names{cache: cache.New(time.Minute, time.Minute)} // want `^cache\.New is built`
	shared.cache.Set("name", token, time.Minute)
	_ = &session{token, redis.NewClient(&redis.Options{})} // want `^redis\.NewClient is built`
	_ = newNames("names")                                  // want `^cache\.New is built`
}

type account struct {
	token string
	once  sync.Once
	cache *cache.Cache
}

func (a *account) list() {
	a.once.Do(func() { a.cache = cache.New(time.Minute, time.Minute) })
	if _, ok := a.cache.Get("accounts"); !ok {
		a.cache.Set("accounts", "of "+a.token, time.Minute)
	}
}

func newAccount(token string) *account {
	return &account{token: token, cache: cache.New(time.Minute, time.Minute)}
}

// Near misses: event data is only in the cache itself, the cache is elsewhere
// and what is built its client, the object is for all events.

type names struct {
	of    string
	cache *cache.Cache
}

func newNames(of string) *names { return &names{of, cache.New(time.Minute, time.Minute)} }

type session struct {
	token string
	cache *redis.Client
}
