// Package kafka is a stub for tests: declarations only.
package kafka

import (
	"context"
	"net"
)

type Balancer interface {
	Balance(msg Message, partitions ...int) (partition int)
}

type LeastBytes struct {
}

func (lb *LeastBytes) Balance(msg Message, partitions ...int) int { return 0 }

type Message struct {
	Key   []byte
	Value []byte
}

func NewReader(config ReaderConfig) *Reader { return nil }

func NewWriter(config WriterConfig) *Writer { return nil }

type Reader struct {
}

func (r *Reader) Close() error { return nil }

func (r *Reader) ReadMessage(ctx context.Context) (Message, error) { return Message{}, nil }

type ReaderConfig struct {
	Brokers []string
	Topic   string
}

func TCP(address ...string) net.Addr { return nil }

type Writer struct {
	Addr     net.Addr
	Topic    string
	Balancer Balancer
}

func (w *Writer) Close() error { return nil }

func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error { return nil }

type WriterConfig struct {
	Brokers []string
	Topic   string
}
