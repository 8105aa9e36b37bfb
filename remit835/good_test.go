// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// remit is a remittance in memory.
type remit struct {
	*Remittance
	payments []*ClaimPayment
	summary  *Summary
	options  CheckerOptions
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func null(s string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(s)) }

func cas(group, reason, amount string) Adjustment {
	return Adjustment{Group: x12.Code(group), Reason: x12.Code(reason), Amount: dec(amount)}
}

func casUnits(group, reason, amount, units string) Adjustment {
	a := cas(group, reason, amount)
	a.Quantity = null(units)
	return a
}

// svc is a line with a date and the provider's number.
func svc(code, charge, paid, control string, adjustments ...Adjustment) ServicePayment {
	return ServicePayment{
		Procedure: Procedure{Qualifier: ProcedureHCPCS, Code: code}, Charge: dec(charge), Paid: dec(paid),
		Date: 20260105, ControlNumber: control, Adjustments: adjustments,
	}
}

// clp is a claim payment of a professional claim.
func clp(r *Remittance, h *HeaderNumber, id, status, charge, paid, owes string, lines ...ServicePayment) *ClaimPayment {
	p := &ClaimPayment{
		Remittance: r, Header: h, ID: id, Status: x12.Code(status), Charge: dec(charge), Paid: dec(paid),
		FilingIndicator: "12", PayerControlNumber: "ICN" + id, FacilityType: "11",
		Patient: x12.Name{EntityType: x12.Person, Last: "ROE", First: "ANN"}, Lines: lines,
	}
	if owes != "" {
		p.PatientResponsibility = null(owes)
	}
	return p
}

// goodRemittance breaks no rule: each special case stands in it once.
func goodRemittance() *remit {
	account := BankAccount{BankIDType: BankABA, BankID: "111000025", AccountType: AccountDemand, Account: "77"}
	r := &Remittance{
		At: At{Interchange: 1, Group: 1, Set: 1}, Handling: HandlingRemittance, Amount: dec("1083.92"), CreditDebit: Credit,
		Method: MethodACH, Format: FormatCCP, SenderAccount: account, ReceiverAccount: account, OriginatorID: "1123456789",
		EffectiveDate: 20260303, Trace: Trace{Number: "EFT77", PayerID: "1123456789"},
		Payer: Payer{
			Name: "ACME HEALTH", Address: x12.Address{Line1: "1 MAIN ST", City: "AUSTIN", State: "TX", Zip: "78701"},
			TechnicalContacts: []x12.Contact{{Name: "EDI DESK", Numbers: []x12.ContactNumber{{Type: "TE", Number: "5125550100"}}}},
		},
		Payee: Payee{
			Name: "CLINIC", IDType: PayeeNPI, ID: "1234567893",
			SecondaryIDs: []x12.Reference{{Qualifier: "TJ", ID: "987654321"}},
		},
	}
	h := &HeaderNumber{At: At{1, 1, 1, 1, 0}, Number: "1", Provider: &ProviderSummary{
		ProviderID: "1234567893", FacilityType: "11", FiscalPeriod: 20261231, Claims: dec("11"), Charge: dec("2170"),
	}}

	// Paid in part, with an allowed amount, units and interest: 200 - 63.42 - 35.38 = 101.20.
	plain := clp(r, h, "A1", "1", "200", "101.20", "35.38",
		svc("99213", "120", "61.5", "A1-1", cas("CO", "45", "43.12"), cas("PR", "2", "15.38")),
		svc("97110", "80", "39.70", "A1-2", casUnits("CO", "45", "20.33", "2"), cas("CO", "144", "-.03"), cas("PR", "1", "20")),
	)
	plain.Lines[0].Amounts = []Amount{{AmountAllowed, dec("76.88")}}
	plain.Lines[1].Units, plain.Lines[1].SubmittedUnits = null("2"), null("4")
	plain.Amounts = []Amount{{AmountInterest, dec("5")}, {AmountDiscount, dec("2")}}

	// Denied, and why only a remark says.
	denied := clp(r, h, "A2", "1", "90", "0", "", svc("99214", "90", "0", "A2-1", cas("CO", "16", "90")))
	denied.Lines[0].Remarks = []Remark{{RemarkHE, "M51"}}

	// A reversal and its correction: -120 and 150.
	reversal := clp(r, h, "A3", "22", "-200", "-120", "", svc("99215", "-200", "-120", "A3-1", cas("CO", "45", "-50"), cas("PR", "1", "-30")))
	correction := clp(r, h, "A3", "1", "200", "150", "", svc("99215", "200", "150", "A3-1", cas("CO", "45", "50")))

	// A later payer: 65 of what the first one left.
	secondary := clp(r, h, "A4", "2", "500", "65", "", svc("29881", "500", "65", "A4-1", cas("OA", "23", "425"), cas("CO", "45", "10")))

	// A split line, a bundled one and one that is raised for it: 60 + 0 + 55.
	split := clp(r, h, "A5", "1", "180", "115", "",
		svc("90834", "60", "40", "A5-1", cas("CO", "45", "20")),
		svc("90834", "30", "20", "A5-1", cas("CO", "45", "10")),
		svc("80053", "50", "0", "A5-2", cas("CO", "97", "50")),
		svc("80048", "40", "55", "A5-3", cas("OA", "94", "-15")),
	)
	for i := range 2 {
		split.Lines[i].Remarks = []Remark{{RemarkHE, splitRemark}}
	}
	split.Lines[0].Units, split.Lines[1].Units = null("3"), null("1")
	split.Lines[3].Submitted = &Procedure{Qualifier: ProcedureHCPCS, Code: "80047"}

	capitated := clp(r, h, "A6", "1", "75", "0", "", svc("99212", "75", "0", "A6-1", cas("CO", "24", "75")))
	estimate := clp(r, h, "A7", "25", "300", "0", "", svc("D2740", "300", "0", "A7-1", cas("OA", "101", "300")))

	crossover := clp(r, h, "A8", "19", "125", "80", "20", svc("99203", "125", "80", "A8-1", cas("CO", "45", "25"), cas("PR", "2", "20")))
	crossover.Crossover = &x12.Name{EntityType: x12.Organization, Last: "NEXT PAYER", IDType: "XV", ID: "P2"}

	// A stay without lines: two days are not covered.
	stay := clp(r, h, "A9", "1", "600", "200", "")
	stay.Adjustments = []Adjustment{casUnits("CO", "78", "400", "2")}
	stay.StatementFrom, stay.StatementTo, stay.FacilityType, stay.DRG = 20260101, 20260105, "11", "470"

	// Not this payer's patient, and another payer that comes first.
	stranger := clp(r, h, "A10", "4", "100", "0", "", svc("99213", "100", "0", "A10-1", cas("CO", "31", "60"), cas("OA", "22", "40")))
	stranger.CorrectedPayer = &x12.Name{EntityType: x12.Organization, Last: "FIRST PAYER", IDType: "PI", ID: "P1"}

	s := &Summary{Remittance: r, Adjustments: []ProviderAdjustment{
		plb("L6", "", "-5"), plb("90", "", "2"), plb("CT", "ROSTER7", "-900"),
		plb("WO", "ICN0", "400"), plb("72", "CHK9", "-20"), plb("CS", "REASON", "30.28"),
	}}
	payments := []*ClaimPayment{plain, denied, reversal, correction, secondary, split, capitated, estimate, crossover, stay, stranger}
	for i, p := range payments {
		p.At = At{1, 1, 1, 1, i + 1}
	}
	return &remit{Remittance: r, payments: payments, summary: s, options: CheckerOptions{
		Rules: NewRuleSet(), Earlier: earlierPayment, Submitted: submittedClaim,
	}}
}

