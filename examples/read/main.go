// SPDX-License-Identifier: Apache-2.0

// Read prints the claims of 837P files: who, to whom, for what and how much.
//
//	go run ./examples/read FILE…
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/claimwire/claimwire/claim837"
)

func main() {
	for _, path := range os.Args[1:] {
		f, err := os.Open(path)
		if err == nil {
			err = read(f, os.Stdout)
			f.Close()
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "read:", err)
			os.Exit(2)
		}
	}
}

// read prints one file. Only one claim is in memory at a time.
func read(src io.Reader, w io.Writer) error {
	r := claim837.NewReader(src, &claim837.ReaderOptions{Reuse: true})
	for c, err := range r.Claims() {
		if err != nil {
			return err
		}
		patient := c.Subscriber.Name
		if c.Patient != nil {
			patient = c.Patient.Name
		}
		fmt.Fprintf(w, "%s  %s, %s  %s -> %s  %s\n", c.ID, patient.Last, patient.First, c.BillingProvider.Name.Last, c.Subscriber.Payer.Name.Last, c.Charge.StringFixed(2))
		var codes []string
		for _, d := range c.Diagnoses {
			codes = append(codes, d.Value)
		}
		fmt.Fprintf(w, "    diagnoses %s\n", strings.Join(codes, " "))
		for _, l := range c.Lines {
			fmt.Fprintf(w, "    %s  %s %v  %s x %s  %s\n", l.Date.From, l.Procedure.Code, l.Procedure.Modifiers, l.Units, l.Unit, l.Charge.StringFixed(2))
		}
		for _, o := range c.OtherCoverage {
			fmt.Fprintf(w, "    also %s, paid %s\n", o.Payer.Name.Last, o.Paid.Decimal.StringFixed(2))
		}
	}
	for _, i := range r.Issues() {
		fmt.Fprintln(w, i)
	}
	return nil
}
