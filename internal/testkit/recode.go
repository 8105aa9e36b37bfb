// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"bytes"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// RecodeLaw checks the law of recoding on bytes: what is read is written
// again without loss, reads as the same items, and changes no more. Recode reads
// items and writes them. It returns the items; ok is false when the law says
// nothing of such bytes.
func RecodeLaw[I any](t testing.TB, n Numbers, in []byte, o x12.ReaderOptions, recode func([]byte) ([]I, []byte, error)) (items []I, ok bool) {
	t.Helper()
	items, out, err := recode(in)
	if OddSeparators(in, o) {
		return nil, false // a code of the guide, or a count, has a separator in it
	}
	if err != nil {
		if !Foreseen(err) {
			t.Fatalf("error: %v", err)
		}
		return nil, false
	}
	if bytes.HasPrefix(bytes.TrimSpace(out), []byte("ISA")) && o.Fragment {
		return nil, false // with its terminator, it is a broken header
	}
	segments := n.Segments(t, in, o, false)
	if slices.Contains(segments, "\x1d") {
		return nil, false // a segment that is nothing but separators is nothing when it is written
	}
	if len(out) == 0 {
		if len(segments) > 0 {
			t.Fatalf("nothing was written of %d segments", len(segments))
		}
		return nil, false
	}
	again, second, err := recode(out)
	n.Kept(t, in, out, o)
	if err != nil {
		t.Fatalf("what was written cannot be read: %v\n%q", err, out)
	}
	if d := SameItems(n, items, again); d != "" && !EmptyEnds(in, o) {
		t.Fatalf("what was written reads differently: %s\n%q", d, out)
	}
	if _, third, _ := recode(second); !bytes.Equal(second, third) {
		t.Fatalf("recoding goes on changing:\n%q\n%q", second, third)
	}
	return items, true
}
