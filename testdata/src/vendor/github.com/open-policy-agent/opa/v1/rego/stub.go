// Package rego is a stub for tests: declarations only.
package rego

import (
	"context"
)

type EvalContext struct {
}

func EvalInput(input any) EvalOption { return nil }

type EvalOption func(*EvalContext)

func Module(filename string, input string) func(r *Rego) { return nil }

func New(options ...func(r *Rego)) *Rego { return nil }

type PrepareConfig struct {
}

type PrepareOption func(*PrepareConfig)

type PreparedEvalQuery struct {
}

func (pq PreparedEvalQuery) Eval(ctx context.Context, options ...EvalOption) (ResultSet, error) {
	return nil, nil
}

func Query(q string) func(r *Rego) { return nil }

type Rego struct {
}

func (r *Rego) Eval(ctx context.Context) (ResultSet, error) { return nil, nil }

func (r *Rego) PrepareForEval(ctx context.Context, opts ...PrepareOption) (PreparedEvalQuery, error) {
	return PreparedEvalQuery{}, nil
}

type Result struct {
}

type ResultSet []Result

func (rs ResultSet) Allowed() bool { return false }
