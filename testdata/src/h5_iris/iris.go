// Package main: H5 with iris, whose application embeds its router.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	irisadapter "github.com/awslabs/aws-lambda-go-api-proxy/iris"
	"github.com/kataras/iris/v12"
)

func main() {
	app := iris.New()
	app.Get("/", list)
	app.PartyFunc("/orders", func(p iris.Party) {
		s3.New(s3.Options{}) // once, as routes are set up
		p.Get("/{id}", show)
	})
	app.Party("/admin").Use(guard)
	lambda.Start(irisadapter.New(app).ProxyWithContext)

	local := iris.New()
	local.Get("/debug", debug)
}

func list(ctx iris.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func show(ctx iris.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func guard(ctx iris.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
	ctx.Next()
}

// debug belongs to an application that no entry point reaches.
func debug(ctx iris.Context) {
	s3.New(s3.Options{})
}
