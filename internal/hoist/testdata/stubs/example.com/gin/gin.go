// Package gin stands for a router.
package gin

type Engine struct{}

type Adapter struct{}

func Default() *Engine { return &Engine{} }

func (e *Engine) GET(path string, handler func()) *Engine { return e }

func NewAdapter(e *Engine) *Adapter { return &Adapter{} }

func (a *Adapter) Proxy(body string) (string, error) { return body, nil }
