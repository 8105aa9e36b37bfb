// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// whole checks that what was paid and all parts are the charge, and that the
// patient's parts are those adjustments of group PR that are the patient's.
func whole(t *testing.T, p *ClaimPayment) *Outcome {
	t.Helper()
	o := p.Outcome(nil)
	if !o.Paid.Add(o.Sum()).Equal(p.Charge) {
		t.Fatalf("%s: paid %s and parts %s are not the charge %s", p.ID, o.Paid, o.Sum(), p.Charge)
	}
	b := p.Balance()
	patient, held := decimal.Decimal{}, decimal.Decimal{}
	for i := range o.Reasons {
		switch r := &o.Reasons[i]; {
		case r.Part.Patient() && r.Group != GroupPatient:
			t.Fatalf("%s: %s-%s is the patient's", p.ID, r.Group, r.Code)
		case r.Part.Patient():
			patient = patient.Add(r.Amount)
		case r.Group == GroupPatient:
			held = held.Add(r.Amount)
		}
	}
	if !o.Patient().Equal(patient) || !patient.Add(held).Equal(b.PatientResponsibility) {
		t.Fatalf("%s: patient %s and held %s, adjusted %s", p.ID, o.Patient(), held, b.PatientResponsibility)
	}
	if !o.Unexplained.Equal(b.Difference.Neg()) {
		t.Fatalf("%s: unexplained %s, out of balance by %s", p.ID, o.Unexplained, b.Difference)
	}
	if len(o.Lines) != len(p.Lines) {
		t.Fatalf("%s: %d lines", p.ID, len(o.Lines))
	}
	n := len(p.Adjustments)
	for i := range o.Lines {
		l := &o.Lines[i]
		if !l.Paid.Add(l.Sum()).Equal(p.Lines[i].Charge) || !l.Unexplained.Equal(b.Lines[i].Difference.Neg()) {
			t.Fatalf("%s line %d: paid %s and parts %s are not the charge %s", p.ID, i, l.Paid, l.Sum(), l.Charge)
		}
		n += len(p.Lines[i].Adjustments)
	}
	if n != len(o.Reasons) {
		t.Fatalf("%s: %d reasons of %d", p.ID, len(o.Reasons), n)
	}
	var total decimal.Decimal
	for part := range Part(parts) {
		total = total.Add(o.Of(part))
	}
	if !total.Equal(o.Sum()) {
		t.Errorf("%s: parts one by one are %s, their sum %s", p.ID, total, o.Sum())
	}
	return o
}

// randomPayment is any payment, most of them out of balance, with codes that the
// table has and some that it has not.
func randomPayment(r *rand.Rand) *ClaimPayment {
	amount := func() decimal.Decimal { return decimal.New(r.Int64N(200001)-50000, -int32(r.IntN(4))) }
	codes := []x12.Code{"", "ZZ9"}
	for key := range DefaultReasons().adjustments {
		codes = append(codes, key.code)
	}
	adjustments := func() (out []Adjustment) {
		for range r.IntN(5) {
			out = append(out, Adjustment{
				Group:  []x12.Code{"CO", "PR", "OA", "PI", "CR", ""}[r.IntN(6)],
				Reason: codes[r.IntN(len(codes))], Amount: amount(),
			})
		}
		return out
	}
	p := &ClaimPayment{
		ID: "R", Status: []x12.Code{"1", "2", "4", "19", "22", "23", "25"}[r.IntN(7)],
		Charge: amount(), Paid: amount(), Adjustments: adjustments(),
	}
	if r.IntN(3) == 0 {
		p.Outpatient = &OutpatientAdjudication{Remarks: []x12.Code{"MA130", "MA01", "N211"}[:r.IntN(4)]}
	}
	for range r.IntN(4) {
		l := ServicePayment{Charge: amount(), Paid: amount(), Adjustments: adjustments()}
		if r.IntN(2) == 0 {
			l.Amounts = []Amount{{AmountAllowed, amount()}}
			l.Remarks = []Remark{{RemarkHE, "M51"}, {RemarkRX, "N30"}}
		}
		p.Lines = append(p.Lines, l)
	}
	return p
}

