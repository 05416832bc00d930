// Package negroni is a stub for tests: declarations only.
package negroni

import (
	"net/http"
)

func Classic() *Negroni { return nil }

type Handler interface {
	ServeHTTP(rw http.ResponseWriter, r *http.Request, next http.HandlerFunc)
}

type HandlerFunc func(rw http.ResponseWriter, r *http.Request, next http.HandlerFunc)

func (h HandlerFunc) ServeHTTP(rw http.ResponseWriter, r *http.Request, next http.HandlerFunc) {}

type Negroni struct {
}

func (n *Negroni) ServeHTTP(rw http.ResponseWriter, r *http.Request) {}

func (n *Negroni) Use(handler Handler) {}

func (n *Negroni) UseFunc(handlerFunc func(rw http.ResponseWriter, r *http.Request, next http.HandlerFunc)) {
}

func (n *Negroni) UseHandler(handler http.Handler) {}

func (n *Negroni) UseHandlerFunc(handlerFunc func(rw http.ResponseWriter, r *http.Request)) {}

func New(handlers ...Handler) *Negroni { return nil }

func Wrap(handler http.Handler) Handler { return nil }
