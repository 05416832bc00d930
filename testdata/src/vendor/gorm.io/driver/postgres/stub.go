// Package postgres is a stub for tests: declarations only.
package postgres

import (
	"gorm.io/gorm"
)

type Config struct {
	DSN  string
	Conn gorm.ConnPool
}

func New(config Config) gorm.Dialector { return nil }

func Open(dsn string) gorm.Dialector { return nil }
