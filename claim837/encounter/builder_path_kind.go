// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// Where in the encounter the parts of stays and dental visits come from.

// stayPaths is claimPaths for what only an institutional claim has, or has from
// another place.
var stayPaths = [...][2]string{
	{"admission", "stay.admission.date"}, {"institutional.admissionHour", "stay.admission.hour"},
	{"institutional.admissionType", "stay.admission.priority"}, {"institutional.admissionSource", "stay.admission.origin"},
	{"institutional.dischargeHour", "stay.discharge.hour"}, {"institutional.patientStatus", "stay.discharge.status"},
	{"institutional.statement.from", "stay.from"}, {"institutional.statement", "stay.through"},
	{"institutional.peerReviewApproval", "stay.peerReview"}, {"institutional.principalProcedure", "stay.procedures[0]"},
	{"institutional.attending", "providers.attending"}, {"institutional.operating", "providers.operating"},
	{"institutional.otherOperating", "providers.otherOperating"}, {"institutional", "stay"},
}

// dentalPaths is claimPaths for what only a dental claim has.
var dentalPaths = [...][2]string{
	{"dental.predeterminationID", "dental.predeterminationNumber"}, {"dental.appliancePlacement", "dental.orthodontics.placed"},
	{"dental.service.to", "endDate"}, {"dental.service", "date"}, {"dental.orthodontics.treatment", "dental.orthodontics"},
	{"dental.assistantSurgeon", "providers.assistantSurgeon"},
}

// kindLinePaths is linePaths for both.
var kindLinePaths = [...][2]string{
	{"institutional.operating", "providers.operating"}, {"institutional.otherOperating", "providers.otherOperating"}, {"institutional.", ""},
	{"dental.prosthesis", "prosthesis.kind"}, {"dental.priorPlacement", "prosthesis.priorDate"}, {"dental.priorPlacementEstimated", "prosthesis.priorDate"},
	{"dental.appliancePlacement", "dates.appliancePlaced"}, {"dental.replacement", "dates.applianceReplaced"},
	{"dental.treatmentStart", "dates.treatmentStarted"}, {"dental.treatmentCompletion", "dates.treatmentCompleted"},
	{"dental.assistantSurgeon", "providers.assistantSurgeon"}, {"dental.", ""},
}

// kindLinePath is a place in a line that only some kinds have; ok is false for
// another place.
func kindLinePath(path string) (string, bool) {
	if !strings.HasPrefix(path, "institutional.") && !strings.HasPrefix(path, "dental.") {
		return "", false
	}
	for _, m := range kindLinePaths {
		if rest, ok := strings.CutPrefix(path, m[0]); ok && (m[1] == "" || rest == "" || rest[0] == '.' || rest[0] == '[') {
			path = m[1] + rest
			break
		}
	}
	if at, rest, ok := strings.Cut(path, "].surfaces["); ok && rest != "" {
		return at + "].surfaces", true
	}
	if rest, ok := strings.CutSuffix(path, "].code"); ok && strings.HasPrefix(path, "teeth[") {
		return rest + "].number", true
	}
	return mapPath(path, nil), true
}

// kindPath is the place in the encounter of a part that only stays or dental
// visits have, or have elsewhere; ok is false for another place.
func (s *build) kindPath(path string) (string, bool) {
	if i, rest, ok := indexed(path, "notes"); ok {
		return join(s.notePath(i), rest), true
	}
	switch s.c.Kind {
	case claim837.Institutional:
		return s.stayPath(path)
	case claim837.Dental:
		if i, _, ok := indexed(path, "dental.teeth"); ok {
			if n := len(s.e.Dental.MissingTeeth); i >= n {
				return jsonx.At("dental.teethToExtract", i-n, ""), true
			}
			return jsonx.At("dental.missingTeeth", i, ""), true
		}
		return tablePath(path, dentalPaths[:])
	}
	return "", false
}

// notePath is where a note of the claim comes from: the encounter's is the first.
func (s *build) notePath(i int) string {
	if s.e.Note != nil {
		if i == 0 {
			return "note"
		}
		i--
	}
	if s.c.Kind == claim837.Dental {
		return jsonx.At("dental.notes", i, "")
	}
	return jsonx.At("stay.notes", i, "")
}

func (s *build) stayPath(path string) (string, bool) {
	e, v := s.e, s.e.Stay
	switch path {
	case "frequency":
		switch {
		case e.Corrects != nil:
			return "corrects.action", true
		case v.Frequency == "" && v.BillType != "":
			return "stay.billType", true
		}
		return "stay.frequency", true
	case "institutional.facilityType", "billType":
		if v.BillType != "" {
			return "stay.billType", true
		}
		return "stay.facility", true
	}
	switch {
	case path == "institutional.valueCodes" && len(v.Values) == 0:
		return "stay.coveredDays", true
	case path == "institutional.valueCodes":
		return "stay.values", true
	case path == "conditionCodes" && len(e.ConditionCodes) == 0 && e.Corrects != nil:
		return "corrects.reason", true
	}
	for _, list := range [...]struct {
		claim, encounter string
		given            int
		other            string // of what the builder adds to the given ones
	}{
		{"institutional.valueCodes", "stay.values", len(v.Values), ""},
		{"institutional.occurrences", "stay.occurrences", len(v.Occurrences), "accident.date"},
		{"conditionCodes", "conditionCodes", len(e.ConditionCodes), "corrects.reason"},
		{"institutional.otherProcedures", "stay.procedures", len(v.Procedures), ""},
		{"institutional.occurrenceSpans", "stay.occurrenceSpans", len(v.OccurrenceSpans), ""},
	} {
		i, rest, ok := indexed(path, list.claim)
		if !ok {
			continue
		}
		switch {
		case list.claim == "institutional.otherProcedures":
			i++
		case list.claim == "institutional.valueCodes" && i >= list.given:
			return s.valuePath(i), true
		case list.claim == "institutional.occurrences" && i >= list.given && (e.Accident == nil || i > list.given):
			return "patient.deathDate", true
		case i >= list.given:
			return list.other, true
		}
		rest = strings.Replace(strings.Replace(rest, "period.from", "from", 1), "period.to", "through", 1)
		return join(jsonx.At(list.encounter, i, ""), strings.TrimSuffix(strings.Replace(rest, "period", "through", 1), "value")), true
	}
	return tablePath(path, stayPaths[:])
}

// valuePath is where a value comes from that is not given by its code.
func (s *build) valuePath(i int) string {
	code := s.c.Institutional.ValueCodes[i].Code
	for _, d := range s.stayDays() {
		if d.code == code {
			return d.path
		}
	}
	return jsonx.At("coverages", s.at, "secondReason")
}

// tablePath is mapPath for a path that the table has.
func tablePath(path string, table [][2]string) (string, bool) {
	for _, m := range table {
		if rest, ok := strings.CutPrefix(path, m[0]); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return mapPath(path, table), true
		}
	}
	return "", false
}
