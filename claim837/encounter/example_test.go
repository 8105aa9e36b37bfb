// SPDX-License-Identifier: Apache-2.0

package encounter_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
	"github.com/shopspring/decimal"
)

// The function build stands in the README, too.

// build writes an 837P file of the encounters that can be billed, and says what
// the others lack.
func build(dst io.Writer, practice *encounter.Practice, encounters []*encounter.Encounter, now time.Time) error {
	envelope, _ := practice.Envelope(now)
	w := claim837.NewWriter(dst, &envelope, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}}) // José -> JOSE
	for _, e := range encounters {
		claim, issues := e.Claim(practice)
		for _, issue := range issues {
			fmt.Println(e.ID, issue) // services[0].charge [missing-value] error: …
		}
		if claim == nil {
			continue
		}
		var refused *claim837.RefusedError // nothing of this claim is in the file; go on
		if err := w.Write(claim); errors.As(err, &refused) {
			fmt.Println(e.ID, refused)
		} else if err != nil {
			return err
		}
	}
	return w.Close()
}

func examplePractice() *encounter.Practice {
	return &encounter.Practice{
		Submitter:   encounter.Submitter{Name: "Corner Clinic", ID: "CC01", ContactName: "Billing", Phone: "217-555-0101"},
		Receiver:    encounter.Receiver{Name: "Some Clearinghouse", ID: "SCH9"},
		Interchange: encounter.Interchange{SenderID: "CC01", ReceiverID: "SCH9"},
		BillingProvider: encounter.Party{
			Organization: "Corner Clinic", NPI: "1234567893", TaxID: "36-1234567",
			Address: encounter.PostalAddress{Line1: "1 Main Street", City: "Springfield", State: "IL", Zip: "62701-1001"},
		},
	}
}

func exampleEncounter() *encounter.Encounter {
	day := x12.NewDate(2026, 1, 12)
	return &encounter.Encounter{
		ID: "CC-17",
		Patient: encounter.Person{
			LastName: "Doe", FirstName: "Jane", Sex: "female", BirthDate: x12.NewDate(1980, 5, 4),
			Address: encounter.PostalAddress{Line1: "2 Oak Street", City: "Springfield", State: "IL", Zip: "62701"},
		},
		Coverages:      []encounter.Coverage{{Payer: encounter.Payer{Name: "Some Health Plan", ID: "SHP01"}, Plan: "ppo", MemberID: "M123"}},
		PlaceOfService: "11",
		Date:           day,
		Diagnoses:      encounter.Codes("E11.9", "I10"),
		Services: []encounter.Service{
			{Code: "99213", Charge: decimal.NewNullDecimal(decimal.RequireFromString("128.50")), Diagnoses: []string{"E11.9", "I10"}},
			{Code: "83036", Charge: decimal.NewNullDecimal(decimal.RequireFromString("32.00")), Diagnoses: []string{"E11.9"}},
		},
	}
}

// An encounter becomes a claim, or findings that say what it lacks.
func ExampleEncounter_Claim() {
	e := exampleEncounter()
	claim, issues := e.Claim(examplePractice())
	fmt.Println(claim.ID, claim.Charge, len(issues))

	e.Services[1].Charge = decimal.NullDecimal{}
	claim, issues = e.Claim(examplePractice())
	fmt.Println(claim == nil)
	for _, issue := range issues {
		fmt.Println(issue)
	}
	// Output:
	// CC-17 160.5 0
	// true
	// services[1].charge [missing-value] error: a value is missing; give it
}

