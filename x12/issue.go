// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"sort"

	"github.com/shopspring/decimal"
)

// Severity tells how bad a finding is.
type Severity uint8

const (
	Info    Severity = iota // worth knowing, nothing is wrong
	Warning                 // legal but suspicious, or tolerated
	Error                   // breaks the standard, the guide or arithmetic
)

var severityNames = [...]string{"info", "warning", "error"}

// String returns info, warning or error.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity %d", uint8(s))
}

// MarshalText returns the form of String.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the form of String.
func (s *Severity) UnmarshalText(b []byte) error {
	for i, n := range severityNames {
		if n == string(b) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("x12: unknown severity; use info, warning or error")
}

// IssueCode names a kind of finding. Codes are stable; the catalogue has them all.
type IssueCode string

// Issue is one finding: what is wrong, where, and how bad it is.
type Issue struct {
	Position
	Code     IssueCode
	Severity Severity
	SNIP     int    // WEDI SNIP type, 1 to 7; 0 for what is no rule of the standard
	Path     string // the place in the caller's own object, "services[2].charge"; empty when the finding is about X12
	Value    string // the bad value; may be health data, so no text of this package prints it
	Detail   string // what is wrong and how to fix it; without values, but for the dollars of a balance
	// Record is the number of the record in its set that the issue is about, such as
	// a claim payment of a remittance; 0 when it is about the set, or when the number
	// is not known.
	Record int
	// Figures are the amounts of an issue about a sum; nil for others.
	Figures *Figures
}

// Figures are what an amount should be, by the other amounts, and what it is.
type Figures struct{ Expected, Actual decimal.Decimal }

// Difference returns Actual - Expected.
func (f *Figures) Difference() decimal.Decimal {
	if f == nil {
		return decimal.Decimal{}
	}
	return f.Actual.Sub(f.Expected)
}

// NewIssue returns a finding with what the catalogue says of its code.
func NewIssue(code IssueCode, pos Position, value string) Issue {
	i := Issue{Position: pos, Code: code, Value: value, Severity: Error}
	if info, ok := LookupIssue(code); ok {
		i.Severity, i.SNIP, i.Detail = info.Severity, info.SNIP, info.message()
	}
	return i
}

// String returns "segment 12 (2010AA NM109) [code] error: what is wrong; how to
// fix it". The path stands in the place of the segment when there is one. It
// holds no value of the file.
func (i Issue) String() string {
	place := i.Path
	if place == "" {
		place = i.Position.String()
	}
	return fmt.Sprintf("%s [%s] %s: %s", place, i.Code, i.Severity, i.Detail)
}

// Error is String, so that an Issue can be returned where it stops something.
func (i Issue) Error() string { return i.String() }

// SyntaxError says why reading cannot go on.
type SyntaxError struct {
	Position
	Code   IssueCode
	Reason string
}

// Error names the place and the reason, no value of the file.
func (e *SyntaxError) Error() string { return "x12: " + e.Position.String() + ": " + e.Reason }

// Issue returns the error as a finding.
func (e *SyntaxError) Issue() Issue {
	i := NewIssue(e.Code, e.Position, "")
	i.Detail = e.Reason
	return i
}

// IssueInfo is what the catalogue knows of a code.
type IssueInfo struct {
	Code     IssueCode
	Severity Severity
	SNIP     int
	TA1      string // note code (TA105)
	IK3      string // segment error code (IK304)
	IK4      string // element error code (IK403)
	IK5      string // set error code (IK502)
	AK9      string // group error code (AK905)
	STC      string // claim status category and code of a 277CA (STC01)
	Text     string // what is wrong
	Fix      string // what to do
}

func (i IssueInfo) message() string {
	if i.Fix == "" {
		return i.Text
	}
	return i.Text + "; " + i.Fix
}

// LookupIssue returns the catalogue's row of a code.
func LookupIssue(code IssueCode) (IssueInfo, bool) {
	rows := catalogue()
	k := sort.Search(len(rows), func(k int) bool { return rows[k].Code >= code })
	if k < len(rows) && rows[k].Code == code {
		return rows[k], true
	}
	return IssueInfo{}, false
}

// Catalogue returns every code that this package finds, sorted.
func Catalogue() []IssueInfo { return append([]IssueInfo(nil), catalogue()...) }

// IssueList keeps the first findings of a long stream and counts them all.
type IssueList struct {
	Limit  int // findings to keep; 0 means 1,000
	kept   []Issue
	counts [3]int
}

// Add takes a finding.
func (l *IssueList) Add(i Issue) {
	limit := l.Limit
	if limit == 0 {
		limit = 1000
	}
	if int(i.Severity) < len(l.counts) {
		l.counts[i.Severity]++
	}
	if len(l.kept) < limit {
		l.kept = append(l.kept, i)
	}
}

// Kept returns the findings that were kept, in the order they came.
func (l *IssueList) Kept() []Issue { return l.kept }

// Count returns how many findings of a severity came, kept or not.
func (l *IssueList) Count(s Severity) int { return l.counts[s] }

// Len returns how many findings came.
func (l *IssueList) Len() int { return l.counts[0] + l.counts[1] + l.counts[2] }

// Reset forgets all.
func (l *IssueList) Reset() { l.kept, l.counts = l.kept[:0], [3]int{} }
