// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Each field of the fixtures is broken in several ways, one at a time: nothing
// panics, and what is found names that field, once.
func TestBreakEveryField(t *testing.T) {
	practice := readJSON(t, "../../testdata/practice.json", new(Practice))
	base := NewBuilder(fixturePractice(t), &BuilderOptions{Today: x12.DateOf(made)})
	tried, wrong := 0, 0
	for _, path := range fixtureFiles(t) {
		var whole, home any
		if err := json.Unmarshal(readJSON(t, path, new(Encounter)), &whole); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(practice, &home); err != nil {
			t.Fatal(err)
		}
		_, before := tryEncounter(t, base, whole)
		check := func(at, how string, b *Builder) {
			_, found := tryEncounter(t, b, whole)
			tried++
			n := 0
			for _, i := range found {
				if i.Severity != x12.Error || has(before, i) {
					continue
				}
				n++
				// A role of the encounter lacks the specialty, whoever gave it.
				role := strings.HasPrefix(at, "practice.providers.") && strings.HasPrefix(i.Path, "providers.") && strings.HasSuffix(at, ".taxonomy") && strings.HasSuffix(i.Path, ".taxonomy")
				if !role && !neighbors(at, i.Path) {
					wrong++
					t.Errorf("%s: %s %s: %s", filepath.Base(path), at, how, i)
				}
			}
			if n > 1 {
				wrong++
				t.Errorf("%s: %s %s: %d errors", filepath.Base(path), at, how, n)
				for _, i := range found {
					t.Log("   ", i)
				}
			}
			if n == 0 && !unsent(at) {
				wrong++
				t.Errorf("%s: %s %s: nothing is found", filepath.Base(path), at, how)
			}
		}
		breakTexts(whole, "", func(at, how string) { check(at, how, base) })
		if strings.HasSuffix(path, "01-subscriber.json") {
			breakTexts(home, "practice", func(at, how string) {
				var p Practice
				text, _ := json.Marshal(home)
				if json.Unmarshal(text, &p) != nil {
					return
				}
				if _, found := p.Envelope(made); strings.Contains(at, "interchange") {
					if len(found) != 1 || found[0].Path != at {
						t.Errorf("%s %s: %v", at, how, found)
					}
					return
				}
				check(at, how, NewBuilder(&p, &BuilderOptions{Today: x12.DateOf(made)}))
			})
		}
	}
	t.Logf("%d tried, %d wrong", tried, wrong)
	if tried < 2000 {
		t.Errorf("%d are few", tried)
	}
}

func has(list []x12.Issue, i x12.Issue) bool {
	for _, k := range list {
		if k.Code == i.Code && k.Path == i.Path {
			return true
		}
	}
	return false
}

func tryEncounter(t *testing.T, b *Builder, whole any) (*claim837.Claim, []x12.Issue) {
	t.Helper()
	text, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	var e Encounter
	if err := jsonx.Unmarshal(text, &e); err != nil {
		path := ""
		if bad := (*jsonx.Error)(nil); errors.As(err, &bad) {
			path = bad.Path
		}
		return nil, []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: path, Detail: err.Error()}}
	}
	return b.Claim(&e)
}

// unsent reports whether a field does not go to the payer of the fixture: the
// address of an insured who is not the patient, a provider that is not used.
func unsent(at string) bool {
	return strings.Contains(at, "insured.address") || strings.HasPrefix(at, "guarantor.address") || strings.HasPrefix(at, "practice.providers.") ||
		strings.Contains(at, "purchased.from.organization")
}

var plainEnd = regexp.MustCompile(`\.(code|number)$`)

// neighbors reports whether an issue at got is about the field at: the field, what
// it stands in when that is a list of plain values, or an equal one beside it.
func neighbors(at, got string) bool {
	if list, ok := strings.CutSuffix(at, "]"); ok && got == list[:strings.LastIndexByte(list, '[')] {
		return true // a rule is about the list
	}
	at, got = plainEnd.ReplaceAllString(at, ""), plainEnd.ReplaceAllString(got, "")
	return at == got
}

// breakTexts breaks each text below v: much too long, and with a character that no
// set has.
func breakTexts(v any, path string, try func(at, how string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, old := range v {
			at := strings.TrimPrefix(path+"."+key, ".")
			if text, ok := old.(string); ok {
				for how, bad := range map[string]string{"too long": strings.Repeat("A1", 600), "a foreign character": text + "Ж"} {
					v[key] = bad
					try(at, how)
				}
				v[key] = old
				continue
			}
			breakTexts(old, at, try)
		}
	case []any:
		for i, old := range v {
			at := fmt.Sprintf("%s[%d]", path, i)
			if text, ok := old.(string); ok {
				for how, bad := range map[string]string{"too long": strings.Repeat("A1", 600), "a foreign character": text + "Ж"} {
					v[i] = bad
					try(at, how)
				}
				v[i] = old
				continue
			}
			breakTexts(old, at, try)
		}
	}
}

// A number with too many digits is told once, at its field, and the sums that it
// goes into are not.
func TestBreakNumbers(t *testing.T) {
	for at, more := range map[string]string{
		"services[0].charge":                     `{"services": [{"code": "99213", "charge": "120.005", "diagnoses": ["I10"]}]}`,
		"services[0].units":                      `{"services": [{"code": "99213", "charge": 120, "units": "1.23456", "diagnoses": ["I10"]}]}`,
		"patientPaid":                            `{"patientPaid": "1.001"}`,
		"coverages[0].decision.patientLiability": `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 150, "patientLiability": "0.001"}}, {"payer": {"name": "G", "id": "G1"}, "plan": "ppo", "memberID": "W2"}]}`,
		"services[1].charge":                     `{"services": [{"code": "99213", "charge": 120, "diagnoses": ["I10"]}, {"code": "99214", "charge": "123456789012345678901", "diagnoses": ["I10"]}]}`,
	} {
		claim, found := testEncounter(t, more).Claim(testPractice(t))
		found = slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Severity != x12.Error })
		if claim != nil || len(found) != 1 || found[0].Path != at {
			t.Errorf("%s: %v", at, found)
		}
	}
}
