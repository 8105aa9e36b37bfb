// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func show(found []x12.Issue) string {
	var lines []string
	for _, f := range found {
		s := fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Path)
		if f.Figures != nil {
			s += fmt.Sprintf(" want %s got %s", f.Figures.Expected, f.Figures.Actual)
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func TestGoodRemittanceBreaksNoRule(t *testing.T) {
	r := goodRemittance()
	found, b := r.check()
	if len(found) > 0 || !b.Balanced() {
		t.Errorf("%s\n%+v", show(found), b)
	}
	if b.Claims != 11 || b.Lines != 14 || b.Reversals != 1 || b.Unlinked != 0 || b.Errors+b.Warnings != 0 {
		t.Errorf("%+v", b)
	}
}

// pay changes the payment and the adjustment CS so that both stay balanced.
func (r *remit) pay(amount string) {
	d := dec(amount)
	cs := &r.summary.Adjustments[5]
	cs.Amount = cs.Amount.Sub(d.Sub(r.Amount))
	r.Amount = d
}

// claimPays changes what a claim without other lines is paid, and the CS.
func (r *remit) claimPays(id, amount string) *ClaimPayment {
	p := r.payment(id)
	cs := &r.summary.Adjustments[5]
	cs.Amount = cs.Amount.Add(dec(amount).Sub(p.Paid))
	p.Paid = dec(amount)
	return p
}

// One thing is broken in a good remittance, and exactly that is found.
func TestEachRuleIsBroken(t *testing.T) {
	tests := []struct {
		name   string
		breaks func(*remit)
		want   string
	}{
		{"line paid", func(r *remit) { r.payment("A1").Lines[0].Paid = dec("61.4"); r.payment("A1").Lines[0].Amounts = nil },
			"835-BAL-01 error lines[0].paid want 61.5 got 61.4"},
		{"claim adjustment", func(r *remit) { r.payment("A9").Adjustments[0].Amount = dec("400.01") },
			"835-BAL-02 error paid want 199.99 got 200"},
		{"charge of a professional claim", func(r *remit) {
			p := r.payment("A8")
			p.Charge, p.Adjustments = dec("130"), []Adjustment{cas("CO", "45", "5")}
			r.payments[0].Header.Provider.Charge = dec("2175")
		}, "835-BAL-03 error charge want 125 got 130"},
		{"charge of another claim", func(r *remit) {
			p := r.payment("A8")
			p.Charge, p.Adjustments, p.DRG = dec("130"), []Adjustment{cas("CO", "45", "5")}, "470"
			r.payments[0].Header.Provider.Charge = dec("2175")
		}, "835-BAL-03 warning charge want 125 got 130"},
		{"payment", func(r *remit) { r.Amount = dec("1083.93") },
			"835-BAL-04 error remittance.amount want 1083.92 got 1083.93"},
		{"negative payment", func(r *remit) { r.pay("-40") }, "835-BAL-05 error remittance.amount"},
		{"patient responsibility", func(r *remit) { r.payment("A8").PatientResponsibility = null("35") },
			"835-BAL-06 error patientResponsibility want 20 got 35"},
		{"patient responsibility missing", func(r *remit) { r.payment("A8").PatientResponsibility.Valid = false },
			"835-BAL-06 error patientResponsibility want 20 got 0"},
		{"patient responsibility zero", func(r *remit) { r.payment("A2").PatientResponsibility = null("0") },
			"835-BAL-06 error patientResponsibility"},
		{"patient responsibility of a reversal", func(r *remit) { r.payment("A3").PatientResponsibility = null("-30") },
			"835-BAL-06 error patientResponsibility"},
		{"zero adjustment", func(r *remit) {
			l := &r.payment("A8").Lines[0]
			l.Adjustments = append(l.Adjustments, cas("CO", "59", "0.00"))
		}, "835-BAL-07 error lines[0].adjustments[2].amount"},
		{"zero provider adjustment", func(r *remit) { r.summary.Adjustments = append(r.summary.Adjustments, plb("CS", "X", "0")) },
			"835-BAL-07 error summary.adjustments[6].amount"},
		{"interest", func(r *remit) { r.payment("A1").Amounts[0].Amount = dec("4.5") },
			"835-BAL-08 error summary.adjustments[0].amount want -4.5 got -5"},
		{"discount", func(r *remit) { r.payment("A1").Amounts[1].Amount = dec("3") },
			"835-BAL-09 warning summary.adjustments[1].amount want 3 got 2"},
		{"claims counted", func(r *remit) { r.payments[0].Header.Provider.Claims = dec("10") },
			"835-BAL-10 warning header.provider.claims want 11 got 10"},
		{"charges counted", func(r *remit) { r.payments[0].Header.Provider.Charge = dec("2570") },
			"835-BAL-10 warning header.provider.charge want 2170 got 2570"},
		{"units", func(r *remit) { r.payment("A1").Lines[1].Adjustments[0].Quantity = null("1") },
			"835-BAL-11 warning lines[1].units want 3 got 2"},
		{"claim quantity", func(r *remit) { r.payment("A9").Adjustments[0].Reason = "50" },
			"835-BAL-12 warning adjustments[0].quantity"},
		{"part of a cent", func(r *remit) {
			l := &r.payment("A8").Lines[0]
			l.Adjustments[0].Amount = dec("24.995")
			l.Adjustments = append(l.Adjustments, cas("CO", "144", ".005"))
		}, "835-BAL-13 warning lines[0].adjustments[0].amount\n835-BAL-13 warning lines[0].adjustments[2].amount"},
		{"allowed", func(r *remit) { r.payment("A1").Lines[0].Amounts[0].Amount = dec("77") },
			"835-BAL-14 warning lines[0].amounts[0].amount want 76.88 got 77"},
		{"no payment, a check", func(r *remit) { r.pay("0"); r.Method, r.Handling = MethodWire, HandlingNotice },
			"835-BAL-15 error remittance.method"},
		{"no method, a payment", func(r *remit) {
			r.Method, r.Handling, r.Format = MethodNone, HandlingNotice, ""
			r.SenderAccount, r.ReceiverAccount = BankAccount{}, BankAccount{}
		}, "835-BAL-15 error remittance.method"},
		{"no notice", func(r *remit) {
			r.pay("0")
			r.Method, r.Format = MethodNone, ""
			r.SenderAccount, r.ReceiverAccount = BankAccount{}, BankAccount{}
		}, "835-BAL-15 warning remittance.handling"},
		{"group", func(r *remit) { r.payment("A8").Lines[0].Adjustments[0].Group = "CR" },
			"835-BAL-16 error lines[0].adjustments[0].group"},

		{"reversal not negated", func(r *remit) {
			p := r.claimPays("A3", "20")
			p.Lines[0].Paid, p.Lines[0].Adjustments[0].Amount = dec("20"), dec("-190")
			r.options.Earlier = func(*ClaimPayment) *ClaimPayment { return &ClaimPayment{Charge: dec("200"), Paid: dec("-20")} }
		}, "835-REV-01 error paid\n835-REV-01 error lines[0].paid"},
		{"reversal with adjustments not negated", func(r *remit) {
			p := r.claimPays("A3", "-280")
			p.Lines[0].Paid, p.Lines[0].Adjustments = dec("-280"), []Adjustment{cas("CO", "45", "80")}
			r.options.Earlier = func(*ClaimPayment) *ClaimPayment { return &ClaimPayment{Charge: dec("200"), Paid: dec("280")} }
		}, "835-REV-01 error lines[0].adjustments[0].amount"},
		{"reversal with coverage not negated", func(r *remit) { r.payment("A3").Amounts = []Amount{{AmountCoverage, dec("150")}} },
			"835-REV-01 warning amounts[0].amount"},
		{"correction first", func(r *remit) { r.payments[2], r.payments[3] = r.payments[3], r.payments[2] },
			"835-REV-02 warning status"},
		{"no correction", func(r *remit) { r.payments[3].ID = "A3X" }, "835-REV-02 info status"},
		{"unknown reversal", func(r *remit) { r.options.Earlier = func(*ClaimPayment) *ClaimPayment { return nil } },
			"835-REV-03 warning id"},
		{"reversal of another amount", func(r *remit) {
			r.options.Earlier = func(*ClaimPayment) *ClaimPayment { return &ClaimPayment{Charge: dec("200"), Paid: dec("119")} }
		}, "835-REV-03 warning paid"},
		{"no ledger", func(r *remit) { r.options.Earlier = nil }, "835-REV-03 info id"},
		{"recovery of a reversal", func(r *remit) {
			r.summary.Adjustments[3].Reference, r.summary.Adjustments[3].Amount = "A3 ICNA3", dec("120")
			r.summary.Adjustments[5].Amount = dec("310.28")
		}, "835-OVP-01 warning summary.adjustments[3].amount"},
		{"refund with the wrong sign", func(r *remit) {
			r.summary.Adjustments[4].Amount, r.summary.Adjustments[5].Amount = dec("20"), dec("-9.72")
		}, "835-OVP-01 warning summary.adjustments[4].amount"},
		{"balance moved out of a surplus", func(r *remit) {
			r.summary.Adjustments = append(r.summary.Adjustments, plb("FB", "EFT77", "-40"))
			r.Amount = dec("1123.92")
		}, "835-FB-01 error summary.adjustments[6].amount want 0 got -40"},
		{"capitation as a claim", func(r *remit) {
			p := r.claimPays("A9", "900")
			p.Charge, p.Adjustments = dec("0"), []Adjustment{cas("CO", "94", "-900")}
			r.payments[0].Header.Provider.Charge = dec("1570")
		}, "835-CAP-01 warning paid"},
		{"capitated and paid", func(r *remit) {
			p := r.claimPays("A6", "5")
			p.Lines[0].Paid, p.Lines[0].Adjustments[0].Amount = dec("5"), dec("70")
		}, "835-CAP-01 warning lines[0].adjustments[0].reason"},
		{"part of a claim", func(r *remit) {
			r.options.Submitted = func(id string) *SubmittedClaim {
				if id == "A8" {
					return &SubmittedClaim{Charge: dec("400")}
				}
				return nil
			}
		}, "835-SPL-01 warning charge want 400 got 125"},
		{"part of a line", func(r *remit) { r.payment("A5").Lines[1].Units = null("2") },
			"835-SPL-02 warning lines[0].submittedUnits want 4 got 5"},
		{"part of a line's charge", func(r *remit) {
			l := r.payment("A5").Lines
			l[1].Charge, l[1].Adjustments[0].Amount = dec("40"), dec("20")
			l[2].Charge, l[2].Adjustments[0].Amount = dec("40"), dec("40")
		}, "835-SPL-02 warning lines[0].charge want 90 got 100"},
		{"one part", func(r *remit) {
			r.options.Submitted = nil
			r.payment("A5").Lines[1].ControlNumber, r.payment("A5").Lines[1].Remarks = "A5-9", nil
		}, "835-SPL-02 warning lines[0].controlNumber"},
		{"raised in silence", func(r *remit) { r.payment("A5").Lines[3].Adjustments[0].Reason = "45" },
			"835-BND-01 warning lines[3].paid"},
		{"submitted as paid", func(r *remit) { r.payment("A5").Lines[3].Submitted.Code = "80048" },
			"835-BND-01 warning lines[3].submitted"},
		{"earlier payer as contractual", func(r *remit) {
			r.payment("A4").Lines[0].Adjustments = []Adjustment{cas("CO", "45", "435")}
		}, "835-SEC-01 warning status"},
		{"earlier payer in another group", func(r *remit) { r.payment("A4").Lines[0].Adjustments[0].Group = "CO" },
			"835-SEC-01 warning lines[0].adjustments[0].group"},
		{"paid estimate", func(r *remit) {
			p := r.claimPays("A7", "200")
			p.Lines[0].Paid, p.Lines[0].Adjustments[0].Amount = dec("200"), dec("100")
		}, "835-PRE-01 error paid"},
		{"estimate of nothing", func(r *remit) { r.payment("A7").Lines[0].Adjustments[0].Reason = "45" },
			"835-PRE-01 warning status"},
		{"denied by status", func(r *remit) { r.payment("A10").Lines[0].Adjustments[0].Reason = "50" },
			"835-STA-01 info status"},

		{"no provider", func(r *remit) { r.summary.Adjustments[5].ProviderID = "" },
			"835-PLB-01 error summary.adjustments[5].providerID"},
		{"no fiscal period", func(r *remit) { r.summary.Adjustments[5].FiscalPeriod = 0 },
			"835-PLB-01 error summary.adjustments[5].fiscalPeriod"},
		{"no reason", func(r *remit) { r.summary.Adjustments[5].Reason = "" },
			"835-PLB-01 error summary.adjustments[5].reason"},
		{"gap", func(r *remit) { r.summary.Adjustments[5].Place = 3 }, "835-PLB-01 error summary.adjustments[5]"},
		{"no reference", func(r *remit) { r.summary.Adjustments[3].Reference = "" },
			"835-PLB-02 warning summary.adjustments[3].reference"},
		{"unknown reason", func(r *remit) { r.summary.Adjustments[5].Reason = "ZZ" },
			"835-PLB-03 warning summary.adjustments[5].reason"},

		{"no format", func(r *remit) { r.Format = "" }, "835-SIT-01 error remittance.format"},
		{"no account", func(r *remit) { r.ReceiverAccount.Account = "" }, "835-SIT-01 error remittance.receiverAccount"},
		{"no originator", func(r *remit) { r.OriginatorID = "" }, "835-SIT-01 error remittance.originatorID"},
		{"claim twice", func(r *remit) {
			p := *r.payment("A6")
			r.payments = append(r.payments, &p)
			r.payments[0].Header.Provider = nil
		}, "835-DUP-02 error id"},
		{"other originator", func(r *remit) { r.OriginatorID = "1999999999" }, "835-SIT-01 error remittance.trace.payerID"},
		{"short originator", func(r *remit) { r.OriginatorID, r.Trace.PayerID = "123", "123" },
			"835-SIT-01 error remittance.trace.payerID"},
		{"banks of a check", func(r *remit) { r.Method = MethodCheck }, "835-SIT-01 warning remittance.senderAccount"},
		{"no payer", func(r *remit) { r.Payer.Name = "" }, "835-SIT-02 error remittance.payer.name"},
		{"no address", func(r *remit) { r.Payer.Address = x12.Address{} },
			"835-SIT-02 error remittance.payer.address\n835-SIT-02 error remittance.payer.address.city"},
		{"no contact", func(r *remit) { r.Payer.TechnicalContacts = nil }, "835-SIT-02 error remittance.payer.technicalContacts"},
		{"no payee", func(r *remit) { r.Payee.ID = "" }, "835-SIT-02 error remittance.payee.id"},
		{"payee of another kind", func(r *remit) { r.Payee.IDType = "PI" }, "835-SIT-02 error remittance.payee.idType"},
		{"no tax id", func(r *remit) { r.Payee.SecondaryIDs = nil }, "835-SIT-02 error remittance.payee.secondaryIDs"},
		{"no header number", func(r *remit) {
			r.payments[10].Header = nil
			r.payments[0].Header.Provider = nil
		}, "835-SIT-03 error "},
		{"no date", func(r *remit) { r.payment("A5").Lines[2].Date = 0 }, "835-SIT-04 error lines[2].date"},
		{"half a period", func(r *remit) { r.payment("A5").Lines[2].Date, r.payment("A5").Lines[2].From = 0, 20260105 },
			"835-SIT-04 error lines[2].date"},
		{"no claim date", func(r *remit) { r.payment("A9").StatementFrom = 0 }, "835-SIT-04 error statementFrom"},
		{"date outside", func(r *remit) {
			r.payment("A5").StatementFrom, r.payment("A5").StatementTo = 20260105, 20260106
			r.payment("A5").Lines[0].Date = 20260107
		},
			"835-SIT-04 error lines[0].date"},
		{"no claim number", func(r *remit) { r.payment("A6").ID = "" }, "835-SIT-05 error id"},
		{"no status", func(r *remit) { r.payment("A6").Status = "" }, "835-SIT-05 error status"},
		{"no kind of payer", func(r *remit) { r.payment("A6").FilingIndicator = "" }, "835-SIT-05 error filingIndicator"},
		{"no payer's number", func(r *remit) { r.payment("A6").PayerControlNumber = "" }, "835-SIT-05 error payerControlNumber"},
		{"no patient", func(r *remit) { r.payment("A6").Patient = x12.Name{} }, "835-SIT-05 error patient"},
		{"sent on to nobody", func(r *remit) { r.payment("A8").Crossover = nil }, "835-SIT-06 warning crossover"},
		{"reversal sent on", func(r *remit) { r.payment("A3").Crossover = &x12.Name{EntityType: "2", Last: "OTHER PLAN"} },
			"835-SIT-06 error crossover"},
		{"covered days in MIA01", func(r *remit) { r.payment("A9").Inpatient = &InpatientAdjudication{CoveredDays: dec("4")} },
			"835-SIT-10 warning inpatient.coveredDays"},
		{"corrected id", func(r *remit) { r.payment("A6").Corrected = &x12.Name{ID: "W999"} }, "835-SIT-06 warning corrected.id"},
		{"corrected name is the same", func(r *remit) { r.payment("A6").Corrected = &x12.Name{Last: "ROE", First: "ANN"} },
			"835-SIT-06 warning corrected"},
		{"first payer without reason", func(r *remit) { r.payment("A10").Lines[0].Adjustments[1].Reason = "109" },
			"835-SIT-06 warning correctedPayer"},
		{"no remark", func(r *remit) { r.payment("A2").Lines[0].Remarks = nil },
			"835-SIT-07 warning lines[0].adjustments[0].reason"},
		{"no control number", func(r *remit) { r.payment("A1").Lines[0].ControlNumber = "" },
			"835-SIT-08 error lines[0].controlNumber"},
		{"no control number, claim not known", func(r *remit) {
			r.options.Submitted = nil
			r.payment("A5").Lines[2].ControlNumber = ""
		}, "835-SIT-08 warning lines[2].controlNumber"},
	}
	broken := map[string]bool{}
	for _, test := range tests {
		r := goodRemittance()
		test.breaks(r)
		found, _ := r.check()
		if got := show(found); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
		for _, f := range found {
			broken[string(f.Code)] = true
			around := strings.HasPrefix(f.Path, "remittance.") || strings.HasPrefix(f.Path, "summary.") // which have no loop
			if f.Tag == "" || f.Loop == "" && !around || strings.Contains(f.Path, "|") {
				t.Errorf("%s: %s at %+v, path %q", test.name, f.Code, f.Position, f.Path)
			}
			if f.Severity == x12.Info && f.Code != "835-STA-01" {
				continue
			}
			// Off, it says nothing.
			off := goodRemittance()
			test.breaks(off)
			if err := off.options.Rules.Disable(string(f.Code)); err != nil {
				t.Fatal(err)
			}
			if left, _ := off.check(); len(left) > 0 {
				t.Errorf("%s: %s is off, and there is\n%s", test.name, f.Code, show(left))
			}
		}
	}
	for _, rule := range NewRuleSet().Rules() {
		if !broken[rule.ID] && rule.ID != "835-ADV-01" && rule.ID != "835-DUP-01" && rule.ID != "835-SIT-09" {
			t.Errorf("no test breaks %s", rule.ID)
		}
	}
}
