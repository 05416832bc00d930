// Package geo is another package with a marked constructor.
package geo

// DB is expensive.
type DB struct{ path string }

// Open maps a file.
//
//lambdainit:constructor model
func Open(path string) *DB { return &DB{path} }

// Lookup is not.
func Lookup(city string) string { return city }
