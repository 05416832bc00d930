// Package graphql is a stub for tests: declarations only.
package graphql

import "context"

type Schema struct{}

type Response struct{}

type SchemaOpt func(*Schema)

func MustParseSchema(schemaString string, resolver any, opts ...SchemaOpt) *Schema {
	panic("a stub")
}

func (s *Schema) Exec(ctx context.Context, queryString string, operationName string, variables map[string]any) *Response {
	panic("a stub")
}
