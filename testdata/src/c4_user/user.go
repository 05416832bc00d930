// Package user: C4, constructors that the user marks.
package user

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/c4_user/geo"
)

// Index is expensive: it is read from a file.
type Index struct{ words []string }

// LoadIndex reads the index.
//
//lambdainit:constructor model
func LoadIndex(path string) (*Index, error) { return &Index{words: []string{path}}, nil }

// Words looks up.
func (i *Index) Words() int { return len(i.words) }

type parser struct{}

// Compile is a method.
//
//lambdainit:constructor engine
func (parser) Compile(rules string) *Index { return &Index{} }

// NewIndex is not marked.
func NewIndex() *Index { return &Index{} }

// derived returns what a marked one built (C3).
func derived() (*Index, error) { return LoadIndex("/opt/index") }

func handle(ctx context.Context, event events.SQSEvent) error {
	i, err := LoadIndex("/opt/index") // want `LoadIndex`
	if err != nil {
		return err
	}
	i.Words()
	if _, err := derived(); err != nil { // want `LoadIndex`
		return err
	}
	parser{}.Compile("rules") // want `Compile`
	NewIndex()
	if _, err := LoadIndex(event.Records[0].Body); err != nil {
		return err
	}
	geo.Open("/opt/cities") // want `geo\.Open`
	geo.Lookup("Berlin")
	return nil
}

var shared, _ = LoadIndex("/opt/shared")

var lazy *Index

// guarded: marked constructors are guarded like all others.
func guarded(ctx context.Context, event events.SQSEvent) (err error) {
	if lazy == nil {
		lazy, err = LoadIndex("/opt/lazy")
	}
	shared.Words()
	s3.New(s3.Options{}) // want `s3\.New`
	return err
}
