// SPDX-License-Identifier: Apache-2.0

package report_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// An amount that could not be read is shown as unreadable, never as zero, and is
// in no total; the claims beside it are.
func TestReportShowsWhatIsUnreadable(t *testing.T) {
	text := isa + remitGS + remittance + "SE*20*0001~" + ends
	claim := text[strings.Index(text, "CLP*"):strings.Index(text, "PLB*")]
	other := strings.Replace(claim, "CLP*A1*", "CLP*A2*", 1)
	for name, test := range map[string]struct {
		from, to string
		claim    bool   // it stands in the claim
		path     string // in the JSON
	}{
		"payment":    {"BPR*I*80*", "BPR*I*8O*", false, "remittance.amount"},
		"charge":     {"CLP*A1*1*150.00*", "CLP*A1*1*15O.00*", true, "charge"},
		"paid":       {"*100*20*12*", "*1,00*20*12*", true, "paid"},
		"owed":       {"*100*20*12*", "*100*2O*12*", true, "patientResponsibility"},
		"line":       {"*150.00*100~", "*1e2*100~", true, "lines[0].charge"},
		"line paid":  {"*150.00*100~", "*150.00*$100~", true, "lines[0].paid"},
		"adjustment": {"CAS*CO*45*30~", "CAS*CO*45*3O~", true, "lines[0].adjustments[0].amount"},
		"no amount":  {"CAS*CO*45*30~", "CAS*CO*45**3~", true, "lines[0].adjustments[0].amount"},
		"provider":   {"*20~SE", "*2O~SE", false, ""},
	} {
		if !strings.Contains(text, test.from) {
			t.Logf("%s: %s is not in %s", name, test.from, text)
			continue
		}
		bad := strings.Replace(text, test.from, test.to, 1)
		at := strings.Index(bad, "PLB*")
		bad = bad[:at] + other + bad[at:]
		out, sum, err := render([]byte(bad), 3, "text")
		page, _, _ := render([]byte(bad), 3, "html")
		if err != nil || sum.OK() || !strings.Contains(string(out), "unreadable") || !strings.Contains(string(page), "unreadable") ||
			!strings.Contains(string(out), "IT CANNOT BE PROVED: 1 amount is unreadable.") || strings.Contains(string(out), "DOES NOT BALANCE") {
			t.Errorf("%s: %v %s", name, err, out)
		}
		// The claim that can be read is in the totals, and only it.
		claims := 2
		if test.claim {
			claims = 1
			if !strings.Contains(string(out), "UNREADABLE") {
				t.Errorf("%s: the claim does not say so: %s", name, out)
			}
		}
		want := fmt.Sprintf("charged $%d.00 = paid $%d.00 ", 150*claims, 100*claims)
		if !strings.Contains(string(out), want) {
			t.Errorf("%s: no %q in %s", name, want, out)
		}
		out, _, _ = render([]byte(bad), 3, "json")
		paths := ""
		for line := range strings.Lines(string(out)) {
			var r struct {
				Type       string
				Unreadable []string
				Outcome    any
				Balance    struct {
					Balanced           bool
					Unreadable         int
					Amount, Difference any
				}
			}
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			paths += strings.Join(r.Unreadable, " ")
			if r.Type == "claim" && (r.Outcome == nil) != (len(r.Unreadable) > 0) {
				t.Errorf("%s: %s", name, line)
			}
			if r.Type == "balance" && (r.Balance.Balanced || r.Balance.Unreadable != 1 || r.Balance.Difference != nil || (r.Balance.Amount == nil) != (name == "payment")) {
				t.Errorf("%s: %s", name, line)
			}
		}
		if paths != test.path {
			t.Errorf("%s: unreadable are %q, want %q", name, paths, test.path)
		}
	}
}
