// Package main: H5, echo: its func(next) runs on every request.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

var adapter *echoadapter.EchoLambdaV2

func main() {
	e := echo.New()
	e.HTTPErrorHandler = onError
	e.Pre(pre)
	e.Use(middleware.Recover(), perRequest, configured("x"))
	e.Use(middleware.KeyAuth(func(key string, c echo.Context) (bool, error) {
		ssm.New(ssm.Options{}) // want `ssm\.New`
		return key != "", nil
	}))
	e.GET("/", index)
	e.POST("/orders", func(c echo.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return c.NoContent(http.StatusCreated)
	}, routeMiddleware)
	e.Match([]string{"PUT", "PATCH"}, "/orders/:id", update)
	e.Add(http.MethodDelete, "/orders/:id", remove)
	g := e.Group("/admin", groupMiddleware)
	g.GET("/", (&admin{client: s3.New(s3.Options{})}).index)
	g.Any("/any", echo.WrapHandler(http.HandlerFunc(standard)))
	routes(e.Group("/v1"))

	adapter = echoadapter.NewV2(e)
	lambda.Start(handle)
}

func handle(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return adapter.ProxyWithContext(ctx, req)
}

func onError(err error, c echo.Context) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func pre(next echo.HandlerFunc) echo.HandlerFunc {
	s3.New(s3.Options{}) // want `s3\.New`
	return next
}

// perRequest is applied to the handler of each request: all of it runs then.
func perRequest(next echo.HandlerFunc) echo.HandlerFunc {
	s3.New(s3.Options{}) // want `s3\.New`
	return func(c echo.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return next(c)
	}
}

// configured returns such a function; its own body runs once.
func configured(name string) echo.MiddlewareFunc {
	client := ssm.New(ssm.Options{})
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		ssm.New(ssm.Options{}) // want `ssm\.New`
		return func(c echo.Context) error {
			c.Set(name, client)
			return next(c)
		}
	}
}

func routeMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return next(c)
	}
}

func groupMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return next(c)
	}
}

func index(c echo.Context) error {
	s3.New(s3.Options{Region: c.QueryParam("region")}) // of the request
	s3.New(s3.Options{})                               // want `s3\.New`
	return nil
}

func update(c echo.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func remove(c echo.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

type admin struct{ client *s3.Client }

func (a *admin) index(c echo.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

func standard(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{}) // want `s3\.New`
}

func routes(g *echo.Group) {
	s3.New(s3.Options{})
	g.GET("/", func(c echo.Context) error {
		s3.New(s3.Options{}) // want `s3\.New`
		return nil
	})
}

// unused is no middleware of any router.
func unused(next echo.HandlerFunc) echo.HandlerFunc {
	s3.New(s3.Options{})
	return func(c echo.Context) error {
		s3.New(s3.Options{})
		return next(c)
	}
}
