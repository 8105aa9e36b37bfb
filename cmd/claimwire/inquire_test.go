// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

const (
	asked = `{"id":"Q%d","payer":{"name":"Payer","id":"P1"},"memberID":"W12%d","subscriber":{"lastName":"Doe","firstName":"Jane","birthDate":"1980-01-01"},"date":"2026-01-31"}`
)

// questions are n patients, one a line.
func questions(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(asked, "%d", strconv.Itoa(i+1)) + "\n")
	}
	return b.String()
}

// inquireOf runs inquire with the clinic's practice.
func inquireOf(t *testing.T, in string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	out, errs, status := runOn([]byte(in), append([]string{"inquire", "-practice", file(t, "practice.json", clinic), clock, "-"}, args...)...)
	return string(out), string(errs), status
}

func TestInquireGolden(t *testing.T) {
	rows := filepath.Join(t.TempDir(), "rows.ndjson")
	for name, flags := range map[string][]string{"inquire": nil, "inquire-realtime": {"-realtime", "-charset", "extended"}} {
		args := append([]string{"inquire", "-practice", "../../testdata/practice.json", "-now", "2026-03-04T09:15:00Z", "-manifest", rows, "../../testdata/patients.ndjson"}, flags...)
		out, errs, status := runOn(nil, args...)
		if status != exitFindings {
			t.Errorf("%s: %d %s", name, status, errs)
		}
		for _, secret := range []string{"Baker", "PHP2", "1979", "Doe", "Sato", "123-45"} {
			if bytes.Contains(errs, []byte(secret)) {
				t.Errorf("health data is shown: %s", errs)
			}
		}
		testkit.Golden(t, "testdata/"+name+".270", bytes.ReplaceAll(out, []byte("~"), []byte("~\n")))
		testkit.Golden(t, "testdata/"+name+".issues", errs)
		testkit.Golden(t, "testdata/"+name+".manifest", []byte(golden(t, rows)))
		if found, _, status := runOn(out, "validate", "-snip", "7", "-"); status != exitOK || bytes.Count(found, []byte("\n")) != 1 || !bytes.Contains(found, []byte("[270-06] info: no date")) {
			t.Errorf("%s is not clean: %d %s", name, status, found)
		}
		again, _, _ := runOn(nil, args...)
		if !bytes.Equal(again, out) {
			t.Errorf("%s: the same input makes other bytes", name)
		}
	}
}

func TestInquireForms(t *testing.T) {
	want, errs, status := inquireOf(t, questions(3))
	if status != exitOK || errs != "" || strings.Count(want, "TRN*1*Q") != 3 {
		t.Fatalf("%d %s%s", status, errs, want)
	}
	lines := strings.Split(strings.TrimSpace(questions(3)), "\n")
	for name, in := range map[string]string{
		"array": "[\n" + strings.Join(lines, ",\n") + "]", "BOM": "\xef\xbb\xbf" + questions(3), "blank lines": strings.Join(lines, "\r\n\r\n"),
	} {
		if got, errs, status := inquireOf(t, in); got != want || status != exitOK {
			t.Errorf("%s: %d %s", name, status, errs)
		}
	}
	if sets, _, _ := inquireOf(t, questions(5), "-max-patients", "2"); strings.Count(sets, "~ST*270*") != 3 || !strings.Contains(sets, "GE*3*1~") {
		t.Errorf("-max-patients 2 of five: %s", sets)
	}
	if crowd, errs, status := inquireOf(t, strings.Repeat(strings.Replace(lines[0], `"id":"Q1",`, "", 1)+"\n", 100), "-max-patients", "1000"); status != exitOK || strings.Count(errs, "[270-09] warning") != 1 {
		t.Errorf("100 patients in a set: %d %s%s", status, errs, crowd[:300])
	}
}

func TestInquireRealtime(t *testing.T) {
	out, errs, status := inquireOf(t, questions(2)+strings.Replace(questions(1), "1980-01-01", "80", 1)+strings.Replace(questions(3), "Q", "R", 3), "-realtime")
	if status != exitFindings || strings.Count(out, "ISA*") != 5 || strings.Count(out, "~ST*270*0001") != 5 {
		t.Fatalf("%d %s%s", status, errs, out)
	}
	for _, want := range []string{"*000000005*0*T*", "GE*1*5~IEA*1*000000005~", "BHT*0022*13*5*"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}

func TestInquireSkipsBadPatients(t *testing.T) {
	lines := strings.SplitAfter(questions(6), "\n")
	lines[1] = strings.Replace(lines[1], `"memberID"`, `"memberId"`, 1)
	lines[2] = strings.Replace(lines[2], `"lastName":"Doe",`, ``, 1)
	lines[3] = strings.Replace(lines[3], `"Q4"`, `"Q1"`, 1)
	lines[4] = strings.Replace(lines[4], `Jane`, `Ян`, 1)
	out, errs, status := inquireOf(t, strings.Join(lines, ""))
	if status != exitFindings || strings.Count(out, "TRN*1*") != 2 || !strings.Contains(out, "TRN*1*Q6*") {
		t.Errorf("%d %s", status, out)
	}
	for _, want := range []string{
		"patient 2 (line 2, id Q2): memberId: [bad-json] error: there is no such key; the nearest is memberID; see claimwire schema patient",
		"patient 3 (line 3, id Q3): subscriber.lastName: [missing-value] error: ",
		"patient 4 (line 4, id Q1): id: [duplicate-id] error: ",
		"patient 5 (line 5, id Q5): ", "[character-set] error",
		"4 of 6 patients refused",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in\n%s", want, errs)
		}
	}
	if strings.Contains(errs, "Doe") || strings.Contains(errs, "W12") || strings.Contains(errs, "Ян") {
		t.Errorf("health data is shown: %s", errs)
	}
	if _, errs, _ := inquireOf(t, lines[4], "-values"); !strings.Contains(errs, "Ян") {
		t.Errorf("-values shows none: %s", errs)
	}
	if out, _, status := inquireOf(t, strings.Join(lines, ""), "--all-or-nothing"); status != exitFindings || out != "" {
		t.Errorf("--all-or-nothing: %d %q", status, out)
	}
}

