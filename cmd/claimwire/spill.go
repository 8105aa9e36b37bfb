// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"io"

	"github.com/claimwire/claimwire/internal/atomicfile"
)

// spill holds what is written until it is wanted: in memory while it is short,
// then in a temporary file. The zero value is ready.
type spill struct {
	buf  bytes.Buffer
	file *atomicfile.Scratch // nil while it is short
}

// maxSpill is how much stays in memory.
const maxSpill = 4 << 20

func (s *spill) Write(b []byte) (int, error) {
	if s.buf.Len()+len(b) > maxSpill {
		if err := s.flush(); err != nil {
			return 0, err
		}
	}
	return s.buf.Write(b)
}

// flush moves what is in memory to the file.
func (s *spill) flush() error {
	if s.file == nil {
		f, err := atomicfile.NewScratch()
		if err != nil {
			return err
		}
		s.file = f
	}
	_, err := s.buf.WriteTo(s.file)
	return err
}

// reader reads all of it, from its begin.
func (s *spill) reader() (io.Reader, error) {
	if s.file == nil {
		return bytes.NewReader(s.buf.Bytes()), nil
	}
	if err := s.flush(); err != nil {
		return nil, err
	}
	_, err := s.file.Seek(0, io.SeekStart)
	return s.file, err
}

// copyTo writes all of it to w.
func (s *spill) copyTo(w io.Writer) error {
	r, err := s.reader()
	if err == nil {
		_, err = io.Copy(w, r)
	}
	return err
}

// reset empties it.
func (s *spill) reset() error {
	s.buf.Reset()
	if s.file == nil {
		return nil
	}
	if err := s.file.Truncate(0); err != nil {
		return err
	}
	_, err := s.file.Seek(0, io.SeekStart)
	return err
}

// close takes the file away.
func (s *spill) close() {
	if s.file != nil {
		s.file.Close()
	}
}
