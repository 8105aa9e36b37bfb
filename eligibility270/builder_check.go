// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// What the guide says of an inquiry that was built is found before it is written,
// so that it names a field of the request: the inquiry is written to nowhere, and
// what is found about an element leads back to the field that it came from.

// nowhere writes inquiries to nowhere.
type nowhere struct {
	w     *writer
	alone bool
}

// checker serves all Builders.
var checker = stream.Checker[Inquiry]{Missing: segmentFields, New: func(set x12.Charset, alone bool) stream.Nowhere[Inquiry] {
	parties := plain.Interchange{SenderID: "SENDER", ReceiverID: "RECEIVER", Usage: "T"}
	env := Envelope{Set: x12.Set{Control: "0001"}, Transaction: someTransaction}
	env.Interchange, env.Group = parties.Envelope(time.Unix(0, 0), "HS", Guide)
	w := NewInquiryWriter(io.Discard, &env, &WriterOptions{X12: x12.WriterOptions{Charset: set, Fold: true}})
	return &nowhere{&w.w, alone}
}}

// Builder implements [stream.Nowhere].
func (n *nowhere) Builder() *stream.Builder { return n.w.b }

// Write implements [stream.Nowhere]. What is misplaced in the inquiry, and which
// rules it fails, is found elsewhere.
func (n *nowhere) Write(q *Inquiry) (clean bool) {
	if n.w.b.Start() != nil {
		return false
	}
	if s := &n.w.state; n.alone {
		*s = writerState{}
	} else {
		*s = writerState{transaction: s.transaction, sets: s.sets, hl: s.hl}
	}
	clean, _ = n.w.try(true, func() { n.w.putInquiry(q) })
	return clean
}

// dated returns an inquiry with a set of its own as if its day were known.
func dated(q *Inquiry) *Inquiry {
	if q.Transaction == nil || q.Transaction.Date != 0 {
		return q
	}
	with, head := *q, *q.Transaction
	head.Date, head.Time = someTransaction.Date, someTransaction.Time
	with.Transaction = &head
	return &with
}

// someTransaction is the head of sets in which inquiries are checked that have
// none of their own.
var someTransaction = Transaction{Purpose: PurposeRequest, Reference: "1", Date: 20260101, Time: x12.TimeOf(time.Unix(0, 0), false)}

// segmentFields are what a loop of a person or an organization misses with a
// segment.
var segmentFields = map[string]string{"N3": ".address.line1", "N4": ".address.city", "DMG": ".birthDate", "NM1": ".name.last", "PRV": ".provider.id", "EQ": ".serviceTypes"}

// check adds what the rules, the guide and the character set have against the
// inquiry, at fields of the request. What is wrong with a field is told once. Clean
// reports whether the guide has nothing against an inquiry of which nothing is
// found yet.
func (s *build) check(q *Inquiry, clean func(*Inquiry) bool) {
	var told plain.Told
	for i := range s.found {
		told.Add(&s.found[i])
	}
	for _, i := range Check(q, s.b.o.Rules) {
		if i.Path = s.path(i.Path); !told.Has(&i, false) {
			s.found = append(s.found, i)
		}
	}
	failed := false
	for i := range s.found {
		told.Add(&s.found[i])
		failed = failed || s.found[i].Severity == x12.Error
	}
	if !failed && clean(q) {
		return
	}
	checker.Report(dated(q), s.b.o.Charset, func(i x12.Issue) {
		if i.Code == x12.CodeFolded || failed && !plain.AboutValue(i.Code) { // the writer says so, or it follows from what is missing
			return
		}
		if i.Path = s.path(i.Path); !told.Has(&i, false) {
			s.found = append(s.found, i)
			told.Add(&i)
		}
	})
	wrong := func(i x12.Issue) bool {
		return i.Severity == x12.Error && (plain.AboutValue(i.Code) || i.Code == CodeForm) && strings.HasPrefix(i.Path, "diagnoses[")
	}
	if slices.ContainsFunc(s.found, wrong) { // a procedure for it has the right one
		s.found = slices.DeleteFunc(s.found, func(i x12.Issue) bool { return i.Code == CodeDiagnosisUnlisted })
	}
}
