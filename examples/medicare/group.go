// SPDX-License-Identifier: Apache-2.0

package main

import (
	"iter"
	"strconv"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// maxRows is how many rows of a professional claim are kept; it has room for fifty
// services, so that one more is enough to refuse it.
const maxRows = 51

// group is the rows of one claim: those that follow each other and have the
// same CLM_ID.
type group struct {
	table  *table
	kind   *layout
	id     string
	line   int // of the first row
	rows   []row
	count  int             // of all rows, kept or not
	charge decimal.Decimal // of all rows
	again  bool            // rows of this id came before, and others since

	services []int             // of a stay: which row each service comes from
	from     map[string]string // of a stay: the column of a place, where no table has it
}

// seen remembers the claims that came, by number where their ids are numbers,
// which takes a tenth of the memory of text.
type seen struct {
	numbers map[int64]struct{}
	texts   map[string]struct{}
}

func newSeen() *seen {
	return &seen{numbers: make(map[int64]struct{}), texts: make(map[string]struct{})}
}

// before reports whether the id came before, and remembers it.
func (s *seen) before(id string) bool {
	if n, err := strconv.ParseInt(id, 10, 64); err == nil && strconv.FormatInt(n, 10) == id {
		_, ok := s.numbers[n]
		s.numbers[n] = struct{}{}
		return ok
	}
	_, ok := s.texts[id]
	s.texts[id] = struct{}{}
	return ok
}

// groups ranges over the claims of a table. Only one claim is in memory at a
// time. Rows without a CLM_ID are a claim each, which will be refused. Each row
// is counted before anything is made of it.
func groups(t *table, kind *layout, came *seen, count func(charge decimal.Decimal, readable bool)) iter.Seq2[*group, error] {
	return func(yield func(*group, error) bool) {
		var g *group
		for {
			r, ok, err := t.next()
			if err != nil {
				yield(nil, err)
				return
			}
			id := ""
			if ok {
				id = r.get("CLM_ID")
				count(amount(r.get(kind.charge)))
			}
			if g != nil && (!ok || id == "" || id != g.id) {
				if !yield(g, nil) {
					return
				}
				g = nil
			}
			if !ok {
				return
			}
			if g == nil {
				g = &group{table: t, kind: kind, id: id, line: r.line, again: id != "" && came.before(id)}
			}
			g.add(r)
		}
	}
}

func (g *group) add(r row) {
	g.count++
	if v, ok := amount(r.get(g.kind.charge)); ok {
		g.charge = g.charge.Add(v)
	}
	if len(g.rows) < g.kind.maxRows {
		g.rows = append(g.rows, r)
	}
}

// amount reads dollars: digits, perhaps a point and a sign.
func amount(s string) (v decimal.Decimal, ok bool) {
	coef, exp, ok := x12.ParseDecimal([]byte(s))
	if !ok {
		return decimal.Decimal{}, false
	}
	return decimal.New(coef, exp), true
}
