// Package dynamo is a stand-in with the signatures that the tests need.
package dynamo

type DB struct{}

func New(provider any, cfgs ...any) *DB { return &DB{} }

func (db *DB) Table(name string) Table { return Table{db: db} }

type Table struct{ db *DB }

func (t Table) Put(item any) *Put { return &Put{} }

type Put struct{}

func (p *Put) Run() error { return nil }
