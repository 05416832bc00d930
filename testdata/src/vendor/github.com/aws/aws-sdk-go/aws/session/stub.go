// Package session is a stub for tests: declarations only.
package session

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

func Must(sess *Session, err error) *Session { return nil }

func New(cfgs ...*aws.Config) *Session { return nil }

func NewSession(cfgs ...*aws.Config) (*Session, error) { return nil, nil }

func NewSessionWithOptions(opts Options) (*Session, error) { return nil, nil }

type Options struct {
	Config            aws.Config
	Profile           string
	SharedConfigState SharedConfigState
}

type Session struct {
	Config *aws.Config
}

func (s *Session) Copy(cfgs ...*aws.Config) *Session { return nil }

func (s *Session) ClientConfig(service string, cfgs ...*aws.Config) client.Config {
	return client.Config{}
}

const SharedConfigEnable SharedConfigState = 2

type SharedConfigState int
