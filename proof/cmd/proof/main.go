// Command proof measures the functions of the folder handlers, before and
// after "lambdainit -fix", on the real runtime protocol. It has to run inside
// the proof's module, on Linux:
//
//	go run ./cmd/proof               # prints a table
//	go run ./cmd/proof -out results  # writes results.json and chart.svg, too
//	go run ./cmd/proof -n 20 -rounds 1 -roundtrips 0s -memory ''  # in a minute
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"
)

func main() {
	var o options
	flag.IntVar(&o.invocations, "n", 100, "invocations in one execution environment")
	flag.IntVar(&o.rounds, "rounds", 5, "execution environments of each form, one after the other")
	flag.Func("roundtrips", "delays per round trip to the servers, by commas (default 0s,1ms,5ms)", parse(&o.roundTrips, time.ParseDuration))
	flag.Func("memory", "memory sizes of functions in MB, which give their share of a CPU (default 128,256,512,1024,1769)", parse(&o.memories, strconv.Atoi))
	flag.StringVar(&o.out, "out", "", "`folder` for results.json and chart.svg")
	flag.StringVar(&o.note, "note", "", "what else to say about the machine, such as what ran beside")
	o.roundTrips = []time.Duration{0, time.Millisecond, 5 * time.Millisecond}
	o.memories = []int{128, 256, 512, 1024, 1769}
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "proof:", err)
		os.Exit(1)
	}
}

// options are what the flags say.
type options struct {
	invocations, rounds int
	roundTrips          []time.Duration
	memories            []int
	out, note           string
}

func (o options) check(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("no arguments are expected, but there is %q", args[0])
	case o.invocations < 2:
		return errors.New("-n: at least 2, a cold and a warm one")
	case o.invocations > 1000:
		return errors.New("-n: at most 1000, PostgreSQL needs memory for every connection left open")
	case o.rounds < 1:
		return errors.New("-rounds: at least 1")
	}
	return nil
}

// parse reads a list of values that commas separate.
func parse[T any](list *[]T, value func(string) (T, error)) func(string) error {
	return func(s string) error {
		*list = nil
		for _, item := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) {
			v, err := value(item)
			if err != nil {
				return err
			}
			*list = append(*list, v)
		}
		return nil
	}
}
