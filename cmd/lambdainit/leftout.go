package main

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"strings"
)

// A leftOut is a file that its build constraint leaves out and that one tag
// would take in.
type leftOut struct{ file, tag string }

// leftOutOf looks among the files that build constraints leave out for one that
// imports aws-lambda-go: where no handler was found (D2), that may be why.
func leftOutOf(files []string) leftOut {
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil || !importsLambda(f) {
			continue
		}
		if tag := tagFor(f); tag != "" {
			return leftOut{name, tag}
		}
	}
	return leftOut{}
}

func importsLambda(f *ast.File) bool {
	for _, spec := range f.Imports {
		if strings.HasPrefix(spec.Path.Value, `"github.com/aws/aws-lambda-go/`) {
			return true
		}
	}
	return false
}

// tagFor returns a tag that alone fulfils the file's constraint, or "".
func tagFor(f *ast.File) (tag string) {
	for _, group := range f.Comments {
		for _, line := range group.List {
			expr, err := constraint.Parse(line.Text)
			if err != nil || line.Pos() > f.Package {
				continue
			}
			expr.Eval(func(candidate string) bool {
				if tag == "" && expr.Eval(func(t string) bool { return t == candidate }) {
					tag = candidate
				}
				return false
			})
		}
	}
	return tag
}
