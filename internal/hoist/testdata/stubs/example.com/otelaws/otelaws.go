// Package otelaws stands for the instrumentation of SDK clients.
package otelaws

func AppendMiddlewares(opts *[]func() error, more ...int) {}
