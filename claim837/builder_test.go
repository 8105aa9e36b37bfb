package claim837

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

const secondary = `"coverages": [
  {"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "decision": {
     "date": "2026-01-20", "paid": 110, "claimNumber": "ICN1", "remarks": ["MA01"],
     "services": [
       {"service": 1, "paid": 80, "adjustments": [{"group": "CO", "reason": "45", "amount": 5}, {"group": "PR", "reason": "2", "amount": 15}], "patientLiability": 15},
       {"service": 2, "paid": 30, "adjustments": [{"group": "contractual", "reason": "45", "amount": 20}]}]}},
  {"payer": {"name": "Medicare", "id": "MCR01"}, "plan": "medicare-b", "memberID": "1EG4TE5MK73", "secondReason": "working-aged"}]`

// What an encounter says must stand in the file, and what it does not say must not.
func TestBuild(t *testing.T) {
	for _, c := range []struct {
		name, more string
		has        []string // segments that stand in the file
		hasNot     []string // begins of segments that do not
	}{
		{"subscriber", "", []string{
			"NM1*41*2*OAK STREET BILLING*****46*OSB01", "PER*IC*BILLING DESK*TE*5125550100", "NM1*40*2*CLEARING HOUSE ONE*****46*CH1",
			"PRV*BI*PXC*207Q00000X", "NM1*85*2*OAK STREET CLINIC*****XX*1234567893", "N4*AUSTIN*TX*787011234", "REF*EI*123456789", "NM1*87*2", "N3*PO BOX 9",
			"SBR*P*18*G1******CI", "NM1*IL*1*DOE*JANE****MI*W123", "DMG*D8*19700101*F", "NM1*PR*2*FIRST HEALTH*****PI*FH001",
			"CLM*ACCT-1*150***11:B:1*Y*A*Y*Y", "HI*ABK:E119*ABF:I10", "NM1*82*1*LEE*ANN****XX*1999999984", "PRV*PE*PXC*207Q00000X",
			"SV1*HC:99213*100*UN*1***1:2", "SV1*HC:85025*50*UN*2***2", "DTP*472*D8*20260105", "REF*6R*1", "REF*6R*2",
		}, []string{"HL*3", "PAT", "NM1*77", "REF*F8", "SBR*S", "DTP*431"}},
		{"dependent", `{"coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "ppo", "memberID": "W123", "groupName": "Acme", "relationship": "Child",
			"insured": {"lastName": "Doe", "firstName": "John", "sex": "male", "birthDate": "1950-01-01"}}]}`,
			[]string{"HL*2*1*22*1", "SBR*P***ACME*****12", "NM1*IL*1*DOE*JOHN****MI*W123", "HL*3*2*23*0", "PAT*19", "NM1*QC*1*DOE*JANE", "DMG*D8*19700101*F"},
			[]string{"SBR*P*18", "DMG*D8*1950"}},
		{"guarantor", `{"guarantor": {"lastName": "Roe", "firstName": "Ida"}, "coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "hmo", "memberID": "W9", "relationship": "life-partner"}]}`,
			[]string{"NM1*IL*1*ROE*IDA****MI*W9", "PAT*53"}, nil},
		{"secondary", "{" + secondary + "}", []string{
			"SBR*S*18***12****MB", "NM1*PR*2*MEDICARE*****PI*MCR01", "SBR*P*18*******CI", "AMT*D*110", "OI***Y***Y", "MOA***MA01",
			"NM1*IL*1*DOE*JANE****MI*W123", "NM1*PR*2*FIRST HEALTH*****PI*FH001", "REF*F8*ICN1",
			"SVD*FH001*80*HC:99213**1", "CAS*CO*45*5", "CAS*PR*2*15", "DTP*573*D8*20260120", "AMT*EAF*15", "SVD*FH001*30*HC:85025**2", "CAS*CO*45*20",
		}, []string{"CAS*OA"}},
		{"secondary, decided as a whole", `{"coverages": [
			{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "relationship": "spouse", "insured": {"lastName": "Doe", "firstName": "Sam"},
			 "decision": {"date": "2026-01-20", "paid": "0", "adjustments": [{"group": "patient", "reason": "1", "amount": 100}, {"group": "PR", "reason": "2", "amount": 50}]}},
			{"payer": {"name": "Second", "id": "S2"}, "plan": "indemnity", "memberID": "Z9"}]}`,
			[]string{"SBR*S*18*******15", "SBR*P*01*******CI", "CAS*PR*1*100**2*50", "AMT*D*0", "NM1*IL*1*DOE*SAM****MI*W123", "DTP*573*D8*20260120"}, []string{"SVD"}},
		{"primary with a second payer to come", `{"coverages": [
			{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123"}, {"payer": {"name": "Second", "id": "S2"}, "plan": "medicaid", "memberID": "Z9"}]}`,
			[]string{"SBR*P*18*******CI", "SBR*S*18*******MC"}, []string{"AMT*D", "DTP*573", "CAS"}},
		{"payer that does not cover", `{"coverages": [
			{"payer": {"name": "Vision Only", "id": "VO1"}, "plan": "indemnity", "memberID": "V1", "notCovered": true}, {"payer": {"name": "Second", "id": "S2"}, "plan": "medicaid", "memberID": "Z9"}]}`,
			[]string{"SBR*S*18*******MC", "AMT*A8*150"}, []string{"AMT*D"}},
		{"replacement", `{"corrects": {"action": "replace", "claimNumber": "ICN9"}}`, []string{"CLM*ACCT-1*150***11:B:7*Y*A*Y*Y", "REF*F8*ICN9"}, nil},
		{"void", `{"corrects": {"action": "void", "claimNumber": "ICN9"}}`, []string{"CLM*ACCT-1*150***11:B:8*Y*A*Y*Y", "REF*F8*ICN9"}, nil},
		{"drug", `{"services": [{"code": "J3301", "charge": "36.5", "units": "4", "diagnoses": ["E119"], "drug": {"ndc": "0003-0293-05", "quantity": "1", "unit": "ML", "prescription": "RX1"}}]}`,
			[]string{"LIN**N4*00003029305", "CTP****1*ML", "REF*XZ*RX1", "SV1*HC:J3301*36.5*UN*4***1"}, nil},
		{"ambulance", `{"placeOfService": "41", "providers": {"rendering": {"organization": "Oak Street Clinic", "npi": "1234567893"}},
			"ambulance": {"reason": "nearest-facility", "miles": 12, "weightPounds": 150, "conditions": ["stretcher", "bed-confined"],
			  "pickUp": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"},
			  "dropOff": {"line1": "1 North Rd", "city": "Austin", "state": "TX", "zip": "78702"}, "dropOffName": "North Hospital"},
			"services": [{"code": "A0429", "modifiers": ["rh"], "charge": 500, "diagnoses": ["I10"]}, {"code": "A0425", "modifiers": ["RH"], "charge": 120, "units": 12, "diagnoses": ["I10"]}]}`,
			[]string{"CR1*LB*150**A*DH*12", "CRC*07*Y*04*12", "NM1*PW*2", "NM1*45*2*NORTH HOSPITAL", "SV1*HC:A0429:RH*500*UN*1***2"}, []string{"NM1*82", "NM1*77"}},
		{"equipment", `{"placeOfService": "12", "services": [{"code": "E0601", "modifiers": ["RR"], "charge": 90, "diagnoses": ["E119"],
			"equipment": {"days": 90, "rentalPrice": 90, "rentalPeriod": "month", "purchasePrice": 800, "certificate": "initial", "months": 12, "sentBy": "not-needed", "onFile": true},
			"dates": {"beginTherapy": "2026-01-02"}, "providers": {"ordering": {"lastName": "Roe", "firstName": "Max", "npi": "1888888884", "phone": "512 555 0111"}}}]}`,
			[]string{"SV5*HC:E0601*DA*90*90*800*4", "PWK*CT*AG", "CR3*I*MO*12", "CRC*09*Y*38", "DTP*463*D8*20260102", "NM1*DK*1*ROE*MAX****XX*1888888884", "PER*IC**TE*5125550111"}, nil},
		{"anesthesia", `{"placeOfService": "22", "anesthesiaFor": ["47562"], "providers": {"rendering": "lee", "facility": "north"},
			"services": [{"code": "00840", "modifiers": ["AA"], "charge": 900, "minutes": 75, "diagnoses": ["E119"]}]}`,
			[]string{"HI*BP:47562", "SV1*HC:00840:AA*900*MJ*75***1", "NM1*77*2*NORTH HOSPITAL*****XX*1777777776"}, nil},
		{"referral and supervision", `{"referral": "R77", "providers": {"referring": "roe", "primaryCare": {"lastName": "Poe", "firstName": "Al"}, "supervising": {"lastName": "Sup", "firstName": "Vi", "npi": "1999999984"}}}`,
			[]string{"REF*9F*R77", "NM1*DN*1*ROE*MAX****XX*1888888884", "NM1*P3*1*POE*AL", "NM1*DQ*1*SUP*VI****XX*1999999984"}, nil},
		{"rendering is who bills", `{"providers": {"rendering": {"organization": "Oak Street Clinic", "npi": "1234567893"}}}`, nil, []string{"NM1*82"}},
		{"rendering of one service differs", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10"], "providers": {"rendering": "roe"}}, {"code": "99214", "charge": 2, "diagnoses": ["I10"], "providers": {"rendering": "lee"}}]}`,
			[]string{"NM1*82*1*LEE*ANN****XX*1999999984", "NM1*82*1*ROE*MAX****XX*1888888884"}, nil},
		{"accident", `{"accident": {"auto": true, "employment": true, "state": "tx", "date": "2026-01-02"}}`, []string{"CLM*ACCT-1*150***11:B:1*Y*A*Y*Y**AA:EM::TX", "DTP*439*D8*20260102"}, nil},
		{"workers' compensation", `{"accident": {"employment": true, "date": "2026-01-02"}, "patient": {"phone": "(512) 555-0123", "casualtyClaim": "WC-77"},
			"coverages": [{"payer": {"name": "State Fund", "id": "SF1"}, "plan": "workers-compensation", "memberID": "E1", "relationship": "employee", "patientID": "P1", "insured": {"organization": "Acme Corp"}}]}`,
			[]string{"NM1*IL*2*ACME CORP*****MI*E1", "PAT*20", "REF*Y4*WC-77", "REF*1W*P1", "PER*IC**TE*5125550123", "CLM*ACCT-1*150***11:B:1*Y*A*Y*Y**EM"}, nil},
		{"consents", `{"consents": {"providerSigned": false, "acceptAssignment": "no", "assignBenefits": "not-applicable", "release": "informed", "signedForPatient": true}}`,
			[]string{"CLM*ACCT-1*150***11:B:1*N*C*W*I*P"}, nil},
		{"foreign address and accents", `{"patient": {"lastName": "Muñoz", "firstName": "José", "address": {"line1": "Calle 5", "city": "Ciudad de México", "state": "CMX", "zip": "06000", "country": "mx"}}}`,
			[]string{"NM1*IL*1*MUNOZ*JOSE****MI*W123", "N4*CIUDAD DE MEXICO**06000*MX***CMX"}, nil},
		{"old diagnoses", `{"date": "2015-09-30", "diagnoses": ["250.00"], "services": [{"code": "99213", "charge": 10}]}`, []string{"HI*BK:25000", "SV1*HC:99213*10*UN*1***1"}, nil},
		{"inpatient", `{"placeOfService": "21", "dates": {"admission": "2026-01-04", "discharge": "2026-01-09"}, "providers": {"facility": "north"}}`,
			[]string{"DTP*435*D8*20260104", "DTP*096*D8*20260109"}, nil},
		{"purchased", `{"services": [{"code": "71046", "modifiers": ["TC"], "charge": 60, "diagnoses": ["I10"], "purchased": {"from": {"organization": "X-Ray Inc", "npi": "1777777776"}, "charge": "40.00"}}]}`,
			[]string{"PS1*1777777776*40", "NM1*QB*2******XX*1777777776"}, nil},
		{"numbers, notes and attachments", `{"priorAuthorization": "PA1", "clia": "12D3456789", "medicalRecord": "MR1", "note": {"text": "Seen twice"}, "mandatoryCrossover": false,
			"attachments": [{"kind": "operative-note", "how": "fax", "number": "A1"}, {"kind": "B4", "how": "on-request"}], "fileInformation": ["STATE DATA"], "delayReason": "other",
			"specialProgram": "disability", "conditionCodes": ["AA"], "patientPaid": "20", "homebound": true}`,
			[]string{"REF*G1*PA1", "REF*X4*12D3456789", "REF*EA*MR1", "REF*F5*N", "NTE*ADD*SEEN TWICE", "PWK*OB*FX***AC*A1", "PWK*B4*AA", "K3*STATE DATA",
				"CLM*ACCT-1*150***11:B:1*Y*A*Y*Y***05********11", "HI*BG:AA", "AMT*F5*20", "CRC*75*Y*IH"}, nil},
		{"service details", `{"date": "2026-01-05", "endDate": "2026-01-07", "services": [{"id": "L-9", "code": "99213", "charge": 100, "diagnoses": ["I10"], "placeOfService": "12", "emergency": true, "epsdt": true,
			"familyPlanning": true, "copayExempt": true, "salesTax": 3, "postage": 2, "clia": "12D3456789", "priorAuthorizations": [{"number": "P1"}, {"number": "P2"}],
			"testResults": [{"measure": "hemoglobin", "value": "9.5"}], "note": {"text": "long visit"}, "outsideNote": "third", "hospiceEmployee": false,
			"forms": [{"id": "484.03", "answers": [{"question": "1A", "answer": "yes"}, {"question": "2", "text": "x"}]}]}]}`,
			[]string{"DTP*472*RD8*20260105-20260107", "REF*6R*L-9", "SV1*HC:99213*100*UN*1*12**2**Y**Y*Y***0", "AMT*T*3", "AMT*F4*2", "REF*G1*P1", "REF*G1*P2", "MEA*TR*R1*9.5",
				"NTE*ADD*LONG VISIT", "NTE*TPO*THIRD", "CRC*70*N*65", "LQ*UT*484.03", "FRM*1A*Y", "FRM*2**X"}, nil},
		{"payer's numbers of providers", `{"coverages": [{"payer": {"name": "First Health", "id": "FH001", "claimOffice": "7"}, "plan": "commercial", "memberID": "W123",
			"providerNumbers": [{"role": "billing", "number": "B1"}, {"role": "rendering", "number": "R1"}]}]}`, []string{"REF*FY*7", "REF*G2*B1", "REF*G2*R1"}, nil},
		{"another biller", `{"providers": {"rendering": "lee", "billing": {"organization": "South Clinic", "npi": "1888888884", "taxID": "987654321",
			"address": {"line1": "3 S St", "city": "Waco", "state": "TX", "zip": "767010001"}}}}`, []string{"NM1*85*2*SOUTH CLINIC*****XX*1888888884", "REF*EI*987654321"}, []string{"NM1*85*2*OAK"}},
		{"chiropractic, vision, screening", `{"chiropractic": {"condition": "chronic", "descriptions": ["back pain"]}, "vision": [{"for": "frames", "reasons": ["broken"]}],
			"epsdtReferral": {"given": true, "outcomes": ["new-services"]}, "dates": {"initialTreatment": "2026-01-01", "disabledFrom": "2026-01-01", "disabledTo": "2026-01-20"}}`,
			[]string{"CR2********C**BACK PAIN", "CRC*E3*Y*L3", "CRC*ZZ*Y*ST", "DTP*454*D8*20260101", "DTP*314*RD8*20260101-20260120"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := segments(t, built(t, c.more))
			for _, want := range c.has {
				if !slices.Contains(file, want) {
					t.Errorf("%s is missing", want)
				}
			}
			for _, not := range c.hasNot {
				if k := slices.IndexFunc(file, func(s string) bool { return strings.HasPrefix(s, not) }); k >= 0 {
					t.Errorf("%s stands there", file[k])
				}
			}
			if t.Failed() {
				t.Log(strings.Join(file, "\n"))
			}
		})
	}
}

