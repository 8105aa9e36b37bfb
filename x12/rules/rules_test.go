// SPDX-License-Identifier: Apache-2.0

package rules

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// toy is a record of one of the sets A and B.
type toy struct {
	set    string
	broken string // ids of the rules that fail
}

// breaks returns a rule that fails when the toy names it.
func breaks(id string, snip int, s x12.Severity, sets ...string) Rule[toy] {
	return Rule[toy]{
		ID: id, Sets: sets, SNIP: snip, Severity: s, Title: "wrong", Fix: "fix it",
		Check: func(v *toy, r *Report) {
			if strings.Contains(v.broken, r.ID()) {
				r.Report("field", "secret")
			}
		},
	}
}

func toys() *Catalog[toy] {
	strict := breaks("T-3", 4, x12.Error)
	strict.Strict = true
	strict.Retired = []string{"OLD-3"}
	return &Catalog[toy]{
		Package: "toys", Sets: []string{"A", "B"}, SetOf: func(v *toy) string { return v.set },
		Rules:  []Rule[toy]{breaks("T-1", 3, x12.Error, "A"), breaks("T-2", 5, x12.Warning, "A", "B"), strict, {ID: "T-4", SNIP: 4, Severity: x12.Error, Title: "of many"}},
		Unused: []UnusedID{{"T-9", "the guide tables say so"}},
		Place: func(_ *toy, path string) x12.Position {
			return x12.Position{Loop: "2300", Tag: "REF", Element: len(path)}
		},
	}
}

const all = "T-1 T-2 T-3 OWN-1 OWN-2"

// codes returns the codes and severities of what the set finds in a toy that
// breaks every rule.
func codes(s *Set[toy], set string) string {
	var out []string
	for _, i := range s.Check(&toy{set, all}) {
		out = append(out, string(i.Code)+" "+i.Severity.String())
	}
	return strings.Join(out, ", ")
}

