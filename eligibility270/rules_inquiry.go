// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Who may be asked what, and how a patient is named so that the payer must find
// them.

func inquiryRules() []Rule {
	return []Rule{
		{ID: "270-01", SNIP: 4, Severity: x12.Error, Check: purposeIsKnown,
			Title: "the set is neither a request nor a cancellation", Fix: "give the purpose, and a number in real time; a set for spend down has its amounts at each patient"},
		{ID: "270-02", SNIP: 4, Severity: x12.Error, Check: partiesAreNamed,
			Title: "the number of the payer or of the provider is missing or wrong", Fix: "give the number by which the payer takes requests, and the provider's NPI"},
		{ID: "270-03", SNIP: 4, Severity: x12.Error, Check: patientIsAsked,
			Title: "nothing is asked about the patient, or something that is asked about subscribers only", Fix: "ask at the patient; family coverage and spend down stand at the subscriber"},
		{ID: "270-04", SNIP: 4, Severity: x12.Warning, Check: searchIsFull,
			Title: "the patient is named by less than every payer must be able to search by", Fix: "give member id, first name, last name and birth date; fewer work with some payers only"},
		{ID: "270-05", SNIP: 4, Severity: x12.Error, Check: traceIsWhole,
			Title: "the trace number, or who gave it, is missing or wrong", Fix: "give a number, and ten characters that begin with 1 (tax number), 3 (DUNS) or 9 (your own)"},
		{ID: "270-06", SNIP: 4, Severity: x12.Info, Check: dateIsAsked,
			Title: "no date is asked about, so the answer is about the day of the request", Fix: "give the date of the visit"},
		{ID: "270-07", SNIP: 4, Severity: x12.Error, Check: somethingIsAsked,
			Title: "a question names neither a service type nor a procedure", Fix: "ask for one of both; service type 30 asks about the plan"},
		{ID: "270-08", SNIP: 4, Severity: x12.Error, Check: relationIsRight,
			Title: "what the patient is to the subscriber is wrong", Fix: "of a dependent give spouse, child or other adult; of a subscriber only the order of a multiple birth"},
		{ID: "270-09", SNIP: 4, Severity: x12.Warning,
			Title: "a set has more patients than payers have to take", Fix: "ask about at most 99 in a set, and about one in real time"},
	}
}

// patient returns the path of who is asked about.
func (q *Inquiry) patient() string {
	if q.Dependent != nil {
		return "dependent"
	}
	return "subscriber"
}

func spendsDown(q *Inquiry) bool {
	for i := range q.Questions {
		if q.Questions[i].SpendDown.Valid || q.Questions[i].SpendDownBilled.Valid {
			return true
		}
	}
	return false
}

func purposeIsKnown(q *Inquiry, r *report) {
	t := q.Transaction
	if t == nil {
		return
	}
	if t.Purpose != PurposeRequest && t.Purpose != PurposeCancellation {
		find(r, "transaction.purpose", string(t.Purpose))
	}
	switch {
	case t.Type != "" && t.Type != TypeSpendDown:
		say(r, r.Severity(), "transaction.type", string(t.Type), "the type of the set is not that of spend down, the only one there is")
	case t.Type != "" && !spendsDown(q):
		say(r, r.Severity(), "transaction.type", string(t.Type), "the set is for spend down, and the patient has no amount")
	}
}

func partiesAreNamed(q *Inquiry, r *report) {
	if s := q.Source; s != nil && s.Name.ID == "" {
		find(r, "source.name.id", "")
	}
	if v := q.Receiver; v != nil && (v.Name.ID == "" || v.Name.IDType == "XX" && !plain.ValidNPI(v.Name.ID)) {
		find(r, "receiver.name.id", v.Name.ID)
	}
}

func patientIsAsked(q *Inquiry, r *report) {
	if len(q.Questions) == 0 {
		find(r, "questions", "")
	}
	if q.Dependent == nil {
		return
	}
	for i := range q.Questions {
		v := &q.Questions[i]
		path := index("questions", i)
		if v.Level != "" {
			find(r, path+".level", string(v.Level))
		}
		if v.SpendDown.Valid {
			find(r, path+".spendDown", "")
		}
		if v.SpendDownBilled.Valid {
			find(r, path+".spendDownBilled", "")
		}
	}
}

