// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// What only dental claims say.

func dentalRules() []Rule {
	return []Rule{
		{ID: "837D-DX-04", SNIP: 4, Severity: isError, Sets: onlyD, Check: dentalDiagnosesInOrder,
			Title: "a dental claim has at most 4 diagnoses, the first marked as the main one and the others not", Fix: "give the main diagnosis first"},
		{ID: "837D-01", SNIP: 4, Severity: isError, Sets: onlyD, Check: dentalServiceIsWhole,
			Title: "a dental service has no CDT code, or no day", Fix: "give a code of D and four digits, and the day of the service for the line or for the claim"},
		{ID: "837D-02", SNIP: 4, Severity: isError, Sets: onlyD, Check: teethAreKnown,
			Title: "a tooth is none that there is", Fix: "give teeth as 1 to 32 or A to T, with 50 or S added for one too many"},
		{ID: "837D-03", SNIP: 4, Severity: isError, Sets: onlyD, Check: replacementHasHistory,
			Title: "a replaced prosthesis has no day of its first placement, or an orthodontic treatment lacks months or day of its appliance", Fix: "give them"},
		{ID: "837D-04", SNIP: 4, Severity: isWarning, Sets: onlyD, Check: predeterminationHasNoDay,
			Title: "what is asked beforehand has a day of service", Fix: "leave the day out, or bill the service"},
	}
}

// dental is the dental part of a claim; an empty one when there is none.
func dental(c *Claim) *DentalClaim {
	if c.Dental == nil {
		return &noDental
	}
	return c.Dental
}

var noDental DentalClaim

func dentalDiagnosesInOrder(c *Claim, r *report) {
	if len(c.Diagnoses) > 4 {
		find(r, "diagnoses|[4]", "")
	}
	for k := range c.Diagnoses {
		main := false
		switch q := c.Diagnoses[k].Qualifier; q {
		case DiagnosisSNODENT:
			continue
		case DiagnosisPrincipal, DiagnosisPrincipalICD9:
			main = true
			fallthrough
		case DiagnosisOther, DiagnosisOtherICD9:
			if main != (k == 0) {
				find(r, in("diagnoses", k, "qualifier"), string(q))
			}
		default:
			find(r, in("diagnoses", k, "qualifier"), string(q))
		}
	}
}

func dentalServiceIsWhole(c *Claim, r *report) {
	d := dental(c)
	for k := range c.Lines {
		l := &c.Lines[k]
		if l.Procedure.Qualifier != ProcedureCDT || !plain.IsCDT(l.Procedure.Code) {
			find(r, in("lines", k, "procedure.code"), l.Procedure.Code)
		}
		if !d.Predetermination && l.Date.From == 0 && d.Service.From == 0 {
			strictly(r, in("lines", k, "date"), "") // published examples leave it out
		}
	}
}

// knownTooth reports whether a tooth is in the universal numbering: 1 to 32 and A
// to T, and supernumerary ones 51 to 82 and AS to TS.
func knownTooth(t string) bool {
	switch {
	case digits(t, 1):
		return t != "0"
	case digits(t, 2):
		return t >= "01" && t <= "32" || t >= "51" && t <= "82"
	case len(t) == 1, len(t) == 2 && t[1] == 'S':
		return t[0] >= 'A' && t[0] <= 'T'
	}
	return false
}

func knownArea(a x12.Code) bool {
	switch a {
	case "00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20", "30", "40", OralLeft, OralRight:
		return true
	}
	return false
}

func teethAreKnown(c *Claim, r *report) {
	d := dental(c)
	for k := range d.Teeth {
		if t := d.Teeth[k].Tooth; !knownTooth(t) {
			find(r, in("dental.teeth", k, "tooth"), t)
		}
	}
	for k := range c.Lines {
		l := c.Lines[k].Dental
		if l == nil {
			continue
		}
		for j, a := range l.OralCavity {
			if slices.Contains(l.OralCavity[:j], a) {
				inWords(r, isWarning, in("lines", k, in("dental.oralCavity", j, "")), string(a), "an area of the mouth is given twice", "give it once")
			}
			if !knownArea(a) {
				inWords(r, isWarning, in("lines", k, in("dental.oralCavity", j, "")), string(a), "an area of the mouth is none that there is", "give 00 for the whole mouth, 10 to 40 for a quadrant, or one of the others in the list")
			}
		}
		for j := range l.Teeth {
			t := &l.Teeth[j]
			if !knownTooth(t.Code) {
				find(r, in("lines", k, in("dental.teeth", j, "code")), t.Code)
			}
			for n, s := range t.Surfaces {
				if slices.Contains(t.Surfaces[:n], s) && n < 5 {
					inWords(r, isWarning, in("lines", k, in("dental.teeth", j, "surfaces|"+in("", n, ""))), string(s), "a surface of a tooth is given twice", "give it once")
				}
				if n >= 5 || len(s) != 1 || strings.IndexByte("BDFILMO", s[0]) < 0 {
					inWords(r, isWarning, in("lines", k, in("dental.teeth", j, "surfaces|"+in("", n, ""))), string(s), "a surface of a tooth is none that there is, or the sixth", "give at most five of M, O, D, B, L, F, I")
				}
			}
		}
	}
}

func replacementHasHistory(c *Claim, r *report) {
	d := dental(c)
	placed := d.AppliancePlacement != 0
	for k := range c.Lines {
		l := c.Lines[k].Dental
		if l == nil {
			continue
		}
		placed = placed || l.AppliancePlacement != 0
		if l.Prosthesis == ProsthesisReplacement && l.PriorPlacement == 0 && l.PriorPlacementEstimated == 0 {
			find(r, in("lines", k, "dental.priorPlacement"), "")
		}
	}
	if o := d.Orthodontics; o != nil && !d.Predetermination {
		if !o.Months.Valid && !o.MonthsRemaining.Valid && !o.Treatment {
			find(r, "dental.orthodontics.months", "")
		}
		if !placed {
			find(r, "dental.appliancePlacement", "")
		}
	}
}

func predeterminationHasNoDay(c *Claim, r *report) {
	d := dental(c)
	if !d.Predetermination {
		return
	}
	if d.Service.From != 0 {
		find(r, "dental.service", "")
	}
	for k := range c.Lines {
		if c.Lines[k].Date.From != 0 {
			find(r, in("lines", k, "date"), "")
		}
	}
}
