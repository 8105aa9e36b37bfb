// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Note is something to look at.
type Note struct {
	Code  NoteCode
	Words string
	EB    int // 0 when it is not about one statement
}

// NoteCode says what a note is about.
type NoteCode string

// Notes.
const (
	NoteNotVerified     NoteCode = "not-verified"
	NoteOutsideDates    NoteCode = "outside-dates"
	NoteConflict        NoteCode = "conflict"
	NotePending         NoteCode = "pending"
	NoteMedicareSecond  NoteCode = "medicare-secondary"
	NoteReplaced        NoteCode = "replaced" // another payer stands in for the one that answers
	NoteOrderNotStated  NoteCode = "order-not-stated"
	NoteCardLost        NoteCode = "card-lost"
	NoteCannotProcess   NoteCode = "cannot-process"
	NoteAskElsewhere    NoteCode = "ask-elsewhere"
	NoteSpendDown       NoteCode = "spend-down"
	NoteIdentityChanged NoteCode = "identity-changed"
	NoteDeath           NoteCode = "death"
	NoteSecondOpinion   NoteCode = "second-opinion"
	NoteRestricted      NoteCode = "restricted"
	NotePercentAboveOne NoteCode = "percent-above-one"
	NoteFiguresDisagree NoteCode = "figures-disagree"
	NotePlanNotStated   NoteCode = "plan-not-stated"
	NoteOtherPayerFirst NoteCode = "other-payer-first"
	NoteQMB             NoteCode = "qmb"           // the patient must not be billed
	NoteQMBMentioned    NoteCode = "qmb-mentioned" // in words that prove nothing
	NoteGracePeriod     NoteCode = "grace-period"
	NoteFamilyMet       NoteCode = "family-met" // the family has paid what the patient need not
	NotePlanShare       NoteCode = "plan-share" // a share of the plan as a whole is taken for the service
	NoteOtherPart       NoteCode = "other-part" // of Medicare
	NoteEmergency       NoteCode = "emergency"
)

const conflictWords = "statements or their dates say both that there is coverage and that there is none"

// graceMentioned returns a statement of which the words speak of a grace period; 0
// for none.
func (r *Response) graceMentioned() int {
	for i := range r.Benefits {
		for _, m := range r.Benefits[i].Messages {
			if strings.Contains(folded(m), "GRACE PERIOD") {
				return i + 1
			}
		}
	}
	return 0
}

// note adds what else to look at.
func (r *Response) note(c *Coverage) {
	add := func(code NoteCode, eb int, words string) { c.Notes = append(c.Notes, Note{code, words, eb}) }
	if c.QMB != nil {
		add(NoteQMB, c.QMB.EB[0], c.QMB.Words)
	} else if eb := r.qmbMentioned(); eb > 0 {
		add(NoteQMBMentioned, eb, "the payer speaks of QMB: ask whether the patient is a qualified Medicare beneficiary, who must not be billed, before a bill is sent")
	}
	switch day := c.PremiumPaidTo; {
	case day == 0 || c.Status == StatusInactive:
	case c.Date > day:
		add(NoteGracePeriod, 0, "the premium is paid to "+day.String()+" only: the plan may be in its grace period, hold claims, and end back to that day; ask the payer before the service")
	}
	if eb := r.graceMentioned(); eb > 0 {
		add(NoteGracePeriod, eb, "the payer speaks of a grace period: claims may be held, and what was paid may be taken back when the premium is not paid")
	}
	if c.Status == StatusNotVerified {
		add(NoteNotVerified, 0, "the payer did not verify the patient, which does not mean that there is no coverage")
	}
	for i := range c.Plans {
		p := &c.Plans[i]
		eb := 0
		if len(p.EB) > 0 {
			eb = p.EB[0]
		}
		if p.program() {
			continue // what it says is in QMB
		}
		if p.OutsideDates {
			add(NoteOutsideDates, eb, "the dates of the plan do not include the day")
		}
		if p.Conflict {
			add(NoteConflict, eb, conflictWords)
		}
	}
	for i := range r.Benefits {
		switch b := &r.Benefits[i]; b.Kind {
		case BenefitActivePending, BenefitInactivePending, BenefitInactiveInvestigation:
			add(NotePending, i+1, Meaning(CodesBenefit, b.Kind))
		case BenefitCardLost:
			add(NoteCardLost, i+1, "the card was reported lost or stolen: check who presents it")
		case BenefitCannotProcess:
			add(NoteCannotProcess, i+1, "the payer cannot process the question")
		case BenefitContact, BenefitOtherSource:
			add(NoteAskElsewhere, i+1, "ask somebody else about "+serviceList(b.serviceTypes()))
		case BenefitSpendDown:
			add(NoteSpendDown, i+1, "the patient must spend an amount before coverage begins")
		case BenefitSecondOpinion:
			add(NoteSecondOpinion, i+1, "a second surgical opinion is needed")
		case BenefitRestricted:
			add(NoteRestricted, i+1, "the patient may go to the named provider only")
		}
	}
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m == nil || m != r.Patient() {
			continue
		}
		if m.Insured.Changed() {
			add(NoteIdentityChanged, 0, "the payer changed identifying data: use those of the reply")
		}
		for _, d := range m.Dates {
			if d.Qualifier == DateDeath {
				add(NoteDeath, 0, "the payer has a date of death")
			}
		}
	}
}

// serviceList names service types in words, the first few.
func serviceList(types []x12.Code) string {
	var words []string
	for i, t := range types {
		if i == 4 {
			words = append(words, strconv.Itoa(len(types)-i)+" more")
			break
		}
		words = append(words, orName(Meaning(CodesService, t), "service type "+string(t)))
	}
	return strings.Join(words, ", ")
}
