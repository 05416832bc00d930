// Package postgres stands for a driver of gorm.
package postgres

import "gorm.io/gorm"

type dialector struct{ dsn string }

func (d dialector) Name() string { return d.dsn }

func Open(dsn string) gorm.Dialector { return dialector{dsn} }

// OpenNow connects.
func OpenNow(dsn string) (gorm.Dialector, error) { return dialector{dsn}, nil }
