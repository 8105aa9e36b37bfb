// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// writeKinds writes claims with no version in the envelope, and returns the file,
// where each claim stands, and the refusals.
func writeKinds(t *testing.T, o *WriterOptions, claims ...*Claim) (file []byte, at []Placement, refused []error) {
	t.Helper()
	env := envelope()
	env.Group.Version, env.Set.Convention = "", ""
	var out bytes.Buffer
	w := NewWriter(&out, env, o)
	for _, c := range claims {
		err := w.Write(c)
		var bad *RefusedError
		if err != nil && !errors.As(err, &bad) {
			t.Fatal(err)
		}
		if err != nil {
			refused = append(refused, err)
			continue
		}
		at = append(at, w.Placement())
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), at, refused
}

func TestWriterMakesAGroupAKind(t *testing.T) {
	p, i, d := aClaim(t, Professional), aClaim(t, Institutional), aClaim(t, Dental)
	file, at, refused := writeKinds(t, &WriterOptions{MaxClaims: 2}, p, p, p, i, d, d)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	valid(t, file)
	var groups, sets []string
	r := NewReader(bytes.NewReader(file), nil)
	var kinds []Kind
	for item, err := range r.Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch item.Kind {
		case x12.GroupBegin:
			groups = append(groups, item.Group.Control+" "+item.Group.Version)
		case x12.SetBegin:
			sets = append(sets, item.Set.Control+" "+item.Set.Convention+" "+item.Submission.Reference)
		case x12.RecordStep:
			kinds = append(kinds, item.Claim.Kind)
		}
	}
	if len(r.Issues()) > 0 {
		t.Error(r.Issues())
	}
	if d := cmp.Diff([]string{"1 005010X222A1", "2 005010X223A2", "3 005010X224A2"}, groups); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"0001 005010X222A1 B1", "0002 005010X222A1 B1-2", "0003 005010X223A2 B1-3", "0004 005010X224A2 B1-4"}, sets); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Kind{Professional, Professional, Professional, Institutional, Dental, Dental}, kinds); d != "" {
		t.Error(d)
	}
	var places []string
	for _, x := range at {
		places = append(places, x.Group+"/"+x.Set)
	}
	if d := cmp.Diff([]string{"1/0001", "1/0001", "1/0002", "2/0003", "3/0004", "3/0004"}, places); d != "" {
		t.Error(d)
	}
	if again := recodeFile(t, file); !bytes.Equal(file, again) {
		t.Errorf("recoding changes the file: %s", testkit.FirstDifference(file, again))
	}
}

// A refused claim leaves no trace, also when it is the first of its kind.
func TestRefusedClaimOfAnotherKind(t *testing.T) {
	p, i := aClaim(t, Professional), aClaim(t, Institutional)
	bad := *i
	bad.Institutional = &InstitutionalClaim{}
	want, _, _ := writeKinds(t, nil, p, p, i)
	for _, claims := range [][]*Claim{{&bad, p, p, i}, {p, &bad, p, i}, {p, p, &bad, i}, {p, p, i, &bad}} {
		got, _, refused := writeKinds(t, nil, claims...)
		if len(refused) != 1 || !bytes.Equal(got, want) {
			t.Errorf("%v\n%s", refused, testkit.FirstDifference(want, got))
		}
	}
	if _, _, refused := writeKinds(t, nil, &Claim{}); len(refused) != 1 || !strings.Contains(refused[0].Error(), string(CodeKind)) {
		t.Errorf("a claim of no kind: %v", refused)
	}
}