// What is wrong is found, at its place in the encounter, and there is no claim.
func TestBuildFindings(t *testing.T) {
	many := func(n int, s string) string { return "[" + strings.TrimSuffix(strings.Repeat(s+",", n), ",") + "]" }
	for _, c := range []struct {
		name, more string
		code       x12.IssueCode
		path       string
	}{
		{"no coverage", `{"coverages": []}`, CodeNoCoverage, "coverages"},
		{"all decided", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "1", "decision": {"date": "2026-01-20", "paid": 150}}]}`, CodeNoOpenCoverage, "coverages"},
		{"payer without id", `{"coverages": [{"payer": {"name": "F"}, "plan": "ppo", "memberID": "1"}]}`, CodeMissing, "coverages[0].payer.id"},
		{"unknown plan", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "gold", "memberID": "1"}]}`, CodeUnknownWord, "coverages[0].plan"},
		{"no member id", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo"}]}`, "837-SUB-05", "coverages[0].memberID"},
		{"no insured", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "1", "relationship": "child"}]}`, CodeMissing, "coverages[0].insured"},
		{"no sex", `{"patient": {"sex": ""}}`, "837-SUB-01", "patient.sex"},
		{"no reason why Medicare is second", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "1"}, {"payer": {"name": "M", "id": "M1"}, "plan": "medicare-b", "memberID": "2"}]}`,
			"837P-SUB-09", "coverages[1].secondReason"},
		{"no charge", `{"services": [{"code": "99213", "diagnoses": ["I10"]}]}`, CodeMissing, "services[0].charge"},
		{"negative charge", `{"services": [{"code": "99213", "charge": -1, "diagnoses": ["I10"]}]}`, "837-BAL-02", "services[0].charge"},
		{"no services", `{"services": []}`, CodeMissing, "services"},
		{"51 services", `{"services": ` + many(51, `{"code": "99213", "charge": 1, "diagnoses": ["I10"]}`) + `}`, CodeTooManyServices, "services"},
		{"13 diagnoses", `{"diagnoses": ` + many(13, `"I10"`) + `}`, CodeTooManyDiagnoses, "diagnoses"},
		{"5 diagnoses of a service", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10", "I10", "I10", "I10", "I10"]}]}`, CodeTooManyPointers, "services[0].diagnoses"},
		{"diagnosis of a service only", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["Z00.00"]}]}`, CodeDiagnosisUnlisted, "services[0].diagnoses[0]"},
		{"service for no diagnosis", `{"services": [{"code": "99213", "charge": 1}]}`, CodeDiagnosisNeeded, "services[0].diagnoses"},
		{"no diagnosis", `{"diagnoses": []}`, CodeMissing, "diagnoses"},
		{"ICD-9 after its time", `{"diagnosisCodes": "icd-9"}`, "837-DX-02", "diagnoses[0]"},
		{"no date", `{"date": ""}`, CodeMissing, "services[0].date"},
		{"units and minutes", `{"services": [{"code": "00840", "charge": 1, "units": 1, "minutes": 20, "diagnoses": ["I10"]}]}`, CodeTwoValues, "services[0].minutes"},
		{"minutes of a visit", `{"services": [{"code": "99213", "charge": 1, "minutes": 20, "diagnoses": ["I10"]}]}`, "837P-LN-01", "services[0].minutes"},
		{"ambiguous NDC", `{"services": [{"code": "J3301", "charge": 1, "diagnoses": ["I10"], "drug": {"ndc": "0003029305", "quantity": 1, "unit": "unit"}}]}`, CodeNDCAmbiguous, "services[0].drug.ndc"},
		{"unknown provider", `{"providers": {"rendering": "nobody"}}`, CodeUnknownProvider, "providers.rendering"},
		{"NPI with a typing error", `{"providers": {"rendering": {"lastName": "L", "npi": "1234567890"}}}`, "CS-NPI", "providers.rendering.npi"},
		{"NPI of a service", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10"]}, {"code": "99213", "charge": 1, "diagnoses": ["I10"], "providers": {"supervising": {"lastName": "L", "npi": "1"}}}]}`, "CS-NPI", "services[1].providers.supervising.npi"},
		{"replacement without number", `{"corrects": {"action": "replace"}}`, "837-CLM-03", "corrects.claimNumber"},
		{"accident without date", `{"accident": {"other": true}}`, "837P-CLM-06", "accident.date"},
		{"admission", `{"placeOfService": "21"}`, "837P-DT-02", "dates.admission"},
		{"attachment without number", `{"attachments": [{"kind": "consent", "how": "mail"}]}`, "837-CLM-09", "attachments[0].number"},
		{"payment that does not add up", strings.Replace("{"+secondary+"}", `"amount": 20`, `"amount": 21`, 1), "COB-BAL-01", "coverages[0].decision.services[1]"},
		{"decision without payment", strings.Replace("{"+secondary+"}", `"paid": 110, `, ``, 1), CodeMissing, "coverages[0].decision.paid"},
		{"decision about no service", strings.Replace("{"+secondary+"}", `"service": 2`, `"service": 3`, 1), CodeUnknownService, "coverages[0].decision.services[1].service"},
		{"other payer without member id", strings.Replace("{"+secondary+"}", `"memberID": "W123", `, ``, 1), CodeMissing, "coverages[0].memberID"},
		{"ZIP of the facility", `{"providers": {"facility": {"organization": "H", "address": {"line1": "1 A", "city": "B", "state": "TX", "zip": "78701"}}}}`, "837-PRV-03", "providers.facility.address.zip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			claim, found := testEncounter(t, c.more).Claim(testPractice(t))
			if claim != nil {
				t.Error("there is a claim in spite of findings")
			}
			for _, i := range found {
				if i.Code == c.code && i.Path == c.path && i.Severity == x12.Error {
					if i.Detail == "" || !strings.HasPrefix(i.String(), c.path+" [") {
						t.Errorf("the finding says nothing: %s", i)
					}
					return
				}
			}
			t.Errorf("no finding %s at %s", c.code, c.path)
			for _, i := range found {
				t.Log(i)
			}
		})
	}
}

