// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// The functions build, read and validate stand in the README, too.

// build writes an 837P file of the encounters that can be billed, and says what
// the others lack.
func build(dst io.Writer, practice *claim837.Practice, encounters []*claim837.Encounter, now time.Time) error {
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

// read prints the claims of an 837P file, one by one in constant memory.
func read(src io.Reader) error {
	r := claim837.NewReader(src, nil)
	for claim, err := range r.Claims() {
		if err != nil {
			return err
		}
		fmt.Println(claim.ID, "of", claim.Charge, "dollars")
		for _, line := range claim.Lines {
			fmt.Println("  ", line.Date.From, line.Procedure.Code, line.Charge)
		}
		for _, issue := range claim837.Check(claim, nil) { // the billing rules
			fmt.Println("  ", issue)
		}
	}
	for _, issue := range r.Issues() { // what reading tolerated
		fmt.Println(issue)
	}
	return nil
}

// validate prints what is wrong with a file: syntax, envelope and guide.
func validate(src io.Reader) error {
	for issue, err := range x12.Validate(src, nil) {
		if err != nil {
			return err // reading src failed
		}
		fmt.Println(issue) // segment 12 (2010AA NM109) [element-too-long] error: …
	}
	return nil
}

func examplePractice() *claim837.Practice {
	return &claim837.Practice{
		Submitter:   claim837.SubmitterInfo{Name: "Corner Clinic", ID: "CC01", ContactName: "Billing", Phone: "217-555-0101"},
		Receiver:    claim837.ReceiverInfo{Name: "Some Clearinghouse", ID: "SCH9"},
		Interchange: claim837.InterchangeInfo{SenderID: "CC01", ReceiverID: "SCH9"},
		BillingProvider: claim837.Party{
			Organization: "Corner Clinic", NPI: "1234567893", TaxID: "36-1234567",
			Address: claim837.PostalAddress{Line1: "1 Main Street", City: "Springfield", State: "IL", Zip: "62701-1001"},
		},
	}
}

func exampleEncounter() *claim837.Encounter {
	day := x12.NewDate(2026, 1, 12)
	return &claim837.Encounter{
		ID: "CC-17",
		Patient: claim837.Person{
			LastName: "Doe", FirstName: "Jane", Sex: "female", BirthDate: x12.NewDate(1980, 5, 4),
			Address: claim837.PostalAddress{Line1: "2 Oak Street", City: "Springfield", State: "IL", Zip: "62701"},
		},
		Coverages:      []claim837.Coverage{{Payer: claim837.PayerInfo{Name: "Some Health Plan", ID: "SHP01"}, Plan: "ppo", MemberID: "M123"}},
		PlaceOfService: "11",
		Date:           day,
		Diagnoses:      claim837.Codes("E11.9", "I10"),
		Services: []claim837.Service{
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
	e.Providers.Attending = &claim837.Party{LastName: "Lee", FirstName: "Ann", NPI: "1999999984"}
	e.Stay = &claim837.Stay{
		Facility: "hospital-inpatient", DRG: "639", AdmittingDiagnosis: "R73.9",
		Admission: claim837.AdmissionInfo{Date: day, Hour: x12.NewTime(14, 30), Priority: "urgent", Origin: "clinic"},
		Discharge: claim837.DischargeInfo{Date: day + 2, Hour: x12.NewTime(11, 0), Status: "home"},
	}
	e.Diagnoses = []claim837.DiagnosisInfo{{Code: "E11.65", PresentOnAdmission: "yes"}}
	e.Services = []claim837.Service{
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
	e.Dental = new(claim837.DentalVisit)
	e.Diagnoses = nil
	e.Services = []claim837.Service{{Code: "D2392", Charge: decimal.NewNullDecimal(decimal.New(246, 0)),
		Teeth: []claim837.ToothInfo{{Number: "14", Surfaces: "MO"}}}}
	claim, issues := e.Claim(examplePractice())
	fmt.Println(claim.Kind, claim.Lines[0].Procedure.Code, claim.Lines[0].Dental.Teeth[0].Surfaces, len(issues))
	// Output:
	// 837D D2392 [M O] 0
}

// From an encounter to a file, and back to a claim.
func ExampleWriter() {
	var file bytes.Buffer
	now := time.Date(2026, 1, 31, 9, 15, 0, 0, time.UTC)
	if err := build(&file, examplePractice(), []*claim837.Encounter{exampleEncounter()}, now); err != nil {
		fmt.Println(err)
	}
	if err := validate(bytes.NewReader(file.Bytes())); err != nil {
		fmt.Println(err)
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

func ExampleReader() {
	file, err := os.Open("../testdata/encounters/01-subscriber.edi")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	if err := read(file); err != nil {
		fmt.Println(err)
	}
	// Output:
	// WC-26-0001 of 266.5 dollars
	//    2026-01-12 99214 186
	//    2026-01-12 83036 32.5
	//    2026-01-12 93000 48
	// byte 106 [line-break] info: a line break follows each segment; nothing to fix: it is skipped
}