// The version of the envelope is for claims of its kind.
func TestWriterTakesTheVersionOfItsKind(t *testing.T) {
	env := envelope()
	env.Group.Version, env.Set.Convention = "005010X223A3", "005010X223A3"
	var out bytes.Buffer
	w := NewWriter(&out, env, nil)
	for _, k := range []Kind{Institutional, Dental} {
		if err := w.Write(aClaim(t, k)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if n := tags(out.Bytes(), "ST*837*0001*005010X223A3~", "ST*837*0002*005010X224A2~"); n[0] != 1 || n[1] != 1 {
		t.Errorf("%s", out.Bytes())
	}
	env.Group.Control = "ONE"
	w = NewWriter(&bytes.Buffer{}, env, &WriterOptions{Unchecked: true})
	if err := errors.Join(w.Write(aClaim(t, Institutional)), w.Write(aClaim(t, Dental))); err == nil {
		t.Error("a second group has a control number, though the first has letters")
	}
}

// 999 lines are written and read back whole; one more is refused.
func TestManyLines(t *testing.T) {
	c := aStay(t)
	line := c.Lines[0]
	line.Charge = cents(100)
	c.Lines, c.Charge = slices.Repeat([]ServiceLine{line}, 999), cents(99_900)
	file, _, refused := writeKinds(t, nil, c)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	valid(t, file)
	back := claimsOf(t, file, nil)[0]
	if d := changed(canonical(c), canonical(back)); d != "" || len(back.Lines) != 999 || back.Lines[998].Number != 999 {
		t.Errorf("%d lines came back: %s", len(back.Lines), d)
	}
	c.Lines, c.Charge = append(c.Lines, line), cents(100_000)
	_, _, refused = writeKinds(t, nil, c)
	t.Log(refused)
	if len(refused) != 1 || !strings.Contains(refused[0].Error(), "2400") {
		t.Errorf("1,000 lines: %v", refused)
	}
}

// Lists that go over several HI segments are written and read back whole.
func TestLongListsOfCodes(t *testing.T) {
	c := aStay(t)
	i := c.Institutional
	for n := len(c.Diagnoses); n < 25; n++ {
		c.Diagnoses = append(c.Diagnoses, Diagnosis{DiagnosisOther, fmt.Sprintf("E11%d", n), PresentUndetermined})
	}
	i.OtherProcedures, i.Occurrences, i.OccurrenceSpans, i.ValueCodes, c.ConditionCodes = nil, nil, nil, nil, nil
	for n := range 24 {
		code := x12.Code(fmt.Sprintf("%02d", 10+n))
		day := x12.NewDate(2026, 1, 5+n%5)
		i.OtherProcedures = append(i.OtherProcedures, InpatientProcedure{InpatientOther, fmt.Sprintf("0DB%02dZX", n), day})
		i.Occurrences = append(i.Occurrences, Occurrence{code, day})
		i.OccurrenceSpans = append(i.OccurrenceSpans, OccurrenceSpan{code, x12.DateRange{From: day, To: day}})
		i.ValueCodes = append(i.ValueCodes, ValueCode{code, decimal.New(int64(n), 0)})
		i.TreatmentCodes = append(i.TreatmentCodes, "A"+code)
		c.ConditionCodes = append(c.ConditionCodes, x12.CodedValue{Qualifier: ConditionCode, Value: string(code)})
		if n < 12 {
			i.ExternalCauses = append(i.ExternalCauses, Diagnosis{DiagnosisExternalCause, fmt.Sprintf("W01%02d", n), PresentNo})
		}
		if n < 3 {
			i.ReasonsForVisit = append(i.ReasonsForVisit, x12.CodedValue{Qualifier: DiagnosisReasonForVisit, Value: fmt.Sprintf("R0%02d", n)})
		}
	}
	file, _, refused := writeKinds(t, &WriterOptions{Rules: NoRules}, c)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	valid(t, file)
	want := []int{1, 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 2, 2}
	if got := tags(file, "HI*ABK", "HI*ABJ", "HI*APR", "HI*ABN", "HI*DR", "HI*ABF", "HI*BBR", "HI*BBQ", "HI*BI", "HI*BH", "HI*BE", "HI*BG", "HI*TC"); !slices.Equal(got, want) {
		t.Errorf("%v segments, want %v", got, want)
	}
	back := claimsOf(t, file, nil)[0]
	if d := changed(canonical(c), canonical(back)); d != "" {
		t.Errorf("what came back %s", d)
	}
	if again := recodeFile(t, file); !bytes.Equal(file, again) {
		t.Errorf("recoding changes the file: %s", testkit.FirstDifference(file, again))
	}
	i.ValueCodes = append(i.ValueCodes, ValueCode{"99", decimal.New(1, 0)})
	if _, _, refused := writeKinds(t, &WriterOptions{Rules: NoRules}, c); len(refused) != 1 || !strings.Contains(refused[0].Error(), "HI") {
		t.Errorf("25 value codes: %v", refused)
	}
}

// Kinds that alternate make a group each; one begun for a claim that was refused
// leaves its number to the next.
func TestAlternatingKinds(t *testing.T) {
	p, i, d := aClaim(t, Professional), aClaim(t, Institutional), aClaim(t, Dental)
	bad := *d
	bad.ID = ""
	asked := 0
	next := func() (string, error) { asked++; return fmt.Sprint(70 + asked), nil }
	for name, c := range map[string]struct {
		o    *WriterOptions
		want []string
	}{
		"counted": {nil, []string{"1", "2", "3", "4", "5"}},
		"asked":   {&WriterOptions{NextGroup: next}, []string{"1", "71", "72", "73", "74"}},
	} {
		file, at, refused := writeKinds(t, c.o, p, i, &bad, p, &bad, &bad, i, &bad, p, p)
		valid(t, file)
		var got []string
		for _, x := range at {
			got = append(got, x.Group)
		}
		if d := cmp.Diff(append(c.want, c.want[4]), got); d != "" || len(refused) != 4 {
			t.Errorf("%s: %d refused, groups %s", name, len(refused), d)
		}
	}
}
