// SPDX-License-Identifier: Apache-2.0

package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// textOf is the readable form of each claim of a file, with what does not fit.
func textOf(t *testing.T, edi []byte) string {
	t.Helper()
	var out strings.Builder
	for _, c := range claimsOf(t, edi) {
		f, found := Of(c)
		if f != nil {
			if err := f.WriteText(&out); err != nil {
				t.Fatal(err)
			}
			checkForm(t, f)
		}
		for _, i := range found {
			fmt.Fprintln(&out, i)
		}
	}
	return out.String()
}

// checkForm checks what every form must be.
func checkForm(t *testing.T, f *Form) {
	t.Helper()
	for k, page := range f.Pages {
		if page.Number != k+1 || len(page.Boxes) == 0 {
			t.Errorf("page %d has number %d and %d boxes", k+1, page.Number, len(page.Boxes))
		}
		for _, b := range page.Boxes {
			if b.Number == "" || b.Name == "" || b.Text == "" || b.Text != strings.ToUpper(b.Text) {
				t.Errorf("page %d: %+v", k+1, b)
			}
		}
	}
}

// The forms of all golden claims.
func TestForms(t *testing.T) {
	for _, path := range goldenFiles(t) {
		edi, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(path, fixtures+"/"), ".edi")
		testkit.Golden(t, "testdata/forms/"+strings.ReplaceAll(name, "/", "-")+".txt", []byte(textOf(t, edi)))
	}
}

func codesOf(found []x12.Issue) string {
	var out []string
	for _, i := range found {
		out = append(out, string(i.Code)+" "+i.Path)
	}
	return strings.Join(out, ", ")
}

func TestCMS1500Pages(t *testing.T) {
	c := claimOf(t, "office")
	c.BillingProvider.PayTo = nil
	for range 11 {
		c.Lines = append(c.Lines, c.Lines[0])
	}
	f, found := CMS1500(c)
	if len(f.Pages) != 3 || len(found) > 0 {
		t.Fatalf("13 lines are on %d pages; %v", len(f.Pages), found)
	}
	for i, want := range []string{"CONTINUED", "CONTINUED", "150 00"} {
		if got := f.Pages[i].Box("28", 0); got != want {
			t.Errorf("page %d: the total is %s, want %s", i+1, got, want)
		}
		if got := f.Pages[i].Box("2", 0); got != "DOE, JANE" {
			t.Errorf("page %d: the patient is %s", i+1, got)
		}
	}
	if got := f.Pages[2].Box("24D", 1); got != "99213" {
		t.Errorf("the last line is %s", got)
	}
	if got := f.Pages[2].Box("24D", 2); got != "" {
		t.Errorf("there is a line after the last: %s", got)
	}
	c.Lines = nil
	if f, _ := CMS1500(c); len(f.Pages) != 1 {
		t.Errorf("a claim without lines has %d pages", len(f.Pages))
	}
}

// Each row makes a claim that the form cannot show whole.
func TestCMS1500DoesNotFit(t *testing.T) {
	long := strings.Repeat("X", 80)
	for want, change := range map[string]func(*claim837.Claim){
		"form-too-long id":                  func(c *claim837.Claim) { c.ID = "123456789012345" },
		"form-too-long subscriber.name":     func(c *claim837.Claim) { c.Subscriber.Name.Middle = long },
		"form-too-long notes":               func(c *claim837.Claim) { c.Notes = []claim837.Note{{Text: long}} },
		"form-too-many diagnoses[12]":       func(c *claim837.Claim) { c.Diagnoses = append(make([]claim837.Diagnosis, 11), c.Diagnoses...) },
		"form-too-many initialTreatment":    func(c *claim837.Claim) { c.InitialTreatment, c.Accident = 20260101, 20260101 },
		"form-too-many lastMenstrualPeriod": func(c *claim837.Claim) { c.LastMenstrualPeriod, c.Onset = 20260101, 20260101 },
		"form-too-many referral":            func(c *claim837.Claim) { c.PriorAuthorization, c.Referral = "A1", "A2" },
		"form-too-many supervising":         func(c *claim837.Claim) { c.Referring, c.Supervising = &claim837.Provider{}, &claim837.Provider{} },
		"form-no-box billingProvider.payTo": func(c *claim837.Claim) { c.BillingProvider.PayTo = &claim837.PayToAddress{} },
		"form-no-box subscriber.weight":     func(c *claim837.Claim) { c.Subscriber.Weight = decimal.NewNullDecimal(decimal.New(150, 0)) },
		"form-no-box ambulance":             func(c *claim837.Claim) { c.Ambulance = &claim837.AmbulanceTransport{} },
		"form-no-box lines[1].facility":     func(c *claim837.Claim) { c.Lines[1].Facility = &claim837.Facility{} },
		"form-no-box assignment":            func(c *claim837.Claim) { c.Assignment = claim837.AssignmentLabOnly },
		"form-too-long lines[0].units":      func(c *claim837.Claim) { c.Lines[0].Units = decimal.RequireFromString("1000") },
		"form-too-long lines[0].charge":     func(c *claim837.Claim) { c.Lines[0].Charge = decimal.RequireFromString("1234567.00") },
		"form-too-many lines[0].procedure.modifiers[4]": func(c *claim837.Claim) {
			c.Lines[0].Procedure.Modifiers = []x12.Code{"1A", "1B", "1C", "1D", "1E"}
		},
		"form-too-many lines[0].familyPlanning": func(c *claim837.Claim) { c.Lines[0].EPSDT, c.Lines[0].FamilyPlanning = true, true },
	} {
		c := claimOf(t, "office")
		c.BillingProvider.PayTo = nil
		if _, found := CMS1500(c); len(found) > 0 {
			t.Fatalf("before: %v", found)
		}
		change(c)
		f, found := CMS1500(c)
		if got := codesOf(found); !strings.HasPrefix(want, "form-too-long subscriber.name") && got != want {
			t.Errorf("found %s, want %s", got, want)
		} else if !strings.Contains(got, want) {
			t.Errorf("found %s, want %s", got, want)
		}
		checkForm(t, f)
		for _, i := range found {
			if i.Severity != x12.Warning || i.Detail == "" || strings.Contains(i.Detail, long[:3]) {
				t.Errorf("%+v", i)
			}
		}
	}
}