func TestPartsAreTheCharge(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 835))
	for range 5000 {
		whole(t, randomPayment(r))
	}
	for _, p := range goodRemittance().payments {
		if o := whole(t, p); !o.Unexplained.IsZero() {
			t.Errorf("%s: %s is not explained", p.ID, o.Unexplained)
		}
	}
}

// A reversal is told as the negative of what it takes back.
func TestReversalsAreNegative(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 835))
	negate := func(as []Adjustment) (out []Adjustment) {
		for _, a := range as {
			a.Amount = a.Amount.Neg()
			out = append(out, a)
		}
		return out
	}
	for range 500 {
		p := randomPayment(r)
		p.Status = StatusPrimary
		back := *p
		back.Status, back.Charge, back.Paid, back.Adjustments = StatusReversal, p.Charge.Neg(), p.Paid.Neg(), negate(p.Adjustments)
		back.Lines = nil
		for _, l := range p.Lines {
			l.Charge, l.Paid, l.Adjustments = l.Charge.Neg(), l.Paid.Neg(), negate(l.Adjustments)
			if len(l.Amounts) > 0 {
				l.Amounts = []Amount{{AmountAllowed, l.Amounts[0].Amount.Neg()}}
			}
			back.Lines = append(back.Lines, l)
		}
		was, is := p.Outcome(nil), back.Outcome(nil)
		for part := range Part(parts) {
			if !was.Of(part).Neg().Equal(is.Of(part)) {
				t.Fatalf("%s was %s and is %s", part, was.Of(part), is.Of(part))
			}
		}
		if is.Result != ResultReversed || is.Next != NextUndoPosting || is.Step == "" || !is.AtStake.IsZero() {
			t.Fatalf("%s, next %s", is.Result, is.Next)
		}
	}
}

