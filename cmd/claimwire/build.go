package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/atomicfile"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

var buildCommand = &command{
	name: "build", usage: "[flags] ENCOUNTERS", summary: "Build a file of claims (837P, 837I, 837D) of coded encounters",
	detail: `
ENCOUNTERS is a JSON array, or objects one a line; claimwire schema encounter
says what they hold. A bad encounter is named on the standard error and skipped;
the rest is written, and the exit status is 1. Without any good one there is no
file. Each kind of claim, professional, institutional or dental, has a functional
group of its own, in the order in which their first encounters come. With -control the numbers of interchange and group come from that file and
go on from run to run; without it they are 1. The same input, control numbers and
-now make the same bytes, and a run repeated with the same -now over the same
files gets the same numbers again.
`,
	run: build,
}

// buildFlags are those of build alone.
type buildFlags struct {
	*flags
	practice, control, now, charset, manifest, progress string
	maxClaims                                           int
	allOrNothing, folds                                 bool
}

func build(a *app, args []string) int {
	f := &buildFlags{flags: a.flags()}
	f.writing()
	f.telling()
	f.StringVar(&f.practice, "practice", "", "JSON `FILE` of the practice, unless every encounter has its own")
	f.StringVar(&f.control, "control", "", "`FILE` that control numbers come from")
	f.StringVar(&f.now, "now", "", "clock of the run, `RFC3339` (default the system's)")
	f.StringVar(&f.charset, "charset", "basic", "`basic` or extended: the characters that text may hold")
	f.IntVar(&f.maxClaims, "max-claims", claim837.DefaultMaxClaims, "claims in one transaction set, at most `N`")
	f.StringVar(&f.manifest, "manifest", "", "write which claim went where to `FILE`, one JSON object a claim")
	f.StringVar(&f.progress, "progress", "auto", "`auto`, plain or none")
	f.BoolVar(&f.allOrNothing, "all-or-nothing", false, "write nothing if an encounter is refused")
	f.BoolVar(&f.folds, "folds", false, "name every text that was brought into the character set")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	b, err := newBuilding(f, files[0])
	if err != nil {
		return f.wrong(err.Error())
	}
	if f.practice != "" {
		if err := b.readPractice(); err != nil {
			return a.fail(f.practice, err)
		}
		if b.usePractice(b.practice) == exitFailed {
			return exitFailed
		}
	}
	src, err := a.open(files[0])
	if err != nil {
		return a.fail(files[0], err)
	}
	defer src.Close()
	if info, ok := src.(*os.File); ok {
		if st, err := info.Stat(); err == nil && st.Mode().IsRegular() {
			b.size = st.Size()
		}
	}
	if b.progress, err = newProgress(f.progress, a.stderr, b.size); err != nil {
		return f.wrong(err.Error())
	}
	err = b.write(src)
	b.progress.end(b.done, b.written, b.refused, b.read.n)
	switch {
	case errors.Is(err, errNothing):
		return exitFindings
	case err != nil:
		return a.fail(files[0], err)
	case b.refused > 0:
		return exitFindings
	}
	return exitOK
}

// errNothing ends a run that leaves no file: the findings were told.
var errNothing = errors.New("no encounter could be billed")

// building is one run of build.
type building struct {
	f        *buildFlags
	file     string
	now      time.Time
	charset  x12.Charset
	progress *progress
	size     int64
	read     counter

	practice *claim837.Practice
	fileFor  *claim837.Envelope // as the practice gives it
	builder  *claim837.Builder
	out      *claim837.Writer
	dst      io.Writer
	manifest io.Writer
	seen     map[[16]byte]struct{} // hashes of the claim ids
	kind     claim837.Kind         // of the first encounter; 0 before it
	later    spools                // those of other kinds
	at       func(x12.Issue)       // tells of the claim that is being written

	done, written, refused, folded int
}

func newBuilding(f *buildFlags, file string) (*building, error) {
	b := &building{f: f, file: file, now: time.Now(), seen: map[[16]byte]struct{}{}}
	switch f.charset {
	case "basic":
	case "extended":
		b.charset = x12.Extended
	default:
		return nil, errors.New("-charset is basic or extended")
	}
	if f.now != "" {
		t, err := time.Parse(time.RFC3339, f.now)
		if err != nil {
			return nil, errors.New("-now is a time like 2026-01-31T09:00:00Z")
		}
		b.now = t
	}
	if f.maxClaims < 1 {
		return nil, errors.New("-max-claims must be above zero")
	}
	b.builder = claim837.NewBuilder(nil, b.options())
	return b, nil
}

func (b *building) options() *claim837.BuilderOptions {
	return &claim837.BuilderOptions{Today: x12.DateOf(b.now)}
}

func (b *building) readPractice() error {
	src, err := b.f.a.open(b.f.practice)
	if err != nil {
		return err
	}
	defer src.Close()
	text, err := io.ReadAll(io.LimitReader(src, maxEncounter+1))
	if err == nil && len(text) > maxEncounter {
		err = errors.New("the practice is too long")
	}
	if err != nil {
		return err
	}
	b.practice = new(claim837.Practice)
	return jsonx.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), b.practice)
}

