// SPDX-License-Identifier: Apache-2.0

// Package spill holds what is written until it is wanted, in memory while it is
// short, and then in a temporary file.
package spill

import (
	"bytes"
	"io"

	"github.com/claimwire/claimwire/internal/atomicfile"
)

// A Buffer holds what is written to it. The zero value is ready.
type Buffer struct {
	buf  bytes.Buffer
	file *atomicfile.Scratch // nil while it is short
}

// Max is how much stays in memory.
const Max = 4 << 20

// Write adds to it.
func (b *Buffer) Write(p []byte) (int, error) {
	if b.buf.Len()+len(p) > Max {
		if err := b.flush(); err != nil {
			return 0, err
		}
	}
	return b.buf.Write(p)
}

// flush moves what is in memory to the file.
func (b *Buffer) flush() error {
	if b.file == nil {
		f, err := atomicfile.NewScratch()
		if err != nil {
			return err
		}
		b.file = f
	}
	_, err := b.buf.WriteTo(b.file)
	return err
}

// Reader reads all of it, from its beginning.
func (b *Buffer) Reader() (io.Reader, error) {
	if b.file == nil {
		return bytes.NewReader(b.buf.Bytes()), nil
	}
	if err := b.flush(); err != nil {
		return nil, err
	}
	_, err := b.file.Seek(0, io.SeekStart)
	return b.file, err
}

// CopyTo writes all of it to w.
func (b *Buffer) CopyTo(w io.Writer) error {
	r, err := b.Reader()
	if err == nil {
		_, err = io.Copy(w, r)
	}
	return err
}

// Reset empties it.
func (b *Buffer) Reset() error {
	b.buf.Reset()
	if b.file == nil {
		return nil
	}
	if err := b.file.Truncate(0); err != nil {
		return err
	}
	_, err := b.file.Seek(0, io.SeekStart)
	return err
}

// Close removes the file.
func (b *Buffer) Close() {
	if b.file != nil {
		b.file.Close()
	}
}
