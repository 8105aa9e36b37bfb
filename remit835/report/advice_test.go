// SPDX-License-Identifier: Apache-2.0

package report_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// adviceOf prints a remittance of one claim in all forms and returns the text, the
// page and the JSON of the claim and of the remittance.
func adviceOf(t *testing.T, claim, plb string) (text, page string, records []map[string]any) {
	t.Helper()
	set := remittance[:strings.Index(remittance, "CLP*")] + claim + plb + "SE*1*0001~"
	data := []byte(isa + remitGS + set + ends)
	for _, form := range []string{"text", "html", "json"} {
		out, _, err := render(data, 1, form)
		if err != nil {
			t.Fatalf("%s: %v", claim, err)
		}
		switch form {
		case "html":
			page = regexp.MustCompile(`\s+`).ReplaceAllString(string(out), " ")
		case "json":
			for line := range strings.Lines(string(out)) {
				record := map[string]any{}
				if err := json.Unmarshal([]byte(line), &record); err != nil {
					t.Fatal(err)
				}
				records = append(records, record)
			}
		default:
			text = regexp.MustCompile(`\s+`).ReplaceAllString(string(out), " ")
		}
	}
	return text, page, records
}

// What is wanted is in the text, on the page and in the JSON, and what must not be
// said is in none of them.
func TestReportAdvice(t *testing.T) {
	tests := []struct {
		name, claim string
		result      string
		says        string
		never       string // besides; parts with |
		work        bool
	}{
		{"deductible of a protected patient", "CLP*A1*1*100*0*100*MB*P1*11*1~NM1*QC*1*DOE*JANE~MOA***N781~SVC*HC:99213*100*0~DTM*472*20260101~CAS*PR*1*100~",
			"next-payer", "Medicaid or another payer", "the patient when there is none", true},
		{"copay of an Advantage plan", "CLP*A1*1*100*80*20*16*P1*11*1~NM1*QC*1*DOE*JANE~SVC*HC:99213*100*80~DTM*472*20260101~CAS*PR*3*20~LQ*HE*N783~",
			"paid", "refund what the patient paid", "the patient when there is none", true},
		{"209 under CO", "CLP*A1*1*100*80**MB*P1*11*1~NM1*QC*1*DOE*JANE~SVC*HC:99213*100*80~DTM*472*20260101~CAS*CO*209*20~",
			"paid", "Medicaid or another payer", "the patient when there is none", true},
		{"303", "CLP*A1*2*100*80**MC*P1*11*1~NM1*QC*1*DOE*JANE~SVC*HC:99213*100*80~DTM*472*20260101~CAS*CO*303*20~",
			"paid", "refund what the patient paid", "next payer|the patient when there is none", true},
		{"limit under CO", "CLP*A1*1*100*0**12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*CO*35*100~",
			"denied", "else write it off", "the patient", true},
		{"another payer first under PR", "CLP*A1*1*100*0*100*12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*PR*22*100~",
			"denied", "bill the other payer first", "bill the patient|PATIENT PAYS", true},
		{"unknown remark", "CLP*A1*1*100*0**12*P1*11*1~NM1*QC*1*DOE*JANE~MOA***N900~CAS*CO*50*100~",
			"denied", "remark N900, not in this table: look it up", "send the documents", true},
		{"no appeal, said once", "CLP*A1*1*100*0**MB*P1*11*1~NM1*QC*1*DOE*JANE~MOA***MA130~CAS*CO*16*100~",
			"denied", "send a new claim, not a replacement", "appeal, or|; appeal", true},
		{"bundled", "CLP*A1*1*100*0**12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*CO*97*100~", "bundled", "check the NCCI edits", "bill the patient", true},
		{"an open amount beside a payment", "CLP*A1*1*100*60**12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*OA*133*40~", "paid", "wait", "bill the patient", true},
		{"sent on", "CLP*A1*19*100*0**12*P1*11*1~NM1*QC*1*DOE*JANE~NM1*TT*2*PLAN TWO~CAS*CO*22*100~", "forwarded", "the other payer answers next", "bill the", true},
		{"cost share of a claim that was sent on", "CLP*A1*19*100*0*100*MB*P1*11*1~NM1*QC*1*DOE*JANE~NM1*TT*2*PLAN TWO~SVC*HC:99213*100*0~DTM*472*20260101~CAS*PR*1*100~",
			"forwarded", "the other payer answers next", "bill the|PATIENT PAYS|patient pays", false},
		{"a discount under PR", "CLP*A1*1*100*80*20*12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*PR*44*20~", "paid", "ask the payer why", "bill the patient", true},
		{"an estimate", "CLP*A1*25*100*0*20*12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*OA*101*80~CAS*PR*2*20~", "predetermination", "predetermination", "bill the", false},
		{"new claim beside several reasons", "CLP*A1*1*100*0**MB*P1*11*1~NM1*QC*1*DOE*JANE~MOA***MA130~CAS*CO*16*60**4*40~",
			"denied", "send a new claim, not a replacement", "appeal, or|; appeal", true},
		{"reversed", "CLP*A1*22*-100*-80**12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*PR*3*-20~", "reversed", "undo the posting", "bill the", false},
	}
	for _, test := range tests {
		text, page, records := adviceOf(t, test.claim, "")
		outcome := records[1]["outcome"].(map[string]any)
		if outcome["result"] != test.result {
			t.Errorf("%s: %v, want %s", test.name, outcome["result"], test.result)
		}
		inJSON, err := json.Marshal(records[1])
		if err != nil {
			t.Fatal(err)
		}
		for form, out := range map[string]string{"text": text, "page": page, "JSON": string(inJSON)} {
			if !strings.Contains(out, test.says) {
				t.Errorf("%s: the %s does not say %q", test.name, form, test.says)
			}
			for _, never := range strings.Split(test.never, "|") {
				if never != "" && strings.Contains(out, never) {
					t.Errorf("%s: the %s says %q", test.name, form, never)
				}
			}
		}
		if work := strings.Contains(page, "<h3>Needs work</h3>"); work != test.work || work != (outcome["work"] == true) {
			t.Errorf("%s: needs work %v, in the JSON %v, want %v", test.name, work, outcome["work"], test.work)
		}
	}
	if text, _, _ := adviceOf(t, tests[7].claim, ""); strings.Count(text, "appeal") != 1 {
		t.Errorf("no appeal is said %d times", strings.Count(text, "appeal"))
	}
	for _, test := range tests {
		if text, _, _ := adviceOf(t, test.claim, ""); strings.Contains(test.claim, "MA130") && strings.Count(text, "new claim") != 1 {
			t.Errorf("%s: the new claim is said %d times", test.name, strings.Count(text, "new claim"))
		}
	}
}

