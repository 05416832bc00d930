// Package main: G2, what main made and a context carries outlives the invocation.
package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

type deps struct {
	bucket *s3.Client
	queue  *sqs.Client
	topic  *sns.Client
}

func (d *deps) S3() *s3.Client {
	if d.bucket == nil {
		d.bucket = s3.New(s3.Options{})
	}
	return d.bucket
}

func (d *deps) SQS() *sqs.Client {
	if d.queue == nil {
		d.queue = sqs.New(sqs.Options{})
	}
	return d.queue
}

func (d *deps) SNS() *sns.Client {
	if d.topic == nil {
		d.topic = sns.New(sns.Options{})
	}
	return d.topic
}

type key struct{}

func carried(d *deps) func(context.Context, string) error {
	return func(ctx context.Context, in string) error {
		ctx = context.WithValue(ctx, key{}, d)
		return use(context.WithValue(ctx, ownKey{}, &own{}))
	}
}

func use(ctx context.Context) error {
	d, ok := ctx.Value(key{}).(*deps)
	if !ok {
		return errors.New("nothing carried")
	}
	d.S3()
	ctx.Value(ownKey{}).(*own).S3()
	return nil
}

// own is made anew for each invocation.
type own struct{ bucket *s3.Client }

type ownKey struct{}

func (o *own) S3() *s3.Client {
	if o.bucket == nil {
		o.bucket = s3.New(s3.Options{}) // want `s3\.New.*because what holds o\.bucket is itself created during the invocation`
	}
	return o.bucket
}

func main() {
	d := &deps{}
	switch os.Getenv("ROUTER") {
	case "gin":
		r := gin.New()
		r.Use(func(c *gin.Context) { c.Set("deps", d) })
		r.GET("/", func(c *gin.Context) { c.MustGet("deps").(*deps).SQS() })
		lambda.Start(ginadapter.New(r).ProxyWithContext)
	case "fiber":
		app := fiber.New()
		app.Use(func(c *fiber.Ctx) error {
			c.Locals("deps", d)
			return c.Next()
		})
		app.Get("/", func(c *fiber.Ctx) error {
			c.Locals("deps").(*deps).SNS()
			return nil
		})
		lambda.Start(fiberadapter.New(app).ProxyWithContext)
	}
	lambda.Start(carried(d))
}
