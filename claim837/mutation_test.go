// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// mutant is a valid file with one change.
type mutant struct {
	kind     string
	what     string
	segs     []string
	from, to int  // segments, from 0, that a finding may name
	must     bool // it is wrong whatever the table says
}

// mutator makes the mutants of one file.
type mutator struct {
	o     *oracle
	name  string
	segs  []string
	spots []spot
	made  func(mutant)
}

// share counts what became of the mutants of a kind.
type share struct{ made, legal, must, found, there, elsewhere int }

// TestMutations changes the golden files in every way of a list, one at a time.
// The guide table tells which mutants are still legal; the others must be found,
// at the place of the change, and nothing may be found elsewhere.
func TestMutations(t *testing.T) {
	shares := map[string]*share{}
	for _, k := range allKindsOfClaims {
		files := filesOf(t, k)
		if testing.Short() {
			files = files[:3]
		}
		mutateFiles(t, k.Guide(), files, shares)
	}
	table := shareTable(shares)
	t.Logf("\n%s", table)
	if testkit.Updating() && !testing.Short() {
		testkit.Golden(t, "testdata/mutation.txt", []byte(table))
	}
}

// filesOf are the golden files with claims of a kind.
func filesOf(t testing.TB, k Kind) []string {
	t.Helper()
	dir := map[Kind]string{Institutional: "institutional/", Dental: "dental/"}[k]
	files, err := filepath.Glob("../testdata/encounters/" + dir + "*.edi")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d golden files in %s, %v", len(files), dir, err)
	}
	return files
}

func mutateFiles(t *testing.T, guide string, files []string, shares map[string]*share) {
	o := newOracle(t, guide)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := &mutator{o: o, name: filepath.Base(file), segs: lines(data)}
		var v verdict
		if m.spots, v = o.check(m.segs); !v.legal() {
			t.Fatalf("%s: not legal at segment %d %s: %s", m.name, v.at-1, m.segs[v.at], v.why)
		}
		m.made = func(mu mutant) {
			if shares[mu.kind] == nil {
				shares[mu.kind] = &share{}
			}
			m.hold(t, mu, shares[mu.kind])
		}
		m.wholeSegments()
		m.swaps()
		m.values()
		m.frame()
		m.amounts()
	}
}

func lines(data []byte) []string {
	s := strings.NewReplacer("\n", "", "\r", "").Replace(string(data))
	return strings.Split(strings.TrimSuffix(s, "~"), "~")
}

// hold checks a mutant and compares the issues with the table.
func (m *mutator) hold(t *testing.T, mu mutant, s *share) {
	s.made++
	_, v := m.o.check(mu.segs)
	legal := v.legal() && !mu.must
	if v.legal() {
		s.legal++
	} else if v.at > mu.to { // where it shows by the table
		mu.to = v.at
	}
	text := strings.Join(mu.segs, "~\n") + "~\n"
	var here, elsewhere []string
	broken := false
	for i, err := range x12.Validate(strings.NewReader(text), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if i.Severity != x12.Error {
			continue
		}
		broken = true
		if at := segmentIndex(mu.segs, i.Position); at >= mu.from && at <= mu.to {
			here = append(here, i.String())
		} else {
			elsewhere = append(elsewhere, i.String())
		}
	}
	if !broken { // balances and billing rules are for what is right by the guide
		for _, i := range ruleErrors(t, text) {
			here = append(here, i.String())
		}
	}
	if len(here)+len(elsewhere) > 0 {
		s.found++
	}
	if len(here) > 0 {
		s.there++
	}
	name := fmt.Sprintf("%s: %s: %s", m.name, mu.kind, mu.what)
	if len(elsewhere) > 0 {
		s.elsewhere++
		t.Errorf("%s: by the table segment %d (%s); found elsewhere:\n\t%s", name, v.at-1, v.why, strings.Join(elsewhere, "\n\t"))
	}
	if legal && broken {
		t.Errorf("%s: legal by the table, but found:\n\t%s", name, strings.Join(append(here, elsewhere...), "\n\t"))
	}
	if !legal {
		s.must++
		if len(here) == 0 {
			t.Errorf("%s: segment %d (%s) is not found", name, v.at-1, v.why)
		}
	}
}

// ruleErrors checks the claims of a file by the billing rules.
func ruleErrors(t *testing.T, text string) (out []x12.Issue) {
	t.Helper()
	for _, c := range claimsOf(t, []byte(text), nil) {
		for _, i := range Check(c, nil) {
			if i.Severity == x12.Error {
				out = append(out, i)
			}
		}
	}
	return out
}

// segmentIndex is the segment, from 0, that a finding is about.
func segmentIndex(segs []string, p x12.Position) int {
	if p.Segment > 0 {
		return p.Segment + 1
	}
	n := int64(0)
	for i, s := range segs {
		if n += int64(len(s)) + 2; p.Offset < n {
			return i
		}
	}
	return len(segs) - 1
}

