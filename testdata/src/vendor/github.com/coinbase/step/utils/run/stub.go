// Package run is a stub for tests: declarations only.
package run

import "github.com/coinbase/step/handler"

func LambdaTasks(taskFunctions *handler.TaskHandlers) {}
