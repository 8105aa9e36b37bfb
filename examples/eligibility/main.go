// SPDX-License-Identifier: Apache-2.0

// Eligibility asks whether a patient is covered before a visit, and tells what the
// answer means. Nothing in the question is a word of X12.
//
//	go run ./examples/eligibility > inquiry.270       the question
//	go run ./examples/eligibility reply.271           the answer to it
package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var practice = &eligibility270.Practice{
	Provider:    eligibility270.ProviderInfo{Organization: "Hillside Family Medicine", NPI: "1345678902", TaxID: "31-1234567"},
	Interchange: eligibility270.InterchangeInfo{SenderID: "HILLSIDE", ReceiverID: "EXAMPLECH"},
}

var visit = eligibility270.Request{
	ID:           "V-1001",
	Payer:        eligibility270.PayerInfo{Name: "Example Health Plan", ID: "99901"},
	MemberID:     "XYZ123456789",
	Subscriber:   eligibility270.PersonInfo{LastName: "Nowak", FirstName: "Zofia", BirthDate: x12.NewDate(1984, time.May, 2), Sex: "female"},
	ServiceTypes: []string{"office-visit"},
	Date:         x12.NewDate(2026, time.January, 15),
}

func main() {
	err := error(nil)
	if len(os.Args) < 2 {
		err = ask(os.Stdout, time.Now())
	} else {
		var f *os.File
		if f, err = os.Open(os.Args[1]); err == nil {
			err = answer(f, os.Stdout)
			f.Close()
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "eligibility:", err)
		os.Exit(1)
	}
}

// ask writes the inquiry as one of the given time.
func ask(w io.Writer, now time.Time) error {
	inquiry, issues := visit.Inquiry(practice)
	for _, i := range issues {
		fmt.Fprintln(os.Stderr, i) // subscriber.birthDate [270-04] warning: …
	}
	if inquiry == nil {
		return fmt.Errorf("%s cannot be asked", visit.ID)
	}
	envelope, issues := practice.Envelope(now)
	if len(issues) > 0 {
		return issues[0]
	}
	out := eligibility270.NewInquiryWriter(w, &envelope, &eligibility270.WriterOptions{X12: x12.WriterOptions{Fold: true, LineBreak: "\n"}})
	if err := out.Write(inquiry); err != nil {
		return err
	}
	return out.Close()
}

// answer prints what the payer says about the visit.
func answer(src io.Reader, w io.Writer) error {
	asked, _ := visit.Inquiry(practice)
	find := eligibility270.NewMatcher[*eligibility270.Inquiry](0)
	find.Add(asked, asked)

	r := eligibility270.NewReader(src, &eligibility270.ReaderOptions{Reuse: true})
	for reply, err := range r.Responses() {
		if err != nil {
			return err
		}
		inquiry, by := find.Match(reply)
		if inquiry == nil {
			fmt.Fprintln(w, "an answer about somebody else:", by)
			continue
		}
		day := inquiry.AskedDate()
		coverage := reply.Coverage(day)
		fmt.Fprintf(w, "%s on %s\n", coverage.Status, coverage.Date)
		for _, refused := range coverage.Refusals {
			fmt.Fprintln(w, "refused:", refused)
		}
		if payer, sure := coverage.BillTo(eligibility270.ServiceOfficeVisit); coverage.Active() {
			fmt.Fprintf(w, "bill %s (sure: %t)\n", payer.Name, sure)
		}
		for _, c := range reply.Changes(inquiry) {
			fmt.Fprintf(w, "the payer has another %s: %s\n", c.Field, c.Answered)
		}
		query := eligibility270.Query{ServiceType: eligibility270.ServiceOfficeVisit, Date: day}
		for _, plan := range reply.BenefitsFor(query).Plans {
			for _, copay := range plan.Copays {
				fmt.Fprintf(w, "%s: copay %s\n", plan.Name, copay.Amount.Decimal.StringFixed(2))
			}
			if d := eligibility270.Individual(plan.Deductibles); d != nil && d.Remaining.Valid {
				fmt.Fprintf(w, "%s: %s left of the deductible\n", plan.Name, d.Remaining.Decimal.StringFixed(2))
			}
			fmt.Fprintln(w, "not stated:", plan.NotStated)
		}
		owes, err := reply.Estimate(query, decimal.NewFromInt(120), nil)
		if err != nil {
			return err
		}
		for _, step := range owes.Steps {
			fmt.Fprintf(w, "  %s: %s\n", step.Words, step.High.StringFixed(2))
		}
		fmt.Fprintf(w, "of 120.00 allowed, the patient owes %s to %s\n", owes.Low.StringFixed(2), owes.High.StringFixed(2))
	}
	for _, i := range r.Issues() {
		fmt.Fprintln(w, i)
	}
	return nil
}
