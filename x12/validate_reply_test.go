// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestValidateRemittance(t *testing.T) {
	checkChanges(t, "testdata/remittance.edi", []change{
		{"as it is", nil, nil},
		{"header numbers are the payer's", []string{"LX*7", "LX*000300", "LX*2", "LX*0"}, []string{"segment 23 (2000 LX01) leading-zeros"}},
		{"header number twice", []string{"LX*2", "LX*7"}, nil},
		{"names in another order", []string{"NM1*TT*2*SOUTH PLAN*****XV*S300", "", "NM1*QC*1*DOE*JANE*Q**JR*MI*M100200300", "NM1*TT*2*SOUTH PLAN*****XV*S300~\nNM1*QC*1*DOE*JANE*Q**JR*MI*M100200300"}, nil},
		{"no claim", []string{"LX*2", "LX*2~\nLX*3"}, []string{"segment 76 (2100 CLP) missing-loop"}},
		{"ST03 (835-SIT-09)", []string{"ST*835*0001", "ST*835*0001*005010X221A1"}, []string{"segment 1 (ST03) convention-not-used"}},
		{"ST03 of the family", []string{"ST*835*0001", "ST*835*0001*005010X221"}, []string{"segment 1 (ST03) version-erratum", "segment 1 (ST03) convention-not-used"}},
		{"ST03 of a claim", []string{"ST*835*0001", "ST*835*0001*005010X222A1"}, []string{"segment 1 (ST03) version-mismatch", "segment 1 (ST03) convention-not-used"}},
		{"no date of payment", []string{"CUR*PR*USD", "CUR*PR*"}, []string{"segment 4 (CUR02) element-missing", "segment 4 (CUR02) trailing-separator"}},
		{"account without its kind", []string{"N1*PR*NORTH PLAN*XV*N2002", "N1*PR*NORTH PLAN**N2002"}, []string{"segment 8 (1000A N103) element-condition"}},
		{"no technical contact", []string{"PER*BL*EDI DESK*EM*EDI@EXAMPLE.COM*TE*8005550101*UR*WWW.EXAMPLE.COM", "", "PER*BL*NIGHT DESK*TE*8005550102", ""},
			[]string{"segment 15 (1000A PER) missing-segment"}},
		{"adjustments of a provider too early", []string{"PLB*1987654321*20261231*90:X*-120", "", "LX*2", "PLB*1987654321*20261231*90:X*-120~\nLX*2"},
			[]string{"segment 76 (2000 LX) segment-out-of-order"}},
		{"adjustment without amount", []string{"PLB*1987654321*20261231*90:X*-120", "PLB*1987654321*20261231*90:X*-120*WO:Y"}, []string{"segment 83 (PLB06) element-condition"}},
		{"amount of more than two decimals", []string{"AMT*I*1.25", "AMT*I*1.255"}, []string{"segment 46 (2100 AMT02) number-too-precise"}},
		{"a remark of no list", []string{"LQ*HE*M15", "LQ*ZZ*M15"}, []string{"segment 62 (2110 LQ01) code-not-allowed"}},
		{"group of a claim", []string{"CAS*CO*97*82.5", "CAS*CR*97*82.5"}, []string{"segment 66 (2110 CAS01) code-not-allowed"}},
		{"claim without patient", []string{"NM1*QC*1*PARK*SUE", ""}, []string{"segment 69 (2100 NM1) missing-segment"}},
		{"no header number", []string{"LX*2", ""}, nil},
	})
}

