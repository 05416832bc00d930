// Package gojsonschema is a stub.
package gojsonschema

type JSONLoader interface{ LoadJSON() (any, error) }

type loader struct{ source any }

func (l *loader) LoadJSON() (any, error) { return l.source, nil }

func NewStringLoader(source string) JSONLoader { return &loader{source} }

func NewBytesLoader(source []byte) JSONLoader { return &loader{source} }

type Result struct{ errors []error }

func (r *Result) Valid() bool { return len(r.errors) == 0 }

type Schema struct{ loader JSONLoader }

func NewSchema(l JSONLoader) (*Schema, error) { return &Schema{l}, nil }

func (s *Schema) Validate(l JSONLoader) (*Result, error) { return new(Result), nil }

func Validate(schema, document JSONLoader) (*Result, error) { return new(Result), nil }
