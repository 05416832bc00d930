// Package cobra is a stub for tests: declarations only.
package cobra

import (
	"context"
)

type Command struct {
	Use               string
	Short             string
	PersistentPreRunE func(cmd *Command, args []string) error
	PreRunE           func(cmd *Command, args []string) error
	Run               func(cmd *Command, args []string)
	RunE              func(cmd *Command, args []string) error
}

func (c *Command) Context() context.Context { return nil }

func (c *Command) SetArgs(a []string) {}

func (c *Command) ExecuteContext(ctx context.Context) error { return nil }

func (c *Command) Execute() error { return nil }

func (c *Command) AddCommand(cmds ...*Command) {}

func OnInitialize(y ...func()) {}
