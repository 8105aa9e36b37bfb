// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

const exampleFile = `ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~
GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~
ST*837*0001*005010X222A1~
CLM*A-17*125.5***11:B:1*Y*A*Y*Y~
SE*3*0001~
GE*1*1~
IEA*1*000000001~
`

// Segments come one by one, whatever the size of the file.
func ExampleReader() {
	r := x12.NewReader(strings.NewReader(exampleFile), nil)
	for s, err := range r.Segments() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if s.Tag() == "CLM" {
			coef, exp, _ := x12.ParseDecimal(s.Bytes(2))
			fmt.Println(r.Set().ID, s.Position())
			fmt.Println("claim", s.Text(1), "charge", decimal.New(coef, exp), "place", s.ComponentText(5, 1))
		}
	}
	// Output:
	// 837 segment 2 (CLM)
	// claim A-17 charge 125.5 place 11
}

// What a Reader puts up with, it tells.
func ExampleReaderOptions() {
	o := &x12.ReaderOptions{OnIssue: func(i x12.Issue) { fmt.Println(i) }}
	r := x12.NewReader(strings.NewReader("\n"+strings.TrimSuffix(strings.ReplaceAll(exampleFile, "\n", ""), "~")), o)
	n := 0
	for _, err := range r.Segments() {
		if err != nil {
			fmt.Println(err)
			return
		}
		n++
	}
	fmt.Println(n, "segments")
	// Output:
	// byte 0 [leading-text] warning: text or blanks stand before the ISA; begin the file with ISA
	// byte 231 (IEA) [unterminated-segment] error: the last segment has no terminator; end every segment with the terminator
	// 7 segments
}

// A Writer counts, pads and refuses; it changes text only when told to fold.
func ExampleWriter() {
	w := x12.NewWriter(os.Stdout, &x12.WriterOptions{LineBreak: "\n", Charset: x12.Basic, Fold: true})
	err := errors.Join(
		w.BeginInterchange(&x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00",
			SenderQualifier: "ZZ", SenderID: "CLINIC", ReceiverQualifier: "ZZ", ReceiverID: "PAYER",
			Date: "260131", Time: "0915", Version: "00501", Control: "1", AckRequested: "0", Usage: "T"}),
		w.BeginGroup(&x12.Group{FunctionalID: "HC", Sender: "CLINIC", Receiver: "PAYER", Date: "20260131", Time: "0915",
			Control: "1", Agency: "X", Version: "005010X222A1"}),
		w.BeginSet(&x12.Set{ID: "837", Control: "0001", Convention: "005010X222A1"}),
		w.Segment("NM1", "IL", "1", "Muñoz", "José", "", "", "", "MI", "M1"),
	)

	w.Begin("CLM") // a segment with composites and amounts
	w.Text(1, 1, "A-17")
	w.Decimal(2, 1, decimal.RequireFromString("125.50"), true)
	w.Text(5, 1, "11")
	w.Text(5, 2, "B")
	w.Text(5, 3, "1")
	err = errors.Join(err, w.End(), w.EndSet(), w.EndGroup(), w.EndInterchange())
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~
	// GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~
	// ST*837*0001*005010X222A1~
	// NM1*IL*1*MUNOZ*JOSE****MI*M1~
	// CLM*A-17*125.5***11:B:1~
	// SE*4*0001~
	// GE*1*1~
	// IEA*1*000000001~
}

// The same key gets the same numbers, so that a run can be tried again.
func ExampleControlNumbers() {
	var numbers x12.ControlNumbers = x12.NewMemoryControlNumbers() // or x12.OpenControlFile
	for _, key := range []string{"run 1", "run 2", "run 1"} {
		first, err := numbers.Reserve(context.Background(), x12.ControlInterchange, key, 2)
		fmt.Println(key, first, err)
	}
	// Output:
	// run 1 1 <nil>
	// run 2 3 <nil>
	// run 1 1 <nil>
}

func ExampleFoldText() {
	fmt.Println(x12.FoldText("Łukasz Muñoz", x12.Basic))
	fmt.Println(x12.FoldText("O’Brien – 1st floor", x12.Extended))
	// Output:
	// LUKASZ MUNOZ true
	// O'Brien - 1st floor true
}

func ExampleIndent() {
	file := "GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*0915*CH~" +
		"NM1*41*2*CLINIC*****46*CLINIC~HL*1**20*1~NM1*85*2*CLINIC*****XX*1999999984~HL*2*1*22*0~SE*7*0001~GE*1*1~"
	options := &x12.ReaderOptions{Fragment: true}
	if err := x12.Indent(os.Stdout, strings.NewReader(file), "\t", options); err != nil {
		fmt.Println(err)
	}
	// Output:
	// GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~
	// ST*837*0001*005010X222A1~
	// BHT*0019*00*1*20260131*0915*CH~
	// 	NM1*41*2*CLINIC*****46*CLINIC~
	// 	HL*1**20*1~
	// 		NM1*85*2*CLINIC*****XX*1999999984~
	// 		HL*2*1*22*0~
	// SE*7*0001~
	// GE*1*1~
}