// mutate keeps a mutant; SE01 is counted anew, so that it is no second mutation.
func (m *mutator) mutate(kind string, from, to int, segs []string, what string, a ...any) {
	for i, s := range segs {
		if strings.HasPrefix(s, "SE*") {
			segs[i] = element(s, 1, strconv.Itoa(i-1))
		}
	}
	m.made(mutant{kind: kind, what: fmt.Sprintf(what, a...), segs: segs, from: from, to: to})
}

// element returns a segment with another value for an element.
func element(seg string, e int, v string) string {
	all := strings.Split(seg, "*")
	all[e] = v
	for len(all) > 1 && all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return strings.Join(all, "*")
}

// inSet are the segments between ST and SE.
func (m *mutator) inSet() (from, to int) { return 3, len(m.segs) - 3 }

func (m *mutator) describe(i int) string {
	return fmt.Sprintf("segment %d %s in %s", i-1, m.segs[i], m.spots[i].loop.ID)
}

// wholeSegments drops and doubles each segment.
func (m *mutator) wholeSegments() {
	from, to := m.inSet()
	for i := from; i < to; i++ {
		last := i
		if m.spots[i].opens { // what was in the loop has lost its place
			last = m.end(i) - 1
		}
		m.mutate("drop a segment", i, last, slices.Delete(slices.Clone(m.segs), i, i+1), "%s", m.describe(i))
		m.mutate("double a segment", i, i+1, slices.Insert(slices.Clone(m.segs), i, m.segs[i]), "%s", m.describe(i))
	}
}

// end is where the loop that segment i opens ends.
func (m *mutator) end(i int) int {
	_, to := m.inSet()
	k := i + 1
	for k < to && (m.spots[k].depth > m.spots[i].depth || m.spots[k].start == i) {
		k++
	}
	return k
}

// swaps exchanges loops that follow each other, and segments that do.
func (m *mutator) swaps() {
	from, to := m.inSet()
	for i := from; i < to; i++ {
		if !m.spots[i].opens {
			if j := i + 1; j < to && !m.spots[j].opens && m.spots[j].start == m.spots[i].start {
				segs := slices.Clone(m.segs)
				segs[i], segs[j] = segs[j], segs[i]
				m.mutate("swap two segments", i, j+1, segs, "%s and the next", m.describe(i))
			}
			continue
		}
		mid := m.end(i)
		if mid >= to || !m.spots[mid].opens || m.spots[mid].depth != m.spots[i].depth {
			continue
		}
		end := m.end(mid)
		segs := slices.Concat(m.segs[:i], m.segs[mid:end], m.segs[i:mid], m.segs[end:])
		m.mutate("swap two loops", i, end, segs, "%s and the one of segment %d", m.describe(i), mid-1)
	}
}

// values changes each value in each way that its use in the table offers.
func (m *mutator) values() {
	from, to := m.inSet()
	for i := from; i < to; i++ {
		use := m.spots[i].use
		for e, v := range strings.Split(m.segs[i], "*") {
			if e == 0 || v == "" {
				continue
			}
			u := &use.Elements[e-1]
			if u.Composite == nil {
				m.value(i, e, 0, u, v)
				continue
			}
			for c, s := range strings.Split(v, ":") {
				if s != "" {
					m.value(i, e, c+1, &u.Components[c], s)
				}
			}
		}
	}
}

func (m *mutator) value(i, e, c int, u *x12.ElementUse, v string) {
	use := m.spots[i].use
	put := func(kind, v string) {
		was := strings.Split(m.segs[i], "*")[e]
		if c > 0 {
			comps := strings.Split(was, ":")
			comps[c-1] = v
			v = strings.TrimRight(strings.Join(comps, ":"), ":")
		}
		segs := slices.Clone(m.segs)
		segs[i] = element(segs[i], e, v)
		last := i
		if kind == "change a qualifier" { // another segment stands in its place, and it is missing
			if _, without := m.o.check(slices.Delete(slices.Clone(m.segs), i, i+1)); !without.legal() {
				last = max(last, without.at+1)
			}
		}
		m.mutate(kind, i, last, segs, "%s, element %d component %d", m.describe(i), e, c)
	}
	if u.Usage == x12.Required {
		put("blank a required element", "")
	}
	most := u.Element.Max
	if u.MaxLen > 0 {
		most = min(most, u.MaxLen)
	}
	_, whole := u.Element.Type.Decimals()
	number := whole || u.Element.Type == x12.TypeR
	fill := "X"
	if number || u.Element.Type == x12.TypeDT || u.Element.Type == x12.TypeTM {
		fill = "1"
	}
	if most < 1000 {
		put("lengthen past the maximum", v+strings.Repeat(fill, max(1, most+1-len(v))+strings.Count(v, ".")))
	}
	if number || u.Element.Type == x12.TypeDT || u.Element.Type == x12.TypeTM {
		put("a letter in a number or date", v[:len(v)-1]+"A")
	}
	if u.Codes == nil {
		return
	}
	kind := "change a code"
	if use.QualElement == e && (use.QualComponent == c || c == 0) {
		kind = "change a qualifier"
	}
	put(kind, strings.Repeat("Q", max(u.Element.Min, min(len(v), most))))
	for _, other := range u.Codes { // to one that is allowed, here or in another use
		if other != v {
			put(kind, other)
			break
		}
	}
	for _, q := range m.siblings(i) {
		if kind == "change a qualifier" && q != v {
			put(kind, q)
		}
	}
}

