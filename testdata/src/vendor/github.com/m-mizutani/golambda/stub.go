// Package golambda is a stub for tests: declarations only.
package golambda

import "context"

type Callback func(event Event) (interface{}, error)

type Event struct {
	Ctx    context.Context
	Origin interface{}
}

type EventRecord []byte

func (x EventRecord) Bind(ev interface{}) error { return nil }

func (x *Event) Bind(ev interface{}) error { return nil }

func (x *Event) DecapSQSBody() ([]EventRecord, error) { return nil, nil }

func Start(callback Callback) {}
