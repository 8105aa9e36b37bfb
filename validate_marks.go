// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"cmp"
	"sort"

	"github.com/claimwire/claimwire/x12"
)

// markList are the segments of a record, or of one level around records, in the
// order of the file: by cover and then by line. A record can have as many issues
// as segments, so none is looked for twice among many.
type markList struct {
	marks []mark
	found map[markQuery]markAnswer // among many marks
}

// markPart is a part of a record: a line, a cover, or what comes before them.
type markPart struct{ line, cover int }

// everywhere is the part of a level around records.
var everywhere = markPart{-1, -1}

// markQuery asks for the segments of a part that a field can stand in.
type markQuery struct {
	part             markPart
	key              uint32
	loop, qualifiers string
}

// markAnswer says which marks fit a query.
type markAnswer struct {
	fit []int32 // with the tag, the loop and one of the qualifiers
	tag int32   // the first with the tag, of a loop that is not known; -1 for none
}

const (
	maxMarks  = 20000 // of a list
	manyMarks = 64    // of a part
)

// add remembers a segment.
func (l *markList) add(m mark) {
	if len(l.marks) < maxMarks {
		l.marks = append(l.marks, m)
		l.forget()
	}
}

// reset forgets all segments.
func (l *markList) reset() {
	l.marks = l.marks[:0]
	l.forget()
}

func (l *markList) forget() {
	if l.found != nil {
		l.found = nil
	}
}

// find returns where a field stands in a part: in the nth of the segments that
// fit, else in the one that comes closest. ok is false when the part is empty.
func (l *markList) find(q markQuery, nth int) (pos x12.Position, ok bool) {
	from, to := l.span(q.part)
	if from == to {
		return pos, false
	}
	var few [manyMarks]int32
	var a markAnswer
	if to-from <= manyMarks {
		a = l.ask(q, from, to, few[:0])
	} else if a, ok = l.found[q]; !ok {
		if l.found == nil {
			l.found = map[markQuery]markAnswer{}
		}
		a = l.ask(q, from, to, nil)
		l.found[q] = a
	}
	at := from
	switch {
	case nth < len(a.fit):
		at = int(a.fit[nth])
	case len(a.fit) > 0:
		at = int(a.fit[0])
	case a.tag >= 0:
		at = int(a.tag)
	}
	return l.marks[at].at, true
}

// span returns where the marks of a part begin and end.
func (l *markList) span(p markPart) (from, to int) {
	if p == everywhere {
		return 0, len(l.marks)
	}
	behind := func(i, at int) bool {
		m := &l.marks[i]
		return cmp.Or(cmp.Compare(m.line, p.line), cmp.Compare(m.cover, p.cover)) >= at
	}
	from = sort.Search(len(l.marks), func(i int) bool { return behind(i, 0) })
	to = from + sort.Search(len(l.marks)-from, func(i int) bool { return behind(from+i, 1) })
	return from, to
}

// ask looks through marks. It appends to fit.
func (l *markList) ask(q markQuery, from, to int, fit []int32) markAnswer {
	a := markAnswer{fit, -1}
	for i := from; i < to; i++ {
		m := &l.marks[i]
		switch {
		case m.key != q.key:
		case q.qualifiers != "":
			if m.qualifier.in(q.qualifiers) && (m.loop == q.loop || m.loop == "") {
				a.fit = append(a.fit, int32(i))
			}
		case m.loop == q.loop:
			a.fit = append(a.fit, int32(i))
		case m.loop == "" && a.tag < 0:
			a.tag = int32(i)
		}
	}
	return a
}