func TestInquireLeavesNoFileWithoutInquiries(t *testing.T) {
	dir := t.TempDir()
	out, rows := filepath.Join(dir, "out.270"), filepath.Join(dir, "rows.ndjson")
	for name, tt := range map[string]struct {
		in   string
		want int
	}{
		"none": {"", exitFindings}, "empty": {"[]", exitFindings}, "all bad": {strings.ReplaceAll(questions(2), "Doe", ""), exitFindings},
		"no JSON": {"hello", exitFailed}, "cut array": {"[" + questions(1), exitFailed},
	} {
		for _, more := range [][]string{nil, {"-realtime"}} {
			_, errs, status := inquireOf(t, tt.in, append([]string{"-o", out, "-manifest", rows}, more...)...)
			if status != tt.want || errs == "" {
				t.Errorf("%s: %d %s", name, status, errs)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("%s: leaves %v", name, left)
			}
		}
	}
}

// Numbers go on from claims to inquiries, and a repeated run gets its own again.
func TestInquireControlNumbers(t *testing.T) {
	control, in := filepath.Join(t.TempDir(), "control.json"), file(t, "in.ndjson", questions(2))
	practice, claims := file(t, "practice.json", clinic), file(t, "claims.ndjson", visits(1))
	numbers := func(args ...string) (out []string) {
		text, errs, status := runOn(nil, append(args, "-practice", practice, "-control", control)...)
		if status != exitOK {
			t.Fatalf("%d %s", status, errs)
		}
		for _, part := range strings.SplitAfter(string(text), "IEA*1*")[1:] {
			out = append(out, part[6:9])
		}
		return out
	}
	for _, tt := range []struct{ args, want string }{
		{"build " + claims, "001"}, {"inquire " + in, "002"}, {"inquire -realtime " + in, "003 004"}, {"inquire " + in, "002"},
		{"inquire -realtime " + in, "003 004"}, {"build " + claims, "001"}, {"inquire -max-patients 1 " + in, "005"},
	} {
		if got := strings.Join(numbers(append(strings.Fields(tt.args), clock)...), " "); got != tt.want {
			t.Errorf("%s gets %s, want %s", tt.args, got, tt.want)
		}
	}
	if got := numbers("inquire", in, "-now=2026-02-01T00:00:00Z"); got[0] != "006" {
		t.Errorf("a later run gets %s", got)
	}
}

func TestInquirePractices(t *testing.T) {
	own := `{"provider":{"organization":"Lab","npi":"1234567893"},"interchange":{"senderID":"C1","receiverID":"%s"}}`
	with := func(id, receiver string) string {
		return strings.Replace(questions(1), `{"id":"Q1"`, `{"practice":`+strings.Replace(own, "%s", receiver, 1)+`,"id":"`+id+`"`, 1)
	}
	out, errs, status := runOn([]byte(with("A", "H1")+with("B", "H2")+with("C", "H1")), "inquire", clock, "-")
	if status != exitFindings || bytes.Count(out, []byte("TRN*1*")) != 2 || !bytes.Contains(errs, []byte("id B): practice: [other-interchange] error")) {
		t.Errorf("%d %s%s", status, errs, out)
	}
	if _, errs, status := runOn([]byte(questions(1)), "inquire", clock, "-"); status != exitFindings || !bytes.Contains(errs, []byte("[no-practice] error")) {
		t.Errorf("%d %s", status, errs)
	}
	bad := strings.Replace(clinic, `"npi":"1234567893"`, `"npi":"1234567890"`, 1)
	_, errs, _ = runOn([]byte(questions(1)), "inquire", "-practice", file(t, "p.json", bad), clock, "-")
	if !bytes.Contains(errs, []byte("id Q1): practice.billingProvider.npi: [")) {
		t.Errorf("a wrong NPI of the practice: %s", errs)
	}
	for _, bad := range []string{`{"submittr":{}}`, `{}`, `[]`, ``} {
		if _, errs, status := runOn([]byte(questions(1)), "inquire", "-practice", file(t, "p.json", bad), "-"); status != exitFailed || len(errs) == 0 {
			t.Errorf("practice %s: %d %s", bad, status, errs)
		}
	}
}

func TestInquireExitStatus(t *testing.T) {
	fine, practice := file(t, "in.ndjson", questions(1)), file(t, "practice.json", clinic)
	for args, want := range map[string]int{
		"inquire": 2, "inquire gone.json": 2, "inquire -practice gone.json " + fine: 2, "inquire -now yesterday " + fine: 2,
		"inquire -charset utf-8 " + fine: 2, "inquire -max-patients 0 " + fine: 2, "inquire -progress sometimes " + fine: 2,
		"inquire -practice " + practice + " " + fine: 0, "inquire -practice " + practice + " " + fine + " " + fine: 2, "help inquire": 0,
	} {
		if out, errs, got := runOn(nil, strings.Fields(args)...); got != want || want == exitFailed && len(errs) == 0 {
			t.Errorf("claimwire %s ends with %d, want %d\n%s%s", args, got, want, out, errs)
		}
	}
	if _, errs, _ := inquireOf(t, questions(2), "-progress", "plain"); !strings.Contains(errs, "2 patients, 2 inquiries, 0 refused") {
		t.Errorf("plain progress is %q", errs)
	}
}
