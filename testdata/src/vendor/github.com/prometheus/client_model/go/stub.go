// Package io_prometheus_client is a stub for tests: declarations only.
package io_prometheus_client

type MetricFamily struct {
}
