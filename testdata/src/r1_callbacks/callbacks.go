// Package main: R1, callbacks given to functions of other modules and of the
// standard library.
package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/acme-inc/lambdakit"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

type item struct{ ID string }

type byID []item

func (b byID) Len() int      { return len(b) }
func (b byID) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b byID) Less(i, j int) bool {
	s3.New(s3.Options{}) // want `s3\.New`
	return b[i].ID < b[j].ID
}

func main() { lambda.Start(handle) }

func handle(ctx context.Context, items []item) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	})
	g.Go(named)
	slices.SortFunc(items, func(a, b item) int {
		s3.New(s3.Options{}) // want `s3\.New`
		return strings.Compare(a.ID, b.ID)
	})
	sort.Slice(items, func(i, j int) bool {
		s3.New(s3.Options{}) // want `s3\.New`
		return items[i].ID < items[j].ID
	})
	sort.Sort(byID(items))
	_ = strings.Map(mapRune, "x")
	_ = filepath.WalkDir(os.TempDir(), visit)
	lambdakit.Walk([]string{"a"}, func(s string) {
		s3.New(s3.Options{}) // want `s3\.New`
	})
	if err := lambdakit.Retry(ctx, retried); err != nil {
		return err
	}
	t := time.AfterFunc(time.Second, later)
	defer t.Stop()
	var m sync.Map
	m.Range(func(k, v any) bool {
		s3.New(s3.Options{}) // want `s3\.New`
		return true
	})
	var once sync.Once // lives in the invocation: G4
	once.Do(func() {
		s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
	})
	stop := context.AfterFunc(ctx, afterwards)
	defer stop()
	return g.Wait()
}

func named() error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func mapRune(r rune) rune {
	s3.New(s3.Options{}) // want `s3\.New`
	return r
}

func visit(path string, d fs.DirEntry, err error) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return err
}

func retried(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func later() {
	s3.New(s3.Options{}) // want `s3\.New`
}

func afterwards() {
	s3.New(s3.Options{}) // want `s3\.New`
}

// Near misses: the same callbacks, given before the entry point.

func init() {
	items := []item{{"b"}, {"a"}}
	slices.SortFunc(items, func(a, b item) int {
		s3.New(s3.Options{})
		return strings.Compare(a.ID, b.ID)
	})
	lambdakit.Walk([]string{"a"}, func(s string) { s3.New(s3.Options{}) })
}
