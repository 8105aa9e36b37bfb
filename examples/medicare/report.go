// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// sums are what must add up.
type sums struct {
	claims, lines int
	charge        decimal.Decimal
}

func (s *sums) add(lines int, charge decimal.Decimal) {
	s.claims++
	s.lines += lines
	s.charge = s.charge.Add(charge)
}

func (s sums) plus(o sums) sums {
	return sums{s.claims + o.claims, s.lines + o.lines, s.charge.Add(o.charge)}
}

func (s sums) equal(o sums) bool {
	return s.claims == o.claims && s.lines == o.lines && s.charge.Equal(o.charge)
}

// tally is what came of the files of a kind.
type tally struct {
	kind    *layout
	in      sums            // of the rows, as they were read
	written sums            // of the claims, as they were written
	file    sums            // of the claims, as they stand in the file
	totals  sums            // of the rows of a total in claims that were written
	stoodIn decimal.Decimal // dollars that stand-ins added to claims that were written
	refused sums
}

// addUp reports whether nothing is lost: every row is a line of the file, the total
// of a claim there, or refused.
func (t *tally) addUp() bool {
	in := t.in
	in.charge = in.charge.Add(t.stoodIn)
	return in.equal(t.file.plus(t.totals).plus(t.refused)) && t.written.equal(t.file)
}

// stretch is how many claims of a kind of file follow each other in the file.
type stretch struct {
	t      *tally
	claims int
}

// report prints refusals as they come, and at the end what came of it all.
type report struct {
	w          io.Writer
	limit      int // findings to print of one claim
	kinds      []*tally
	at         *tally    // of the file that is read
	runs       []stretch // of the claims that were written
	stray      int       // claims of the file that were not written
	unreadable int       // rows without a charge that can be read
	reasons    map[string]int
	notes      map[string]*noted
}

// noted is how often something was noted, and of which claim first.
type noted struct {
	claims int
	first  string
}

func newReport(w io.Writer, limit int) *report {
	return &report{w: w, limit: limit, reasons: make(map[string]int), notes: make(map[string]*noted)}
}

// begin is told of the kind of a file before its rows.
func (p *report) begin(kind *layout) {
	for _, t := range p.kinds {
		if t.kind == kind {
			p.at = t
			return
		}
	}
	p.at = &tally{kind: kind}
	p.kinds = append(p.kinds, p.at)
}

// row counts a row as it was read.
func (p *report) row(charge decimal.Decimal, readable bool) {
	p.at.in.lines++
	if !readable {
		p.unreadable++
		return
	}
	p.at.in.charge = p.at.in.charge.Add(charge)
}

// wrote counts a claim that was written.
func (p *report) wrote(c *claim837.Claim, d *draft) {
	t := p.at
	t.written.add(len(c.Lines), c.Charge)
	t.totals.lines += d.totals
	t.totals.charge = t.totals.charge.Add(d.totalCharge)
	t.stoodIn = t.stoodIn.Add(d.stoodIn)
	if n := len(p.runs); n == 0 || p.runs[n-1].t != t {
		p.runs = append(p.runs, stretch{t: t})
	}
	p.runs[len(p.runs)-1].claims++
}

// read counts a claim of the file that was made. The claims stand there in the
// order in which they were written.
func (p *report) read(c *claim837.Claim) {
	if len(p.runs) == 0 || p.runs[0].t.kind.kind != c.Kind {
		p.stray++
		return
	}
	p.runs[0].t.file.add(len(c.Lines), c.Charge)
	if p.runs[0].claims--; p.runs[0].claims == 0 {
		p.runs = p.runs[1:]
	}
}

// all adds up the kinds.
func (p *report) all() *tally {
	sum := new(tally)
	for _, t := range p.kinds {
		sum.in, sum.written, sum.file = sum.in.plus(t.in), sum.written.plus(t.written), sum.file.plus(t.file)
		sum.totals, sum.refused = sum.totals.plus(t.totals), sum.refused.plus(t.refused)
		sum.stoodIn = sum.stoodIn.Add(t.stoodIn)
	}
	return sum
}

