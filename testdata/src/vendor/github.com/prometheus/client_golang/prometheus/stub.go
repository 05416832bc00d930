// Package prometheus is a stub for tests: declarations only.
package prometheus

import (
	io_prometheus_client "github.com/prometheus/client_model/go"
)

type Collector interface {
	Collect(chan<- Metric)
	Describe(chan<- *Desc)
}

type Counter interface {
	stub()
}

type CounterOpts struct {
}

type CounterVec struct {
	*MetricVec
}

func (v *CounterVec) WithLabelValues(lvs ...string) Counter { return nil }

type Desc struct {
}

type Metric interface {
	stub()
}

type MetricVec struct {
}

func (m *MetricVec) Describe(ch chan<- *Desc) {}

func (m *MetricVec) Collect(ch chan<- Metric) {}

func MustRegister(cs ...Collector) {}

func NewCounterVec(opts CounterOpts, labelNames []string) *CounterVec { return nil }

func NewRegistry() *Registry { return nil }

type Opts struct {
	Name string
	Help string
}

type Registry struct {
}

func (r *Registry) MustRegister(cs ...Collector) {}

func (r *Registry) Gather() ([]*io_prometheus_client.MetricFamily, error) { return nil, nil }
