// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// What is said of a service.

func lineRules() []Rule {
	return []Rule{
		{ID: "837P-LN-01", SNIP: 4, Severity: isError, Sets: onlyP, Check: minutesAreAnesthesia,
			Title: "minutes are given for a service that is not anesthesia", Fix: "give units"},
		{ID: "837P-LN-02", SNIP: 4, Severity: isError, Sets: onlyP, Check: unitsArePossible,
			Title: "units are zero or less, have more than eight digits or three decimals, or minutes are not whole", Fix: "check the number"},
		{ID: "837P-LN-03", SNIP: 4, Severity: isWarning, Sets: onlyP, Check: placeDiffers,
			Title: "a line repeats the claim's place of service", Fix: "give it only where it differs"},
		{ID: "837P-LN-04", SNIP: 4, Severity: isError, Sets: onlyP, Check: pointersHitDiagnoses,
			Title: "a line points to no diagnosis, to more than four, or to one that the claim does not have", Fix: "point to one to four of the claim's diagnoses"},
		{ID: "837P-LN-05", SNIP: 4, Severity: isError, Sets: onlyP, Check: modifiersAreSound,
			Title: "a line has more than four modifiers, a gap between them, or one that is not two characters", Fix: "give up to four of two characters each, without a gap"},
		{ID: "837P-LN-08", SNIP: 4, Severity: isError, Sets: onlyP, Check: drugIsWhole,
			Title: "a drug has no eleven-digit NDC, or no quantity with a unit of measure", Fix: "give the NDC of the package, a quantity above zero and its unit"},
		{ID: "837P-LN-09", SNIP: 4, Severity: isError, Sets: onlyP, Check: prescriptionOrCompound,
			Title: "a drug has both a prescription number and the number of a compound", Fix: "give the one or the other"},
		{ID: "837P-LN-12", SNIP: 6, Severity: isError, Sets: onlyP, Check: ambulanceIsWhole,
			Title: "an ambulance transport lacks the transport, its certification, or the address of pick-up or drop-off", Fix: "give reason and miles, a condition of the patient, and both addresses"},
		{ID: "837P-LN-16", SNIP: 4, Severity: isError, Sets: onlyP, Check: lineNumbersAreUnique,
			Title: "two lines have the same control number", Fix: "give each line its own"},
		{ID: "837P-LN-17", SNIP: 4, Severity: isError, Sets: onlyP, Check: procedureListIsKnown,
			Title: "the code of a service is missing, or from a list that professional claims do not have", Fix: "give a HCPCS code, or one of a state, of home infusion, or of alternative medicine"},
	}
}

// isAnesthesia reports whether the code is of anesthesia, 00100 to 01999.
func isAnesthesia(code string) bool { return digits(code, 5) && code >= "00100" && code <= "01999" }

func minutesAreAnesthesia(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		switch {
		case l.Unit == UnitMinutes && !isAnesthesia(l.Procedure.Code) && checkProcedure(l.Procedure.Code) != procedureNone:
			find(r, in("lines", i, "unit"), string(l.Unit))
		case l.Unit == UnitCount && isAnesthesia(l.Procedure.Code):
			switch l.Procedure.Code {
			case "01953", "01967", "01968", "01969", "01996":
			default:
				inWords(r, isWarning, in("lines", i, "unit"), string(l.Unit), "anesthesia is counted in units, where payers expect minutes", "give the minutes")
			}
		}
	}
}

// unitsFit reports whether d has at most eight digits, three of them decimals.
func unitsFit(d decimal.Decimal) bool {
	exp := d.Exponent()
	if d.NumDigits() > 15 || exp < -8 || exp > 8 {
		return false
	}
	n := d.CoefficientInt64()
	for ; exp < 0 && n%10 == 0; exp++ {
		n /= 10
	}
	for ; exp > 0; exp-- {
		n *= 10
	}
	return exp >= -3 && n < 1e8
}

func unitsArePossible(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		at := func() string { return in("lines", i, "units") }
		switch none := l.Units.IsZero() && (c.Kind == Dental || unreadIn(l.Rest)&unreadUnits != 0); { // not given is one, or could not be read
		case l.Unit == UnitMinutes && !l.Units.IsInteger():
			inWords(r, r.Severity(), at(), l.Units.String(), "minutes are not whole", "give whole minutes")
		case none || l.Units.Sign() > 0 && unitsFit(l.Units):
		case l.Unit == UnitMinutes:
			inWords(r, r.Severity(), at(), l.Units.String(), "minutes are zero or less, or too many", "give the minutes of anesthesia")
		default:
			find(r, at(), l.Units.String())
		}
	}
}

func placeDiffers(c *Claim, r *report) {
	for i := range c.Lines {
		if p := c.Lines[i].PlaceOfService; p != "" && p == c.PlaceOfService {
			find(r, in("lines", i, "placeOfService"), string(p))
		}
	}
}

func pointersHitDiagnoses(c *Claim, r *report) {
	if len(c.Diagnoses) == 0 && c.Kind == Professional { // 837P-DX-04 finds it
		return
	}
	for i := range c.Lines {
		p := c.Lines[i].DiagnosisPointers
		at := func(below string) string { return in("lines", i, "diagnosisPointers") + below }
		if len(p) == 0 && c.Kind == Dental { // diagnoses are optional there
			continue
		}
		if len(p) == 0 || len(p) > 4 {
			find(r, at(""), "")
			continue
		}
		for k := range p {
			if p[k] < 1 || p[k] > 12 || p[k] > len(c.Diagnoses) {
				find(r, at("|"+in("", k, "")), "")
			}
			for j := range k {
				if p[j] == p[k] {
					warn(r, at("|"+in("", k, "")), "", "a line points twice to the same diagnosis")
				}
			}
		}
	}
}

