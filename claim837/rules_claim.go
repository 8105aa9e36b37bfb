// SPDX-License-Identifier: Apache-2.0

package claim837

import "strings"

// What is said of the claim as a whole.

func claimRules() []Rule {
	return []Rule{
		{ID: "837-CLM-01", SNIP: 4, Severity: isError, Sets: allKinds, Check: claimIDFits,
			Title: "the claim's number is missing, longer than 20 characters, or has blanks at its ends", Fix: "give 1 to 20 characters"},
		{ID: "837-CLM-02", SNIP: 4, Severity: isError, Sets: inPD, Check: placeHasTwoDigits,
			Title: "the place of service is not two characters of the CMS list", Fix: "give it, as in 11 for an office"},
		{ID: "837-CLM-03", SNIP: 4, Severity: isError, Sets: allKinds, Check: frequencyAndNumber,
			Title: "a replacement or void does not give the payer's number of the earlier claim, or a first claim gives one", Fix: "give that number with replacements (7) and voids (8), and only then"},
		{ID: "837-CLM-04", SNIP: 4, Severity: isError, Sets: allKinds, Check: consentsAreKnown,
			Title: "signature, assignment, benefits or release of information is missing or not in its list", Fix: "give Y or N; A, B or C; N, W or Y; I or Y"},
		{ID: "837P-CLM-05", SNIP: 4, Severity: isError, Sets: onlyP, Check: autoAccidentHasState,
			Title: "a car accident names neither state nor country, or a state is given without one", Fix: "give the state, or the country when abroad, of a car accident"},
		{ID: "837P-CLM-06", SNIP: 4, Severity: isError, Sets: onlyP, Check: accidentHasDate,
			Title: "an accident has no date, or one after the first service", Fix: "give the day of the accident"},
		{ID: "837-CLM-09", SNIP: 4, Severity: isError, Sets: allKinds, Check: attachmentsHaveNumber,
			Title: "an attachment that is sent has no control number, or one that waits for a request has one", Fix: "give the number that is written on a document that is sent, and only then"},
	}
}

func claimIDFits(c *Claim, r *report) {
	if len(c.ID) < 1 || len(c.ID) > 20 || c.ID[0] == ' ' || c.ID[len(c.ID)-1] == ' ' {
		find(r, "id", c.ID)
	}
}

func placeHasTwoDigits(c *Claim, r *report) {
	if !digits(string(c.PlaceOfService), 2) {
		find(r, "placeOfService", string(c.PlaceOfService))
	}
	for i := range c.Lines {
		if p := string(c.Lines[i].PlaceOfService); p != "" && !digits(p, 2) {
			find(r, in("lines", i, "placeOfService"), p)
		}
	}
}

func frequencyAndNumber(c *Claim, r *report) {
	number := "payerClaimControlNumber"
	switch c.Frequency {
	case FrequencyReplacement, FrequencyVoid:
		if c.PayerClaimControlNumber == "" {
			find(r, number, "")
		}
	case FrequencyOriginal:
		if c.PayerClaimControlNumber != "" {
			find(r, number, c.PayerClaimControlNumber)
		}
	case "":
		fail(r, "frequency", "", "the claim does not say whether it is a first claim, a replacement or a void")
	default:
		if c.Kind != Institutional {
			warn(r, "frequency", string(c.Frequency), "the claim is none of first claim, replacement and void; payers rarely accept others")
		}
	}
}

func consentsAreKnown(c *Claim, r *report) {
	if s := c.ProviderSignature; c.Kind != Institutional && s != Yes && s != No {
		find(r, "providerSignature", string(s))
	}
	switch c.Assignment {
	case AssignmentAccepted, AssignmentLabOnly, AssignmentNotAccepted:
	default:
		find(r, "assignment", string(c.Assignment))
	}
	switch c.BenefitsAssigned {
	case Yes, No, NotApplicable:
	default:
		find(r, "benefitsAssigned", string(c.BenefitsAssigned))
	}
	if s := c.ReleaseOfInformation; s != ReleaseSigned && s != ReleaseInformed {
		find(r, "releaseOfInformation", string(s))
	}
	if s := c.PatientSignatureSource; s != "" && s != SignatureByProvider {
		find(r, "patientSignatureSource", string(s))
	}
}

// cause reports whether the condition was caused by an auto accident or another
// accident.
func cause(c *Claim) (auto, other bool) {
	for _, k := range c.RelatedCauses {
		auto = auto || k == CauseAutoAccident
		other = other || k == CauseOtherAccident
	}
	return auto, other
}

func autoAccidentHasState(c *Claim, r *report) {
	auto, _ := cause(c)
	if auto && c.AccidentState == "" && c.AccidentCountry == "" || !auto && c.AccidentState != "" {
		find(r, "accidentState", c.AccidentState)
	}
}

func accidentHasDate(c *Claim, r *report) {
	auto, other := cause(c)
	at := "accident"
	switch {
	case (auto || other) && c.Accident == 0:
		find(r, at, "")
	case c.Accident == 0:
	case len(c.RelatedCauses) == 0:
		warn(r, at, "", "an accident has a date, and no cause is given")
	default:
		if first := firstService(c); first != 0 && c.Accident > first {
			find(r, at, c.Accident.String())
		}
	}
}

func attachmentsHaveNumber(c *Claim, r *report) {
	check := func(a *Attachment, k, line int) {
		sent := false
		switch a.Transmission {
		case "BM", "EL", "EM", "FT", "FX":
			sent = true
		case "AA":
		default:
			return
		}
		if sent == (strings.TrimSpace(a.ControlNumber) != "") {
			return
		}
		find(r, atLine(line, in("attachments", k, "controlNumber")), a.ControlNumber)
	}
	for k := range c.Attachments {
		check(&c.Attachments[k], k, -1)
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Attachments {
			check(&c.Lines[i].Attachments[k], k, i)
		}
	}
}
