// Package api sets an echo server up.
package api

import (
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/labstack/echo/v4"
)

// New builds router and client.
func New() *echo.Echo {
	e := echo.New()
	table := dynamodb.New(dynamodb.Options{})
	e.GET("/", func(c echo.Context) error {
		_, err := table.Scan(c.Request().Context(), &dynamodb.ScanInput{})
		return err
	})
	return e
}
