// Package main: E1, records that are read from a database in each invocation are
// like an event; secrets and parameters with constant names are settings.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	functions "github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/jackc/pgx/v5"
)

type scanner interface {
	Scan(context.Context, *dynamodb.ScanInput, ...func(*dynamodb.Options)) (*dynamodb.ScanOutput, error)
}

var (
	table   scanner = dynamodb.New(dynamodb.Options{})
	others          = functions.New(functions.Options{})
	secrets         = secretsmanager.New(secretsmanager.Options{})
	db, _           = sql.Open("pgx", os.Getenv("DSN"))
)

type tenant struct{ Region string }

func scanned(ctx context.Context) error {
	out, err := table.Scan(ctx, &dynamodb.ScanInput{})
	if err != nil {
		return err
	}
	var tenants []tenant
	if err := attributevalue.UnmarshalListOfMaps(out.Items, &tenants); err != nil {
		return err
	}
	for _, t := range tenants {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(t.Region))
		if err != nil {
			return err
		}
		_ = s3.NewFromConfig(cfg)
		_ = s3.New(s3.Options{}) // want `s3\.New`
	}
	return nil
}

func queried(ctx context.Context) error {
	rows, err := db.QueryContext(ctx, "select dsn from tenants")
	if err != nil {
		return err
	}
	for rows.Next() {
		var dsn string
		if err := rows.Scan(&dsn); err != nil {
			return err
		}
		other, err := sql.Open("pgx", dsn)
		if err != nil {
			return err
		}
		if err := other.PingContext(ctx); err != nil {
			return err
		}
	}
	return rows.Err()
}

func row(ctx context.Context, conn *pgx.Conn) error {
	var dsn string
	if err := conn.QueryRow(ctx, "select dsn from tenants limit 1").Scan(&dsn); err != nil {
		return err
	}
	_, err := sql.Open("pgx", dsn)
	return err
}

// answered asks another function for tenants.
func answered(ctx context.Context) error {
	out, err := others.Invoke(ctx, &functions.InvokeInput{FunctionName: aws.String("tenants")})
	if err != nil {
		return err
	}
	var t tenant
	if err := json.Unmarshal(out.Payload, &t); err != nil {
		return err
	}
	_ = s3.New(s3.Options{Region: t.Region})
	_ = s3.New(s3.Options{Region: os.Getenv("REGION")}) // want `s3\.New`
	return nil
}

func secret(ctx context.Context) error {
	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("db")})
	if err != nil {
		return err
	}
	_, err = sql.Open("pgx", *out.SecretString) // want `sql\.Open`
	return err
}

func handle(ctx context.Context) error {
	if err := scanned(ctx); err != nil {
		return err
	}
	if err := queried(ctx); err != nil {
		return err
	}
	if err := row(ctx, nil); err != nil {
		return err
	}
	if err := answered(ctx); err != nil {
		return err
	}
	return secret(ctx)
}

func main() { lambda.Start(handle) }
