// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// manyIssues is a file with n segments that no place takes.
func manyIssues(n int) string {
	return strings.Replace(good, "HI*ABK", strings.Repeat("ZZZ*1~", n)+"HI*ABK", 1)
}

// Of many issues of one code the first are printed, and how many more there are;
// rows of JSON are all there.
func TestIssuesAreCapped(t *testing.T) {
	const n = 250
	one, two := file(t, "one.edi", manyIssues(n)), file(t, "two.edi", manyIssues(n))
	few := file(t, "few.edi", manyIssues(x12.DefaultIssueCap))
	more := "%s: [%s] %s: %d more of these are not shown, %d in all"
	tests := []struct {
		args  string
		code  x12.IssueCode
		shown int
		want  []string // lines
	}{
		{"validate " + one, x12.CodeUnknownSegment, x12.DefaultIssueCap, []string{fmt.Sprintf(more, one, x12.CodeUnknownSegment, "error", n-x12.DefaultIssueCap, n)}},
		{"validate --max-issues 3 " + one + " " + two, x12.CodeUnknownSegment, 6, []string{
			fmt.Sprintf(more, one, x12.CodeUnknownSegment, "error", n-3, n),
			fmt.Sprintf(more, two, x12.CodeUnknownSegment, "error", n-3, n),
		}},
		{"validate --max-issues 0 " + one, x12.CodeUnknownSegment, n, nil},
		{"validate " + few, x12.CodeUnknownSegment, x12.DefaultIssueCap, nil},
		{"validate --max-issues=3 --json " + one, x12.CodeUnknownSegment, n, nil},
		{"parse --max-issues 3 " + one, x12.CodeNotHeld, 3, []string{fmt.Sprintf(more, one, x12.CodeNotHeld, "warning", n-3, n)}},
		{"recode --max-issues 3 " + one, x12.CodeNotHeld, 3, []string{fmt.Sprintf(more, one, x12.CodeNotHeld, "warning", n-3, n)}},
	}
	for _, test := range tests {
		var out, said bytes.Buffer
		run(strings.Fields(test.args), nil, &out, &said)
		text := out.String()
		if !strings.HasPrefix(test.args, "validate") {
			text = said.String()
		}
		shown := 0
		var rest []string
		for line := range strings.Lines(text) {
			switch line = strings.TrimSpace(line); {
			case strings.Contains(line, "more of these"):
				rest = append(rest, line)
			case strings.Contains(line, "["+string(test.code)+"]"), strings.Contains(line, `"code":"`+string(test.code)+`"`):
				shown++
			}
		}
		if shown != test.shown || fmt.Sprint(rest) != fmt.Sprint(test.want) {
			t.Errorf("%s: %d shown, not %d; then %q, not %q", test.args, shown, test.shown, rest, test.want)
		}
	}
	for _, bad := range []string{"-1", "x", ""} {
		var out bytes.Buffer
		if status := run([]string{"validate", "--max-issues=" + bad, one}, nil, &out, &out); status != exitFailed {
			t.Errorf("--max-issues=%s: status %d\n%s", bad, status, out.String())
		}
	}
}
