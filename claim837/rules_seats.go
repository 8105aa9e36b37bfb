// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// seat is a place of a provider in a claim or in a line: its path there, and the
// loop that it has in the guides of 837P, 837I and 837D ("" = none).
type seat struct {
	path    string
	loops   [3]string
	persons [3]bool // only a person can sit there
}

var (
	always   = [3]bool{true, true, true}
	inTheI   = [3]bool{false, true, false}
	noPerson [3]bool
)

// The seats of a claim, in the order of claimNames.
var claimSeats = [...]seat{
	{"referring.name", [3]string{"2310A", "2310F", "2310A"}, always},
	{"primaryCare.name", [3]string{"2310A", "", "2310A"}, always},
	{"rendering.name", [3]string{"2310B", "2310D", "2310B"}, inTheI},
	{"supervising.name", [3]string{"2310D", "", "2310E"}, always},
	{"facility.name", [3]string{"2310C", "2310E", "2310C"}, noPerson},
	{"institutional.attending.name", [3]string{"", "2310A", ""}, always},
	{"institutional.operating.name", [3]string{"", "2310B", ""}, always},
	{"institutional.otherOperating.name", [3]string{"", "2310C", ""}, always},
	{"dental.assistantSurgeon.name", [3]string{"", "", "2310D"}, always},
}

// The seats of a line, in the order of lineNames.
var lineSeats = [...]seat{
	{"rendering.name", [3]string{"2420A", "2420C", "2420A"}, inTheI},
	{"purchased.name", [3]string{"2420B", "", ""}, noPerson},
	{"facility.name", [3]string{"2420C", "", "2420D"}, noPerson},
	{"supervising.name", [3]string{"2420D", "", "2420C"}, always},
	{"ordering.name", [3]string{"2420E", "", ""}, always},
	{"referring.name", [3]string{"2420F", "2420D", ""}, always},
	{"primaryCare.name", [3]string{"2420F", "", ""}, always},
	{"institutional.operating.name", [3]string{"", "2420A", ""}, always},
	{"institutional.otherOperating.name", [3]string{"", "2420B", ""}, always},
	{"dental.assistantSurgeon.name", [3]string{"", "", "2420B"}, always},
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
func eachName(c *Claim, check func(n *x12.Name, person bool, loop, path string, line int)) {
	k := kindIndex(c.Kind)
	for i, n := range claimNames(c) {
		if n != nil {
			check(n, claimSeats[i].persons[k], claimSeats[i].loops[k], claimSeats[i].path, -1)
		}
	}
	for line := range c.Lines {
		for i, n := range lineNames(&c.Lines[line]) {
			if n != nil {
				check(n, lineSeats[i].persons[k], lineSeats[i].loops[k], lineSeats[i].path, line)
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

// lineTag is the segment of a line's service.
func lineTag(k Kind) string { return [...]string{"SV1", "SV2", "SV3"}[kindIndex(k)] }

// chargeElement is the element of a line's charge.
func chargeElement(k Kind) int { return [...]int{2, 3, 2}[kindIndex(k)] }

// The elements of a line's procedure, units, place and diagnoses.
func procedureElement(k Kind) int { return [...]int{1, 2, 1}[kindIndex(k)] }
func unitsElement(k Kind) int     { return [...]int{4, 5, 6}[kindIndex(k)] }
func placeElement(k Kind) int     { return [...]int{5, 0, 3}[kindIndex(k)] }
func pointerElement(k Kind) int   { return [...]int{7, 0, 11}[kindIndex(k)] }

// facilitySeat and lineFacilitySeat are where the place of the service stands.
func facilitySeat(k Kind) string     { return claimSeats[4].loops[kindIndex(k)] }
func lineFacilitySeat(k Kind) string { return lineSeats[2].loops[kindIndex(k)] }

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
	loop, list string
	index      int
	below      string
	belowIndex int
	path       string
}

// at is the place of a field there.
func (s site) at(tag string, element, component int, field string) place {
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
	return place{s.loop, tag, element, component, p}
}
