// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

const practiceJSON = `{
  "submitter": {"name": "Oak Street Billing", "id": "OSB01", "contactName": "Billing Desk", "phone": "512-555-0100"},
  "receiver": {"name": "Clearing House One", "id": "CH1"},
  "interchange": {"senderID": "OSB01", "receiverID": "CH1"},
  "billingProvider": {"organization": "Oak Street Clinic", "npi": "1234567893", "taxID": "12-3456789", "taxonomy": "207Q00000X",
    "address": {"line1": "12 Boxwood Ln", "city": "Austin", "state": "TX", "zip": "78701-1234"}},
  "payTo": {"line1": "PO Box 9", "city": "Austin", "state": "TX", "zip": "78701"},
  "providers": {
    "lee": {"lastName": "Lee", "firstName": "Ann", "npi": "1999999984", "taxonomy": "207Q00000X"},
    "roe": {"lastName": "Roe", "firstName": "Max", "npi": "1888888884"},
    "north-surgeon": {"lastName": "Knife", "firstName": "Al", "npi": "1234567893"},
    "north": {"organization": "North Hospital", "npi": "1777777776", "address": {"line1": "1 North Rd", "city": "Austin", "state": "TX", "zip": "787020001"}}
  }
}`

const encounterJSON = `{
  "id": "ACCT-1",
  "patient": {"lastName": "Doe", "firstName": "Jane", "birthDate": "1970-01-01", "sex": "female",
    "address": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"}},
  "coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "groupNumber": "G1"}],
  "providers": {"rendering": "lee"},
  "placeOfService": "11",
  "date": "2026-01-05",
  "diagnoses": ["E11.9", "I10"],
  "services": [
    {"code": "99213", "charge": "100.00", "diagnoses": ["E11.9", "I10"]},
    {"code": "85025", "charge": 50, "units": 2, "diagnoses": ["i10"]}
  ]
}`

func decodeStrict(t *testing.T, text string, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

func testPractice(t *testing.T) *Practice {
	t.Helper()
	p := new(Practice)
	decodeStrict(t, practiceJSON, p)
	return p
}

// testEncounter is the encounter with the keys of more laid over it.
func testEncounter(t *testing.T, more string) *Encounter { return laidOver(t, encounterJSON, more) }

// laidOver is an encounter with the keys of more laid over it.
func laidOver(t *testing.T, base, more string) *Encounter {
	t.Helper()
	e := new(Encounter)
	decodeStrict(t, base, e)
	if more != "" {
		var keys map[string]json.RawMessage
		decodeStrict(t, more, &keys)
		for k := range keys { // a list replaces the list
			switch k {
			case "coverages":
				e.Coverages = nil
			case "services":
				e.Services = nil
			case "diagnoses":
				e.Diagnoses = nil
			}
		}
		decodeStrict(t, more, e)
	}
	return e
}

// built builds what must become a claim without any finding.
func built(t *testing.T, more string) *claim837.Claim {
	t.Helper()
	return builtOn(t, encounterJSON, more)
}

// builtOn is built for an encounter of another kind, stayJSON or dentalJSON.
func builtOn(t *testing.T, base, more string) *claim837.Claim {
	t.Helper()
	c, found := laidOver(t, base, more).Claim(testPractice(t))
	for _, i := range found {
		t.Errorf("finding: %s", i)
	}
	if c == nil {
		t.Fatal("no claim")
	}
	return c
}

// segments writes the claim with its rules and its guide checked, and returns the
// file in segments.
func segments(t *testing.T, c *claim837.Claim) []string {
	t.Helper()
	env, found := testPractice(t).Envelope(time.Date(2026, 2, 1, 9, 30, 0, 0, time.UTC))
	for _, i := range found {
		t.Fatal(i)
	}
	var out bytes.Buffer
	w := claim837.NewWriter(&out, &env, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}})
	if err := w.Write(c); err != nil {
		if r, ok := err.(*claim837.RefusedError); ok {
			for _, i := range r.Issues {
				t.Errorf("refused: %s %q", i, i.Value)
			}
		}
		t.Fatal(err)
	}
	if err := w.Close(); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(out.String(), "~"), "~")
}

// envelope is one for files that tests write.
func envelope() *claim837.Envelope {
	return &claim837.Envelope{
		Interchange: x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "SENDER",
			ReceiverQualifier: "ZZ", ReceiverID: "RECEIVER", Date: "260131", Time: "0915", Version: "00501", Control: "1", AckRequested: "0",
			Usage: "T", RepetitionSeparator: "^"},
		Group: x12.Group{FunctionalID: "HC", Sender: "SENDER", Receiver: "RECEIVER", Date: "20260131", Time: "0915", Control: "1",
			Agency: "X", Version: claim837.GuideProfessional},
		Set: x12.Set{Control: "0001"},
		Submission: claim837.Submission{Purpose: "00", Reference: "B1", Date: 20260131, Time: x12.NewTime(9, 15), ClaimType: "CH",
			Submitter: claim837.Submitter{Name: x12.Name{EntityType: "2", Last: "CLINIC", IDType: "46", ID: "S1"},
				Contacts: []x12.Contact{{Name: "ANN", Numbers: []x12.ContactNumber{{Type: "TE", Number: "3035550100"}}}}},
			Receiver: claim837.Receiver{Name: x12.Name{EntityType: "2", Last: "NORTH PLAN", IDType: "46", ID: "N1"}}},
	}
}

func claimsOf(t *testing.T, in []byte) (out []*claim837.Claim) {
	t.Helper()
	for c, err := range claim837.NewReader(bytes.NewReader(in), nil).Claims() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}