func TestPracticeFindings(t *testing.T) {
	p := testPractice(t)
	p.BillingProvider.Address.Line1 = "P.O. Box 7"
	p.Submitter.ID = ""
	c, found := testEncounter(t, "").Claim(p)
	if c != nil {
		t.Error("there is a claim of a practice that cannot bill")
	}
	for _, want := range []string{"practice.submitter.id", "practice.billingProvider.address.line1"} {
		if !slices.ContainsFunc(found, func(i x12.Issue) bool { return i.Path == want }) {
			t.Errorf("nothing found at %s: %v", want, found)
		}
	}
	if c, found = testEncounter(t, "").Claim(nil); c != nil || len(found) != 1 || found[0].Code != CodeNoPractice {
		t.Errorf("without a practice: %v", found)
	}
	e := testEncounter(t, "")
	e.Practice = testPractice(t)
	if c, found = e.Claim(nil); c == nil {
		t.Errorf("the encounter has its own practice: %v", found)
	}
}

func TestNDC(t *testing.T) {
	for in, want := range map[string]string{
		"0409-4887-20": "00409488720", "50242-040-62": "50242004062", "12345-6789-1": "12345678901", "00409488720": "00409488720",
		"12345-6789-01": "12345678901",
	} {
		if got, bad := ndc(in); got != want || bad != "" {
			t.Errorf("%s: %s %s, want %s", in, got, bad, want)
		}
	}
	for in, want := range map[string]x12.IssueCode{"0409488720": CodeNDCAmbiguous, "1234-567-89": CodeNDCForm, "abc": CodeNDCForm, "123456-789-01": CodeNDCForm, "": CodeNDCForm} {
		if _, bad := ndc(in); bad != want {
			t.Errorf("%q: %s, want %s", in, bad, want)
		}
	}
}

