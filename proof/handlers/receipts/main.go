// Command receipts keeps every message of a queue as a receipt in S3. It opens
// its archive anew for each batch, in a helper of another package.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"github.com/lambdainit/lambdainit/proof/handlers/internal/archive"
)

// A receipt says where a message went and what it held.
type receipt struct {
	Key    string `json:"key"`
	SHA256 string `json:"sha256"`
}

func handle(ctx context.Context, event events.SQSEvent) ([]receipt, error) {
	store, err := archive.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("opening the archive: %w", err)
	}

	var receipts []receipt
	for _, message := range event.Records {
		key := "receipts/" + message.MessageId
		if err := store.Put(ctx, key, []byte(message.Body)); err != nil {
			return nil, err
		}
		kept, err := store.Get(ctx, key)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(kept)
		receipts = append(receipts, receipt{Key: key, SHA256: hex.EncodeToString(sum[:])})
	}
	return receipts, nil
}

func main() {
	lambda.Start(handle)
}
