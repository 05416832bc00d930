// Package retry stands for a module that tries again what fails.
package retry

func Do(f func() error) error { return f() }
