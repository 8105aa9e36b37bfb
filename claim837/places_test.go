// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// frame is a file with one claim, for tests that put another in its place.
const frame = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
	"GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*1200*CH~" +
	"HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*1~SBR*P~NM1*IL*1*DOE~HL*3*2*23*0~PAT*19~CLM*1*1~SE*10*0001~GE*1*1~IEA*1*000000001~"

// Every field that is set comes back after writing and reading, but for those
// that the guide has no place for, which misplaced must name.
func TestEveryFieldHasAPlace(t *testing.T) {
	for _, k := range allKindsOfClaims {
		t.Run(k.String(), func(t *testing.T) { everyFieldHasAPlace(t, placedClaim(k)) })
	}
}

func everyFieldHasAPlace(t *testing.T, claim *Claim) {
	back := throughFile(t, claim)
	want := map[string]bool{}
	for _, path := range claim.misplaced() {
		want[path] = true
	}
	got := map[string]bool{}
	lost("", reflect.ValueOf(*claim), reflect.ValueOf(*back), got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields that misplaced names (-) and fields that did not come back (+):\n%s", diff)
	}
	if len(want) == 0 {
		t.Error("misplaced names nothing")
	}
}

// Lists that are longer than any segment lose what misplaced says, and nothing
// else: whoever writes asks it first.
func TestLongLists(t *testing.T) {
	claim := placedClaim(Professional)
	claim.Kind = Professional
	long := []x12.Code{"A", "B", "C", "D", "E", "F"}
	line := &claim.Lines[1]
	claim.RelatedCauses = long
	claim.SpinalManipulation.Descriptions = []string{"A", "B", "C"}
	claim.AmbulanceCertifications[1].Conditions = long
	claim.VisionCertifications[1].Conditions = long
	claim.EPSDTReferral.Conditions = long[:4]
	claim.OtherCoverage[1].Outpatient.Remarks = long
	line.Procedure.Modifiers = long[:5]
	line.DiagnosisPointers = []int{1, 2, 3, 4, 5}
	line.AmbulanceCertifications[0].Conditions = long
	line.EquipmentConditions.Conditions = long[:3]
	line.Adjudications[1].Procedure.Modifiers = long[:5]
	numbers := []x12.ContactNumber{{Type: "TE", Number: "1"}, {Type: "EX", Number: "2"}, {Type: "FX", Number: "3"}, {Type: "EM", Number: "4"}}
	for _, c := range []*x12.Contact{
		&claim.Submission.Submitter.Contacts[1], &claim.BillingProvider.Contacts[0],
		claim.Subscriber.Contact, claim.Patient.Contact, claim.Facility.Contact, line.Ordering.Contact,
	} {
		c.Numbers = numbers
	}
	longLists(t, claim)
}

func longLists(t *testing.T, claim *Claim) {
	t.Helper()
	back := throughFile(t, claim)
	want, got := map[string]bool{}, map[string]bool{}
	for _, path := range claim.misplaced() {
		want[entry.ReplaceAllString(path, "")] = true
	}
	lost("", reflect.ValueOf(*claim), reflect.ValueOf(*back), got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lists that misplaced names (-) and lists that did not come back (+):\n%s", diff)
	}
}

func TestLongListsOfKinds(t *testing.T) {
	long := []x12.Code{"A", "B", "C", "D", "E", "F"}
	claim := placedClaim(Institutional)
	claim.EPSDTReferral.Conditions = long[:4]
	claim.OtherCoverage[0].Inpatient.Remarks = long
	claim.OtherCoverage[1].Outpatient.Remarks = long
	claim.Lines[0].Procedure.Modifiers = long[:5]
	claim.Lines[1].Adjudications[0].Procedure.Modifiers = long[:5]
	longLists(t, claim)

	claim = placedClaim(Dental)
	claim.RelatedCauses = long[:3]
	claim.OtherCoverage[1].Outpatient.Remarks = long
	line := &claim.Lines[1]
	line.DiagnosisPointers = []int{1, 2, 3, 4, 5}
	line.Dental.OralCavity = long
	line.Dental.Teeth[1].Surfaces = long
	longLists(t, claim)
}

