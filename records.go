// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/x12"
)

// JSONOptions say how ToJSON reads a file; the zero value is the default.
type JSONOptions struct {
	Reader ReaderOptions // its Reuse does not matter
	// Source is what records call the file, their key "file".
	Source string
}

// ToJSON reads a file of any mix of transaction sets and writes its records as JSON,
// one a line: see "JSON records" in the documentation of the package. What could not
// be read as it should be, and a trailer that is missing, is reported to
// o.Reader.OnIssue. The error is that of the source or of the destination; the
// records before it are written. Nil options are the defaults.
func ToJSON(dst io.Writer, src io.Reader, o *JSONOptions) error {
	var opt JSONOptions
	if o != nil {
		opt = *o
	}
	opt.Reader.Reuse = true
	w := NewRecordWriter(dst, opt.Source)
	var ends trailers
	var failed error
	for it, err := range NewReader(src, &opt.Reader).Items() {
		if err == nil {
			if issue, ok := ends.missing(it); ok && opt.Reader.OnIssue != nil {
				opt.Reader.OnIssue(issue)
			}
			err = w.Write(it)
		}
		if err != nil {
			failed = err
			break
		}
	}
	return errors.Join(failed, w.Close())
}

// FromJSON writes the file that ToJSON made records of: what Recode makes of it,
// byte for byte. Amounts and the like may be changed in between; the first record of
// each interchange, group and set must stay, since it has what stands around the
// others. The records of several files become one file after the other. onIssue,
// which may be nil, is told of every correction. The error names the record, and
// nothing that it holds.
func FromJSON(dst io.Writer, src io.Reader, onIssue func(x12.Issue)) error {
	if src == nil {
		return errors.New("claimwire: there is no source; give an io.Reader that is not nil")
	}
	e := new(replayer)
	e.out = NewRecodeWriter(dst, func(i x12.Issue) {
		if onIssue != nil && (!e.implied || i.Code != x12.CodeCountCorrected) {
			onIssue(i)
		}
	})
	in := newRecordReader(bufio.NewReaderSize(src, 64<<10))
	for {
		rec, err := in.next(e)
		if err == io.EOF {
			break
		}
		if err == nil {
			err = e.record(rec)
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", in.n, err)
		}
	}
	if err := e.end(); err != nil {
		return err
	}
	return e.out.Close()
}

// trailers finds those that are missing. A fragment needs none around its sets.
type trailers struct {
	fragment bool
	after    int64 // offset of the last record that came
}

func (t *trailers) missing(it *Item) (issue x12.Issue, ok bool) {
	t.after = max(t.after, it.Position.Offset)
	tag, code := "", x12.IssueCode("")
	switch {
	case it.Kind == x12.InterchangeBegin:
		t.fragment = it.Interchange.Fragment
	case it.Trailer != nil:
	case it.Kind == x12.SetEnd:
		tag, code = "SE", x12.CodeMissingSE
	case it.Kind == x12.GroupEnd && !t.fragment:
		tag, code = "GE", x12.CodeMissingGE
	case it.Kind == x12.InterchangeEnd && !t.fragment:
		tag, code = "IEA", x12.CodeMissingIEA
	}
	if code == "" {
		return issue, false
	}
	p := it.Position
	return x12.NewIssue(code, x12.Position{Offset: t.after, Interchange: p.Interchange, Group: p.Group, Set: p.Set, Tag: tag}, ""), true
}
