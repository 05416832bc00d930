// Package trace is a stub for tests: declarations only.
package trace

import (
	"context"

	"go.opentelemetry.io/otel/trace"
)

type BatchSpanProcessorOption func(o *BatchSpanProcessorOptions)

type BatchSpanProcessorOptions struct {
}

func NewBatchSpanProcessor(exporter SpanExporter, options ...BatchSpanProcessorOption) SpanProcessor {
	return nil
}

func NewTracerProvider(opts ...TracerProviderOption) *TracerProvider { return nil }

type SpanExporter interface {
	stub()
}

type SpanProcessor interface {
	stub()
}

type TracerProvider struct {
}

func (p *TracerProvider) Tracer(name string, opts ...trace.TracerOption) trace.Tracer { return nil }

func (p *TracerProvider) Shutdown(ctx context.Context) error { return nil }

type TracerProviderOption interface {
	stub()
}

func WithBatcher(e SpanExporter, opts ...BatchSpanProcessorOption) TracerProviderOption { return nil }
