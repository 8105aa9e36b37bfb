// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// file writes a file of a test.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExitStatus(t *testing.T) {
	fine := file(t, "fine.edi", good)
	bad := file(t, "bad.edi", oddities["wrong counts"])
	gone := filepath.Join(t.TempDir(), "gone.edi")
	part := file(t, "part.edi", gs+set+se+"GE*1*1~")
	text := file(t, "text.txt", "hello")
	odd := file(t, "odd.edi", oddities["raw in the claim"])
	cut := file(t, "cut.edi", good[:len(isa)+200])
	tests := []struct {
		args string
		want int
	}{
		{"", 2},
		{"help", 0},
		{"-h", 0},
		{"--help", 0},
		{"version", 0},
		{"nonsense", 2},
		{"help nonsense", 2},
		{"help validate", 0},
		{"validate", 2},
		{"validate " + fine, 0},
		{"validate " + bad, 1},
		{"validate " + gone, 2},
		{"validate " + text, 2},
		{"validate " + part, 2},
		{"validate --fragment " + part, 0},
		{"validate " + fine + " " + bad, 1},
		{"validate " + bad + " " + gone + " " + fine, 2},
		{"validate " + cut, 1},
		{"validate --snip 0 " + fine, 2},
		{"validate --snip 8 " + fine, 2},
		{"validate --snip x " + fine, 2},
		{"validate --nonsense " + fine, 2},
		{"validate --max-segment 0 " + fine, 2},
		{"validate --max-segment 110 " + fine, 0},
		{"validate --max-segment 20 " + fine, 1},
		{"validate --delimiters abcd " + fine, 2},
		{"validate --fragment --delimiters *:^~ " + part, 0},
		{"validate " + t.TempDir(), 2},
		{"recode " + fine, 0},
		{"recode " + bad, 1},
		{"recode " + odd, 1},
		{"recode " + gone, 2},
		{"recode " + text, 2},
		{"recode " + fine + " " + bad, 2},
		{"parse " + fine, 0},
		{"parse " + bad, 0},
		{"parse " + gone, 2},
		{"parse " + fine + " " + text, 2},
		{"encode " + fine, 2},
		{"encode " + gone, 2},
		{"fmt " + fine, 0},
		{"fmt --indent --join " + fine, 2},
		{"fmt " + text, 2},
		{"fmt --fragment " + part, 0},
		{"schema encounter", 0},
		{"schema practice", 0},
		{"schema patient", 0},
		{"schema claim", 2},
		{"schema", 2},
		{"build " + gone, 2},
		{"build", 2},
		{"build -now yesterday " + fine, 2},
		{"build -charset utf-8 " + fine, 2},
		{"build -max-claims 0 " + fine, 2},
		{"build -progress sometimes " + fine, 2},
		{"build -practice " + gone + " " + fine, 2},
		{"build -practice " + fine + " " + fine, 2},
	}
	for _, tt := range tests {
		out, errs, got := runOn(nil, strings.Fields(tt.args)...)
		if got != tt.want {
			t.Errorf("claimwire %s ends with %d, want %d\n%s%s", tt.args, got, tt.want, out, errs)
		}
		if got == exitFailed && len(errs) == 0 {
			t.Errorf("claimwire %s does not say why", tt.args)
		}
	}
}

func TestFlagsStandAnywhere(t *testing.T) {
	path := file(t, "bad.edi", oddities["wrong counts"])
	dashed := filepath.Join(filepath.Dir(path), "-bad.edi")
	if err := os.WriteFile(dashed, []byte(oddities["wrong counts"]), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Dir(path))
	want, _, _ := runOn(nil, "validate", "--json", "--snip", "2", path)
	for _, args := range [][]string{
		{path, "--json", "--snip=2"}, {"-json", path, "-snip", "2"}, {"-snip=2", "-json=true", "--", path}, {path, "-json", "-snip", "2", "--"},
	} {
		got, errs, status := runOn(nil, append([]string{"validate"}, args...)...)
		if !bytes.Equal(got, want) || status != exitFindings {
			t.Errorf("%q: %d %s%s", args, status, got, errs)
		}
	}
	if out, errs, status := runOn(nil, "validate", "--", "-bad.edi"); status != exitFindings || !bytes.HasPrefix(out, []byte("-bad.edi: ")) {
		t.Errorf("after --: %d %s%s", status, out, errs)
	}
	if _, _, status := runOn(nil, "validate", "-bad.edi"); status != exitFailed {
		t.Errorf("an unknown flag ends with %d", status)
	}
	if out, _, status := runOn([]byte(oddities["wrong counts"]), "validate", "-"); status != exitFindings || !bytes.HasPrefix(out, []byte("-: ")) {
		t.Errorf("the standard input: %d %s", status, out)
	}
}

