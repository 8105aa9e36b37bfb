// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// checked lists what the rules find as "id severity path".
func checked(q *Inquiry, rs *RuleSet) []string {
	var out []string
	for _, i := range Check(q, rs) {
		out = append(out, string(i.Code)+" "+i.Severity.String()+" "+i.Path)
	}
	return out
}

// Each rule is broken by an inquiry of its own, and by nothing else.
func TestEachRule(t *testing.T) {
	all := inquiriesOf(t, []byte(sample270), nil)
	self, child := all[0], all[1]
	child.Subscriber.Name.EntityType = x12.Person
	for _, q := range all {
		if found := checked(q, nil); len(found) > 0 {
			t.Fatalf("the sample breaks %v", found)
		}
	}
	amount := decimal.NewNullDecimal(decimal.New(1, 0))
	done := map[string]bool{"270-09": true} // of a whole set, see TestRulesOfTheSet
	for _, c := range []struct {
		base   *Inquiry
		change func(*Inquiry)
		want   []string
	}{
		{self, func(q *Inquiry) { q.Transaction.Purpose = "11" }, []string{"270-01 error transaction.purpose"}},
		{self, func(q *Inquiry) { q.Transaction.Purpose = PurposeCancellation }, nil},
		{self, func(q *Inquiry) { q.Transaction.Type = "XX" }, []string{"270-01 error transaction.type"}},
		{child, func(q *Inquiry) { q.Transaction.Type = TypeSpendDown }, []string{"270-01 error transaction.type"}},
		{self, func(q *Inquiry) { q.Transaction = nil }, nil},
		{self, func(q *Inquiry) { q.Source.Name.ID = "" }, []string{"270-02 error source.name.id"}},
		{self, func(q *Inquiry) { q.Receiver.Name.ID = "" }, []string{"270-02 error receiver.name.id"}},
		{self, func(q *Inquiry) { q.Receiver.Name.ID = "1234567890" }, []string{"270-02 error receiver.name.id"}},
		{self, func(q *Inquiry) { q.Receiver.Name.IDType, q.Receiver.Name.ID = "FI", "1" }, nil},
		{self, func(q *Inquiry) { q.Questions, q.Transaction = nil, nil }, []string{"270-03 error questions"}},
		{child, func(q *Inquiry) { q.Questions[0].Level = LevelFamily }, []string{"270-03 error questions[0].level"}},
		{child, func(q *Inquiry) { q.Questions[1].SpendDown = amount }, []string{"270-03 error questions[1].spendDown"}},
		{child, func(q *Inquiry) { q.Questions[1].SpendDownBilled = amount }, []string{"270-03 error questions[1].spendDownBilled"}},
		{self, func(q *Inquiry) { q.Subscriber.BirthDate = 0 }, []string{"270-04 warning subscriber.birthDate"}},
		{self, func(q *Inquiry) { q.Subscriber.Name.First, q.Subscriber.Name.ID = "", "" },
			[]string{"270-04 warning subscriber.name.id", "270-04 warning subscriber.name.first"}},
		{child, func(q *Inquiry) { q.Dependent.Name.Last, q.Dependent.Name.First, q.Dependent.BirthDate = "", "", 0 },
			[]string{"270-04 error dependent"}},
		{child, func(q *Inquiry) { q.Subscriber.Name.ID = "" }, []string{"270-04 warning subscriber.name.id"}},
		{child, func(q *Inquiry) { q.Subscriber.BirthDate, q.Subscriber.Name.First = 0, "" }, nil},
		{self, func(q *Inquiry) { q.Traces[1].OriginatorID = "BILLER" }, []string{"270-05 error traces[1].originatorID"}},
		{self, func(q *Inquiry) { q.Traces[1].OriginatorID = "2123456789" }, []string{"270-05 error traces[1].originatorID"}},
		{self, func(q *Inquiry) { q.Traces[0].Number = "" }, []string{"270-05 error traces[0].number"}},
		{self, func(q *Inquiry) { q.Traces[0].Type = TraceReferenced }, []string{"270-05 error traces[0].type"}},
		{self, func(q *Inquiry) { q.Traces = nil }, []string{"270-05 warning traces"}},
		{child, func(q *Inquiry) { q.Dependent.Dates, q.Questions[0].Date = nil, x12.DateRange{} }, []string{"270-06 info dependent.dates"}},
		{self, func(q *Inquiry) { q.Subscriber.Dates[1].To = 20260101 }, []string{"270-06 error subscriber.dates[1]"}},
		{self, func(q *Inquiry) { q.Questions[0].Date.To = 20260101 }, []string{"270-06 error questions[0].date"}},
		{self, func(q *Inquiry) { q.Questions[0].ServiceTypes = nil }, []string{"270-07 error questions[0].serviceTypes"}},
		{self, func(q *Inquiry) { q.Questions[1].Procedure.Code = "" }, []string{"270-07 error questions[1].procedure.code"}},
		{self, func(q *Inquiry) { q.Subscriber.Insured.Relationship = RelationshipSpouse }, []string{"270-08 error subscriber.insured.relationship"}},
		{self, func(q *Inquiry) { q.Subscriber.Insured.BirthOrder = 0 }, []string{"270-08 error subscriber.insured.birthOrder"}},
		{child, func(q *Inquiry) { q.Dependent.Insured.Relationship = RelationshipSelf }, []string{"270-08 error dependent.insured.relationship"}},
		{child, func(q *Inquiry) { q.Dependent.Insured.Subscriber = AnswerYes }, []string{"270-08 error dependent.insured.subscriber"}},
		{child, func(q *Inquiry) { q.Dependent.Insured = nil }, nil},
		{self, func(q *Inquiry) { *q = Inquiry{} }, []string{"270-03 error questions", "270-05 warning traces"}},
	} {
		q := c.base.Clone()
		c.change(q)
		if got := checked(q, nil); !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v", got, c.want)
		}
		for _, w := range c.want {
			done[w[:6]] = true
		}
	}
	for _, r := range NewRuleSet().Rules() {
		if !done[r.ID] {
			t.Errorf("%s is not tested", r.ID)
		}
		if r.Title == "" || r.Fix == "" || r.SNIP != 4 {
			t.Errorf("%s is not whole", r.ID)
		}
	}
}

func TestRuleSet(t *testing.T) {
	q := &Inquiry{Source: &Source{}}
	rs := NewRuleSet()
	if err := rs.Disable("270-03", "270-05"); err != nil {
		t.Fatal(err)
	}
	if err := rs.SetSeverity("270-02", x12.Warning); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(checked(q, rs), ", "); got != "270-02 warning source.name.id" {
		t.Error(got)
	}
	if err := rs.Enable("270-03"); err != nil {
		t.Fatal(err)
	}
	if got := len(checked(q, rs)); got != 2 {
		t.Errorf("%d findings", got)
	}
	if rs.Disable("270-99") == nil || rs.SetSeverity("x", x12.Info) == nil {
		t.Error("an unknown rule is no error")
	}
	rs.Limit(3)
	if got := checked(q, rs); len(got) > 0 {
		t.Errorf("beyond the limit: %v", got)
	}
}
