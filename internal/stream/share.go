// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"io"

	"github.com/claimwire/claimwire/x12"
)

// Shared is a file that the readers of several packages pass over together, once:
// each set is read by the first of them that reads sets of its kind, and what
// stands around the sets, and sets that none of them reads, by the first of all.
// It is given to the packages' NewReader as the source.
type Shared struct {
	src     io.Reader
	readers []*Reader // in the order in which they were made
	running []*Reader // whose Run has begun
	rest    []func()  // ranges that have not begun
}

// Share returns a source for the readers of several packages. The options of the
// first reader are those of the stream; of the others, only MaxRecord, Reuse and
// Context hold.
func Share(src io.Reader) *Shared { return &Shared{src: src} }

// Read reads the source, for the first reader.
func (s *Shared) Read(b []byte) (int, error) { return s.src.Read(b) }

// Range passes over the file: each of ranges runs one reader, in the order in
// which they were made. They nest, so that each gets its steps as they come.
// What ended the stream before its end, the first reader tells.
func (s *Shared) Range(ranges ...func()) {
	s.rest = ranges
	s.next()
}

// next begins the range that comes next, and reports whether there was one.
func (s *Shared) next() bool {
	if len(s.rest) == 0 {
		return false
	}
	run := s.rest[0]
	s.rest = s.rest[1:]
	run()
	return true
}

// pass runs over the stream, when all that share it are there.
func (r *Reader) pass() {
	if s := r.shared; s != nil {
		s.running = append(s.running, r)
		if s.next() {
			return
		}
		r = s.running[0]
	}
	r.C.Next()
	r.stream()
}

// follows reports whether another reader runs the stream.
func (r *Reader) follows() bool { return r.shared != nil && r.shared.running[0] != r }

// Joined is a file that the recoders of several packages write together. It is
// given to the packages' NewRecodeWriter as the destination.
type Joined struct {
	dst io.Writer
	r   *Recoder
}

// Join returns a destination for the recoders of several packages. onIssue, which
// may be nil, is told of every correction.
func Join(dst io.Writer, onIssue func(x12.Issue)) *Joined {
	return &Joined{dst: dst, r: newRecoder(dst, onIssue)}
}

// Write writes to the destination, past the recoders.
func (j *Joined) Write(b []byte) (int, error) { return j.dst.Write(b) }

// Recoder returns what they all write with: it takes the steps that belong to no
// package.
func (j *Joined) Recoder() *Recoder { return j.r }
