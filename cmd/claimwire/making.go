// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
)

// makingFlags are those of the commands that make a file of JSON objects.
type makingFlags struct {
	*flags
	practice, control, now, charset, manifest, progress string
	allOrNothing, folds                                 bool
	wait                                                time.Duration
}

// making adds the flags of what makes a file; one is what it makes of an object.
func (a *app) making(words makingWords) *makingFlags {
	f := &makingFlags{flags: a.flags()}
	f.writing()
	f.telling()
	f.StringVar(&f.practice, "practice", "", "JSON `FILE` of the practice, unless every "+words.in+" has its own")
	f.StringVar(&f.control, "control", "", "`FILE` that control numbers come from")
	f.DurationVar(&f.wait, "control-wait", 30*time.Second, "how long to wait for another run that has the file of -control locked, `DURATION`")
	f.StringVar(&f.now, "now", "", "clock of the run, `RFC3339` (default the system's)")
	f.StringVar(&f.charset, "charset", "capitals", "`SET` of the characters that text may hold: capitals (all of ASCII that X12 allows; names, addresses and notes in capitals, identifiers as they are), extended (the same, all as it is), or basic (no small letters and no # @ _ %)")
	f.StringVar(&f.manifest, "manifest", "", "write which "+words.out+" went where to `FILE`, one JSON object each")
	f.StringVar(&f.progress, "progress", "auto", "`auto`, plain or none")
	f.BoolVar(&f.allOrNothing, "all-or-nothing", false, "write nothing if one "+words.in+" is refused")
	f.readsOf = append(f.readsOf, "practice")
	f.writesOf = append(f.writesOf, "manifest", "control")
	f.BoolVar(&f.folds, "folds", false, "name every text that was brought into the character set")
	return f
}

// makingWords are what a run is about.
type makingWords struct{ in, ins, out, outs, schema string }

// making is one run of a command that makes a file.
type making struct {
	words    makingWords
	f        *makingFlags
	file     string
	options  batch.Options
	progress *progress
}

func newMaking(f *makingFlags, words makingWords, file string) (*making, error) {
	m := &making{words: words, f: f, file: file}
	o := &m.options
	o.AllOrNothing, o.OnIssue, o.OnProgress = f.allOrNothing, m.tell, m.tick
	switch f.charset {
	case "capitals":
	case "extended":
		o.Charset = x12.Extended
	case "basic":
		o.Charset = x12.Basic
	default:
		return nil, errors.New("-charset is capitals, extended or basic")
	}
	if f.wait <= 0 {
		return nil, errors.New("-control-wait must be above zero")
	}
	if f.control != "" {
		o.Control = &controlNumbers{m: m}
	}
	if f.now != "" {
		t, err := time.Parse(time.RFC3339, f.now)
		if err != nil {
			return nil, errors.New("-now is a time like 2026-01-31T09:00:00Z")
		}
		o.Now = t
	}
	var err error
	m.progress, err = newProgress(f.progress, f.a.stderr, words)
	return m, err
}

// maxPractice is how long the JSON of a practice may be.
const maxPractice = 16 << 20

// readPractice reads the file of -practice; without one there is none.
func (m *making) readPractice() (*encounter.Practice, error) {
	if m.f.practice == "" {
		return nil, nil
	}
	src, err := m.f.a.open(m.f.practice)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	text, err := io.ReadAll(io.LimitReader(src, maxPractice+1))
	if err == nil && len(text) > maxPractice {
		err = errors.New("the practice is too long")
	}
	if err != nil {
		return nil, err
	}
	p := new(encounter.Practice)
	return p, jsonx.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), p)
}

// run has batch.Claims or batch.Inquiries make the file and returns the exit status.
func (m *making) run(batchOf func(context.Context, io.Reader, batch.Output, *encounter.Practice, *batch.Options) (batch.Result, error)) int {
	a := m.f.a
	p, err := m.readPractice()
	if err != nil {
		return a.fail(m.f.practice, err)
	}
	src := a.stdin
	if m.file != "-" {
		f, err := a.open(m.file)
		if err != nil {
			return a.fail(m.file, err)
		}
		defer f.Close()
		src = f
	}
	out := batch.Output{File: m.f.output, ManifestFile: m.f.manifest}
	if m.f.toStdout() {
		out.File, out.Writer = "", a.exact()
	}
	done, err := batchOf(context.Background(), src, out, p, &m.options)
	nothing := errors.Is(err, batch.ErrNothingWritten)
	if err == nil || nothing {
		m.summary(done)
	}
	m.progress.end(done)
	var practice *batch.PracticeError
	switch {
	case nothing:
		return exitFindings
	case errors.As(err, &practice): // its issues were told
		return exitFailed
	case err != nil:
		return a.fail(m.file, err)
	case done.Refused > 0:
		return exitFindings
	}
	return exitOK
}

// tick shows how far the run is.
func (m *making) tick(p batch.Progress) { m.progress.tell(p) }

// say prints a line about the run.
func (m *making) say(format string, args ...any) {
	m.progress.clear()
	fmt.Fprintf(m.f.a.stderr, "claimwire "+m.f.a.cmd.name+": "+format+"\n", args...)
}

// summary tells what is to be said once.
func (m *making) summary(done batch.Result) {
	for _, n := range done.Notes {
		m.say("%s: [%s] %s: %s", textpage.Counted(n.Count, m.words.in, m.words.ins), n.Code, n.Severity, n.Detail)
	}
	if done.Refused > 0 {
		m.say("%d of %d %s refused", done.Refused, done.Read, m.words.ins)
	}
	if done.Folded > 0 && !m.f.folds {
		m.say("texts brought into the character set: %d; -folds names them", done.Folded)
	}
	if done.Read == 0 {
		m.say("%s: there are no %s", m.file, m.words.ins)
	}
}

// tell prints an issue about the practice or a record.
func (m *making) tell(rec batch.Record, i x12.Issue) {
	where := m.f.practice
	if rec.Number > 0 {
		if i.Code == x12.CodeFolded && !m.f.folds {
			return
		}
		if i.Code == batch.CodeBadJSON {
			i.Detail += "; see claimwire schema " + m.words.schema
		}
		where = fmt.Sprintf("%s %d (line %d", m.words.in, rec.Number, rec.Line)
		if rec.ID != "" {
			where += ", id " + printable(rec.ID)
		}
		where += ")"
	}
	m.progress.clear()
	fmt.Fprintf(m.f.a.stderr, "%s: %s\n", where, m.text(i))
}

// text is an issue: its place in the record, or in the file, and what is wrong; and
// its value, when values are asked for.
func (m *making) text(i x12.Issue) string {
	text := fmt.Sprintf("[%s] %s: %s", i.Code, i.Severity, i.Detail)
	switch {
	case i.Path != "":
		text = i.Path + ": " + text
	case i.Position != (x12.Position{}):
		text = i.Position.String() + ": " + text
	}
	if m.f.values && i.Value != "" {
		text += fmt.Sprintf(" (%q)", i.Value)
	}
	return text
}

// printable is an id that does not break a line.
func printable(id string) string {
	if len(id) > 60 {
		id = id[:60]
	}
	for i := range len(id) {
		if id[i] <= ' ' || id[i] >= 0x7f {
			return fmt.Sprintf("%q", id)
		}
	}
	return id
}
