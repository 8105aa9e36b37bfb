// SPDX-License-Identifier: Apache-2.0

package x12

import "fmt"

// DefaultIssueCap is how many issues of one code an IssueCap shows when it is
// not told otherwise.
const DefaultIssueCap = 100

// IssueCap says which issues of a long stream are worth showing, the first of
// each code and severity, and counts them all. The zero value is ready for use.
//
//	for issue, err := range claimwire.Validate(src, nil) {
//		if seen.Show(issue) { fmt.Println(issue) }
//	}
//	for _, n := range seen.Hidden() { fmt.Println(n) }
type IssueCap struct {
	// Limit is how many issues of a code and severity are shown; 0 means
	// DefaultIssueCap, and less than 0 all of them.
	Limit  int
	counts []IssueCount
	index  map[issueKind]int
}

type issueKind struct {
	code     IssueCode
	severity Severity
}

// IssueCount is how often a code was found with a severity.
type IssueCount struct {
	Code     IssueCode
	Severity Severity
	Total    int
	Hidden   int // of these, those that were not shown
}

// String returns "[code] error: 900 more of these are not shown, 1000 in all".
func (n IssueCount) String() string {
	return fmt.Sprintf("[%s] %s: %d more of these are not shown, %d in all", n.Code, n.Severity, n.Hidden, n.Total)
}

// Show counts an issue and reports whether to show it.
func (c *IssueCap) Show(i Issue) bool {
	kind := issueKind{i.Code, i.Severity}
	k, ok := c.index[kind]
	if !ok {
		if c.index == nil {
			c.index = map[issueKind]int{}
		}
		k = len(c.counts)
		c.index[kind] = k
		c.counts = append(c.counts, IssueCount{Code: i.Code, Severity: i.Severity})
	}
	n := &c.counts[k]
	n.Total++
	limit := c.Limit
	if limit == 0 {
		limit = DefaultIssueCap
	}
	if limit > 0 && n.Total > limit {
		n.Hidden++
		return false
	}
	return true
}

// Counts returns the count of each code and severity, in the order in which they
// were first found.
func (c *IssueCap) Counts() []IssueCount { return append([]IssueCount(nil), c.counts...) }

// Hidden returns the counts of those of which some were not shown.
func (c *IssueCap) Hidden() []IssueCount {
	var out []IssueCount
	for _, n := range c.counts {
		if n.Hidden > 0 {
			out = append(out, n)
		}
	}
	return out
}
