// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// records parses a file and returns its records.
func records(t *testing.T, text string, flags ...string) []map[string]any {
	t.Helper()
	out, errs, status := runOn([]byte(text), append([]string{"parse", "-"}, flags...)...)
	if status == exitFailed {
		t.Fatalf("parse ends with %d: %s", status, errs)
	}
	var list []map[string]any
	for line := range strings.Lines(string(out)) {
		var r map[string]any
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		list = append(list, r)
	}
	return list
}

// types lists the types of records.
func types(list []map[string]any) string {
	var out []string
	for _, r := range list {
		out = append(out, r["type"].(string))
	}
	return strings.Join(out, " ")
}

func TestParseTypes(t *testing.T) {
	for name, want := range map[string]string{
		"good":                    "837P",
		"no trailers":             "837P trailer trailer trailer",
		"wrong counts":            "837P trailer trailer trailer",
		"other controls":          "837P trailer trailer trailer",
		"two interchanges":        "837P 837P",
		"two sets":                "837P 837P",
		"no sets":                 "set trailer",
		"no groups":               "set",
		"TA1":                     "segments 837P",
		"empty set":               "set",
		"header alone":            "set",
		"other set":               "segments",
		"levels without claims":   "set",
		"raw first":               "837P trailer", // of the count
		"segments between sets":   "segments 837P segments segments",
		"two payers' subscribers": "837P 837P",

		"remittance":                  "835.remittance 835 835.summary",
		"remittance without claims":   "835.remittance 835.summary trailer",
		"remittance without PLB":      "835.remittance 835 835.summary",
		"remittance, empty":           "835.remittance 835.summary",
		"remittance, headless":        "835.remittance 835 835.summary trailer",
		"remittance, header alone":    "835.remittance set 835 835.summary",
		"remittance, raw after PLB":   "835.remittance 835 835.summary trailer",
		"remittance, claim after PLB": "835.remittance 835 835.summary 835 835.summary trailer",
		"claims, then a remittance":   "837P 835.remittance 835 835.summary",
		"inquiry":                     "270 270",
		"inquiry, header alone":       "set",
		"inquiry without a patient":   "set",
		"inquiry, subscriber alone":   "270 set",
		"response":                    "271",
		"refusal":                     "271.source",
		"refusal by the receiver":     "271.source",
		"claims, then eligibility":    "837P 271 835.remittance 835 835.summary",
		"one group, all kinds":        "837P 835.remittance 835 835.summary segments 837P",
	} {
		if got := types(records(t, oddities[name])); got != want {
			t.Errorf("%s gives %q, want %q", name, got, want)
		}
	}
}

func TestParseRecord(t *testing.T) {
	r := records(t, good)[0]
	if got := slices.Sorted(maps.Keys(r)); !slices.Equal(got, []string{"at", "claim", "file", "group", "interchange", "set", "type"}) {
		t.Errorf("keys are %v", got)
	}
	claim := r["claim"].(map[string]any)
	for _, key := range []string{"submission", "billingProvider", "subscriber", "lines", "diagnoses"} {
		if claim[key] == nil {
			t.Errorf("the claim has no %s", key)
		}
	}
	if claim["charge"] != "150.00" || claim["id"] != "A1" || claim["kind"] != "837P" || r["file"] != "-" {
		t.Errorf("record is %v", r)
	}
	list := records(t, oddities["two payers' subscribers"])
	for _, key := range []string{"interchange", "group", "set"} {
		if got := list[1][key].(map[string]any); len(got) != 1 || got["ref"] != 1.0 {
			t.Errorf("%s of the second record is %v", key, got)
		}
		if got := list[0][key].(map[string]any); len(got) < 2 {
			t.Errorf("%s of the first record is %v", key, got)
		}
	}
	out, _, _ := runOn([]byte(oddities["other set"]), "parse", "-")
	if !bytes.Contains(out, []byte(`"segments":[["ST","834","0001","005010X220A1"],["BGN","00","1","20260131"],["SE","3","0001"]]`)) {
		t.Errorf("a set without a guide is %s", out)
	}
	out, _, _ = runOn([]byte(oddities["other set without SE"]), "parse", "-")
	if !bytes.Contains(out, []byte(`["BGN","00",[["1"],["2"]],["20260131","A","B"]]]}`)) {
		t.Errorf("repeats and components are %s", out)
	}
}

