package x12

import (
	"bytes"
	"io"
)

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// seek comes to the start of the next segment: over line breaks, blanks, a byte
// order mark and text before the first ISA.
func (r *Reader) seek() error {
	r.isISA = false
	if !r.begun {
		if err := r.begin(); err != nil {
			return err
		}
	}
	if err := r.skipGap(); err != nil {
		return err
	}
	if err := r.ensure(4); err != nil {
		return err
	}
	b := r.buf[r.start:r.end]
	if isaAt(b) {
		if err := r.ensure(maxISA + 8); err != nil {
			return err
		}
		b = r.buf[r.start:r.end]
		if r.o.Unwrap {
			r.unwrapISA()
			b = r.buf[r.start:r.end]
		}
		if _, ok := isaLayout(b); ok || r.ic == nil {
			r.isISA = true
			return nil
		}
	}
	r.slow = false
	if r.ic == nil {
		return r.syntax(CodeTextAfterEnd, "text follows the interchange that is no ISA; end the file after IEA")
	}
	return nil
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
	if err := r.skipBlanks(); err != nil {
		if err == io.EOF {
			return r.syntax(CodeNoInterchange, "the stream is empty; give an interchange that begins with ISA")
		}
		return err
	}
	if r.start > 3 || (r.start > 0 && r.buf[0] != 0xef) || r.base > 0 {
		r.report(CodeLeadingText, Position{}, "")
	}
	if err := r.ensure(maxISA + 8); err != nil && err != io.EOF {
		return err
	}
	b := r.buf[r.start:r.end]
	if isaAt(b) {
		return nil
	}
	if r.o.Fragment {
		r.delims = r.o.Delimiters
		if r.delims == (Delimiters{}) {
			r.delims = DefaultDelimiters()
		}
		r.nIC++
		r.ic = &Interchange{Fragment: true, Delimiters: r.delims}
		r.lineBreak = ""
		r.report(CodeFragment, Position{Interchange: r.nIC}, "")
		return nil
	}
	for at := 0; ; {
		k := bytes.Index(b[at:], []byte("ISA"))
		if k < 0 {
			return r.syntax(CodeNoInterchange, "there is no ISA; give a whole interchange or read it as a fragment")
		}
		at += k
		if _, ok := isaLayout(b[at:]); ok {
			i := NewIssue(CodeLeadingText, Position{Offset: r.Offset()}, "")
			i.Severity = Error
			if r.o.OnIssue != nil {
				r.o.OnIssue(i)
			}
			r.start += at
			return nil
		}
		at += 3
	}
}

// skipGap reads past what stands between a terminator and the next segment.
func (r *Reader) skipGap() error {
	first := r.firstOfIC && r.ic != nil && !r.ic.Fragment
	r.firstOfIC = false
	from := r.Offset()
	if first {
		if err := r.ensure(8); err != nil {
			return err
		}
		r.ic.LineBreak = lineBreak(r.buf[r.start:r.end], r.delims.Segment)
		r.lineBreak = r.ic.LineBreak
	} else if r.start >= r.end {
		if err := r.fill(); err != nil {
			return err
		}
	}
	want := ""
	if r.ic != nil {
		want = r.ic.LineBreak
		if len(want) > r.end-r.start {
			if err := r.ensure(len(want)); err != nil {
				return err
			}
		}
		if len(want) > 0 && bytes.HasPrefix(r.buf[r.start:r.end], []byte(want)) {
			r.start += len(want)
			if !r.saidBreak {
				r.saidBreak = true
				r.report(CodeLineBreak, Position{Offset: from, Interchange: r.nIC}, "")
			}
		}
	}
	at := r.Offset()
	for {
		if err := r.skipBlanks(); err != nil {
			return err
		}
		b := r.buf[r.start]
		if b == r.delims.Segment && r.ic != nil { // "~~"
			if !r.saidEmpty {
				r.saidEmpty = true
				r.report(CodeEmptySegment, r.here(), "")
			}
			r.start++
			continue
		}
		if (b == 0 || b == 0x1a) && r.ic == nil {
			r.start++
			continue
		}
		break
	}
	if r.Offset() != at && !r.saidGap && r.ic != nil {
		r.saidGap = true
		r.report(CodeBlankBeforeSegment, r.here(), "")
	}
	return nil
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
			if b := r.buf[r.start]; !isBlank(b) {
				return nil
			} else if b == r.delims.Segment && r.ic != nil && b != '\n' && b != '\r' {
				return nil
			}
			r.start++
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
}

// ensure has n bytes in the window, or all there are; io.EOF when there is none.
func (r *Reader) ensure(n int) error {
	for r.end-r.start < n {
		if err := r.fill(); err != nil {
			if err == io.EOF && r.end > r.start {
				return nil
			}
			return err
		}
	}
	return nil
}

// unwrap takes line breaks out of the segment.
func (r *Reader) unwrap() {
	s := &r.seg
	if t := r.delims.Segment; t == '\n' || t == '\r' || bytes.IndexAny(s.data, "\r\n") < 0 {
		return
	}
	r.own = r.own[:0]
	n := 0
	for _, b := range s.data {
		if b == r.delims.Element {
			r.ends[n] = uint32(len(r.own))
			n++
		}
		if b != '\r' && b != '\n' {
			r.own = append(r.own, b)
		}
	}
	r.ends[n] = uint32(len(r.own))
	s.data, s.start, s.text = r.own, -1, ""
	if !r.saidWrap {
		r.saidWrap = true
		r.report(CodeWrappedLine, r.here(), "")
	}
}

// unwrapISA takes line breaks out of the header, which gives the delimiters.
func (r *Reader) unwrapISA() {
	b := r.buf[r.start:r.end]
	n := 0
	for i := 0; i < len(b) && n < 106; i++ {
		if b[i] != '\r' && b[i] != '\n' {
			b[n] = b[i]
			n++
			continue
		}
		if n == 105 { // a line break is the terminator
			return
		}
		copy(b[i:], b[i+1:])
		b = b[:len(b)-1]
		r.end--
		r.base++
		i--
	}
	r.text = ""
}
