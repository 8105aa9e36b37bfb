// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// rooms finds the lists of the encounter that are longer than a claim has room
// for; those of diagnoses, services and coverages are counted where they are
// built.
func (s *build) rooms() {
	e, c := s.e, s.c
	s.room(len(e.Attachments), 10, "attachments")
	s.room(len(e.FileInformation), 10, "fileInformation")
	s.room(len(e.ConditionCodes), 24, "conditionCodes")
	s.room(len(e.Vision), 3, "vision")
	if v := e.Stay; v != nil {
		s.room(len(v.ReasonsForVisit), 3, "stay.reasonsForVisit")
		s.room(len(v.ExternalCauses), 12, "stay.externalCauses")
		s.room(len(v.Procedures), 25, "stay.procedures")
		s.room(len(c.Institutional.Occurrences), 24, "stay.occurrences")
		s.room(len(v.OccurrenceSpans), 24, "stay.occurrenceSpans")
		s.room(len(c.Institutional.ValueCodes), 24, "stay.values")
		s.room(len(v.TreatmentCodes), 24, "stay.treatmentCodes")
		s.room(len(c.DeviceExemptions), 5, "stay.deviceExemptions")
		s.room(len(v.Notes), 10, "stay.notes")
	} else if v := e.Dental; v != nil {
		s.room(len(c.Notes), 5, "dental.notes")
		s.room(len(v.MissingTeeth)+len(v.TeethToExtract), 35, "dental.missingTeeth")
	}
	for i := range e.Services {
		s.serviceRooms(i)
	}
	s.coverageRooms()
}

func (s *build) serviceRooms(i int) {
	v := &s.e.Services[i]
	at := func(field string) string { return jsonx.At("services", i, field) }
	for _, l := range [...]struct {
		n, room int
		field   string
	}{
		{len(v.Attachments), 10, "attachments"}, {len(v.FileInformation), 10, "fileInformation"}, {len(v.TestResults), 5, "testResults"},
		{len(v.PriorAuthorizations), 5, "priorAuthorizations"}, {len(v.Referrals), 5, "referrals"}, {len(v.Predeterminations), 5, "predeterminations"},
		{len(v.OralCavity), 5, "oralCavity"}, {len(v.Teeth), 32, "teeth"},
	} {
		if l.n > l.room {
			s.find(CodeTooMany, jsonx.At(at(l.field), l.room, ""), "")
		}
	}
	for k := range v.Teeth {
		if surfaces := plainCode(v.Teeth[k].Surfaces); len(surfaces) > 5 && strings.Trim(surfaces, "BDFILMO") == "" {
			s.find(CodeTooMany, at(jsonx.At("teeth", k, "surfaces")), "")
		}
	}
	if i < len(s.c.Lines) && len(s.c.Lines[i].Adjudications) > 15 {
		s.find(CodeTooMany, jsonx.At("services", i, ""), "")
	}
}

// coverageRooms are the numbers of payers, and the groups of adjustments.
func (s *build) coverageRooms() {
	if len(s.c.Subscriber.Payer.SecondaryIDs) > 3 {
		s.find(CodeTooMany, jsonx.At("coverages", s.at, "payer"), "")
	}
	room := 2
	if s.c.Kind == claim837.Dental {
		room = 3
	}
	for k, at := range s.others {
		o, d := &s.c.OtherCoverage[k], s.e.Coverages[at].Decision
		if len(o.Payer.SecondaryIDs) > room {
			s.find(CodeTooMany, jsonx.At("coverages", at, "payer"), "")
		}
		if len(o.Adjustments) > 5 {
			s.find(CodeTooMany, jsonx.At("coverages", at, "decision.adjustments"), "")
		}
		if d == nil {
			continue
		}
		for i := range d.Services {
			if adjustmentGroups(d.Services[i].Adjustments) > 5 {
				s.find(CodeTooMany, jsonx.At("coverages", at, jsonx.At("decision.services", i, "adjustments")), "")
			}
		}
	}
}

// adjustmentGroups is how many segments the adjustments take: six of one group
// make one.
func adjustmentGroups(list []Adjustment) int {
	groups, n := map[string]int{}, 0
	for i := range list {
		code, _ := groupWords.Code(list[i].Group)
		if groups[string(code)]%6 == 0 {
			n++
		}
		groups[string(code)]++
	}
	return n
}

// room finds a list of n entries that is longer than its room.
func (s *build) room(n, room int, path string) {
	if n > room {
		s.find(CodeTooMany, jsonx.At(path, room, ""), "")
	}
}

// misplaced finds a value that the claim has no place for.
func (s *build) misplaced(path string) {
	i := issue(claim837.CodeNoPlace, path, "")
	if strings.HasSuffix(path, ".modifiers[4]") {
		i.Detail = "a service has room for four modifiers; give the four that matter for payment"
	}
	s.found = append(s.found, i)
}
