// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// run is what claims and inquiries have in common.
type run struct {
	ctx      context.Context
	o        Options
	noun     noun
	in       *source
	dst      io.Writer
	manifest io.Writer // nil for none
	numbers  *numbers
	seen     map[[16]byte]struct{} // hashes of the ids
	result   Result
}

// begin returns a run. Its options have no zero value that means something else.
func begin(ctx context.Context, n noun, maxPerSet int, o *Options) *run {
	r := &run{ctx: ctx, noun: n, seen: map[[16]byte]struct{}{}}
	if ctx == nil {
		r.ctx = context.Background()
	}
	if o != nil {
		r.o = *o
	}
	if r.o.Now.IsZero() {
		r.o.Now = time.Now()
	}
	if r.o.MaxPerSet <= 0 {
		r.o.MaxPerSet = maxPerSet
	}
	return r
}

// practiceFound reports what is found about the practice.
func (r *run) practiceFound(found []x12.Issue) error {
	var err error
	for _, i := range found {
		r.report(Record{}, i)
		if i.Severity == x12.Error && err == nil {
			err = &PracticeError{i}
		}
	}
	return err
}

// source begins the reading, when nothing of out stands in its way. What and p are
// what a key for the control numbers is made of.
func (r *run) source(src io.Reader, out *Output, what string, p *encounter.Practice) error {
	if src == nil {
		return errors.New("batch: the source is nil; give it a reader of " + r.noun.many)
	}
	if err := out.check(src); err != nil {
		return err
	}
	in, err := newSource(src, r.o.Control != nil && r.o.Key == "")
	if err != nil {
		return err
	}
	r.in = in
	r.numbers, err = r.o.numbersOf(what, p, in.sum)
	return err
}

// close ends the reading.
func (r *run) close() {
	if r.in != nil {
		r.result.Bytes = r.in.n
		r.in.close()
	}
}

// each takes the records of the source.
func (r *run) each(take func(raw []byte, rec Record) error) error {
	in := newObjects(r.in, r.noun)
	r.progress()
	for {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		raw, line, err := in.next()
		if err == io.EOF {
			return r.in.whole()
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		r.result.Read++
		if err := take(raw, Record{Number: r.result.Read, Line: line}); err != nil {
			return err
		}
		r.progress()
	}
}

// worthIt reports whether there is something to write.
func (r *run) worthIt() error {
	n := &r.result
	switch {
	case n.Read != n.Written+n.Refused:
		return fmt.Errorf("%d %s were read, but %d written and %d refused; report this as a bug", n.Read, r.noun.many, n.Written, n.Refused)
	case n.Written == 0 || r.o.AllOrNothing && n.Refused > 0:
		return ErrNothingWritten
	}
	return nil
}

func (r *run) progress() {
	if r.o.OnProgress != nil {
		n := &r.result
		r.o.OnProgress(Progress{Read: n.Read, Written: n.Written, Refused: n.Refused, Bytes: r.in.n, Size: r.in.size})
	}
}

func (r *run) report(rec Record, i x12.Issue) {
	if i.Code == x12.CodeFolded && rec.Number > 0 {
		r.result.Folded++
	}
	if r.o.OnIssue != nil {
		r.o.OnIssue(rec, i)
	}
}

// decode reads a record into v; ok is false when it was refused.
func (r *run) decode(raw []byte, v any, id *string, rec *Record) (ok bool) {
	err := jsonx.Unmarshal(raw, v)
	rec.ID = *id
	if err == nil {
		return true
	}
	bad := (*jsonx.Error)(nil)
	path, reason := "", err.Error()
	if errors.As(err, &bad) {
		path, reason = bad.Path, bad.Reason
	}
	r.refuse(*rec, own(CodeBadJSON, path, reason))
	return false
}

// own is an issue of the run itself.
func own(code x12.IssueCode, path, detail string) x12.Issue {
	return x12.Issue{Code: code, Severity: x12.Error, Path: path, Detail: detail}
}

// refuse leaves a record out.
func (r *run) refuse(rec Record, issues ...x12.Issue) {
	for _, i := range issues {
		r.report(rec, i)
	}
	r.result.Refused++
}

// twice reports whether the id of a record came before, as it stands in the file,
// and then refuses the record.
func (r *run) twice(rec Record, detail string) bool {
	folded, _ := x12.FoldText(rec.ID, r.o.Charset)
	sum := sha256.Sum256([]byte(strings.TrimSpace(folded)))
	key := [16]byte(sum[:16])
	_, twice := r.seen[key]
	r.seen[key] = struct{}{}
	if !twice || rec.ID == "" {
		return false
	}
	r.result.Duplicates++
	r.refuse(rec, own(CodeDuplicate, "id", detail))
	return true
}

// row writes a line of the manifest.
func (r *run) row(v any) error {
	if r.manifest == nil {
		return nil
	}
	line, err := jsonx.Marshal(v)
	if err == nil {
		_, err = r.manifest.Write(append(line, '\n'))
	}
	return err
}

// next reserves the numbers of an interchange and its first group.
func (r *run) next() (interchange int64, group string, err error) {
	interchange, err = r.numbers.next(r.ctx, x12.ControlInterchange)
	if err != nil {
		return 0, "", err
	}
	r.result.Interchanges.add(fmt.Sprintf("%09d", interchange))
	group, err = r.nextGroup()
	return interchange, group, err
}

// nextGroup reserves the number of a group.
func (r *run) nextGroup() (string, error) {
	n, err := r.numbers.next(r.ctx, x12.ControlGroup)
	if err != nil {
		return "", err
	}
	control := fmt.Sprint(n)
	r.result.Groups.add(control)
	return control, nil
}

// addressed sees to it that a record's own practice sends to where the file goes:
// env is its envelope, and fileFor that of the file, made by the first.
func addressed[E any](fileFor **E, env E, found []x12.Issue) (x12.Issue, bool) {
	for _, i := range found {
		if i.Severity == x12.Error {
			return i, false
		}
	}
	if *fileFor == nil {
		*fileFor = &env
		return x12.Issue{}, true
	}
	if !reflect.DeepEqual(&env, *fileFor) {
		return own(CodeOtherInterchange, "practice",
			"the practice sends to another interchange, receiver or submitter than the file; build a file of its own"), false
	}
	return x12.Issue{}, true
}
