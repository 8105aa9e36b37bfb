// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// ClaimPayment is what a payer decided about one claim, loop 2100 with all below
// it, and pointers to what it stands in. Those are shared between payments:
// whoever changes one, changes it for all of them; Clone detaches. Amounts are
// dollars; of a reversal all are negated.
type ClaimPayment struct {
	At         At
	Remittance *Remittance
	Header     *HeaderNumber // nil when no LX stood before it

	ID                    string              // CLP01: patient control number, as the claim had it in CLM01
	Status                x12.Code            // CLP02: StatusPrimary … StatusReversal
	Charge                decimal.Decimal     // CLP03: what was charged
	Paid                  decimal.Decimal     // CLP04: what is paid for it
	PatientResponsibility decimal.NullDecimal // CLP05: what the patient owes, as the payer sees it
	FilingIndicator       x12.Code            // CLP06: kind of payer
	PayerControlNumber    string              // CLP07: the payer's number of the claim
	FacilityType          x12.Code            // CLP08: place of service, or first two characters of the type of bill
	Frequency             x12.Code            // CLP09: of the claim
	PatientStatus         x12.Code            // CLP10: not used by the guide, sent nevertheless
	DRG                   string              // CLP11: diagnosis related group
	DRGWeight             decimal.NullDecimal // CLP12
	DischargeFraction     decimal.NullDecimal // CLP13
	ConditionResponse     x12.Code            // CLP14: not used by the guide

	Adjustments     []Adjustment            // CAS: of the claim as a whole
	Patient         x12.Name                // NM1*QC
	Insured         *x12.Name               // NM1*IL: when not the patient
	Corrected       *x12.Name               // NM1*74: what name or number the payer has; the parts that differ
	Rendering       *x12.Name               // NM1*82
	Crossover       *x12.Name               // NM1*TT: to whom the payer sent the claim on
	CorrectedPayer  *x12.Name               // NM1*PR: who pays before this payer
	OtherSubscriber *x12.Name               // NM1*GB: of CorrectedPayer
	Inpatient       *InpatientAdjudication  // MIA
	Outpatient      *OutpatientAdjudication // MOA

	References      []x12.Reference // REF*1L group, F8 original claim, EA medical record …, up to five
	RenderingIDs    []x12.Reference // REF*0B, 1A, 1B, 1C, 1D, 1G, 1H, 1J, D3, G2 or LU, up to ten
	StatementFrom   x12.Date        // DTM*232
	StatementTo     x12.Date        // DTM*233
	CoverageExpired x12.Date        // DTM*036: when that is why it is denied
	Received        x12.Date        // DTM*050: by the payer
	Contacts        []x12.Contact   // PER*CX: whom to ask, up to two
	Amounts         []Amount        // AMT: AmountInterest …; in no balance
	Quantities      []Quantity      // QTY: QuantityCovered …

	Lines []ServicePayment // loop 2110, up to 999
	Rest  []x12.Raw
}

// Amount is an amount that says what it is, segment AMT.
type Amount struct {
	Qualifier x12.Code        // AMT01: AmountInterest …
	Amount    decimal.Decimal // AMT02, dollars
}

// Quantity is a number that says what it counts, segment QTY.
type Quantity struct {
	Qualifier x12.Code        // QTY01: QuantityCovered …
	Quantity  decimal.Decimal // QTY02
}

// Amount returns the first of the payment's amounts with the qualifier.
func (p *ClaimPayment) Amount(qualifier x12.Code) decimal.NullDecimal {
	return amountOf(p.Amounts, qualifier)
}

// Reference returns the first of References with the qualifier, and of
// RenderingIDs when there is none; empty when there is none at all.
func (p *ClaimPayment) Reference(qualifier x12.Code) string {
	for _, refs := range [...][]x12.Reference{p.References, p.RenderingIDs} {
		if id := referenceOf(refs, qualifier); id != "" {
			return id
		}
	}
	return ""
}

func amountOf(amounts []Amount, qualifier x12.Code) decimal.NullDecimal {
	for i := range amounts {
		if amounts[i].Qualifier == qualifier {
			return decimal.NewNullDecimal(amounts[i].Amount)
		}
	}
	return decimal.NullDecimal{}
}

func referenceOf(refs []x12.Reference, qualifier x12.Code) string {
	for i := range refs {
		if refs[i].Qualifier == qualifier {
			return refs[i].ID
		}
	}
	return ""
}

// InpatientAdjudication is what Medicare and others say of an inpatient claim,
// segment MIA. Amounts are dollars.
type InpatientAdjudication struct {
	CoveredDays            decimal.Decimal     // MIA01: or visits
	OperatingOutlier       decimal.NullDecimal // MIA02
	PsychiatricDays        decimal.NullDecimal // MIA03: of the lifetime reserve
	DRG                    decimal.NullDecimal // MIA04
	Remark                 x12.Code            // MIA05: remark code (RARC), the first
	DisproportionateShare  decimal.NullDecimal // MIA06
	MSPPassThrough         decimal.NullDecimal // MIA07
	Capital                decimal.NullDecimal // MIA08
	CapitalFederalDRG      decimal.NullDecimal // MIA09
	CapitalHospitalDRG     decimal.NullDecimal // MIA10
	CapitalShareDRG        decimal.NullDecimal // MIA11
	OldCapital             decimal.NullDecimal // MIA12
	CapitalEducation       decimal.NullDecimal // MIA13
	OperatingHospitalDRG   decimal.NullDecimal // MIA14
	CostReportDays         decimal.NullDecimal // MIA15
	OperatingFederalDRG    decimal.NullDecimal // MIA16
	CapitalOutlier         decimal.NullDecimal // MIA17
	IndirectTeaching       decimal.NullDecimal // MIA18
	NonpayableProfessional decimal.NullDecimal // MIA19
	MoreRemarks            []x12.Code          // MIA20 to MIA23: further remark codes; empty where one that follows is not
	CapitalException       decimal.NullDecimal // MIA24
}

// OutpatientAdjudication is what Medicare and others say of any other claim,
// segment MOA. Amounts are dollars.
type OutpatientAdjudication struct {
	ReimbursementRate      decimal.NullDecimal // MOA01: a fraction, 0.8
	HCPCSPayable           decimal.NullDecimal // MOA02
	Remarks                []x12.Code          // MOA03 to MOA07: remark codes (RARC); empty where one that follows is not
	ESRDPayment            decimal.NullDecimal // MOA08: end stage renal disease
	NonpayableProfessional decimal.NullDecimal // MOA09
}

// Remarks returns the remark codes of MIA or MOA, in order.
func (p *ClaimPayment) Remarks() []x12.Code {
	var out []x12.Code
	if m := p.Inpatient; m != nil {
		if m.Remark != "" {
			out = append(out, m.Remark)
		}
		out = append(out, m.MoreRemarks...)
	}
	if m := p.Outpatient; m != nil {
		out = append(out, m.Remarks...)
	}
	return slices.DeleteFunc(out, func(c x12.Code) bool { return c == "" })
}
