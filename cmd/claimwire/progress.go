// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/internal/visible"
)

// progress tells how far a long run is.
type progress struct {
	w     io.Writer
	plain bool
	every time.Duration
	begun time.Time
	last  time.Time
	words makingWords
	size  int64 // bytes of the input; 0 = not known
	shown bool
}

// newProgress returns what -progress asks for; nil tells nothing.
func newProgress(mode string, w io.Writer, words makingWords) (*progress, error) {
	if v, ok := w.(*visible.Writer); ok {
		w = v.Under() // its own line goes back to its beginning
	}
	p := &progress{w: w, every: 200 * time.Millisecond, words: words}
	switch mode {
	case "none":
		return nil, nil
	case "auto":
		if !isTerminal(w) {
			return nil, nil
		}
	case "plain":
		p.plain, p.every = true, 5*time.Second
	default:
		return nil, fmt.Errorf("-progress is auto, plain or none")
	}
	p.begun = time.Now()
	p.last = p.begun
	return p, nil
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	if v, ok := w.(*visible.Writer); ok {
		w = v.Under()
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// tell shows the counters, but not too often.
func (p *progress) tell(now batch.Progress) {
	if p == nil {
		return
	}
	p.size = now.Size
	if now.Read&63 != 0 || time.Since(p.last) < p.every {
		return
	}
	p.last = time.Now()
	p.show(now.Read, now.Written, now.Refused, now.Bytes)
}

func (p *progress) show(done, written, refused int, read int64) {
	rate := float64(written) / max(time.Since(p.begun).Seconds(), 0.001)
	text := fmt.Sprintf("%d %s, %d %s, %d refused, %.0f %s/s", done, p.words.ins, written, p.words.outs, refused, rate, p.words.outs)
	if p.size > 0 {
		text = fmt.Sprintf("%3d%% ", min(100, 100*read/p.size)) + text
	}
	if p.plain {
		fmt.Fprintln(p.w, text)
		return
	}
	fmt.Fprintf(p.w, "\r%-78s", text)
	p.shown = true
}

// clear takes the line away, before other text.
func (p *progress) clear() {
	if p != nil && p.shown {
		fmt.Fprintf(p.w, "\r%78s\r", "")
		p.shown = false
	}
}

// end shows the last state.
func (p *progress) end(done batch.Result) {
	if p == nil {
		return
	}
	p.clear()
	if p.plain {
		p.show(done.Read, done.Written, done.Refused, done.Bytes)
	}
}