// siblings are qualifiers of other uses of the segment's tag in its loop.
func (m *mutator) siblings(i int) (out []string) {
	for _, n := range m.spots[i].loop.Children {
		use := n.Use
		if n.Loop != nil {
			use = n.Loop.Opener()
		}
		if use.Tag == m.spots[i].use.Tag && use != m.spots[i].use && len(use.Qualifiers) > 0 {
			out = append(out, use.Qualifiers[0])
		}
	}
	return out
}

// frame breaks counts and control numbers, and drops what frames the set.
func (m *mutator) frame() {
	se := len(m.segs) - 3
	change := func(kind string, i, e int, v string, where ...int) {
		segs := slices.Clone(m.segs)
		segs[i] = element(segs[i], e, v)
		m.made(mutant{kind: kind, what: fmt.Sprintf("%.3s%02d", m.segs[i], e), segs: segs, from: slices.Min(append(where, i)), to: slices.Max(append(where, i)), must: true})
	}
	change("break a count", se, 1, "7")
	change("break a count", se+1, 1, "2")
	change("break a count", se+2, 1, "2")
	change("break a control number", se, 2, "0009")
	change("break a control number", se+1, 2, "77")
	change("break a control number", se+2, 2, "000000777")
	change("break a control number", 2, 2, "0009", se)
	change("break a control number", 1, 6, "77", se+1)
	change("break a control number", 0, 13, "000000777", se+2)
	for _, i := range []int{1, 2, se, se + 1, se + 2} {
		m.made(mutant{kind: "drop an envelope segment", what: m.segs[i], segs: slices.Delete(slices.Clone(m.segs), i, i+1), from: i - 1, to: i + 1, must: true})
	}
}

// amounts changes each amount of money to another that is as legal; where the
// amounts must balance, that must be found.
func (m *mutator) amounts() {
	for i, use := range m.spots {
		if use.use == nil {
			continue
		}
		elems := strings.Split(m.segs[i], "*")
		for e := 1; e < len(elems); e++ {
			if el := use.use.Elements[e-1].Element; el == nil || el.Number != "782" || elems[e] == "" {
				continue
			}
			coef, exp, ok := x12.ParseDecimal(elems[e])
			if !ok {
				continue
			}
			segs := slices.Clone(m.segs)
			segs[i] = element(segs[i], e, strconv.FormatFloat(float64(coef)*pow10(exp)+1.01, 'f', 2, 64))
			must := slices.Contains([]string{"CLM02", "SV102", "SV203", "SV302"}, fmt.Sprintf("%s%02d", elems[0], e))
			m.made(mutant{kind: "change an amount", what: m.describe(i), segs: segs, from: i, to: i, must: must})
		}
	}
}

func pow10(exp int32) float64 {
	f := 1.0
	for ; exp < 0; exp++ {
		f /= 10
	}
	return f
}

func shareTable(shares map[string]*share) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-28s %7s %7s %7s %7s %7s %9s\n", "mutation", "made", "legal", "wrong", "found", "there", "elsewhere")
	var sum share
	kinds := make([]string, 0, len(shares))
	for k := range shares {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	for _, k := range append(kinds, "all") {
		s := shares[k]
		if s == nil {
			s = &sum
		} else {
			sum.made, sum.legal, sum.must = sum.made+s.made, sum.legal+s.legal, sum.must+s.must
			sum.found, sum.there, sum.elsewhere = sum.found+s.found, sum.there+s.there, sum.elsewhere+s.elsewhere
		}
		fmt.Fprintf(&b, "%-28s %7d %7d %7d %7d %7d %9d\n", k, s.made, s.legal, s.must, s.found, s.there, s.elsewhere)
	}
	b.WriteString("\nlegal: by the guide table; wrong: must be found; found: by the guide or a billing rule;\n" +
		"there: at the place of the change, or where the table shows it; elsewhere: with a finding at another place too\n")
	return b.String()
}
