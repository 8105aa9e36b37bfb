// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"

	"github.com/claimwire/claimwire/internal/spill"
)

// source is the input of a run, read once from its beginning to its end: what a
// pipe gives is gone, and what a file holds may change.
type source struct {
	r    io.Reader
	n    int64 // bytes read so far
	size int64 // bytes in all; 0 = not known

	sum  []byte        // the hash of all bytes, when it was asked for
	hash hash.Hash     // of the bytes read so far, then
	file *os.File      // when it is a regular file
	from int64         // where reading began in it
	kept *spill.Buffer // what a stream gave, when its hash was asked for
}

// ErrSourceChanged is the error of a run whose source is a file that was changed
// while it was read: what was read is not what is there, or was there.
var ErrSourceChanged = errors.New("the file changed while it was read; run again when nobody writes to it")

// newSource returns the source that r reads. With summed, the hash of all of it is
// known before it is read: a file is read for it, a stream is kept.
func newSource(r io.Reader, summed bool) (*source, error) {
	s := &source{r: r}
	if f, _ := r.(*os.File); f != nil {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if from, err := f.Seek(0, io.SeekCurrent); err == nil {
				s.file, s.from, s.size = f, from, max(0, info.Size()-from)
			}
		}
	}
	if summed {
		if err := s.summarize(); err != nil {
			s.close()
			return nil, err
		}
	}
	return s, nil
}

// summarize reads to the end, and goes back to the beginning.
func (s *source) summarize() error {
	h := sha256.New()
	var err error
	if s.file != nil {
		if s.size, err = io.Copy(h, s.r); err == nil {
			_, err = s.file.Seek(s.from, io.SeekStart)
		}
	} else {
		s.kept = new(spill.Buffer)
		if s.size, err = io.Copy(io.MultiWriter(h, s.kept), s.r); err == nil {
			s.r, err = s.kept.Reader()
		}
	}
	s.sum, s.hash = h.Sum(nil), sha256.New()
	return err
}

func (s *source) Read(b []byte) (int, error) {
	n, err := s.r.Read(b)
	s.n += int64(n)
	if s.hash != nil {
		s.hash.Write(b[:n])
	}
	return n, err
}

// whole checks at the end that what was read is all there is, and what the hash
// is of.
func (s *source) whole() error {
	if s.hash != nil && (s.n != s.size || !bytes.Equal(s.hash.Sum(nil), s.sum)) {
		return ErrSourceChanged
	}
	if s.file != nil {
		info, err := s.file.Stat()
		if err != nil {
			return err
		}
		if size := info.Size(); size != s.from+s.n && size != 0 { // 0 for the files of /proc, whatever they hold
			return ErrSourceChanged
		}
	}
	return nil
}

// close removes what was kept. The reader is the caller's.
func (s *source) close() {
	if s.kept != nil {
		s.kept.Close()
	}
}
