// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"unicode/utf8"
)

// ControlKind is what a control number is for.
type ControlKind string

// The kinds that an interchange needs. Each has a counter of its own.
const (
	ControlInterchange ControlKind = "interchange" // ISA13 and IEA02
	ControlGroup       ControlKind = "group"       // GS06 and GE02
	ControlSet         ControlKind = "set"         // ST02 and SE02
)

// maxControl is the largest number of nine digits; the next one is 1 again.
const maxControl = 999_999_999

// ErrControlKey says that a key was used before with another count of numbers.
var ErrControlKey = errors.New("x12: the key has control numbers already, but not as many as asked for; use another key")

// ControlNumbers gives out control numbers, each once.
type ControlNumbers interface {
	// Reserve takes n numbers in a row, first to first+n-1, from 1 to 999999999,
	// and then from 1 again; a row never wraps. The same kind and key get the same
	// numbers again, so that what is tried twice is numbered once; asking for
	// another n is ErrControlKey. When it returns, no later call with another key
	// gives out these numbers, even after a crash if the implementation is durable.
	// The key is any text, but not empty: a run, or a run and its part.
	Reserve(ctx context.Context, kind ControlKind, key string, n int) (first int64, err error)
}

type controlKey struct {
	kind ControlKind
	key  string
}

// reservation is one line of a control file. A line without a key sets the next
// number of its kind.
type reservation struct {
	Kind  ControlKind `json:"kind"`
	Key   string      `json:"key,omitempty"`
	First int64       `json:"first,omitempty"`
	N     int         `json:"n,omitempty"`
	Next  int64       `json:"next,omitempty"`

	// Written differs in each file: it is in the first line of one that was written anew.
	Written string `json:"written,omitempty"`
}

// controlState is what was given out.
type controlState struct {
	next map[ControlKind]int64
	keys map[controlKey]reservation
	last []controlKey // in the order of their reservation
}

func newControlState() controlState {
	return controlState{next: map[ControlKind]int64{}, keys: map[controlKey]reservation{}}
}

// find returns the reservation of a key.
func (s *controlState) find(kind ControlKind, key string, n int) (reservation, bool, error) {
	r, ok := s.keys[controlKey{kind, key}]
	if ok && r.N != n {
		return r, true, ErrControlKey
	}
	return r, ok, nil
}

// plan returns the reservation that comes next, without making it.
func (s *controlState) plan(kind ControlKind, key string, n int) reservation {
	first := max(1, s.next[kind])
	if first+int64(n)-1 > maxControl {
		first = 1
	}
	return reservation{Kind: kind, Key: key, First: first, N: n}
}

// take makes a reservation, or sets a counter.
func (s *controlState) take(r reservation) {
	if r.Key == "" {
		s.next[r.Kind] = r.Next
		return
	}
	k := controlKey{r.Kind, r.Key}
	if _, ok := s.keys[k]; !ok {
		s.last = append(s.last, k)
	}
	s.keys[k] = r
	next := r.First + int64(r.N)
	if next > maxControl {
		next = 1
	}
	s.next[r.Kind] = next
}

// sound reports whether a line can be a reservation.
func (r reservation) sound() bool {
	if r.Kind == "" {
		return false
	}
	if r.Key == "" {
		return r.Next >= 1 && r.Next <= maxControl && r.N == 0 && r.First == 0
	}
	return r.N >= 1 && r.N <= maxControl && r.First >= 1 && r.First <= maxControl && r.First+int64(r.N)-1 <= maxControl
}

func checkReserve(ctx context.Context, kind ControlKind, key string, n int) error {
	switch {
	case n < 1 || n > maxControl:
		return fmt.Errorf("x12: from 1 to %d control numbers can be reserved at once", maxControl)
	case kind == "" || key == "":
		return errors.New("x12: control numbers need a kind and a key")
	case !utf8.ValidString(key) || !utf8.ValidString(string(kind)):
		return errors.New("x12: the kind or key of control numbers is not UTF-8")
	}
	return ctx.Err()
}

// memoryControl keeps its numbers as long as the program runs.
type memoryControl struct {
	mu    sync.Mutex
	state controlState
}

// NewMemoryControlNumbers returns control numbers that begin at 1 and are
// forgotten with the program: for tests, and for files that nobody receives.
// It serves several goroutines.
func NewMemoryControlNumbers() ControlNumbers { return &memoryControl{state: newControlState()} }

// Reserve is that of the interface.
func (m *memoryControl) Reserve(ctx context.Context, kind ControlKind, key string, n int) (int64, error) {
	if err := checkReserve(ctx, kind, key, n); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	r, ok, err := m.state.find(kind, key, n)
	if err != nil {
		return 0, err
	}
	if !ok {
		r = m.state.plan(kind, key, n)
		m.state.take(r)
	}
	return r.First, nil
}
