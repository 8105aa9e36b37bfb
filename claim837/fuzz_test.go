// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// crooked is a file in which much is wrong: segments out of order, unknown ones,
// values that no field holds, levels under the wrong parent, a missing trailer.
const crooked = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
	"TA1*1*2*3*A*0~GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~XYZ*1~BHT*0019*00*1*20260229*1200*CH~" +
	"NM1*40*2*R~NM1*41*2*S~PER*IC*A*TE*1*EX~HL*2*1*22*1~NM1*IL*1*DOE~SBR*P*18~CLM*1*1,250.50***11:B:1:9*Y~HL*1**20*1~CUR*85~" +
	"NM1*85*2*CLINIC~HL*3*2*23*0~PAT*19*****01*5.0~CLM*2*10.00~DTP*431*D8*20260229~DTP*431*D8*20260101~DTP*431*D8*20260102~" +
	"HI*ABK:A^B*ABF~REF*G1*A~REF*G1*B~NM1*82*1*X~PRV*PE*PXC*Y~NM1*82*1*Z~PRV*PE*PXC*W~LX*01~SV1*HC:1::A*5.50*UN*01*1**1::3~" +
	"LX*2~NTE*ADD*X~NTE*ADD*Y~NTE*DGN*Z~SVD*P*0*HC:1**1*2~CAS*PR*1*1*1**2*2~SBR*S~NM1*PR*2*O~K3*~FOO~SE*1*0001~" +
	"ST*834*0002~INS*Y~SE*3*0002~ST*837*0003*005010X222A1~SE*2*0003~GE*1*1~IEA*1*000000001~"

// crookedStay and crookedTeeth are such files of the other kinds.
const (
	crookedStay = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
		"GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X223A3~ST*837*0001*005010X223A3~BHT*0019*00*1*20260131*1200*CH~HL*1**20*1~HL*2*1*22*0~SBR*P~" +
		"CLM*1*10***131:A:1**A*Y*Y~DTP*096*D8*20260131~DTP*434*D8*20260131~DTP*435*DT*20260131~DTP*435*DT*202601312400~CL1*1**~AMT*F3~" +
		"REF*LX*A~REF*LX*B~REF*LU*TX~NTE*ADD*X~NTE*ALG*Y~NTE*ADD*Z~HI*BF:A*BF:B:::::::Y~HI*BK:C*BF:D~HI*ABK:E:D8:1~HI*BK:F~HI*BJ:G:H~HI*PR:I*APR:J~" +
		"HI*DR:1~HI*DR:2~HI*BBQ:1:D8:20260131*BBQ:2~HI*BBQ:3:D8:20260131~HI*BI:70:D8:20260131*BI:71:RD8:20260131~HI*BH:11:D8:20260131*BE:12~" +
		"HI*BE:80:::4*BE:81::5~HI*BE:82~HI*BG:1**BG:2~HI*TC:A~NM1*71*1*X~PRV*PE*PXC*Y~PRV*AT*PXC*Z~NM1*ZZ*1*X~NM1*72*1*Y~SBR*S~MIA*1~MIA**2***A~MOA*x~" +
		"NM1*IL*1*D~REF*SY*1~REF*SY*2~REF*SY*3~NM1*PR*2*P~NM1*71~REF*G2*1~LX*1~SV2*0120**10.0*DA*1*5*0~SV2*0250~AMT*GT~AMT*N8*1~NM1*72*1*Q~NM1*82*1*R~" +
		"LX*2~SV2*0300*HC:1**UN*1~SVD*P*1*HC:1*0300*1~SE*1*0001~GE*1*1~IEA*1*000000001~"
	crookedTeeth = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
		"GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X224A2~ST*837*0001*005010X224A2~BHT*0019*00*1*20260131*1200*CH~HL*1**20*1~HL*2*1*22*0~SBR*P~" +
		"CLM*1*10***11:B:1*Y*A*Y*Y**********PB~DTP*472*RD8*20260131~DTP*452*D8*20260131~DN1**12**Y~DN1*1*2*3~DN2*1*M****JP~DN2*2*M****JQ~DN2*3~" +
		"REF*G3*A~REF*G3*B~NTE*ADD*A~NTE*ADD*B~HI*TQ:A*ABF:B*TQ:C~HI*ABK:D~NM1*DD*1*X~PRV*PE*PXC*Y~NM1*DN*1*Z~PRV*RF*PXC*W~NM1*P3*1*V~LX*1~" +
		"SV3*AD:D1*10.0*11*10:20::30*I*0**x~SV3*AD:D2*1****1.50*****1::2~TOO*JP*1*M:O~TOO*JP*2*M::O~TOO*JQ*3~DTP*139*D8*20260131~DTP*441*D8*20260132~" +
		"DTP*196*D8*20260131~DTP*196*D8*20260131~REF*G3*1**2U:X~REF*9A*Y~REF*9B*Z~NM1*DD*1*Q~NM1*77*2*F~N3*A~LX*2~TOO*JP*1~SE*1*0001~GE*1*1~IEA*1*000000001~"
)

