// Package handler is a stub for tests: declarations only.
package handler

import (
	"context"
	"github.com/aws/aws-sdk-go-v2/aws"
)

type Context struct{ context.Context }
type Handler[T any, U any] func(ctx *Context, event T) (U, error)
type Builder[T any, U any] struct{}

func (b *Builder[T, U]) Start() {}
func Build[T any, U any](getHandler func(awsConfig aws.Config) Handler[T, U]) *Builder[T, U] {
	return nil
}
func BuildAndStart[T any, U any](getHandler func(awsConfig aws.Config) Handler[T, U]) {}