func TestUB04Pages(t *testing.T) {
	c := claimOf(t, "inpatient")
	c.Lines[0].Institutional.ServiceTax = decimal.NullDecimal{}
	for range 21 {
		c.Lines = append(c.Lines, c.Lines[1])
	}
	f, found := UB04(c)
	if len(f.Pages) != 2 || len(found) > 0 {
		t.Fatalf("23 lines are on %d pages; %v", len(f.Pages), found)
	}
	for _, tt := range []struct {
		page int
		box  string
		row  int
		want string
	}{
		{0, "42", 22, "0360"}, {0, "43", 23, "PAGE 1 OF 2"}, {0, "47", 23, ""}, {0, "48", 23, ""}, {0, "3a", 0, "ACCT-1"},
		{1, "42", 1, "0360"}, {1, "42", 2, ""}, {1, "43", 23, "PAGE 2 OF 2"}, {1, "47", 23, "11000 00"}, {1, "48", 23, "200 00"}, {1, "3a", 0, "ACCT-1"},
	} {
		if got := f.Pages[tt.page].Box(tt.box, tt.row); got != tt.want {
			t.Errorf("page %d, box %s, line %d: %q, want %q", tt.page+1, tt.box, tt.row, got, tt.want)
		}
	}
	c.Lines = make([]claim837.ServiceLine, 999)
	if f, _ := UB04(c); len(f.Pages) != 46 {
		t.Errorf("999 lines are on %d pages", len(f.Pages))
	}
}

