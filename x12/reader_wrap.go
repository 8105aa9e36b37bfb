// SPDX-License-Identifier: Apache-2.0

package x12

import "bytes"

// A wrapped file is cut into lines of one width wherever that falls, as old
// systems and mail do, and sometimes the blanks at the ends of lines are cut off.
//
// A line break may also be data, so a file is taken for wrapped only when it
// cannot be read as it is. What counts is where the breaks stand: one in the ISA
// that spoils its fixed widths, or in a segment id, cannot be data. Lines of one
// width alone prove nothing: values may happen to break that way. Most of what is
// counted comes back the same when a file is read and written again, so that a
// file that was read does not turn into one that is refused.

const (
	// maxSample is how much of an interchange is looked at. The window holds it
	// without growing.
	maxSample = windowSize / 2
	// maxSampleBreaks is how many breaks inside segments are looked at.
	maxSampleBreaks = 32
	// isaLen is the length of an ISA of right widths and its terminator.
	isaLen = 106
)

func isBreak(b byte) bool { return b == '\r' || b == '\n' }

// sample brings as much of the interchange that begins at the start of the window
// into it as shows how its lines are cut: up to its IEA, so that the reader does
// not wait for bytes of the next interchange, and at most maxSample. What it
// returns does not depend on how the bytes come in.
func (r *Reader) sample() ([]byte, error) {
	const least = maxISA + 8
	if err := r.ensure(least); err != nil {
		return nil, err
	}
	for seen := 0; ; {
		b := r.buf[r.start:min(r.end, r.start+maxSample)]
		from := max(seen-3, 0)
		for {
			k := bytes.Index(b[from:], []byte("IEA"))
			if k < 0 || from+k+3 >= len(b) {
				break
			}
			if from += k + 3; b[from] == b[3] {
				return b[:max(from, min(least, len(b)))], nil
			}
		}
		if seen = len(b); seen == maxSample {
			return b, nil
		}
		if err := r.ensure(seen + 1); err != nil {
			return nil, err
		}
		if r.end-r.start == seen { // all there is; it may have been moved
			return r.buf[r.start:r.end], nil
		}
	}
}

// wrapped reports whether the interchange that begins at b, whose ISA gives the
// delimiters d as it stands, can be read only without its line breaks.
func wrapped(b []byte, d Delimiters) bool {
	if bytes.IndexByte(b, '\n') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return false
	}
	h := unwrapHeader(b, 0, 0)
	if len(h.lines) > 0 {
		if w := h.isaWidth(); w > 0 && !h.exact() {
			h = unwrapHeader(b, 0, w)
		}
		seps, _ := isaLayout(b)
		switch t := h.terminator(); {
		case !h.exact() || t == h.isa[3] || t <= ' ' || isAlnum(t):
		case seps != isaFixed:
			return true
		case isBreak(d.Component) || isBreak(d.Segment): // the breaks begin in ISA16, or before the terminator
			return soundID(b[h.taken:], h.isa[3]) && !soundID(b[isaLen:], d.Element)
		}
	}
	if isBreak(d.Segment) {
		return false
	}
	c := cuts(b, 0, d)
	switch {
	case c.inside >= 2 && c.proofs > 0:
		return true
	case 4*c.signs >= c.inside:
		lines := c.alike()
		return lines >= 4 && 2*lines >= c.inside
	}
	return false
}

// header is an ISA without line breaks.
type header struct {
	isa   []byte // through the terminator
	taken int    // how many bytes it takes as it stands
	lines []int  // the lengths of the lines that end in it
}

func (h *header) terminator() byte { return h.isa[len(h.isa)-1] }

// exact reports whether the header has its fixed widths.
func (h *header) exact() bool {
	if len(h.isa) != isaLen {
		return false
	}
	seps, ok := isaLayout(h.isa)
	return ok && seps == isaFixed
}

// unwrapHeader takes the line breaks out of the ISA that begins at b, in the given
// column of its line, and brings its lines to width, when that is not 0. It returns
// a header without bytes for anything else.
func unwrapHeader(b []byte, column, width int) header {
	start := withoutBreaks(b[:min(len(b), 16)])
	if !isaAt(start) {
		return header{}
	}
	h, sep := header{isa: make([]byte, 0, maxISA)}, start[3]
	marks, last, line := 0, 0, -column
	for i := 0; i < len(b) && i < maxISA; i++ {
		c := b[i]
		end := marks == 16 && last == 1 // the terminator, maybe a line break
		switch {
		case isBreak(c) && !(end && !breakBeforeMark(b[i:], sep)):
			if i == 0 || !isBreak(b[i-1]) {
				h.lines = append(h.lines, i-line)
				for n := i - line; n < width && len(h.isa) < maxISA; n++ {
					h.isa = append(h.isa, ' ')
				}
			}
			line = i + 1
			continue
		case end:
			h.isa, h.taken = append(h.isa, c), i+1
			return h
		case marks == 16: // ISA16, whatever it is
			last++
		case c == sep:
			marks++
		}
		h.isa = append(h.isa, c)
	}
	return header{}
}

