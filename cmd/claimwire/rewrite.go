// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// rewriter writes items as they were read.
type rewriter struct {
	buf     *bufio.Writer
	joined  *stream.Joined
	writers map[family]func(any) error
	tell    func(x12.Issue)
	told    int // findings
}

func newRewriter(w io.Writer, onIssue func(x12.Issue)) *rewriter {
	buf := bufio.NewWriterSize(w, 64<<10)
	r := &rewriter{buf: buf, writers: map[family]func(any) error{}}
	r.tell = func(i x12.Issue) {
		r.told++
		onIssue(i)
	}
	r.joined = stream.Join(buf, r.tell)
	for _, f := range families {
		r.writers[f] = f.writer(r.joined)
	}
	return r
}

// item writes one item. A segment or a record that cannot be written is told as a
// finding, and the others go on.
func (r *rewriter) item(it *item) error {
	var err error
	told := r.told
	if it.of != nil {
		err = r.writers[it.of](it.value)
	} else {
		err = r.joined.Recoder().Write(&it.Step, stream.At{Interchange: it.Position.Interchange, Group: it.Position.Group, Set: it.Position.Set})
	}
	if i := (x12.Issue{}); errors.As(err, &i) {
		if r.told == told {
			r.tell(i)
		}
		return nil
	}
	return err
}

func (r *rewriter) close() error {
	return errors.Join(r.joined.Recoder().Close(), r.buf.Flush())
}