func TestOutcomes(t *testing.T) {
	none := map[Part]string{}
	tests := []struct {
		name    string
		payment *ClaimPayment
		result  Result
		allowed string
		next    Next
		parts   map[Part]string
	}{
		{"paid in part", goodRemittance().payment("A1"), ResultPaid, "136.58", NextBillNextPayer,
			map[Part]string{PartContractual: "63.42", PartCoinsurance: "15.38", PartDeductible: "20"}},
		{"denied by a remark", goodRemittance().payment("A2"), ResultDenied, "0", NextFixAndResend, map[Part]string{PartDenied: "90"}},
		{"reversed", goodRemittance().payments[2], ResultReversed, "-150", NextUndoPosting,
			map[Part]string{PartContractual: "-50", PartDeductible: "-30"}},
		{"corrected", goodRemittance().payments[3], ResultPaid, "150", NextNone, map[Part]string{PartContractual: "50"}},
		{"second payer", goodRemittance().payment("A4"), ResultPaid, "490", NextNone,
			map[Part]string{PartOtherPayer: "425", PartContractual: "10"}},
		{"bundled and raised", goodRemittance().payment("A5"), ResultPaid, "115", NextCheckCoding, map[Part]string{PartContractual: "65"}},
		{"capitated", goodRemittance().payment("A6"), ResultCapitated, "0", NextNone, map[Part]string{PartContractual: "75"}},
		{"estimate", goodRemittance().payment("A7"), ResultPredetermination, "0", NextNone, map[Part]string{PartOpen: "300"}},
		{"sent on", goodRemittance().payment("A8"), ResultPaid, "100", NextWait,
			map[Part]string{PartContractual: "25", PartNextPayer: "20"}},
		{"all of it sent on", sentOn(clp(nil, nil, "A8", "19", "100", "0", "60",
			svc("99213", "100", "0", "", cas("CO", "45", "40"), cas("PR", "1", "60")))),
			ResultForwarded, "60", NextWait, map[Part]string{PartContractual: "40", PartNextPayer: "60"}},
		{"not covered here, sent on", sentOn(clp(nil, nil, "A8", "19", "100", "0", "100", svc("99213", "100", "0", "", cas("PR", "204", "100")))),
			ResultForwarded, "0", NextWait, map[Part]string{PartOpen: "100"}},
		{"denied, sent on", sentOn(clp(nil, nil, "A8", "19", "100", "0", "20", svc("99213", "100", "0", "", cas("CO", "16", "80"), cas("PR", "1", "20")))),
			ResultPartlyDenied, "20", NextFixAndResend, map[Part]string{PartDenied: "80", PartNextPayer: "20"}},
		{"more is paid than charged, and written off", clp(nil, nil, "B14", "2", "100", "80", "",
			svc("99213", "100", "80", "", cas("OA", "23", "80"), cas("CO", "303", "20"))),
			ResultPaid, "160", NextReview, map[Part]string{PartContractual: "20", PartOtherPayer: "80", PartOpen: "-80"}},
		{"days not covered", goodRemittance().payment("A9"), ResultPartlyDenied, "200", NextWriteOff, map[Part]string{PartDenied: "400"}},
		{"not known", goodRemittance().payment("A10"), ResultDenied, "0", NextVerifyCoverage, map[Part]string{PartDenied: "100"}},
		{"sequestration", clp(nil, nil, "B1", "1", "200", "78.4", "20",
			svc("99213", "200", "78.4", "", cas("CO", "45", "100"), cas("PR", "2", "20"), cas("CO", "253", "1.6"))),
			ResultPaid, "100", NextBillNextPayer, map[Part]string{PartContractual: "100", PartCoinsurance: "20", PartSequestration: "1.6"}},
		{"withheld", clp(nil, nil, "B2", "1", "100", "90", "", svc("99213", "100", "90", "", cas("CO", "104", "10"))),
			ResultPaid, "90", NextNone, map[Part]string{PartReduction: "10"}},
		{"deductible only", clp(nil, nil, "B3", "1", "100", "0", "60",
			svc("99213", "100", "0", "", cas("CO", "45", "40"), cas("PR", "1", "60"))),
			ResultPatient, "60", NextBillNextPayer, map[Part]string{PartContractual: "40", PartDeductible: "60"}},
		{"not covered, patient pays", clp(nil, nil, "B4", "1", "100", "0", "100", svc("99213", "100", "0", "", cas("PR", "204", "100"))),
			ResultPatient, "0", NextBillPatient, map[Part]string{PartNonCovered: "100"}},
		{"partly denied", clp(nil, nil, "B5", "1", "100", "30", "",
			svc("99213", "50", "30", "", cas("CO", "45", "20")), svc("97110", "50", "0", "", cas("CO", "197", "50"))),
			ResultPartlyDenied, "30", NextAppeal, map[Part]string{PartContractual: "20", PartDenied: "50"}},
		{"bundled", clp(nil, nil, "B6", "1", "50", "0", "", svc("80053", "50", "0", "", cas("CO", "97", "50"))),
			ResultBundled, "0", NextCheckCoding, map[Part]string{PartContractual: "50"}},
		{"earlier payer paid all", clp(nil, nil, "B7", "2", "100", "0", "", svc("99213", "100", "0", "", cas("OA", "23", "100"))),
			ResultOtherPayer, "100", NextNone, map[Part]string{PartOtherPayer: "100"}},
		{"written off", clp(nil, nil, "B8", "1", "100", "0", "", svc("99213", "100", "0", "", cas("CO", "45", "100"))),
			ResultWrittenOff, "0", NextNone, map[Part]string{PartContractual: "100"}},
		{"pending", clp(nil, nil, "B9", "1", "100", "0", "", svc("99213", "100", "0", "", cas("OA", "133", "100"))),
			ResultOpen, "0", NextWait, map[Part]string{PartOpen: "100"}},
		{"not our claim", clp(nil, nil, "B10", "23", "100", "0", "", svc("99213", "100", "0", "", cas("OA", "B11", "100"))),
			ResultForwarded, "0", NextWait, map[Part]string{PartOpen: "100"}},
		{"no charge", clp(nil, nil, "B11", "1", "0", "0", ""), ResultNoCharge, "0", NextNone, none},
		{"not explained", clp(nil, nil, "B12", "1", "100", "80", ""), ResultPaid, "80", NextReview, map[Part]string{PartOpen: "20"}},
		{"unknown reason", clp(nil, nil, "B13", "1", "100", "0", "", svc("99213", "100", "0", "", cas("CO", "ZZ9", "100"))),
			ResultOpen, "0", NextReview, map[Part]string{PartOpen: "100"}},
	}
	for _, test := range tests {
		o := whole(t, test.payment)
		if o.Result != test.result || !o.Allowed.Equal(dec(test.allowed)) || o.Next != test.next {
			t.Errorf("%s: %s, allowed %s, next %s; want %s, %s, %s", test.name, o.Result, o.Allowed, o.Next, test.result, test.allowed, test.next)
		}
		for part := range Part(parts) {
			want := decimal.Decimal{}
			if s := test.parts[part]; s != "" {
				want = dec(s)
			}
			if !o.Of(part).Equal(want) {
				t.Errorf("%s: %s is %s, want %s", test.name, part, o.Of(part), want)
			}
		}
	}
}