func searchIsFull(q *Inquiry, r *report) {
	sub, who := q.Subscriber, q.Patient()
	if sub == nil || who == nil {
		return
	}
	path := q.patient()
	var missing []string
	if sub.Name.ID == "" {
		missing = append(missing, "subscriber.name.id")
	}
	if who.Name.Last == "" {
		missing = append(missing, path+".name.last")
	}
	if who.Name.First == "" && who.Name.EntityType != x12.Organization {
		missing = append(missing, path+".name.first")
	}
	if who.BirthDate == 0 {
		missing = append(missing, path+".birthDate")
	}
	s := r.Severity()
	if len(missing) > 2 {
		s = x12.Error
	}
	if n := who.Name; n.Last == "" && n.First == "" && who.BirthDate == 0 && n.EntityType != x12.Organization { // one thing is missing, and not three
		say(r, s, path+"|.name.last", "", "the patient is not named")
		missing = missing[:len(missing)-3]
	}
	for _, p := range missing {
		say(r, s, p, "", r.Title())
	}
}

func traceIsWhole(q *Inquiry, r *report) {
	if len(q.Traces) == 0 {
		say(r, x12.Warning, "traces", "", "the patient has no trace number, so that an answer can be matched by name only")
	}
	for i := range q.Traces {
		t := &q.Traces[i]
		path := index("traces", i)
		if t.Type != TraceOwn {
			find(r, path+".type", string(t.Type))
		}
		if t.Number == "" {
			find(r, path+".number", "")
		}
		if id := t.OriginatorID; len(id) != 10 || id[0] != '1' && id[0] != '3' && id[0] != '9' {
			find(r, path+".originatorID", id)
		}
	}
}

func dateIsAsked(q *Inquiry, r *report) {
	who := q.Patient()
	if who == nil {
		return
	}
	patient := q.patient()
	asked := false
	check := func(path string, d x12.DateRange) {
		asked = true
		if d.To != 0 && d.To < d.From {
			say(r, x12.Error, path, d.From.String(), "the period that is asked about ends before it begins")
		}
	}
	for i := range who.Dates {
		if d := &who.Dates[i]; d.Qualifier == DatePlan {
			check(patient+"."+index("dates", i), d.Range())
		}
	}
	for i := range q.Questions {
		if d := q.Questions[i].Date; !d.IsZero() {
			check(index("questions", i)+".date", d)
		}
	}
	if !asked {
		find(r, patient+".dates|[0].qualifier", "")
	}
}

func somethingIsAsked(q *Inquiry, r *report) {
	for i := range q.Questions {
		v := &q.Questions[i]
		switch {
		case len(v.ServiceTypes) > 0 || v.Procedure != nil && v.Procedure.Code != "":
		case v.Procedure != nil:
			find(r, index("questions", i)+".procedure.code", "")
		default:
			find(r, index("questions", i)+".serviceTypes", "")
		}
	}
}

func relationIsRight(q *Inquiry, r *report) {
	if m := q.Subscriber; m != nil && m.Insured != nil {
		switch i := m.Insured; {
		case i.Subscriber != AnswerYes || i.Relationship != RelationshipSelf:
			find(r, "subscriber.insured.relationship", string(i.Relationship))
		case i.BirthOrder == 0:
			find(r, "subscriber.insured.birthOrder", "")
		}
	}
	if m := q.Dependent; m != nil && m.Insured != nil {
		switch i := m.Insured; {
		case i.Subscriber != AnswerNo:
			find(r, "dependent.insured.subscriber", string(i.Subscriber))
		case i.Relationship != RelationshipSpouse && i.Relationship != RelationshipChild && i.Relationship != RelationshipOtherAdult:
			find(r, "dependent.insured.relationship", string(i.Relationship))
		}
	}
}