func TestValidateInquiry(t *testing.T) {
	many := "EQ*" + strings.Repeat("30^", 98) + "1"
	checkChanges(t, "testdata/inquiry.edi", []change{
		{"as it is", nil, nil},
		{"99 service types", []string{"EQ*1^33", many}, nil},
		{"100 service types", []string{"EQ*1^33", many + "^2"}, []string{"segment 48 (2110D EQ01 repeat 100) element-repeats"}},
		{"a service type of no list", []string{"EQ*1^33", "EQ*1^Q0^33"}, []string{"segment 48 (2110D EQ01 repeat 2) code-not-allowed"}},
		{"neither service type nor procedure", []string{"EQ*1^33", "EQ"}, []string{"segment 48 (2110D EQ01) element-condition"}},
		{"purpose of a reply", []string{"BHT*0022*13*REQ1*20260131*0915*RT", "BHT*0022*11*REQ1*20260131*0915*RT"}, []string{"segment 2 (BHT02) code-not-allowed"}},
		{"in a group of replies", []string{"GS*HS*CLINIC*PAYER*20260131*091530*22*X*005010X279A1", "GS*HB*CLINIC*PAYER*20260131*091530*22*X*005010X279A1"},
			[]string{"segment 1 (ST01) set-not-in-group"}},
		{"dependents not announced", []string{"HL*4*2*22*1", "HL*4*2*22*0"}, []string{"segment 34 (2000C HL04) hl-child"}},
		{"dependents announced", []string{"HL*9*8*22*0", "HL*9*8*22*1"}, []string{"segment 61 (2000C HL04) hl-child"}},
		{"a dependent asks for nothing", []string{"EQ*30", ""}, []string{"segment 56 (2110D EQ) missing-loop"}},
		{"a dependent in the wrong family", []string{"HL*6*4*23*0", "HL*6*3*23*0"}, []string{"segment 53 (2000D HL02) hl-parent"}},
		{"a level is missing", []string{"HL*4*2*22*1", ""}, []string{"segment 34 (2000C HL) missing-segment"}},
	})
}

func TestValidateResponse(t *testing.T) {
	many := strings.Repeat("^30", 99)[1:]
	checkChanges(t, "testdata/response.edi", []change{
		{"as it is", nil, nil},
		{"no LS", []string{"LS*2120~\nNM1*P3*1*JONES*MARCUS****XX*1987654321", "NM1*P3*1*JONES*MARCUS****XX*1987654321"}, []string{"segment 58 (2110C LS) missing-segment"}},
		{"no LE", []string{"NM1*P3*1*JONES*MARCUS****XX*1987654321~\nLE*2120", "NM1*P3*1*JONES*MARCUS****XX*1987654321"}, []string{"segment 60 (2110C LE) missing-segment"}},
		{"neither LS nor LE", []string{"LS*2120~\nNM1*P3*1*JONES*MARCUS****XX*1987654321~\nLE*2120", "NM1*P3*1*JONES*MARCUS****XX*1987654321"}, []string{"segment 58 (2110C LS) missing-segment", "segment 59 (2110C LE) missing-segment"}},
		{"nothing between LS and LE", []string{"LS*2120~\nNM1*P3*1*JONES*MARCUS****XX*1987654321", "LS*2120"}, []string{"segment 59 (2120C NM1) missing-loop"}},
		{"LE alone", []string{"EB*B*IND*98****25", "EB*B*IND*98****25~\nLE*2120"}, []string{"segment 91 (2110D LS) missing-segment"}},
		{"related entity before further information", []string{"III*ZZ*11", "", "LE*2120", "LE*2120~\nIII*ZZ*11"}, []string{"segment 56 (2115C III) segment-out-of-order"}},
		{"entity of a dependent", []string{"NM1*VN*2*EYE CARE VENDOR", "NM1*03*2*EYE CARE VENDOR"}, []string{"segment 84 (2120D NM101) code-not-allowed"}},
		{"the subscriber as an entity of a benefit", []string{"NM1*P3*1*JONES*MARCUS****XX*1987654321", "NM1*IL*1*JONES*MARCUS****MI*M1"}, nil},
		{"99 service types", []string{"EB*1**30^33*HM*SILVER", "EB*1**" + many + "*HM*SILVER"}, nil},
		{"100 service types", []string{"EB*1**30^33*HM*SILVER", "EB*1**" + many + "^1*HM*SILVER"}, []string{"segment 76 (2110D EB03 repeat 100) element-repeats"}},
		{"a benefit code that repeats", []string{"EB*1**30^33*HM*SILVER", "EB*1^2**30^33*HM*SILVER"}, []string{"segment 76 (2110D EB01 repeat 2) element-repeats"}},
		{"procedure without its kind", []string{"EB*D**********Y*U*HC:99213:25:59::::99215*1:2", "EB*D**********Y*U*:99213*1:2"}, []string{"segment 44 (2110C EB13-1) element-missing"}},
		{"quantity without its kind", []string{"EB*F*IND*AE****30**VS*30*Y*Y", "EB*F*IND*AE****30***30*Y*Y"}, []string{"segment 40 (2110C EB09) element-condition"}},
		{"further information without its list", []string{"III***44*KNEE ONLY", "III**7*44*KNEE ONLY"}, []string{"segment 47 (2115C III01) element-condition"}},
		{"rejected at the source, with levels", []string{"HL*1**20*1", "HL*1**20*0"}, []string{"segment 3 (2000A HL04) hl-child"}},
		{"a dependent with levels", []string{"HL*5*4*23*0", "HL*5*4*23*1"}, []string{"segment 63 (2000D HL04) code-not-allowed", "segment 63 (2000D HL04) hl-child"}},
		{"a dependent without subscriber", []string{"HL*4*2*22*1~\nNM1*IL*1*PARK*MIN****MI*M777", ""}, []string{"segment 61 (2000D HL01) hl-number", "segment 16 (2000C HL04) hl-child", "segment 61 (2000D HL02) hl-parent"}},
		{"messages after further information", []string{"MSG*NETWORK ONLY", "", "III*GR*7", "III*GR*7~\nMSG*NETWORK ONLY"}, []string{"segment 82 (2110D MSG) segment-out-of-order"}},
	})
}

