#!/usr/bin/env bash
# Writes a module with N Lambda functions and 5N packages to a folder: per
# function a command, a service, a store, a model and a helper. Every other
# store builds its client on every invocation. It requires what examples/ does.
#
#	bench/monorepo.sh N folder
set -euo pipefail

n=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
module=example.com/monorepo

sed "s|^module .*|module $module|" "$root/examples/go.mod" >"$out/go.mod"
cp "$root/examples/go.sum" "$out/go.sum"

for i in $(seq "$n"); do
	mkdir -p "$out"/{cmd,service,store,model,helper}/"f$i"
	cat >"$out/model/f$i/model.go" <<EOF
package model

import "time"

// An Order is what function $i works on.
type Order struct {
	ID      string
	Items   []Item
	Created time.Time
}

type Item struct {
	Name  string
	Cents int
}

func (o Order) Total() (sum int) {
	for _, i := range o.Items {
		sum += i.Cents
	}
	return sum
}
EOF
	cat >"$out/helper/f$i/helper.go" <<EOF
package helper

import (
	"fmt"
	"strings"

	model "$module/model/f$i"
)

func Describe(o model.Order) string {
	var b strings.Builder
	for _, i := range o.Items {
		fmt.Fprintf(&b, "%s: %d\n", i.Name, i.Cents)
	}
	return b.String()
}
EOF
	if [ $((i % 2)) = 0 ]; then
		cat >"$out/store/f$i/new.go" <<EOF
package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// New builds its client each time.
func New(ctx context.Context) (*Store, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return &Store{dynamodb.NewFromConfig(cfg)}, nil
}
EOF
	else
		cat >"$out/store/f$i/new.go" <<EOF
package store

import (
	"context"
	"sync"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var shared = sync.OnceValues(func() (*Store, error) {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		return nil, err
	}
	return &Store{dynamodb.NewFromConfig(cfg)}, nil
})

// New builds its client once.
func New(context.Context) (*Store, error) { return shared() }
EOF
	fi
	cat >"$out/store/f$i/store.go" <<EOF
package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	model "$module/model/f$i"
)

type Store struct{ client *dynamodb.Client }

func (s *Store) Put(ctx context.Context, o model.Order) error {
	_, err := s.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(o.ID)})
	return err
}
EOF
	cat >"$out/service/f$i/service.go" <<EOF
package service

import (
	"context"
	"log"

	helper "$module/helper/f$i"
	model "$module/model/f$i"
	store "$module/store/f$i"
)

type Service struct{ log *log.Logger }

func New() *Service { return &Service{log.Default()} }

func (s *Service) Handle(ctx context.Context, o model.Order) error {
	st, err := store.New(ctx)
	if err != nil {
		return err
	}
	s.log.Print(helper.Describe(o))
	return st.Put(ctx, o)
}
EOF
	cat >"$out/cmd/f$i/main.go" <<EOF
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	service "$module/service/f$i"
)

func main() { lambda.Start(service.New().Handle) }
EOF
done
