// Package wire stands between a function and the servers it calls: a proxy on
// loopback that counts the connections and puts a distance between both ends.
package wire

import (
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// A Wire forwards connections to one server.
type Wire struct {
	target    string
	roundTrip time.Duration
	listener  net.Listener
	opened    atomic.Int64
	done      chan struct{}
	running   sync.WaitGroup
}

// To opens a wire to the server at an address. A message and its answer take
// roundTrip longer than on loopback, and so does opening a connection, before
// which TCP sends one message and its answer.
func To(target string, roundTrip time.Duration) (*Wire, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening for a wire to %s: %w", target, err)
	}
	w := &Wire{target: target, roundTrip: roundTrip, listener: listener, done: make(chan struct{})}
	w.running.Go(w.accept)
	return w, nil
}

// Address is where the wire begins.
func (w *Wire) Address() string { return w.listener.Addr().String() }

// Opened is the number of connections opened so far.
func (w *Wire) Opened() int { return int(w.opened.Load()) }

// Close cuts the wire and every connection through it.
func (w *Wire) Close() {
	close(w.done)
	w.listener.Close()
	w.running.Wait()
}

func (w *Wire) accept() {
	for {
		client, err := w.listener.Accept()
		if err != nil {
			return // closed
		}
		w.opened.Add(1)
		w.running.Go(func() { w.connect(client) })
	}
}

// connect forwards one connection until an end of it closes or the wire is cut.
func (w *Wire) connect(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", w.target)
	if err != nil {
		return // the client sees its connection closed, as without a wire
	}
	defer server.Close()

	var ends sync.WaitGroup
	ends.Go(func() { w.forward(server, client, w.roundTrip) })
	ends.Go(func() { w.forward(client, server, 0) })
	closed := make(chan struct{})
	go func() { ends.Wait(); close(closed) }()
	select {
	case <-closed:
	case <-w.done:
		client.Close()
		server.Close()
		<-closed
	}
}

// forward copies what one end sends to the other, half a round trip later. The
// first message comes later by what opening the connection would have taken.
func (w *Wire) forward(to, from net.Conn, opening time.Duration) {
	defer closeWrite(to)
	if w.roundTrip == 0 {
		_, _ = io.Copy(to, from) // ends with the connection, however that ends
		return
	}
	messages := make(chan message, 1024)
	go receive(from, messages, time.Now().Add(opening), w.roundTrip/2)
	for m := range messages {
		time.Sleep(time.Until(m.due))
		if _, err := to.Write(m.data); err != nil {
			from.Close() // ends receive, which closes messages
		}
	}
}

// A message arrives when it is due.
type message struct {
	data []byte
	due  time.Time
}

// receive notes what comes in, and when it is due at the other end. Nothing
// leaves before the connection is open.
func receive(from net.Conn, messages chan<- message, open time.Time, delay time.Duration) {
	defer close(messages)
	for {
		buffer := make([]byte, 32<<10)
		n, err := from.Read(buffer)
		if n > 0 {
			sent := time.Now()
			if sent.Before(open) {
				sent = open
			}
			messages <- message{data: buffer[:n], due: sent.Add(delay)}
		}
		if err != nil {
			return
		}
	}
}

// closeWrite passes the end of one direction on.
func closeWrite(c net.Conn) {
	if half, ok := c.(interface{ CloseWrite() error }); ok {
		if err := half.CloseWrite(); err == nil || errors.Is(err, net.ErrClosed) {
			return
		}
	}
	c.Close()
}
