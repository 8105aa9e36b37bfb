// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// validInput is the file that CLAIMWIRE_BENCH names, or ten megabytes of claims
// written here.
func validInput(b *testing.B) []byte {
	if f := os.Getenv("CLAIMWIRE_BENCH"); f != "" {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	return repeatedClaims(10 << 20)
}

// repeatedClaims is one interchange of at least n bytes: a set of one billing
// provider with as many subscribers, each with a claim, as it takes.
func repeatedClaims(n int) []byte {
	var body bytes.Buffer
	hl := 1
	for body.Len() < n {
		hl++
		fmt.Fprintf(&body, "HL*%d*1*22*0~SBR*P*18*G%05d******CI~NM1*IL*1*DOE*JANE*Q***MI*M%07d~N3*12 ELM ST~N4*DENVER*CO*80202~"+
			"DMG*D8*19800229*F~NM1*PR*2*NORTH PLAN*****PI*N1~CLM*A%d*150.25***11:B:1*Y*A*Y*Y~REF*D9*T%09d~HI*ABK:E119*ABF:I10~"+
			"NM1*82*1*ROE*RICHARD****XX*1234567893~PRV*PE*PXC*207Q00000X~", hl, hl, hl, hl, hl)
		for line := 1; line <= 3; line++ {
			fmt.Fprintf(&body, "LX*%d~SV1*HC:99213:25*50.%02d*UN*1***1:2~DTP*472*D8*20260115~REF*6R*L%d~", line, line, line)
		}
	}
	var out bytes.Buffer
	out.WriteString(isa + "GS*HC*SENDER*RECEIVER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*B1*20260131*0915*CH~" +
		"NM1*41*2*CLINIC*****46*S1~PER*IC*ANN*TE*3035550100~NM1*40*2*NORTH PLAN*****46*N1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~" +
		"N3*1 MAIN ST~N4*DENVER*CO*802020000~REF*EI*123456789~")
	head := bytes.Count(out.Bytes(), []byte("~")) - 2
	out.Write(body.Bytes())
	fmt.Fprintf(&out, "SE*%d*0001~GE*1*1~IEA*1*000000001~", head+bytes.Count(body.Bytes(), []byte("~"))+1)
	return out.Bytes()
}

var validateSink int

func BenchmarkValidate(b *testing.B) {
	data := validInput(b)
	b.Run("loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for s, err := range x12.NewReader(bytes.NewReader(data), nil).Segments() {
				if err != nil {
					b.Fatal(err)
				}
				validateSink += s.Len()
			}
		}
	})
	b.Run("validate", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for issue, err := range x12.Validate(bytes.NewReader(data), nil) {
				if err != nil || issue.Severity == x12.Error {
					b.Fatal(issue, err)
				}
			}
		}
	})
	b.Run("feed", func(b *testing.B) {
		from := bytes.Index(data, []byte("~ST*")) + 1
		to := bytes.LastIndex(data, []byte("~SE*")) + 1
		st := bytes.Split(data[from:from+bytes.IndexByte(data[from:], '~')], []byte("*"))
		g, ok := x12.LookupGuide(string(st[3]), string(st[1]))
		if !ok {
			b.Fatal("no guide")
		}
		j, err := x12.NewSetValidator(g, func(i x12.Issue) { b.Fatal(i) })
		if err != nil {
			b.Fatal(err)
		}
		if bytes.Count(data, []byte("~ST*")) > 1 {
			to = from + bytes.Index(data[from:], []byte("~SE*")) + 1
		}
		b.SetBytes(int64(to - from))
		b.ReportAllocs()
		for b.Loop() {
			j.Begin()
			if err := j.Feed(data[from:to]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkValidateKinds checks files of each kind of claim, so that the kinds
// compare: the first subscriber of each sample, which has something of nearly
// everything, again and again.
func BenchmarkValidateKinds(b *testing.B) {
	for _, kind := range []string{"professional", "institutional", "dental"} {
		data := repeatedSample(b, kind, 4<<20)
		b.Run(kind, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				for issue, err := range x12.Validate(bytes.NewReader(data), nil) {
					if err != nil || issue.Severity == x12.Error {
						b.Fatal(issue, err)
					}
				}
			}
		})
	}
}

// repeatedSample is a sample file of at least n bytes.
func repeatedSample(tb testing.TB, kind string, n int) []byte {
	tb.Helper()
	text, err := os.ReadFile("testdata/" + kind + ".edi")
	if err != nil {
		tb.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte("\n"), nil)
	from, to := bytes.Index(text, []byte("HL*2*")), bytes.Index(text, []byte("HL*3*"))
	begin := bytes.Index(text, []byte("~ST*")) + 1
	subscriber := text[from+len("HL*2") : to]
	out := slices.Clone(text[:from])
	for hl := 2; len(out) < n; hl++ {
		out = append(fmt.Appendf(out, "HL*%d", hl), subscriber...)
	}
	out = fmt.Appendf(out, "SE*%d*0001~", bytes.Count(out[begin:], []byte("~"))+1)
	return append(out, text[bytes.Index(text, []byte("~GE*"))+1:]...)
}
