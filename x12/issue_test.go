// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestCatalogueLookup(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[x12.IssueCode]bool{}
	rows := x12.Catalogue()
	for i, row := range rows {
		if !form.MatchString(string(row.Code)) || seen[row.Code] {
			t.Errorf("code %q is of another form, or there twice", row.Code)
		}
		seen[row.Code] = true
		if i > 0 && rows[i-1].Code >= row.Code {
			t.Errorf("%s is not in order", row.Code)
		}
		if row.Text == "" || row.SNIP < 0 || row.SNIP > 7 || (row.Fix == "" && row.Severity == x12.Error) {
			t.Errorf("%s has no text, or does not say how to fix it", row.Code)
		}
		if got, ok := x12.LookupIssue(row.Code); !ok || got != row {
			t.Errorf("%s is not found", row.Code)
		}
	}
	if _, ok := x12.LookupIssue("no-such-code"); ok {
		t.Error("a code that does not exist is found")
	}
	rows[0].Text = "changed"
	if x12.Catalogue()[0].Text == "changed" {
		t.Error("the catalogue can be changed from outside")
	}
}

func TestNewIssue(t *testing.T) {
	pos := x12.Position{Segment: 5, Tag: "NM1", Loop: "1000A", Element: 3}
	i := x12.NewIssue(x12.CodeCharacterSet, pos, "SECRET")
	if i.Severity != x12.Error || i.SNIP != 1 || i.Value != "SECRET" {
		t.Errorf("issue is %+v", i)
	}
	if got := i.String(); !strings.HasPrefix(got, "segment 5 (1000A NM103) [character-set] error: ") || strings.Contains(got, "SECRET") || i.Error() != got {
		t.Errorf("issue prints %q", got)
	}
	if i := x12.NewIssue("unknown-code", pos, ""); i.Severity != x12.Error {
		t.Errorf("an unknown code is %v", i.Severity)
	}
}

func TestSeverity(t *testing.T) {
	for s, want := range map[x12.Severity]string{x12.Info: "info", x12.Warning: "warning", x12.Error: "error", 9: "severity 9"} {
		if s.String() != want {
			t.Errorf("%d prints %q", s, s)
		}
	}
	b, err := json.Marshal([]x12.Severity{x12.Info, x12.Warning, x12.Error})
	if err != nil || string(b) != `["info","warning","error"]` {
		t.Errorf("JSON is %s, %v", b, err)
	}
	var back []x12.Severity
	if err := json.Unmarshal(b, &back); err != nil || len(back) != 3 || back[2] != x12.Error {
		t.Errorf("read back: %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`["fatal"]`), &back); err == nil {
		t.Error("fatal is a severity")
	}
}

func TestIssueList(t *testing.T) {
	l := x12.IssueList{Limit: 3}
	for i := range 10 {
		l.Add(x12.Issue{Severity: x12.Severity(i % 3), SNIP: i})
	}
	if len(l.Kept()) != 3 || l.Kept()[2].SNIP != 2 || l.Len() != 10 || l.Count(x12.Info) != 4 || l.Count(x12.Error) != 3 {
		t.Errorf("kept %d of %d, %d info", len(l.Kept()), l.Len(), l.Count(x12.Info))
	}
	l.Reset()
	if l.Len() != 0 || len(l.Kept()) != 0 {
		t.Error("Reset keeps something")
	}
	var d x12.IssueList
	for range 1500 {
		d.Add(x12.Issue{})
	}
	if len(d.Kept()) != 1000 || d.Len() != 1500 {
		t.Errorf("by default %d of %d are kept", len(d.Kept()), d.Len())
	}
}