// What patients owe is never negative: a reversal lowers it by what the payment
// that it takes back has added, and else withdraws it apart.
func TestReportPatientsOwe(t *testing.T) {
	paid := "CLP*A1*1*100*80*20*12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*PR*3*20~"
	back := "CLP*A1*22*-100*-80**12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*PR*3*-20~"
	onward := strings.Replace(strings.Replace(paid, "*1*100", "*19*100", 1), "JANE~", "JANE~NM1*TT*2*PLAN TWO~", 1)
	protected := strings.Replace(paid, "JANE~", "JANE~MOA***N783~", 1)
	again := "CLP*A1*1*100*90*10*12*P2*11*1~NM1*QC*1*DOE*JANE~CAS*PR*3*10~"
	for _, test := range []struct{ name, claims, owe, withdrawn string }{
		{"alone", back, "0", "20"},
		{"corrected", back + again, "10", "20"},
		{"paid before", paid + back + again, "10", "0"},
		{"paid", paid, "20", "0"},
		{"sent on", onward, "0", "0"},
		{"sent on and taken back", onward + back, "0", "0"},
		{"protected and taken back", protected + back, "0", "0"},
		{"protected, taken back, corrected", protected + back + again, "10", "0"},
		{"an estimate", "CLP*A1*25*100*0*20*12*P1*11*1~NM1*QC*1*DOE*JANE~CAS*OA*101*80~CAS*PR*3*20~", "0", "0"},
	} {
		text, page, records := adviceOf(t, test.claims, "")
		balance := records[len(records)-1]
		for key, want := range map[string]string{"patientsOwe": test.owe, "withdrawn": test.withdrawn} {
			if balance[key] != want {
				t.Errorf("%s: %s is %v, want %s", test.name, key, balance[key], want)
			}
		}
		if d := decimal.RequireFromString(balance["totals"].(map[string]any)["patientResponsibility"].(string)); d.LessThan(decimal.RequireFromString(test.owe)) {
			t.Errorf("%s: patient responsibility is %s", test.name, d)
		}
		want := decimal.RequireFromString(test.owe).StringFixed(2)
		if !strings.Contains(text, "patients owe "+want) && !strings.Contains(text, "patients owe $"+want) {
			t.Errorf("%s: the text does not say that patients owe %s", test.name, want)
		}
		if test.withdrawn != "0" && !strings.Contains(page, "withdrawn from patients") {
			t.Errorf("%s: the page does not say what is withdrawn", test.name)
		}
	}
}