func TestOutputFile(t *testing.T) {
	dir := t.TempDir()
	in, out := file(t, "in.edi", good), filepath.Join(dir, "out.edi")
	for _, args := range [][]string{{"recode", in}, {"fmt", "--join", in}} {
		if stdout, errs, status := runOn(nil, append(args, "-o", out)...); status != exitOK || len(stdout) > 0 {
			t.Fatalf("%q: %d %s", args, status, errs)
		}
		if got, err := os.ReadFile(out); err != nil || string(got) != good {
			t.Errorf("%q wrote %q, %v", args, got, err)
		}
		if err := os.WriteFile(out, []byte("before"), 0o600); err != nil {
			t.Fatal(err)
		}
		broken := file(t, "broken.edi", good+"hello~")
		if _, _, status := runOn(nil, append(args[:len(args)-1:len(args)-1], broken, "-o", out)...); status != exitFailed {
			t.Errorf("%q of a broken file ends with %d", args, status)
		}
		if got, _ := os.ReadFile(out); string(got) != "before" {
			t.Errorf("%q of a broken file left %q", args, got)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*.tmp")); len(left) > 0 {
			t.Errorf("%q leaves %v", args, left)
		}
	}
	if _, _, status := runOn(nil, "recode", in, "-o", filepath.Join(dir, "no", "such", "folder")); status != exitFailed {
		t.Errorf("a folder that is not there ends with %d", status)
	}
}

func TestValidateJSON(t *testing.T) {
	text := strings.NewReplacer("*150.00***11", "*151.00***11", "SE*23*", "SE*22*").Replace(good)
	path := file(t, "f.edi", text)
	out, errs, status := runOn(nil, "validate", "--json", path)
	if status != exitFindings || len(errs) > 0 {
		t.Fatalf("%d %s", status, errs)
	}
	keys := []string{
		"code", "component", "controls", "element", "file", "group", "interchange", "loop", "message", "offset", "repeat",
		"segment", "set", "severity", "snip", "tag",
	}
	codes := map[string]map[string]any{}
	for line := range strings.Lines(string(out)) {
		var f map[string]any
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		if len(f) != len(keys) {
			t.Errorf("keys of %s", line)
		}
		for _, k := range keys {
			if _, ok := f[k]; !ok {
				t.Errorf("no %s in %s", k, line)
			}
		}
		codes[f["code"].(string)] = f
	}
	want := map[string]any{
		"file": path, "interchange": 1.0, "group": 1.0, "set": 1.0, "controls": []any{"000000001", "1", "0001"},
		"segment": 18.0, "tag": "CLM", "loop": "2300", "element": 2.0, "component": 0.0, "repeat": 0.0, "snip": 3.0, "severity": "error",
		"offset": float64(strings.Index(text, "CLM*")),
	}
	got := codes["837P-BAL-01"]
	for k, v := range want {
		if !reflect.DeepEqual(got[k], v) {
			t.Errorf("balance: %s is %v, want %v", k, got[k], v)
		}
	}
	if got := codes["segment-count"]; got["tag"] != "SE" || got["segment"] != 23.0 || got["element"] != 1.0 {
		t.Errorf("count: %v", got)
	}
	if out, _, _ := runOn(nil, "validate", "--json", "--snip", "2", path); bytes.Contains(out, []byte("837P-")) {
		t.Errorf("--snip 2 finds %s", out)
	}
	if out, _, _ := runOn(nil, "validate", "--json", "--values", path); !bytes.Contains(out, []byte(`"value":"22"`)) {
		t.Errorf("--values shows none: %s", out)
	}
}