// What finds no box of its own goes to form locator 81, as long as there is room.
func TestUB04DoesNotFit(t *testing.T) {
	for _, tt := range []struct {
		want, number, box string
		change            func(*claim837.Claim)
	}{
		{"", "81b", "A1\n0C", func(c *claim837.Claim) { c.ConditionCodes = conditions(12) }},
		{"", "28", "0B", func(c *claim837.Claim) { c.ConditionCodes = conditions(12) }},
		{"form-too-many conditionCodes[14]", "81d", "A1\n0E", func(c *claim837.Claim) { c.ConditionCodes = conditions(16) }},
		{"", "34b", "11\n010426", func(c *claim837.Claim) { c.Institutional.Occurrences = slices.Repeat(c.Institutional.Occurrences, 8) }},
		{"", "81b", "A2\n11\n010426", func(c *claim837.Claim) { c.Institutional.Occurrences = slices.Repeat(c.Institutional.Occurrences, 9) }},
		{"", "81b", "A3\n74\n010726010826", func(c *claim837.Claim) {
			c.Institutional.OccurrenceSpans = slices.Repeat(c.Institutional.OccurrenceSpans, 5)
		}},
		{"", "36b", "74\n010726\n010826", func(c *claim837.Claim) {
			c.Institutional.OccurrenceSpans = slices.Repeat(c.Institutional.OccurrenceSpans, 5)
		}},
		{"", "81b", "A4\n80\n4", func(c *claim837.Claim) {
			c.Institutional.ValueCodes = slices.Repeat(c.Institutional.ValueCodes, 7)[:13]
		}},
		{"", "41d", "01\n1200 50", func(c *claim837.Claim) {
			c.Institutional.ValueCodes = slices.Repeat(c.Institutional.ValueCodes, 7)[:13]
		}},
		{"form-too-many diagnoses[18]", "67Q", "E119\nY", func(c *claim837.Claim) { c.Diagnoses = append(c.Diagnoses[:1], slices.Repeat(c.Diagnoses[1:2], 20)...) }},
		{"form-too-many institutional.externalCauses[3]", "72c", "W010XXA\nY", func(c *claim837.Claim) {
			c.Institutional.ExternalCauses = slices.Repeat(c.Institutional.ExternalCauses, 4)
		}},
		{"form-too-many institutional.otherProcedures[5]", "74e", "0DJD8ZZ\n010626", func(c *claim837.Claim) {
			c.Institutional.OtherProcedures = slices.Repeat(c.Institutional.OtherProcedures, 6)
		}},
		{"form-too-many referring", "79", "82\n1888888884\nROE\nMAX", func(c *claim837.Claim) {
			c.Institutional.OtherOperating, c.Rendering, c.Referring = c.Institutional.Operating, c.Institutional.Operating, c.Institutional.Operating
		}},
		{"form-too-many otherCoverage[2]", "50C", "THIRD", func(c *claim837.Claim) {
			for i, s := range []string{"S", "T", "A"} {
				c.OtherCoverage = append(c.OtherCoverage, claim837.OtherCoverage{Responsibility: x12.Code(s)})
				c.OtherCoverage[i].Payer.Name.Last = "third"
			}
		}},
		{"form-too-long notes", "80", strings.Repeat("X", 91), func(c *claim837.Claim) { c.Notes = []claim837.Note{{Type: "ADD", Text: strings.Repeat("X", 92)}} }},
		{"form-no-box institutional.treatmentCodes", "4", "0111", func(c *claim837.Claim) { c.Institutional.TreatmentCodes = []x12.Code{"A01"} }},
		{"form-no-box lines[0].institutional.operating", "4", "0111", func(c *claim837.Claim) { c.Lines[0].Institutional.Operating = &claim837.Provider{} }},
		{"form-too-long lines[0].procedure.code", "44", "0123456789ABCD", func(c *claim837.Claim) { c.Lines[0].Procedure.Code = "0123456789ABCDE" }},
	} {
		c := claimOf(t, "inpatient")
		c.Lines[0].Institutional.ServiceTax = decimal.NullDecimal{}
		tt.change(c)
		f, found := UB04(c)
		if got := codesOf(found); got != tt.want {
			t.Errorf("found %s, want %s", got, tt.want)
		}
		if got := f.Pages[0].Box(tt.number, 0); got != tt.box {
			t.Errorf("box %s is %q, want %q", tt.number, got, tt.box)
		}
		checkForm(t, f)
	}
}

func conditions(n int) (out []x12.CodedValue) {
	for i := range n {
		out = append(out, x12.CodedValue{Qualifier: claim837.ConditionCode, Value: fmt.Sprintf("%02X", i+1)})
	}
	return out
}

func TestNoForm(t *testing.T) {
	c := claimOf(t, "office")
	for _, kind := range []claim837.Kind{0, claim837.Dental} {
		c.Kind = kind
		if f, found := Of(c); f != nil || codesOf(found) != "form-none kind" || found[0].Severity != x12.Error {
			t.Errorf("%v has a form: %v", kind, found)
		}
	}
	c.Kind = claim837.Institutional
	if f, found := CMS1500(c); f != nil || codesOf(found) != "form-none kind" {
		t.Errorf("an institutional claim has a CMS-1500: %v", found)
	}
	c.Kind = claim837.Professional
	if f, found := UB04(c); f != nil || codesOf(found) != "form-none kind" {
		t.Errorf("a professional claim has a UB-04: %v", found)
	}
}

// A claim without anything, and one with everything, have a form.
func TestFormsOfOddClaims(t *testing.T) {
	for _, kind := range []claim837.Kind{claim837.Professional, claim837.Institutional} {
		full := filled()
		for _, c := range []*claim837.Claim{{Kind: kind}, full} {
			c.Kind = kind
			f, _ := Of(c)
			if f == nil || len(f.Pages) == 0 {
				t.Errorf("%v has no form", kind)
			}
			var out bytes.Buffer
			if err := f.WriteText(&out); err != nil || out.Len() == 0 {
				t.Errorf("%v: %v", kind, err)
			}
		}
	}
}

// The JSON of a form comes back whole, with keys in camelCase.
func TestJSON(t *testing.T) {
	f, _ := UB04(claimOf(t, "inpatient"))
	b, err := json.Marshal(f)
	if err != nil || !bytes.Contains(b, []byte(`{"number":"4","name":"type of bill","text":"0111"}`)) {
		t.Fatalf("%v: %s", err, b)
	}
	var back Form
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(*f, back); d != "" {
		t.Error(d)
	}
}

func TestIssues(t *testing.T) {
	for _, i := range Issues() {
		if i.Text == "" || i.Fix == "" || i.Code == "" {
			t.Errorf("%+v says too little", i)
		}
	}
}
