// Package telebot is a stub for tests: declarations only.
package telebot

type Settings struct {
	Token       string
	Synchronous bool
}

type Update struct{ ID int }

type Context interface{ Send(what any) error }

type HandlerFunc func(Context) error

type Bot struct{}

func NewBot(pref Settings) (*Bot, error) { panic("a stub") }

func (b *Bot) Handle(endpoint any, h HandlerFunc) { panic("a stub") }

func (b *Bot) Configure(set func(*Settings)) { panic("a stub") }

func (b *Bot) ProcessUpdate(u Update) { panic("a stub") }
