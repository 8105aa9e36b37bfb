// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/atomicfile"
	"github.com/claimwire/claimwire/internal/jsonx"
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

// maker makes records of objects.
type maker interface {
	// arrive takes the next object.
	arrive(raw []byte, at place) error
	// finish comes after the last one.
	finish() error
	// close ends the file.
	close() error
}

// making is one run of a command that makes a file.
type making struct {
	words    makingWords
	f        *makingFlags
	file     string
	now      time.Time
	charset  x12.Charset
	progress *progress
	in       *source
	practice []byte // the hash of the file of -practice
	dst      io.Writer
	manifest io.Writer
	seen     map[[16]byte]struct{} // hashes of the ids
	at       func(x12.Issue)       // tells of what is being written

	done, written, refused, folded int
}

func newMaking(f *makingFlags, words makingWords, file string) (*making, error) {
	m := &making{words: words, f: f, file: file, now: time.Now(), seen: map[[16]byte]struct{}{}}
	switch f.charset {
	case "capitals":
	case "extended":
		m.charset = x12.Extended
	case "basic":
		m.charset = x12.Basic
	default:
		return nil, errors.New("-charset is capitals, extended or basic")
	}
	if f.wait <= 0 {
		return nil, errors.New("-control-wait must be above zero")
	}
	if f.now != "" {
		t, err := time.Parse(time.RFC3339, f.now)
		if err != nil {
			return nil, errors.New("-now is a time like 2026-01-31T09:00:00Z")
		}
		m.now = t
	}
	return m, nil
}

// errNothing ends a run that leaves no file: the findings were told.
var errNothing = errors.New("nothing could be made")

// run makes the file and returns the exit status.
func (m *making) run(with maker) int {
	a := m.f.a
	in, err := a.openSource(m.file, m.f.control != "")
	if err != nil {
		return a.fail(m.file, err)
	}
	defer in.Close()
	m.in = in
	if m.progress, err = newProgress(m.f.progress, a.stderr, in.size, m.words); err != nil {
		return m.f.wrong(err.Error())
	}
	err = m.write(with)
	m.progress.end(m.done, m.written, m.refused, in.n)
	switch {
	case errors.Is(err, errNothing):
		return exitFindings
	case err != nil:
		return a.fail(m.file, err)
	case m.refused > 0:
		return exitFindings
	}
	return exitOK
}

// readPractice reads the file of -practice.
func (m *making) readPractice() (*claim837.Practice, error) {
	src, err := m.f.a.open(m.f.practice)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	text, err := io.ReadAll(io.LimitReader(src, maxEncounter+1))
	if err == nil && len(text) > maxEncounter {
		err = errors.New("the practice is too long")
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	m.practice = sum[:]
	p := new(claim837.Practice)
	return p, jsonx.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), p)
}

// practiceFound tells what is found about the practice; ok is false when it
// cannot be used.
func (m *making) practiceFound(found []x12.Issue) (ok bool) {
	ok = true
	for _, i := range found {
		fmt.Fprintf(m.f.a.stderr, "%s: %s\n", m.f.practice, m.text(i))
		ok = ok && i.Severity != x12.Error
	}
	return ok
}

// write makes the file and the manifest: there are both, or none.
func (m *making) write(with maker) error {
	var files atomicfile.Batch
	defer files.Discard()
	w, direct, err := m.f.create(&files)
	if err != nil {
		return err
	}
	if m.f.manifest != "" {
		if m.manifest, err = files.Create(m.f.manifest); err != nil {
			return err
		}
	}
	fill := m.objects
	if m.f.allOrNothing && direct {
		fill = m.spool
	}
	if err := fill(w, with); err != nil {
		return err
	}
	return files.Commit()
}

// spool keeps the file back until it is whole.
func (m *making) spool(w io.Writer, with maker) error {
	f, err := atomicfile.NewScratch()
	if err != nil {
		return err
	}
	defer f.Close()
	if err := m.objects(f, with); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return err
}

// objects makes records of the objects of the stream.
func (m *making) objects(w io.Writer, with maker) error {
	m.dst = w
	in := newEncounters(m.in, m.words)
	for {
		raw, line, err := in.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		m.done++
		if err := with.arrive(raw, place{n: m.done, line: line}); err != nil {
			return err
		}
		m.tick()
	}
	if err := m.in.whole(); err != nil {
		return err
	}
	if err := with.finish(); err != nil {
		return err
	}
	m.summary()
	if m.done != m.written+m.refused {
		return fmt.Errorf("%d %s were read, but %d written and %d refused; report this as a bug", m.done, m.words.ins, m.written, m.refused)
	}
	if m.written == 0 || (m.f.allOrNothing && m.refused > 0) {
		if m.done == 0 {
			fmt.Fprintf(m.f.a.stderr, "claimwire %s: %s: there are no %s\n", m.f.a.cmd.name, m.file, m.words.ins)
		}
		return errNothing
	}
	return with.close()
}

// tick shows how far the run is.
func (m *making) tick() { m.progress.tell(m.done, m.written, m.refused, m.in.n) }

func (m *making) summary() {
	m.progress.clear()
	name := m.f.a.cmd.name
	if m.refused > 0 {
		fmt.Fprintf(m.f.a.stderr, "claimwire %s: %d of %d %s refused\n", name, m.refused, m.done, m.words.ins)
	}
	if m.folded > 0 && !m.f.folds {
		fmt.Fprintf(m.f.a.stderr, "claimwire %s: texts brought into the character set: %d; -folds names them\n", name, m.folded)
	}
}

// decode reads an object into v; ok is false when it was refused.
func (m *making) decode(raw []byte, v any, id *string, at *place) (ok bool) {
	err := jsonx.Unmarshal(raw, v)
	at.id = *id
	if err == nil {
		return true
	}
	bad := (*jsonx.Error)(nil)
	path, reason := "", err.Error()
	if errors.As(err, &bad) {
		path, reason = bad.Path, bad.Reason
	}
	m.refuse(*at, own(codeBadJSON, path, reason+"; see claimwire schema "+m.words.schema))
	return false
}

// refuse leaves an object out.
func (m *making) refuse(at place, i x12.Issue) error {
	m.tell(at, i)
	m.refused++
	return nil
}

// duplicate reports whether the id came before, as it stands in the file.
func (m *making) duplicate(id string) bool {
	folded, _ := x12.FoldText(id, m.charset)
	sum := sha256.Sum256([]byte(strings.TrimSpace(folded)))
	key := [16]byte(sum[:16])
	_, twice := m.seen[key]
	m.seen[key] = struct{}{}
	return twice && id != ""
}

// row writes a line of the manifest.
func (m *making) row(v any) error {
	line, err := jsonx.Marshal(v)
	if err == nil {
		_, err = m.manifest.Write(append(line, '\n'))
	}
	return err
}
