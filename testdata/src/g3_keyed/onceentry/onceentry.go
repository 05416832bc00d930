// Package main: G3, loadorstore once entry.
package main

import (
	"context"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"sync"
)

// G1/G3: the classical per-key once
type ent struct {
	once sync.Once
	c    *sns.Client
}

var m, m2 sync.Map

func get(k string) *sns.Client {
	v, _ := m.LoadOrStore(k, &ent{})
	e := v.(*ent)
	e.once.Do(func() { e.c = sns.New(sns.Options{}) })
	return e.c
}

func get2(k string) *sqs.Client {
	v, _ := m2.LoadOrStore(k, sync.OnceValue(func() *sqs.Client { return sqs.New(sqs.Options{}) }))
	return v.(func() *sqs.Client)()
}

func handle(ctx context.Context) error { get("a"); get2("b"); return nil }

func main() { lambda.Start(handle) }
