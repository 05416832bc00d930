// Command convert changes an amount into another currency. The rates come by
// HTTPS, through a client with a transport of its own per invocation.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type amount struct {
	Cents    int64  `json:"cents"`
	Currency string `json:"currency"`
}

func newHTTPClient() *http.Client {
	return &http.Client{
		Timeout: 10 * time.Second,
		Transport: &http.Transport{
			MaxIdleConnsPerHost: 10,
			TLSHandshakeTimeout: 5 * time.Second,
		},
	}
}

func handle(ctx context.Context, a amount) (amount, error) {
	client := newHTTPClient()
	rates, err := fetch(ctx, client)
	if err != nil {
		return amount{}, fmt.Errorf("fetching the rates: %w", err)
	}
	rate, ok := rates[a.Currency]
	if !ok {
		return amount{}, fmt.Errorf("no rate for %s", a.Currency)
	}
	return amount{Cents: int64(float64(a.Cents) * rate), Currency: a.Currency}, nil
}

func fetch(ctx context.Context, client *http.Client) (map[string]float64, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("RATES_URL"), nil)
	if err != nil {
		return nil, err
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", response.Status)
	}
	var rates map[string]float64
	return rates, json.NewDecoder(response.Body).Decode(&rates)
}

func main() {
	lambda.Start(handle)
}
