// Package events stands for the events of Lambda.
package events

import "context"

type Request struct {
	Body, Method, Region string
	Keys                 []string
}

type Response struct {
	Status int
	Body   string
}

// Start stands for lambda.Start.
func Start(handler any) {}

// Context is here so that context is imported.
type Context = context.Context
