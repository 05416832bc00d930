// Package main: P1, a call that is given the time or a random value would keep
// the first invocation's, so what has to move is what is built inside of it.
package main

import (
	"context"
	"math/rand"
	"strconv"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/go-resty/resty/v2"
	"go.uber.org/zap"
)

func main() { lambda.Start(handle) }

func handle(ctx context.Context, event events.SQSEvent) {
	numbered(strconv.FormatInt(time.Now().UnixNano(), 10)).zap.Info("x")
	unique(newID()).Info("x")
	given(options{id: newID()}).zap.Info("x")
	fields(zap.String("id", newID())).zap.Info("x")
	outer(time.Now())
	newService(rand.New(rand.NewSource(time.Now().UnixNano())))   // want `^resty\.New is built`
	bounded(context.WithDeadline(ctx, time.Now().Add(time.Hour))) // want `^resty\.New is built`
	unique("orders")                                              // want `^zap\.NewProduction is built`
	timed(time.Minute)                                            // want `^resty\.New is built`
	kept(newService(nil))                                         // want `^resty\.New is built` `^resty\.New is built`
	own(numbered(newID()))
}

type logger struct {
	id  string
	zap *zap.Logger
}

func numbered(id string) *logger {
	l, _ := zap.NewProduction() // want `^zap\.NewProduction is built .*; build it once`
	return &logger{id, l}
}

// unique is called with a constant, too.
func unique(id string) *zap.Logger {
	l, _ := zap.NewProduction() // want `^zap\.NewProduction is built`
	return l.With(zap.String("id", id))
}

func newID() string { return "request-" + strconv.Itoa(rand.Intn(1000)) }

type options struct{ id string }

func given(o options) *logger {
	l, _ := zap.NewProduction() // want `^zap\.NewProduction is built`
	return &logger{o.id, l}
}

func fields(f ...zap.Field) *logger {
	l, _ := zap.NewProduction() // want `^zap\.NewProduction is built`
	return &logger{"", l.With(f...)}
}

// outer hands the time on: its own call of inner cannot move either.
func outer(now time.Time) *service { return inner(now) }

func inner(now time.Time) *service {
	return &service{resty.New(), now, nil} // want `^resty\.New is built`
}

// Near misses: a source of random values, a context, a duration.

type service struct {
	http  *resty.Client
	start time.Time
	rand  *rand.Rand
}

func newService(r *rand.Rand) *service { return &service{resty.New(), time.Now(), r} }

func bounded(ctx context.Context, cancel func()) *service { return &service{http: resty.New()} }

func timed(d time.Duration) *service { return &service{http: resty.New().SetTimeout(d)} }

// kept is given what was built, which is to be built once, too.
func kept(s *service) *service { return &service{resty.New(), s.start, s.rand} }

// own is given what cannot be built once, and holds it: near to kept, but no near miss.
func own(l *logger) *logger {
	z, _ := zap.NewProduction() // want `^zap\.NewProduction is built`
	return &logger{l.id, z}
}
