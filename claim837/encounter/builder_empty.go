// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"reflect"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// An object that is there and has nothing in it, or that is missing as a whole, is
// one fault: it is told once, and not once for each field that it lacks.

// lacks finds a value that is missing, and says what to give.
func (s *build) lacks(path, text string) {
	i := issue(CodeMissing, path, "")
	i.Detail = text
	s.found = append(s.found, i)
}

// empty finds an object with nothing in it.
func (s *build) empty(v any, path, text string) {
	if reflect.ValueOf(v).Elem().IsZero() {
		s.lacks(path, text)
	}
}

// empties finds the objects of the encounter that are empty.
func (s *build) empties() {
	e := s.e
	if p := &e.Patient; p.LastName == "" && p.FirstName == "" {
		s.empty(p, "patient", "the patient is missing; give name, birth date, sex and address")
	}
	for i := range e.Coverages {
		v := &e.Coverages[i]
		if v.Plan == "" && v.MemberID == "" {
			s.empty(v, jsonx.At("coverages", i, ""), "the coverage is empty; give payer, plan and member id, or take it out")
		}
		if v.Insured != nil && v.Insured.LastName == "" {
			s.empty(v.Insured, jsonx.At("coverages", i, "insured"), "the insured is empty; give name, birth date, sex and address, or take it out when the patient is the insured")
		}
	}
	for i := range e.Services {
		if v := &e.Services[i]; v.Code == "" && !v.Charge.Valid {
			s.empty(v, jsonx.At("services", i, ""), "the service is empty; give its code, charge and what it was for, or take it out")
		}
	}
}

// kindIsClear finds an encounter whose services are of another kind than it says. What
// else is found of it would follow from that.
func (s *build) kindIsClear() bool {
	e := s.e
	switch {
	case e.Stay != nil && e.Dental != nil:
		s.find(CodeTwoValues, "dental", "")
		return false
	case e.Stay != nil || e.Dental != nil || len(e.Services) == 0:
		return true
	}
	revenue, dental, coded, teeth := true, true, true, false
	for i := range e.Services {
		v := &e.Services[i]
		revenue = revenue && v.RevenueCode != ""
		coded = coded && v.Code != ""
		dental = dental && strings.HasPrefix(plainCode(v.Code), "D")
		teeth = teeth || len(v.Teeth) > 0 || len(v.OralCavity) > 0
	}
	switch {
	case revenue && !coded:
		s.lacks("stay", "the services have revenue codes, and the stay or outpatient visit that they are of is missing; give stay")
	case dental && teeth:
		s.lacks("dental", "the services are a dentist's, and the dental visit is missing; give dental, {} when there is no more to say of it")
	default:
		return true
	}
	return false
}

// outcome is an issue that follows from another one in the encounter.
type outcome struct {
	cause  x12.IssueCode // of an error
	at     string        // how its path ends
	effect x12.IssueCode
	of     string // how the path of the effect ends
}

