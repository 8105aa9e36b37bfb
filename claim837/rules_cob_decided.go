package claim837

import (
	"github.com/claimwire/claimwire/internal/money"
)

// decisions are what other payers decided about the lines of a claim. They are
// gathered once, since a claim can have as many payers as decisions.
type decisions struct {
	ids    numbering[string] // of the payers
	payers []payerDecisions
}

// payerDecisions is what the payer of an id decided about the lines.
type payerDecisions struct {
	lines          []lineDecision // in the order of the claim
	paid, adjusted money.Sum      // of all of them
	liability      bool           // one says what remains for the patient
	balanced       bool           // lineBalances has looked: several payers may have the id
}

// lineDecision is one adjudication: Lines[line].Adjudications[at].
type lineDecision struct{ line, at int }

// decisions returns what was decided about the lines of the claim at hand.
func (r *Report) decisions(c *Claim) *decisions {
	d := &r.decided
	if r.gathered {
		return d
	}
	r.gathered = true
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			a := &c.Lines[i].Adjudications[k]
			if d.ids.add(a.PayerID) {
				d.payers = append(d.payers, payerDecisions{})
			}
			p := d.of(a.PayerID)
			p.lines = append(p.lines, lineDecision{i, k})
			p.paid.Add(a.Paid)
			addAdjustments(&p.adjusted, a.Adjustments)
			p.liability = p.liability || a.PatientLiability.Valid
		}
	}
	return d
}

// of returns what a payer decided; nil for nothing.
func (d *decisions) of(id string) *payerDecisions {
	if i := d.ids.index(id); i >= 0 {
		return &d.payers[i]
	}
	return nil
}

// numbering is a set that numbers its values in the order in which they came: a few
// are looked through, of more there is a map.
type numbering[T comparable] struct {
	few  [8]T
	n    int
	more map[T]int
}

// add adds a value, and reports whether it is new.
func (f *numbering[T]) add(v T) bool {
	if f.index(v) >= 0 {
		return false
	}
	switch {
	case f.n < len(f.few):
		f.few[f.n] = v
	case f.more == nil:
		f.more = map[T]int{v: f.n}
	default:
		f.more[v] = f.n
	}
	f.n++
	return true
}

// index is the number of a value; -1 when it is not in the set.
func (f *numbering[T]) index(v T) int {
	for i := range min(f.n, len(f.few)) {
		if f.few[i] == v {
			return i
		}
	}
	if i, ok := f.more[v]; ok {
		return i
	}
	return -1
}

func (f *numbering[T]) has(v T) bool { return f.index(v) >= 0 }
