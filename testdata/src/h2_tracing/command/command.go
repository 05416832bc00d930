// Package main: H2 and R1, a handler that runs a command: what a framework is
// given once, in init, runs per invocation because the handler executes it.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/spf13/cobra"
)

var root = &cobra.Command{
	Use: "sync",
	RunE: func(cmd *cobra.Command, args []string) error {
		return syncAll(cmd.Context())
	},
}

func init() {
	s3.New(s3.Options{})
	cobra.OnInitialize(initConfig)
}

func main() { lambda.Start(handle) }

func handle(ctx context.Context) error {
	return root.ExecuteContext(ctx)
}

func syncAll(ctx context.Context) error {
	s3.New(s3.Options{}) // want `s3\.New`
	return nil
}

// initConfig sounds like once, and runs on every Execute.
func initConfig() {
	_, _ = config.LoadDefaultConfig(context.Background()) // want `config\.LoadDefaultConfig`
}
