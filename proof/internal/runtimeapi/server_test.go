package runtimeapi

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A runtime speaks to a server as a function's runtime does.
type runtime struct {
	t    *testing.T
	base string
}

func listen(t *testing.T, timeout time.Duration) (*Server, runtime) {
	t.Helper()
	s, err := Listen(timeout)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, runtime{t, "http://" + s.Address() + "/2018-06-01/runtime/"}
}

func (r runtime) do(method, path, body string) (*http.Response, string) {
	r.t.Helper()
	request, err := http.NewRequest(method, r.base+path, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		r.t.Fatal(err)
	}
	return response, string(data)
}

func (r runtime) post(path, body string, want int) {
	r.t.Helper()
	if response, data := r.do(http.MethodPost, path, body); response.StatusCode != want {
		r.t.Errorf("%s: status %d, want %d: %s", path, response.StatusCode, want, data)
	}
}

// invoke runs Invoke beside the test.
func invoke(s *Server, event string) <-chan func() (Answer, error) {
	done := make(chan func() (Answer, error), 1)
	go func() {
		answer, err := s.Invoke(context.Background(), []byte(event))
		done <- func() (Answer, error) { return answer, err }
	}()
	return done
}

func TestInvoke(t *testing.T) {
	s, r := listen(t, time.Minute)
	select {
	case <-s.Ready():
		t.Fatal("ready before the first event was asked for")
	default:
	}
	result := invoke(s, `{"a":1}`)
	next, event := r.do(http.MethodGet, "invocation/next", "")
	<-s.Ready()
	if event != `{"a":1}` {
		t.Errorf("event %s", event)
	}
	deadline, err := strconv.ParseInt(next.Header.Get("Lambda-Runtime-Deadline-Ms"), 10, 64)
	if left := time.Until(time.UnixMilli(deadline)); err != nil || left < 50*time.Second || left > time.Minute {
		t.Errorf("%v to the deadline, %v", left, err)
	}
	id := next.Header.Get("Lambda-Runtime-Aws-Request-Id")
	r.post("invocation/nobody/response", `1`, http.StatusBadRequest)
	r.post("invocation/"+id+"/response", `2`, http.StatusAccepted)
	r.post("invocation/"+id+"/response", `3`, http.StatusBadRequest)
	answer, err := (<-result)()
	if err != nil || answer.RequestID != id || string(answer.Payload) != `2` || answer.Failure != nil || answer.Duration <= 0 {
		t.Errorf("answer %+v, %v", answer, err)
	}
}

func TestInvokeFailure(t *testing.T) {
	s, r := listen(t, time.Minute)
	result := invoke(s, `{}`)
	next, _ := r.do(http.MethodGet, "invocation/next", "")
	id := next.Header.Get("Lambda-Runtime-Aws-Request-Id")
	r.post("invocation/"+id+"/error", `{"errorMessage":"no such order","errorType":"errorString"}`, http.StatusAccepted)
	answer, err := (<-result)()
	if err != nil || answer.Failure == nil || answer.Failure.Error() != "errorString: no such order" {
		t.Errorf("answer %+v, %v", answer, err)
	}
}

func TestInvokeTimeout(t *testing.T) {
	s, r := listen(t, 50*time.Millisecond)
	result := invoke(s, `{}`)
	next, _ := r.do(http.MethodGet, "invocation/next", "")
	if _, err := (<-result)(); !errors.Is(err, ErrTimeout) {
		t.Errorf("got %v", err)
	}
	r.post("invocation/"+next.Header.Get("Lambda-Runtime-Aws-Request-Id")+"/response", `1`, http.StatusBadRequest)
}

func TestInitFailure(t *testing.T) {
	s, r := listen(t, time.Minute)
	r.post("init/error", `{"errorMessage":"no region","errorType":"Runtime.Exit"}`, http.StatusAccepted)
	<-s.InitFailed()
	if got := s.InitFailure(); got == nil || got.Message != "no region" {
		t.Errorf("got %v", got)
	}
	r.post("init/error", `{}`, http.StatusForbidden)
}

func TestInitFailureTooLate(t *testing.T) {
	s, r := listen(t, time.Minute)
	result := invoke(s, `{}`)
	next, _ := r.do(http.MethodGet, "invocation/next", "")
	r.post("init/error", `{}`, http.StatusForbidden)
	r.post("invocation/"+next.Header.Get("Lambda-Runtime-Aws-Request-Id")+"/response", `1`, http.StatusAccepted)
	if _, err := (<-result)(); err != nil {
		t.Error(err)
	}
}

// TestConcurrency opens two invocations at once.
func TestConcurrency(t *testing.T) {
	s, r := listen(t, time.Minute)
	results := []<-chan func() (Answer, error){invoke(s, `1`), invoke(s, `2`)}
	events := map[string]string{}
	for range results {
		next, event := r.do(http.MethodGet, "invocation/next", "")
		events[next.Header.Get("Lambda-Runtime-Aws-Request-Id")] = event
	}
	if s.Concurrency() != 2 {
		t.Errorf("concurrency %d", s.Concurrency())
	}
	for id, event := range events {
		r.post("invocation/"+id+"/response", event, http.StatusAccepted)
	}
	for i, result := range results {
		if answer, err := (<-result)(); err != nil || string(answer.Payload) != strconv.Itoa(i+1) {
			t.Errorf("event %d: answer %s, %v", i+1, answer.Payload, err)
		}
	}
}
