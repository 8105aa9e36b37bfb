// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// writer is what InquiryWriter and ResponseWriter have in common.
type writer struct {
	b     *stream.Builder
	o     WriterOptions
	env   Envelope
	asks  bool
	state writerState
}

// around is what a patient stands in.
type around struct {
	transaction *Transaction
	source      *Source
	receiver    *Receiver
	subscriber  *Member
	dependent   *Member
}

// writerState is what a refused patient puts back.
type writerState struct {
	transaction level[Transaction]
	source      level[Source]
	receiver    level[Receiver]
	subscriber  level[Member] // who dependents may follow
	sets        int           // of the transaction
	patients    int           // in the set
	hl          int           // the last number in the set
	crowded     bool          // the set was found to have too many patients
	own         level[Member] // the subscriber who was the last patient
	remarked    bool          // the guide has something to say of levels in the set
}

// level is a level that the file stands in; the zero value is none.
type level[T any] struct {
	v    *T
	at   At // of v, whose memory a Reader may reuse
	hl   int
	text []byte // what v was written as, but for its number
}

// is reports whether the file stands in v: by ordinals when both have them, else
// by content.
func (l *level[T]) is(v *T, at At, text func() []byte) bool {
	switch {
	case l.v == nil:
		return false
	case at != (At{}) && l.at != (At{}):
		return at == l.at
	}
	return bytes.Equal(text(), l.text)
}

// open opens a set when the one that is open is full or of another transaction.
func (w *writer) open(t *Transaction) {
	s := &w.state
	if t == nil {
		t = &w.env.Transaction
	}
	text := func() []byte { return stream.Written(w.b, &transactionLoop, t) }
	same := s.transaction.is(t, t.At, text)
	if _, inSet := w.b.InSet(); same && inSet && s.patients < w.o.MaxPatients {
		return
	}
	sets := 1
	if same {
		sets = s.sets + 1
	}
	*s = writerState{transaction: level[Transaction]{v: t, at: t.At, text: text()}, sets: sets}
	if w.b.Failed() {
		return
	}
	w.b.BeginSet(w.env.Group.Version, w.env.Set.Convention, func() {
		head := t
		if sets > 1 && t.Reference != "" {
			numbered := *t
			numbered.Reference += "-" + strconv.Itoa(sets)
			head = &numbered
		}
		codec.Write(w.b.C, &transactionLoop, head)
	})
}

// levels writes source, receiver and, above a dependent, subscriber when they
// are not those that the file stands in. It returns the loop that ends with the
// patient.
func (w *writer) levels(c *around) (ends string) {
	s := &w.state
	if !s.source.is(c.source, c.source.At, written(w, &sourceLevelLoop, c.source)) {
		s.source = opened(w, &sourceLevelLoop, c.source, c.source.At, 0, has(c.receiver != nil))
		s.receiver, s.subscriber, s.own = level[Receiver]{}, level[Member]{}, level[Member]{}
	}
	if c.receiver == nil {
		s.source.v = nil // nothing can follow
		return "2000A"
	}
	if !s.receiver.is(c.receiver, c.receiver.At, written(w, &receiverLevelLoop, c.receiver)) {
		s.receiver = opened(w, &receiverLevelLoop, c.receiver, c.receiver.At, s.source.hl, has(c.subscriber != nil))
		s.subscriber, s.own = level[Member]{}, level[Member]{}
	}
	switch {
	case c.subscriber == nil:
		s.receiver.v = nil
		return "2000B"
	case c.dependent == nil:
		return "2000C"
	}
	m := c.subscriber
	if len(m.Rejections) > 0 && s.own.is(m, m.At, writtenMember(w, m)) {
		bare := *m
		bare.Rejections = nil // they stand there
		m = &bare
	}
	if !s.subscriber.is(c.subscriber, m.At, writtenMember(w, m)) {
		text := writtenMember(w, m)()
		w.number(s.receiver.hl, "1")
		codec.Write(w.b.C, &subscriberResponseLoop, &Response{Subscriber: m})
		s.subscriber = level[Member]{v: c.subscriber, at: m.At, hl: s.hl, text: text}
	}
	return "2000D"
}

func has(below bool) string {
	if below {
		return "1"
	}
	return "0"
}

// number gives the next HL its number, its parent and whether levels follow.
func (w *writer) number(parent int, child string) {
	w.state.hl++
	n := x12.Level{ID: strconv.Itoa(w.state.hl), Child: child}
	if parent > 0 {
		n.Parent = strconv.Itoa(parent)
	}
	w.b.C.Number(n, nil)
}

// opened writes a level.
func opened[T any](w *writer, l *codec.Loop[T], v *T, at At, parent int, child string) level[T] {
	text := written(w, l, v)()
	w.number(parent, child)
	codec.Write(w.b.C, l, v)
	return level[T]{v: v, at: at, hl: w.state.hl, text: text}
}

// written is what a level would be written as, but for its number.
func written[T any](w *writer, l *codec.Loop[T], v *T) func() []byte {
	return func() []byte {
		w.b.C.Number(x12.Level{}, nil)
		return stream.Written(w.b, l, v)
	}
}

func writtenMember(w *writer, m *Member) func() []byte {
	return written(w, &subscriberResponseLoop, &Response{Subscriber: m})
}
