// Package handlerfunc is a stub for tests: declarations only.
package handlerfunc

import (
	"net/http"

	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type HandlerFuncAdapter = httpadapter.HandlerAdapter

type HandlerFuncAdapterALB = httpadapter.HandlerAdapterALB

type HandlerFuncAdapterV2 = httpadapter.HandlerAdapterV2

func New(handlerFunc http.HandlerFunc) *HandlerFuncAdapter { return nil }

func NewALB(handlerFunc http.HandlerFunc) *HandlerFuncAdapterALB { return nil }

func NewV2(handlerFunc http.HandlerFunc) *HandlerFuncAdapterV2 { return nil }
