// SPDX-License-Identifier: Apache-2.0

package encounter

// dentalJSON is a visit to a dentist.
const dentalJSON = `{
  "id": "DENT-1",
  "patient": {"lastName": "Doe", "firstName": "Jane", "birthDate": "1970-01-01", "sex": "female",
    "address": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"}},
  "coverages": [{"payer": {"name": "First Dental", "id": "FD001"}, "plan": "ppo", "memberID": "W123", "groupNumber": "G1"}],
  "providers": {"rendering": "lee"},
  "placeOfService": "11",
  "date": "2026-01-05",
  "dental": {},
  "services": [
    {"code": "D1110", "charge": "100.00"},
    {"code": "D2392", "charge": "210.00", "teeth": [{"number": "14", "surfaces": "MO"}]}
  ]
}`

// dentalCases are visits that become a claim without any finding.
var dentalCases = []buildCase{
	{"filling", "", []string{"CLM*DENT-1*310***11:B:1*Y*A*Y*Y", "DTP*472*D8*20260105", "SV3*AD:D1110*100", "SV3*AD:D2392*210", "TOO*JP*14*M:O", "REF*6R*2",
		"NM1*82*1*LEE*ANN****XX*1999999984", "PRV*PE*PXC*207Q00000X"}, []string{"HI", "DN1", "DN2", "NM1*DD"}},
	{"teeth and parts of the mouth", `{"services": [{"code": "D4341", "charge": 1, "oralCavity": ["lower-left", "40"]}, {"code": "D7140", "charge": 2, "teeth": ["as", "32"]}]}`,
		[]string{"SV3*AD:D4341*1**30:40", "TOO*JP*AS", "TOO*JP*32"}, nil},
	{"dates of services", `{"services": [{"code": "D1110", "charge": 1, "date": "2026-01-05"}, {"code": "D0120", "charge": 1, "date": "2026-01-06"}]}`,
		[]string{"DTP*472*D8*20260105", "DTP*472*D8*20260106"}, nil},
	{"replacement of a crown", `{"services": [{"code": "D2740", "charge": 1000, "teeth": ["30"], "prosthesis": {"kind": "replacement", "priorDate": "2014-05-01"}}, {"code": "D2740", "charge": 1000, "teeth": ["31"], "prosthesis": {"kind": "R", "priorDate": "2014-05-01", "priorDateEstimate": true}}]}`,
		[]string{"SV3*AD:D2740*1000***R", "DTP*441*D8*20140501", "DTP*139*D8*20140501"}, nil},
	{"orthodontics", `{"dental": {"orthodontics": {"months": 24, "monthsRemaining": 20, "placed": "2025-09-05"}, "missingTeeth": ["7"], "teethToExtract": ["5", "12"]},
			"services": [{"code": "D8080", "charge": 5200, "dates": {"appliancePlaced": "2026-01-05", "applianceReplaced": "2026-01-04", "treatmentStarted": "2025-01-03", "treatmentCompleted": "2026-01-05"}}]}`,
		[]string{"DN1*24*20", "DN2*7*M****JP", "DN2*5*E****JP", "DN2*12*E****JP", "DTP*452*D8*20250905", "DTP*452*D8*20260105", "DTP*446*D8*20260104", "DTP*196*D8*20250103", "DTP*198*D8*20260105"}, nil},
	{"orthodontics, no months known", `{"dental": {"orthodontics": {"placed": "2026-01-05"}}}`, []string{"DN1****Y"}, nil},
	{"predetermination", `{"date": "", "dental": {"predetermination": true, "missingTeeth": ["19"]}, "services": [{"code": "D6240", "charge": 1190, "teeth": ["19"], "prosthesis": {"kind": "initial"}}]}`,
		[]string{"CLM*DENT-1*1190***11:B:1*Y*A*Y*Y**********PB", "SV3*AD:D6240*1190***I"}, []string{"DTP*472"}},
	{"answer to a predetermination", `{"dental": {"predeterminationNumber": "PD1"}, "services": [{"code": "D6240", "charge": 1190, "predeterminations": [{"number": "PD2"}], "priorAuthorizations": [{"number": "PA2"}], "referrals": [{"number": "RF2"}]}]}`,
		[]string{"REF*G3*PD1", "REF*G3*PD2", "REF*G1*PA2", "REF*9F*RF2"}, nil},
	{"surgery with an assistant", `{"placeOfService": "22", "diagnoses": ["K01.1", "M27.3"], "providers": {"assistantSurgeon": {"lastName": "Poe", "firstName": "Al", "npi": "1234567893", "taxonomy": "1223S0112X"}, "referring": "roe", "supervising": "roe", "facility": "north"},
			"referral": "R1", "services": [{"code": "D7240", "charge": 540, "teeth": ["17"], "diagnoses": ["k01.1"]}, {"code": "D9222", "charge": 300,
			 "providers": {"assistantSurgeon": {"lastName": "Zed", "firstName": "Al", "npi": "1777777776", "taxonomy": "1223S0112X"}, "rendering": {"lastName": "Ray", "firstName": "Al", "npi": "1888888884", "taxonomy": "1223S0112X"}}}]}`,
		[]string{"HI*ABK:K011*ABF:M273", "NM1*DD*1*POE*AL****XX*1234567893", "PRV*AS*PXC*1223S0112X", "NM1*DN*1*ROE*MAX****XX*1888888884", "NM1*DQ*1*ROE*MAX****XX*1888888884", "NM1*77*2*NORTH HOSPITAL*****XX*1777777776",
			"SV3*AD:D7240*540*********1", "SV3*AD:D9222*300", "NM1*DD*1*ZED*AL****XX*1777777776", "NM1*82*1*RAY*AL****XX*1888888884"}, nil},
	{"after another payer", `{"coverages": [
			{"payer": {"name": "First Dental", "id": "FD001"}, "plan": "ppo", "memberID": "W123", "predetermination": "PD9", "providerNumbers": [{"role": "assistant-surgeon", "number": "A"}],
			 "decision": {"date": "2026-01-20", "paid": 200, "services": [{"service": 1, "paid": 100}, {"service": 2, "paid": 100, "adjustments": [{"group": "PR", "reason": "2", "amount": 110}]}]}},
			{"payer": {"name": "Second", "id": "S2"}, "plan": "ppo", "memberID": "Z9"}]}`,
		[]string{"SVD*FD001*100*AD:D1110**1", "REF*G3*PD9", "NM1*DD*1", "REF*G2*A"}, nil},
	{"payer's number of the assistant", `{"providers": {"assistantSurgeon": {"lastName": "Poe", "firstName": "Al", "npi": "1234567893", "taxonomy": "1223S0112X"}}, "coverages": [{"payer": {"name": "First Dental", "id": "FD001"}, "plan": "ppo", "memberID": "W123", "providerNumbers": [{"role": "assistant-surgeon", "number": "A"}]}]}`,
		[]string{"REF*G2*A"}, nil},
	{"rare parts of a visit", `{"accident": {"other": true, "date": "2026-01-01"}, "patientPaid": 20, "specialProgram": "disability", "delayReason": "other", "authorizationException": "urgent", "note": {"text": "one"},
			"attachments": [{"kind": "periodontal-charts", "how": "electronic", "number": "A1"}], "contract": {"kind": "flat"}, "fileInformation": ["K3"], "dental": {"notes": ["two", "three"]},
			"services": [{"code": "D1110", "charge": 100, "salesTax": 3, "contract": {"kind": "flat"}, "fileInformation": ["L3"], "placeOfService": "12", "units": 2, "modifiers": ["22"], "description": "unlisted"}]}`,
		[]string{"CLM*DENT-1*100***11:B:1*Y*A*Y*Y**OA*05********11", "DTP*439*D8*20260101", "AMT*F5*20", "REF*4N*1", "NTE*ADD*ONE", "NTE*ADD*TWO", "NTE*ADD*THREE", "PWK*P6*EL***AC*A1", "CN1*04", "K3*K3", "K3*L3", "AMT*T*3",
			"SV3*AD:D1110:22::::UNLISTED*100*12***2"}, nil},
}
