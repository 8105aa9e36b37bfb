// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/claimwire/claimwire/x12"
)

// controlNumbers are those of the file of -control, which is opened, and made, when
// the first number is wanted.
type controlNumbers struct {
	m    *making
	file *x12.ControlFile
}

// Reserve waits for a file that another run has locked, but not forever.
func (c *controlNumbers) Reserve(ctx context.Context, kind x12.ControlKind, key string, n int) (int64, error) {
	f := c.m.f
	if c.file == nil {
		file, err := x12.OpenControlFile(f.control)
		if err != nil {
			return 0, err
		}
		file.OnWait = func() {
			c.m.say("another run has the file of -control locked; waiting for up to %v", f.wait)
		}
		c.file = file
	}
	ctx, cancel := context.WithTimeout(ctx, f.wait)
	defer cancel()
	first, err := c.file.Reserve(ctx, kind, key, n)
	if errors.Is(err, context.DeadlineExceeded) {
		return 0, fmt.Errorf("the file of -control was locked by another run for %v; try again when that has ended, or wait longer with -control-wait", f.wait)
	}
	return first, err
}
