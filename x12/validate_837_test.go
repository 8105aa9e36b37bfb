// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// change is what is done to a valid file and what is found then.
type change struct {
	name  string
	pairs []string
	want  []string
}

func checkChanges(t *testing.T, file string, changes []change) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			equal(t, "findings", validate(t, edit(t, string(data), c.pairs...), nil), c.want)
		})
	}
}

// lines is a run of service lines numbered from one number to another.
func lines(from, to int, rest string) string {
	var b strings.Builder
	for n := from; n <= to; n++ {
		fmt.Fprintf(&b, "~\nLX*%d~\n%s", n, rest)
	}
	return b.String()
}

func TestValidateInstitutional(t *testing.T) {
	const (
		claim     = "CLM*I2002*1300***83:A:1**A*Y*Y"
		surgery   = "SV2*0360*HC:49505:LT*1200*UN*1"
		principal = "HI*ABK:K409"
		procedure = "HI*BBR:02703DZ:D8:20260105"
		spans     = "HI*BI:70:RD8:20260105-20260107"
	)
	checkChanges(t, "testdata/institutional.edi", []change{
		{"nothing is wrong", nil, nil},
		{"a bill type of three parts", []string{claim, strings.Replace(claim, "83:A:1", "831", 1)},
			[]string{"segment 162 (2300 CLM05-1) element-too-long", "segment 162 (2300 CLM05-2) element-missing", "segment 162 (2300 CLM05-3) element-missing"}},
		{"a place of service", []string{claim, strings.Replace(claim, ":A:", ":B:", 1)}, []string{"segment 162 (2300 CLM05-2) code-not-allowed"}},
		{"a signature", []string{claim, strings.Replace(claim, "**A", "*Y*A", 1)}, []string{"segment 162 (2300 CLM06) element-not-used"}},
		{"no statement period", []string{"DTP*434*RD8*20260112-20260112", ""}, []string{"segment 164 (2300 DTP) missing-segment"}},
		{"a statement day", []string{"DTP*434*RD8*20260112-20260112", "DTP*434*D8*20260112"}, []string{"segment 163 (2300 DTP02) code-not-allowed"}},
		{"a statement that ends before it begins", []string{"DTP*434*RD8*20260112-20260112", "DTP*434*RD8*20260112-20260111"}, []string{"segment 163 (2300 DTP03) period-reversed"}},
		{"an admission without hour", []string{"DTP*435*DT*202601050815", "DTP*435*DT*20260105"}, []string{"segment 38 (2300 DTP03) bad-date"}},
		{"a discharge at 25 hours", []string{"DTP*096*TM*1430", "DTP*096*TM*2530"}, []string{"segment 36 (2300 DTP03) bad-time"}},
		{"no admission codes", []string{"CL1*3*1*01", ""}, []string{"segment 165 (2300 CL1) missing-segment"}},
		{"no patient status", []string{"CL1*3*1*01", "CL1*3*1"}, []string{"segment 165 (2300 CL103) element-missing"}},
		{"no principal diagnosis", []string{principal, ""}, []string{"segment 169 (2300 HI) missing-segment"}},
		{"present on admission by another letter", []string{principal, principal + ":::::::1"}, []string{"segment 167 (2300 HI01-9) code-not-allowed"}},
		{"another diagnosis in the segment of the principal one", []string{principal, principal + "*ABF:I10"}, []string{"segment 167 (2300 HI02) element-not-used"}},
		{"an admitting diagnosis among the others", []string{"HI*ABF:I10", "HI*ABF:I10*ABJ:I10"}, []string{"segment 169 (2300 HI02-1) code-not-allowed"}},
		{"a fourth reason for the visit", []string{"HI*APR:R1031*APR:R1011", "HI*APR:R1031*APR:R1011*APR:R109*APR:R100"}, []string{"segment 168 (2300 HI04) element-not-used"}},
		{"an unknown list of codes", []string{"HI*TC:A01", "HI*QQ:A01"}, []string{"segment 74 (2300 HI01-1) code-not-allowed"}},
		{"a procedure without date", []string{procedure, "HI*BBR:02703DZ"}, []string{"segment 68 (2300 HI01-3) element-missing", "segment 68 (2300 HI01-4) element-missing"}},
		{"a procedure on no day", []string{procedure, "HI*BBR:02703DZ:D8:20260230"}, []string{"segment 68 (2300 HI01-4) bad-date"}},
		{"an occurrence span of a day", []string{spans, "HI*BI:70:D8:20260105"}, []string{"segment 70 (2300 HI01-3) code-not-allowed"}},
		{"a value that is no amount", []string{"HI*BE:01:::950*BE:80:::5", "HI*BE:01:::950*BE:80:::5,0"}, []string{"segment 72 (2300 HI02-5) bad-number"}},
		{"three segments of value codes", []string{"HI*BE:01:::950*BE:80:::5", "HI*BE:01:::950~\nHI*BE:80:::5~\nHI*BE:81:::5"}, []string{"segment 74 (2300 HI) segment-repeats"}},
		{"a revenue line without revenue code", []string{surgery, "SV2**HC:49505:LT*1200*UN*1"}, []string{"segment 171 (2400 SV201) element-missing"}},
		{"a revenue line without units", []string{surgery, "SV2*0360*HC:49505:LT*1200"}, []string{"segment 171 (2400 SV204) element-missing", "segment 171 (2400 SV205) element-missing"}},
		{"a rate", []string{surgery, surgery + "*1200"}, []string{"segment 171 (2400 SV206) element-not-used"}},
		{"a professional service", []string{surgery, "SV1*HC:49505*1200*UN*1***1"}, []string{"segment 171 (2400 SV1) segment-not-in-set", "segment 172 (2400 SV2) missing-segment"}},
		{"an attending organisation", []string{"NM1*71*1*SMITH*ALAN****XX*1987654321", "NM1*71*2*SMITH*ALAN****XX*1987654321"}, []string{"segment 76 (2310A NM102) code-not-allowed"}},
		{"two attending providers", []string{"REF*G2*AT1", "REF*G2*AT1~\nNM1*71*1*SMITH*ALAN****XX*1987654321"}, []string{"segment 79 (2310A NM1) loop-repeats"}},
		{"inpatient adjudication without days", []string{"MIA*5**3*12000*MA01*1*2*3*4*5*6*7*8*9*2*10*11*12*13*MA02*N1*N2*N3*14", "MIA***3*12000"}, []string{"segment 98 (2320 MIA01) element-missing"}},
		{"a line out of sequence", []string{"LX*3", "LX*4"}, []string{"segment 160 (2400 LX01) line-number"}},
		{"a level out of sequence", []string{"HL*3*1*22*1", "HL*8*1*22*1"}, []string{"segment 175 (2000B HL01) hl-number"}},
		{"a wrong parent", []string{"HL*4*3*23*0", "HL*4*1*23*0"}, []string{"segment 179 (2000C HL02) hl-parent"}},
		{"999 lines", []string{"SV2*0370**100*UN*1", "SV2*0370**100*UN*1" + lines(3, 999, "SV2*0370**0*UN*1")}, nil},
		{"1,000 lines", []string{"SV2*0370**100*UN*1", "SV2*0370**100*UN*1" + lines(3, 1000, "SV2*0370**0*UN*1")}, []string{"segment 2169 (2400 LX) loop-repeats"}},
	})
}

