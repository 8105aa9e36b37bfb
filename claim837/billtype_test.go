// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"encoding/json"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

func TestBillTypes(t *testing.T) {
	want := BillType{FacilityHospital, ClassOutpatient, FrequencyOriginal}
	for _, s := range []string{"0131", "131"} {
		if b, err := ParseBillType(s); err != nil || b != want || b.String() != "0131" {
			t.Errorf("%s is %v, %v", s, b, err)
		}
	}
	for _, s := range []string{"", "13", "1131", "01311", "13a", "013", "0 31"} {
		if b, err := ParseBillType(s); err == nil || !b.IsZero() {
			t.Errorf("%q is %v, %v", s, b, err)
		}
	}
	b, err := json.Marshal([]BillType{want, {}})
	if err != nil || string(b) != `["0131",""]` {
		t.Errorf("%s, %v", b, err)
	}
	var back []BillType
	if err := json.Unmarshal(b, &back); err != nil || back[0] != want || !back[1].IsZero() {
		t.Errorf("%v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`["1"]`), &back); err == nil {
		t.Error("1 is a bill type")
	}
}

// The type of bill of a claim is what CLM05 holds, of whatever length.
func TestBillTypeOfAClaim(t *testing.T) {
	var c Claim
	if !c.BillType().IsZero() {
		t.Errorf("a claim of no hospital has %v", c.BillType())
	}
	for _, b := range []BillType{{"1", "3", "7"}, {"1", "31", "1"}, {"", "", "1"}, {"8", "", ""}, {}} {
		c.SetBillType(b)
		if got := c.BillType(); got != b {
			t.Errorf("%v is %v", b, got)
		}
	}
	if c = *aStay(t); c.BillType().String() != "0111" {
		t.Errorf("a stay has %v", c.BillType())
	}
}

// The constants are among the codes that the guide has, where it has a list.
func TestCodesOfKinds(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		place string // loop, tag and element
		codes []string
	}{
		"present on admission": {Institutional, "2300 HI#6 01-9", codesOf(PresentYes, PresentNo, PresentUnknown, PresentUndetermined)},
		"procedures":           {Institutional, "2300 HI#7 01-1", codesOf(InpatientPrincipal, InpatientPrincipalICD9, InpatientPrincipalABC)},
		"other procedures":     {Institutional, "2300 HI#8 01-1", codesOf(InpatientOther, InpatientOtherICD9)},
		"admitting":            {Institutional, "2300 HI#2 01-1", codesOf(DiagnosisAdmitting, DiagnosisAdmittingICD9)},
		"reasons":              {Institutional, "2300 HI#3 01-1", codesOf(DiagnosisReasonForVisit, DiagnosisReasonICD9)},
		"causes":               {Institutional, "2300 HI#4 01-1", codesOf(DiagnosisExternalCause, DiagnosisExternalCauseICD9)},
		"conditions":           {Institutional, "2300 HI#12 01-1", codesOf(ConditionCode)},
		"rates":                {Institutional, "2400 SV2 02-1", codesOf(ProcedureHIPPS, ProcedureHCPCS, ProcedureJurisdiction, ProcedureHomeInfusion, ProcedureABC)},
		"units":                {Institutional, "2400 SV2 04", codesOf(UnitCount, UnitDays)},
		"dental procedures":    {Dental, "2400 SV3 01-1", codesOf(ProcedureCDT)},
		"dental diagnoses":     {Dental, "2300 HI 01-1", codesOf(DiagnosisSNODENT, DiagnosisPrincipal, DiagnosisPrincipalICD9)},
		"prostheses":           {Dental, "2400 SV3 05", codesOf(ProsthesisInitial, ProsthesisReplacement)},
		"surfaces": {Dental, "2400 TOO 03-1", codesOf(SurfaceBuccal, SurfaceDistal, SurfaceFacial, SurfaceIncisal,
			SurfaceLingual, SurfaceMesial, SurfaceOcclusal)},
		"teeth": {Dental, "2300 DN2 02", codesOf(ToothToExtract, ToothMissing)},
	} {
		got := testkit.GuideCodes(t, c.kind.Guide(), "837", c.place)
		for _, code := range c.codes {
			if !got[code] {
				t.Errorf("%s: the guide has no %s at %s", name, code, c.place)
			}
		}
		if len(got) != len(c.codes) {
			t.Errorf("%s: the guide has %d codes, there are constants for %d", name, len(got), len(c.codes))
		}
	}
}
