package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
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
// options are the flags that change what is made.
func (m *making) numbers(options ...any) (*runNumbers, error) {
	c := &runNumbers{numbers: x12.NewMemoryControlNumbers(), key: m.f.a.cmd.name, used: map[x12.ControlKind]int{}}
	if m.f.control == "" {
		return c, nil
	}
	file, err := x12.OpenControlFile(m.f.control)
	if err != nil {
		return nil, err
	}
	c.numbers = file
	c.key, err = m.key(options)
	return c, err
}

// next reserves the next number of a kind.
func (c *runNumbers) next(kind x12.ControlKind) (int64, error) {
	key := c.key
	if c.used[kind]++; c.used[kind] > 1 {
		key = fmt.Sprintf("%s %d", key, c.used[kind])
	}
	return c.numbers.Reserve(context.Background(), kind, key, 1)
}

// key names the run for the control file: the same input and clock get the same
// numbers again. A stream cannot be read twice, and each gets new ones.
func (m *making) key(options []any) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %v %t\n", m.now.UTC().Format(time.RFC3339Nano), m.f.charset, options, m.f.allOrNothing)
	if m.size == 0 {
		fmt.Fprintln(h, os.Getpid(), time.Now().UnixNano())
	}
	for _, name := range []string{m.f.practice, m.file} {
		if name == "" || name == "-" {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		n, err := io.Copy(h, f)
		f.Close()
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, n)
	}
	return m.f.a.cmd.name + " " + hex.EncodeToString(h.Sum(nil)[:16]), nil
}
