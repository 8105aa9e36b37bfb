// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/atomicfile"
)

// spools keep encounters of other kinds than the first one's until all of that
// one are written, so that each kind of claim makes one functional group. They
// are temporary files: a run holds one encounter, however many there are.
type spools struct {
	order []claim837.Kind // by their first encounter
	files map[claim837.Kind]*spool
}

// spool is the encounters of one kind.
type spool struct {
	f *atomicfile.Scratch
	w *bufio.Writer
}

// add keeps an encounter.
func (s *spools) add(kind claim837.Kind, at place, raw []byte) error {
	if s.files == nil {
		s.files = map[claim837.Kind]*spool{}
	}
	p := s.files[kind]
	if p == nil {
		f, err := atomicfile.NewScratch()
		if err != nil {
			return err
		}
		p = &spool{f, bufio.NewWriterSize(f, 64<<10)}
		s.files[kind] = p
		s.order = append(s.order, kind)
	}
	head := binary.AppendUvarint(nil, uint64(at.n))
	head = binary.AppendUvarint(head, uint64(at.line))
	head = binary.AppendUvarint(head, uint64(len(raw)))
	p.w.Write(head)
	_, err := p.w.Write(raw)
	return err
}

// each hands out the encounters, kind by kind, in the order in which they came.
func (s *spools) each(do func(raw []byte, at place) error) error {
	for _, kind := range s.order {
		if err := s.files[kind].each(do); err != nil {
			return err
		}
	}
	return nil
}

func (p *spool) each(do func(raw []byte, at place) error) error {
	if err := p.w.Flush(); err != nil {
		return err
	}
	if _, err := p.f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	r := bufio.NewReaderSize(p.f, 64<<10)
	var raw []byte
	for {
		n, err := binary.ReadUvarint(r)
		if err == io.EOF {
			return nil
		}
		line, err2 := binary.ReadUvarint(r)
		size, err3 := binary.ReadUvarint(r)
		if err := errors.Join(err, err2, err3); err != nil {
			return err
		}
		if uint64(cap(raw)) < size {
			raw = make([]byte, size)
		}
		raw = raw[:size]
		if _, err := io.ReadFull(r, raw); err != nil {
			return err
		}
		if err := do(raw, place{n: int(n), line: int(line)}); err != nil {
			return err
		}
	}
}

// close takes the files away.
func (s *spools) close() {
	for _, p := range s.files {
		p.f.Close()
	}
}
