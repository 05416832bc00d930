// Package session stands for the sessions of SDK v1.
package session

import "example.com/sdk/aws"

type Session struct{ Config *aws.Config }

func NewSession(cfgs ...*aws.Config) (*Session, error) { return &Session{}, nil }

func New(cfgs ...*aws.Config) *Session { return &Session{} }

func Must(s *Session, err error) *Session { return s }
