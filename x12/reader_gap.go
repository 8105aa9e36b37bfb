// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"io"
)

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// maxLeading is how much text before the first ISA is searched for one.
const maxLeading = 1 << 20

// seek comes to the start of the next segment: over line breaks, blanks, a byte
// order mark and text before the first ISA.
func (r *Reader) seek() error {
	r.isISA, r.slow = false, false
	if !r.begun {
		if err := r.begin(); err != nil {
			return err
		}
	} else if err := r.skipGap(); err != nil {
		return err
	}
	if err := r.ensure(4); err != nil {
		return err
	}
	r.isaAt = r.Offset()
	if r.o.Unwrap && (r.ic == nil || isaAt(r.buf[r.start:r.end])) {
		if err := r.unwrapISA(); err != nil {
			return err
		}
	}
	if isaAt(r.buf[r.start:r.end]) {
		if err := r.ensure(maxISA + 8); err != nil {
			return err
		}
		if r.ic == nil || r.interrupts(r.buf[r.start:r.end]) {
			r.isISA = true
			return nil
		}
	}
	if r.ic == nil {
		return r.syntax(CodeTextAfterEnd, "text follows the interchange that is no ISA; end the file after IEA")
	}
	return nil
}

// interrupts reports whether b begins with the header of another interchange
// although the current one was not ended: one of right widths, or one whose 16
// separators come before the terminator that is in force. Any other segment with
// the tag ISA is data.
func (r *Reader) interrupts(b []byte) bool {
	seps, ok := isaLayout(b)
	return ok && (seps == isaFixed || bytes.IndexByte(b[:seps[15]], r.delims.Segment) < 0)
}

// begin finds the first segment of the stream.
func (r *Reader) begin() error {
	r.begun = true
	if err := r.ensure(4); err != nil && err != io.EOF {
		return err
	}
	if b := r.buf[r.start:r.end]; bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) {
		r.report(CodeByteOrderMark, Position{}, "")
		r.start += 3
	}
	from := r.Offset()
	if err := r.skipBlanks(); err != nil {
		if err == io.EOF {
			return r.syntax(CodeNoInterchange, "the stream is empty; give an interchange that begins with ISA")
		}
		return err
	}
	if r.Offset() != from {
		r.report(CodeLeadingText, Position{Offset: from}, "")
	}
	if err := r.ensure(maxISA + 8); err != nil {
		return err
	}
	b := r.buf[r.start:r.end]
	switch {
	case isaAt(b):
		return nil
	case r.o.Unwrap && isaAt(withoutBreaks(b[:min(len(b), 16)])):
		return nil
	case r.o.Fragment:
		return r.beginFragment()
	}
	return r.findISA()
}

// beginFragment makes a frame for segments without an ISA.
func (r *Reader) beginFragment() error {
	r.delims = r.o.Delimiters
	if r.delims == (Delimiters{}) {
		r.delims = DefaultDelimiters()
	}
	r.nIC++
	r.ic = &Interchange{Fragment: true, Delimiters: r.delims}
	r.index.reset(r.start, r.delims)
	r.report(CodeFragment, Position{Offset: r.Offset(), Interchange: r.nIC}, "")
	// What follows the first segment must be at hand, however the bytes come in.
	for end, seen := -1, 0; ; {
		if end < 0 {
			if end = bytes.IndexByte(r.buf[r.start+seen:r.end], r.delims.Segment); end >= 0 {
				end += seen
			}
			seen = r.end - r.start
		}
		if end < 0 || r.end-r.start-end < 8 {
			if err := r.fill(); err == nil {
				continue
			} else if err != io.EOF {
				return err
			}
		}
		if end >= 0 {
			r.lineBreak = lineBreak(r.buf[r.start+end+1:r.end], r.delims.Segment)
			r.ic.LineBreak = r.lineBreak
		}
		return nil
	}
}

