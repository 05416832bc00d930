// Command orderget looks an order up for API Gateway. It opens the database
// and closes it again on every request.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

type order struct {
	ID       string `json:"id"`
	Customer string `json:"customer"`
	Cents    int64  `json:"cents"`
}

func handle(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		return events.APIGatewayProxyResponse{}, fmt.Errorf("opening the database: %w", err)
	}
	defer db.Close()

	found := order{ID: request.PathParameters["id"]}
	err = db.QueryRowContext(ctx, "SELECT customer, cents FROM orders WHERE id = $1", found.ID).
		Scan(&found.Customer, &found.Cents)
	if errors.Is(err, sql.ErrNoRows) {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil
	}
	if err != nil {
		return events.APIGatewayProxyResponse{}, fmt.Errorf("reading order %s: %w", found.ID, err)
	}
	body, err := json.Marshal(found)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: string(body)}, nil
}

func main() {
	lambda.Start(handle)
}
