package runtimeapi

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

// ErrTimeout says that a function did not answer before its deadline.
var ErrTimeout = errors.New("task timed out")

const functionARN = "arn:aws:lambda:eu-central-1:123456789012:function:proof"

// An invocation is an event between its arrival and its answer.
type invocation struct {
	id       string
	event    []byte
	started  time.Time
	answered chan Answer
}

// next waits for an event and hands it out.
func (s *Server) next(w http.ResponseWriter, r *http.Request) {
	s.noteReady()
	select {
	case inv := <-s.queue:
		s.begin(inv)
		header := w.Header()
		header.Set("Content-Type", "application/json")
		header.Set("Lambda-Runtime-Aws-Request-Id", inv.id)
		header.Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(inv.started.Add(s.timeout).UnixMilli(), 10))
		header.Set("Lambda-Runtime-Invoked-Function-Arn", functionARN)
		header.Set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0")
		_, _ = w.Write(inv.event) // a client that left is seen by Invoke, at the deadline
	case <-r.Context().Done():
	}
}

func (s *Server) noteReady() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.started {
		s.started = true
		close(s.ready)
	}
}

func (s *Server) begin(inv *invocation) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[inv.id] = inv
	s.greatest = max(s.greatest, len(s.open))
	inv.started = time.Now()
}

// take removes an open invocation, so that it is answered once. It gives nil
// if there is none of that id.
func (s *Server) take(id string) *invocation {
	s.mu.Lock()
	defer s.mu.Unlock()
	inv := s.open[id]
	delete(s.open, id)
	return inv
}

// response takes what a handler returned. A streaming response that broke off
// says so in its trailer.
func (s *Server) response(w http.ResponseWriter, r *http.Request) {
	s.answer(w, r, func(body []byte) Answer {
		if kind := r.Trailer.Get("Lambda-Runtime-Function-Error-Type"); kind != "" {
			return Answer{Failure: &Failure{Type: kind, Message: r.Trailer.Get("Lambda-Runtime-Function-Error-Body")}}
		}
		return Answer{Payload: body}
	})
}

// failure takes the error that a handler returned, or its panic.
func (s *Server) failure(w http.ResponseWriter, r *http.Request) {
	s.answer(w, r, func(body []byte) Answer { return Answer{Failure: parseFailure(body)} })
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request, parse func(body []byte) Answer) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		reply(w, http.StatusBadRequest, Failure{Type: "InvalidRequest", Message: err.Error()})
		return
	}
	ended := time.Now()
	inv := s.take(r.PathValue("id"))
	if inv == nil {
		reply(w, http.StatusBadRequest, Failure{Type: "InvalidRequestID", Message: "no such invocation is open"})
		return
	}
	answer := parse(body)
	answer.RequestID, answer.Duration = inv.id, ended.Sub(inv.started)
	inv.answered <- answer
	reply(w, http.StatusAccepted, map[string]string{"status": "OK"})
}

// initFailure takes an error of the init phase; there is none after that phase.
func (s *Server) initFailure(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		reply(w, http.StatusBadRequest, Failure{Type: "InvalidRequest", Message: err.Error()})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.started || s.initErr != nil {
		reply(w, http.StatusForbidden, Failure{Type: "InvalidStateTransition", Message: "the init phase is over"})
		return
	}
	s.initErr = parseFailure(body)
	close(s.failed)
	reply(w, http.StatusAccepted, map[string]string{"status": "OK"})
}

func parseFailure(body []byte) *Failure {
	var f Failure
	if err := json.Unmarshal(body, &f); err != nil {
		return &Failure{Type: "Unknown", Message: string(body)}
	}
	return &f
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // to a client that left there is nothing to say
}
