// SPDX-License-Identifier: Apache-2.0

package encounter

// stayJSON is an inpatient stay.
const stayJSON = `{
  "id": "STAY-1",
  "patient": {"lastName": "Doe", "firstName": "Jane", "birthDate": "1970-01-01", "sex": "female",
    "address": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"}},
  "coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "groupNumber": "G1"}],
  "providers": {"attending": "lee", "operating": "roe"},
  "stay": {"facility": "hospital-inpatient", "drg": "343", "admittingDiagnosis": "R10.31", "coveredDays": 3,
    "admission": {"date": "2026-01-05", "hour": "14:30", "priority": "emergency", "origin": "home"},
    "discharge": {"date": "2026-01-08", "hour": "11:00", "status": "home"},
    "procedures": [{"code": "0DTJ4ZZ", "date": "2026-01-05"}]},
  "diagnoses": [{"code": "K35.80", "presentOnAdmission": "yes"}, {"code": "I10", "presentOnAdmission": "yes"}],
  "services": [
    {"revenueCode": "0120", "charge": "3600.00", "units": 3},
    {"revenueCode": "0360", "charge": "5200.00"},
    {"revenueCode": "0250", "charge": "410.25", "units": 12}
  ]
}`

// outpatient is laid over stayJSON.
const outpatient = `"providers": {"attending": "lee", "operating": null}, "diagnoses": ["K35.80", "I10"], "date": "2026-01-05",
  "stay": {"facility": "hospital-outpatient", "drg": "", "admittingDiagnosis": "", "coveredDays": null, "procedures": null,
    "admission": {"date": "", "hour": "", "priority": "elective", "origin": "home"}, "discharge": {"date": "", "hour": "", "status": "home"}}`

// still is a stay that goes on.
const still = `"discharge": {"date": "", "hour": "", "status": "still-patient"}`

// room is the only service of a stay, but for its days.
const room = `"services": [{"revenueCode": "0120", "charge": 9210.25, "units": `

