// Package controllers has route handlers; their package registers none.
package controllers

import (
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
)

// Orders is a controller.
type Orders struct{ table *dynamodb.Client }

// NewOrders runs once.
func NewOrders() *Orders { return &Orders{table: dynamodb.New(dynamodb.Options{})} }

// List is a route.
func (o *Orders) List(c *gin.Context) {
	dynamodb.New(dynamodb.Options{})
}

// Health is a route that builds nothing.
func Health(c *gin.Context) {}

// Upload is a route.
func Upload(c *gin.Context) { s3.New(s3.Options{}) }