// sentOn names another payer that the claim was sent on to.
func sentOn(p *ClaimPayment) *ClaimPayment {
	p.Crossover = &x12.Name{Last: "SECOND PLAN"}
	return p
}

// remarked gives the claim as a whole remarks.
func remarked(p *ClaimPayment, codes ...x12.Code) *ClaimPayment {
	p.Outpatient = &OutpatientAdjudication{Remarks: codes}
	return p
}

// What the rest of the claim says decides about an adjustment, too.
func TestOutcomesInTheirClaim(t *testing.T) {
	line := func(l ServicePayment, codes ...string) ServicePayment {
		for _, c := range codes {
			l.Remarks = append(l.Remarks, Remark{RemarkHE, c})
		}
		return l
	}
	filing := func(p *ClaimPayment, code x12.Code) *ClaimPayment {
		p.FilingIndicator = code
		return p
	}
	tests := []struct {
		name    string
		payment *ClaimPayment
		result  Result
		next    Next
		step    string
		patient string
		stake   string
		work    bool
	}{
		{"a line says protected, another has the coinsurance", clp(nil, nil, "C1", "1", "300", "160", "20",
			svc("99213", "150", "80", "", cas("CO", "45", "50"), cas("OA", "209", "20")),
			svc("99214", "150", "80", "", cas("CO", "45", "50"), cas("PR", "2", "20"))),
			ResultPaid, NextBillNextPayer, "Medicaid", "0", "40", true},
		{"protected by the claim's remark", remarked(clp(nil, nil, "C2", "1", "100", "0", "100",
			svc("99213", "100", "0", "", cas("PR", "1", "100"))), "MA01", "N781"),
			ResultNextPayer, NextBillNextPayer, "refund", "0", "100", true},
		{"protected by a line's remark", clp(nil, nil, "C3", "1", "100", "0", "100",
			line(svc("99213", "60", "0", "", cas("PR", "3", "60")), "N783"), svc("99214", "40", "0", "", cas("PR", "3", "40"))),
			ResultNextPayer, NextBillNextPayer, "refund", "0", "100", true},
		{"the later payer leaves nothing", clp(nil, nil, "C4", "2", "100", "80", "", svc("99213", "100", "80", "", cas("CO", "303", "20"))),
			ResultPaid, NextWriteOff, "refund", "0", "0", true},
		{"another payer first", clp(nil, nil, "C5", "1", "100", "0", "100", svc("99213", "100", "0", "", cas("PR", "22", "100"))),
			ResultDenied, NextBillOtherPayer, "first", "0", "100", true},
		{"the patient's, after the coverage is verified", clp(nil, nil, "C6", "1", "100", "0", "100", svc("99213", "100", "0", "", cas("PR", "27", "100"))),
			ResultPatient, NextVerifyCoverage, "verify", "100", "0", true},
		{"limit used up under contract", clp(nil, nil, "C7", "1", "150", "0", "", svc("97110", "150", "0", "", cas("CO", "119", "150"))),
			ResultDenied, NextWriteOff, "else write it off", "0", "150", true},
		{"an open amount beside a payment", clp(nil, nil, "C8", "1", "100", "60", "", svc("99213", "100", "60", "", cas("OA", "133", "40"))),
			ResultPaid, NextWait, "wait", "0", "40", true},
		{"bundled", clp(nil, nil, "C9", "1", "50", "0", "", svc("29877", "50", "0", "", cas("CO", "97", "50"))),
			ResultBundled, NextCheckCoding, "NCCI", "0", "50", true},
		{"reporting only", clp(nil, nil, "C10", "1", "50", "0", "", svc("0001F", "50", "0", "", cas("CO", "246", "50"))),
			ResultBundled, NextNone, "", "0", "0", false},
		{"Medicare's capitation", filing(clp(nil, nil, "C11", "1", "50", "0", "", svc("99213", "50", "0", "", cas("CO", "24", "50"))), "MB"),
			ResultDenied, NextBillOtherPayer, "bill that plan", "0", "50", true},
		{"an HMO's capitation", filing(clp(nil, nil, "C12", "1", "50", "0", "", svc("99213", "50", "0", "", cas("CO", "24", "50"))), "HM"),
			ResultCapitated, NextNone, "", "0", "0", false},
		{"processed and sent on", sentOn(clp(nil, nil, "C13", "19", "50", "0", "", svc("99213", "50", "0", "", cas("OA", "22", "50")))),
			ResultForwarded, NextWait, "sent on", "0", "50", true},
		{"not ours and sent on", sentOn(clp(nil, nil, "C14", "23", "50", "0", "", svc("99213", "50", "0", "", cas("CO", "109", "50")))),
			ResultForwarded, NextWait, "sent on", "0", "50", true},
		{"sent on by the name alone", sentOn(clp(nil, nil, "C15", "1", "50", "30", "20", svc("99213", "50", "30", "", cas("PR", "2", "20")))),
			ResultPaid, NextWait, "sent on", "0", "0", false},
		{"a reversal goes nowhere", sentOn(clp(nil, nil, "C16", "22", "-50", "-30", "", svc("99213", "-50", "-30", "", cas("PR", "2", "-20")))),
			ResultReversed, NextUndoPosting, "refund", "-20", "0", false},
	}
	for _, test := range tests {
		o := whole(t, test.payment)
		if o.Result != test.result || o.Next != test.next || !strings.Contains(o.Step, test.step) || (o.Step == "") != (o.Next == NextNone) ||
			!o.Patient().Equal(dec(test.patient)) || !o.AtStake.Equal(dec(test.stake)) || o.Work != test.work {
			t.Errorf("%s: %s, %s %q, patient %s, at stake %s, work %v", test.name, o.Result, o.Next, o.Step, o.Patient(), o.AtStake, o.Work)
		}
	}
	if o := tests[15].payment.Outcome(nil); o.Crossover || o.Reasons[0].Step != "" {
		t.Errorf("a reversal: %+v", o)
	}
	if o := tests[0].payment.Outcome(nil); !o.QMB || !o.Allowed.Equal(dec("200")) || !o.Protected.Equal(dec("40")) {
		t.Errorf("protected: %+v", o)
	}
}

