package wire

import (
	"io"
	"net"
	"testing"
	"time"
)

// echo serves whoever connects with what they send.
func echo(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				_, _ = io.Copy(conn, conn)
			}()
		}
	}()
	return listener.Addr().String()
}

// exchange sends a message and waits for it to come back.
func exchange(t *testing.T, conn net.Conn, message string) time.Duration {
	t.Helper()
	begun := time.Now()
	if _, err := io.WriteString(conn, message); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, len(message))
	if _, err := io.ReadFull(conn, got); err != nil || string(got) != message {
		t.Fatalf("got %q, %v", got, err)
	}
	return time.Since(begun)
}

// TestRoundTrip: the first exchange of a connection takes two round trips, one
// to open it; all others take one.
func TestRoundTrip(t *testing.T) {
	for _, roundTrip := range []time.Duration{0, 30 * time.Millisecond} {
		w, err := To(echo(t), roundTrip)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			conn, err := net.Dial("tcp", w.Address())
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range []time.Duration{2 * roundTrip, roundTrip, roundTrip} {
				if got := exchange(t, conn, "message"); got < want {
					t.Errorf("exchange %d took %v, want at least %v", i, got, want)
				}
			}
			conn.Close()
		}
		w.Close()
		if w.Opened() != 2 {
			t.Errorf("%d connections, want 2", w.Opened())
		}
	}
}

// TestClose cuts connections that are open.
func TestClose(t *testing.T) {
	w, err := To(echo(t), time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", w.Address())
	if err != nil {
		t.Fatal(err)
	}
	exchange(t, conn, "message")
	w.Close()
	if n, err := conn.Read(make([]byte, 1)); err == nil {
		t.Errorf("read %d bytes from a wire that was cut", n)
	}
}
