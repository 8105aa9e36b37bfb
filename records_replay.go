// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"errors"
	"fmt"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// replayer makes the items of a file of its records again.
type replayer struct {
	out     *RecodeWriter
	implied bool // the trailer that is being written had no record

	ic               *x12.Interchange
	group            *x12.Group
	set              *x12.Set
	icN, groupN, nth int       // their ordinals
	by               family    // of the set; nil when its segments come as they are
	begin            *x12.Step // of a set whose first record comes
	header           bool      // the ST of the set is the next segment
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
	case "trailer":
		return e.trailer(rec)
	}
	if e.set == nil {
		if rec.kind == "set" && len(rec.bodies) == 0 {
			return nil
		}
		return fmt.Errorf("the record of type %q stands in no set", rec.kind)
	}
	if e.by == nil {
		return rec.misfit()
	}
	items, err := e.by.items(rec, e.begin)
	e.begin = nil
	if err != nil {
		return err
	}
	for _, v := range items {
		if err := e.out.Write(v); err != nil {
			return err
		}
	}
	return nil
}

// step writes what belongs to no package.
func (e *replayer) step(s x12.Step) error { return e.out.Write(&Item{Step: s}) }

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
		return e.step(x12.Step{Kind: x12.InterchangeBegin, Position: rec.position(), Interchange: ic})
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
		return e.step(x12.Step{Kind: x12.GroupBegin, Position: rec.position(), Group: g})
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
		e.set, e.nth, e.by = s, rec.at.Set, nil
		step := x12.Step{Kind: x12.SetBegin, Position: rec.position(), Set: s}
		if rec.kind == "segments" {
			e.header = true
			return e.step(step)
		}
		e.by, e.begin = familyOf(s, e.group), &step
		return nil
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
	if e.by == nil && s.Tag == "SE" && e.set != nil {
		e.set = nil
		return e.step(x12.Step{Kind: x12.SetEnd, Trailer: &s})
	}
	return e.step(x12.Step{Kind: x12.SegmentStep, Raw: s})
}

// endUntyped ends a set whose record had no SE.
func (e *replayer) endUntyped() error {
	if e.set == nil || e.by != nil {
		return nil
	}
	e.set, e.header = nil, false
	return e.step(x12.Step{Kind: x12.SetEnd})
}

// trailer replays a trailer that differs from what its header implies.
func (e *replayer) trailer(rec *record) error {
	step := x12.Step{Position: rec.position(), Trailer: rec.trailer}
	switch rec.of {
	case "set":
		if e.set == nil {
			return errors.New("the trailer belongs to no set")
		}
		step.Kind, e.set = x12.SetEnd, nil
	case "group":
		if e.group == nil {
			return errors.New("the trailer belongs to no group")
		}
		if err := e.closeSet(); err != nil {
			return err
		}
		step.Kind, e.group = x12.GroupEnd, nil
	case "interchange":
		if err := e.closeGroup(); err != nil {
			return err
		}
		step.Kind, e.ic = x12.InterchangeEnd, nil
	default:
		return fmt.Errorf("of is %q; it must be set, group or interchange", rec.of)
	}
	return e.step(step)
}

// close writes a trailer as its header implies it; the count is made anew.
func (e *replayer) close(kind x12.StepKind, tag, control string) error {
	e.implied = true
	defer func() { e.implied = false }()
	raw := plain(tag, "", control)
	return e.step(x12.Step{Kind: kind, Trailer: &raw})
}

func (e *replayer) closeSet() error {
	if e.set == nil {
		return nil
	}
	s := e.set
	e.set = nil
	return e.close(x12.SetEnd, "SE", s.Control)
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
	return e.close(x12.GroupEnd, "GE", g.Control)
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
	return e.close(x12.InterchangeEnd, "IEA", ic.Control)
}