// isaWidth returns the width of the lines that makes the header one of right
// widths: where blanks were cut off line ends the fixed widths say how many. It
// returns 0 when there is none.
func (h *header) isaWidth() int {
	short, sum := isaLen-len(h.isa), 0
	for _, n := range h.lines {
		sum += n
	}
	if n := len(h.lines); n > 0 && short >= 0 && (short+sum)%n == 0 {
		if w := (short + sum) / n; w == maxOf(h.lines, w) {
			return w
		}
	}
	return 0
}

// maxOf returns the greatest of n and w.
func maxOf(n []int, w int) int {
	for _, v := range n {
		w = max(w, v)
	}
	return w
}

// soundID reports whether a segment id stands at b, after blanks and breaks, and
// may have breaks in it.
func soundID(b []byte, sep byte) bool {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	n := 0
	for _, c := range b {
		switch {
		case c == sep:
			return n == 2 || n == 3
		case isBreak(c):
		case n == 3 || c-'A' >= 26 && (n == 0 || c-'0' >= 10):
			return false
		default:
			n++
		}
	}
	return false
}

// lineCuts count the line breaks inside the segments of a sample.
type lineCuts struct {
	inside int // breaks in segments, at most maxSampleBreaks
	proofs int // of them, where no data can be: in ids, and in codes of envelopes
	signs  int // of them, where no text is: in ids, codes and numbers
	widths [maxSampleBreaks]int
}

// cuts looks at the line breaks of b, which begins in the given column.
func cuts(b []byte, column int, d Delimiters) (c lineCuts) {
	nl := byte('\n')
	if bytes.IndexByte(b, nl) < 0 {
		nl = '\r'
	}
	segment, line := 0, -column // where they begin
	for at := 0; c.inside < maxSampleBreaks; {
		n := bytes.IndexByte(b[at:], nl)
		if n < 0 {
			return c
		}
		end := at + n
		if k := bytes.LastIndexByte(b[at:end], d.Segment); k >= 0 {
			segment = at + k + 1
		}
		at = end + 1
		stop := end
		if stop > line && b[stop-1] == '\r' {
			stop--
		}
		for segment < stop && isBlank(b[segment]) {
			segment++
		}
		if segment < stop {
			c.widths[c.inside] = stop - line
			c.inside++
			c.weigh(b[segment:], stop-segment, d)
		}
		line = at
	}
	return c
}

// weigh counts what the break at b[at] says; b begins with its segment.
func (c *lineCuts) weigh(b []byte, at int, d Delimiters) {
	if n := bytes.IndexByte(b, d.Segment); n >= 0 {
		b = b[:n]
	}
	id := bytes.IndexByte(b, d.Element)
	if id < 0 {
		id = len(b)
	}
	if at <= id { // also after the id: "NM1\n*"
		if soundID(append(withoutBreaks(b[:min(id, 16)]), d.Element), d.Element) {
			c.proofs++
			c.signs++
		}
		return
	}
	from, to := at, at
	for b[from-1] != d.Element && b[from-1] != d.Component && (d.Repetition == 0 || b[from-1] != d.Repetition) {
		from--
	}
	for to < len(b) && b[to] != d.Element && b[to] != d.Component && (d.Repetition == 0 || b[to] != d.Repetition) {
		to++
	}
	value := withoutBreaks(b[from:min(to, from+64)])
	switch tag, element := string(b[:id]), bytes.Count(b[id:from], []byte{d.Element}); {
	case len(value) == 0: // a break alone
	case tag == "ISA":
		h := unwrapHeader(append(b[:len(b):len(b)], d.Segment), 0, 0)
		if seps, _ := isaLayout(b); h.exact() && seps != isaFixed {
			c.proofs++
		}
	case envelopeCode(tag, element) && plainCode(value):
		c.proofs++
		c.signs++
	case len(value) <= 3 && plainCode(value) || numeric(value):
		c.signs++
	}
}

// envelopeCode reports whether the element is a code, a date or a count by which
// the envelope is read.
func envelopeCode(tag string, element int) bool {
	switch tag {
	case "GS":
		return element == 1 || element >= 4
	case "ST":
		return element == 1 || element == 3
	case "SE", "GE", "IEA":
		return element == 1
	}
	return false
}

func plainCode(b []byte) bool {
	for _, c := range b {
		if !isAlnum(c) {
			return false
		}
	}
	return len(b) > 0
}

func numeric(b []byte) bool {
	for _, c := range b {
		if c-'0' >= 10 && c != '.' && c != '-' {
			return false
		}
	}
	return len(b) > 0
}

// alike returns how many lines have the width that most have.
func (c *lineCuts) alike() (lines int) {
	for i, w := range c.widths[:c.inside] {
		n := 0
		for _, v := range c.widths[i:c.inside] {
			if v == w {
				n++
			}
		}
		lines = max(lines, n)
	}
	return lines
}

