// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// QMB says that the patient is a qualified Medicare beneficiary: Medicaid pays what
// Medicare and Medicare Advantage plans leave, or nobody does. No provider may bill
// the patient for it, and the patient can't agree to be billed.
type QMB struct {
	Dates x12.DateRange // a zero end is open
	Words string        // what to do
	EB    []int
}

const qmbWords = "do not bill the patient: qualified Medicare beneficiary (QMB); Medicare's deductible, coinsurance and copay are billed to Medicaid or another payer, else written off, and what was collected is refunded"

// qmb finds whether the patient is a qualified Medicare beneficiary on a day.
func (r *Response) qmb(when validity) *QMB {
	on := when.on
	var q QMB
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if !b.qmb() {
			continue
		}
		own, dated := windowOf(b.Dates, on)
		var w x12.DateRange
		switch {
		case b.Kind == BenefitOtherPayer:
			w = payerDates(b, on)
		case isInactive(b.Kind):
			if dated && own.From != 0 && own.To != 0 && includes(own, on) {
				return nil // a gap in what is on before and after it
			}
			continue
		case b.Kind == BenefitNonCovered, b.Kind == BenefitExclusions, b.Kind == BenefitCannotProcess:
			continue
		default:
			w = when.window(b)
		}
		if includes(w, on) {
			if len(q.EB) == 0 {
				q.Dates = w
			}
			q.EB = append(q.EB, i+1)
		}
	}
	if len(q.EB) == 0 {
		return nil
	}
	q.Words = qmbWords
	return &q
}

// qmb reports whether a statement is about qualified Medicare beneficiaries: by its
// insurance type, or because its plan has that name. A name that lists several groups
// of people with Medicare and Medicaid says of none that the patient is in it.
func (b *Benefit) qmb() bool {
	if b.InsuranceType == InsuranceQMB {
		return true
	}
	return namesQMB(b.Plan) && (isActive(b.Kind) || isInactive(b.Kind) || b.Kind == BenefitOtherPayer)
}

// namesQMB reports whether a text says QMB and neither denies it nor names other groups.
func namesQMB(text string) bool {
	found := false
	for _, w := range qmbTokens(text) {
		switch w {
		case "QMB":
			found = true
		case "NOT", "NO", "NON", "SLMB", "QI", "QDWI", "FBDE", "OR", "ENDED", "TERMINATED", "INACTIVE":
			return false
		}
	}
	return found
}

// qmbTokens are the words of a text, with QMB for its long form.
func qmbTokens(text string) []string {
	text = strings.ReplaceAll(folded(text), "QUALIFIED MEDICARE BENEFICIARY", "QMB")
	return strings.FieldsFunc(text, func(c rune) bool { return (c < 'A' || c > 'Z') && (c < '0' || c > '9') })
}

// qmbMentioned returns a statement of which the words, or the name of its plan, speak
// of QMB, though that proves nothing; 0 for none.
func (r *Response) qmbMentioned() int {
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if b.qmb() {
			continue
		}
		for _, text := range append([]string{b.Plan}, b.Messages...) {
			if words := qmbTokens(text); slices.Contains(words, "QMB") && !slices.Contains(words, "NOT") && !slices.Contains(words, "NO") && !slices.Contains(words, "NON") {
				return i + 1
			}
		}
	}
	return 0
}

// medicareMayCover reports whether a service type can be one that Medicare covers, as
// QMB needs it to be: routine dental care and what pharmacies sell are not.
func medicareMayCover(t x12.Code) bool {
	for _, in := range withinService(t) {
		if in == ServiceDental || in == ServicePharmacy {
			return false
		}
	}
	return true
}

// premiumPaidTo is the last day up to which a premium is paid.
func (r *Response) premiumPaidTo() (day x12.Date) {
	for _, m := range [...]*Member{r.Subscriber, r.Dependent} {
		if m == nil {
			continue
		}
		for _, d := range m.Dates {
			if d.Qualifier == DatePremiumPaidEnd {
				day = max(day, d.From, d.To)
			}
		}
	}
	return day
}
