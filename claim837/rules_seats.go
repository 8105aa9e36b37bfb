// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// seat is a place of a provider in a claim or in a line: its path there, and the
// loop that it has in the guides of 837P, 837I and 837D ("" = none).
type seat struct {
	path    string
	persons [3]bool // only a person can sit there
}

var (
	always   = [3]bool{true, true, true}
	inTheI   = [3]bool{false, true, false}
	noPerson [3]bool
)

// The seats of a claim, in the order of claimNames.
var claimSeats = [...]seat{
	{"referring.name", always},
	{"primaryCare.name", always},
	{"rendering.name", inTheI},
	{"supervising.name", always},
	{"facility.name", noPerson},
	{"institutional.attending.name", always},
	{"institutional.operating.name", always},
	{"institutional.otherOperating.name", always},
	{"dental.assistantSurgeon.name", always},
}

// The seats of a line, in the order of lineNames.
var lineSeats = [...]seat{
	{"rendering.name", inTheI},
	{"purchased.name", noPerson},
	{"facility.name", noPerson},
	{"supervising.name", always},
	{"ordering.name", always},
	{"referring.name", always},
	{"primaryCare.name", always},
	{"institutional.operating.name", always},
	{"institutional.otherOperating.name", always},
	{"dental.assistantSurgeon.name", always},
}

func nameOf(p *Provider) *x12.Name {
	if p == nil {
		return nil
	}
	return &p.Name
}

func facilityName(f *Facility) *x12.Name {
	if f == nil {
		return nil
	}
	return &f.Name
}

// claimNames returns who sits where; nil for an empty seat.
func claimNames(c *Claim) (n [len(claimSeats)]*x12.Name) {
	n[0], n[1], n[2], n[3], n[4] = nameOf(c.Referring), nameOf(c.PrimaryCare), nameOf(c.Rendering), nameOf(c.Supervising), facilityName(c.Facility)
	if i := c.Institutional; i != nil {
		n[5], n[6], n[7] = nameOf(i.Attending), nameOf(i.Operating), nameOf(i.OtherOperating)
	}
	if d := c.Dental; d != nil {
		n[8] = nameOf(d.AssistantSurgeon)
	}
	return n
}

// lineNames is claimNames for a line.
func lineNames(l *ServiceLine) (n [len(lineSeats)]*x12.Name) {
	n[0], n[1], n[2], n[3] = nameOf(l.Rendering), nameOf(l.Purchased), facilityName(l.Facility), nameOf(l.Supervising)
	n[5], n[6] = nameOf(l.Referring), nameOf(l.PrimaryCare)
	if l.Ordering != nil {
		n[4] = &l.Ordering.Name
	}
	if i := l.Institutional; i != nil {
		n[7], n[8] = nameOf(i.Operating), nameOf(i.OtherOperating)
	}
	if d := l.Dental; d != nil {
		n[9] = nameOf(d.AssistantSurgeon)
	}
	return n
}

// eachName calls check for each provider of the claim and of its lines, with the
// loop, the path, and whether only a person can sit there.
func eachName(c *Claim, check func(n *x12.Name, person bool, path string, line int)) {
	k := kindIndex(c.Kind)
	for i, n := range claimNames(c) {
		if n != nil {
			check(n, claimSeats[i].persons[k], claimSeats[i].path, -1)
		}
	}
	for line := range c.Lines {
		for i, n := range lineNames(&c.Lines[line]) {
			if n != nil {
				check(n, lineSeats[i].persons[k], lineSeats[i].path, line)
			}
		}
	}
}

// kindIndex is 0, 1 or 2 for 837P, 837I and 837D.
func kindIndex(k Kind) int {
	if k == Institutional || k == Dental {
		return int(k - Professional)
	}
	return 0
}

// atLine is a path in a line, or in the claim for line -1.
func atLine(line int, path string) string {
	if line < 0 {
		return path
	}
	return in("lines", line, path)
}

// site is where something stands in the claim, or in an entry of one of its
// lists, and in an entry of a list of that; its path is put together only for a
// finding.
type site struct {
	list       string
	index      int
	below      string
	belowIndex int
	path       string
}

// at is the path of a field there.
func (s site) at(field string) string {
	p := s.path
	if p == "" {
		p = field
	} else if field != "" {
		p += "." + field
	}
	if s.below != "" {
		p = in(s.below, s.belowIndex, p)
	}
	if s.list != "" {
		p = in(s.list, s.index, p)
	}
	return p
}