// What a value cannot have beside another is named, too.
func TestHalfValues(t *testing.T) {
	seconds, _ := x12.ParseTime("143059")
	half := x12.DateRange{To: 20260131}
	for _, c := range []struct {
		k    Kind
		path string
		set  func(*Claim)
	}{
		{Institutional, "institutional.admissionHour", func(c *Claim) { c.Institutional.AdmissionHour = seconds }},
		{Institutional, "institutional.admissionHour", func(c *Claim) { c.Admission = 0 }},
		{Institutional, "institutional.statement.to", func(c *Claim) { c.Institutional.Statement = half }},
		{Institutional, "institutional.occurrenceSpans[0].period.to", func(c *Claim) { c.Institutional.OccurrenceSpans[0].Period = half }},
		{Institutional, "lines[1].date.to", func(c *Claim) { c.Lines[1].Date = half }},
		{Dental, "otherCoverage[0].subscriber.ssn2", func(c *Claim) { c.OtherCoverage = []OtherCoverage{{Subscriber: OtherSubscriber{SSN2: "1"}}} }},
		{Dental, "dental.service.to", func(c *Claim) { c.Dental.Service = half }},
		{Dental, "diagnoses[0].presentOnAdmission", func(c *Claim) { c.Diagnoses = []Diagnosis{{"ABK", "K021", PresentYes}} }},
	} {
		claim := aClaim(t, c.k)
		if got := claim.misplaced(); got != nil {
			t.Errorf("%v: %q", c.k, got)
		}
		c.set(claim)
		got := claim.misplaced()
		if len(got) != 1 || got[0] != c.path {
			t.Errorf("%s: %v", c.path, got)
		}
	}
}

// The same path is at another place in another kind of claim, or at none.
func TestPlaceOfField(t *testing.T) {
	type places [3]string // 837P, 837I, 837D
	for path, want := range map[string]places{
		"charge":                                    {"2300 CLM* 2-0 0", "2300 CLM* 2-0 0", "2300 CLM* 2-0 0"},
		"accidentState":                             {"2300 CLM* 11-4 0", "2300 REF*LU 2-0 0", "2300 CLM* 11-4 0"},
		"onset":                                     {"2300 DTP*431 3-0 0", "", ""},
		"lines[13].date":                            {"2400 DTP*472 3-0 0", "2400 DTP*472 3-0 0", "2400 DTP*472 3-0 0"},
		"lines[2].charge":                           {"2400 SV1* 2-0 0", "2400 SV2* 3-0 0", "2400 SV3* 2-0 0"},
		"lines[2].procedure":                        {"2400 SV1* 1-0 0", "2400 SV2* 2-0 0", "2400 SV3* 1-0 0"},
		"lines[0].procedure.modifiers[3]":           {"2400 SV1* 1-6 0", "2400 SV2* 2-6 0", "2400 SV3* 1-6 0"},
		"lines[0].diagnosisPointers":                {"2400 SV1* 7-0 0", "", "2400 SV3* 11-0 0"},
		"lines[0].attachments[2].type":              {"2400 PWK*AA|BM|EL|EM|FT|FX 1-0 2", "2400 PWK* 1-0 2", ""},
		"diagnoses[0].value":                        {"2300 HI*ABK|BK 1-2 0", "2300 HI*ABK|BK 1-2 0", "2300 HI*ABK|BK|TQ 1-2 0"},
		"diagnoses[1].value":                        {"2300 HI*ABK|BK 2-2 0", "2300 HI*ABF|BF 1-2 0", "2300 HI*ABK|BK|TQ 2-2 0"},
		"diagnoses[13].value":                       {"2300 HI*ABK|BK 2-2 1", "2300 HI*ABF|BF 1-2 1", "2300 HI*ABK|BK|TQ 2-2 1"},
		"institutional.valueCodes[12].amount":       {"", "2300 HI*BE 1-5 1", ""},
		"conditionCodes[23].value":                  {"2300 HI*BG 12-2 1", "2300 HI*BG 12-2 1", ""},
		"referring.name.id":                         {"2310A NM1*DN 9-0 0", "2310F NM1*DN 9-0 0", "2310A NM1*DN 9-0 0"},
		"rendering":                                 {"2310B NM1*82 0-0 0", "2310D NM1*82 0-0 0", "2310B NM1*82 0-0 0"},
		"lines[1].adjudications[2].paid":            {"2430 SVD* 2-0 2", "2430 SVD* 2-0 2", "2430 SVD* 2-0 2"},
		"lines[1].adjudications[2].paidDate":        {"2430 DTP*573 3-0 0", "2430 DTP*573 3-0 0", "2430 DTP*573 3-0 0"},
		"otherCoverage[0].payer.claimControlNumber": {"2330B REF*F8 2-0 0", "2330B REF*F8 2-0 0", "2330B REF*F8 2-0 0"},
		"subscriber.ssn":                            {"2010BA REF*SY 2-0 0", "2010BA REF*SY 2-0 0", "2010BA REF*SY 2-0 0"},
		"submission.purpose":                        {" BHT* 2-0 0", " BHT* 2-0 0", " BHT* 2-0 0"},
		"nobody":                                    {},
		"lines[x]":                                  {},
		"[":                                         {},
		"kind":                                      {},
		"billingProvider.at":                        {},
	} {
		for i, k := range allKindsOfClaims {
			got := ""
			if p, ok := (&Claim{Kind: k}).Place(path); ok {
				got = fmt.Sprintf("%s %s*%s %d-%d %d", p.Loop, p.Tag, p.Qualifiers, p.Element, p.Component, p.Nth)
			}
			if got != want[i] {
				t.Errorf("%s of %v: %q, want %q", path, k, got, want[i])
			}
		}
	}
}

