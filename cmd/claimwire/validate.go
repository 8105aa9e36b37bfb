// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"io"
	"sort"

	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
)

var validateCommand = &command{
	name: "validate", usage: "[flags] FILE...", summary: "Judge files and print what is wrong with them",
	detail: `
WEDI SNIP types: 1 the syntax, 2 the implementation guide, 3 balancing of amounts,
4 and above the billing rules that this build knows. A set without a guide is
judged as far as its envelope. Exit status 1 if there is an error.

Of each code the first 100 issues of a file are printed, and then how many more
there are; --max-issues changes that. --json prints all of them.
`,
	run: validate,
}

func validate(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.telling()
	f.capping()
	asJSON := f.Bool("json", false, "one JSON object a finding")
	snip := f.Int("snip", 3, "judge SNIP types up to `N`")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	if err == nil && (*snip < 1 || *snip > 7) {
		err = errors.New("-snip is from 1 to 7")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	w := bufio.NewWriterSize(visible.NewWriter(a.stdout), 64<<10)
	worst := exitOK
	for _, file := range files {
		v := &validation{snip: *snip, out: printer{w: w, file: file, json: *asJSON, values: f.values, cap: f.issueCap()}}
		status := exitFailed
		src, err := a.open(file)
		if err == nil {
			status, err = v.judgeFile(src, o)
			src.Close()
			v.out.printHidden()
		}
		if ferr := w.Flush(); ferr != nil {
			return a.fail("", ferr)
		}
		if err != nil {
			status = a.fail(file, err)
		}
		worst = max(worst, status)
	}
	return worst
}

// validation judges one file in one pass: the segments by the guide, and the
// records that they make by the rules of their package.
type validation struct {
	snip int
	out  printer

	judge    *x12.Judge
	judgings map[family]judging
	by       judging // of the set; nil when no package reads it
	places   places
	controls controls
	held     []x12.Issue // of the record that is being read
	inRecord bool
	last     x12.Position
	worst    int
}

// judging judges the items of a package by its rules.
type judging interface {
	layout() *layout
	// item takes each item of the package; record reports whether it is a record.
	item(it *item) (record bool)
}

// maxHeld is how many findings wait for the end of their record.
const maxHeld = 1000

func (v *validation) judgeFile(src io.Reader, o x12.ReaderOptions) (int, error) {
	count := &counter{r: src}
	v.judge = x12.NewJudge(v.take)
	v.judgings = map[family]judging{}
	for _, f := range families {
		v.judgings[f] = f.judging(v)
	}
	err := readItems(count, readOptions{x12: o, onIssue: v.read, onSegment: v.segment}, v.item)
	if err != nil {
		return v.broken(err)
	}
	v.places.next(v.last, "", 0, qualifier{}, "")
	v.last.Offset = count.n
	v.judge.End(v.last)
	v.flush()
	return v.worst, v.out.err
}

// item judges what a package has read.
func (v *validation) item(it *item) error {
	switch {
	case it.of == nil:
		if it.Kind == x12.SetBegin {
			v.by, v.places.layout = nil, nil
		}
		return nil
	case it.Kind == x12.SetBegin:
		v.by = v.judgings[it.of]
		v.places.layout = v.by.layout()
	}
	record := v.by.item(it)
	switch {
	case it.Kind == x12.SetEnd:
		v.by, v.inRecord = nil, false
	case record:
		v.inRecord = v.places.opens()
		v.flush()
	}
	return nil
}

// find takes a finding of a rule about the record that begins at first.
func (v *validation) find(i x12.Issue, first x12.Position) {
	if pos, again := v.places.find(i, first); !again {
		i.Position = pos
		v.take(i)
	}
}

// counter counts the bytes of a stream.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// broken ends a file that cannot be read on: a finding, when there was an
// interchange.
func (v *validation) broken(err error) (int, error) {
	v.judge.Flush()
	v.flush()
	syntax := (*x12.SyntaxError)(nil)
	if !errors.As(err, &syntax) || syntax.Interchange == 0 {
		return exitFailed, err
	}
	v.take(syntax.Issue())
	v.flush()
	return v.worst, v.out.err
}

// read takes what the readers find. What could not be held is no finding of its
// own: the guide says what is wrong with the segment.
func (v *validation) read(i x12.Issue) {
	if i.Code != x12.CodeNotHeld && i.Code != x12.CodeValueNotHeld && i.Code != x12.CodeMoved {
		v.take(i)
	}
}

// take keeps a finding until its record is read, so that findings come in order.
func (v *validation) take(i x12.Issue) {
	if i.SNIP > v.snip {
		return
	}
	if len(v.held) >= maxHeld {
		v.flush()
	}
	v.held = append(v.held, i)
}

// segment sees each segment before the readers do.
func (v *validation) segment(s *x12.Segment) {
	v.controls.see(s)
	if !v.inRecord {
		v.flush()
	}
	v.judge.Segment(s)
	v.last = s.Position()
	loop, _, _ := v.judge.Place()
	third := ""
	if s.Key() == keyHL {
		third = string(s.Bytes(3))
	}
	var q qualifier
	copy(q[:], s.Component(1, 1))
	v.places.next(v.last, loop, s.Key(), q, third)
	switch s.Key() {
	case keySE, keyGE, keyIEA:
		v.last.Set, v.last.Segment = 0, 0
		if s.Key() != keySE {
			v.last.Group = 0
		}
	default:
		v.inRecord = v.inRecord || v.by != nil && v.places.opens()
	}
}

// flush prints what was held, in the order of the file.
func (v *validation) flush() {
	if len(v.held) == 0 {
		return
	}
	sort.SliceStable(v.held, func(i, k int) bool { return v.held[i].Offset < v.held[k].Offset })
	for _, i := range v.held {
		if i.Severity == x12.Error {
			v.worst = exitFindings
		}
		v.out.print(i, v.controls.of(i.Position))
	}
	v.held = v.held[:0]
}
