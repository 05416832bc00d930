// Package cel is a stub for tests: declarations only.
package cel

import (
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
)

type Ast struct {
}

type Env struct {
}

func (e *Env) Compile(txt string) (*Ast, *Issues) { return nil, nil }

func (e *Env) Program(ast *Ast, opts ...ProgramOption) (Program, error) { return nil, nil }

type EnvOption func(e *Env) (*Env, error)

type EvalDetails struct {
}

type Issues struct {
}

func (i *Issues) Err() error { return nil }

func NewEnv(opts ...EnvOption) (*Env, error) { return nil, nil }

type Program interface {
	Eval(any) (ref.Val, *EvalDetails, error)
	stub()
}

type ProgramOption func(p *prog) (*prog, error)

var StringType *types.Type

type Type = types.Type

func Variable(name string, t *Type) EnvOption { return nil }

type prog struct {
}
