// Package readpref is a stub for tests: declarations only.
package readpref

type ReadPref struct {
}
