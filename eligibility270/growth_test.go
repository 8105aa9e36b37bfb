// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/x12"
)

// repeats make a reply long: what stands before the i-th of n statements.
var repeats = map[string]func(i int) []string{
	"copays with words": func(i int) []string {
		return []string{"EB*B*IND*98***27*" + cent(i) + "*****Y", "MSG*WORDS " + strconv.Itoa(i)}
	},
	"plans":                func(i int) []string { return []string{"EB*1**30*PR*PLAN " + strconv.Itoa(i)} },
	"deductibles of plans": func(i int) []string { return []string{"EB*C*IND*30*PR*PLAN " + strconv.Itoa(i) + "*23*100"} },
	"plans and what they may": func(i int) []string {
		return []string{"EB*1**30*PR*PLAN " + strconv.Itoa(i), "EB*B**98***27*" + cent(i)}
	},
	"half names": func(i int) []string {
		return []string{"EB*1**30*PR*PLAN " + strconv.Itoa(i), "EB*1**30**PLAN " + strconv.Itoa(i), "EB*C**30**PLAN " + strconv.Itoa(i) + "*23*5"}
	},
	"kinds of insurance": func(i int) []string {
		return []string{"EB*1**30*" + letters(i), "EB*C**30**PLAN " + strconv.Itoa(i) + "*23*5"}
	},
	"service types":          func(i int) []string { return []string{"EB*B**" + letters(i) + "***27*" + cent(i)} },
	"service types of plans": func(i int) []string { return []string{"EB*1**" + letters(i) + "*PR*PLAN " + strconv.Itoa(i)} },
	"types, and words of all": func(i int) []string {
		return []string{"EB*F**" + letters(i) + "***23***VS*9", "EB*D**30", "MSG*W" + strconv.Itoa(i)}
	},
	"not covered": func(i int) []string { return []string{"EB*I**30", "MSG*W" + strconv.Itoa(i)} },
	"active":      func(int) []string { return []string{"EB*1**30"} },
	"deductibles": func(i int) []string { return []string{"EB*C*IND*30***33*" + cent(i)} },
	"levels":      func(i int) []string { return []string{"EB*C*" + letters(i) + "*30***23*100"} },
	"limits": func(i int) []string {
		return []string{"EB*F*IND*98***23***VS*" + strconv.Itoa(i+1), "MSG*W" + strconv.Itoa(i)}
	},
	"limits that are used": func(i int) []string {
		return []string{"EB*F*IND*98***24***99*" + strconv.Itoa(i+1), "MSG*W" + strconv.Itoa(i)}
	},
	"other payers": func(i int) []string {
		return []string{"EB*R**30**OTHER " + strconv.Itoa(i), "LS*2120", "NM1*PRP*2*P" + strconv.Itoa(i), "LE*2120"}
	},
	"entities":   func(i int) []string { return []string{"NM1*PR*2*P" + strconv.Itoa(i), "NM1*IL*1*N" + strconv.Itoa(i)} },
	"dates":      func(int) []string { return []string{"DTP*291*RD8*20260101-20261231"} },
	"numbers":    func(i int) []string { return []string{"REF*6P*G" + strconv.Itoa(i)} },
	"places":     func(i int) []string { return []string{"III*ZZ*" + strconv.Itoa(i%90+10)} },
	"deliveries": func(i int) []string { return []string{"HSD*VS*" + strconv.Itoa(i+1) + "*WK*1"} },
	"rejections": func(int) []string { return []string{"AAA*N**15*C"} },
	"words":      func(i int) []string { return []string{"MSG*W" + strconv.Itoa(i)} },
}

func cent(i int) string    { return fmt.Sprintf("%d.%02d", i/100+1, i%100) }
func letters(i int) string { return strings.ToUpper(strconv.FormatInt(int64(i+40), 36)) }

// The time to understand a reply grows with its size, whatever is repeated.
func TestTimeGrowsWithTheReply(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const n, times = 2000, 4
	spent := func(r *Response) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			a := r.Answers(0)
			for _, s := range []x12.Code{"30", "98"} {
				for _, network := range []x12.Code{AnswerYes, AnswerNo} {
					if _, err := a.Estimate(Query{ServiceType: s, Network: network}, dollars("100"), nil); err != nil {
						t.Fatal(err)
					}
				}
			}
			for _, s := range a.ServiceTypes() {
				a.Stated(Query{ServiceType: s})
			}
			CheckResponse(r, nil)
			best = min(best, time.Since(start))
		}
		return best
	}
	for name, of := range repeats {
		made := func(n int) *Response {
			segments := []string{"EB*1**30"}
			for i := range n {
				segments = append(segments, of(i)...)
			}
			return told(t, segments...)
		}
		small, large := spent(made(n)), spent(made(n*times))
		t.Logf("%-24s %10s %10s %5.1f", name, small, large, float64(large)/float64(small))
		if large > small*times*5/2 && large > 500*time.Millisecond {
			t.Errorf("%s: %s for %d, %s for %d", name, small, n, large, n*times)
		}
	}
}

// So does the time to find the inquiries of replies, also when they all have one number
// or are about one person.
func TestTimeGrowsWithTheInquiries(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	member := func(i, k int) *Member {
		return &Member{Name: x12.Name{Last: "DOE", First: "ANN", ID: strconv.Itoa(i % k)}, BirthDate: 19800101}
	}
	for name, c := range map[string]struct{ numbers, people int }{
		"all differ": {1 << 30, 1 << 30}, "one number": {1, 1 << 30}, "one person": {1 << 30, 1}, "one of each": {1, 1}, "a few of each": {7, 11},
	} {
		spent := func(n int) time.Duration {
			start := time.Now()
			m := NewMatcher[int](n / 2) // half of them are forgotten
			trace := func(i int) []Trace {
				return []Trace{{Type: TraceReferenced, Number: "T" + strconv.Itoa(i%c.numbers), OriginatorID: "9CLINIC001"}}
			}
			for i := range n {
				m.Add(&Inquiry{Subscriber: member(i, c.people), Traces: trace(i)}, i)
			}
			for i := range n {
				m.Match(&Response{Subscriber: member(i, c.people), Traces: trace(i)})
			}
			return time.Since(start)
		}
		const n, times = 10000, 4
		spent(n)
		small, large := min(spent(n), spent(n)), min(spent(n*times), spent(n*times))
		t.Logf("%-14s %10s %10s %5.1f", name, small, large, float64(large)/float64(small))
		if large > small*times*5/2 && large > 500*time.Millisecond {
			t.Errorf("%s: %s for %d, %s for %d", name, small, n, large, n*times)
		}
	}
}
