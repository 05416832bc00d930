// Package main: H5, chi: its func(next) and its set-up callbacks run once.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	r := chi.NewRouter()
	r.Use(middleware.Logger, once, configured("x"))
	r.Get("/", index)
	r.Method(http.MethodPost, "/orders", http.HandlerFunc(create))
	r.MethodFunc(http.MethodPut, "/orders", update)
	r.Handle("/handler", &handler{client: s3.New(s3.Options{})})
	r.NotFound(notFound)
	r.Route("/admin", func(r chi.Router) {
		s3.New(s3.Options{}) // a set-up callback, run once
		r.Use(admins)
		r.Get("/", func(w http.ResponseWriter, r *http.Request) {
			s3.New(s3.Options{}) // want `s3\.New`
		})
		r.Route("/deep", deep)
	})
	r.Group(func(r chi.Router) {
		s3.New(s3.Options{})
		r.With(once).Delete("/orders/{id}", remove)
	})
	r.Mount("/sub", sub())
	lambda.Start(chiadapter.NewV2(r).ProxyWithContextV2)
}

// once wraps when the chain is built.
func once(next http.Handler) http.Handler {
	client := ssm.New(ssm.Options{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = client
		ssm.New(ssm.Options{}) // want `ssm\.New`
		next.ServeHTTP(w, r)
	})
}

func configured(name string) func(http.Handler) http.Handler {
	s3.New(s3.Options{})
	return func(next http.Handler) http.Handler {
		s3.New(s3.Options{})
		fn := func(w http.ResponseWriter, r *http.Request) {
			s3.New(s3.Options{}) // want `s3\.New`
			next.ServeHTTP(w, r)
		}
		return http.HandlerFunc(fn)
	}
}

func admins(next http.Handler) http.Handler { return &checked{next: next} }

type checked struct{ next http.Handler }

func (c *checked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
	c.next.ServeHTTP(w, r)
}

func index(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{Region: chi.URLParam(r, "region")}) // of the request
	s3.New(s3.Options{})                                  // want `s3\.New`
}

func create(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func update(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

type handler struct{ client *s3.Client }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func notFound(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func deep(r chi.Router) {
	s3.New(s3.Options{})
	r.Get("/", func(w http.ResponseWriter, r *http.Request) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
}

func remove(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func sub() http.Handler {
	s3.New(s3.Options{})
	r := chi.NewRouter()
	r.Get("/", mounted)
	return r
}

func mounted(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}