// A payer that rejects an inquiry as a whole often copies HL04 from it: the levels
// that it announces do not come, and why not is said. That is no reason to refuse
// the reply; a level that is missing without a reason is.
func TestRejectedLevels(t *testing.T) {
	const (
		source, receiver = "HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~", "HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893~"
		patient          = "HL*3*2*22*1~TRN*2*T1*9CLINIC001~NM1*IL*1*DOE*ANN****MI*M1~"
	)
	for name, c := range map[string]struct{ body, want string }{
		"source, at its level":        {"HL*1**20*1~AAA*N**42*R~NM1*PR*2*PLAN*****PI*P1~", "warning 2000A HL04"},
		"source, with its name":       {source + "AAA*N**42*R~", "warning 2000A HL04"},
		"receiver":                    {source + receiver + "AAA*N**43*C~", "warning 2000B HL04"},
		"receiver, and another one":   {source + receiver + "AAA*N**43*C~" + "HL*3*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893~", "warning 2000B HL04 error 2000B HL04"},
		"one and another source":      {source + "AAA*N**42*R~" + "HL*2**20*1~NM1*PR*2*PLAN*****PI*P1~", "warning 2000A HL04 error 2000A HL04"},
		"nothing is rejected":         {source + receiver, "error 2000B HL04"},
		"the source's counts no more": {source + "AAA*N**42*R~" + receiver, "error 2000B HL04"},
		"the subscriber":              {source + receiver + patient + "AAA*N**75*C~", "error 2000C HL04"},
		"0 says it right":             {strings.Replace(source, "20*1", "20*0", 1) + "AAA*N**42*R~", ""},
	} {
		body := "ST*271*0001*005010X279A1~BHT*0022*11*R1*20260304*0915~" + c.body
		in := "ISA*00*          *00*          *ZZ*NORTHPLAN      *ZZ*LAKECLINIC     *260304*0915*^*00501*000000001*0*T*:~" +
			"GS*HB*NORTHPLAN*LAKECLINIC*20260304*0915*1*X*005010X279A1~" + body + "SE*" + strconv.Itoa(strings.Count(body, "~")+1) + "*0001~GE*1*1~IEA*1*000000001~"
		var got []string
		for i, err := range x12.Validate(strings.NewReader(in), nil) {
			if err != nil {
				t.Fatal(err)
			}
			if i.Code != x12.CodeHLChild {
				t.Errorf("%s: %v", name, i)
				continue
			}
			got = append(got, fmt.Sprintf("%s %s %s%02d", i.Severity, i.Position.Loop, i.Position.Tag, i.Position.Element))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}
