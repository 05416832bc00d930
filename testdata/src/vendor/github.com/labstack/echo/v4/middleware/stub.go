// Package middleware is a stub for tests: declarations only.
package middleware

import (
	echo "github.com/labstack/echo/v4"
)

func BasicAuth(fn BasicAuthValidator) echo.MiddlewareFunc { return nil }

type BasicAuthValidator func(string, string, echo.Context) (bool, error)

func KeyAuth(fn KeyAuthValidator) echo.MiddlewareFunc { return nil }

type KeyAuthValidator func(auth string, c echo.Context) (bool, error)

func Logger() echo.MiddlewareFunc { return nil }

func Recover() echo.MiddlewareFunc { return nil }
