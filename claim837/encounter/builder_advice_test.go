// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// What the author of an encounter reads names the field and what to do, once.
func TestBuildAdvice(t *testing.T) {
	service := func(more string) string {
		return `{"services": [{"charge": 900, "diagnoses": ["I10"], ` + more + `}]}`
	}
	long := strings.Repeat("A", 80)
	for _, tt := range []struct {
		more string
		want []string // path: part of the text
	}{
		{service(`"code": "00840", "modifiers": ["AA"], "units": 5`), []string{"services[0].minutes: give the minutes"}},
		{service(`"code": "99213", "minutes": 30`), []string{"services[0].minutes: give units"}},
		{service(`"code": "00840", "modifiers": ["AA"], "minutes": 0.5`), []string{"services[0].minutes: not whole"}},
		{service(`"code": "00840", "modifiers": ["AA"], "minutes": 0`), []string{"services[0].minutes: zero or less"}},
		{service(`"code": "99213", "units": -1`), []string{"services[0].units: zero or less"}},
		{`{"services": [{"code": "99213", "charge": -5, "diagnoses": ["I10"]}]}`, []string{"services[0].charge: negative"}},
		{`{"patient": {"lastName": "` + long + `", "firstName": "Ж"}}`, []string{"patient.firstName: character set", "patient.lastName: at most 60"}},
		{`{"patient": {"lastName": "Doe ", "firstName": " "}, "diagnoses": ["E11.9 ", "I10"]}`,
			[]string{"patient.lastName: blanks", "patient.firstName: blanks", "diagnoses[0]: blanks", "patient.firstName: no first name"}},
		{`{"patient": {"lastName": " "}}`, []string{"patient.lastName: blanks", "patient.lastName: missing"}},
	} {
		_, found := testEncounter(t, tt.more).Claim(testPractice(t))
		if len(found) != len(tt.want) {
			t.Errorf("%s: %v", tt.more, found)
			continue
		}
		for k, w := range tt.want {
			path, text, _ := strings.Cut(w, ": ")
			if found[k].Path != path || !strings.Contains(found[k].Detail, text) {
				t.Errorf("%s: %s, want %s", tt.more, found[k], w)
			}
		}
	}
}

// A practice is trimmed, too, and what is missing in it is asked for by the name
// that most have.
func TestPracticeAdvice(t *testing.T) {
	p := testPractice(t)
	p.BillingProvider.TaxID, p.Interchange.SenderID = "", "OSB01 "
	c, found := testEncounter(t, "").Claim(p)
	if c != nil || len(found) != 2 || found[0].Code != CodeTrimmed || found[0].Path != "practice.interchange.senderID" ||
		found[1].Path != "practice.billingProvider.taxID" || !strings.Contains(found[1].Detail, "has no tax number") {
		t.Error(found)
	}
	env, found := p.Envelope(made)
	if len(found) != 0 || env.Group.Sender != "OSB01" {
		t.Errorf("%q %v", env.Group.Sender, found)
	}
	if p.Interchange.SenderID != "OSB01 " {
		t.Error("the caller's practice changed")
	}
	p = testPractice(t)
	p.Providers["lee"] = Party{LastName: "Lee ", FirstName: "Ann", NPI: "1999999984 ", Taxonomy: "207Q00000X"}
	c, found = testEncounter(t, "").Claim(p)
	if c == nil || c.Rendering == nil || c.Rendering.Name.Last != "Lee" || c.Rendering.Name.ID != "1999999984" ||
		slices.ContainsFunc(found, func(i x12.Issue) bool {
			return i.Code != CodeTrimmed || !strings.HasPrefix(i.Path, "practice.providers.lee.")
		}) {
		t.Error(found)
	}
}