// A file that ends too soon, and a segment that no field holds, are told.
func TestParseTellsWhatIsWrong(t *testing.T) {
	for name, tt := range map[string]struct {
		text   string
		status int
		says   []string
	}{
		"good":      {good, exitOK, nil},
		"truncated": {good[:len(good)*2/3], exitFindings, []string{"[unterminated-segment] error", "(SE) [missing-set-trailer] error", "(GE) [missing-group-trailer] error", "(IEA) [missing-interchange-trailer] error"}},
		"raw":       {strings.Replace(good, "~CLM*", "~ZZZ*1~CLM*", 1), exitOK, []string{"[segment-kept-raw] warning"}},
	} {
		_, errs, status := runOn([]byte(tt.text), "parse", "-")
		if status != tt.status || len(tt.says) == 0 && len(errs) > 0 {
			t.Errorf("%s: parse ends with %d: %s", name, status, errs)
		}
		for _, want := range tt.says {
			if !strings.Contains(string(errs), want) {
				t.Errorf("%s: %q is not in %s", name, want, errs)
			}
		}
		if bytes.Contains(errs, []byte("DOE")) {
			t.Errorf("%s: health data is shown: %s", name, errs)
		}
	}
}

func TestEncodeTakesRecordsOfSeveralFiles(t *testing.T) {
	one, two := file(t, "one.edi", good), file(t, "two.edi", oddities["CRLF"])
	out, _, status := runOn(nil, "parse", one, two)
	if status != exitOK {
		t.Fatal(status)
	}
	got, errs, status := runOn(out, "encode", "-")
	if string(got) != good+oddities["CRLF"] || status != exitOK {
		t.Errorf("%d %s%q", status, errs, got)
	}
}

