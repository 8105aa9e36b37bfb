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
)

// note adds what else to look at.
func (r *Response) note(c *Coverage) {
	add := func(code NoteCode, eb int, words string) { c.Notes = append(c.Notes, Note{code, words, eb}) }
	if c.Status == StatusNotVerified {
		add(NoteNotVerified, 0, "the payer did not verify the patient, which does not mean that there is no coverage")
	}
	for i := range c.Plans {
		p := &c.Plans[i]
		eb := 0
		if len(p.EB) > 0 {
			eb = p.EB[0]
		}
		if p.OutsideDates {
			add(NoteOutsideDates, eb, "the dates of the plan do not include the day")
		}
		if p.Conflict {
			add(NoteConflict, eb, "statements or their dates say both active and inactive")
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
