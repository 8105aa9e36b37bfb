// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// What the guide says of an inquiry that was built is found before it is written,
// so that it names a field of the request: the inquiry is written to nowhere, and
// what is found about an element leads back to the field that it came from.

// checker writes inquiries to nowhere.
type checker struct {
	w      *InquiryWriter
	fields *stream.Fields
}

// checkers are for each character set, to be used again.
var checkers [int(x12.AnyByte) + 1]sync.Pool

func newChecker(set x12.Charset) *checker {
	parties := plain.Interchange{SenderID: "SENDER", ReceiverID: "RECEIVER", Usage: "T"}
	env := Envelope{Set: x12.Set{Control: "0001"}, Transaction: someTransaction}
	env.Interchange, env.Group = parties.Envelope(time.Unix(0, 0), "HS", Guide)
	k := &checker{w: NewInquiryWriter(io.Discard, &env, &WriterOptions{X12: x12.WriterOptions{Charset: set, Fold: true}, MaxPatients: 1})}
	k.fields = stream.NewFields(k.w.w.b)
	return k
}

// someTransaction is the head of sets in which inquiries are checked that have
// none of their own.
var someTransaction = Transaction{Purpose: PurposeRequest, Reference: "1", Date: 20260101, Time: x12.TimeOf(time.Unix(0, 0), false)}

// guide reports what the guide and the character set have against an inquiry; each
// issue has the path of a field of the inquiry.
func guide(q *Inquiry, set x12.Charset, report func(x12.Issue)) {
	pool := &checkers[min(set, x12.AnyByte)]
	k, _ := pool.Get().(*checker)
	if k == nil {
		k = newChecker(set)
	}
	refused := false
	k.inquiry(q, func(i x12.Issue) {
		refused = refused || i.Code == x12.CodeCharacterSet
		report(i)
	})
	if k.w.w.b.Err() == nil {
		pool.Put(k)
	}
	if refused && set != x12.AnyByte { // the guide has not seen the inquiry yet
		guide(q, x12.AnyByte, func(i x12.Issue) {
			switch i.Code {
			case x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeTooPrecise, x12.CodeNumberTooLong:
				report(i)
			}
		})
	}
}

// inquiry writes an inquiry in a set of its own. What is misplaced in it, and which
// rules it fails, is found elsewhere.
func (k *checker) inquiry(q *Inquiry, report func(x12.Issue)) {
	if t := q.Transaction; t != nil && t.Date == 0 { // the Builder does not know the day
		dated, head := *q, *t
		head.Date, head.Time = someTransaction.Date, someTransaction.Time
		dated.Transaction = &head
		q = &dated
	}
	k.fields.Reset()
	w := &k.w.w
	w.state = writerState{}
	in := around{q.Transaction, q.Source, q.Receiver, q.Subscriber, q.Dependent}
	w.write(nil, func() {}, func() { put(w, &in, q, &subscriberInquiryLoop, &dependentInquiryLoop) }) // what it has to say is found below
	k.fields.Report(q, segmentFields, report)
	w.state = writerState{} // keeps nothing of the inquiry
}

// segmentFields are what a loop of a person or an organization misses with a
// segment.
var segmentFields = map[string]string{"N3": ".address.line1", "N4": ".address.city", "DMG": ".birthDate", "NM1": ".name.last", "PRV": ".provider.id", "EQ": ".serviceTypes"}

// check adds what the rules, the guide and the character set have against the
// inquiry, at fields of the request. What is wrong with a field is told once.
func (s *build) check(q *Inquiry) {
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
	guide(q, s.b.o.Charset, func(i x12.Issue) {
		if i.Code == x12.CodeFolded || failed && !plain.AboutValue(i.Code) { // the writer says so, or it follows from what is missing
			return
		}
		if i.Path = s.path(i.Path); !told.Has(&i, false) {
			s.found = append(s.found, i)
			told.Add(&i)
		}
	})
	wrong := func(i x12.Issue) bool {
		return i.Severity == x12.Error && plain.AboutValue(i.Code) && strings.HasPrefix(i.Path, "diagnoses[")
	}
	if slices.ContainsFunc(s.found, wrong) { // a procedure for it has the right one
		s.found = slices.DeleteFunc(s.found, func(i x12.Issue) bool { return i.Code == CodeDiagnosisUnlisted })
	}
}
