// Package main: H5 near miss, a gin server that no entry point of Lambda reaches.
package main

import (
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.New()
	r.GET("/", func(c *gin.Context) { s3.New(s3.Options{}) })
	_ = r.Run(":8080")
}