func modifiersAreSound(c *Claim, r *report) {
	check := func(m []x12.Code, s site) {
		at := func(k int) string { return s.at(in("procedure.modifiers", k, "")) }
		if len(m) > 4 {
			find(r, at(4), string(m[4]))
			return
		}
		for k := range m {
			if !alnumOf(string(m[k]), 2) {
				find(r, at(k), string(m[k]))
			}
			for j := range k {
				if m[j] == m[k] {
					warn(r, at(k), string(m[k]), "a line has the same modifier twice")
				}
			}
		}
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		check(l.Procedure.Modifiers, site{list: "lines", index: i})
		for k := range l.Adjudications { // what another payer paid for, where it is something else
			if m := l.Adjudications[k].Procedure.Modifiers; !slices.Equal(m, l.Procedure.Modifiers) {
				check(m, site{list: "lines", index: i, below: "adjudications", belowIndex: k})
			}
		}
	}
}

func drugIsWhole(c *Claim, r *report) {
	for i := range c.Lines {
		d := c.Lines[i].Drug
		if d == nil {
			continue
		}
		unit := false
		switch d.Unit {
		case DrugInternationalUnit, DrugGram, DrugMilligram, DrugMilliliter, DrugUnit:
			unit = true
		}
		switch {
		case d.Code == "" || d.Qualifier == DrugNDC && (!digits(d.Code, 11) || allEqual(d.Code)):
			find(r, in("lines", i, "drug.code"), d.Code)
		case d.Quantity.Sign() <= 0 && !x12.Unread(d.Rest, "CTP", "", 4):
			find(r, in("lines", i, "drug.quantity"), "")
		case !unit:
			find(r, in("lines", i, "drug.unit"), string(d.Unit))
		}
	}
}

func prescriptionOrCompound(c *Claim, r *report) {
	for i := range c.Lines {
		if d := c.Lines[i].Drug; d != nil && d.PrescriptionNumber != "" && d.CompoundLink != "" {
			find(r, in("lines", i, "drug.prescriptionNumber"), "")
		}
	}
}

// transportCode reports whether the code is of an ambulance transport (A0425 to
// A0436), or else of another ambulance service (A0021 to A0999).
func transportCode(code string) (transport, other bool) {
	if len(code) != 5 || code[0] != 'A' || code[1] != '0' || !digits(code[1:], 4) {
		return false, false
	}
	return code >= "A0425" && code <= "A0436", code >= "A0021"
}

func ambulanceIsWhole(c *Claim, r *report) {
	if p := c.PlaceOfService; (p == PlaceAmbulanceLand || p == PlaceAmbulanceAirOrWater) && c.Ambulance == nil { // EDIT-060
		mild(r, "ambulance", "", "the place of service is an ambulance, and the transport is not described")
		return
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		transport, other := transportCode(l.Procedure.Code)
		if !transport && !other {
			continue
		}
		bad := func(path string) {
			if transport {
				find(r, path, "")
			} else {
				warn(r, path, "", "")
			}
		}
		if c.Ambulance == nil && l.Ambulance == nil && c.PickUp == nil && c.DropOff == nil && len(c.AmbulanceCertifications) == 0 {
			bad("ambulance") // nothing is said of it
			return
		}
		if c.Ambulance == nil {
			bad("ambulance")
		}
		if len(c.AmbulanceCertifications) == 0 && len(l.AmbulanceCertifications) == 0 {
			bad("ambulanceCertifications")
		}
		if !stopIsWhole(c.PickUp) && !stopIsWhole(l.PickUp) {
			bad("pickUp|.address")
		}
		if !stopIsWhole(c.DropOff) && !stopIsWhole(l.DropOff) {
			bad("dropOff|.address")
		}
		if transport && !fromTo(l.Procedure.Modifiers) {
			fail(r, in("lines", i, "procedure.modifiers"), "", "an ambulance transport has no modifier of origin and destination")
		}
		return // the rest is about the claim: once is enough
	}
}

func stopIsWhole(a *AmbulanceLocation) bool { return a != nil && hasAddress(&a.Address) }

// fromTo reports whether one of the modifiers names origin and destination.
func fromTo(modifiers []x12.Code) bool {
	for _, m := range modifiers {
		if len(m) == 2 && strings.IndexByte("DEGHIJNPRS", m[0]) >= 0 && strings.IndexByte("DEGHIJNPRSX", m[1]) >= 0 {
			return true
		}
	}
	return false
}

func lineNumbersAreUnique(c *Claim, r *report) {
	var before distinct.Set[string]
	for i := range c.Lines {
		n := c.Lines[i].ControlNumber
		at := func() string { return in("lines", i, "controlNumber") }
		if n == "" {
			if c.Kind == Professional {
				warn(r, at(), "", "a line has no control number, so that a payer may answer by its place only")
			}
			continue
		}
		if !before.Add(n) {
			find(r, at(), n)
		}
	}
}

func procedureListIsKnown(c *Claim, r *report) {
	for i := range c.Lines {
		p := &c.Lines[i].Procedure
		switch p.Qualifier {
		case ProcedureHCPCS, ProcedureJurisdiction, ProcedureHomeInfusion, ProcedureABC:
			if p.Code != "" {
				continue
			}
		}
		find(r, in("lines", i, "procedure.qualifier"), string(p.Qualifier))
	}
}