func made(t *testing.T) *Set[toy] {
	t.Helper()
	s, err := toys().New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSwitches(t *testing.T) {
	for name, tt := range map[string]struct {
		change     func(*Set[toy]) error
		a, b, none string // what is found in a toy of A, of B, and of an unknown set
	}{
		"as it is":           {func(*Set[toy]) error { return nil }, "T-1 error, T-2 warning, T-3 error", "T-2 warning, T-3 error", "T-3 error"},
		"two off":            {func(s *Set[toy]) error { return s.Disable("T-1", "T-3") }, "T-2 warning", "T-2 warning", ""},
		"off and on":         {func(s *Set[toy]) error { s.Disable("T-1", "T-2"); return s.Enable("T-1") }, "T-1 error, T-3 error", "T-3 error", "T-3 error"},
		"by its old id":      {func(s *Set[toy]) error { return s.Disable("OLD-3") }, "T-1 error, T-2 warning", "T-2 warning", ""},
		"milder":             {func(s *Set[toy]) error { return s.SetSeverity("T-1", x12.Info) }, "T-1 info, T-2 warning, T-3 error", "T-2 warning, T-3 error", "T-3 error"},
		"severer":            {func(s *Set[toy]) error { return s.SetSeverity("T-2", x12.Error) }, "T-1 error, T-2 error, T-3 error", "T-2 error, T-3 error", "T-3 error"},
		"balancing only":     {func(s *Set[toy]) error { return s.Limit(3) }, "T-1 error", "", ""},
		"nothing":            {func(s *Set[toy]) error { return s.Limit(0) }, "", "", ""},
		"one more":           {func(s *Set[toy]) error { return s.Add(breaks("OWN-1", 7, x12.Error)) }, "T-1 error, T-2 warning, T-3 error, OWN-1 error", "T-2 warning, T-3 error, OWN-1 error", "T-3 error, OWN-1 error"},
		"one more about B":   {func(s *Set[toy]) error { return s.Add(breaks("OWN-1", 7, x12.Info, "B")) }, "T-1 error, T-2 warning, T-3 error", "T-2 warning, T-3 error, OWN-1 info", "T-3 error"},
		"one more, then off": {func(s *Set[toy]) error { s.Add(breaks("OWN-1", 7, x12.Error)); return s.Disable("OWN-1") }, "T-1 error, T-2 warning, T-3 error", "T-2 warning, T-3 error", "T-3 error"},
	} {
		s := made(t)
		if err := tt.change(s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for set, want := range map[string]string{"A": tt.a, "B": tt.b, "C": tt.none} {
			if got := codes(s, set); got != want {
				t.Errorf("%s, %s: %s, want %s", name, set, got, want)
			}
		}
	}
}

func TestReceived(t *testing.T) {
	s := made(t)
	lenient := s.Received()
	if got := codes(lenient, "A"); got != "T-1 error, T-2 warning, T-3 warning" {
		t.Error(got)
	}
	if lenient.SetSeverity("T-3", x12.Error); codes(lenient, "C") != "T-3 error" {
		t.Error("a severity that is set does not hold")
	}
	if got := codes(s, "C"); got != "T-3 error" {
		t.Errorf("the set itself has changed: %s", got)
	}
	if again := lenient.Clone(); again.Disable("T-1") != nil || codes(again, "A") != "T-2 warning, T-3 error" || codes(lenient, "A") != "T-1 error, T-2 warning, T-3 error" {
		t.Error("a clone is not its own")
	}
}

func TestWrongIDs(t *testing.T) {
	none := (*Set[toy])(nil)
	whole := breaks("OWN-1", 7, x12.Error)
	without := func(change func(*Rule[toy])) Rule[toy] {
		r := whole
		change(&r)
		return r
	}
	for want, do := range map[string]func(*Set[toy]) error{
		`toys: there is no rule "X-1"; RULES.md lists them`:                                func(s *Set[toy]) error { return s.Disable("T-1", "X-1") },
		`toys: there is no rule "X-2"; RULES.md lists them`:                                func(s *Set[toy]) error { return s.Enable("X-2") },
		`toys: there is no rule "X-3"; RULES.md lists them`:                                func(s *Set[toy]) error { return s.SetSeverity("X-3", x12.Info) },
		`toys: there is no rule "T-9" (the guide tables say so)`:                           func(s *Set[toy]) error { return s.Disable("T-9") },
		`toys: there is a rule "T-1" already`:                                              func(s *Set[toy]) error { return s.Add(whole, breaks("T-1", 3, x12.Error)) },
		`toys: there is a rule "OLD-3" already`:                                            func(s *Set[toy]) error { return s.Add(breaks("OLD-3", 3, x12.Error)) },
		`toys: there is a rule "OWN-1" already`:                                            func(s *Set[toy]) error { return s.Add(whole, whole) },
		`toys: the id "T-9" is not given to rules (the guide tables say so)`:               func(s *Set[toy]) error { return s.Add(breaks("T-9", 3, x12.Error)) },
		`toys: the rule OWN-1 is about "X", which is none of A, B`:                         func(s *Set[toy]) error { return s.Add(breaks("OWN-1", 3, x12.Error, "X")) },
		"toys: a rule has no ID":                                                           func(s *Set[toy]) error { return s.Add(without(func(r *Rule[toy]) { r.ID = "" })) },
		"toys: the rule OWN-1 has no Title":                                                func(s *Set[toy]) error { return s.Add(without(func(r *Rule[toy]) { r.Title = "" })) },
		"toys: the rule OWN-1 has no SNIP type":                                            func(s *Set[toy]) error { return s.Add(without(func(r *Rule[toy]) { r.SNIP = 0 })) },
		"toys: the rule OWN-1 has an unknown severity":                                     func(s *Set[toy]) error { return s.Add(without(func(r *Rule[toy]) { r.Severity = 9 })) },
		"rules: unknown severity; use info, warning or error":                              func(s *Set[toy]) error { return s.SetSeverity("T-1", 9) },
		"rules: the Set is nil; make one with NewRuleSet of a package or New of a Catalog": func(*Set[toy]) error { return none.Add(whole) },
		"rules: the set without rules cannot be changed":                                   func(*Set[toy]) error { return None[toy]().Add(whole) },
	} {
		s := made(t)
		err := do(s)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
		if got := codes(s, "A"); got != "T-1 error, T-2 warning, T-3 error" {
			t.Errorf("%s has changed the set: %s", want, got)
		}
	}
	c := toys()
	c.Rules = append(c.Rules, c.Rules[0])
	if _, err := c.New(); err == nil {
		t.Error("a catalog may have a rule twice")
	}
}

// What rules say: in their words, in their own, with figures, at a place.
func TestReports(t *testing.T) {
	s := new(Set[toy])
	err := s.Add(Rule[toy]{ID: "R-1", SNIP: 3, Severity: x12.Error, Title: "it is wrong", Fix: "fix it", Check: func(_ *toy, r *Report) {
		r.Report("a", "v")
		r.Say(x12.Info, "b[1].c", "", "it is odd", "")
		r.Say(r.Severity(), "d", "", "", "leave it out")
		r.Figures("e", decimal.New(1250, -2), decimal.New(10, 0))
		r.Issue(x12.Issue{Position: x12.Position{Tag: "CLM", Element: 2}, Severity: x12.Warning, Detail: r.Words("own", "words"), Record: 3})
	}}, Rule[toy]{ID: "R-2", SNIP: 7, Severity: x12.Warning, Title: "no fix", Check: func(_ *toy, r *Report) { r.Report("f", "") }})
	if err != nil {
		t.Fatal(err)
	}
	found := s.Check(new(toy))
	want := []string{
		"a [R-1] error: it is wrong; fix it",
		"b[1].c [R-1] info: it is odd; fix it",
		"d [R-1] error: it is wrong; leave it out",
		"e [R-1] error: it is wrong (expected $12.50, got $10.00); fix it",
		"byte 0 (CLM02) [R-1] warning: own; words",
		"f [R-2] warning: no fix",
	}
	if len(found) != len(want) {
		t.Fatal(found)
	}
	for k, i := range found {
		if i.String() != want[k] {
			t.Errorf("%s, want %s", i, want[k])
		}
		if i.SNIP != map[x12.IssueCode]int{"R-1": 3, "R-2": 7}[i.Code] {
			t.Errorf("%s has the SNIP type %d", i, i.SNIP)
		}
	}
	if f := found[3].Figures; found[0].Value != "v" || f == nil || f.Difference().String() != "-2.5" || found[3].Value != "10" || found[4].Record != 3 {
		t.Errorf("%+v", found)
	}
}

// The place of a field comes from the catalog, but for issues that have one.
func TestPlaces(t *testing.T) {
	s := made(t)
	s.Add(Rule[toy]{ID: "P", SNIP: 3, Title: "x", Check: func(_ *toy, r *Report) { r.Issue(x12.Issue{Position: x12.Position{Tag: "CLM"}, Path: "a"}) }})
	found := s.Check(&toy{"A", "T-1"})
	if len(found) != 2 || found[0].Position != (x12.Position{Loop: "2300", Tag: "REF", Element: 5}) || found[1].Position != (x12.Position{Tag: "CLM"}) {
		t.Errorf("%+v", found)
	}
}

// Rules that their package runs itself report as the set says.
func TestReporter(t *testing.T) {
	s := made(t)
	if err := s.SetSeverity("T-4", x12.Info); err != nil {
		t.Fatal(err)
	}
	r := s.Reporter("T-4")
	r.Report("x", "")
	if i := r.Issues(); len(i) != 1 || i[0].Severity != x12.Info || i[0].Code != "T-4" {
		t.Errorf("%v", i)
	}
	if i := r.Complete(x12.Issue{Severity: x12.Error}); i.Code != "T-4" || i.Severity != x12.Info || len(r.Issues()) != 1 {
		t.Errorf("%+v", i)
	}
	s.Disable("T-4")
	if s.Reporter("T-4") != nil || s.Reporter("X") != nil || None[toy]().Reporter("T-4") != nil {
		t.Error("a rule that is off reports")
	}
	s.Reporter("T-4").Report("x", "")
}

// What rules share is of one record.
func TestShared(t *testing.T) {
	type sum struct{ n int }
	type other struct{ n int }
	made := 0
	check := func(v *toy, r *Report) {
		s, first := Shared[sum](r)
		if first {
			made++
			s.n = len(v.broken)
		}
		if o, first := Shared[other](r); first != (o.n == 0) || s.n != len(v.broken) {
			t.Errorf("%d %v", s.n, first)
		} else {
			o.n = 1
		}
	}
	s := new(Set[toy])
	s.Add(Rule[toy]{ID: "1", SNIP: 3, Title: "x", Check: check}, Rule[toy]{ID: "2", SNIP: 3, Title: "x", Check: check})
	s.Check(&toy{broken: "abc"})
	s.Check(&toy{broken: "abcde"})
	if made != 2 {
		t.Errorf("made %d times", made)
	}
}

// A set serves many goroutines, and a rule may run a set itself.
func TestConcurrent(t *testing.T) {
	inner := made(t)
	s := made(t)
	s.Add(Rule[toy]{ID: "N", SNIP: 3, Title: "nested", Check: func(v *toy, r *Report) {
		for range inner.Check(v) {
			r.Report("n", "")
		}
	}})
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for range 200 {
				want := "T-1 error, T-2 warning, T-3 error, N info, N info, N info"
				if g%2 == 0 {
					s := s.Received()
					s.Limit(3)
					if got := codes(s, "A"); got != "T-1 error, N info, N info, N info" {
						t.Error(got)
					}
				}
				if got := codes(s, "A"); got != want {
					t.Error(got)
				}
			}
		})
	}
	wg.Wait()
}

func TestCheckAllocations(t *testing.T) {
	s := made(t)
	v := &toy{set: "A"}
	if n := testing.AllocsPerRun(100, func() { s.Check(v) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCheck(b *testing.B) {
	s := new(Set[toy])
	for i := range 170 {
		s.Add(breaks(fmt.Sprint("B-", i), 3, x12.Error))
	}
	v := &toy{set: "A"}
	b.ReportAllocs()
	for b.Loop() {
		s.Check(v)
	}
}
