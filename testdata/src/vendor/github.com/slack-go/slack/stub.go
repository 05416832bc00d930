// Package slack is a stub for tests: declarations only.
package slack

type Client struct {
}

func (api *Client) PostMessage(channelID string, options ...MsgOption) (string, string, error) {
	return "", "", nil
}

type MsgOption func(*sendConfig) error

func MsgOptionText(text string, escape bool) MsgOption { return nil }

func New(token string, options ...Option) *Client { return nil }

type Option func(*Client)

type sendConfig struct {
}
