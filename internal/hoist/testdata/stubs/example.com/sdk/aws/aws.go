// Package aws stands for the SDK's core.
package aws

type HTTPClient interface{ Do() }

type Config struct {
	Region       string
	BaseEndpoint *string
	HTTPClient   HTTPClient
	APIOptions   []func() error
}

func (c Config) Copy() Config { return c }

func NewConfig() *Config { return &Config{} }

func (c *Config) WithRegion(r string) *Config { c.Region = r; return c }

func String(s string) *string { return &s }

func NewProvider(client any) HTTPClient { return nil }

type LogLevelType uint

func LogLevel(l LogLevelType) *LogLevelType { return &l }

func (c *Config) WithLogLevel(l *LogLevelType) *Config { return c }
