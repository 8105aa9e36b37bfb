// SPDX-License-Identifier: Apache-2.0

package main

import "strings"

// An inquiry and the responses to it, without their envelope.
const (
	inquiryGS  = "GS*HS*CLINIC*PAYER*20260304*1200*1*X*005010X279A1~"
	responseGS = "GS*HB*PAYER*CLINIC*20260304*1200*1*X*005010X279A1~"
	inquiry    = "ST*270*0001*005010X279A1~BHT*0022*13*R1*20260304*1200~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893~" +
		"HL*3*2*22*0~TRN*1*T1*9CLINIC001~NM1*IL*1*DOE*JANE****MI*W123~DMG*D8*19800101~DTP*291*D8*20260304~EQ*30~" +
		"HL*4*2*22*1~NM1*IL*1*ROE*SAM****MI*W456~HL*5*4*23*0~TRN*1*T2*9CLINIC001~NM1*03*1*ROE*KIM~DMG*D8*20150101~EQ*98^UC~"
	response = "ST*271*0001*005010X279A1~BHT*0022*11*R1*20260304*1201~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893~" +
		"HL*3*2*22*0~TRN*2*T1*9CLINIC001~NM1*IL*1*DOE*JANE****MI*W123~EB*1*IND*30^98*HM*GOLD PLAN~EB*B*IND*98***27*25.00*****Y~LS*2120~NM1*P3*1*LEE*ANN~LE*2120~"
	refusal = "ST*271*0001*005010X279A1~BHT*0022*11*R1*20260304*1201~HL*1**20*0~AAA*Y**42*R~"
)

// eligibilityOddities are the oddities of inquiries and responses.
func eligibilityOddities() map[string]string {
	return map[string]string{
		"inquiry":                    isa + inquiryGS + inquiry + "SE*20*0001~" + ends,
		"inquiry, header alone":      isa + inquiryGS + inquiry[:strings.Index(inquiry, "HL*")] + "SE*3*0001~" + ends,
		"inquiry without a patient":  isa + inquiryGS + inquiry[:strings.Index(inquiry, "HL*3")] + "SE*7*0001~" + ends,
		"inquiry, subscriber alone":  isa + inquiryGS + inquiry[:strings.Index(inquiry, "HL*5")] + "SE*15*0001~" + ends,
		"response":                   isa + responseGS + response + "SE*15*0001~" + ends,
		"response, raw in it":        isa + responseGS + strings.Replace(response, "LS*", "ZZZ*1~LS*", 1) + "SE*16*0001~" + ends,
		"response without LE":        isa + responseGS + strings.Replace(response, "LE*2120~", "", 1) + "SE*14*0001~" + ends,
		"refusal":                    isa + responseGS + refusal + "SE*5*0001~" + ends,
		"refusal by the receiver":    isa + responseGS + strings.Replace(refusal, "*20*0~AAA*Y**42*R~", "*20*1~NM1*PR*2*PLAN*****PI*P1~HL*2*1*21*0~NM1*1P*2*X*****XX*1~AAA*N**43*C~", 1) + "SE*8*0001~" + ends,
		"claims, then eligibility":   isa + gs + set + se + "GE*1*1~" + responseGS + response + "SE*15*0001~" + "GE*1*1~" + remitGS + remittance + remitSE + "GE*1*1~IEA*3*000000001~",
		"eligibility without an end": isa + inquiryGS + inquiry,
	}
}
