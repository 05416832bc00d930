package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/forest"
	"github.com/lambdainit/lambdainit/proof/internal/handlers"
	"github.com/lambdainit/lambdainit/proof/internal/measure"
	"github.com/lambdainit/lambdainit/proof/internal/report"
	"github.com/lambdainit/lambdainit/proof/internal/sandbox"
	"github.com/lambdainit/lambdainit/proof/internal/world"
)

// A run of a slow form ends after a while, even if it has not seen all events.
const (
	budget = 10 * time.Second
	// Shares of a CPU are compared at the distance of a server in the same
	// region, and with fewer rounds, because there are many of them.
	shareRoundTrip = time.Millisecond
	shareRounds    = 3
)

// run measures everything, and writes it down.
func run(ctx context.Context, o options) (err error) {
	if err := o.check(flag.Args()); err != nil {
		return err
	}
	results := report.Results{Date: time.Now().Format(time.DateOnly), Machine: report.ThisMachine()}
	results.Machine.Note = o.note
	work, err := os.MkdirTemp("", "lambdainit-proof-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()

	say("building the functions, before and after lambdainit -fix")
	if err := handlers.Both(ctx, work); err != nil {
		return err
	}
	w, err := world.Start(ctx, work, world.Options{MaxConnections: o.invocations + 20, Forest: forest.Large})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if err := describe(&results, w); err != nil {
		return err
	}
	if err := o.measure(ctx, w, work, &results); err != nil {
		return err
	}
	fmt.Printf("%s\n%s", results.Table(), results.Shares())
	if o.out == "" {
		return nil
	}
	return results.Write(o.out)
}

// describe adds what the world consists of.
func describe(results *report.Results, w *world.World) (err error) {
	if w.Database != nil {
		results.Machine.PostgreSQL = w.Database.Version
	}
	results.Machine.ModelBytes, err = w.ModelSize()
	return err
}

// measure compares all cases at all distances, then with all shares of a CPU.
func (o options) measure(ctx context.Context, w *world.World, work string, results *report.Results) error {
	if err := sandbox.CPUShares(); err != nil && len(o.memories) > 0 {
		results.Missing = append(results.Missing, err.Error())
		o.memories = nil
	}
	for _, c := range measure.Cases {
		if err := w.Lacks(c.Needs); err != nil {
			results.Missing = append(results.Missing, c.Title+": "+err.Error())
			say("%s", err)
			continue
		}
		for _, setting := range o.settings(c) {
			say("%s, %v away, %s", c.Program, setting.RoundTrip, share(setting.MemoryMB))
			rounds := o.rounds
			if setting.MemoryMB > 0 {
				rounds = min(rounds, shareRounds)
			}
			got, err := measure.Compare(ctx, w, c, work, setting, rounds)
			if err != nil {
				return err
			}
			results.Comparisons = append(results.Comparisons, got)
		}
	}
	return nil
}

// settings are the conditions under which a case is looked at. How far the
// servers are does not matter to one that talks to none.
func (o options) settings(c measure.Case) []measure.Conditions {
	var settings []measure.Conditions
	for i, roundTrip := range o.roundTrips {
		if i == 0 || !c.Local {
			settings = append(settings, measure.Conditions{Invocations: o.invocations, Budget: budget, RoundTrip: roundTrip})
		}
	}
	for _, memory := range o.memories {
		s := measure.Conditions{Invocations: o.invocations, Budget: budget / 2, MemoryMB: memory}
		if !c.Local {
			s.RoundTrip = shareRoundTrip
		}
		settings = append(settings, s)
	}
	return settings
}

func share(memoryMB int) string {
	if memoryMB == 0 {
		return "whole machine"
	}
	return fmt.Sprintf("the CPU of %d MB", memoryMB)
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
