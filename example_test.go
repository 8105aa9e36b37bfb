// SPDX-License-Identifier: Apache-2.0

package claimwire_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/x12"
)

const mixed = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~" +
	"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~ST*835*0001~BPR*I*80*C*CHK************20260305~TRN*1*CHK1*1999999999~" +
	"DTM*405*20260304~N1*PR*PLAN~N3*1 MAIN~N4*TOWN*IL*60601~PER*BL*DESK*TE*5550100199~N1*PE*CLINIC*XX*1457309214~REF*TJ*123456789~LX*1~" +
	"CLP*A1*1*100*80*10*12*P1*11*1~NM1*QC*1*DOE*JANE****MI*M1~SVC*HC:99213*100*80**1~DTM*472*20260301~CAS*PR*3*10~SE*17*0001~GE*1*1~" +
	"GS*FA*PAYER*CLINIC*20260304*1200*2*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*7*005010X222A1~AK9*A*1*1*1~SE*4*0001~GE*1*2~IEA*2*000000001~"

// validate is in the README, too.
func validate(src io.Reader) error {
	for issue, err := range claimwire.Validate(src, nil) {
		if err != nil {
			return err // reading src failed
		}
		fmt.Println(issue.Position, issue.Code, issue.Severity) // segment 12 (2100 CLP04) 835-BAL-02 error
	}
	return nil
}

func ExampleValidate() {
	if err := validate(strings.NewReader(mixed)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// segment 12 (2100 CLP04) 835-BAL-02 error
	// segment 14 (2110 SVC03) 835-BAL-01 error
	// segment 1 (ST) no-guide warning
}

// A Validator knows in which envelopes an issue stands.
func ExampleValidator() {
	v := claimwire.NewValidator(strings.NewReader(mixed), nil)
	for issue, err := range v.Issues() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if issue.Severity == x12.Error {
			fmt.Println(v.Controls(issue), issue.Code)
		}
	}
	// Output:
	// [000000001 1 0001] 835-BAL-02
	// [000000001 1 0001] 835-BAL-01
}

func ExampleReader() {
	r := claimwire.NewReader(strings.NewReader(mixed), nil)
	for item, err := range r.Items() {
		if err != nil {
			fmt.Println(err)
			return
		}
		switch {
		case item.Remittance != nil && item.Remittance.Payment != nil:
			p := item.Remittance.Payment
			fmt.Println("claim", p.ID, "is paid", x12.Dollars(p.Paid))
		case item.Kind == x12.SetBegin && !item.Typed:
			fmt.Println("a set of another kind:", item.Set.ID)
		}
	}
	// Output:
	// claim A1 is paid $80.00
	// a set of another kind: 999
}

// What ToJSON wrote, with the name of the payer corrected, is a file again.
func ExampleFromJSON() {
	var records bytes.Buffer
	if err := claimwire.ToJSON(&records, strings.NewReader(mixed), nil); err != nil {
		fmt.Println(err)
		return
	}
	changed := strings.Replace(records.String(), `"name":"PLAN"`, `"name":"PLAN OF ILLINOIS"`, 1)
	var file bytes.Buffer
	if err := claimwire.FromJSON(&file, strings.NewReader(changed), nil); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(file.String() == strings.Replace(mixed, "N1*PR*PLAN~", "N1*PR*PLAN OF ILLINOIS~", 1))
	// Output:
	// true
}

func ExampleRecode() {
	wrong := strings.Replace(mixed, "SE*17*0001", "SE*99*0001", 1)
	err := claimwire.Recode(io.Discard, strings.NewReader(wrong), &claimwire.ReaderOptions{OnIssue: func(i x12.Issue) { fmt.Fprintln(os.Stdout, i.Code) }})
	fmt.Println(err)
	// Output:
	// count-corrected
	// <nil>
}
