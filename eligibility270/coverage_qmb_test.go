// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// A qualified Medicare beneficiary owes nothing of what Medicare covers on the days
// of the period, and what everybody owes on other days.
func TestQMB(t *testing.T) {
	medicare := []string{"EB*1**30*MA", "EB*1**30*MB", "EB*C*IND*30*MB**23*283", "EB*C*IND*30*MB**29*283", "EB*A*IND*96*MB****.2"}
	advantage := []string{"EB*1**30*HN*SENIOR HMO", "EB*B**98*HN*SENIOR HMO*27*30", "EB*G*IND*30*HN*SENIOR HMO*29*900"}
	period := "EB*1**30*QM"
	for name, x := range map[string]struct {
		plan    []string
		program []string
		service x12.Code
		holds   bool
		low     string // of 100.00
	}{
		"Medicare, nothing of it":       {plan: medicare, low: "100"},
		"on the day":                    {plan: medicare, program: []string{period, "DTP*291*RD8*20260101-20261231"}, holds: true, low: "0"},
		"since before, without an end":  {plan: medicare, program: []string{period, "DTP*307*D8*20240101"}, holds: true, low: "0"},
		"from its first day":            {plan: medicare, program: []string{period, "DTP*346*D8*20260304"}, holds: true, low: "0"},
		"to its last day":               {plan: medicare, program: []string{period, "DTP*356*D8*20250101", "DTP*357*D8*20260304"}, holds: true, low: "0"},
		"without dates":                 {plan: medicare, program: []string{period}, holds: true, low: "0"},
		"over":                          {plan: medicare, program: []string{period, "DTP*291*RD8*20250101-20251231"}, low: "100"},
		"ended the day before":          {plan: medicare, program: []string{period, "DTP*356*D8*20250101", "DTP*357*D8*20260303"}, low: "100"},
		"to come":                       {plan: medicare, program: []string{period, "DTP*291*D8*20260401"}, low: "100"},
		"one over, one on":              {plan: medicare, program: []string{period, "DTP*291*RD8*20240101-20241231", period, "DTP*291*RD8*20260101-20261231"}, holds: true, low: "0"},
		"one over, one to come":         {plan: medicare, program: []string{period, "DTP*291*RD8*20240101-20241231", period, "DTP*291*RD8*20270101-20271231"}, low: "100"},
		"not active":                    {plan: medicare, program: []string{"EB*6**30*QM"}, low: "100"},
		"as another payer":              {plan: medicare, program: []string{"EB*R**30*QM*STATE MEDICAID", "DTP*290*D8*20260101"}, holds: true, low: "0"},
		"as another payer, over":        {plan: medicare, program: []string{"EB*R**30*QM*STATE MEDICAID", "DTP*290*RD8*20250101-20251231"}, low: "100"},
		"its deductible is nothing":     {plan: medicare, program: []string{"EB*C**30*QM**29*0", "DTP*291*RD8*20260101-20261231"}, holds: true, low: "0"},
		"its deductible was nothing":    {plan: medicare, program: []string{"EB*C**30*QM**29*0", "DTP*291*RD8*20250101-20251231"}, low: "100"},
		"by the name of the plan":       {plan: medicare, program: []string{"EB*1**30*MC*QMB ONLY"}, holds: true, low: "0"},
		"another program":               {plan: medicare, program: []string{"EB*1**30*MC*SLMB"}, low: "100"},
		"special low income":            {plan: medicare, program: []string{"EB*1**30*HS"}, low: "100"},
		"a plan for several groups":     {plan: medicare, program: []string{"EB*1**30*OT*DUAL CARE (QMB OR SLMB)"}, low: "100"},
		"not the one":                   {plan: medicare, program: []string{"EB*1**30*MC*NOT QMB"}, low: "100"},
		"Advantage":                     {plan: advantage, program: []string{period, "DTP*291*D8*20260101"}, holds: true, low: "0"},
		"Advantage, over":               {plan: advantage, program: []string{period, "DTP*291*RD8*20250101-20251231"}, low: "30"},
		"of no other plan":              {program: []string{period}, holds: true, low: "0"},
		"not covered":                   {plan: append(slices.Clone(medicare), "EB*I**98*MB"), program: []string{period}, holds: true, low: "100"},
		"without Part B":                {plan: []string{"EB*1**30*MA", "EB*6**30*MB"}, program: []string{period}, holds: true, low: "100"},
		"hospital":                      {plan: medicare, program: []string{period}, service: "48", holds: true, low: "0"},
		"prescription drugs of Part D":  {plan: medicare, program: []string{period}, service: "88", holds: true},
		"a plan that names no program":  {plan: []string{"EB*1**30", "EB*B**98***27*30", "EB*G*IND*30***29*900"}, program: []string{period, "DTP*291*RD8*20250101-20251231"}, low: "30"},
		"a copay of whoever it may be":  {plan: []string{"EB*1**30*HN", "EB*B**98***27*30", "EB*G*IND*30***29*900"}, program: []string{period, "DTP*291*RD8*20250101-20251231"}, low: "30"},
		"dates of the patient":          {plan: append([]string{"DTP*346*D8*20260101"}, medicare...), program: []string{period}, holds: true, low: "0"},
		"dates of the patient, to come": {plan: append([]string{"DTP*346*D8*20260401"}, medicare...), program: []string{period}, low: "100"},
	} {
		t.Run(name, func(t *testing.T) {
			a := told(t, append(slices.Clone(x.plan), x.program...)...).Answers(0)
			c := a.Coverage()
			if (c.QMB != nil) != x.holds || slices.Contains(noteCodes(c.Notes), NoteQMB) != x.holds {
				t.Errorf("QMB %+v, notes %v", c.QMB, c.Notes)
			}
			if x.service == "" {
				x.service = "98"
			}
			e, err := a.Estimate(Query{ServiceType: x.service}, dollars("100"), nil)
			if err != nil {
				t.Fatal(err)
			}
			checkEstimate(t, e)
			protected := e.Steps[0].Kind == StepProtected
			if x.low != "" {
				if !e.High.Equal(dollars(x.low)) {
					t.Errorf("%s to %s, want %s: %+v", e.Low, e.High, x.low, e.Steps)
				}
			} else if protected {
				t.Errorf("protected from what Medicare does not cover: %+v", e)
			}
			if protected && (!e.Exact() || len(e.NotStated) > 0) {
				t.Errorf("%+v", e)
			}
			// What is over, or to come, changes nothing but what it says itself.
			if !x.holds && len(x.plan) > 0 {
				before := told(t, x.plan...)
				was, err := before.Estimate(Query{ServiceType: x.service}, dollars("100"), nil)
				if err != nil || !was.Low.Equal(e.Low) || !was.High.Equal(e.High) {
					t.Errorf("%s to %s without it, %s to %s with it", was.Low, was.High, e.Low, e.High)
				}
				if got, want := c.Status, before.Coverage(0).Status; got != want {
					t.Errorf("%s without it, %s with it", want, got)
				}
			}
		})
	}
	// Words that prove nothing are a reason to ask.
	c := told(t, "EB*1**30*MB", "EB*D**30", "MSG*MAY BE QMB").Coverage(0)
	if c.QMB != nil || !slices.Contains(noteCodes(c.Notes), NoteQMBMentioned) {
		t.Errorf("%+v", c.Notes)
	}
	for _, text := range []string{"NOT A QMB", "QMBX", "NO QMB"} {
		if c := told(t, "EB*1**30*MB", "EB*D**30", "MSG*"+text).Coverage(0); slices.Contains(noteCodes(c.Notes), NoteQMBMentioned) {
			t.Error(text, c.Notes)
		}
	}
}
