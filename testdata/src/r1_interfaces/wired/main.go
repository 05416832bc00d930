// Package main: R1 over packages: interface, implementation and wiring each in
// a package of its own. The last call inside this package is the registration.
package main

import (
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.test/lambda/r1_interfaces/wired/adapters"
	"example.test/lambda/r1_interfaces/wired/ports"
)

func main() {
	u := ports.New(adapters.NewStore(), adapters.NewNotifier(), clock)
	lambda.Start(u.Run) // want `dynamodb\.New` `sns\.New`
}

func clock() int64 {
	s3.New(s3.Options{}) // want `s3\.New`
	return time.Now().Unix()
}
