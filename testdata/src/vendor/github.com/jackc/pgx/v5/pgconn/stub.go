// Package pgconn is a stub for tests: declarations only.
package pgconn

type CommandTag struct {
}

func (ct CommandTag) RowsAffected() int64 { return 0 }
