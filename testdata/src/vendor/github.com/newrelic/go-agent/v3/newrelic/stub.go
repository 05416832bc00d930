// Package newrelic is a stub for tests: declarations only.
package newrelic

type Application struct {
}

type Config struct {
}

func ConfigAppName(appName string) ConfigOption { return nil }

type ConfigOption func(*Config)

func NewApplication(opts ...ConfigOption) (*Application, error) { return nil, nil }
