// SPDX-License-Identifier: Apache-2.0

package report

import (
	"errors"
	"slices"

	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// A Source takes the remittances of one source for a report, for programs that
// read them for another purpose, too. Writer.Add does all of it.
type Source struct {
	to      format
	name    string
	checker *remit835.Checker
	reasons *remit835.Reasons
	effects remit835.Effects
	sum     Summary

	head     *headView // of the remittance that is open
	end      endView
	payment  int // the claim payment that is being checked; 0 for none
	findings []x12.Issue
}

// Source begins another source. Give its Item every item of a remit835.Reader, and
// its Issue to the Reader as OnIssue; then call End.
func (w *Writer) Source(name string) *Source {
	if w == nil || w.to == nil {
		return new(Source)
	}
	s := &Source{to: w.to, name: name, reasons: w.o.Checker.Reasons}
	o := w.o.Checker
	o.Source = name
	s.checker = remit835.NewChecker(&o, s.found)
	return s
}

// maxIssues is how many findings about a remittance as a whole are shown.
const maxIssues = 1000

// found takes a finding: about the claim payment at hand, or else about the
// remittance.
func (s *Source) found(f x12.Issue) {
	if f.Severity == x12.Error {
		s.sum.Errors++
	}
	if f.Record > 0 && f.Record == s.payment {
		s.findings = append(s.findings, f)
	} else if len(s.end.Findings) < maxIssues {
		s.end.Findings, s.end.findings = append(s.end.Findings, issueOf(f, false)), append(s.end.findings, f)
	}
}

// Issue takes what the Reader reports: a segment that no field holds may be money.
func (s *Source) Issue(i x12.Issue) {
	if s != nil && stream.NotHeld(&i) {
		s.end.NotRead++
		s.sum.NotRead++
	}
}

// Item takes the next item of the Reader.
func (s *Source) Item(it *remit835.Item) error {
	if s == nil || s.to == nil {
		return errNoWriter
	}
	if it == nil {
		return errors.New("report: the item is nil; give what a remit835.Reader gave")
	}
	switch it.Kind {
	case x12.SetBegin:
		if !it.Typed {
			return nil
		}
		s.sum.Remittances++
		notRead := s.end.NotRead // of the head: the reader was there before
		s.end = endView{NotRead: notRead}
		s.checker.Item(it)
		s.head = headOf(it, s.name, s.sum.Remittances)
		for _, f := range s.end.findings {
			if b := s.checker.Before(); b != nil && f.Code == "835-DUP-01" {
				s.head.Facts = append(s.head.Facts, fact("Duplicate", "this payment was read before ("+b.String()+"); it is not added up"))
			}
		}
		return s.to.begin(s.head)
	case x12.RecordStep:
		return s.claim(it)
	case x12.SummaryStep:
		s.checker.Item(it)
		unread := it.Summary.UnreadAdjustments()
		for i := range it.Summary.Adjustments {
			_, is := slices.BinarySearch(unread, i)
			s.end.Adjustments = append(s.end.Adjustments, providerOf(&it.Summary.Adjustments[i], s.reasons, is, s.checker))
		}
	case x12.SetEnd:
		if s.head == nil {
			return nil
		}
		if it.Trailer == nil {
			s.cut()
		}
		return s.finish(s.checker.Item(it))
	default:
		s.checker.Item(it)
	}
	return nil
}

func (s *Source) claim(it *remit835.Item) error {
	s.sum.Claims++
	s.payment, s.findings = it.At.Payment, s.findings[:0]
	link := s.checker.Payment(it.Payment)
	s.payment = 0
	v := claimOf(it.Payment, s.reasons, link, s.findings, s.name)
	if by := s.checker.NamedBy(); by != nil {
		v.named(by, s.reasons)
	}
	if v.Unread == 0 { // else it is in no total
		effect := s.effects.Of(it.Payment, v.outcome, link)
		s.end.add(v, &effect)
	} else {
		s.end.leaveOut(v)
	}
	return s.to.claim(v)
}

// cut marks a remittance whose end is missing.
func (s *Source) cut() { s.end.Cut, s.sum.Cut = true, true }

// finish ends the remittance that is open.
func (s *Source) finish(b *remit835.Balance) error {
	s.head = nil
	s.end.balance(b)
	err := s.to.end(&s.end)
	s.end = endView{}
	return err
}

// End ends the source, and a remittance that it has left open.
func (s *Source) End() (Summary, error) {
	if s == nil || s.to == nil {
		return Summary{}, errNoWriter
	}
	if s.head == nil {
		return s.sum, nil
	}
	s.cut()
	err := s.finish(s.checker.End(nil))
	return s.sum, err
}