// findISA looks for an ISA in text that does not begin with one.
func (r *Reader) findISA() error {
	from := r.Offset()
	for r.Offset()-from < maxLeading {
		k := bytes.Index(r.buf[r.start:r.end], []byte("ISA"))
		if k < 0 {
			r.start = max(r.start, r.end-2)
			if err := r.fill(); err == io.EOF {
				break
			} else if err != nil {
				return err
			}
			continue
		}
		r.start += k
		if err := r.ensure(maxISA + 8); err != nil {
			return err
		}
		if isaSound(r.buf[r.start:r.end]) {
			i := NewIssue(CodeLeadingText, Position{Offset: from}, "")
			i.Severity = Error
			if r.o.OnIssue != nil {
				r.o.OnIssue(i)
			}
			return nil
		}
		r.start += 3
	}
	return r.syntax(CodeNoInterchange, "there is no ISA; give a whole interchange or read it as a fragment")
}

// skipGap reads past what stands between a terminator and the next segment.
func (r *Reader) skipGap() error {
	if r.ic == nil {
		return r.skipEnd()
	}
	from := r.Offset()
	if err := r.ensure(1 + len(r.lineBreak)); err != nil {
		return err
	}
	if n := len(r.lineBreak); n > 0 && bytes.HasPrefix(r.buf[r.start:r.end], []byte(r.lineBreak)) {
		r.start += n
		r.lineAt = r.Offset()
		if !r.saidBreak {
			r.saidBreak = true
			r.report(CodeLineBreak, Position{Offset: from, Interchange: r.nIC}, "")
		}
	}
	at := r.Offset()
	for {
		if err := r.skipBlanks(); err != nil {
			return err
		}
		if r.buf[r.start] != r.delims.Segment {
			break
		}
		if !r.saidEmpty { // "~~"
			r.saidEmpty = true
			r.report(CodeEmptySegment, r.coming(), "")
		}
		r.start++
	}
	if r.Offset() != at && !r.saidGap {
		r.saidGap = true
		r.report(CodeBlankBeforeSegment, r.coming(), "")
	}
	return nil
}

// skipEnd reads past what stands after an interchange: blanks, NUL bytes and
// the end-of-file mark of old systems.
func (r *Reader) skipEnd() error {
	if err := r.ensure(1 + len(r.lineBreak)); err != nil {
		return err
	}
	if n := len(r.lineBreak); n > 0 && bytes.HasPrefix(r.buf[r.start:r.end], []byte(r.lineBreak)) {
		r.start += n
		r.lineAt = r.Offset()
	}
	for {
		if err := r.skipBlanks(); err != nil {
			return err
		}
		switch b := r.buf[r.start]; {
		case isEndMark(b):
			r.endMark(r.buf[r.start : r.start+1])
		case b == r.delims.Segment:
			if !r.saidEmpty {
				r.saidEmpty = true
				r.report(CodeEmptySegment, r.here(), "")
			}
		default:
			return nil
		}
		r.start++
	}
}

func isEndMark(b byte) bool { return b == 0 || b == 0x1a }

// endMark reports, once, marks of the end among bytes that are read past.
func (r *Reader) endMark(b []byte) {
	if !r.saidMark && bytes.ContainsAny(b, "\x00\x1a") {
		r.saidMark = true
		r.report(CodeEndMark, r.here(), "")
	}
}

// lineBreak returns the line break, or the rest of a terminator of several
// bytes, that b begins with.
func lineBreak(b []byte, term byte) string {
	n := 0
	if term >= 0xc0 {
		for n < len(b) && n < 3 && b[n]&0xc0 == 0x80 {
			n++
		}
	}
	if n < len(b) && b[n] == '\r' && term != '\r' {
		n++
	}
	if n < len(b) && b[n] == '\n' {
		n++
	}
	return string(b[:n])
}

// skipBlanks reads past blanks and line breaks, but not past a terminator.
func (r *Reader) skipBlanks() error {
	for {
		for r.start < r.end {
			b := r.buf[r.start]
			if !isBlank(b) || b == r.delims.Segment && r.ic != nil && b != '\n' && b != '\r' {
				return nil
			}
			r.start++
			if isBreak(b) {
				r.lineAt = r.Offset()
			}
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
}

// ensure has n bytes in the window, or all there are before the stream ends or
// fails; io.EOF or the failure when there is none.
func (r *Reader) ensure(n int) error {
	for r.end-r.start < n {
		if err := r.fill(); err != nil {
			if r.end > r.start { // the error comes when these are used up
				return nil
			}
			return err
		}
	}
	return nil
}
