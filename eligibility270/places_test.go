// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// Values that no segment of an inquiry or a response would carry are named.
func TestMisplaced(t *testing.T) {
	long := &Procedure{Modifiers: []x12.Code{"A", "B", "C", "D", "E"}}
	numbers := []x12.Contact{{}, {Numbers: make([]x12.ContactNumber, 4)}}
	half := Member{Dates: []Period{{To: 20260131}}}
	for _, c := range []struct {
		name string
		v    Inquiry
		want []string
	}{
		{"nothing", Inquiry{Questions: []Question{{Procedure: &Procedure{Modifiers: long.Modifiers[:4]}, Diagnoses: []int{1, 2, 3, 4}}}}, nil},
		{"source", Inquiry{Source: &Source{Contacts: numbers}}, []string{"source.contacts[1].numbers[3]"}},
		{"last code", Inquiry{Questions: []Question{{}, {Procedure: &Procedure{LastCode: "9"}}}}, []string{"questions[1].procedure.lastCode"}},
		{"lists", Inquiry{Questions: []Question{{ServiceTypes: []x12.Code{"30", ""}, Procedure: long, Diagnoses: []int{1, 2, 3, 4, 5}}}},
			[]string{"questions[0].serviceTypes[1]", "questions[0].procedure.modifiers[4]", "questions[0].diagnoses[4]"}},
		{"end of a period", Inquiry{Subscriber: &half, Dependent: &half}, []string{"subscriber.dates[0].to", "dependent.dates[0].to"}},
	} {
		if got := c.v.places().Misplaced(&c.v); !slices.Equal(got, c.want) {
			t.Errorf("inquiry, %s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		name string
		v    Response
		want []string
	}{
		{"last code", Response{Benefits: []Benefit{{Procedure: &Procedure{LastCode: "9"}}}}, nil},
		{"lists", Response{Benefits: []Benefit{{}, {ServiceTypes: []x12.Code{""}, Procedure: long, Diagnoses: []int{1, 2, 3, 4, 5}, Entities: []RelatedEntity{{Contacts: numbers}}}}},
			[]string{"benefits[1].serviceTypes[0]", "benefits[1].procedure.modifiers[4]", "benefits[1].diagnoses[4]", "benefits[1].entities[0].contacts[1].numbers[3]"}},
		{"military service", Response{Dependent: &Member{Military: &MilitaryService{To: 20260131}}}, []string{"dependent.military.to"}},
	} {
		if got := c.v.places().Misplaced(&c.v); !slices.Equal(got, c.want) {
			t.Errorf("response, %s: %q, want %q", c.name, got, c.want)
		}
	}
}
