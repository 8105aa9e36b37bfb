// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"

	"github.com/claimwire/claimwire/internal/spill"
)

// source is the input of a run. It is opened once, whatever it is: a pipe has its
// bytes only once, and what a path names may change.
type source struct {
	r     io.Reader
	close func()
	n     int64 // bytes read so far
	size  int64 // bytes in all; 0 = not known

	sum  []byte    // the hash of all bytes, when it was asked for
	hash hash.Hash // of the bytes read so far, then
	file *os.File  // when it is a regular file
	from int64     // where reading began in it
}

// errSourceChanged says that what was read is not what is there, or was there.
var errSourceChanged = errors.New("the file changed while it was read; run again when nobody writes to it")

// openSource opens a file. With summed, the hash of all of it is known before
// it is read: a file is read for it, a stream is kept.
func (a *app) openSource(name string, summed bool) (*source, error) {
	src, err := a.open(name)
	if err != nil {
		return nil, err
	}
	s := &source{r: src, close: func() { src.Close() }}
	f, _ := src.(*os.File)
	if name == "-" {
		f, _ = a.stdin.(*os.File)
	}
	if f != nil {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if from, err := f.Seek(0, io.SeekCurrent); err == nil {
				s.file, s.from, s.size = f, from, max(0, info.Size()-from)
			}
		}
	}
	if summed {
		if err := s.summarize(); err != nil {
			s.Close()
			return nil, err
		}
	}
	return s, nil
}

// summarize reads to the end, and goes back to the begin.
func (s *source) summarize() error {
	h := sha256.New()
	var err error
	if s.file != nil {
		if s.size, err = io.Copy(h, s.r); err == nil {
			_, err = s.file.Seek(s.from, io.SeekStart)
		}
	} else {
		kept, closeSource := new(spill.Buffer), s.close
		s.close = func() { kept.Close(); closeSource() }
		if s.size, err = io.Copy(io.MultiWriter(h, kept), s.r); err == nil {
			s.r, err = kept.Reader()
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
		return errSourceChanged
	}
	if s.file != nil {
		info, err := s.file.Stat()
		if err != nil {
			return err
		}
		if size := info.Size(); size != s.from+s.n && size != 0 { // 0 for the files of /proc, whatever they hold
			return errSourceChanged
		}
	}
	return nil
}

// Close closes the file.
func (s *source) Close() error { s.close(); return nil }
