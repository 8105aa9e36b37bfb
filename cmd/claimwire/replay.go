package main

import (
	"errors"
	"fmt"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// replayer makes the items of a file of its records again.
type replayer struct {
	out     *rewriter
	implied bool // the trailer that is being written had no record

	ic               *x12.Interchange
	group            *x12.Group
	set              *x12.Set
	icN, groupN, nth int  // their ordinals
	untyped          bool // the segments of the set come as they are
	header           bool // the ST of an untyped set is the next segment
}

// record replays a record.
func (e *replayer) record(rec *record) error {
	if rec.begun {
		return e.endUntyped()
	}
	if err := e.enter(rec); err != nil {
		return err
	}
	switch rec.kind {
	case "segments":
		for _, s := range rec.segments {
			if err := e.segment(s); err != nil {
				return err
			}
		}
		return e.endUntyped()
	case "set":
		c := rec.context
		if c == nil || (c.BillingProvider == nil && c.Subscriber == nil && c.Patient == nil) {
			return nil
		}
		if err := placed(c.BillingProvider, c.Subscriber, c.Patient); err != nil {
			return err
		}
		return e.out.item(&claim837.Item{
			Kind: claim837.ContextOnly, At: rec.at, Submission: c.Submission,
			BillingProvider: c.BillingProvider, Subscriber: c.Subscriber, Patient: c.Patient,
		})
	case "trailer":
		return e.trailer(rec)
	}
	c := rec.claim
	if c == nil {
		return fmt.Errorf("the type %q has no claim", rec.kind)
	}
	if e.set == nil {
		return errors.New("the claim stands in no set")
	}
	if c.Kind.String() != rec.kind {
		return errors.New("type and claim.kind differ")
	}
	if err := placed(c.BillingProvider, c.Subscriber, c.Patient); err != nil {
		return err
	}
	return e.out.item(&claim837.Item{Kind: claim837.ClaimItem, At: rec.at, Claim: c})
}

// placed tells what lacks the ordinals by which it is written once.
func placed(b *claim837.BillingProvider, s *claim837.Subscriber, p *claim837.Patient) error {
	switch {
	case b != nil && b.At.Billing < 1:
		return errors.New("billingProvider.at.billing is missing")
	case s != nil && s.At.Subscriber < 1:
		return errors.New("subscriber.at.subscriber is missing")
	case p != nil && p.At.Patient < 1:
		return errors.New("patient.at.patient is missing")
	}
	return nil
}

// enter ends and begins what the record shows.
func (e *replayer) enter(rec *record) error {
	if !rec.interchange.known || !rec.group.known || !rec.set.known {
		return errors.New("interchange, group and set must be there, as objects or null")
	}
	if err := e.enterInterchange(rec); err != nil {
		return err
	}
	if err := e.enterGroup(rec); err != nil {
		return err
	}
	return e.enterSet(rec)
}

func missing(what string, n int) error {
	return fmt.Errorf("no record before this one begins %s %d; keep the first record of each", what, n)
}

func (e *replayer) enterInterchange(rec *record) error {
	switch f := rec.interchange; {
	case f.whole != nil:
		if err := e.end(); err != nil {
			return err
		}
		ic := new(x12.Interchange)
		if err := jsonx.Unmarshal(f.whole, ic); err != nil {
			return fmt.Errorf("interchange: %w", err)
		}
		e.ic, e.icN = ic, rec.at.Interchange
		return e.out.item(&claim837.Item{Kind: claim837.InterchangeBegin, At: rec.at, Interchange: ic})
	case f.ref == 0:
		return errors.New("the record stands in no interchange")
	case e.ic == nil || f.ref != e.icN:
		return missing("interchange", f.ref)
	}
	return nil
}

func (e *replayer) enterGroup(rec *record) error {
	switch f := rec.group; {
	case f.whole != nil:
		if err := e.closeGroup(); err != nil {
			return err
		}
		g := new(x12.Group)
		if err := jsonx.Unmarshal(f.whole, g); err != nil {
			return fmt.Errorf("group: %w", err)
		}
		e.group, e.groupN = g, rec.at.Group
		return e.out.item(&claim837.Item{Kind: claim837.GroupBegin, At: rec.at, Group: g})
	case f.ref == 0:
		if e.group == nil { // a set of a fragment may stand in none
			return nil
		}
		return e.closeGroup()
	case e.group == nil || f.ref != e.groupN:
		return missing("group", f.ref)
	}
	return nil
}

func (e *replayer) enterSet(rec *record) error {
	switch f := rec.set; {
	case f.whole != nil:
		if err := e.closeSet(); err != nil {
			return err
		}
		s := new(x12.Set)
		if err := jsonx.Unmarshal(f.whole, s); err != nil {
			return fmt.Errorf("set: %w", err)
		}
		item := &claim837.Item{Kind: claim837.SetBegin, At: rec.at, Set: s, Typed: rec.kind != "segments"}
		e.set, e.nth, e.untyped = s, rec.at.Set, !item.Typed
		e.header = e.untyped
		switch {
		case rec.claim != nil:
			item.Submission = rec.claim.Submission
		case rec.context != nil:
			item.Submission = rec.context.Submission
		}
		return e.out.item(item)
	case f.ref == 0:
		return e.closeSet()
	case e.set == nil || f.ref != e.nth:
		return missing("set", f.ref)
	}
	return nil
}

// segment replays one of the segments of a record.
func (e *replayer) segment(s x12.Raw) error {
	if e.header {
		e.header = false
		if s.Tag != "ST" {
			return errors.New("segments: the first one of a set is its ST")
		}
		return nil
	}
	if e.untyped && s.Tag == "SE" && e.set != nil {
		e.set, e.untyped = nil, false
		return e.out.item(&claim837.Item{Kind: claim837.SetEnd, Trailer: &s})
	}
	return e.out.item(&claim837.Item{Kind: claim837.SegmentItem, Raw: s})
}

// endUntyped ends a set whose record had no SE.
func (e *replayer) endUntyped() error {
	if !e.untyped {
		return nil
	}
	e.set, e.untyped, e.header = nil, false, false
	return e.out.item(&claim837.Item{Kind: claim837.SetEnd})
}

// trailer replays a trailer that differs from what its header implies.
func (e *replayer) trailer(rec *record) error {
	item := &claim837.Item{At: rec.at, Trailer: rec.trailer}
	switch rec.of {
	case "set":
		if e.set == nil {
			return errors.New("the trailer belongs to no set")
		}
		item.Kind, e.set = claim837.SetEnd, nil
	case "group":
		if e.group == nil {
			return errors.New("the trailer belongs to no group")
		}
		if err := e.closeSet(); err != nil {
			return err
		}
		item.Kind, e.group = claim837.GroupEnd, nil
	case "interchange":
		if err := e.closeGroup(); err != nil {
			return err
		}
		item.Kind, e.ic = claim837.InterchangeEnd, nil
	default:
		return fmt.Errorf("of is %q; it must be set, group or interchange", rec.of)
	}
	return e.out.item(item)
}

// close writes a trailer as its header implies it; the count is made anew.
func (e *replayer) close(kind claim837.ItemKind, tag, control string) error {
	e.implied = true
	defer func() { e.implied = false }()
	raw := plain(tag, "", control)
	return e.out.item(&claim837.Item{Kind: kind, Trailer: &raw})
}

func (e *replayer) closeSet() error {
	if e.set == nil {
		return nil
	}
	s := e.set
	e.set = nil
	return e.close(claim837.SetEnd, "SE", s.Control)
}

func (e *replayer) closeGroup() error {
	if err := e.closeSet(); err != nil {
		return err
	}
	if e.group == nil {
		return nil
	}
	g := e.group
	e.group = nil
	return e.close(claim837.GroupEnd, "GE", g.Control)
}

// end ends all that is open.
func (e *replayer) end() error {
	if err := e.closeGroup(); err != nil {
		return err
	}
	if e.ic == nil {
		return nil
	}
	ic := e.ic
	e.ic = nil
	return e.close(claim837.InterchangeEnd, "IEA", ic.Control)
}
