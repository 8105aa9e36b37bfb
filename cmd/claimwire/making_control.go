package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
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
	c.numbers, c.key = file, m.key()
	return c, nil
}

// next reserves the next number of a kind.
func (c *runNumbers) next(kind x12.ControlKind) (int64, error) {
	key := c.key
	if c.used[kind]++; c.used[kind] > 1 {
		key = fmt.Sprintf("%s %d", key, c.used[kind])
	}
	return c.numbers.Reserve(context.Background(), kind, key, 1)
}

// key names the run for the control file: the same input, practice, flags and
// clock get the same numbers again.
func (m *making) key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%x\n%x\n", m.now.UTC().Format(time.RFC3339Nano), m.practice, m.in.sum)
	m.f.VisitAll(func(f *flag.Flag) {
		switch f.Name {
		case "o", "manifest", "control", "practice", "now", "progress", "values", "folds":
		default: // may change what is made
			fmt.Fprintf(h, "%s=%s\n", f.Name, f.Value)
		}
	})
	return m.f.a.cmd.name + " " + hex.EncodeToString(h.Sum(nil)[:16])
}
