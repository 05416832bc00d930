// Package middleware is a stub for tests: declarations only.
package middleware

import (
	"net/http"
)

func Logger(next http.Handler) http.Handler { return nil }

func Recoverer(next http.Handler) http.Handler { return nil }

func RequestID(next http.Handler) http.Handler { return nil }