// received are the options for a remittance that was received.
func received() *CheckerOptions { return &CheckerOptions{Rules: NewRuleSet().Received()} }

func plb(reason, reference, amount string) ProviderAdjustment {
	return ProviderAdjustment{
		ProviderID: "1234567893", FiscalPeriod: 20261231, Reason: x12.Code(reason), Reference: reference, Amount: dec(amount),
	}
}

// earlierPayment is a ledger that knows what A3 was paid before.
func earlierPayment(p *ClaimPayment) *ClaimPayment {
	if p.ID != "A3" {
		return nil
	}
	return &ClaimPayment{At: At{Set: 9, Payment: 9}, ID: "A3", Charge: dec("200"), Paid: dec("120")}
}

// submittedClaim knows two of the claims as they were sent.
func submittedClaim(id string) *SubmittedClaim {
	switch id {
	case "A1":
		return &SubmittedClaim{Charge: dec("200"), Lines: []SubmittedLine{{"A1-1", dec("120"), null("1")}, {"A1-2", dec("80"), null("4")}}}
	case "A5":
		return &SubmittedClaim{Charge: dec("180"), Lines: []SubmittedLine{
			{"A5-1", dec("90"), null("4")}, {"A5-2", dec("50"), null("1")}, {"A5-3", dec("40"), null("1")},
		}}
	}
	return nil
}

// check returns what is found in the remittance, and its proof.
func (r *remit) check() ([]x12.Issue, *Balance) {
	var found []x12.Issue
	b := r.Balance(r.payments, r.summary, &r.options, func(f x12.Issue) { found = append(found, f) })
	return found, b
}

func (r *remit) payment(id string) *ClaimPayment {
	for _, p := range r.payments {
		if p.ID == id {
			return p
		}
	}
	panic(id)
}