func TestValidateDental(t *testing.T) {
	const (
		claim = "CLM*D3002*80***11:B:1*Y*A*Y*Y"
		crown = "SV3*AD:D2740*1200.5*11*10:20*R*1*****1:2"
		exam  = "SV3*AD:D0120*80****1"
		tooth = "TOO*JP*14*M:O"
	)
	checkChanges(t, "testdata/dental.edi", []change{
		{"nothing is wrong", nil, nil},
		{"a bill type", []string{claim, strings.Replace(claim, ":B:", ":A:", 1)}, []string{"segment 147 (2300 CLM05-2) code-not-allowed"}},
		{"assignment for laboratory services", []string{claim, strings.Replace(claim, "*A*", "*B*", 1)}, []string{"segment 147 (2300 CLM07) code-not-allowed"}},
		{"a predetermination by another name", []string{claim, claim + "**********XX"}, []string{"segment 147 (2300 CLM19) code-not-allowed"}},
		{"a tooth that is neither missing nor to be extracted", []string{"DN2*14*E****JP", "DN2*14*X****JP"}, []string{"segment 43 (2300 DN202) code-not-allowed"}},
		{"a tooth status without list", []string{"DN2*14*E****JP", "DN2*14*E"}, []string{"segment 43 (2300 DN206) element-missing"}},
		{"months in words", []string{"DN1*36*27**Y", "DN1*THREE*27**Y"}, []string{"segment 41 (2300 DN101) bad-number"}},
		{"no diagnosis", []string{"HI*ABK:Z0120", "", "SV3*AD:D0150*60****1*****1", "SV3*AD:D0150*60****1"}, nil},
		{"five diagnoses", []string{"HI*ABK:K0262*ABF:K036", "HI*ABK:K0262*ABF:K036*ABF:K029*ABF:K051*ABF:K056"}, []string{"segment 57 (2300 HI05) element-not-used"}},
		{"a note of another kind", []string{"NTE*ADD*CHIPPED IN A FALL", "NTE*DCP*CHIPPED IN A FALL"}, nil},
		{"an assistant surgeon without specialty", []string{"PRV*AS*PXC*1223S0112X", ""}, nil},
		{"a service without charge", []string{exam, "SV3*AD:D0120*****1"}, []string{"segment 151 (2400 SV302) element-missing"}},
		{"a procedure of another list", []string{exam, "SV3*HC:D0120*80****1"}, []string{"segment 151 (2400 SV301-1) code-not-allowed"}},
		{"neither first nor replaced", []string{crown, strings.Replace(crown, "*R*", "*5*", 1)}, []string{"segment 109 (2400 SV305) code-not-allowed"}},
		{"a sixth part of the mouth", []string{crown, strings.Replace(crown, "10:20", "10:20:30:40:01:02", 1)}, []string{"segment 109 (2400 SV304-6) too-many-components"}},
		{"a fifth diagnosis pointed at", []string{crown, strings.Replace(crown, "1:2", "1:5", 1)}, []string{"segment 109 (2400 SV311-2) code-not-allowed"}},
		{"a surface that is none", []string{tooth, "TOO*JP*14*M:X"}, []string{"segment 110 (2400 TOO03-2) code-not-allowed"}},
		{"a tooth of another list", []string{tooth, "TOO*JO*14*M:O"}, []string{"segment 110 (2400 TOO01) code-not-allowed"}},
		{"a tooth before its service", []string{exam, "TOO*JP*14~\n" + exam}, []string{"segment 151 (2400 SV3) missing-segment", "segment 152 (2400 SV3) segment-out-of-order"}},
		{"a service date in the claim and none in the line", []string{"DTP*472*D8*20260117", "", "CLM*E1*60***11:B:1*Y*A*Y*Y", "CLM*E1*60***11:B:1*Y*A*Y*Y~\nDTP*472*D8*20260117"}, nil},
		{"a revenue line", []string{exam, "SV2*0360**80*UN*1"}, []string{"segment 151 (2400 SV2) segment-not-in-set", "segment 152 (2400 SV3) missing-segment"}},
		{"a line out of sequence", []string{"LX*2~\nSV3*AD:D1351*100****2", "LX*1~\nSV3*AD:D1351*100****2"}, []string{"segment 168 (2400 LX01) line-number"}},
		{"51 lines", []string{exam, exam + lines(2, 51, "SV3*AD:D0120*0****1")}, []string{"segment 250 (2400 LX) loop-repeats"}},
	})
}

