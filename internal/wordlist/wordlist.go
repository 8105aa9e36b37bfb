// SPDX-License-Identifier: Apache-2.0

// Package wordlist has the words of codes: tables of lists, codes and what a code
// means.
package wordlist

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// Table is a table of words, parsed on first use.
type Table struct{ rows func() map[key]row }

type key struct {
	list string
	code x12.Code
}

type row struct {
	words  string
	within x12.Code
}

// New returns the table of a text: a row a line, of list, code, words and, where
// there is one, the code of the list that has this one in it, with tabs between. A
// line that begins with # is a comment.
func New(text string) *Table {
	return &Table{sync.OnceValue(func() map[key]row {
		rows := make(map[key]row)
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") || len(f) < 3 {
				continue
			}
			r := row{words: f[2]}
			if len(f) > 3 {
				r.within = x12.Code(f[3])
			}
			rows[key{f[0], x12.Code(f[1])}] = r
		}
		return rows
	})}
}

// Words returns what a code means; empty when the list does not have it.
func (t *Table) Words(list string, code x12.Code) string { return t.rows()[key{list, code}].words }

// Within returns the code that has this one in it; empty for none.
func (t *Table) Within(list string, code x12.Code) x12.Code {
	return t.rows()[key{list, code}].within
}

// Lists returns the codes of each list, in any order.
func (t *Table) Lists() map[string][]x12.Code {
	lists := make(map[string][]x12.Code)
	for k := range t.rows() {
		lists[k.list] = append(lists[k.list], k.code)
	}
	return lists
}
