// Package main: G3, ttl struct value map.
package main

import (
	"context"
	"database/sql"
	"github.com/aws/aws-lambda-go/lambda"
	"time"
)

// G3: map of struct values, hit tested by a field of the entry (expiry), early return
type item struct {
	v  *sql.DB
	at time.Time
}

var m, m2 = map[string]item{}, map[string]item{}

func get(k string) (*sql.DB, error) {
	if it, ok := m[k]; ok && time.Since(it.at) < time.Minute {
		return it.v, nil
	}
	v, err := sql.Open("pgx", "x")
	if err != nil {
		return nil, err
	}
	m[k] = item{v, time.Now()}
	return v, nil
}

func get2(k string) *sql.DB {
	it, ok := m2[k]
	if !ok || time.Now().After(it.at) {
		v, _ := sql.Open("pgx", "x")
		it = item{v: v, at: time.Now().Add(time.Minute)}
		m2[k] = it
	}
	return it.v
}

func handle(ctx context.Context) error {
	get2("y")
	_, err := get("x")
	return err
}

func main() { lambda.Start(handle) }
