// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"iter"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

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
		if err != nil {
			r.err = err
			break
		}
		if err := w.Write(item); err != nil {
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

// claimsOf reads the claims of a stream that must be readable.
func claimsOf(t testing.TB, in []byte, o *ReaderOptions) []*Claim {
	t.Helper()
	var out []*Claim
	for c, err := range NewReader(bytes.NewReader(in), o).Claims() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// numbers are the elements of claims that are numbers.
var numbers = testkit.NumbersOf("837", GuideProfessional, GuideInstitutional, GuideDental)

// changed compares two claims and returns how they differ; empty and nil lists
// are the same.
func changed(was, is *Claim) string { return testkit.Changed(was.Clone(), is.Clone()) }

// canonical is the claim with what a canonical writer gives anew taken out:
// ordinals, levels, line numbers, the scale of numbers, the set's header, and the
// place of what no field holds.
func canonical(c *Claim) *Claim {
	c = c.Clone()
	c.At, c.Submission = At{}, nil
	if c.BillingProvider != nil {
		c.BillingProvider.At, c.BillingProvider.Level = At{}, x12.Level{}
	}
	if c.Subscriber != nil {
		c.Subscriber.At, c.Subscriber.Level = At{}, x12.Level{}
	}
	if c.Patient != nil {
		c.Patient.At, c.Patient.Level = At{}, x12.Level{}
	}
	number := lineNumbers(c)
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			if a := &c.Lines[i].Adjudications[k]; a.BundledInto != 0 {
				a.BundledInto = number(a.BundledInto)
			}
		}
	}
	for i := range c.Lines { // lines are numbered anew, whatever the number was
		l := &c.Lines[i]
		l.Number = i + 1
		l.Rest = slices.DeleteFunc(l.Rest, func(r x12.Raw) bool { return r.Replaces && r.Tag == "LX" })
	}
	testkit.Canonical(c)
	return c
}

// envelope is one for files that tests write.
func envelope() *Envelope {
	return &Envelope{
		Interchange: x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "SENDER",
			ReceiverQualifier: "ZZ", ReceiverID: "RECEIVER", Date: "260131", Time: "0915", Version: "00501", Control: "1", AckRequested: "0",
			Usage: "T", RepetitionSeparator: "^"},
		Group: x12.Group{FunctionalID: "HC", Sender: "SENDER", Receiver: "RECEIVER", Date: "20260131", Time: "0915", Control: "1",
			Agency: "X", Version: GuideProfessional},
		Set: x12.Set{Control: "0001"},
		Submission: Submission{Purpose: "00", Reference: "B1", Date: 20260131, Time: x12.NewTime(9, 15), ClaimType: "CH",
			Submitter: Submitter{Name: x12.Name{EntityType: "2", Last: "CLINIC", IDType: "46", ID: "S1"},
				Contacts: []x12.Contact{{Name: "ANN", Numbers: []x12.ContactNumber{{Type: "TE", Number: "3035550100"}}}}},
			Receiver: Receiver{Name: x12.Name{EntityType: "2", Last: "NORTH PLAN", IDType: "46", ID: "N1"}}},
	}
}

// write writes claims and returns the file; refused claims are counted.
func write(t testing.TB, claims iter.Seq[*Claim], o *WriterOptions) (out []byte, refused []*RefusedError) {
	t.Helper()
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), o)
	for c := range claims {
		switch err := w.Write(c).(type) {
		case nil:
		case *RefusedError:
			refused = append(refused, err)
		default:
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dst.Bytes(), refused
}

// anyText lets a writer write what was read elsewhere.
func anyText() *WriterOptions {
	return &WriterOptions{Unchecked: true, X12: x12.WriterOptions{Charset: x12.Extended}}
}
