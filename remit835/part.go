// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"fmt"

	"github.com/claimwire/claimwire/x12"
)

// Part is a part of a charge: where its dollars went. What was paid and all
// parts add up to the charge.
type Part uint8

// Parts of a charge besides what was paid.
const (
	_                 Part = iota // so that every part is told in the JSON
	PartOpen                      // nobody has settled it
	PartContractual               // the provider writes it off, by contract or because it is paid with something else
	PartDeductible                // patient
	PartCoinsurance               // patient
	PartCopay                     // patient
	PartNonCovered                // patient: denied, and the payer says that the patient bears it
	PartPatientOther              // patient: everything else
	PartProtected                 // cost share of a patient who may not be charged: Medicaid or another payer bears it, or nobody
	PartNextPayer                 // the patient's, and not yet to be billed: the claim was sent on, and the next payer answers first
	PartOtherPayer                // earlier payers have paid or adjusted it
	PartSequestration             // the federal cut of Medicare payments
	PartReduction                 // other cuts by the payer
	PartDenied                    // not paid, and not the patient's
	parts             = iota
)

var partNames = [parts]string{
	"", "open", "contractual", "deductible", "coinsurance", "copay", "non-covered", "patient-other",
	"protected", "next-payer", "other-payer", "sequestration", "reduction", "denied",
}

// String returns "contractual", "non-covered" and so on.
func (p Part) String() string {
	if p > 0 && int(p) < len(partNames) {
		return partNames[p]
	}
	return "part?"
}

// Bearer returns who bears this part.
func (p Part) Bearer() Bearer {
	switch p {
	case PartContractual, PartSequestration, PartReduction:
		return BearerProvider
	case PartOtherPayer, PartProtected, PartNextPayer:
		return BearerOtherPayer
	}
	if p.Patient() {
		return BearerPatient
	}
	return BearerOpen
}

// Patient reports whether the patient bears this part.
func (p Part) Patient() bool { return p >= PartDeductible && p <= PartPatientOther }

// MarshalText writes it as String.
func (p Part) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Part) UnmarshalText(text []byte) error {
	for i, name := range partNames {
		if name == string(text) && i > 0 {
			*p = Part(i)
			return nil
		}
	}
	return fmt.Errorf("remit835: there is no part of a charge by that name")
}

// partOf returns the part that an adjustment of a class moves.
func partOf(group x12.Code, class Class) Part {
	if group == GroupPatient {
		return patientPart(class)
	}
	switch class {
	case ClassDeductible, ClassCoinsurance, ClassCopay, ClassPatientShare:
		// What is the patient's by its nature, and may not be billed to him.
		if group == GroupContractual {
			return PartContractual
		}
		if group == GroupPayer {
			return PartReduction
		}
		return PartOpen
	case ClassContractual, ClassBundled:
		if group == GroupPayer {
			return PartReduction
		}
		return PartContractual
	case ClassSequestration:
		return PartSequestration
	case ClassReduction:
		return PartReduction
	case ClassOtherPayer:
		return PartOtherPayer
	case ClassProtected:
		return PartProtected
	case ClassPending, ClassEstimate, ClassForwarded, ClassOther:
		return PartOpen
	}
	return PartDenied
}

func patientPart(class Class) Part {
	switch class {
	case ClassDeductible:
		return PartDeductible
	case ClassCoinsurance:
		return PartCoinsurance
	case ClassCopay:
		return PartCopay
	case ClassPatientShare, ClassContractual, ClassSequestration, ClassReduction, ClassOtherPayer,
		ClassPending, ClassEstimate, ClassForwarded, ClassOther:
		return PartPatientOther
	}
	return PartNonCovered
}
