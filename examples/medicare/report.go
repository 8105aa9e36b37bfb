package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

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

// report prints refusals as they come, and at the end what came of it all.
type report struct {
	w          io.Writer
	limit      int  // findings to print of one claim
	in         sums // of the rows, as they were read
	written    sums // of the claims, as they were written
	refused    sums
	unreadable int // rows without a charge that can be read
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

// row counts a row as it was read.
func (p *report) row(charge decimal.Decimal, readable bool) {
	p.in.lines++
	if !readable {
		p.unreadable++
		return
	}
	p.in.charge = p.in.charge.Add(charge)
}

// refuse prints why a claim is not in the file.
func (p *report) refuse(g *group, payers int, issues []x12.Issue) {
	p.refused.add(g.count, g.charge)
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

// end prints the sums and tells whether they add up. file are the sums of the
// file that was made, as it was read back, and faults the errors found in it.
func (p *report) end(supply *supply, file sums, faults int) bool {
	w := p.w
	fmt.Fprintln(w)
	for _, k := range supply.kinds() {
		fmt.Fprintf(w, "supplied by the caller: %s, %s\n", k, count(supply.used[k], "time"))
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
	fmt.Fprintf(w, "\n%-22s %10s %10s %16s\n", "", "claims", "rows", "charges")
	for _, l := range []struct {
		name string
		s    sums
	}{{"in the rows", p.in}, {"in the 837P file", file}, {"refused", p.refused}} {
		fmt.Fprintf(w, "%-22s %10d %10d %16s\n", l.name, l.s.claims, l.s.lines, l.s.charge.StringFixed(2))
	}
	ok := p.in.equal(file.plus(p.refused)) && p.written.equal(file)
	if ok {
		fmt.Fprintln(w, "they add up: every row is a line of the file or stands in a claim that was refused")
	} else {
		fmt.Fprintln(w, "THE SUMS DO NOT ADD UP")
	}
	if file.claims == 0 {
		fmt.Fprintln(w, "no claim can be billed as it is: there is no file")
	}
	if faults > 0 {
		fmt.Fprintf(w, "THE FILE HAS %d ERRORS\n", faults)
	}
	return ok && faults == 0
}
