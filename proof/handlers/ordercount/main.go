// Command ordercount counts the orders of a customer. Each invocation opens
// the database, through a helper, and nothing ever closes it.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"

	"github.com/lambdainit/lambdainit/proof/handlers/internal/database"
)

type question struct {
	Customer string `json:"customer"`
}

type answer struct {
	Orders int   `json:"orders"`
	Cents  int64 `json:"cents"`
}

type counter struct{}

func (counter) handle(ctx context.Context, q question) (answer, error) {
	db, err := database.Open()
	if err != nil {
		return answer{}, err
	}
	var a answer
	err = db.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(cents), 0) FROM orders WHERE customer = $1", q.Customer).
		Scan(&a.Orders, &a.Cents)
	if err != nil {
		return answer{}, fmt.Errorf("counting the orders of %s: %w", q.Customer, err)
	}
	return a, nil
}

func main() {
	var c counter
	lambda.Start(c.handle)
}