// entry is the index at the end of a path.
var entry = regexp.MustCompile(`\[\d+\]$`)

// placedClaim is a claim with all fields set, so that it can be written.
func placedClaim(k Kind) *Claim {
	claim := filledClaimOf(k)
	plausible(reflect.ValueOf(claim).Elem())
	places(claim)
	return claim
}

// throughFile writes the claim into a file and reads it back.
func throughFile(t *testing.T, claim *Claim) *Claim {
	t.Helper()
	var file bytes.Buffer
	w := NewRecodeWriter(&file, func(i x12.Issue) {
		if i.Code != x12.CodeCountCorrected {
			t.Errorf("writing: %v", i)
		}
	})
	for item, err := range NewReader(strings.NewReader(strings.ReplaceAll(frame, GuideProfessional, claim.Kind.Guide())), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if item.Kind == x12.SetBegin {
			item.Submission = claim.Submission
		}
		if item.Kind == x12.RecordStep {
			item.Claim = claim
		}
		if err := w.write(item); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}

	r := NewReader(&file, nil)
	var back *Claim
	for c, err := range r.Claims() {
		if err != nil {
			t.Fatal(err)
		}
		if back != nil {
			t.Fatal("two claims were written")
		}
		back = c
	}
	for _, i := range r.Issues() {
		t.Errorf("reading: %v", i)
	}
	if back == nil {
		t.Fatal("no claim came back")
	}
	return back
}

// plausible empties what is kept raw and gives ordinals that a file can have.
func plausible(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		plausible(v.Elem())
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]x12.Raw]() {
			v.SetZero()
		}
		for i := range v.Len() {
			plausible(v.Index(i))
		}
	case reflect.Struct:
		switch v.Type() {
		case reflect.TypeFor[At](), reflect.TypeFor[decimal.NullDecimal](), reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[x12.Time]():
			return
		}
		for i := range v.NumField() {
			plausible(v.Field(i))
		}
	}
}

