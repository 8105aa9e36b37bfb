// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"maps"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// numbers are the elements of both sets that are numbers.
var numbers = both("270", "271")

// recoded is what became of a stream.
type recoded struct {
	out    []byte
	items  []Item
	issues []x12.Issue // of reading
	fixed  []x12.Issue // of writing
	err    error
}

// recode reads a stream as items and writes them again.
func recode(in []byte, o *ReaderOptions) (r recoded) {
	var ro ReaderOptions
	if o != nil {
		ro = *o
	}
	ro.OnIssue = func(i x12.Issue) { r.issues = append(r.issues, i) }
	var dst bytes.Buffer
	w := NewRecodeWriter(&dst, func(i x12.Issue) { r.fixed = append(r.fixed, i) })
	for item, err := range NewReader(bytes.NewReader(in), &ro).Items() {
		if err == nil {
			err = w.Write(item)
		}
		if err != nil {
			r.err = err
			break
		}
		r.items = append(r.items, *item)
	}
	if err := w.Close(); err != nil && r.err == nil {
		r.err = err
	}
	r.out = dst.Bytes()
	return r
}

// both is the numbers of several sets.
func both(sets ...string) testkit.Numbers {
	out := testkit.Numbers{}
	for _, set := range sets {
		maps.Copy(out, testkit.NumbersOf(set, Guide))
	}
	return out
}

// responsesOf reads the responses of a stream that must be readable.
func responsesOf(t testing.TB, in []byte, o *ReaderOptions) []*Response {
	t.Helper()
	var out []*Response
	for r, err := range NewReader(bytes.NewReader(in), o).Responses() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// inquiriesOf is responsesOf for inquiries.
func inquiriesOf(t testing.TB, in []byte, o *ReaderOptions) []*Inquiry {
	t.Helper()
	var out []*Inquiry
	for q, err := range NewReader(bytes.NewReader(in), o).Inquiries() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	return out
}
