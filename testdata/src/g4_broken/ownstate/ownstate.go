// Package ownstate: G2, what hangs on the invocation's own data is not persistent,
// even if it was made under the very test.
package ownstate

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go/aws/session"
)

type user struct {
	Password *string
	Name     string
}

func changed(ctx context.Context, event events.APIGatewayProxyRequest) error {
	var u user
	if err := json.Unmarshal([]byte(event.Body), &u); err != nil {
		return err
	}
	if len(*u.Password) < 8 {
		return errors.New("too short")
	}
	hash := "x"
	u.Password = &hash
	_, err := session.NewSession() // want `^session\.NewSession is built again on every invocation of ownstate\.changed: `
	return err
}

// Kept in an object that is made under the test, which itself is kept.
type state struct{ sess *session.Session }

type server struct{ state *state }

var kept = &server{}

func lazily(ctx context.Context, event events.APIGatewayProxyRequest) (err error) {
	if kept.state == nil || kept.state.sess == nil {
		kept.state = &state{}
		kept.state.sess, err = session.NewSession()
	}
	return err
}

// The same in a server of this invocation.
func own(ctx context.Context, event events.APIGatewayProxyRequest) (err error) {
	s := &server{}
	if s.state == nil || s.state.sess == nil {
		s.state = &state{}
		s.state.sess, err = session.NewSession() // want `^session\.NewSession is built again .*, because what holds state is itself created during the invocation`
	}
	return err
}

// A struct of this invocation that refers to what is kept.
func referred(ctx context.Context, event events.APIGatewayProxyRequest) (err error) {
	s := &server{state: shared}
	if s.state.sess == nil {
		s.state.sess, err = session.NewSession()
	}
	return err
}

var shared = &state{}
