// Package main: G2, a ping that is promoted from a field of the client.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jmoiron/sqlx"
)

var alive, other, dropped *sqlx.DB

func kept() (*sqlx.DB, error) {
	if alive != nil {
		if err := alive.Ping(); err == nil {
			return alive, nil
		}
		alive = nil
	}
	db, err := sqlx.Connect("pgx", "")
	if err != nil {
		return nil, err
	}
	alive = db
	return db, nil
}

// elsewhere asks another client than the one that it stores.
func elsewhere() (*sqlx.DB, error) {
	if dropped != nil {
		if err := other.Ping(); err == nil {
			return dropped, nil
		}
	}
	return sqlx.Connect("pgx", "") // want `sqlx\.Connect.*dropped is tested but never assigned`
}

func handle() error {
	if _, err := kept(); err != nil {
		return err
	}
	_, err := elsewhere()
	return err
}

func main() { lambda.Start(handle) }
