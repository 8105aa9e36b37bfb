package claim837

import (
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// What the guide says of a claim that was built is found before it is written,
// so that it names a field of the encounter: the claim is written to nowhere, and
// what is found about an element leads back to the field that it came from.

// checker writes claims to nowhere.
type checker struct {
	w      *Writer
	trace  codec.Trace
	fields []near // of each issue
}

// checkers are for each character set, to be used again.
var checkers [int(x12.AnyByte) + 1]sync.Pool

func newChecker(set x12.Charset, sub Submission) *checker {
	around := plain.Interchange{SenderID: "SENDER", ReceiverID: "RECEIVER", Usage: "T"}
	env := Envelope{Set: x12.Set{ID: "837", Control: "0001"}, Submission: sub}
	env.Interchange, env.Group = around.Envelope(time.Unix(0, 0), "HC", "")
	rules := NewRuleSet()
	rules.Limit(0)
	k := &checker{}
	k.w = NewWriter(io.Discard, &env, &WriterOptions{X12: x12.WriterOptions{Charset: set, Fold: true}, MaxClaims: 1, Rules: rules})
	k.w.checks = true
	k.w.b.C.Trace(&k.trace)
	k.w.b.OnNote = k.note
	return k
}

// guide reports what the guide and the character set have against a claim; each
// issue has the path of a field of the claim.
func guide(c *Claim, set x12.Charset, report func(x12.Issue)) {
	pool := &checkers[min(set, x12.AnyByte)]
	k, _ := pool.Get().(*checker)
	if k == nil {
		k = newChecker(set, someSubmission)
	}
	refused := false
	k.claim(c, func(i x12.Issue) {
		refused = refused || i.Code == x12.CodeCharacterSet
		report(i)
	})
	if k.w.b.Err() == nil {
		pool.Put(k)
	}
	if refused && set != x12.AnyByte { // the guide has not seen the claim yet
		guide(c, x12.AnyByte, func(i x12.Issue) {
			switch i.Code {
			case x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeTooPrecise, x12.CodeNumberTooLong:
				report(i)
			}
		})
	}
}

// someSubmission is the head of a set in which claims are checked: what heads of
// practices are like is checked once for each practice.
var someSubmission = Submission{Purpose: PurposeOriginal, Reference: "1", Date: 20260101, Time: x12.TimeOf(time.Unix(0, 0), false), ClaimType: TypeChargeable,
	Submitter: Submitter{Name: x12.Name{EntityType: x12.Organization, Last: "A", IDType: IDTypeSubmitterNumber, ID: "AA"},
		Contacts: []x12.Contact{{Numbers: []x12.ContactNumber{{Type: "TE", Number: "5555550100"}}}}},
	Receiver: Receiver{Name: x12.Name{EntityType: x12.Organization, Last: "B", IDType: IDTypeSubmitterNumber, ID: "BB"}}}

func (k *checker) claim(c *Claim, report func(x12.Issue)) {
	k.trace.Reset()
	k.fields = k.fields[:0]
	k.w.Write(c) // what it has to say is found below
	k.tell(c, "", report)
}

// tell gives what was found the paths of fields inside root.
func (k *checker) tell(root any, prefix string, report func(x12.Issue)) {
	found := k.w.b.Found()
	if len(found) == 0 {
		return
	}
	paths := map[uintptr]string{}
	for _, f := range k.fields {
		for _, list := range f {
			for _, p := range list {
				paths[p] = ""
			}
		}
	}
	jsonx.Paths(root, func(p uintptr) bool { _, ok := paths[p]; return ok }, func(p uintptr, path string) { paths[p] = prefix + path })
	for n, i := range found {
		if i.Path == "" && n < len(k.fields) {
			i.Path = fieldOf(&i, k.fields[n], paths)
		}
		report(i)
	}
}

// near are the fields of the segment that an issue is about, and those of the two
// before it.
type near [3][]uintptr

// note keeps what fields an issue may be about, before other segments come.
func (k *checker) note(i *x12.Issue) {
	var n near
	n[0] = k.trace.Fields(i.Segment, i.Element, i.Component)
	n[1], n[2] = k.trace.Fields(i.Segment-1, 1, 0), k.trace.Fields(i.Segment-2, 1, 0)
	k.fields = append(k.fields, n)
}

// fieldOf is the field that an issue is about. A segment that is missing is found
// at the one that stands in its place: its field is one of the loop before.
func fieldOf(i *x12.Issue, fields near, paths map[uintptr]string) string {
	if i.Code != x12.CodeMissingSegment {
		for _, p := range fields[0] {
			if paths[p] != "" {
				return paths[p]
			}
		}
	}
	for _, list := range fields[1:] {
		for _, p := range list {
			path := paths[p]
			if path == "" {
				continue
			}
			for _, end := range []string{".name", ".address", ".contacts["} {
				path, _, _ = strings.Cut(path, end)
			}
			return path + segmentFields[i.Tag]
		}
	}
	return ""
}

// segmentFields are what a loop of a person or an organization misses with a
// segment.
var segmentFields = map[string]string{"N3": ".address.line1", "N4": ".address.city", "REF": ".ein", "PER": ".contacts", "DMG": ".birthDate", "NM1": ".name.last", "PRV": ".taxonomy"}

// checkHead returns what the guide has against the head of the practice's sets.
func checkHead(sub *Submission, set x12.Charset) (found []x12.Issue) {
	with := *sub
	with.Reference, with.Date, with.Time = someSubmission.Reference, someSubmission.Date, someSubmission.Time
	k := newChecker(set, with)
	k.w.b.Start()
	k.w.b.Try(func() { k.w.beginSet(Professional) })
	k.tell(&k.w.head, "submission.", func(i x12.Issue) { found = append(found, i) })
	return found
}

// fromGuide adds what the guide has against the claim, at fields of the encounter.
// What building or a rule has found at a field is not told again.
func (s *build) fromGuide() {
	failed := slices.ContainsFunc(s.found, func(i x12.Issue) bool { return i.Severity == x12.Error })
	var given, worked []x12.Issue
	guide(s.c, s.b.charset, func(i x12.Issue) {
		switch {
		case i.Code == x12.CodeFolded || failed && !aboutValue(i.Code): // the writer says so, or it follows from what is missing
		case derived(i.Path):
			worked = append(worked, i)
		default:
			given = append(given, i)
		}
	})
	if len(given)+len(worked) == 0 {
		return
	}
	told := tellings{of: map[telling]bool{}}
	for i := range s.found {
		told.add(&s.found[i])
	}
	for n, i := range slices.Concat(given, worked) {
		i.Path = s.encounterPath(i.Path)
		if !told.has(&i, n >= len(given)) {
			s.found = append(s.found, i)
			told.add(&i)
		}
	}
}

// tellings are what was said of which field, and where errors are.
type tellings struct{ of map[telling]bool }

// telling is an issue at a path; with any set, one of the code at any path.
// Without a code it is an error at the path, and with any one inside of it.
type telling struct {
	code x12.IssueCode
	path string
	any  bool
}

func (t tellings) add(i *x12.Issue) {
	t.of[telling{i.Code, i.Path, false}] = true
	t.of[telling{i.Code, "", true}] = true
	if i.Severity != x12.Error {
		return
	}
	t.of[telling{"", i.Path, false}] = true
	for path := range holding(i.Path) {
		t.of[telling{"", path, true}] = true
	}
}

// has reports whether the same was said of the field, or, of a field that is worked
// out, of any, or whether there is an error at the field, in it or around it.
func (t tellings) has(i *x12.Issue, worked bool) bool {
	if t.of[telling{i.Code, i.Path, false}] || worked && t.of[telling{i.Code, "", true}] || t.of[telling{"", i.Path, true}] {
		return true
	}
	for path := range holding(i.Path) {
		if t.of[telling{"", path, false}] {
			return true
		}
	}
	return false
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

// holding returns the paths that a path stands in, and itself.
func holding(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := range len(path) {
			if (path[n] == '.' || path[n] == '[') && !yield(path[:n]) {
				return
			}
		}
		yield(path)
	}
}

// aboutValue reports whether an issue is about the form of one value.
func aboutValue(code x12.IssueCode) bool {
	switch code {
	case x12.CodeDelimiterInText, x12.CodeCharacterSet, x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeNotAllowed,
		x12.CodeBlankElement, x12.CodeTooPrecise, x12.CodeNumberTooLong, x12.CodeFolded, x12.CodeCaseChanged:
		return true
	}
	return false
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
	{"through", x12.CodeNotAllowed, "from"}, {"from", CodeNoPlace, "through"}, {"stay.through", "837I-PX-02", "stay.procedures"},
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
		case path == "services", strings.HasSuffix(path, ".charge"), strings.HasSuffix(path, ".paid"), strings.HasSuffix(path, ".amount"):
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
	return strings.HasPrefix(string(code), "COB-BAL-") || code == "COB-SIT-03"
}

// onlyCauses takes back what follows from another issue.
func (s *build) onlyCauses() {
	if len(s.found) < 2 {
		return
	}
	isCause := func(i *x12.Issue) bool {
		return i.Severity == x12.Error && (aboutValue(i.Code) || i.Code == CodeUnknownWord || i.Code == CodeBillTypeForm || isForm(i.Code))
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