// stayCases are stays that become a claim without any finding.
var stayCases = []buildCase{
	{"inpatient", "", []string{
		"CLM*STAY-1*9210.25***11:A:1**A*Y*Y", "DTP*096*TM*1100", "DTP*434*RD8*20260105-20260108", "DTP*435*DT*202601051430", "CL1*1*1*01",
		"HI*ABK:K3580:::::::Y", "HI*ABJ:R1031", "HI*DR:343", "HI*ABF:I10:::::::Y", "HI*BBR:0DTJ4ZZ:D8:20260105", "HI*BE:80:::3",
		"NM1*71*1*LEE*ANN****XX*1999999984", "PRV*AT*PXC*207Q00000X", "NM1*72*1*ROE*MAX****XX*1888888884",
		"SV2*0120**3600*DA*3", "SV2*0360**5200*UN*1", "SV2*0250**410.25*UN*12", "REF*6R*3",
	}, []string{"DTP*472", "HI*BH", "NM1*82", "REF*F8"}},
	{"outpatient", `{` + outpatient + `, "services": [{"revenueCode": "0450", "code": "99283", "charge": 400}]}`,
		[]string{"CLM*STAY-1*400***13:A:1**A*Y*Y", "DTP*434*RD8*20260105-20260105", "CL1*3*1*01", "HI*ABK:K3580", "SV2*0450*HC:99283*400*UN*1", "DTP*472*D8*20260105"},
		[]string{"DTP*435", "DTP*096", "HI*DR", "HI*ABJ", "NM1*72"}},
	{"outpatient over several days", `{` + outpatient + `, "date": "", "services": [{"revenueCode": "0420", "code": "97110", "charge": 90, "date": "2026-01-05"}, {"revenueCode": "0420", "code": "97110", "charge": 90, "date": "2026-01-12"}]}`,
		[]string{"DTP*434*RD8*20260105-20260112", "DTP*472*D8*20260112"}, nil},
	{"type of bill as on paper", `{"stay": {"facility": "", "billType": "0111"}}`, []string{"CLM*STAY-1*9210.25***11:A:1**A*Y*Y"}, nil},
	{"first of several bills", `{"stay": {"through": "2026-01-31", "coveredDays": 27, ` + still + `}, ` + room + `27}]}`, []string{"CLM*STAY-1*9210.25***11:A:2**A*Y*Y", "CL1*1*1*30", "DTP*434*RD8*20260105-20260131"}, []string{"DTP*096"}},
	{"one of several bills", `{"stay": {"from": "2026-02-01", "through": "2026-02-28", "coveredDays": 28, "admission": {"date": "2026-01-05"}, "procedures": null, ` + still + `}, ` + room + `28}]}`,
		[]string{"CLM*STAY-1*9210.25***11:A:3**A*Y*Y", "CL1*1*1*30", "DTP*435*DT*202601051430"}, nil},
	{"one of several bills, in words", `{"stay": {"frequency": "continuing", "from": "2026-02-01", "through": "2026-02-28", "procedures": null, "coveredDays": 28, "discharge": {"date": "", "hour": "", "status": ""}}, ` + room + `28}]}`,
		[]string{"CLM*STAY-1*9210.25***11:A:3**A*Y*Y", "CL1*1*1*30"}, nil},
	{"last of several bills", `{"stay": {"from": "2026-01-07", "coveredDays": 1}, ` + room + `1}]}`, []string{"CLM*STAY-1*9210.25***11:A:4**A*Y*Y", "CL1*1*1*01", "DTP*434*RD8*20260107-20260108"}, nil},
	{"late charges", `{` + outpatient + `, "stay": {"facility": "hospital-outpatient", "frequency": "late-charges", "drg": "", "coveredDays": null, "admittingDiagnosis": "", "procedures": null,
			"admission": {"date": "", "hour": "", "priority": "elective", "origin": "clinic"}, "discharge": {"date": "", "hour": "", "status": "home"}},
			"services": [{"revenueCode": "0300", "code": "80053", "charge": 40}]}`, []string{"CLM*STAY-1*40***13:A:5**A*Y*Y"}, nil},
	{"replacement", `{"corrects": {"action": "replace", "claimNumber": "ICN9", "reason": "diagnoses"}}`, []string{"CLM*STAY-1*9210.25***11:A:7**A*Y*Y", "REF*F8*ICN9", "HI*BG:D4"}, nil},
	{"void of a bill on paper", `{"stay": {"facility": "", "billType": "118"}, "corrects": {"action": "void", "claimNumber": "ICN9"}, "conditionCodes": ["d5"]}`,
		[]string{"CLM*STAY-1*9210.25***11:A:8**A*Y*Y", "REF*F8*ICN9", "HI*BG:D5"}, nil},
	{"nursing facility with a rate code", `{"providers": {"attending": "lee", "operating": null}, "stay": {"facility": "nursing-facility", "drg": "", "procedures": null, "occurrenceSpans": [{"code": "70", "from": "2026-01-01", "through": "2026-01-05"}]},
			"diagnoses": ["I10"], "services": [{"revenueCode": "0022", "code": "KAGD1", "charge": 0, "units": 3}, {"revenueCode": "0120", "charge": 900, "units": 3, "nonCovered": "10.50"}]}`,
		[]string{"CLM*STAY-1*900***21:A:1**A*Y*Y", "SV2*0022*HP:KAGD1*0*UN*3", "SV2*0120**900*DA*3**10.5", "HI*BI:70:RD8:20260101-20260105"}, nil},
	{"hospice", `{"providers": {"attending": "lee", "operating": null}, "stay": {"facility": "hospice", "from": "2026-02-01", "through": "2026-02-28", "drg": "", "procedures": null, "coveredDays": null, "admittingDiagnosis": "",
			"admission": {"date": "2026-01-05", "hour": "", "priority": "elective", "origin": "home"}, ` + still + `, "values": [{"code": "61", "amount": "44100"}]}, "diagnoses": ["C34.11"],
			"services": [{"revenueCode": "0651", "code": "Q5001", "charge": 5000, "units": 28, "date": "2026-02-01"}]}`,
		[]string{"CLM*STAY-1*5000***81:A:3**A*Y*Y", "DTP*435*D8*20260105", "HI*BE:61:::44100"}, nil},
	{"coded by the last day", `{` + room + `2}], "diagnoses": ["540.9"], "stay": {"coveredDays": 2, "drg": "", "admittingDiagnosis": "789.03", "admission": {"date": "2015-09-28"}, "discharge": {"date": "2015-09-30"}, "procedures": [{"code": "47.01", "date": "2015-09-29"}, {"code": "54.21", "date": "2015-09-29"}],
			"externalCauses": ["E885.9"]}}`, []string{"HI*BK:5409", "HI*BJ:78903", "HI*BR:4701:D8:20150929", "HI*BQ:5421:D8:20150929", "HI*BN:E8859"}, nil},
	{"admitted before, discharged after the change of codes", `{"stay": {"admission": {"date": "2015-09-28"}, "discharge": {"date": "2015-10-01"}, "procedures": [{"code": "0DTJ4ZZ", "date": "2015-09-29"}]}}`,
		[]string{"HI*ABK:K3580:::::::Y", "HI*BBR:0DTJ4ZZ:D8:20150929"}, nil},
	{"accident", `{` + outpatient + `, "accident": {"auto": true, "date": "2026-01-04", "state": "tx"}, "services": [{"revenueCode": "0450", "code": "99283", "charge": 400}]}`,
		[]string{"HI*BH:01:D8:20260104", "REF*LU*TX"}, nil},
	{"accident at work, told by the hospital", `{` + outpatient + `, "accident": {"employment": true, "date": "2026-01-04"}, "services": [{"revenueCode": "0450", "code": "99283", "charge": 400}],
			"coverages": [{"payer": {"name": "State Fund", "id": "SF1"}, "plan": "workers-compensation", "memberID": "E1", "relationship": "employee", "patientID": "P1", "insured": {"organization": "Acme Corp"}}], "patient": {"casualtyClaim": "WC-1", "phone": "5125550123"}}`,
		[]string{"HI*BH:04:D8:20260104", "REF*Y4*WC-1", "REF*1W*P1"}, []string{"PER*IC**TE*5125550123"}},
	{"death", `{"patient": {"deathDate": "2026-01-08"}, "stay": {"discharge": {"status": "died"}}}`, []string{"CL1*1*1*20", "HI*BH:55:D8:20260108"}, []string{"PAT"}},
	{"newborn", `{"patient": {"birthDate": "2026-01-05"}, "stay": {"admission": {"priority": "newborn", "origin": "born-here"}}}`, []string{"CL1*4*5*01"}, nil},
	{"Medicare after an employer's plan", `{"coverages": [
			{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "decision": {"date": "2026-01-20", "paid": "9000", "adjustments": [{"group": "CO", "reason": "45", "amount": "210.25"}]}},
			{"payer": {"name": "Medicare", "id": "MCR01"}, "plan": "medicare-a", "memberID": "1EG4TE5MK73", "secondReason": "working-aged"}]}`,
		[]string{"SBR*S*18*******MA", "HI*BE:80:::3*BE:12:::9000", "AMT*D*9000"}, []string{"MIA"}},
	{"after a decided stay", `{"coverages": [
			{"payer": {"name": "Medicare", "id": "MCR01"}, "plan": "medicare-a", "memberID": "1EG4TE5MK73", "providerNumbers": [{"role": "attending", "number": "A"}, {"role": "operating", "number": "O"}, {"role": "other-operating", "number": "Z"}],
			 "decision": {"date": "2026-01-20", "paid": "9000", "remarks": ["MA07", "MA18"], "notPayable": 19,
			 "adjustments": [{"group": "CO", "reason": "45", "amount": "210.25"}], "inpatient": {"psychiatricDays": 3, "drgAmount": 4, "disproportionateShare": 6, "passThrough": 7, "capital": 8, "capitalFederal": 9, "capitalHospital": 10,
			  "capitalDisproportionate": 11, "oldCapital": 12, "capitalTeaching": 13, "operatingHospital": 14, "costReportDays": 15, "operatingFederal": 16, "capitalOutlier": 17, "teaching": 18, "capitalException": 24}}},
			{"payer": {"name": "Second", "id": "S2"}, "plan": "commercial", "memberID": "Z9"}]}`,
		[]string{"MIA*3**3*4*MA07*6*7*8*9*10*11*12*13*14*15*16*17*18*19*MA18****24", "DTP*573*D8*20260120", "NM1*71*1", "REF*G2*A", "NM1*72*1", "REF*G2*O", "NM1*ZZ*1", "REF*G2*Z"}, []string{"MOA"}},
	{"after decided services", `{` + outpatient + `, "services": [{"revenueCode": "0450", "code": "99283", "charge": 400}, {"revenueCode": "0250", "charge": 50}], "coverages": [
			{"payer": {"name": "First", "id": "F1"}, "plan": "ppo", "memberID": "M1", "decision": {"date": "2026-01-20", "paid": 300, "remarks": ["N19"], "services": [
			  {"service": 1, "paid": 300, "revenueCode": "451", "adjustments": [{"group": "CO", "reason": "45", "amount": 100}]}, {"service": 2, "paid": 0, "code": "J1885", "adjustments": [{"group": "CO", "reason": "97", "amount": 50}]}]}},
			{"payer": {"name": "Second", "id": "S2"}, "plan": "commercial", "memberID": "Z9"}]}`,
		[]string{"MOA***N19", "SVD*F1*300*HC:99283*0451*1", "SVD*F1*0*HC:J1885*0250*1"}, nil},
	{"numbers of a payer for those who attended", `{"providers": {"otherOperating": {"lastName": "Poe", "firstName": "Al", "npi": "1234567893"}}, "coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123",
			"providerNumbers": [{"role": "attending", "number": "A"}, {"role": "operating", "number": "O"}, {"role": "other-operating", "number": "Z"}]}]}`,
		[]string{"REF*G2*A", "REF*G2*O", "NM1*ZZ*1*POE*AL****XX*1234567893", "REF*G2*Z"}, nil},
	{"rare parts of a stay", `{"conditionCodes": ["02"], "priorAuthorization": "PA1", "referral": "RF1", "medicalRecord": "MR1", "demonstrationProject": "P4", "deviceExemption": "X1", "delayReason": "other", "note": {"text": "remark"},
			"attachments": [{"kind": "operative-note", "how": "mail", "number": "A1"}], "contract": {"kind": "percent", "percentage": 80}, "fileInformation": ["K3"], "authorizationException": "urgent",
			"epsdtReferral": {"given": true, "outcomes": ["new-services"]},
			"providers": {"rendering": {"lastName": "Poe", "firstName": "Al", "npi": "1467890129", "taxonomy": "207Q00000X"}, "referring": {"lastName": "Ray", "firstName": "Al", "npi": "1777777776", "taxonomy": "207Q00000X"}, "facility": "north"},
			"stay": {"estimatedDue": "12.5", "peerReview": "G4", "deviceExemptions": ["X2", "X3"], "treatmentCodes": ["a01", "B02"], "reasonsForVisit": ["R07.9"], "externalCauses": [{"code": "W01.0XXA", "presentOnAdmission": "unknown"}, {"code": "Y92.009", "presentOnAdmission": "exempt"}],
			  "occurrences": [{"code": "11", "date": "2026-01-04"}], "values": [{"code": "54", "amount": 3200}], "nonCoveredDays": 0, "coinsuranceDays": 1, "lifetimeReserveDays": 2,
			  "procedures": [{"code": "0DTJ4ZZ", "date": "2026-01-05"}, {"code": "3E1M38Z", "date": "2026-01-06"}], "notes": [{"about": "medications", "text": "none"}]},
			"services": [{"revenueCode": "0360", "code": "44970", "modifiers": ["RT"], "charge": 9200.25, "serviceTax": 1, "facilityTax": 2, "date": "2026-01-05", "outsideNote": "out", "attachments": [{"kind": "CT", "how": "on-request"}],
			  "drug": {"ndc": "00003029305", "quantity": 1, "unit": "unit"},
			  "providers": {"operating": "north-surgeon", "otherOperating": {"lastName": "Zed", "firstName": "Al", "npi": "1777777776"}, "rendering": "lee", "referring": "roe"}}, {"revenueCode": "0250", "charge": 10}]}`,
		[]string{"HI*BG:02", "REF*G1*PA1", "REF*9F*RF1", "REF*EA*MR1", "REF*P4*P4", "REF*LX*X1", "REF*LX*X2", "REF*LX*X3", "CLM*STAY-1*9210.25***11:A:1**A*Y*Y***********11", "NTE*ADD*REMARK", "NTE*MED*NONE",
			"PWK*OB*BM***AC*A1", "CN1*06**80", "K3*K3", "REF*4N*1", "CRC*ZZ*Y*ST", "NM1*82*1*POE*AL****XX*1467890129", "NM1*DN*1*RAY*AL****XX*1777777776", "NM1*77*2*NORTH HOSPITAL*****XX*1777777776", "AMT*F3*12.5", "REF*G4*G4",
			"HI*TC:A01*TC:B02", "HI*APR:R079", "HI*ABN:W010XXA:::::::U*ABN:Y92009", "HI*BH:11:D8:20260104", "HI*BE:54:::3200*BE:80:::3*BE:81:::0*BE:82:::1*BE:83:::2", "HI*BBQ:3E1M38Z:D8:20260106",
			"SV2*0360*HC:44970:RT*9200.25*UN*1", "AMT*GT*1", "AMT*N8*2", "NTE*TPO*OUT", "PWK*CT*AA", "LIN**N4*00003029305", "NM1*72*1*KNIFE*AL****XX*1234567893", "NM1*ZZ*1*ZED*AL****XX*1777777776"}, nil},
}
