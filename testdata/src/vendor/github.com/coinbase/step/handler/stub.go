// Package handler is a stub for tests: declarations only.
package handler

type TaskHandlers map[string]interface{}

func CreateHandler(tm *TaskHandlers) (func(context interface{}, input *RawMessage) (interface{}, error), error) {
	return nil, nil
}

type RawMessage struct{}