func TestEncodeTakesKeysInAnyOrder(t *testing.T) {
	for _, name := range []string{"good", "other set", "segments between sets", "no trailers", "fragment of a claim"} {
		want, _, _ := runOn([]byte(oddities[name]), "recode", "--fragment", "-")
		var b bytes.Buffer
		enc := json.NewEncoder(&b) // it sorts the keys of a map
		for _, r := range records(t, oddities[name], "--fragment") {
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
		if got, errs, status := runOn(b.Bytes(), "encode", "-"); !bytes.Equal(got, want) || status == exitFailed {
			t.Errorf("%s: %d %s%q", name, status, errs, got)
		}
	}
}

func TestEncodeOfChangedRecords(t *testing.T) {
	out, _, _ := runOn([]byte(good), "parse", "-")
	changed := strings.NewReplacer(`"charge":"150.00"`, `"charge":"99.5"`, `"lastSeen"`, `"x"`).Replace(string(out))
	got, errs, status := runOn([]byte(changed), "encode", "-")
	if status != exitOK || string(got) != strings.ReplaceAll(good, "*150.00*", "*99.5*") {
		t.Errorf("%d %s%q", status, errs, got)
	}
}

func TestEncodeRefusesBrokenRecords(t *testing.T) {
	out, _, _ := runOn([]byte(oddities["two payers' subscribers"]), "parse", "-")
	text := string(out)
	_, second, _ := strings.Cut(text, "\n")
	for name, in := range map[string]string{
		"no JSON":           "hello",
		"cut short":         text[:len(text)-10],
		"no first record":   second,
		"unknown key":       strings.Replace(text, `"claim":{`, `"claim":{"nonsense":1,`, 1),
		"unknown record":    strings.Replace(text, `"file":`, `"folder":`, 1),
		"unknown type":      strings.Replace(text, `"type":"837P"`, `"type":"837X"`, 1),
		"no claim":          `{"type":"837P","interchange":{"ref":1},"group":null,"set":null}`,
		"no interchange":    `{"type":"set","interchange":null,"group":null,"set":null}`,
		"missing ordinals":  strings.ReplaceAll(text, `"billing":1`, `"patient":0`),
		"array":             "[" + text + "]",
		"trailer of no set": strings.Split(text, "\n")[0] + "\n" + `{"type":"trailer","interchange":{"ref":1},"group":{"ref":1},"set":null,"of":"set","trailer":null}`,
		"segments no array": `{"type":"segments","interchange":{"fragment":true},"group":null,"set":null,"segments":1}`,
		"segment no array":  `{"type":"segments","interchange":{"fragment":true,"delimiters":"*:^~"},"group":null,"set":null,"segments":[1]}`,
		"set without ST":    `{"type":"segments","interchange":{"fragment":true,"delimiters":"*:^~"},"group":null,"set":{"id":"834"},"segments":[["BGN"]]}`,
	} {
		out, errs, status := runOn([]byte(in), "encode", "-")
		if status != exitFailed || len(errs) == 0 {
			t.Errorf("%s: %d %s%s", name, status, out, errs)
		}
		if strings.Contains(string(errs), "DOE") {
			t.Errorf("%s: health data is shown: %s", name, errs)
		}
	}
}

func TestParseRemittance(t *testing.T) {
	list := records(t, oddities["remittance"])
	if len(list) != 3 {
		t.Fatal(types(list))
	}
	head, payment, summary := list[0]["remittance"].(map[string]any), list[1]["payment"].(map[string]any), list[2]["summary"].(map[string]any)
	if head["amount"] != "80" || head["trace"].(map[string]any)["number"] != "CHECK1" {
		t.Errorf("remittance: %v", head)
	}
	if payment["id"] != "A1" || payment["charge"] != "150.00" || payment["remittance"] != nil || payment["header"] == nil {
		t.Errorf("payment: %v", payment)
	}
	if at := list[1]["at"].(map[string]any); at["header"] != 1.0 || at["payment"] != 1.0 {
		t.Errorf("at: %v", at)
	}
	totals, balance := summary["totals"].(map[string]any), summary["balance"].(map[string]any)
	if totals["claims"] != 1.0 || totals["paid"] != "100" || totals["provider"] != "20" || balance["balanced"] != true || balance["expected"] != "80" {
		t.Errorf("summary: %v", summary)
	}
	if a := summary["adjustments"].([]any)[0].(map[string]any); a["reason"] != "WO" || a["reference"] != "ICN0" || a["amount"] != "20" {
		t.Errorf("adjustment: %v", a)
	}
	off := records(t, strings.Replace(oddities["remittance without PLB"], "BPR*I*80*", "BPR*I*99*", 1))
	balance = off[2]["summary"].(map[string]any)["balance"].(map[string]any)
	if balance["balanced"] != false || balance["difference"] != "-1" || balance["unbalancedClaims"] != 0.0 {
		t.Errorf("balance: %v", balance)
	}
}

func TestEncodeRefusesBrokenRemittances(t *testing.T) {
	out, _, _ := runOn([]byte(oddities["remittance"]), "parse", "-")
	text := string(out)
	lines := strings.SplitAfter(text, "\n")
	for name, in := range map[string]string{
		"no payment":       lines[0] + strings.Replace(lines[1], `"payment":{`, `"claim":{`, 1),
		"type of another":  lines[0] + strings.Replace(lines[1], `"type":"835"`, `"type":"837P"`, 1),
		"no ordinal":       lines[0] + strings.Replace(lines[1], `"header":{"at":{"interchange":1,"group":1,"set":1,"header":1},`, `"header":{`, 1),
		"remittance twice": lines[0] + strings.NewReplacer(`"type":"835"`, `"type":"835.remittance"`, `"payment":{`, `"remittance":{`).Replace(lines[1]),
		"unknown key":      strings.Replace(text, `"trace":{`, `"trace":{"nonsense":1,`, 1),
	} {
		out, errs, status := runOn([]byte(in), "encode", "-")
		if status != exitFailed || len(errs) == 0 {
			t.Errorf("%s: %d %s%s", name, status, out, errs)
		}
	}
}

func TestParseEligibility(t *testing.T) {
	list := records(t, oddities["inquiry"])
	first, second := list[0]["patient"].(map[string]any), list[1]["patient"].(map[string]any)
	if first["dependent"] != nil || first["subscriber"] == nil || first["source"] == nil || second["dependent"] == nil || second["subscriber"] == nil {
		t.Errorf("patients are %v and %v", first, second)
	}
	if at := list[1]["at"].(map[string]any); at["subscriber"] != 2.0 || at["dependent"] != 1.0 {
		t.Errorf("at: %v", at)
	}
	benefits := records(t, oddities["response"])[0]["patient"].(map[string]any)["benefits"].([]any)
	if b := benefits[1].(map[string]any); len(benefits) != 2 || b["amount"] != "25.00" || b["entities"] == nil {
		t.Errorf("benefits: %v", benefits)
	}
	source := records(t, oddities["refusal"])[0]["source"].(map[string]any)["source"].(map[string]any)
	if r := source["levelRejections"].([]any)[0].(map[string]any); r["reason"] != "42" {
		t.Errorf("refusal: %v", source)
	}
	out, _, _ := runOn([]byte(oddities["response"]), "parse", "-")
	for name, in := range map[string]string{
		"no ordinal": strings.ReplaceAll(string(out), `,"subscriber":1}`, "}"), "no patient": strings.Replace(string(out), `"patient":{`, `"source":{`, 1),
		"of another": strings.Replace(string(out), `"type":"271"`, `"type":"837P"`, 1),
	} {
		if _, errs, status := runOn([]byte(in), "encode", "-"); status != exitFailed || len(errs) == 0 {
			t.Errorf("%s: %d %s", name, status, errs)
		}
	}
}