// A hospital's stay becomes an institutional claim: the type of bill, the units of
// the room and the lists of codes are worked out.
func ExampleStay() {
	e := exampleEncounter()
	day := e.Date
	e.PlaceOfService, e.Date = "", 0
	e.Providers.Attending = &encounter.Party{LastName: "Lee", FirstName: "Ann", NPI: "1999999984"}
	e.Stay = &encounter.Stay{
		Facility: "hospital-inpatient", DRG: "639", AdmittingDiagnosis: "R73.9",
		Admission: encounter.Admission{Date: day, Hour: x12.NewTime(14, 30), Priority: "urgent", Origin: "clinic"},
		Discharge: encounter.Discharge{Date: day + 2, Hour: x12.NewTime(11, 0), Status: "home"},
	}
	e.Diagnoses = []encounter.Diagnosis{{Code: "E11.65", PresentOnAdmission: "yes"}}
	e.Services = []encounter.Service{
		{RevenueCode: "0120", Units: decimal.NewNullDecimal(decimal.New(2, 0)), Charge: decimal.NewNullDecimal(decimal.New(3700, 0))},
		{RevenueCode: "0250", Charge: decimal.NewNullDecimal(decimal.New(12840, -2))},
	}
	claim, issues := e.Claim(examplePractice())
	fmt.Println(claim.Kind, claim.BillType(), claim.Charge, claim.Lines[0].Units, claim.Lines[0].Unit, len(issues))

	e.Stay.Admission.Hour, e.Stay.AdmittingDiagnosis = x12.Time{}, ""
	_, issues = e.Claim(examplePractice())
	for _, issue := range issues {
		fmt.Println(issue.Path)
	}
	// Output:
	// 837I 0111 3828.4 2 DA 0
	// stay.admission.hour
	// stay.admittingDiagnosis
}

// A visit to a dentist becomes a dental claim.
func ExampleDentalVisit() {
	e := exampleEncounter()
	e.Dental = new(encounter.DentalVisit)
	e.Diagnoses = nil
	e.Services = []encounter.Service{{Code: "D2392", Charge: decimal.NewNullDecimal(decimal.New(246, 0)),
		Teeth: []encounter.Tooth{{Number: "14", Surfaces: "MO"}}}}
	claim, issues := e.Claim(examplePractice())
	fmt.Println(claim.Kind, claim.Lines[0].Procedure.Code, claim.Lines[0].Dental.Teeth[0].Surfaces, len(issues))
	// Output:
	// 837D D2392 [M O] 0
}

// From an encounter to a file.
func Example() {
	var file bytes.Buffer
	now := time.Date(2026, 1, 31, 9, 15, 0, 0, time.UTC)
	if err := build(&file, examplePractice(), []*encounter.Encounter{exampleEncounter()}, now); err != nil {
		fmt.Println(err)
	}
	for issue, err := range x12.Validate(bytes.NewReader(file.Bytes()), nil) { // nothing
		fmt.Println(issue, err)
	}
	for segment := range strings.SplitSeq(file.String(), "~") {
		if strings.HasPrefix(segment, "CLM") || strings.HasPrefix(segment, "HI") || strings.HasPrefix(segment, "SV1") {
			fmt.Println(segment)
		}
	}
	// Output:
	// CLM*CC-17*160.5***11:B:1*Y*A*Y*Y
	// HI*ABK:E119*ABF:I10
	// SV1*HC:99213*128.5*UN*1***1:2
	// SV1*HC:83036*32*UN*1***1
}

// A Builder takes rules of your own; what breaks them names the field of the
// encounter.
func ExampleBuilder() {
	set := claim837.NewRuleSet()
	err := set.Add(claim837.Rule{
		ID: "ACME-01", SNIP: 7, Severity: x12.Error,
		Title: "a claim for this plan has no group number", Fix: "give the number on the member's card",
		Check: func(c *claim837.Claim, r *rules.Report) {
			if s := c.Subscriber; s != nil && s.Payer.Name.ID == "SHP01" && s.GroupNumber == "" {
				r.Report("subscriber.groupNumber", "")
			}
		},
	})
	if err != nil {
		fmt.Println(err)
	}
	_, issues := encounter.NewBuilder(examplePractice(), &encounter.BuilderOptions{Rules: set}).Claim(exampleEncounter())
	fmt.Println(issues[0].Code, issues[0].Path)
	// Output:
	// ACME-01 coverages[0].groupNumber
}