// usePractice makes the envelope of the file.
func (b *building) usePractice(p *claim837.Practice) int {
	env, found := p.Envelope(b.now)
	status := exitOK
	for _, i := range found {
		fmt.Fprintf(b.f.a.stderr, "%s: %s\n", b.f.practice, b.text(i))
		if i.Severity == x12.Error {
			status = exitFailed
		}
	}
	if status == exitOK {
		b.fileFor = &env
		b.builder = claim837.NewBuilder(p, b.options())
	}
	return status
}

// write makes the manifest around the file, so that there are both or none.
func (b *building) write(src io.Reader) error {
	if b.f.manifest == "" {
		return b.writeFile(src)
	}
	return atomicfile.WriteFile(b.f.manifest, func(w io.Writer) error {
		b.manifest = w
		return b.writeFile(src)
	})
}

func (b *building) writeFile(src io.Reader) error {
	if b.f.allOrNothing && (b.f.output == "" || b.f.output == "-") {
		return b.spool(src)
	}
	return b.f.write(func(w io.Writer) error { return b.encounters(src, w) })
}

// spool keeps the file back until it is whole.
func (b *building) spool(src io.Reader) error {
	f, err := os.CreateTemp("", "claimwire-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := b.encounters(src, f); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(b.f.a.stdout, f)
	return err
}

// encounters builds the claims of the stream.
func (b *building) encounters(src io.Reader, w io.Writer) error {
	defer b.later.close()
	b.dst = w
	b.read.r = src
	in := newEncounters(&b.read)
	for {
		raw, line, err := in.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		b.done++
		if err := b.arrive(raw, place{n: b.done, line: line}); err != nil {
			return err
		}
		b.progress.tell(b.done, b.written, b.refused, b.read.n)
	}
	if err := b.later.each(b.bill); err != nil {
		return err
	}
	b.summary()
	if b.written == 0 || (b.f.allOrNothing && b.refused > 0) {
		if b.done == 0 {
			fmt.Fprintf(b.f.a.stderr, "claimwire build: %s: there are no encounters\n", b.file)
		}
		return errNothing
	}
	return b.out.Close()
}

func (b *building) summary() {
	b.progress.clear()
	if b.refused > 0 {
		fmt.Fprintf(b.f.a.stderr, "claimwire build: %d of %d encounters refused\n", b.refused, b.done)
	}
	if b.folded > 0 && !b.f.folds {
		fmt.Fprintf(b.f.a.stderr, "claimwire build: texts brought into the %s character set: %d; -folds names them\n", b.f.charset, b.folded)
	}
}

// open begins the file, when the first claim is there.
func (b *building) open() error {
	var numbers x12.ControlNumbers = x12.NewMemoryControlNumbers()
	key := "build"
	if b.f.control != "" {
		file, err := x12.OpenControlFile(b.f.control)
		if err != nil {
			return err
		}
		numbers = file
		if key, err = b.key(); err != nil {
			return err
		}
	}
	groups := 0
	reserve := func(kind x12.ControlKind, key string) (int64, error) {
		return numbers.Reserve(context.Background(), kind, key, 1)
	}
	ic, err := reserve(x12.ControlInterchange, key)
	if err != nil {
		return err
	}
	nextGroup := func() (string, error) {
		if groups++; groups > 1 {
			key = fmt.Sprintf("%s group %d", key, groups)
		}
		n, err := reserve(x12.ControlGroup, key)
		return fmt.Sprint(n), err
	}
	group, err := nextGroup()
	if err != nil {
		return err
	}
	env := *b.fileFor
	env.Interchange.Control = fmt.Sprintf("%09d", ic)
	env.Group.Control = group
	env.Submission.Reference = fmt.Sprint(ic)
	judged := claim837.NewRuleSet()
	judged.Limit(0) // by the builder
	b.out = claim837.NewWriter(b.dst, &env, &claim837.WriterOptions{
		X12:       x12.WriterOptions{Charset: b.charset, Fold: true},
		MaxClaims: b.f.maxClaims, NextGroup: nextGroup, Rules: judged, OnIssue: b.note,
	})
	return nil
}

// key names the run for the control file: the same input and clock get the same
// numbers again. A stream cannot be read twice, and each gets new ones.
func (b *building) key() (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %d %t\n", b.now.UTC().Format(time.RFC3339Nano), b.f.charset, b.f.maxClaims, b.f.allOrNothing)
	if b.size == 0 {
		fmt.Fprintln(h, os.Getpid(), time.Now().UnixNano())
	}
	for _, name := range []string{b.f.practice, b.file} {
		if name == "" || name == "-" {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		n, err := io.Copy(h, f)
		f.Close()
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, n)
	}
	return "build " + hex.EncodeToString(h.Sum(nil)[:16]), nil
}
