// Package zap is a stub for tests: declarations only.
package zap

import (
	"go.uber.org/zap/zapcore"
)

type AtomicLevel struct {
}

type Config struct {
	Level AtomicLevel
}

func (cfg Config) Build(opts ...Option) (*Logger, error) { return nil, nil }

func Error(err error) Field { return Field{} }

type Field = zapcore.Field

type Logger struct {
}

func (log *Logger) Sugar() *SugaredLogger { return nil }

func (log *Logger) With(fields ...Field) *Logger { return nil }

func (log *Logger) Info(msg string, fields ...Field) {}

func (log *Logger) Error(msg string, fields ...Field) {}

func (log *Logger) Sync() error { return nil }

func New(core zapcore.Core, options ...Option) *Logger { return nil }

func NewDevelopment(options ...Option) (*Logger, error) { return nil, nil }

func NewNop() *Logger { return nil }

func NewProduction(options ...Option) (*Logger, error) { return nil, nil }

func NewProductionConfig() Config { return Config{} }

type Option interface {
	stub()
}

func String(key string, val string) Field { return Field{} }

type SugaredLogger struct {
}

func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{}) {}