// refuse prints why a claim is not in the file.
func (p *report) refuse(g *group, payers int, issues []x12.Issue) {
	p.at.refused.add(g.count, g.charge)
	fmt.Fprintf(p.w, "%s:%d: claim %s refused: %s, %s\n", g.table.name, g.line, first(g.id, "without a number"), count(g.count, "row"), g.charge.StringFixed(2))
	reasons := make(map[string]bool)
	n := 0
	for _, i := range issues {
		if i.Severity != x12.Error {
			continue
		}
		reasons[kindOfPlace(first(i.Path, i.Position.String()))+" ["+string(i.Code)+"]"] = true
		if n++; n <= p.limit {
			fmt.Fprintf(p.w, "    %s%s [%s] %s\n", first(i.Path, i.Position.String()), g.source(i.Path, payers), i.Code, i.Detail)
		}
	}
	if n > p.limit {
		fmt.Fprintf(p.w, "    and %d more\n", n-p.limit)
	}
	for r := range reasons {
		p.reasons[r]++
	}
}

// note counts something that did not stop a claim.
func (p *report) note(id, text string) {
	n := p.notes[text]
	if n == nil {
		n = &noted{first: id}
		p.notes[text] = n
	}
	n.claims++
}

// count is a number of things, in words.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// end prints the sums and reports whether they add up. faults are the errors that
// were found in the file.
func (p *report) end(supply *supply, faults int) bool {
	w := p.w
	fmt.Fprintln(w)
	for _, k := range kinds(supply.used) {
		fmt.Fprintf(w, "supplied by the caller: %s, %s\n", k, count(supply.used[k], "time"))
	}
	for _, k := range kinds(supply.stood) {
		fmt.Fprintf(w, "a stand-in, not the rows': %s, %s\n", k, count(supply.stood[k], "time"))
	}
	for _, text := range slices.Sorted(maps.Keys(p.notes)) {
		n := p.notes[text]
		fmt.Fprintf(w, "note: %s (%s, first %s)\n", text, count(n.claims, "claim"), n.first)
	}
	if p.unreadable > 0 {
		fmt.Fprintf(w, "note: %s without a charge that can be read: nothing in the sums\n", count(p.unreadable, "row"))
	}
	reasons := slices.Collect(maps.Keys(p.reasons))
	slices.SortFunc(reasons, func(a, b string) int {
		if d := p.reasons[b] - p.reasons[a]; d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	for _, r := range reasons {
		fmt.Fprintf(w, "refused for %s: %s\n", r, count(p.reasons[r], "claim"))
	}
	ok := p.table()
	if ok {
		fmt.Fprintln(w, "they add up: every row is a line of the file or the total of a claim there, or stands in a claim that was refused")
	} else {
		fmt.Fprintln(w, "THE SUMS DO NOT ADD UP")
	}
	if p.all().file.claims == 0 {
		fmt.Fprintln(w, "no claim can be billed as it is: there is no file")
	}
	if faults > 0 {
		fmt.Fprintf(w, "THE FILE HAS %d ERRORS\n", faults)
	}
	return ok && faults == 0
}

// table prints the sums of each kind of file and of all, and reports whether they
// add up.
func (p *report) table() bool {
	w, ok := p.w, p.stray == 0
	fmt.Fprintf(w, "\n%-34s %10s %10s %16s\n", "", "claims", "rows", "charges")
	print := func(name string, t *tally) {
		for _, l := range []struct {
			name string
			s    sums
			rare bool
		}{{"in the rows", t.in, false}, {"added by stand-ins", sums{charge: t.stoodIn}, true}, {"in the 837 file", t.file, false},
			{"rows of totals there", t.totals, true}, {"refused", t.refused, false}} {
			if !l.rare || l.s.lines > 0 || !l.s.charge.IsZero() {
				fmt.Fprintf(w, "%-11s %-22s %10d %10d %16s\n", name, l.name, l.s.claims, l.s.lines, l.s.charge.StringFixed(2))
			}
		}
	}
	for _, t := range p.kinds {
		print(t.kind.name, t)
		ok = ok && t.addUp()
	}
	if len(p.kinds) > 1 {
		print("all", p.all())
	}
	return ok
}
