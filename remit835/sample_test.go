// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

const (
	sampleHead = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~\n" +
		"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~\n"
	sampleTail = "GE*2*1~\nIEA*1*000000001~\n"
)

// sample is a file with every segment and every element that the guide uses, in
// the order of the guide, and a set with nothing but provider adjustments.
const sample = sampleHead +
	"ST*835*0001~\n" +
	"BPR*C*1150.5*C*ACH*CTX*01*123456789*DA*1112223*1999999999*999888777*01*987654321*SG*3334445*20260305~\n" +
	"TRN*1*EFT0001*1999999999*999888777~\n" +
	"CUR*PR*USD~\n" +
	"REF*EV*RECEIVER1~\n" +
	"REF*F2*V5.1~\n" +
	"DTM*405*20260303~\n" +
	"N1*PR*NORTH PLAN*XV*123456~\n" +
	"N3*1 PLAN WAY*SUITE 9~\n" +
	"N4*DENVER*CO*80202~\n" +
	"REF*2U*P1~\n" +
	"REF*NF*12345~\n" +
	"PER*CX*CLAIM DESK*FX*3035550101*TE*3035550100*EX*12~\n" +
	"PER*BL*EDI DESK*TE*3035550102*EM*EDI@PLAN.EXAMPLE*UR*PLAN.EXAMPLE~\n" +
	"PER*BL**UR*HELP.PLAN.EXAMPLE~\n" +
	"PER*IC**UR*PLAN.EXAMPLE/POLICY~\n" +
	"N1*PE*SOUTH CLINIC*XX*1234567893~\n" +
	"N3*2 MAIN ST*FLOOR 2~\n" +
	"N4*BOULDER*CO*803011234~\n" +
	"REF*TJ*123456789~\n" +
	"REF*PQ*P77~\n" +
	"RDM*EM*ANN LEE*ANN@CLINIC.EXAMPLE~\n" +
	"LX*110212~\n" +
	"TS3*1234567893*11*20261231*2*1600********10**20**30*40**50*60*70*2*80~\n" +
	"TS2*1*2*3*4*5*6*7*8*9*10*11*12*13*14*15*16*17*18*19~\n" +
	"CLP*A1*1*1000*700*100*MA*ICN0001*11*1**470*1.5*0.5~\n" +
	"CAS*CO*45*100**253*10*1~\n" +
	"CAS*PR*1*90**2*5.5**3*4.5~\n" +
	"NM1*QC*1*DOE*JANE*Q**JR*MI*M1~\n" +
	"NM1*IL*1*DOE*JOHN*R**SR*MI*M2~\n" +
	"NM1*74*1*DOUGH*JANET*S**II*C*M3~\n" +
	"NM1*82*1*LEE*ANN*T**MD*XX*1234567893~\n" +
	"NM1*TT*2*EAST PLAN*****PI*E1~\n" +
	"NM1*PR*2*WEST PLAN*****PI*W1~\n" +
	"NM1*GB*1*ROE*RICHARD*U**III*MI*W2~\n" +
	"MIA*4*1*2*3*N1*6*7*8*9*10*11*12*13*14*15*16*17*18*19*N20*N21*N22*N23*24~\n" +
	"REF*1L*GROUP1~\n" +
	"REF*EA*MR1~\n" +
	"REF*0B*LIC1~\n" +
	"REF*G2*COM1~\n" +
	"DTM*232*20260101~\n" +
	"DTM*233*20260105~\n" +
	"DTM*036*20261231~\n" +
	"DTM*050*20260110~\n" +
	"PER*CX*BO*TE*3035550103*EX*7~\n" +
	"AMT*AU*900~\n" +
	"AMT*I*3.25~\n" +
	"QTY*CA*4~\n" +
	"QTY*CD*0~\n" +
	"CLP*A2*2*600*450.5**12*ICN0002*11*1~\n" +
	"NM1*QC*1*DOE*JIM~\n" +
	"MOA*0.8*100*MA01*MA02*MA03*MA04*MA05*5*6~\n" +
	"SVC*HC:99213:25:59:76:77*500*400.5*0510*2*HC:99214:22:23:24:26:OFFICE VISIT*3~\n" +
	"DTM*472*20260102~\n" +
	"CAS*CO*45*50**97*20*1****131*24~\n" +
	"CAS*CO*253*5.5~\n" +
	"REF*APC*A~\n" +
	"REF*6R*L1~\n" +
	"REF*HPI*1234567893~\n" +
	"REF*0K*POLICY1~\n" +
	"REF*0K*POLICY2~\n" +
	"AMT*B6*450~\n" +
	"AMT*KH*1~\n" +
	"QTY*ZK*1~\n" +
	"LQ*HE*N115~\n" +
	"LQ*RX*70~\n" +
	"SVC*NU:0450*100*50~\n" +
	"DTM*150*20260102~\n" +
	"DTM*151*20260104~\n" +
	"CAS*OA*23*50~\n" +
	"LX*2~\n" +
	"CLP*A3*22*-10*-10**13*ICN0003~\n" +
	"NM1*QC*1*DOE*JACK~\n" +
	"PLB*1234567893*20261231*WO:ICN1*-5*L6:X*-3.25***FB:EFT0000*-1.75~\n" +
	"PLB*1234567893*20261231*CS*1*72:C*2*IR*3*LE*4*LS*5*J1*6~\n" +
	"PLB*1234567893*20261231*AH:A*-21~\n" +
	"PLB*P2*20261231*CT:CAP*10~\n" +
	"SE*78*0001~\n" +
	"ST*835*0002~\n" +
	"BPR*H*0*C*NON************20260305~\n" +
	"TRN*1*NONE0002*1999999999~\n" +
	"N1*PR*NORTH PLAN~\n" +
	"N3*1 PLAN WAY~\n" +
	"N4*DENVER*CO*80202~\n" +
	"PER*BL*EDI DESK~\n" +
	"N1*PE*SOUTH CLINIC*FI*123456789~\n" +
	"PLB*123456789*20261231*FB:NONE0002*0~\n" +
	"SE*10*0002~\n" +
	sampleTail

// The sample tests what it says it does.
func TestSampleIsValid(t *testing.T) {
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
	if len(tags) < 30 {
		t.Errorf("only %d kinds of segments", len(tags))
	}
	r := recode([]byte(sample), nil)
	if r.err != nil || len(r.fixed) > 0 || string(r.out) != sample {
		t.Errorf("%v %v", r.err, r.fixed)
	}
	for _, i := range r.issues {
		if i.Code != x12.CodeLineBreak {
			t.Error(i)
		}
	}
	if !bytes.Equal(r.out, []byte(sample)) {
		t.Error("recoding changes the sample")
	}
}
