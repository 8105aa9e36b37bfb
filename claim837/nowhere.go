// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"io"
	"time"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// What the guide says of a claim that was built is found before it is written,
// so that it names a field of the encounter: the claim is written to nowhere, and
// what is found about an element leads back to the field that it came from.

// nowhere writes claims to nowhere.
type nowhere struct{ w *Writer }

func newNowhere(set x12.Charset, sub Submission, alone bool) *nowhere {
	around := plain.Interchange{SenderID: "SENDER", ReceiverID: "RECEIVER", Usage: "T"}
	env := Envelope{Set: x12.Set{ID: "837", Control: "0001"}, Submission: sub}
	env.Interchange, env.Group = around.Envelope(time.Unix(0, 0), "HC", "")
	o := &WriterOptions{X12: x12.WriterOptions{Charset: set, Fold: true}, MaxClaims: 30} // few, so that levels have small numbers
	if alone {
		o.MaxClaims = 1
	}
	return &nowhere{NewWriter(io.Discard, &env, o)}
}

// Builder implements [stream.Nowhere].
func (n *nowhere) Builder() *stream.Builder { return n.w.b }

// Write implements [stream.Nowhere]. What is misplaced in the claim, and which
// rules it fails, is found elsewhere.
func (n *nowhere) Write(c *Claim) (clean bool) {
	if n.w.b.Start() != nil {
		return false
	}
	clean, _ = n.w.try(c, true)
	s := &n.w.state
	s.billing, s.sub, s.pat = nil, nil, nil
	return clean
}

// checkers are for each kind of claim.
var checkers = [...]*stream.Checker[Claim]{Professional: newChecker(), Institutional: newChecker(), Dental: newChecker()}

func newChecker() *stream.Checker[Claim] {
	return &stream.Checker[Claim]{Missing: segmentFields, New: func(set x12.Charset, alone bool) stream.Nowhere[Claim] {
		return newNowhere(set, someSubmission, alone)
	}}
}

// someSubmission is the head of a set in which claims are checked: what heads of
// practices are like is checked once for each practice.
var someSubmission = Submission{Purpose: PurposeOriginal, Reference: "1", Date: 20260101, Time: x12.TimeOf(time.Unix(0, 0), false), ClaimType: TypeChargeable,
	Submitter: Submitter{Name: x12.Name{EntityType: x12.Organization, Last: "A", IDType: IDTypeSubmitterNumber, ID: "AA"},
		Contacts: []x12.Contact{{Numbers: []x12.ContactNumber{{Type: "TE", Number: "5555550100"}}}}},
	Receiver: Receiver{Name: x12.Name{EntityType: x12.Organization, Last: "B", IDType: IDTypeSubmitterNumber, ID: "BB"}}}

// segmentFields are what a loop of a person or an organization misses with a
// segment.
var segmentFields = map[string]string{"N3": ".address.line1", "N4": ".address.city", "REF": ".ein", "PER": ".contacts", "DMG": ".birthDate", "NM1": ".name.last", "PRV": ".taxonomy"}

// checkHead returns what the guide has against the head of the practice's sets.
func checkHead(sub *Submission, set x12.Charset) (found []x12.Issue) {
	with := *sub
	with.Reference, with.Date, with.Time = someSubmission.Reference, someSubmission.Date, someSubmission.Time
	w := newNowhere(set, with, true).w
	fields := stream.NewFields(w.b)
	w.b.Start()
	w.b.Try(func() { w.beginSet(Professional) })
	fields.Report(&w.head, segmentFields, func(i x12.Issue) {
		if i.Path != "" {
			i.Path = "submission." + i.Path
		}
		found = append(found, i)
	})
	return found
}
