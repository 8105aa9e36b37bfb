// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"time"

	"github.com/claimwire/claimwire/x12"
)

// runNumbers hands out the control numbers of a run.
type runNumbers struct {
	numbers x12.ControlNumbers
	key     string
	used    map[x12.ControlKind]int
	wait    time.Duration // for a file that is locked
}

// numbers opens the file of -control; without one the numbers begin at 1.
func (m *making) numbers() (*runNumbers, error) {
	c := &runNumbers{numbers: x12.NewMemoryControlNumbers(), key: m.f.a.cmd.name, used: map[x12.ControlKind]int{}}
	if m.f.control == "" {
		return c, nil
	}
	file, err := x12.OpenControlFile(m.f.control)
	if err != nil {
		return nil, err
	}
	file.OnWait = func() {
		m.progress.clear()
		fmt.Fprintf(m.f.a.stderr, "claimwire %s: another run has the file of -control locked; waiting for up to %v\n", m.f.a.cmd.name, m.f.wait)
	}
	c.numbers, c.key, c.wait = file, m.key(), m.f.wait
	return c, nil
}

// next reserves the next number of a kind.
func (c *runNumbers) next(kind x12.ControlKind) (int64, error) {
	key := c.key
	if c.used[kind]++; c.used[kind] > 1 {
		key = fmt.Sprintf("%s %d", key, c.used[kind])
	}
	if c.wait == 0 {
		return c.numbers.Reserve(context.Background(), kind, key, 1)
	}
	ctx, cancel := context.WithTimeout(context.Background(), c.wait)
	defer cancel()
	n, err := c.numbers.Reserve(ctx, kind, key, 1)
	if errors.Is(err, context.DeadlineExceeded) {
		return 0, fmt.Errorf("the file of -control was locked by another run for %v; try again when that has ended, or wait longer with -control-wait", c.wait)
	}
	return n, err
}

// key names the run for the control file: the same input, practice, flags and
// clock get the same numbers again.
func (m *making) key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%x\n%x\n", m.now.UTC().Format(time.RFC3339Nano), m.practice, m.in.sum)
	m.f.VisitAll(func(f *flag.Flag) {
		switch f.Name {
		case "o", "manifest", "control", "control-wait", "practice", "now", "progress", "values", "folds":
		default: // may change what is made
			fmt.Fprintf(h, "%s=%s\n", f.Name, f.Value)
		}
	})
	return m.f.a.cmd.name + " " + hex.EncodeToString(h.Sum(nil)[:16])
}
