// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"io"
)

// SetState is a place in a set that a SetValidator can come back to.
type SetState struct {
	w       *walkState
	count   int
	base    int64
	holding bool
	node    int16
	held    Segment
	heldAt  Position
	guesses []guess
}

// Save keeps the place that the validator has come to in s, whose memory is reused.
func (j *SetValidator) Save(s *SetState) {
	if s == nil || !j.ready() {
		return
	}
	if s.w == nil || len(s.w.counts) != len(j.w.counts) || len(s.w.last) != len(j.w.last) {
		s.w = newWalkState(j.p)
	}
	s.w.copyFrom(j.w)
	s.holding, s.node = j.holding, j.node
	if j.holding {
		data, ends := s.held.win, s.held.ends
		s.held = j.held
		s.held.win = append(data[:0], j.held.win...)
		s.held.ends = append(ends[:0], j.held.ends...)
		s.heldAt = j.heldAt
		s.guesses = append(s.guesses[:0], j.guesses...)
	}
	if j.feed != nil {
		s.count, s.base = j.feed.count, j.feed.base+int64(j.feed.start)
	}
}

// Load goes back to a place that Save kept.
func (j *SetValidator) Load(s *SetState) {
	if s == nil || s.w == nil || !j.ready() {
		return
	}
	j.w.copyFrom(s.w)
	j.holding, j.node = s.holding, s.node
	if s.holding {
		data, ends := j.held.win, j.held.ends
		j.held = s.held
		j.held.win = append(data[:0], s.held.win...)
		j.held.ends = append(ends[:0], s.held.ends...)
		j.heldAt = s.heldAt
		j.guesses = append(j.guesses[:0], s.guesses...)
	}
	if j.feed != nil {
		j.feed.count = s.count
		j.feed.base, j.feed.start, j.feed.end = s.base, 0, 0
	}
}

// FeedFrom says how the bytes of Feed are written, and where they stand: at is
// the place before the first of them, with the ordinals of interchange, group
// and set, the offset, and the count of segments before (0 before ST). Without
// it Feed takes the usual delimiters, no line breaks and a place of zero.
func (j *SetValidator) FeedFrom(d Delimiters, lineBreak string, at Position) {
	if !j.ready() {
		return
	}
	if j.feed == nil {
		j.feed = &Reader{}
		j.feed.seg.r = j.feed
	}
	r := j.feed
	r.o.MaxElements, r.o.MaxSegment = DefaultMaxElements, DefaultMaxSegment
	r.delims, r.lineBreak = d, lineBreak
	r.nIC, r.nGroup, r.nSet = at.Interchange, at.Group, at.Set
	r.base, r.count, r.start, r.end = at.Offset, at.Segment, 0, 0
	r.group, r.set = &Group{}, &Set{}
	r.ic = &Interchange{Delimiters: d, LineBreak: lineBreak}
	r.begun, r.saidBreak = true, true
}

// Feed checks the segments that b holds, as a writer made them: whole segments,
// each with its terminator. A set may be fed in several calls. It does not keep b
// and does not allocate. The error is that of bytes that are no segments.
func (j *SetValidator) Feed(b []byte) error {
	if !j.ready() {
		return errors.New("x12: the SetValidator was not made by NewSetValidator; make one with NewSetValidator")
	}
	if j.feed == nil {
		j.FeedFrom(DefaultDelimiters(), "", Position{})
	}
	r := j.feed
	r.base += int64(r.start)
	r.buf, r.start, r.end, r.text = b, 0, len(b), ""
	r.index.reset(0, r.delims)
	r.srcErr, r.err, r.slow, r.closing = io.EOF, nil, false, 0
	r.seg.win, r.odd = b, true
	for {
		if !r.quick() {
			if err := r.next(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			r.odd = r.unusual()
		}
		r.count++
		j.Segment(&r.seg)
	}
}