// unwrapISA takes line breaks out of the header, which gives the delimiters.
// Offsets after the header hold.
func (r *Reader) unwrapISA() error {
	sample, err := r.sample()
	if err != nil {
		return err
	}
	if r.ic == nil && r.nIC == 0 {
		r.lineAt = r.Offset()
	}
	column := int(r.Offset() - r.lineAt)
	h := unwrapHeader(sample, column, 0)
	if _, ok := isaLayout(h.isa); !ok || r.ic != nil && !r.interrupts(h.isa) {
		return nil
	}
	r.saidWrap = false
	r.width = lineWidth(sample, column, h)
	if len(h.lines) == 0 {
		return nil
	}
	if full := unwrapHeader(sample, column, r.width); len(full.isa) > 0 {
		h = full
	}
	last := r.start + h.taken
	for r.start++; r.start < last; r.start++ {
		if isBreak(r.buf[r.start-1]) {
			r.lineAt = r.Offset()
		}
	}
	r.makeRoom(len(h.isa))
	r.start -= len(h.isa)
	copy(r.buf[r.start:], h.isa)
	r.text = ""
	r.index.reset(r.start, r.delims)
	r.saidWrap = true
	r.report(CodeWrappedLine, Position{Offset: r.isaAt, Interchange: r.nIC + 1, Tag: "ISA"}, "")
	return nil
}

// makeRoom has n bytes in the window before what is not yet read.
func (r *Reader) makeRoom(n int) {
	n -= r.start
	if n <= 0 {
		return
	}
	if r.end+n > len(r.buf) {
		r.buf = append(r.buf, make([]byte, n)...)
	}
	copy(r.buf[r.start+n:], r.buf[r.start:r.end])
	r.start, r.end, r.base = r.start+n, r.end+n, r.base-int64(n)
}

// lineWidth returns the width to which the lines of a wrapped file are to be
// brought, because blanks may have been cut off their ends; 0 when it has no one
// width.
func lineWidth(b []byte, column int, h header) int {
	if isBreak(h.terminator()) {
		return 0
	}
	n := len(h.isa)
	c := cuts(b, column, Delimiters{Element: h.isa[3], Component: h.isa[n-2], Segment: h.terminator()})
	lines := c.widths[:c.inside]
	width := maxOf(lines, 0)
	if w := h.isaWidth(); w >= width && !h.exact() {
		if full := unwrapHeader(b, column, w); full.exact() {
			return w
		}
	}
	whole := 0
	for _, w := range lines {
		if w == width {
			whole++
		}
	}
	if whole < 2 || 2*whole < len(lines) {
		return 0
	}
	return width
}

// unwrap takes line breaks out of the segment.
func (r *Reader) unwrap() {
	s := &r.seg
	if t := r.delims.Segment; isBreak(t) || !bytes.ContainsAny(s.Data(), "\r\n") {
		return
	}
	r.own, r.ownMarks = r.own[:0], r.ownMarks[:0]
	d := r.delims
	n := 0
	begins := s.at()
	for i, b := range s.Data() {
		if isBreak(b) {
			r.fillLine(begins + int64(i))
			continue
		}
		if b == d.Element {
			s.ends[n] = uint32(len(r.own))
			n++
		} else if b == d.Component || b == d.Repetition && b != 0 {
			r.ownMarks = append(r.ownMarks, uint32(len(r.own)))
		}
		r.own = append(r.own, b)
	}
	s.ends[n] = uint32(len(r.own))
	s.offset = begins
	s.win, s.marks, s.from, s.copied, s.text = r.own, r.ownMarks, 0, true, ""
	if !r.saidWrap {
		r.saidWrap = true
		r.report(CodeWrappedLine, r.coming(), "")
	}
}

// fillLine puts back the blanks that were cut off the line that the break at the
// offset ends.
func (r *Reader) fillLine(at int64) {
	n := at - r.lineAt
	r.lineAt = at + 1
	if n == 0 { // the second half of CR LF
		return
	}
	missing := int64(r.width) - n
	if missing < 0 || int64(len(r.own))+missing > int64(r.o.MaxSegment) {
		r.width = 0 // the lines have no one width
		return
	}
	for ; missing > 0; missing-- {
		r.own = append(r.own, ' ')
	}
}

// breakBeforeMark reports whether b begins with line breaks and a mark that can be
// the terminator, so that the breaks are a wrap.
func breakBeforeMark(b []byte, sep byte) bool {
	for i, c := range b {
		if !isBreak(c) {
			return i > 0 && c != sep && c > ' ' && !isAlnum(c)
		}
	}
	return false
}

// withoutBreaks returns b without CR and LF.
func withoutBreaks(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for _, c := range b {
		if !isBreak(c) {
			out = append(out, c)
		}
	}
	return out
}
