// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"os"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

func fields(list []Change) (out []ChangeField) {
	for _, c := range list {
		out = append(out, c.Field)
	}
	return out
}

// What the payer knows differently is told, and nothing else is.
func Test271_16(t *testing.T) {
	person := func() *Member {
		return &Member{Name: x12.Name{Last: "DOE", First: "ANN", ID: "M1"}, BirthDate: 19800101, Gender: "F",
			Address: x12.Address{Line1: "1 ELM ST", City: "GARY", State: "IN", Zip: "46402"}}
	}
	for name, x := range map[string]struct {
		change func(*Member)
		want   []ChangeField
		added  bool
	}{
		"nothing":            {func(*Member) {}, nil, false},
		"letters and spaces": {func(m *Member) { m.Name.Last, m.Name.First = "Doe", " ANN " }, nil, false},
		"not given back":     {func(m *Member) { *m = Member{} }, nil, false},
		"member id":          {func(m *Member) { m.Name.ID = "M2" }, []ChangeField{ChangeMemberID}, false},
		"names":              {func(m *Member) { m.Name.Last, m.Name.First = "ROE", "ANNE" }, []ChangeField{ChangeLastName, ChangeFirstName}, false},
		"birth date":         {func(m *Member) { m.BirthDate = 19800110 }, []ChangeField{ChangeBirthDate}, false},
		"sex":                {func(m *Member) { m.Gender = "M" }, []ChangeField{ChangeSex}, false},
		"sex not known":      {func(m *Member) { m.Gender = "U" }, nil, false},
		"address":            {func(m *Member) { m.Address.Line1 = "2 OAK ST" }, []ChangeField{ChangeAddress}, false},
		"middle name added":  {func(m *Member) { m.Name.Middle = "LEE" }, []ChangeField{ChangeMiddleName}, true},
		"suffix added":       {func(m *Member) { m.Name.Suffix = "JR" }, []ChangeField{ChangeSuffix}, true},
		"changed, not shown": {func(m *Member) { m.Insured = &Insured{Maintenance: "001", Reason: "25"} }, []ChangeField{ChangeUntold}, false},
	} {
		q, r := &Inquiry{Subscriber: person()}, &Response{Subscriber: person()}
		x.change(r.Subscriber)
		got := r.Changes(q)
		if !slices.Equal(fields(got), x.want) {
			t.Errorf("%s: %+v", name, got)
		}
		for _, c := range got {
			if c.Added != x.added || c.Of != "subscriber" || c.Path == "" || c.Stated != r.Subscriber.Insured.Changed() {
				t.Errorf("%s: %+v", name, c)
			}
		}
	}
	// An initial is the name that it stands for.
	q, r := &Inquiry{Subscriber: person()}, &Response{Subscriber: person()}
	q.Subscriber.Name.Middle, r.Subscriber.Name.Middle = "L", "LEE"
	if got := r.Changes(q); got != nil {
		t.Errorf("%+v", got)
	}
	// Asked as a dependent, answered as a subscriber: bill as a subscriber with the new id.
	child := &Member{Name: x12.Name{Last: "DOE", First: "TIM"}, BirthDate: 20150101}
	q = &Inquiry{Subscriber: person(), Dependent: child}
	r = &Response{Subscriber: &Member{Name: x12.Name{Last: "DOE", First: "TIM", ID: "M9"}, BirthDate: 20150101, Insured: &Insured{Maintenance: "001", Reason: "25"}}}
	got := r.Changes(q)
	if !slices.Equal(fields(got), []ChangeField{ChangeRole, ChangeMemberID}) || got[0].Asked != "dependent" || got[0].Answered != "subscriber" ||
		got[1].Answered != "M9" || !got[1].Stated {
		t.Errorf("%+v", got)
	}
	// And the reverse.
	q = &Inquiry{Subscriber: &Member{Name: x12.Name{Last: "DOE", First: "TIM", ID: "M1"}, BirthDate: 20150101}}
	r = &Response{Subscriber: person(), Dependent: child}
	if got = r.Changes(q); !slices.Equal(fields(got), []ChangeField{ChangeRole}) || got[0].Of != "dependent" {
		t.Errorf("%+v", got)
	}
	// A dependent's own changes.
	changed := *child
	changed.BirthDate = 20150111
	q, r = &Inquiry{Subscriber: person(), Dependent: child}, &Response{Subscriber: person(), Dependent: &changed}
	if got = r.Changes(q); !slices.Equal(fields(got), []ChangeField{ChangeBirthDate}) || got[0].Path != "dependent.birthDate" {
		t.Errorf("%+v", got)
	}
	// Without the inquiry, only what the payer says itself.
	r.Dependent.Insured = &Insured{Maintenance: "001", Reason: "25"}
	if got = r.Changes(nil); !slices.Equal(fields(got), []ChangeField{ChangeUntold}) || got[0].Of != "dependent" {
		t.Errorf("%+v", got)
	}
}

// The replies with changes, found by their inquiries.
func TestCorrectedReplies(t *testing.T) {
	data, err := os.ReadFile("testdata/replies/10-corrected.270.edi")
	if err != nil {
		t.Fatal(err)
	}
	m := NewMatcher[*Inquiry](0)
	for _, q := range inquiriesOf(t, data, nil) {
		m.Add(q, q.Clone())
	}
	var out []any
	for _, r := range slices.Backward(reply(t, "10-corrected")) {
		q, by := m.Match(r)
		if by != MatchedByTrace {
			t.Fatal(by)
		}
		out = append(out, r.Changes(q))
	}
	testkit.Golden(t, "testdata/replies/10-corrected.changes.json", indented(t, out))
}
