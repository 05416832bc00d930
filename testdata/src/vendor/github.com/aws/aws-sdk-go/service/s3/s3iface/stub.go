// Package s3iface is a stub for tests: declarations only.
package s3iface

type S3API interface {
	stub()
}
