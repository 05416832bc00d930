// Package grpc is a stub for tests: declarations only.
package grpc

import (
	"context"

	"google.golang.org/grpc/credentials"
)

type CallOption interface {
	stub()
}

type ClientConn struct {
}

func (cc *ClientConn) Invoke(ctx context.Context, method string, args any, reply any, opts ...CallOption) error {
	return nil
}

func (cc *ClientConn) Close() error { return nil }

func (cc *ClientConn) NewStream(ctx context.Context, desc *StreamDesc, method string, opts ...CallOption) (ClientStream, error) {
	return nil, nil
}

type ClientConnInterface interface {
	Invoke(ctx context.Context, method string, args any, reply any, opts ...CallOption) error
	NewStream(ctx context.Context, desc *StreamDesc, method string, opts ...CallOption) (ClientStream, error)
}

type ClientStream interface {
	stub()
}

func Dial(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func DialContext(ctx context.Context, target string, opts ...DialOption) (conn *ClientConn, err error) {
	return
}

type DialOption interface {
	stub()
}

func NewClient(target string, opts ...DialOption) (conn *ClientConn, err error) { return }

type StreamDesc struct {
}

func WithBlock() DialOption { return nil }

func WithTransportCredentials(creds credentials.TransportCredentials) DialOption { return nil }
