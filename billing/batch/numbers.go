// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// numbers hands out the control numbers of a run.
type numbers struct {
	from x12.ControlNumbers
	key  string
	used map[x12.ControlKind]int
}

// next reserves the next number of a kind.
func (c *numbers) next(ctx context.Context, kind x12.ControlKind) (int64, error) {
	key := c.key
	if c.used[kind]++; c.used[kind] > 1 {
		key = fmt.Sprintf("%s %d", key, c.used[kind])
	}
	return c.from.Reserve(ctx, kind, key, 1)
}

// numbersOf returns the numbers of a run that makes what. Sum is the hash of the
// source when a key must be made.
func (o *Options) numbersOf(what string, p *encounter.Practice, sum []byte) (*numbers, error) {
	c := &numbers{from: o.Control, key: o.Key, used: map[x12.ControlKind]int{}}
	switch {
	case c.from == nil:
		c.from, c.key = x12.NewMemoryControlNumbers(), what
	case c.key == "":
		practice, err := jsonx.Marshal(p)
		if err != nil {
			return nil, err
		}
		h := sha256.New()
		fmt.Fprintf(h, "%s\n%x\n%x\n", o.Now.UTC().Format(time.RFC3339Nano), sha256.Sum256(practice), sum)
		fmt.Fprintf(h, "%v %d %d %v\n", o.AllOrNothing, o.Charset, o.MaxPerSet, o.RealTime)
		if o.ClaimRules != nil {
			for _, r := range o.ClaimRules.Rules() {
				fmt.Fprintln(h, r.ID)
			}
		}
		if o.InquiryRules != nil {
			for _, r := range o.InquiryRules.Rules() {
				fmt.Fprintln(h, r.ID)
			}
		}
		c.key = what + " " + hex.EncodeToString(h.Sum(nil)[:16])
	}
	return c, nil
}
