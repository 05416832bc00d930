// Package runtimeapi is the Lambda Runtime API for one execution environment,
// on loopback: what a program built on aws-lambda-go talks to.
//
//	GET  /2018-06-01/runtime/invocation/next
//	POST /2018-06-01/runtime/invocation/{id}/response
//	POST /2018-06-01/runtime/invocation/{id}/error
//	POST /2018-06-01/runtime/init/error
package runtimeapi

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// A Server hands events to one execution environment and takes its answers.
type Server struct {
	timeout time.Duration
	address string
	http    http.Server
	queue   chan *invocation
	ready   chan struct{}

	mu       sync.Mutex
	open     map[string]*invocation
	greatest int // the most invocations that were open at once
	started  bool
	initErr  *Failure
	failed   chan struct{} // closed with initErr
}

// Listen starts a server for a function with that timeout.
func Listen(timeout time.Duration) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening for the Runtime API: %w", err)
	}
	s := &Server{
		timeout: timeout,
		address: listener.Addr().String(),
		queue:   make(chan *invocation),
		ready:   make(chan struct{}),
		failed:  make(chan struct{}),
		open:    map[string]*invocation{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /2018-06-01/runtime/invocation/next", s.next)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/response", s.response)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/error", s.failure)
	mux.HandleFunc("POST /2018-06-01/runtime/init/error", s.initFailure)
	s.http.Handler = mux
	go s.http.Serve(listener) //nolint:errcheck // always ErrServerClosed, from Close
	return s, nil
}

// Address is what AWS_LAMBDA_RUNTIME_API has to say.
func (s *Server) Address() string { return s.address }

// Ready is closed when the environment asks for its first event: the end of
// the init phase.
func (s *Server) Ready() <-chan struct{} { return s.ready }

// InitFailed is closed when the environment reports that its init phase failed.
func (s *Server) InitFailed() <-chan struct{} { return s.failed }

// InitFailure is what it reported, or nil.
func (s *Server) InitFailure() *Failure {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.initErr
}

// Concurrency is the greatest number of invocations that were open at once.
func (s *Server) Concurrency() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.greatest
}

// Close ends the server and whatever waits for it.
func (s *Server) Close() error { return s.http.Close() }

// An Answer is how an invocation ended.
type Answer struct {
	RequestID string
	Payload   []byte
	Failure   *Failure      // nil if the handler returned no error
	Duration  time.Duration // from handing the event out to its answer
}

// A Failure is an error as the runtime reports it.
type Failure struct {
	Message string `json:"errorMessage"`
	Type    string `json:"errorType"`
}

func (f *Failure) Error() string { return f.Type + ": " + f.Message }

// Invoke hands an event to the environment and waits for its answer, until the
// function's timeout. An answer that is a Failure is no error of Invoke.
func (s *Server) Invoke(ctx context.Context, event []byte) (Answer, error) {
	inv := &invocation{id: requestID(), event: event, answered: make(chan Answer, 1)}
	select {
	case s.queue <- inv:
	case <-ctx.Done():
		return Answer{}, fmt.Errorf("waiting for the environment to take the event: %w", context.Cause(ctx))
	}
	deadline := time.NewTimer(s.timeout)
	defer deadline.Stop()
	select {
	case answer := <-inv.answered:
		return answer, nil
	case <-deadline.C:
		s.take(inv.id)
		return Answer{}, fmt.Errorf("%s: %w after %v", inv.id, ErrTimeout, s.timeout)
	case <-ctx.Done():
		s.take(inv.id)
		return Answer{}, fmt.Errorf("waiting for the answer to %s: %w", inv.id, context.Cause(ctx))
	}
}

// requestID gives an id of the form that Lambda's have.
func requestID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
