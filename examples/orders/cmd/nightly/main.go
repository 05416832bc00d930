// Command nightly writes a report about the day's orders.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"github.com/lambdainit/lambdainit/examples/orders/internal/settings"
)

// reports is built while the program starts: a package variable.
var reports = newReports()

func newReports() *s3.Client {
	cfg, err := settings.AWS()
	if err != nil {
		panic(err)
	}
	return s3.NewFromConfig(cfg)
}

func main() {
	lambda.Start(handle)
}

func handle(ctx context.Context) error {
	report, err := write(ctx)
	if err != nil {
		return err
	}
	_, err = reports.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(settings.Bucket()),
		Key:    aws.String("reports/" + time.Now().UTC().Format(time.DateOnly)),
		Body:   strings.NewReader(report),
	})
	if err != nil {
		return fmt.Errorf("storing the report: %w", err)
	}
	return announce(ctx, report)
}

// write opens the database and closes it again, and with it every connection.
func write(ctx context.Context) (string, error) {
	db, err := sql.Open("pgx", settings.DSN()) // finding: sql
	if err != nil {
		return "", fmt.Errorf("opening the database: %w", err)
	}
	defer func() { _ = db.Close() }()

	var count, cents int64
	row := db.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(cents), 0) FROM orders")
	if err := row.Scan(&count, &cents); err != nil {
		return "", fmt.Errorf("reading the orders: %w", err)
	}
	return summary(count, cents), nil
}

func summary(count, cents int64) string {
	return fmt.Sprintf("%d orders, %d.%02d in all", count, cents/100, cents%100)
}

// announce posts the report. A client without a transport of its own shares
// the default one and its connections: cheap to build again.
func announce(ctx context.Context, report string) error {
	client := &http.Client{Timeout: 5 * time.Second}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, settings.ReportsURL(), strings.NewReader(report))
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