// places sets the values that tell a segment from others, and the ordinals.
func places(c *Claim) {
	set := At{Interchange: 1, Group: 1, Set: 1}
	at := func(b, s, p int) At { a := set; a.Billing, a.Subscriber, a.Patient = b, s, p; return a }
	c.Submission.At, c.BillingProvider.At, c.Subscriber.At = set, at(1, 0, 0), at(1, 1, 0)
	c.Patient.At, c.At = at(1, 1, 1), at(1, 1, 1)
	references := func(refs []x12.Reference, codes ...x12.Code) {
		for i := range refs {
			refs[i].Qualifier = codes[i]
		}
	}
	references(c.BillingProvider.SecondaryIDs, "0B", "1G")
	references(c.BillingProvider.PayToPlan.SecondaryIDs, "2U", "FY")
	references(c.Subscriber.Payer.SecondaryIDs, "2U", "NF")
	references(c.Subscriber.Payer.BillingProviderIDs, "G2", "LU")
	secondary := func(ids []SecondaryID) {
		for i := range ids {
			ids[i].Qualifier = "G2"
		}
	}
	i, d := c.Institutional, c.Dental
	for _, p := range []*Provider{c.Referring, c.PrimaryCare, c.Rendering, c.Supervising, i.Attending, i.Operating, i.OtherOperating, d.AssistantSurgeon} {
		secondary(p.SecondaryIDs)
	}
	secondary(c.Facility.SecondaryIDs)
	codes := func(list []x12.CodedValue, first, second x12.Code) {
		list[0].Qualifier, list[1].Qualifier = first, second
	}
	c.Diagnoses[0].Qualifier, c.Diagnoses[1].Qualifier = "ABK", "ABF"
	i.AdmittingDiagnosis.Qualifier, i.PrincipalProcedure.Qualifier = "ABJ", "BBR"
	codes(i.ReasonsForVisit, "APR", "APR")
	i.ExternalCauses[0].Qualifier, i.ExternalCauses[1].Qualifier = "ABN", "ABN"
	i.OtherProcedures[0].Qualifier, i.OtherProcedures[1].Qualifier = "BBQ", "BBQ"
	i.AdmissionHour, i.DischargeHour = x12.NewTime(14, 30), x12.NewTime(9, 0)
	codes(c.AnesthesiaProcedures, "BP", "BO")
	codes(c.ConditionCodes, "BG", "BG")
	c.VisionCertifications[0].Category, c.VisionCertifications[1].Category = "E1", "E3"
	for i := range c.OtherCoverage {
		o := &c.OtherCoverage[i]
		references(o.Payer.SecondaryIDs, "2U", "EI")
		for _, p := range []*Provider{o.Referring, o.PrimaryCare, o.Rendering, o.Facility, o.Supervising, o.Billing,
			o.Attending, o.Operating, o.OtherOperating, o.AssistantSurgeon} {
			secondary(p.SecondaryIDs)
		}
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		l.Attachments[0].Transmission, l.Attachments[1].Transmission = "EL", "FX"
		l.CertificateTransmission = "NS"
		l.Note.Type = "ADD"
		for _, p := range []*Provider{l.Rendering, l.Purchased, l.Supervising, l.Referring, l.PrimaryCare,
			l.Institutional.Operating, l.Institutional.OtherOperating, l.Dental.AssistantSurgeon} {
			secondary(p.SecondaryIDs)
		}
		secondary(l.Facility.SecondaryIDs)
		secondary(l.Ordering.SecondaryIDs)
	}
}

// lost notes the fields of a that b does not have.
func lost(path string, a, b reflect.Value, out map[string]bool) {
	switch x := a.Interface().(type) {
	case decimal.Decimal:
		if !x.Equal(b.Interface().(decimal.Decimal)) {
			out[path] = true
		}
		return
	case decimal.NullDecimal:
		if y := b.Interface().(decimal.NullDecimal); x.Valid != y.Valid || !x.Decimal.Equal(y.Decimal) {
			out[path] = true
		}
		return
	case x12.Time:
		if x != b.Interface().(x12.Time) {
			out[path] = true
		}
		return
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			name := jsonx.Key(a.Type().Field(i).Name)
			if path != "" {
				name = path + "." + name
			}
			lost(name, a.Field(i), b.Field(i), out)
		}
	case reflect.Pointer:
		switch {
		case a.IsNil() != b.IsNil():
			out[path] = true
		case !a.IsNil():
			lost(path, a.Elem(), b.Elem(), out)
		}
	case reflect.Slice:
		if a.Len() != b.Len() {
			out[path] = true
			return
		}
		for i := range a.Len() {
			lost(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i), out)
		}
	default:
		if !a.Equal(b) {
			out[path] = true
		}
	}
}
