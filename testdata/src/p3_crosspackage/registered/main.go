// Package main: P3, where registration and handler lie in imported packages, and
// only main says what they hold, the call that leads there is reported.
package main

import (
	"example.test/lambda/p3_crosspackage/registered/plugin"
	"example.test/lambda/p3_crosspackage/registered/runner"
)

func main() {
	plugin.Setup()
	runner.Use(runner.Checked) // adds a step; what starts it is below
	start()
}

func start() {
	runner.Start() // want `s3\.New, called at runner/runner\.go:35` `sqs\.New, called at plugin/plugin\.go:18`
}
