// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

const (
	sampleISA = "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PLAN           *260304*1200*^*00501*000000001*0*T*:~\n"
	sampleGE2 = "GE*2*1~\nIEA*1*000000001~\n"
	sampleIEA = "GE*1*1~\nIEA*1*000000001~\n"
)

// sample270 is a file with every segment and every element that the guide of the
// inquiry uses, in the order of the guide.
const sample270 = sampleISA +
	"GS*HS*CLINIC*PLAN*20260304*1200*1*X*005010X279A1~\n" +
	"ST*270*0001*005010X279A1~\n" +
	"BHT*0022*13*REQ1*20260304*1200*RT~\n" +
	"HL*1**20*1~\n" +
	"NM1*PR*2*NORTH PLAN*X*Y**Z*PI*12345~\n" +
	"HL*2*1*21*1~\n" +
	"NM1*1P*1*LEE*ANN*Q**MD*XX*1234567893~\n" +
	"REF*0B*LIC1*CO~\n" +
	"REF*TJ*123456789~\n" +
	"N3*1 MAIN ST*SUITE 2~\n" +
	"N4*BOULDER*CO*80301*CA~\n" +
	"PRV*RF*PXC*207Q00000X~\n" +
	"HL*3*2*22*0~\n" +
	"TRN*1*T0001*9CLINIC001*DEPT1~\n" +
	"TRN*1*T0002*1123456789~\n" +
	"NM1*IL*1*DOE*JOHN*R**JR*MI*M0001~\n" +
	"REF*6P*GROUP1~\n" +
	"REF*SY*123456789~\n" +
	"N3*2 ELM ST*APT 3~\n" +
	"N4*PARIS**75001*FR***IDF~\n" +
	"PRV*PC*HPI*1234567893~\n" +
	"DMG*D8*19700102*M~\n" +
	"INS*Y*18***************2~\n" +
	"HI*ABK:J45909*ABF:E119*ABF:I10*ABF:Z00*ABF:Z01*ABF:Z02*ABF:Z03*ABF:Z04~\n" +
	"DTP*102*D8*20250101~\n" +
	"DTP*291*RD8*20260304-20260306~\n" +
	"EQ*30^98^UC**FAM**1:2:3:4~\n" +
	"AMT*R*37.5~\n" +
	"AMT*PB*74.25~\n" +
	"III*ZZ*11~\n" +
	"REF*9F*REFERRAL1~\n" +
	"DTP*291*D8*20260305~\n" +
	"EQ**HC:99213:25:59:76:77***1~\n" +
	"SE*33*0001~\n" +
	"ST*270*0002*005010X279A1~\n" +
	"BHT*0022*13*REQ2*20260304*1200~\n" +
	"HL*1**20*1~\n" +
	"NM1*PR*2*NORTH PLAN*****PI*12345~\n" +
	"HL*2*1*21*1~\n" +
	"NM1*1P*2*SOUTH CLINIC*****XX*1234567893~\n" +
	"HL*3*2*22*1~\n" +
	"NM1*IL*1*ROE*RUTH****MI*M0002~\n" +
	"HL*4*3*23*0~\n" +
	"TRN*1*T0003*9CLINIC001~\n" +
	"NM1*03*1*ROE*RAY*S**II~\n" +
	"REF*EJ*ACCT1~\n" +
	"N3*3 OAK ST~\n" +
	"N4*DENVER*CO*80203~\n" +
	"PRV*AT*PXC*207R00000X~\n" +
	"DMG*D8*20100304*F~\n" +
	"INS*N*19***************1~\n" +
	"HI*BK:4939*BF:25000~\n" +
	"DTP*291*D8*20260304~\n" +
	"EQ*30~\n" +
	"III*ZZ*22~\n" +
	"REF*G1*AUTH1~\n" +
	"DTP*291*RD8*20260304-20260310~\n" +
	"EQ**AD:D0120~\n" +
	"SE*25*0002~\n" +
	sampleGE2

