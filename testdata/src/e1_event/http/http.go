// Package main: E1 where the event is a request.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tenants/{tenant}", tenant)
	mux.HandleFunc("GET /fixed", fixed)
	lambda.Start(httpadapter.NewV2(mux).ProxyWithContext)
}

func tenant(w http.ResponseWriter, r *http.Request) {
	s3.New(s3.Options{Region: r.Header.Get("X-Region")})
	s3.New(s3.Options{Region: r.URL.Query().Get("region")})
	if _, err := sql.Open("pgx", os.Getenv("DSN")+r.PathValue("tenant")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
	in := struct{ Region string }{r.FormValue("region")}
	s3.New(s3.Options{Region: in.Region})
}

func fixed(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		return
	}
	s3.New(s3.Options{}) // want `s3\.New`
}
