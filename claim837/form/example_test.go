// SPDX-License-Identifier: Apache-2.0

package form_test

import (
	"fmt"
	"log"
	"os"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/form"
)

// The paper forms of the claims of a file.
func Example() {
	file, err := os.Open("../../testdata/encounters/06-replacement.edi")
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	for c, err := range claim837.NewReader(file, nil).Claims() {
		if err != nil {
			log.Fatal(err)
		}
		f, issues := form.Of(c)
		for _, i := range issues {
			fmt.Println(i)
		}
		for _, p := range f.Pages {
			fmt.Println(f.Name, "page", p.Number)
			fmt.Println("1a:", p.Box("1a", 0))
			fmt.Println("24D:", p.Box("24D", 1))
			fmt.Println("28:", p.Box("28", 0))
		}
	}
	// Output:
	// billingProvider.address.line1 [form-too-long] warning: box 33: the text is longer than the box and is cut; shorten it, or send the claim electronically
	// billingProvider.payTo [form-no-box] warning: the form has no box for this; attach it, or send the claim electronically
	// CMS-1500 (02/12) page 1
	// 1a: PMH109944120
	// 24D: 99213
	// 28: 214 00
}