// sample271 is a file with every segment and every element that the guide of the
// response uses, in the order of the guide: two subscribers, a dependent, a
// provider who is refused and a payer who is.
const sample271 = sampleISA +
	"GS*HB*PLAN*CLINIC*20260304*1201*1*X*005010X279A1~\n" +
	"ST*271*0001*005010X279A1~\n" +
	"BHT*0022*11*REQ1*20260304*1201~\n" +
	"HL*1**20*1~\n" +
	"AAA*Y**42*R~\n" +
	"NM1*PR*2*NORTH PLAN*X*Y**Z*PI*12345~\n" +
	"PER*IC*HELP DESK*TE*3035550100*EX*12*UR*PLAN.EXAMPLE~\n" +
	"AAA*Y**80*P~\n" +
	"HL*2*1*21*1~\n" +
	"NM1*1P*1*LEE*ANN*Q**MD*XX*1234567893~\n" +
	"REF*0B*LIC1*CO~\n" +
	"N3*1 MAIN ST*SUITE 2~\n" +
	"N4*BOULDER*CO*80301*CA~\n" +
	"AAA*Y**43*C~\n" +
	"PRV*RF*PXC*207Q00000X~\n" +
	"HL*3*2*22*0~\n" +
	"TRN*2*T0001*9CLINIC001*DEPT1~\n" +
	"TRN*1*P0001*1999999999~\n" +
	"NM1*IL*1*DOE*JOHN*R**JR*MI*M0001~\n" +
	"REF*6P*GROUP1*GROUP NAME~\n" +
	"N3*2 ELM ST*APT 3~\n" +
	"N4*PARIS**75001*FR***IDF~\n" +
	"AAA*Y**71*C~\n" +
	"PRV*PC*PXC*207Q00000X~\n" +
	"DMG*D8*19700102*M~\n" +
	"INS*Y*18*001*25*************2~\n" +
	"HI*ABK:J45909*ABF:E119*ABF:I10*ABF:Z00*ABF:Z01*ABF:Z02*ABF:Z03*ABF:Z04~\n" +
	"DTP*346*D8*20260101~\n" +
	"DTP*291*RD8*20260101-20261231~\n" +
	"MPI*A*AE*A*TEXT*A1*RD8*20200101-20251231~\n" +
	"EB*1*FAM*30^35^88*HM*GOLD PLAN~\n" +
	"EB*B*IND*98*HM*GOLD PLAN*27*25.5*0.2*VS*3*Y*W*HC:99213:25:59:76:77::99215*1:2:3:4~\n" +
	"HSD*VS*12*WK*1.5*34*2*A*D~\n" +
	"HSD*DY*30~\n" +
	"REF*18*PLAN1*PLAN NAME~\n" +
	"REF*G1*AUTH1~\n" +
	"DTP*348*D8*20260101~\n" +
	"DTP*193*RD8*20260101-20260630~\n" +
	"AAA*Y**53*N~\n" +
	"MSG*FIRST MESSAGE~\n" +
	"MSG*SECOND MESSAGE~\n" +
	"III*ZZ*11~\n" +
	"III*GR*X1*44*A FALL~\n" +
	"LS*2120~\n" +
	"NM1*PR*2*OTHER PLAN*X*Y**Z*PI*777*41~\n" +
	"N3*4 PINE ST*FLOOR 1~\n" +
	"N4*OMAHA*NE*68101*CA*RJ*REGION~\n" +
	"PER*IC*DESK*TE*4025550100*EX*1*WP*4025550101~\n" +
	"PRV*PE*PXC*207R00000X~\n" +
	"NM1*IL*1*DOE*JANE****MI*M0009*02~\n" +
	"LE*2120~\n" +
	"HL*4*2*22*1~\n" +
	"NM1*IL*1*ROE*RUTH****MI*M0002~\n" +
	"HL*5*4*23*0~\n" +
	"TRN*2*T0003*9CLINIC001~\n" +
	"NM1*03*1*ROE*RAY*S**II~\n" +
	"REF*EJ*ACCT1~\n" +
	"N3*3 OAK ST~\n" +
	"N4*DENVER*CO*80203~\n" +
	"AAA*N**64*C~\n" +
	"PRV*AT*PXC*207R00000X~\n" +
	"DMG*D8*20100304*F~\n" +
	"INS*N*19*001*25*************1~\n" +
	"HI*BK:4939~\n" +
	"DTP*307*RD8*20260101-20261231~\n" +
	"MPI*P*RE*B**P1*D8*20200101~\n" +
	"EB*I**AL~\n" +
	"HSD*VS*1~\n" +
	"REF*9F*R1~\n" +
	"DTP*292*D8*20260101~\n" +
	"AAA*N**15*C~\n" +
	"MSG*NOT COVERED~\n" +
	"III*ZZ*12~\n" +
	"LS*2120~\n" +
	"NM1*P3*1*CHO*MAY****XX*1234567893~\n" +
	"LE*2120~\n" +
	"EB*A************HC:99213~\n" +
	"HL*6*1*21*0~\n" +
	"NM1*1P*2*SOUTH CLINIC*****FI*123456789~\n" +
	"AAA*N**51*C~\n" +
	"HL*7**20*0~\n" +
	"NM1*PR*2*EAST PLAN*****PI*999~\n" +
	"AAA*N**79*N~\n" +
	"SE*83*0001~\n" +
	sampleIEA

// The samples test what they say they do.
func TestSamplesAreValid(t *testing.T) {
	for sample, kinds := range map[string]int{sample270: 22, sample271: 28} {
		tags := map[string]bool{}
		for i, err := range x12.Validate(strings.NewReader(sample), &x12.ValidateOptions{SNIP: 2}) {
			if err != nil || i.Severity == x12.Error {
				t.Errorf("%v %v", i, err)
			}
		}
		for _, s := range strings.Split(sample, "\n") {
			tag, _, _ := strings.Cut(s, "*")
			tags[tag] = true
		}
		if len(tags) < kinds {
			t.Errorf("only %d kinds of segments", len(tags))
		}
		r := recode([]byte(sample), nil)
		if r.err != nil || len(r.fixed) > 0 || string(r.out) != sample {
			t.Errorf("%v %v %s", r.err, r.fixed, r.out)
		}
		for _, i := range r.issues {
			if i.Code != x12.CodeLineBreak {
				t.Error(i)
			}
		}
	}
}