// A Builder serves several goroutines, and one claim does not show in another.
func TestBuilderShared(t *testing.T) {
	b := NewBuilder(testPractice(t), nil)
	e := testEncounter(t, `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "1", "providerNumbers": [{"role": "rendering", "number": "X"}]}]}`)
	plain := testEncounter(t, "")
	done := make(chan int)
	for range 4 {
		go func() {
			n := 0
			for range 50 {
				a, _ := b.Claim(e)
				c, _ := b.Claim(plain)
				n += len(a.Rendering.SecondaryIDs) - 1 + len(c.Rendering.SecondaryIDs)
				if a.BillingProvider != c.BillingProvider {
					n++
				}
			}
			done <- n
		}()
	}
	for range 4 {
		if n := <-done; n != 0 {
			t.Errorf("%d claims show what belongs to others", n)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	t := &testing.T{}
	builder, e := NewBuilder(testPractice(t), nil), testEncounter(t, "")
	b.ReportAllocs()
	for b.Loop() {
		if c, found := builder.Claim(e); c == nil {
			b.Fatal(found)
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	t := &testing.T{}
	c, _ := testEncounter(t, "").Claim(testPractice(t))
	b.ReportAllocs()
	for b.Loop() {
		Judge(c, nil, func(i x12.Issue) { b.Fatal(i) })
	}
}