// smallFiles are files of our own to begin from.
func smallFiles(tb testing.TB) [][]byte {
	out := [][]byte{[]byte(crooked), []byte(crookedStay), []byte(crookedTeeth), []byte(frame), nil, []byte("ISA")}
	files := []string{"../x12/testdata/professional.edi"}
	for _, k := range allKindsOfClaims {
		files = append(files, filesOf(tb, k)...)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// FuzzClaims: whatever is read is written again without loss, and reads as the
// same items.
func FuzzClaims(f *testing.F) {
	for i, s := range smallFiles(f) {
		f.Add(s, false)
		f.Add(s, true)
		if i > 6 {
			continue
		}
		for _, s := range testkit.WithBreaks(string(s)) {
			f.Add([]byte(s), false)
		}
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: fragment}, MaxRecord: 64 << 10}
		items, ok := testkit.RecodeLaw(t, numbers, in, o.X12, func(in []byte) ([]Item, []byte, error) {
			r := recode(in, o)
			return r.items, r.out, r.err
		})
		if !ok {
			return
		}
		reused(t, in, *o, items)
	})
}

// reused reads with reuse and compares each item with the one that was kept.
func reused(t *testing.T, in []byte, o ReaderOptions, want []Item) {
	t.Helper()
	o.Reuse, o.OnIssue = true, func(x12.Issue) {}
	i := 0
	for item, err := range NewReader(bytes.NewReader(in), &o).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if i >= len(want) || item.Kind != want[i].Kind || item.At != want[i].At {
			t.Fatalf("item %d is another when memory is reused", i)
		}
		if item.Kind == x12.RecordStep {
			if d := changed(want[i].Claim, item.Claim); d != "" {
				t.Fatalf("item %d is another when memory is reused %s", i, d)
			}
		}
		i++
	}
	if i != len(want) {
		t.Fatalf("%d items when memory is reused, %d else", i, len(want))
	}
}

// someClaims are the first claims of a stream, read until an error.
func someClaims(in []byte, fragment bool) (out []*Claim) {
	o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: fragment}, MaxRecord: 64 << 10}
	for c, err := range NewReader(bytes.NewReader(in), o).Claims() {
		if err != nil || len(out) == 10 {
			break
		}
		out = append(out, c)
	}
	return out
}

// nothing reports whether a segment is nothing but separators: then it is nothing
// when it is written.
func nothing(in []byte, o x12.ReaderOptions) bool {
	for s, err := range x12.NewReader(bytes.NewReader(in), &o).Segments() {
		if err != nil {
			break
		}
		if raw := s.Raw(); raw.Tag == "" && len(strings.Trim(s.String(), string([]byte{s.Delimiters().Element}))) == 0 {
			return true
		}
	}
	return false
}

// FuzzCanonical: a claim that the canonical writer takes reads back the same.
func FuzzCanonical(f *testing.F) {
	for _, s := range smallFiles(f) {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		if o := (x12.ReaderOptions{Fragment: fragment}); testkit.EmptyEnds(in, o) || nothing(in, o) || testkit.OtherSeparators(in, o) {
			return
		}
		for _, c := range someClaims(in, fragment) {
			out, refused := write(t, slices.Values([]*Claim{c}), anyText())
			if len(refused) > 0 {
				if len(out) > 0 {
					t.Fatalf("a refused claim left %q", out)
				}
				continue
			}
			back := claimsOf(t, out, nil)
			if len(back) != 1 {
				t.Fatalf("%d claims came back of one: %q", len(back), out)
			}
			if d := changed(canonical(c), canonical(back[0])); d != "" {
				t.Fatalf("the claim changed %s\n%q", d, out)
			}
		}
	})
}

// FuzzJSON: a claim that goes through JSON is the same claim.
func FuzzJSON(f *testing.F) {
	for _, s := range smallFiles(f) {
		f.Add(s, false)
		f.Add(bytes.ReplaceAll(s, []byte("CLINIC"), []byte("CL\xe9\"\\\x01\uf7e9\u2028")), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		for _, c := range someClaims(in, fragment) {
			b, err := json.Marshal(c)
			if err != nil {
				t.Fatal(err)
			}
			var back Claim
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatalf("%v\n%s", err, b)
			}
			if d := changed(c, &back); d != "" {
				t.Fatalf("the claim changed %s\n%s", d, b)
			}
		}
	})
}
