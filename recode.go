// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"bufio"
	"errors"
	"io"

	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// RecodeWriter writes the items of a file as they were read: envelopes, control
// numbers, delimiters, HL and LX numbers and the scale of numbers stay; only the
// counts of SE, GE and IEA are recomputed, and missing trailers are added.
type RecodeWriter struct {
	buf     *bufio.Writer
	joined  *stream.Joined
	writers map[family]func(*Item) error
	onIssue func(x12.Issue)
	issues  int
}

// NewRecodeWriter returns a RecodeWriter to dst. onIssue, which may be nil, is told
// of every correction, and of what could not be written.
func NewRecodeWriter(dst io.Writer, onIssue func(x12.Issue)) *RecodeWriter {
	w := &RecodeWriter{writers: map[family]func(*Item) error{}}
	if dst == nil {
		return w
	}
	w.buf = bufio.NewWriterSize(dst, 64<<10)
	w.onIssue = func(i x12.Issue) {
		w.issues++
		if onIssue != nil {
			onIssue(i)
		}
	}
	w.joined = stream.Join(w.buf, w.onIssue)
	for _, f := range families {
		w.writers[f] = f.writer(w.joined)
	}
	return w
}

// errNoRecoder is the error of a RecodeWriter that has nothing to write to.
var errNoRecoder = errors.New("claimwire: the RecodeWriter has no destination; make it with NewRecodeWriter, to an io.Writer that is not nil")

// Write writes an item. Items come in the order in which a Reader gives them. A
// segment or a record that cannot be written is an issue, and the others go on; an
// error is that of the destination.
func (w *RecodeWriter) Write(it *Item) error {
	switch {
	case w == nil || w.joined == nil:
		return errNoRecoder
	case it == nil:
		return errors.New("claimwire: the item is nil; write what a Reader gave")
	}
	var err error
	issues := w.issues
	if by := it.of(); by != nil {
		err = w.writers[by](it)
	} else {
		err = w.joined.Recoder().Write(&it.Step, stream.At{Interchange: it.Position.Interchange, Group: it.Position.Group, Set: it.Position.Set})
	}
	if i := (x12.Issue{}); errors.As(err, &i) {
		if w.issues == issues {
			w.onIssue(i)
		}
		return nil
	}
	return err
}

// Close hands what is buffered to the destination.
func (w *RecodeWriter) Close() error {
	if w == nil || w.joined == nil {
		return errNoRecoder
	}
	return errors.Join(w.joined.Recoder().Close(), w.buf.Flush())
}

// Recode reads a file of any mix of transaction sets into the models and writes it
// again as it was: see RecodeWriter. Sets that no package reads go through segment by
// segment; byte order marks, wrapped lines and indentation are dropped. Nil options
// are the defaults; OnIssue is told of what reading and writing report.
func Recode(dst io.Writer, src io.Reader, o *ReaderOptions) error {
	var opt ReaderOptions
	if o != nil {
		opt = *o
	}
	opt.Reuse = true
	w := NewRecodeWriter(dst, opt.OnIssue)
	for it, err := range NewReader(src, &opt).Items() {
		if err == nil {
			err = w.Write(it)
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}
