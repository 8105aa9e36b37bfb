// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/claimwire/claimwire/claim837"
)

// maxRow is how long a row may be.
const maxRow = 1 << 20

// table reads a file of CMS's layout: a header of column names, then rows, with
// bars between the fields. Columns are found by name, in whatever order.
type table struct {
	name string
	cols map[string]int
	sc   *bufio.Scanner
	line int
}

// row is one line of a table. It stays valid.
type row struct {
	t      *table
	line   int
	fields []string
}

// openTable reads the header.
func openTable(name string, r io.Reader) (*table, error) {
	t := &table{name: name, cols: make(map[string]int), sc: bufio.NewScanner(r)}
	t.sc.Buffer(make([]byte, 0, 64<<10), maxRow)
	head, ok, err := t.next()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%s: there is no header", name)
	}
	for i, c := range head.fields {
		c = strings.ToUpper(strings.TrimSpace(c))
		if _, twice := t.cols[c]; twice {
			return nil, fmt.Errorf("%s: the column %s stands twice in the header", name, c)
		}
		t.cols[c] = i
	}
	return t, nil
}

// next returns the next row; ok is false after the last.
func (t *table) next() (r row, ok bool, err error) {
	for t.sc.Scan() {
		t.line++
		s := strings.TrimRight(t.sc.Text(), "\r")
		if t.line == 1 {
			s = strings.TrimPrefix(s, "\ufeff")
		}
		if strings.TrimSpace(s) != "" {
			return row{t, t.line, strings.Split(s, "|")}, true, nil
		}
	}
	if err := t.sc.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return row{}, false, fmt.Errorf("%s:%d: the row is longer than %d bytes", t.name, t.line+1, maxRow)
		}
		return row{}, false, fmt.Errorf("%s:%d: %w", t.name, t.line+1, err)
	}
	return row{}, false, nil
}

// need says which of the columns the file lacks.
func (t *table) need(columns ...string) error {
	var lacking []string
	for _, c := range columns {
		if _, ok := t.cols[c]; !ok {
			lacking = append(lacking, c)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	return fmt.Errorf("%s: the header has no column %s", t.name, strings.Join(lacking, ", "))
}

// hasPrefix reports whether a column begins with the prefix.
func (t *table) hasPrefix(prefix string) bool {
	for c := range t.cols {
		if strings.HasPrefix(c, prefix) {
			return true
		}
	}
	return false
}

// get returns a field without blanks around it; a column that the file lacks is
// empty.
func (r row) get(column string) string {
	i, ok := r.t.cols[column]
	if !ok || i >= len(r.fields) {
		return ""
	}
	return strings.TrimSpace(r.fields[i])
}

// whole reports whether the row has as many fields as the header.
func (r row) whole() bool { return len(r.fields) == len(r.t.cols) }

// layout is a kind of file, known by a column that no other kind has.
type layout struct {
	name    string
	mark    string        // how a column of it begins
	types   []string      // values of NCH_CLM_TYPE_CD that it holds; nil when any may stand
	need    []string      // columns without which nothing can be billed
	charge  string        // column of the charge of a row
	maxRows int           // of a claim, that are kept
	kind    claim837.Kind // of the claims
	hours   bool          // of stays whose bills tell the hours at which patients came and left
	convert func(*converter, *group) *draft

	columns, services, coverages, primary [][2]string // where the places of an encounter come from, see columns.go
}

// professional completes the layout of a file of professional claims.
func professional(l layout) layout {
	l.charge, l.maxRows, l.kind = "LINE_SBMTD_CHRG_AMT", maxRows, claim837.Professional
	l.columns, l.services, l.coverages, l.primary = claimColumns, serviceColumns, coverageColumns, primaryColumns
	return l
}

var layouts = []layout{dmeLayout, carrierLayout, hospiceLayout, hhaLayout, snfLayout, inpatientLayout, outpatientLayout}

// layoutOf returns the layout of claims that a file has; nil when it is none
// that this program knows.
func layoutOf(t *table) *layout {
	for i := range layouts {
		if t.hasPrefix(layouts[i].mark) {
			return &layouts[i]
		}
	}
	return nil
}
