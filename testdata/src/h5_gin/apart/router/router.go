// Package router sets routes up; whether they are served by Lambda only main
// knows.
package router

import (
	"github.com/gin-gonic/gin"

	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.test/lambda/h5_gin/apart/controllers"
)

// Engine has all routes.
func Engine() *gin.Engine {
	r := gin.Default()
	orders := controllers.NewOrders()
	r.GET("/orders", orders.List)
	r.GET("/health", controllers.Health)
	Register(r.Group("/files"))
	r.POST("/jobs", func(c *gin.Context) { sqs.New(sqs.Options{}) })
	return r
}

// Register adds the routes of files.
func Register(g *gin.RouterGroup) {
	g.POST("/", controllers.Upload)
}
