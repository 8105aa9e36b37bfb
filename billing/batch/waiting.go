// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/spill"
)

// waiting keeps encounters of other kinds than the first one's until all of that
// one are written, so that each kind of claim makes one functional group. What is
// long goes to temporary files: a run holds one encounter, however many there are.
type waiting struct {
	order []claim837.Kind // by their first encounter
	kinds map[claim837.Kind]*spill.Buffer
}

// add keeps an encounter.
func (w *waiting) add(kind claim837.Kind, rec Record, raw []byte) error {
	if w.kinds == nil {
		w.kinds = map[claim837.Kind]*spill.Buffer{}
	}
	b := w.kinds[kind]
	if b == nil {
		b = new(spill.Buffer)
		w.kinds[kind] = b
		w.order = append(w.order, kind)
	}
	head := binary.AppendUvarint(nil, uint64(rec.Number))
	head = binary.AppendUvarint(head, uint64(rec.Line))
	head = binary.AppendUvarint(head, uint64(len(raw)))
	if _, err := b.Write(head); err != nil {
		return err
	}
	_, err := b.Write(raw)
	return err
}

// each takes the encounters, kind by kind, in the order in which they came.
func (w *waiting) each(take func(raw []byte, rec Record) error) error {
	for _, kind := range w.order {
		r, err := w.kinds[kind].Reader()
		if err != nil {
			return err
		}
		if err := eachOf(bufio.NewReaderSize(r, 64<<10), take); err != nil {
			return err
		}
	}
	return nil
}

func eachOf(r *bufio.Reader, take func(raw []byte, rec Record) error) error {
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
		if err := take(raw, Record{Number: int(n), Line: int(line)}); err != nil {
			return err
		}
	}
}

// close removes the temporary files.
func (w *waiting) close() {
	for _, b := range w.kinds {
		b.Close()
	}
}