func TestOutcomeOfLines(t *testing.T) {
	o := goodRemittance().payment("A1").Outcome(nil)
	if l := o.Lines[0]; l.Result != ResultPaid || !l.Allowed.Equal(dec("76.88")) || !l.Coinsurance.Equal(dec("15.38")) {
		t.Errorf("%+v", l)
	}
	if r := o.Reasons[3]; r.Line != 2 || r.Code != "144" || !r.Amount.Equal(dec("-.03")) || r.Part != PartContractual || r.Words == "" {
		t.Errorf("%+v", r)
	}
	if o := goodRemittance().payment("A8").Outcome(nil); !o.Crossover {
		t.Error("it was sent on")
	}
	p := goodRemittance().payment("A9")
	p.Outpatient = &OutpatientAdjudication{Remarks: []x12.Code{"MA15", "MA18"}}
	if o := p.Outcome(nil); !o.Split || !o.Crossover {
		t.Errorf("%+v", o)
	}
	// An allowed amount of a reversal that was not negated is taken as if it were.
	p = goodRemittance().payments[2]
	p.Lines[0].Amounts = []Amount{{AmountAllowed, dec("150")}}
	if o := p.Outcome(nil); !o.Allowed.Equal(dec("-150")) {
		t.Errorf("allowed %s", o.Allowed)
	}
}