func TestValidateText(t *testing.T) {
	path := file(t, "f.edi", strings.Replace(good, "*UN*1***1~", "*UN*1***9~", 1))
	out, _, status := runOn(nil, "validate", "--snip", "4", path)
	if status != exitFindings || !strings.Contains(string(out), path+": segment 21 (2400 SV107-1) [837P-LN-04] error: ") {
		t.Errorf("%d %s", status, out)
	}
	if strings.Contains(string(out), "DOE") || strings.Contains(string(out), "W123") {
		t.Errorf("health data is shown: %s", out)
	}
}

func TestFindingsComeInOrder(t *testing.T) {
	claim := good[strings.Index(good, "CLM*"):strings.Index(good, "SE*")]
	bad := strings.Replace(strings.Replace(claim, "*150.00***11", "*1***11", 1), "D8*20260105", "D8*2026010", 1)
	out, _, _ := runOn([]byte(strings.Replace(good, claim, bad+bad+claim+bad, 1)), "validate", "--json", "-")
	last := -1.0
	for line := range strings.Lines(string(out)) {
		var f map[string]any
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		if at := f["offset"].(float64); at < last {
			t.Errorf("a finding at %v comes after one at %v", at, last)
		} else {
			last = at
		}
	}
	if n := bytes.Count(out, []byte(`"837P-BAL-01"`)); n != 3 {
		t.Errorf("%d claims do not balance, want 3: %s", n, out)
	}
}

func TestValidateRemittance(t *testing.T) {
	text := strings.NewReplacer("*100*20*12*", "*101*20*12*", "BPR*I*80*", "BPR*I*79*").Replace(oddities["remittance"])
	out, errs, status := runOn([]byte(text), "validate", "--json", "--snip", "4", "-")
	if status != exitFindings || len(errs) > 0 {
		t.Fatalf("%d %s", status, errs)
	}
	places := map[string]string{}
	for line := range strings.Lines(string(out)) {
		var f struct {
			Code, Tag, Loop string
			Segment         int
			Offset          int
			SNIP            int
		}
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		places[f.Code] = fmt.Sprintf("%d %s %s %d", f.Segment, f.Loop, f.Tag, f.SNIP)
		if !strings.HasPrefix(text[f.Offset:], f.Tag+"*") {
			t.Errorf("%s is at %q", f.Code, text[f.Offset:f.Offset+10])
		}
	}
	want := map[string]string{"835-BAL-02": "12 2100 CLP 3", "835-BAL-04": "2  BPR 3"}
	if !reflect.DeepEqual(places, want) {
		t.Errorf("findings are %v", places)
	}
	if out, _, status := runOn([]byte(text), "validate", "--snip", "2", "-"); status != exitOK {
		t.Errorf("--snip 2: %d %s", status, out)
	}
	if out, _, status := runOn([]byte(oddities["remittance"]), "validate", "--snip", "7", "-"); status != exitOK || len(out) > 0 {
		t.Errorf("a remittance that balances: %d %s", status, out)
	}
	dates := strings.NewReplacer("DTM*472*20260105~", "DTM*150*20260105~AMT*T*1~AMT*B6*7~").Replace(oddities["remittance"])
	out, _, _ = runOn([]byte(dates), "validate", "--snip", "4", "-")
	for _, want := range []string{"segment 14 (2110 DTM02) [835-SIT-04]", "segment 17 (2110 AMT02) [835-BAL-14]"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %s in %s", want, out)
		}
	}
	mixed := strings.Replace(oddities["claims, then a remittance"], "CLM*A1*150.00", "CLM*A1*151.00", 1)
	out, _, _ = runOn([]byte(strings.Replace(mixed, "CAS*CO*45*30", "CAS*CO*45*31", 1)), "validate", "-")
	for _, want := range []string{"segment 18 (2300 CLM02) [837P-BAL-01]", "segment 14 (2110 SVC03) [835-BAL-01]", "segment 12 (2100 CLP04) [835-BAL-02]"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}

