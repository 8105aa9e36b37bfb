// SPDX-License-Identifier: Apache-2.0

package x12

// Packed tags of the envelope.
const (
	keyISA = 'I' | 'S'<<8 | 'A'<<16
	keyIEA = 'I' | 'E'<<8 | 'A'<<16
	keyTA1 = 'T' | 'A'<<8 | '1'<<16
	keyGS  = 'G' | 'S'<<8
	keyGE  = 'G' | 'E'<<8
	keyST  = 'S' | 'T'<<8
	keySE  = 'S' | 'E'<<8
)

// cutISA makes a segment of the header that stands at the start of the window.
func (r *Reader) cutISA() error {
	r.isISA = false
	r.nIC++
	r.nGroup, r.nSet, r.count = 0, 0, 0
	r.ic, r.group, r.set = nil, nil, nil
	r.saidBreak, r.saidGap, r.saidEmpty = false, false, false
	n, err := r.header()
	if err != nil {
		return err
	}
	seps, _ := isaLayout(r.buf[r.start:r.end])
	for i, p := range seps {
		r.ends[i] = uint32(r.start + p)
	}
	r.ends[16] = uint32(r.start + n)
	s := &r.seg
	s.win, s.ends, s.marks, s.key = r.buf, r.ends[:], nil, keyISA
	s.from, s.copied, s.offset, s.text = r.start, false, r.isaAt, r.text
	r.start += n + 1
	r.index.reset(r.start, r.delims)
	r.slow = true
	r.lineBreak = lineBreak(r.buf[r.start:r.end], r.delims.Segment)
	r.ic.LineBreak = r.lineBreak
	return nil
}

// envelope keeps count of where the segment stands. What a trailer closes is
// closed when the next segment is asked for, so that the trailer is still inside.
func (r *Reader) envelope() {
	s := &r.seg
	switch s.key {
	case keyST:
		r.nSet++
		r.count = 1
		r.set = &Set{ID: string(s.Bytes(1)), Control: string(s.Bytes(2)), Convention: string(s.Bytes(3)), Extra: extra(s, 3)}
	case keySE, keyGE, keyIEA:
		r.closing, r.odd = s.key, true
		if s.key != keySE {
			r.set = nil
		}
		if s.key == keyIEA {
			r.group = nil
		}
	case keyGS:
		r.nGroup++
		r.nSet, r.count, r.set = 0, 0, nil
		r.group = &Group{Extra: extra(s, 8)}
		for i, p := range r.group.Elements() {
			*p = string(s.Bytes(i + 1))
		}
	}
}

func extra(s *Segment, after int) []string {
	n := s.Len()
	for n > after && s.Empty(n) {
		n--
	}
	var out []string
	for i := after + 1; i <= n; i++ {
		out = append(out, string(s.Bytes(i)))
	}
	return out
}

// close leaves what the trailer before has ended.
func (r *Reader) close() {
	switch r.closing {
	case keySE:
		r.set, r.count = nil, 0
	case keyGE:
		r.group, r.set = nil, nil
	case keyIEA:
		if !r.ic.Fragment { // a fragment has one frame for all
			r.ic, r.slow = nil, true
		}
		r.group, r.set = nil, nil
	}
	r.closing = 0
}

// position is the place of s.
func (r *Reader) position(s *Segment) Position {
	p := r.here()
	p.Offset = s.at()
	if s.key != 0 { // what is no segment id may be anything
		p.Tag = s.Tag()
	}
	return p
}

// here is the place that reading has come to.
func (r *Reader) here() Position {
	p := Position{Offset: r.Offset(), Interchange: r.nIC}
	if r.group != nil {
		p.Group = r.nGroup
	}
	if r.set != nil {
		p.Set, p.Segment = r.nSet, r.count
	}
	return p
}

// coming is the place of the segment that is being read, before it is counted.
func (r *Reader) coming() Position {
	p := r.here()
	if r.set != nil {
		p.Segment++
	}
	return p
}
