package measure

import (
	"fmt"
	"path/filepath"

	"github.com/lambdainit/lambdainit/proof/internal/forest"
	"github.com/lambdainit/lambdainit/proof/internal/world"
)

// A Case is a function of the folder handlers.
type Case struct {
	Program string
	Title   string // what it builds per invocation
	Needs   world.Need
	Local   bool   // it talks to no server
	Stale   string // a program that also moves what must not move
	Event   func(i int) []byte
}

// A Form is a way to write a case's function.
type Form struct {
	Name   string
	Binary string
}

// The names of forms.
const (
	Before = "before" // wrong, as written
	After  = "after"  // fixed by lambdainit
	Stale  = "stale"  // what not to do
)

// Forms are the forms of a case, whose binaries handlers.Both has made below a
// folder.
func (c Case) Forms(work string) []Form {
	forms := []Form{
		{Before, filepath.Join(work, "before", c.Program)},
		{After, filepath.Join(work, "after", c.Program)},
	}
	if c.Stale != "" {
		forms = append(forms, Form{Stale, filepath.Join(work, "before", c.Stale)})
	}
	return forms
}

// Cases are the functions of the proof.
var Cases = []Case{
	{
		Program: "listbuckets",
		Title:   "S3 client in the handler",
		Stale:   "liststale",
		Event:   func(int) []byte { return []byte(`{}`) },
	}, {
		Program: "receipts",
		Title:   "S3 client in a helper: put and get",
		Event: func(i int) []byte {
			return fmt.Appendf(nil, `{"Records":[{"messageId":"message-%d","body":"paid %d","eventSource":"aws:sqs"}]}`, i, i)
		},
	}, {
		Program: "convert",
		Title:   "an http.Transport of its own",
		Event: func(i int) []byte {
			return fmt.Appendf(nil, `{"cents":%d,"currency":"%s"}`, i*100, []string{"CHF", "EUR", "USD"}[i%3])
		},
	}, {
		Program: "orderget",
		Title:   "sql.Open and Close",
		Needs:   world.PostgreSQL,
		Event: func(i int) []byte { // one in eight is not found
			return fmt.Appendf(nil, `{"httpMethod":"GET","pathParameters":{"id":"order-%d"}}`, i*125%1125)
		},
	}, {
		Program: "ordercount",
		Title:   "sql.Open in a helper, never closed",
		Needs:   world.PostgreSQL,
		Event:   func(i int) []byte { return fmt.Appendf(nil, `{"customer":"customer-%d"}`, i%10) },
	}, {
		Program: "score",
		Title:   "a model read from disk",
		Local:   true,
		Event:   features,
	},
}

// features is an application with as many features as the model wants.
func features(i int) []byte {
	event := []byte(`{"features":[`)
	for f := range forest.Large.Features {
		if f > 0 {
			event = append(event, ',')
		}
		event = fmt.Appendf(event, "%.3f", float64((i*31+f*17)%1000)/1000)
	}
	return append(event, ']', '}')
}

// CaseOf is the case of a program.
func CaseOf(program string) Case {
	for _, c := range Cases {
		if c.Program == program {
			return c
		}
	}
	panic("no case of the program " + program)
}
