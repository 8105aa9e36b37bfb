// SPDX-License-Identifier: Apache-2.0

// Secondary bills the second insurance after the first has paid: the decision of
// the first, as its notice states it, becomes part of the claim.
//
//	go run ./examples/secondary > claims.837
package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var practice = &encounter.Practice{
	Submitter:   encounter.Submitter{Name: "Hillside Family Medicine", ID: "HFM01", ContactName: "Dana Reed", Phone: "614-555-0110"},
	Receiver:    encounter.Receiver{Name: "Example Clearinghouse", ID: "ECH01"},
	Interchange: encounter.Interchange{SenderID: "HILLSIDE", ReceiverID: "EXAMPLECH"},
	BillingProvider: encounter.Party{LastName: "Moreau", FirstName: "Luc", NPI: "1987654328", TaxID: "31-1234567", Taxonomy: "207Q00000X",
		Address: encounter.PostalAddress{Line1: "20 Hill Road", City: "Columbus", State: "OH", Zip: "43215-2210"}},
}

// The child is insured by both parents. The first plan allowed 90 of 125 dollars,
// left 20 to the patient and paid 70.
var visit = encounter.Encounter{
	ID: "V-2001",
	Patient: encounter.Person{LastName: "Nowak", FirstName: "Adam", BirthDate: x12.NewDate(2015, time.March, 9), Sex: "male",
		Address: encounter.PostalAddress{Line1: "8 Oak Street", City: "Dublin", State: "OH", Zip: "43016"}},
	Coverages: []encounter.Coverage{
		{Plan: "ppo", MemberID: "XYZ123456789", Relationship: "child", Insured: parent("Zofia"),
			Payer: encounter.Payer{Name: "Example Health Plan", ID: "99901"},
			Decision: &encounter.Decision{Date: x12.NewDate(2026, time.January, 30), Paid: dollars("70.00"), ClaimNumber: "EHP555",
				Services: []encounter.ServiceDecision{{Service: 1, Paid: dollars("70.00"), Adjustments: []encounter.Adjustment{
					{Group: "contractual", Reason: "45", Amount: dollars("35.00")},
					{Group: "patient", Reason: "2", Amount: dollars("20.00")}}}}}},
		{Plan: "hmo", MemberID: "ABC987", Relationship: "child", Insured: parent("Marek"),
			Payer: encounter.Payer{Name: "Second Mutual", ID: "99902"}},
	},
	PlaceOfService: claim837.PlaceOffice,
	Date:           x12.NewDate(2026, time.January, 15),
	Diagnoses:      encounter.Codes("J02.0"),
	Services:       []encounter.Service{{Code: "99213", Charge: dollars("125.00")}},
}

func parent(first string) *encounter.Person {
	return &encounter.Person{LastName: "Nowak", FirstName: first, BirthDate: x12.NewDate(1984, time.May, 2), Sex: "unknown",
		Address: encounter.PostalAddress{Line1: "8 Oak Street", City: "Dublin", State: "OH", Zip: "43016"}}
}

func dollars(s string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(s))
}

func main() {
	if err := build(os.Stdout, time.Now()); err != nil {
		fmt.Fprintln(os.Stderr, "secondary:", err)
		os.Exit(1)
	}
}

// build writes the file as one of the given time.
func build(w io.Writer, now time.Time) error {
	claim, issues := visit.Claim(practice)
	if claim == nil {
		return fmt.Errorf("cannot be billed: %v", issues)
	}
	envelope, _ := practice.Envelope(now) // what it finds was found with the claim
	out := claim837.NewWriter(w, &envelope, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, LineBreak: "\n"}})
	if err := out.Write(claim); err != nil {
		return err
	}
	return out.Close()
}