// TestSetValidatorPlaceOfEachKind walks the samples and asks where their loops are.
func TestSetValidatorPlaceOfEachKind(t *testing.T) {
	for _, c := range []struct{ file, guide, want string }{
		{"institutional", "005010X223A2", `1000A 1000B 2000A 2010AA 2010AB 2010AC 2000B 2010BA 2010BB 2300 2310A 2310B 2310C 2310D 2310E 2310F
			2320 2330A 2330B 2330C 2330D 2330E 2330F 2330G 2330H 2330I 2400 2430 2400 2410 2420A 2420B 2420C 2420D 2430 2400 2300 2400
			2000B 2010BA 2010BB 2000C 2010CA 2300 2400 2000A 2010AA 2000B 2010BA 2010BB 2300 2400`},
		{"dental", "005010X224A2", `1000A 1000B 2000A 2010AA 2010AB 2010AC 2000B 2010BA 2010BB 2300 2310A 2310B 2310C 2310D 2310E
			2320 2330A 2330B 2330C 2330D 2330E 2330F 2330G 2330H 2400 2420A 2420B 2420C 2420D 2430 2400 2300 2400
			2000B 2010BA 2010BB 2000C 2010CA 2300 2400 2000A 2010AA 2000B 2010BA 2010BB 2300 2400`},
	} {
		data, err := os.ReadFile("testdata/" + c.file + ".edi")
		if err != nil {
			t.Fatal(err)
		}
		g, ok := x12.LookupGuide(c.guide, "837")
		if !ok {
			t.Fatal("no guide")
		}
		j, err := x12.NewSetValidator(g, func(i x12.Issue) { t.Error(c.file, i) })
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		text = text[strings.Index(text, "\nST*")+1 : strings.Index(text, "GE*")]
		var loops []string
		for s, err := range x12.NewReader(strings.NewReader(text), &x12.ReaderOptions{Fragment: true}).Segments() {
			if err != nil {
				t.Fatal(err)
			}
			j.Segment(s)
			loop, _, ok := j.Place()
			if !ok {
				t.Errorf("%s: %s has no place", c.file, s.Tag())
			}
			if loop != "" && (len(loops) == 0 || loops[len(loops)-1] != loop) {
				loops = append(loops, loop)
			}
		}
		equal(t, c.file+" loops", loops, strings.Fields(c.want))
	}
}
