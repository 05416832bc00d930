// Command score rates a loan application with a gradient boosted forest that
// it reads from disk on every invocation.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/dmitryikh/leaves"
)

type application struct {
	Features []float64 `json:"features"`
}

type rating struct {
	Score float64 `json:"score"`
}

func handle(_ context.Context, a application) (*rating, error) {
	model, err := leaves.LGEnsembleFromFile(os.Getenv("MODEL_PATH"), true)
	if err != nil {
		return nil, fmt.Errorf("loading the model: %w", err)
	}
	if len(a.Features) != model.NFeatures() {
		return nil, fmt.Errorf("%d features, the model wants %d", len(a.Features), model.NFeatures())
	}
	return &rating{Score: model.PredictSingle(a.Features, 0)}, nil
}

func main() {
	lambda.Start(handle)
}
