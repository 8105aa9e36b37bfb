// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// fromGuide adds what the guide has against the claim, at fields of the encounter.
// What building or a rule has found at a field is not told again. Clean reports
// whether the guide has nothing against a claim of which nothing is found yet.
func (s *build) fromGuide(clean func(*claim837.Claim) bool) {
	failed := slices.ContainsFunc(s.found, func(i x12.Issue) bool { return i.Severity == x12.Error })
	if !failed && clean(s.c) {
		return
	}
	var given, worked []x12.Issue
	gate.Report(s.c, s.b.charset, func(i x12.Issue) {
		switch {
		case i.Code == x12.CodeFolded || failed && !plain.AboutValue(i.Code): // the writer says so, or it follows from what is missing
		case derived(i.Path):
			worked = append(worked, i)
		default:
			given = append(given, i)
		}
	})
	if len(given)+len(worked) == 0 {
		return
	}
	var told plain.Told
	for i := range s.found {
		told.Add(&s.found[i])
	}
	for n, i := range slices.Concat(given, worked) {
		i.Path = s.encounterPath(i.Path)
		if !told.Has(&i, n >= len(given)) {
			s.found = append(s.found, i)
			told.Add(&i)
		}
	}
}

// derived reports whether a field of a claim is worked out of others.
func derived(path string) bool {
	return path == "charge" || strings.HasSuffix(path, ".nonCovered")
}

// around reports whether one path is the other, or stands in it.
func around(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// causes are fields that others are checked by: while one is wrong, what is found
// about the other in the same place follows from it.
var causes = [...]struct{ cause, effect string }{
	{"stay.frequency", "stay.discharge"}, {"stay.discharge.status", "stay.discharge.hour"}, {"stay.discharge.status", "stay.frequency"},
	{"stay.admission.priority", "stay.admission.origin"}, {"plan", "secondReason"}, {"code", "minutes"}, {"code", "units"}, {"code", "modifiers"}, {"code", "description"},
	{"modifiers", "code"}, {"modifiers", "modifiers"}, {"stay.facility", "stay.billType"}, {"stay.facility", "stay.frequency"}, {"stay.facility", "stay.discharge"}, {"stay.facility", "stay.admission"},
	{"stay.billType", "stay.frequency"}, {"stay.billType", "stay.discharge"}, {"stay.billType", "stay.admission"}, {"relationship", "insured"}, {"placeOfService", "dates.admission"},
	{"revenueCode", "code"}, {"revenueCode", "units"},
}

// gaps are fields that others are checked with: while one is missing, this issue
// about the other in the same place follows from it.
var gaps = [...]struct {
	missing string
	code    x12.IssueCode
	effect  string
}{
	{"code", "837P-LN-17", "codeList"}, {"revenueCode", "CS-HCPCS", "code"}, {"insured", "837-SUB-18", "insured.lastName"},
	{"date", claim837.CodeNoPlace, "date"}, {"date", "837P-DT-01", "endDate"}, {"through", x12.CodeNotAllowed, "from"}, {"from", claim837.CodeNoPlace, "through"}, {"stay.through", "837I-PX-02", "stay.procedures"},
	{"stay.from", "837I-DT-01", "stay.discharge.date"}, {"stay.from", claim837.CodeNoPlace, "stay.admission.hour"}, {"stay.admission.date", claim837.CodeNoPlace, "stay.admission.hour"},
	{"stay.admission.priority", "837I-CL1-02", "stay.admission.origin"}, {"stay.discharge.status", "837I-DT-03", "stay.discharge.hour"},
}

// gapEffect is an issue that follows from a gap: its code, and how its path begins.
type gapEffect struct {
	code x12.IssueCode
	path string
}

// missingEffects returns what follows from the values that are missing, and whether
// one of them, or a service that a decision does not name, is part of a sum.
func missingEffects(found []x12.Issue) (effects map[gapEffect]bool, sums bool) {
	for n := range found {
		i := &found[n]
		switch {
		case i.Code == CodeUnknownService:
			sums = true
			continue
		case i.Code != CodeMissing:
			continue
		}
		switch path := i.Path; {
		case entryOf(path) == "services", strings.HasSuffix(path, ".charge"), strings.HasSuffix(path, ".paid"), strings.HasSuffix(path, ".amount"):
			sums = true
		}
		for _, g := range gaps {
			if base, ok := strings.CutSuffix(i.Path, g.missing); ok && (base == "" || strings.HasSuffix(base, ".")) {
				if effects == nil {
					effects = map[gapEffect]bool{}
				}
				effects[gapEffect{g.code, base + g.effect}] = true
			}
		}
	}
	return effects, sums
}

// ofSums reports whether a rule adds up what another payer decided, or looks for
// its decision on each line.
func ofSums(code x12.IssueCode) bool {
	return strings.HasPrefix(string(code), "COB-BAL-") || code == "COB-SIT-03" ||
		code == "837-CLM-16" || code == "837P-BAL-03" || code == "837D-BAL-03" // the total charge
}

// onlyCauses takes back what follows from another issue.
func (s *build) onlyCauses() {
	if len(s.found) < 2 {
		return
	}
	isCause := func(i *x12.Issue) bool {
		return i.Severity == x12.Error && (plain.AboutValue(i.Code) || i.Code == CodeUnknownWord || i.Code == CodeBillTypeForm || isForm(i.Code))
	}
	effects := map[string]bool{} // what paths begin with that follow from a cause
	missing, sums := missingEffects(s.found)
	diagnoses := false
	for n := range s.found {
		if i := &s.found[n]; i.Code == CodeMissing && (i.Path == "diagnoses" || strings.HasPrefix(i.Path, "diagnoses[")) {
			diagnoses = true
		}
		if !isCause(&s.found[n]) {
			continue
		}
		path := s.found[n].Path
		diagnoses = diagnoses || strings.HasPrefix(path, "diagnoses[")
		for _, c := range causes {
			if base, ok := strings.CutSuffix(entryOf(path), c.cause); ok && (base == "" || strings.HasSuffix(base, ".")) {
				effects[base+c.effect] = true
			}
		}
	}
	follows := func(i *x12.Issue) bool {
		if diagnoses && i.Code == CodeDiagnosisUnlisted {
			return true
		}
		if sums && ofSums(i.Code) {
			return true
		}
		if len(effects)+len(missing) == 0 {
			return false
		}
		for n := range len(i.Path) + 1 {
			if effects[i.Path[:n]] || missing[gapEffect{i.Code, i.Path[:n]}] {
				return true
			}
		}
		return false
	}
	type same struct {
		code         x12.IssueCode
		path, detail string
	}
	var seen distinct.Set[same]
	kept := s.found[:0:0]
	for n := range s.found {
		i := &s.found[n]
		key := same{i.Code, i.Path, i.Detail}
		if seen.Has(key) {
			continue // of a provider in several places
		}
		if !follows(i) || isCause(i) && !missing[gapEffect{i.Code, i.Path}] {
			kept = append(kept, *i)
			seen.Add(key)
		}
	}
	s.found = kept
}

// entryOf is a path without the index at its end.
func entryOf(path string) string {
	if rest, ok := strings.CutSuffix(path, "]"); ok {
		return rest[:strings.LastIndexByte(rest, '[')]
	}
	return path
}

// isForm reports whether a rule is about the form of one code.
func isForm(code x12.IssueCode) bool {
	switch code {
	case "837-DX-03", "837P-LN-05", "837I-LN-05", "837D-LN-05", "837I-REV-01", "837-CLM-02":
		return true
	}
	return false
}