var outcomes = [...]outcome{
	{"837I-DT-02", "stay.admission.date", "837I-PX-02", ""}, // the days of the stay are wrong, not those of its procedures
	{"837-SUB-14", "", "837-DX-03", ""},                     // a day before the birth is a day of ICD-9, too
	{"COB-BAL-11", "", "837I-VAL-01", ".secondReason"},      // the amount that Medicare is told is the one that was paid
	{CodeMissing, ".plan", claim837.CodeNoPlace, ".secondReason"},
	{CodeMissing, "coverages[]", claim837.CodeNoPlace, ".secondReason"},
	{CodeMissing, "services", CodeUnknownService, ""},
	{CodeMissing, "providers.referring", "837P-PRV-12", ""},
	{CodeMissing, "providers.referring", "837D-PRV-12", ""},
	{CodeUnknownProvider, "providers.referring", "837P-PRV-12", ""},
	{CodeUnknownProvider, "providers.referring", "837D-PRV-12", ""},
	{CodeMissing, "accident", "837P-CLM-05", ""}, {CodeMissing, "accident", "837D-CLM-05", ""},
	{CodeMissing, "accident", "837P-CLM-06", ""}, {CodeMissing, "accident", "837D-CLM-06", ""},
	{CodeMissing, ".pickUp.line1", "837P-LN-12", ".pickUp"}, {CodeMissing, ".pickUp.city", "837P-LN-12", ".pickUp"},
	{CodeMissing, ".dropOff.line1", "837P-LN-12", ".dropOff"}, {CodeMissing, ".dropOff.city", "837P-LN-12", ".dropOff"},
	{CodeMissing, "stay.from", "837I-DT-01", ""},
	{CodeMissing, ".organization", "837I-PRV-21", ".organization"}, {CodeMissing, ".lastName", "837I-PRV-21", ".organization"},
	{CodeMissing, "stay.admission.date", "837I-DT-02", ""}, {CodeMissing, "stay.admission.date", "837I-DT-01", ""},
	{CodeMissing, "stay.admission.date", claim837.CodeNoPlace, "stay.through"}, {CodeMissing, "diagnoses", "837D-LN-04", ""},
}

// onlyFaults takes back what follows from another issue: of a thing that is missing as
// a whole, that its parts are missing; of a sum, what is told of a part of it.
func (s *build) onlyFaults() {
	if len(s.found) < 2 {
		return
	}
	whole := map[string]bool{} // what is missing
	sums := map[string]bool{}  // where sums are off
	var active [len(outcomes)]bool
	for n := range s.found {
		cause := &s.found[n]
		if cause.Severity != x12.Error {
			continue
		}
		switch cause.Code {
		case CodeMissing:
			whole[cause.Path] = true
		case "COB-BAL-01":
			sums[cause.Path] = true
			coverage, _, _ := strings.Cut(cause.Path, ".decision.services[")
			sums[coverage+".decision.services"] = true
		case "COB-BAL-03":
			sums[cause.Path] = true
		}
		for k := range outcomes {
			o := &outcomes[k]
			active[k] = active[k] || o.cause == cause.Code && strings.HasSuffix(withoutIndex(cause.Path), o.at)
		}
	}
	follows := func(i *x12.Issue) bool {
		for k := range outcomes {
			if o := &outcomes[k]; active[k] && i.Code == o.effect && strings.HasSuffix(i.Path, o.of) {
				return true
			}
		}
		for n, c := range i.Path {
			if (c == '.' || c == '[') && whole[i.Path[:n]] {
				return true
			}
		}
		return s.partOfSum(i, sums)
	}
	s.found = slices.DeleteFunc(s.found, func(i x12.Issue) bool { return follows(&i) })
}

// withoutIndex is a path whose last index is left open: "coverages[]".
func withoutIndex(path string) string {
	if rest, ok := strings.CutSuffix(path, "]"); ok {
		return rest[:strings.LastIndexByte(rest, '[')] + "[]"
	}
	return path
}

// partOfSum reports whether an issue about another payer's decision says only what
// another one says, too: that the whole does not add up, because lines or the payment
// do not; that the payment is not that of the lines, one of which is off by just as
// much; or that an adjustment of a sum that is off is zero.
func (s *build) partOfSum(i *x12.Issue, sums map[string]bool) bool {
	switch i.Code {
	case "COB-BAL-02", "COB-BAL-03":
		k, _, ok := indexed(i.Path, "coverages")
		n := slices.Index(s.others, k)
		if !ok || n < 0 || n >= len(s.c.OtherCoverage) {
			return false
		}
		if i.Code == "COB-BAL-03" {
			return gate.Explained(s.c, n)
		}
		return gate.IsWhole(s.c, n) && sums[jsonx.At("coverages", k, "decision.services")]
	case "COB-BAL-05":
		path, ok := strings.CutSuffix(i.Path, ".adjustments")
		return ok && (sums[path] || sums[path+".paid"])
	}
	return false
}
