// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// ChangeField says what a payer changed.
type ChangeField string

// What may be changed.
const (
	ChangeMemberID     ChangeField = "member-id"
	ChangeLastName     ChangeField = "last-name"
	ChangeFirstName    ChangeField = "first-name"
	ChangeMiddleName   ChangeField = "middle-name"
	ChangeSuffix       ChangeField = "suffix"
	ChangeBirthDate    ChangeField = "birth-date"
	ChangeSex          ChangeField = "sex"
	ChangeAddress      ChangeField = "address"
	ChangeRole         ChangeField = "role"         // subscriber or dependent
	ChangeRelationship ChangeField = "relationship" // INS02
	ChangeUntold       ChangeField = "untold"       // the payer says that it changed something, and nothing differs
)

// Change is something that the payer knows differently than it was asked about,
// or that only the payer knows. Claims must say what the payer knows (271-16).
// Asked and Answered are health data.
type Change struct {
	Field    ChangeField
	Of       string // subscriber or dependent, as in the response
	Path     string // of the value in the JSON of the response: "subscriber.name.id"
	Asked    string // empty when it was not asked with
	Answered string
	Added    bool // it was not asked with: nothing is corrected, the payer adds it
	Stated   bool // the payer says that it changed identifying data: INS*…*001*25
}

// Changes compares a response with the inquiry that it answers. What the payer
// does not give back is no change. Of a role that changed, the persons are
// compared, not the roles: a dependent who is answered as a subscriber has a
// member id of their own, and is billed as a subscriber. Without an inquiry (nil)
// only what the payer says itself is known.
func (r *Response) Changes(q *Inquiry) []Change {
	var out []Change
	if q == nil {
		for _, m := range []*Member{r.Subscriber, r.Dependent} {
			if m != nil && m.Insured.Changed() {
				out = append(out, untold(m, r))
			}
		}
		return out
	}
	c := comparison{r: r}
	switch {
	case q.Subscriber == nil || r.Subscriber == nil:
	case q.Dependent != nil && r.Dependent == nil:
		c.role(r.Subscriber, "subscriber", "dependent", "subscriber")
		c.text(ChangeMemberID, "name.id", q.Subscriber.Name.ID, r.Subscriber.Name.ID)
		c.person(q.Dependent, r.Subscriber)
	case q.Dependent == nil && r.Dependent != nil:
		c.role(r.Dependent, "dependent", "subscriber", "dependent")
		c.at(r.Subscriber, "subscriber")
		c.text(ChangeMemberID, "name.id", q.Subscriber.Name.ID, r.Subscriber.Name.ID)
		c.at(r.Dependent, "dependent")
		c.person(q.Subscriber, r.Dependent)
	default:
		c.at(r.Subscriber, "subscriber")
		c.text(ChangeMemberID, "name.id", q.Subscriber.Name.ID, r.Subscriber.Name.ID)
		c.person(q.Subscriber, r.Subscriber)
		if r.Dependent != nil {
			c.untold()
			c.at(r.Dependent, "dependent")
			c.person(q.Dependent, r.Dependent)
		}
	}
	c.untold()
	return c.out
}

func untold(m *Member, r *Response) Change {
	of := "subscriber"
	if m == r.Dependent {
		of = "dependent"
	}
	return Change{Field: ChangeUntold, Of: of, Path: of + ".insured", Stated: true}
}

// comparison collects the changes of one member after the other.
type comparison struct {
	r    *Response
	m    *Member
	of   string
	seen int // changes before this member
	out  []Change
}

func (c *comparison) at(m *Member, of string) { c.m, c.of, c.seen = m, of, len(c.out) }

func (c *comparison) role(m *Member, of, asked, answered string) {
	c.at(m, of)
	c.add(ChangeRole, "", asked, answered)
}

// untold tells of a change that the payer states and that shows nowhere.
func (c *comparison) untold() {
	if c.m != nil && c.m.Insured.Changed() && !c.corrected() {
		c.out = append(c.out, untold(c.m, c.r))
	}
}

func (c *comparison) corrected() bool {
	for _, x := range c.out[c.seen:] {
		if !x.Added {
			return true
		}
	}
	return false
}

func (c *comparison) add(f ChangeField, path, asked, answered string) {
	full := c.of
	if path != "" {
		full += "." + path
	}
	c.out = append(c.out, Change{Field: f, Of: c.of, Path: full, Asked: asked, Answered: answered,
		Added: asked == "", Stated: c.m.Insured.Changed()})
}

func (c *comparison) text(f ChangeField, path, asked, answered string) {
	if answered != "" && folded(asked) != folded(answered) {
		c.add(f, path, asked, answered)
	}
}

// person compares what a person is known by.
func (c *comparison) person(asked, answered *Member) {
	a, b := &asked.Name, &answered.Name
	c.text(ChangeLastName, "name.last", a.Last, b.Last)
	c.text(ChangeFirstName, "name.first", a.First, b.First)
	if !initial(a.Middle, b.Middle) {
		c.text(ChangeMiddleName, "name.middle", a.Middle, b.Middle)
	}
	c.text(ChangeSuffix, "name.suffix", a.Suffix, b.Suffix)
	if answered.BirthDate != 0 {
		c.text(ChangeBirthDate, "birthDate", dateText(asked.BirthDate), dateText(answered.BirthDate))
	}
	if answered.Gender != "U" {
		c.text(ChangeSex, "gender", string(asked.Gender), string(answered.Gender))
	}
	c.text(ChangeAddress, "address", addressText(&asked.Address), addressText(&answered.Address))
	if answered.Insured != nil && asked.Insured != nil {
		c.text(ChangeRelationship, "insured.relationship", string(asked.Insured.Relationship), string(answered.Insured.Relationship))
	}
}

// initial reports whether one middle name is the initial of the other.
func initial(a, b string) bool {
	a, b = strings.TrimSuffix(folded(a), "."), strings.TrimSuffix(folded(b), ".")
	return a != "" && b != "" && (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

func dateText(d x12.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func addressText(a *x12.Address) string {
	var parts []string
	for _, s := range [...]string{a.Line1, a.Line2, a.City, a.State, a.Zip, a.Country, a.Subdivision} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}
