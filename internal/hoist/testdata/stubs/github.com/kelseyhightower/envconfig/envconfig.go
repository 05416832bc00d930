// Package envconfig stands for a library that reads the environment.
package envconfig

func Process(prefix string, spec any) error { return nil }
