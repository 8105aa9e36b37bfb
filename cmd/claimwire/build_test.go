// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	clinic = `{"submitter":{"name":"Clinic","id":"C1","phone":"217-555-0142","contactName":"Ann"},"receiver":{"name":"House","id":"H1"},
 "interchange":{"senderID":"C1","receiverID":"H1"},"billingProvider":{"organization":"Clinic","npi":"1234567893","taxID":"123456789",
 "address":{"line1":"1 Main St","city":"Albany","state":"NY","zip":"12207-1234"}}}`
	visit = `{"id":"A%d","patient":{"lastName":"Doe","firstName":"Jane","birthDate":"1980-01-01","sex":"female",
 "address":{"line1":"2 Elm St","city":"Albany","state":"NY","zip":"12207"}},
 "coverages":[{"payer":{"name":"Payer","id":"P1"},"plan":"commercial","memberID":"W123"}],"placeOfService":"11","date":"2026-01-05",
 "diagnoses":["J06.9"],"services":[{"code":"99213","charge":"150.00"}]}`
	clock = "-now=2026-01-31T09:00:00Z"
)

// visits are n encounters, one a line.
func visits(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(fmt.Sprintf(visit, i+1), "\n", "") + "\n")
	}
	return b.String()
}

// buildOf runs build with the clinic's practice.
func buildOf(t *testing.T, in string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	out, errs, status := runOn([]byte(in), append([]string{"build", "-practice", file(t, "practice.json", clinic), clock, "-"}, args...)...)
	return string(out), string(errs), status
}

func TestBuildWritesACleanFile(t *testing.T) {
	out, errs, status := buildOf(t, visits(3))
	if status != exitOK || errs != "" {
		t.Fatalf("%d %s", status, errs)
	}
	for _, want := range []string{
		"*260131*0900*^*00501*000000001*0*T*:~GS*HC*C1*H1*20260131*0900*1*X*005010X222A1~", "CLM*A1*150*", "CLM*A3*150*",
		"GE*1*1~IEA*1*000000001~",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
	if found, _, status := runOn([]byte(out), "validate", "-"); status != exitOK || len(found) > 0 {
		t.Errorf("what was built is not clean: %d %s", status, found)
	}
	if again, _, _ := buildOf(t, visits(3)); again != out {
		t.Error("the same input makes other bytes")
	}
	pretty := "[\n" + strings.Join([]string{fmt.Sprintf(visit, 1), fmt.Sprintf(visit, 2), fmt.Sprintf(visit, 3)}, ",\n") + "\n]\n"
	for name, form := range map[string]string{
		"array": pretty, "objects": strings.Trim(strings.ReplaceAll(pretty, ",\n{", "\n{"), "[]\n"),
		"BOM": "\xef\xbb\xbf" + visits(3), "blank lines": "\n\n" + strings.ReplaceAll(visits(3), "\n", "\r\n\n"),
	} {
		if got, errs, status := buildOf(t, form); got != out || status != exitOK {
			t.Errorf("%s: %d %s", name, status, errs)
		}
	}
	sets, _, _ := buildOf(t, visits(5), "-max-claims", "2")
	if n := strings.Count(sets, "~ST*837*"); n != 3 || !strings.Contains(sets, "GE*3*1~") || !strings.Contains(sets, "ST*837*0003*") {
		t.Errorf("-max-claims 2 of five claims gives %d sets", n)
	}
}

func TestBuildSkipsBadEncounters(t *testing.T) {
	lines := strings.SplitAfter(visits(5), "\n")
	lines[1] = strings.Replace(lines[1], `"charge":"150.00"`, `"charge":null`, 1)
	lines[2] = strings.Replace(lines[2], `"charge":`, `"chrage":`, 1)
	lines[3] = strings.Replace(lines[3], `"A4"`, `"A1"`, 1)
	out, errs, status := buildOf(t, strings.Join(lines, ""))
	if status != exitFindings || strings.Count(out, "~CLM*") != 2 {
		t.Errorf("%d %s", status, out)
	}
	for _, want := range []string{
		"encounter 2 (line 2, id A2): services[0].charge: [missing-value] error: a value is missing",
		"encounter 3 (line 3, id A3): services[0].chrage: [bad-json] error: there is no such key",
		"encounter 4 (line 4, id A1): id: [duplicate-id] error: ",
		"3 of 5 encounters refused",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in\n%s", want, errs)
		}
	}
	if strings.Contains(errs, "Doe") || strings.Contains(errs, "W123") {
		t.Errorf("health data is shown: %s", errs)
	}
	if out, _, status := buildOf(t, strings.Join(lines, ""), "--all-or-nothing"); status != exitFindings || out != "" {
		t.Errorf("--all-or-nothing: %d %q", status, out)
	}
	if out, _, status := buildOf(t, visits(2), "--all-or-nothing"); status != exitOK || strings.Count(out, "~CLM*") != 2 {
		t.Errorf("--all-or-nothing of good ones: %d %q", status, out)
	}
}

func TestBuildLeavesNoFileWithoutClaims(t *testing.T) {
	dir := t.TempDir()
	out, rows := filepath.Join(dir, "out.837"), filepath.Join(dir, "rows.ndjson")
	for name, tt := range map[string]struct {
		in   string
		want int
	}{
		"none":       {"", exitFindings},
		"empty":      {"[]", exitFindings},
		"all bad":    {strings.ReplaceAll(visits(2), "150.00", "-150.00"), exitFindings},
		"no JSON":    {"hello", exitFailed},
		"cut array":  {"[" + fmt.Sprintf(visit, 1), exitFailed},
		"text after": {"[" + fmt.Sprintf(visit, 1) + "] x", exitFailed},
	} {
		_, errs, status := buildOf(t, tt.in, "-o", out, "-manifest", rows)
		if status != tt.want || errs == "" {
			t.Errorf("%s: %d %s", name, status, errs)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: leaves %v", name, left)
		}
	}
}

func TestBuildManifest(t *testing.T) {
	dir := t.TempDir()
	out, rows := filepath.Join(dir, "out.837"), filepath.Join(dir, "rows.ndjson")
	if _, errs, status := buildOf(t, visits(3), "-o", out, "-manifest", rows, "-max-claims", "2"); status != exitOK {
		t.Fatalf("%d %s", status, errs)
	}
	got, err := os.ReadFile(rows)
	want := `{"encounter":"A1","claim":"A1","interchange":"000000001","group":"1","set":"0001","charge":"150"}` + "\n"
	if err != nil || !bytes.HasPrefix(got, []byte(want)) || bytes.Count(got, []byte("\n")) != 3 || !bytes.Contains(got, []byte(`"A3","interchange":"000000001","group":"1","set":"0002"`)) {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
}

func TestBuildControlNumbers(t *testing.T) {
	dir := t.TempDir()
	control, in := filepath.Join(dir, "control.json"), file(t, "in.ndjson", visits(1))
	practice := file(t, "practice.json", clinic)
	number := func(args ...string) string {
		out, errs, status := runOn(nil, append([]string{"build", "-practice", practice, "-control", control, in}, args...)...)
		if status != exitOK {
			t.Fatalf("%d %s", status, errs)
		}
		return string(out[90:99])
	}
	first := number(clock)
	if again := number(clock); again != first {
		t.Errorf("a repeated run got %s, then %s", first, again)
	}
	if later := number("-now=2026-01-31T09:00:01Z"); later == first {
		t.Errorf("two runs got the number %s", first)
	}
	if first != "000000001" {
		t.Errorf("the first number is %s", first)
	}
	if _, errs, status := runOn(nil, "build", "-practice", practice, "-control", filepath.Join(dir, "no", "file"), in); status != exitFailed || len(errs) == 0 {
		t.Errorf("a control file that cannot be made: %d %s", status, errs)
	}
}

// Everyday characters are written out of the box, names in capitals, and ids as
// they are; the basic set refuses what it has not, and tells of ids in capitals.
func TestBuildCharset(t *testing.T) {
	in := strings.NewReplacer("2 Elm St", "2 Elm St #4", `"W123"`, `"w_123"`, "A1", "a1@x").Replace(visits(1))
	for flags, want := range map[string][2]string{
		"":                   {"N3*2 ELM ST #4~", "CLM*a1@x*"},
		"-charset=capitals":  {"N3*2 ELM ST #4~", "****MI*w_123~"},
		"-charset=extended":  {"N3*2 Elm St #4~", "NM1*IL*1*Doe*Jane****MI*w_123~"},
		"-charset=basic -ok": {"N3*2 ELM ST 4~", "CLM*A1 X*"},
		"-charset=basic":     {},
	} {
		in, args := in, strings.Fields(flags)
		if len(args) == 2 { // what basic can hold
			in, args = strings.NewReplacer("#", "", "_", "", "@", " ").Replace(in), args[:1]
		}
		out, errs, status := buildOf(t, in, args...)
		if want[0] == "" {
			if status != exitFindings || !strings.Contains(errs, "character-set") {
				t.Errorf("%s: %d %s", flags, status, errs)
			}
			continue
		}
		if status != exitOK || !strings.Contains(out, want[0]) || !strings.Contains(out, want[1]) || strings.Contains(errs, "case-changed") != strings.Contains(flags, "basic") {
			t.Errorf("%s: %d %s%s", flags, status, errs, out)
		}
	}
}

func TestBuildFolds(t *testing.T) {
	in := strings.ReplaceAll(visits(1), "Jane", "José")
	out, errs, status := buildOf(t, in)
	if status != exitOK || !strings.Contains(out, "*DOE*JOSE*") || !strings.Contains(errs, "into the character set: 1;") || strings.Contains(errs, "[folded]") {
		t.Errorf("%d %s%s", status, errs, out)
	}
	out, errs, _ = buildOf(t, in, "-folds", "-charset", "extended")
	if !strings.Contains(out, "*Doe*Jose*") || !strings.Contains(errs, "NM104): [folded] info") {
		t.Errorf("%s%s", errs, out)
	}
	out, errs, status = buildOf(t, strings.ReplaceAll(visits(1), "Jane", "Ян"))
	if status != exitFindings || out != "" || !strings.Contains(errs, "[character-set] error") {
		t.Errorf("%d %s", status, errs)
	}
}

func TestBuildWithPracticesOfTheEncounters(t *testing.T) {
	with := func(practice string) string {
		return strings.Replace(strings.TrimSuffix(visits(1), "\n"), `{"id"`, `{"practice":`+strings.ReplaceAll(practice, "\n", "")+`,"id"`, 1) + "\n"
	}
	one := with(clinic)
	out, errs, status := runOn([]byte(one), "build", clock, "-")
	if want, _, _ := buildOf(t, visits(1)); status != exitOK || string(out) != want {
		t.Errorf("%d %s", status, errs)
	}
	other := strings.Replace(with(strings.Replace(clinic, `"receiverID":"H1"`, `"receiverID":"H2"`, 1)), `"A1"`, `"A2"`, 1)
	out, errs, status = runOn([]byte(one+other), "build", clock, "-")
	if status != exitFindings || bytes.Count(out, []byte("~CLM*")) != 1 || !bytes.Contains(errs, []byte("practice: [other-interchange] error")) {
		t.Errorf("%d %s", status, errs)
	}
	_, errs, status = runOn([]byte(visits(1)), "build", clock, "-")
	if status != exitFindings || !bytes.Contains(errs, []byte("[no-practice] error")) {
		t.Errorf("%d %s", status, errs)
	}
	for _, bad := range []string{`{"submittr":{}}`, `{}`, `[]`, ``} {
		_, errs, status := runOn([]byte(visits(1)), "build", "-practice", file(t, "p.json", bad), "-")
		if status != exitFailed || len(errs) == 0 {
			t.Errorf("practice %s: %d %s", bad, status, errs)
		}
	}
}

func TestBuildProgress(t *testing.T) {
	_, errs, _ := buildOf(t, visits(2), "-progress", "plain")
	if !strings.Contains(errs, "2 encounters, 2 claims, 0 refused") || strings.Contains(errs, "\r") {
		t.Errorf("plain progress is %q", errs)
	}
	for _, mode := range []string{"auto", "none"} {
		if _, errs, _ := buildOf(t, visits(2), "-progress="+mode); errs != "" {
			t.Errorf("%s progress is %q", mode, errs)
		}
	}
}

// What is said of an encounter never breaks the line, whatever its id is.
func TestBuildOddIDs(t *testing.T) {
	id, _ := json.Marshal("A\nB " + strings.Repeat("x", 500))
	_, errs, _ := buildOf(t, strings.Replace(visits(1), `"A1"`, string(id), 1))
	for line := range strings.Lines(errs) {
		if len(line) > 400 || !strings.HasPrefix(line, "encounter 1 (line 1") && !strings.HasPrefix(line, "claimwire build:") {
			t.Errorf("line %q", line)
		}
	}
}