func TestValidateInquiry(t *testing.T) {
	text := strings.NewReplacer("*MI*W123", "", "DMG*D8*20150101~", "", "TRN*1*T2*9CLINIC001", "TRN*1*T2*7CLINIC001", "XX*1234567893", "XX*1234567890").
		Replace(oddities["inquiry"])
	out, _, status := runOn([]byte(text), "validate", "--snip", "4", "-")
	if status != exitFindings {
		t.Fatalf("%d %s", status, out)
	}
	for want, n := range map[string]int{
		"segment 6 (2100B NM109) [270-02] error": 1, // said once of both patients
		"segment 9 (2100C NM109) [270-04] ":      1,
		"segment 16 (2000D TRN03) [270-05] ":     1,
		"[270-04]":                               2,
	} {
		if got := strings.Count(string(out), want); got != n {
			t.Errorf("%d of %s, want %d, in\n%s", got, want, n, out)
		}
	}
	if out, _, _ := runOn([]byte(text), "validate", "--snip", "3", "-"); strings.Contains(string(out), "[270-") {
		t.Errorf("--snip 3 finds %s", out)
	}
	if out, _, status := runOn([]byte(oddities["response"]), "validate", "--snip", "7", "-"); status != exitOK {
		t.Errorf("a response: %s", out)
	}
	for change, want := range map[string]string{
		"EB*A*IND*98***27**20****Y": "segment 11 (2110C EB08) [271-04] warning",
		"EB*B*IND*98***27**20****Y": "segment 11 (2110C EB08) [271-05] error",
		"EB*B*IND*98***27*****Y":    "segment 11 (2110C EB07) [271-05] error",
	} {
		text = strings.Replace(oddities["response"], "EB*B*IND*98***27*25.00*****Y", change, 1)
		out, _, status = runOn([]byte(text), "validate", "--snip", "4", "-")
		if fails := status == exitFindings; fails != strings.HasSuffix(want, "error") || strings.Count(string(out), want) != 1 || strings.Count(string(out), "[271-0") != 1 {
			t.Errorf("%s: %d, want %s, in\n%s", change, status, want, out)
		}
	}
}

func TestFmt(t *testing.T) {
	lines := strings.ReplaceAll(good, "~", "~\n")
	out, _, _ := runOn([]byte(good), "fmt", "-")
	if string(out) != lines {
		t.Errorf("fmt gives %q", out)
	}
	indented, _, _ := runOn([]byte(good), "fmt", "--indent", "-")
	if !strings.Contains(string(indented), "\n      CLM*A1*") || !strings.Contains(string(indented), "\nISA*") && !strings.HasPrefix(string(indented), "ISA*") {
		t.Errorf("fmt --indent gives\n%s", indented)
	}
	for _, form := range [][]byte{[]byte(good), out, indented} {
		if joined, _, status := runOn(form, "fmt", "-join", "-"); string(joined) != good || status != exitOK {
			t.Errorf("fmt -join gives %q", joined)
		}
		if again, _, _ := runOn(form, "fmt", "-"); string(again) != lines {
			t.Errorf("fmt of it gives %q", again)
		}
	}
	for name, odd := range oddities {
		once, _, status := runOn([]byte(odd), "fmt", "--fragment", "-")
		if status != exitOK {
			continue
		}
		if twice, _, _ := runOn(once, "fmt", "--fragment", "-"); !bytes.Equal(once, twice) {
			t.Errorf("%s: fmt changes what it wrote:\n%q\n%q", name, once, twice)
		}
	}
}

func TestRecodeSaysWhatItCorrects(t *testing.T) {
	out, errs, status := runOn([]byte(oddities["wrong counts"]), "recode", "-")
	if status != exitFindings || string(out) != good || bytes.Count(errs, []byte("[count-corrected] warning")) != 3 {
		t.Errorf("%d %s%s", status, out, errs)
	}
	_, errs, status = runOn([]byte(oddities["raw in the claim"]), "recode", "-")
	if status != exitFindings || !strings.Contains(string(errs), "(2300 ZZZ) [segment-kept-raw] warning") {
		t.Errorf("%d %s", status, errs)
	}
	_, errs, status = runOn([]byte(oddities["BOM"]), "recode", "-")
	if status != exitOK {
		t.Errorf("a byte order mark: %d %s", status, errs)
	}
}

func TestSchema(t *testing.T) {
	for _, name := range []string{"encounter", "practice"} {
		out, _, status := runOn(nil, "schema", name)
		if status != exitOK || !json.Valid(out) {
			t.Errorf("%s: %d %s", name, status, out)
		}
	}
}
