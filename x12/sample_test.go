// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// isa is a header of right widths with the usual delimiters.
const isa = "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~"

// small is a whole interchange, one segment a line.
const small = isa + `
GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~
ST*837*0001*005010X222A1~
BHT*0019*00*R1*20260131*0915*CH~
NM1*41*2*CLINIC*****46*C1~
SE*4*0001~
GE*1*1~
IEA*1*000000001~
`

// flat puts a text of lines into one.
func flat(s string) string { return strings.ReplaceAll(s, "\n", "") }

// claims makes an interchange of invented professional claims.
func claims(n int) string {
	var b strings.Builder
	b.WriteString(isa)
	b.WriteString("GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~")
	b.WriteString("BHT*0019*00*R1*20260131*0915*CH~NM1*41*2*CLINIC*****46*C1~PER*IC*BILLING OFFICE*TE*5550100~")
	b.WriteString("NM1*40*2*PAYER*****46*P1~HL*1**20*1~PRV*BI*PXC*207Q00000X~NM1*85*2*CLINIC*****XX*1234567893~")
	b.WriteString("N3*1 MAIN ST~N4*DENVER*CO*802020001~REF*EI*123456789~")
	segments := 11
	for i := range n {
		fmt.Fprintf(&b, "HL*%d*1*22*0~SBR*P*18*GRP%d******CI~NM1*IL*1*DOE%d*JANE*Q***MI*M%08d~N3*%d ELM ST~N4*DENVER*CO*80202~", i+2, i%7, i, i, i)
		fmt.Fprintf(&b, "DMG*D8*19800101*F~NM1*PR*2*PAYER*****PI*P1~CLM*A%d*125.5***11:B:1*Y*A*Y*Y~HI*ABK:J069*ABF:R05~", i)
		fmt.Fprintf(&b, "LX*1~SV1*HC:99213:25*100*UN*1***1:2~DTP*472*D8*20260105~LX*2~SV1*HC:87880*25.5*UN*1***1~DTP*472*D8*20260105~")
		segments += 15
	}
	fmt.Fprintf(&b, "SE*%d*0001~GE*1*1~IEA*1*000000001~", segments+1)
	return b.String()
}

// result is all that a Reader says about a stream.
type result struct {
	segments []string // delimiters as they stand there
	pos      []x12.Position
	issues   []x12.Issue
	err      error
}

func (r result) codes() []string {
	var out []string
	for _, i := range r.issues {
		out = append(out, string(i.Code))
	}
	return out
}

func readAll(src io.Reader, o *x12.ReaderOptions) (out result) {
	var opts x12.ReaderOptions
	if o != nil {
		opts = *o
	}
	opts.OnIssue = func(i x12.Issue) { out.issues = append(out.issues, i) }
	r := x12.NewReader(src, &opts)
	for {
		s, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			out.err = err
			return out
		}
		out.segments = append(out.segments, string(s.Data()))
		out.pos = append(out.pos, s.Position())
	}
}

// checkRead compares what a stream is read as.
func checkRead(t *testing.T, in string, o *x12.ReaderOptions, segments, codes []string) result {
	t.Helper()
	got := readAll(strings.NewReader(in), o)
	if got.err != nil {
		t.Errorf("error: %v", got.err)
	}
	equal(t, "segments", got.segments, segments)
	equal(t, "codes", got.codes(), codes)
	return got
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("%s: %d is missing, want %q", what, i, want[i])
		case i >= len(want):
			t.Errorf("%s: %d is %q, want no more", what, i, got[i])
		case got[i] != want[i]:
			t.Errorf("%s: %d is %q, want %q", what, i, got[i], want[i])
		default:
			continue
		}
		return
	}
}

// splitFlat cuts a clean text of ours into its segments.
func splitFlat(s string) []string {
	return strings.Split(strings.TrimSuffix(flat(s), "~"), "~")
}

func syntaxError(t *testing.T, err error, code x12.IssueCode) *x12.SyntaxError {
	t.Helper()
	var s *x12.SyntaxError
	if !errors.As(err, &s) || s.Code != code {
		t.Fatalf("error is %v, want a syntax error %s", err, code)
	}
	if i := s.Issue(); i.Severity != x12.Error || i.Detail == "" || strings.Contains(i.String(), "SECRET") {
		t.Errorf("as a finding: %v", i)
	}
	return s
}

// buffer is a destination that fails when it holds limit bytes.
type buffer struct {
	bytes.Buffer
	limit int
}

var errFull = errors.New("disk full")

func (b *buffer) Write(p []byte) (int, error) {
	if b.limit > 0 && b.Len()+len(p) > b.limit {
		n, _ := b.Buffer.Write(p[:max(0, b.limit-b.Len())])
		return n, errFull
	}
	return b.Buffer.Write(p)
}
