// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// What the guide says of a claim that was built is found before it is written,
// so that it names a field of the encounter: the claim is written to nowhere, and
// what is found about an element leads back to the field that it came from.

// nowhere writes claims to nowhere.
type nowhere struct{ w *Writer }

func newNowhere(set x12.Charset, sub Submission, alone bool) *nowhere {
	around := plain.Interchange{SenderID: "SENDER", ReceiverID: "RECEIVER", Usage: "T"}
	env := Envelope{Set: x12.Set{ID: "837", Control: "0001"}, Submission: sub}
	env.Interchange, env.Group = around.Envelope(time.Unix(0, 0), "HC", "")
	o := &WriterOptions{X12: x12.WriterOptions{Charset: set, Fold: true}, MaxClaims: 30} // few, so that levels have small numbers
	if alone {
		o.MaxClaims = 1
	}
	return &nowhere{NewWriter(io.Discard, &env, o)}
}

// Builder implements [stream.Nowhere].
func (n *nowhere) Builder() *stream.Builder { return n.w.b }

// Write implements [stream.Nowhere]. What is misplaced in the claim, and which
// rules it fails, is found elsewhere.
func (n *nowhere) Write(c *Claim) (clean bool) {
	if n.w.b.Start() != nil {
		return false
	}
	clean, _ = n.w.try(c, true)
	s := &n.w.state
	s.billing, s.sub, s.pat = nil, nil, nil
	return clean
}

// checkers are for each kind of claim.
var checkers = [...]*stream.Checker[Claim]{Professional: newChecker(), Institutional: newChecker(), Dental: newChecker()}

func newChecker() *stream.Checker[Claim] {
	return &stream.Checker[Claim]{Missing: segmentFields, New: func(set x12.Charset, alone bool) stream.Nowhere[Claim] {
		return newNowhere(set, someSubmission, alone)
	}}
}

// someSubmission is the head of a set in which claims are checked: what heads of
// practices are like is checked once for each practice.
var someSubmission = Submission{Purpose: PurposeOriginal, Reference: "1", Date: 20260101, Time: x12.TimeOf(time.Unix(0, 0), false), ClaimType: TypeChargeable,
	Submitter: Submitter{Name: x12.Name{EntityType: x12.Organization, Last: "A", IDType: IDTypeSubmitterNumber, ID: "AA"},
		Contacts: []x12.Contact{{Numbers: []x12.ContactNumber{{Type: "TE", Number: "5555550100"}}}}},
	Receiver: Receiver{Name: x12.Name{EntityType: x12.Organization, Last: "B", IDType: IDTypeSubmitterNumber, ID: "BB"}}}

// segmentFields are what a loop of a person or an organization misses with a
// segment.
var segmentFields = map[string]string{"N3": ".address.line1", "N4": ".address.city", "REF": ".ein", "PER": ".contacts", "DMG": ".birthDate", "NM1": ".name.last", "PRV": ".taxonomy"}

// checkHead returns what the guide has against the head of the practice's sets.
func checkHead(sub *Submission, set x12.Charset) (found []x12.Issue) {
	with := *sub
	with.Reference, with.Date, with.Time = someSubmission.Reference, someSubmission.Date, someSubmission.Time
	w := newNowhere(set, with, true).w
	fields := stream.NewFields(w.b)
	w.b.Start()
	w.b.Try(func() { w.beginSet(Professional) })
	fields.Report(&w.head, segmentFields, func(i x12.Issue) {
		if i.Path != "" {
			i.Path = "submission." + i.Path
		}
		found = append(found, i)
	})
	return found
}

// fromGuide adds what the guide has against the claim, at fields of the encounter.
// What building or a rule has found at a field is not told again. Clean reports
// whether the guide has nothing against a claim of which nothing is found yet.
func (s *build) fromGuide(clean func(*Claim) bool) {
	failed := slices.ContainsFunc(s.found, func(i x12.Issue) bool { return i.Severity == x12.Error })
	if !failed && clean(s.c) {
		return
	}
	var given, worked []x12.Issue
	checkers[s.c.Kind].Report(s.c, s.b.charset, func(i x12.Issue) {
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

// causes are fields that others are judged by: while one is wrong, what is found
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
	{"date", CodeNoPlace, "date"}, {"date", "837P-DT-01", "endDate"}, {"through", x12.CodeNotAllowed, "from"}, {"from", CodeNoPlace, "through"}, {"stay.through", "837I-PX-02", "stay.procedures"},
	{"stay.from", "837I-DT-01", "stay.discharge.date"}, {"stay.from", CodeNoPlace, "stay.admission.hour"}, {"stay.admission.date", CodeNoPlace, "stay.admission.hour"},
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
