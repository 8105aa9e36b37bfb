// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// The functions read and validate stand in the README, too.

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

// The file is of a line a segment, which is allowed.
func Example_validate() {
	file, err := os.ReadFile("../testdata/encounters/01-subscriber.edi")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := validate(bytes.NewReader(file)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// byte 106 [line-break] info: a line break follows each segment; nothing to fix: it is skipped
}
