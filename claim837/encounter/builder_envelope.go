// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"cmp"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// submission is what stands at the head of each set, without number and date.
func (s *build) submission(p *Practice) *claim837.Submission {
	v := &p.Submitter
	out := &claim837.Submission{Purpose: claim837.PurposeOriginal, ClaimType: claim837.TypeChargeable}
	if p.Purpose != "" {
		out.ClaimType = s.word(purposeWords, p.Purpose, "practice.purpose")
	}
	out.Submitter.Name = x12.Name{EntityType: x12.Organization, Last: v.Name, IDType: claim837.IDTypeSubmitterNumber, ID: v.ID}
	out.Submitter.Contacts = contacts(v.ContactName, v.Phone, v.Extension, v.Fax, v.Email)
	out.Receiver.Name = x12.Name{EntityType: x12.Organization, Last: p.Receiver.Name, IDType: claim837.IDTypeSubmitterNumber, ID: p.Receiver.ID}
	s.need(v.Name, "practice.submitter.name")
	s.need(v.ID, "practice.submitter.id")
	s.need(p.Receiver.Name, "practice.receiver.name")
	s.need(p.Receiver.ID, "practice.receiver.id")
	switch {
	case v.Phone+v.Extension+v.Fax+v.Email == "":
		s.lacks("practice.submitter.phone", "there is no way to reach the submitter; give phone, fax or email")
	default:
		s.contact(v.ContactName, v.Phone, v.Extension, v.Fax+v.Email, "practice.submitter")
	}
	return out
}

// Envelope returns what stands around the claims of the practice in a file that
// is made now. Control numbers and the reference of the submission are 1 until
// the caller sets those that it has reserved. The findings say what is missing
// in the practice; with an error among them the file is not to be sent.
func (p *Practice) Envelope(now time.Time) (claim837.Envelope, []x12.Issue) {
	s := &build{}
	if p == nil {
		p = new(Practice)
	}
	p = jsonx.Trimmed(p, func(string) {}) // the Builder tells it
	v := &p.Interchange
	s.need(v.SenderID, "practice.interchange.senderID")
	s.need(v.ReceiverID, "practice.interchange.receiverID")
	around := plain.Interchange(*v)
	around.Usage = string(s.word(usageWords, cmp.Or(v.Usage, "test"), "practice.interchange.usage"))
	sub := s.submission(p)
	sub.Date, sub.Time, sub.Reference = x12.DateOf(now), x12.TimeOf(now, false), "1"
	env := claim837.Envelope{
		Set:        x12.Set{ID: "837", Control: "0001", Convention: claim837.GuideProfessional},
		Submission: *sub,
	}
	env.Interchange, env.Group = around.Envelope(now, "HC", claim837.GuideProfessional)
	if len(s.found) == 0 {
		s.b = &Builder{practice: p, submission: sub}
		s.e, s.c = new(Encounter), &claim837.Claim{Kind: claim837.Professional, Submission: sub}
		s.practiceIssues(gate.CheckHead(sub, x12.Extended))
		s.found = append(s.found, around.Check(env.Interchange, env.Group, "practice.interchange")...)
	}
	return env, s.found
}
