// SPDX-License-Identifier: Apache-2.0

// Build makes an 837P file of a coded visit and prints it. Nothing in the
// encounter is a word of X12: diagnoses are given by code, providers by role.
//
//	go run ./examples/build > claims.837
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
	BillingProvider: encounter.Party{Organization: "Hillside Family Medicine", NPI: "1345678902", TaxID: "31-1234567",
		Address: encounter.PostalAddress{Line1: "20 Hill Road", City: "Columbus", State: "OH", Zip: "43215-2210"}},
}

var visit = encounter.Encounter{
	ID: "V-1001",
	Patient: encounter.Person{LastName: "Nowak", FirstName: "Zofia", BirthDate: x12.NewDate(1984, time.May, 2), Sex: "female",
		Address: encounter.PostalAddress{Line1: "8 Oak Street", City: "Dublin", State: "OH", Zip: "43016"}},
	Coverages: []encounter.Coverage{{Plan: "ppo", MemberID: "XYZ123456789", GroupNumber: "G-77",
		Payer: encounter.Payer{Name: "Example Health Plan", ID: "99901"}}},
	Providers:      encounter.Roles{Rendering: &encounter.Party{LastName: "Moreau", FirstName: "Luc", NPI: "1987654328", Taxonomy: "207Q00000X"}},
	PlaceOfService: claim837.PlaceOffice,
	Date:           x12.NewDate(2026, time.January, 15),
	Diagnoses:      encounter.Codes("E11.9", "I10"),
	Services: []encounter.Service{
		{Code: "99213", Modifiers: []x12.Code{"25"}, Charge: dollars("125.00"), Diagnoses: []string{"E11.9", "I10"}},
		{Code: "83036", Charge: dollars("32.50"), Diagnoses: []string{"E11.9"}},
	},
}

func dollars(s string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(s))
}

func main() {
	if err := build(os.Stdout, time.Now()); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// build writes the file as one of the given time.
func build(w io.Writer, now time.Time) error {
	claim, issues := visit.Claim(practice)
	for _, i := range issues {
		fmt.Fprintln(os.Stderr, i) // services[0].charge [missing-value] error: …
	}
	if claim == nil {
		return fmt.Errorf("encounter %s cannot be billed", visit.ID)
	}
	envelope, issues := practice.Envelope(now)
	if len(issues) > 0 {
		return issues[0]
	}
	out := claim837.NewWriter(w, &envelope, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, LineBreak: "\n"}})
	if err := out.Write(claim); err != nil {
		return err
	}
	return out.Close()
}