// A recovery and a balance are told one way, by the sign, and with the claim that
// the reference names.
func TestReportProviderAdjustments(t *testing.T) {
	claim := "CLP*A1*1*100*80**12*ICN7*11*1~NM1*QC*1*DOE*JANE~CAS*CO*45*20~"
	for _, test := range []struct {
		plb, says, never string
		named            bool
	}{
		{"PLB*1234567893*20261231*WO:ICN7*30~", "taken back from this payment", "put off", true},
		{"PLB*1234567893*20261231*WO:A1 ICN7*-30~", "recovery put off or returned", "taken back", true},
		{"PLB*1234567893*20261231*WO:OTHER*30~", "taken back from this payment", "for claim payment", false},
		{"PLB*1234567893*20261231*FB:EFT1*30~", "of an earlier remittance", "moved out", false},
		{"PLB*1234567893*20261231*FB:EFT1*-30~", "moved out", "of an earlier remittance", false},
	} {
		text, page, records := adviceOf(t, claim, test.plb)
		adjustment := records[len(records)-1]["adjustments"].([]any)[0].(map[string]any)
		inJSON, _ := adjustment["words"].(string)
		if _, named := adjustment["claim"]; named != test.named || strings.Contains(text, "for claim payment 1") != named || strings.Contains(page, "for claim payment 1") != named {
			t.Errorf("%s: the claim is named: %v\n%s", test.plb, named, text)
		}
		for form, out := range map[string]string{"text": text, "page": page, "JSON": inJSON} {
			if !strings.Contains(out, test.says) || strings.Contains(out, test.never) {
				t.Errorf("%s: the %s says %s", test.plb, form, out)
			}
		}
	}
}

// A provider adjustment may name a claim of a later remittance: it is told there.
func TestReportNamedLater(t *testing.T) {
	one := remittance[:strings.Index(remittance, "LX*1~")] + "PLB*1234567893*20261231*WO:A1 ICN1*30~SE*1*0001~"
	two := strings.Replace(remittance[:strings.Index(remittance, "PLB*")], "CHECK1", "CHECK2", 1) + "SE*1*0002~"
	data := []byte(isa + remitGS + one + strings.Replace(two, "ST*835*0001", "ST*835*0002", 1) + strings.Replace(ends, "GE*1", "GE*2", 1))
	for _, form := range []string{"text", "html", "json"} {
		out, _, err := render(data, 1, form)
		text := regexp.MustCompile(`\s+`).ReplaceAllString(string(out), " ")
		want := "WO of set 1, reference A1 ICN1"
		if form == "json" {
			want = `"namedBy":{"at":{"interchange":1,"group":1,"set":1},"adjustment":`
		}
		if err != nil || !strings.Contains(text, want) {
			t.Errorf("%s: %v %s", form, err, text)
		}
	}
}
