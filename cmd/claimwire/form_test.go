// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// each golden file gives one form a claim, and JSON that says the same.
func TestForm(t *testing.T) {
	for _, tt := range []struct {
		pattern, name, box, text string
	}{
		{"../../testdata/encounters/01-*.edi", "CMS-1500 (02/12)", "33a", "1467890129"},
		{"../../testdata/encounters/institutional/01-*.edi", "UB-04 (CMS-1450)", "56", "1093345605"},
	} {
		files, err := filepath.Glob(tt.pattern)
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v, %v", tt.pattern, files, err)
		}
		out, errs, status := runOn(nil, "form", files[0])
		if status != exitOK || len(errs) > 0 || !strings.HasPrefix(string(out), tt.name+", page 1 of 1, claim ") || !strings.Contains(string(out), tt.text) {
			t.Errorf("%s: %d %s%s", files[0], status, errs, out)
		}
		out, errs, status = runOn(nil, "form", "--json", files[0])
		if status != exitOK || len(errs) > 0 {
			t.Fatalf("%s: %d %s", files[0], status, errs)
		}
		var got struct {
			Type, File, Claim, Kind string
			At                      map[string]int
			Form                    struct {
				Name, Claim string
				Pages       []struct {
					Number int
					Boxes  []struct {
						Number, Name, Text string
						Row                int
					}
				}
			}
			Issues []struct{ Path, Code, Severity, Message string }
		}
		d := json.NewDecoder(strings.NewReader(string(out)))
		d.DisallowUnknownFields()
		if err := d.Decode(&got); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got.Type != "form" || got.File != files[0] || got.Form.Name != tt.name || got.Claim == "" || got.Form.Claim != got.Claim || len(got.Form.Pages) != 1 || got.At["set"] != 1 {
			t.Errorf("%+v", got)
		}
		found := false
		for _, b := range got.Form.Pages[0].Boxes {
			found = found || b.Number == tt.box && b.Text == tt.text
		}
		if !found {
			t.Errorf("box %s is not %s: %s", tt.box, tt.text, out)
		}
		for _, i := range got.Issues {
			if i.Path == "" || i.Code == "" || i.Severity != "warning" || i.Message == "" {
				t.Errorf("%+v", i)
			}
		}
	}
}

// Of a dental claim there is none, which is a finding.
func TestFormOfDentist(t *testing.T) {
	files, err := filepath.Glob("../../testdata/encounters/dental/01-*.edi")
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	out, errs, status := runOn(nil, "form", files[0])
	if status != exitFindings || len(errs) > 0 || !strings.Contains(string(out), "[form-none] error: ") || strings.Contains(string(out), "page 1") {
		t.Errorf("%d %s%s", status, errs, out)
	}
	out, _, status = runOn(nil, "form", "--json", files[0])
	if status != exitFindings || !strings.Contains(string(out), `"kind":"837D"`) || strings.Contains(string(out), `"form":{`) {
		t.Errorf("%d %s", status, out)
	}
}

func TestFormFlags(t *testing.T) {
	fine := file(t, "fine.edi", good)
	long := file(t, "long.edi", strings.Replace(good, "*DOE*JANE*", "*DOEDOEDOEDOEDOEDOEDOEDOE*JANE*", 1))
	other := file(t, "other.edi", oddities["other set"])
	for _, tt := range []struct {
		args string
		want int
	}{
		{fine, exitOK}, {long, exitOK}, {other, exitOK}, {"", exitFailed}, {"--nonsense " + fine, exitFailed}, {fine + ".gone", exitFailed},
		{file(t, "part.edi", gs+set+se+"GE*1*1~"), exitFailed}, {"--fragment " + file(t, "part.edi", gs+set+se+"GE*1*1~"), exitOK},
		{fine + " " + file(t, "text.txt", "hello"), exitFailed},
	} {
		if out, errs, status := runOn(nil, append([]string{"form"}, strings.Fields(tt.args)...)...); status != tt.want {
			t.Errorf("form %s: %d %s%s", tt.args, status, out, errs)
		}
	}
	if _, errs, _ := runOn(nil, "form", other); !strings.Contains(string(errs), "there is no claim in it") {
		t.Errorf("a file without claims: %s", errs)
	}
	out, _, _ := runOn(nil, "form", long)
	if !strings.Contains(string(out), long+": subscriber.name [form-too-long] warning: box 2: ") {
		t.Errorf("a long name is not reported: %s", out)
	}
	report := string(out)[strings.Index(string(out), "[form-too-long]"):]
	if strings.Contains(report, "JANE") {
		t.Errorf("a finding has a value: %s", report)
	}
	if out, _, _ := runOn(nil, "form", "--values", long); !strings.Contains(string(out), `("DOEDOEDOEDOEDOEDOEDOEDOE, JANE")`) {
		t.Errorf("--values shows none: %s", out)
	}
	to := filepath.Join(t.TempDir(), "out.txt")
	if out, errs, status := runOn(nil, "form", "-o", to, fine); status != exitOK || len(out) > 0 {
		t.Errorf("-o: %d %s%s", status, out, errs)
	}
	if text, err := os.ReadFile(to); err != nil || !strings.HasPrefix(string(text), "CMS-1500") {
		t.Errorf("-o wrote %s, %v", text, err)
	}
	if _, _, status := runOn(nil, "form", "-o", to, fine, fine+".gone"); status != exitFailed {
		t.Errorf("-o with a file that is gone ends with %d", status)
	}
}

// An amount that could not be read is shown as unreadable on the paper form, never
// as zero.
func TestFormShowsWhatIsUnreadable(t *testing.T) {
	at := strings.Index(good, "CLM*")
	charge := strings.Split(good[at:], "*")[2]
	line := good[strings.Index(good, "SV1*"):]
	line = line[:strings.Index(line, "~")]
	lineCharge := strings.Split(line, "*")[2]
	for name, bad := range map[string]string{
		"claim": good[:at] + strings.Replace(good[at:], "*"+charge+"*", "*1O0*", 1),
		"line":  strings.Replace(good, line, strings.Replace(line, "*"+lineCharge+"*", "*1,00*", 1), 1),
	} {
		for _, flag := range []string{"--json", "-json=false"} {
			out, errs, status := runOn([]byte(bad), "form", flag, "-")
			if status != exitFindings || strings.Count(string(out), "UNREADABLE") != 1 || !strings.Contains(string(out), "form-unreadable") {
				t.Errorf("%s: %d %s%s", name, status, out, errs)
			}
		}
	}
	if out, _, status := runOn([]byte(good), "form", "-"); status != exitOK || strings.Contains(string(out), "UNREADABLE") {
		t.Errorf("%d %s", status, out)
	}
}
