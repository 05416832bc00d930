// Package ridgenative is a stub for tests: declarations only.
package ridgenative

import "net/http"

type InvokeMode string

func ListenAndServe(address string, mux http.Handler) error { return nil }

func Start(mux http.Handler, mode InvokeMode) error { return nil }
