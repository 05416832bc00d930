// Package app has one application, which main makes.
package app

import (
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Application builds what it needs when it is needed.
type Application struct {
	once   sync.Once
	bucket *s3.Client
	kept   map[string]*sqs.Client
}

var (
	// App is set by Boot.
	App *Application
)

// Boot makes the application.
func Boot() { App = &Application{kept: make(map[string]*sqs.Client)} }

// S3 builds a client once.
func (a *Application) S3() *s3.Client {
	a.once.Do(func() { a.bucket = s3.New(s3.Options{}) })
	return a.bucket
}

// Queue keeps clients by name.
func (a *Application) Queue(name string) *sqs.Client {
	if c, ok := a.kept[name]; ok {
		return c
	}
	c := sqs.New(sqs.Options{})
	a.kept[name] = c
	return c
}

// Fresh builds a client each time.
func (a *Application) Fresh() *s3.Client { return s3.New(s3.Options{}) }
