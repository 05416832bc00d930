// Package validator is a stub for tests: declarations only.
package validator

type FieldLevel interface {
	stub()
}

type Func func(fl FieldLevel) bool

func New(options ...Option) *Validate { return nil }

type Option func(*Validate)

type Validate struct {
}

func (v *Validate) RegisterValidation(tag string, fn Func, callValidationEvenIfNull ...bool) error {
	return nil
}

func (v *Validate) Struct(s interface{}) error { return nil }

func WithRequiredStructEnabled() Option { return nil }
