// Package main: R1, what is registered with a bot runs for each message; what only
// configures it runs once.
package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"gopkg.in/telebot.v3"
)

var kept = s3.New(s3.Options{})

func start(c telebot.Context) error {
	client := s3.New(s3.Options{}) // want `s3\.New`
	if _, err := client.GetObject(context.Background(), nil); err != nil {
		return err
	}
	_, err := kept.GetObject(context.Background(), nil)
	return err
}

// stop is registered with a bot that gets no messages.
func stop(telebot.Context) error {
	_ = s3.New(s3.Options{})
	return nil
}

func main() {
	bot, err := telebot.NewBot(telebot.Settings{Token: os.Getenv("TOKEN"), Synchronous: true})
	if err != nil {
		panic(err)
	}
	bot.Handle("/start", start)
	bot.Configure(func(s *telebot.Settings) { _ = s3.New(s3.Options{}) })
	other, err := telebot.NewBot(telebot.Settings{})
	if err != nil {
		panic(err)
	}
	other.Handle("/stop", stop)
	lambda.Start(func(ctx context.Context, e events.APIGatewayProxyRequest) error {
		var u telebot.Update
		if err := json.Unmarshal([]byte(e.Body), &u); err != nil {
			return err
		}
		bot.ProcessUpdate(u)
		return nil
	})
}
