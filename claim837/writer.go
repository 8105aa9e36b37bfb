// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"errors"
	"io"
	"strings"

	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// DefaultMaxClaims is how many claims a Writer puts into one set.
const DefaultMaxClaims = 5000

// maxUnder is how many claims the guide allows under one subscriber or patient.
const maxUnder = 100

// Envelope is what stands around the claims of a file.
type Envelope struct {
	Interchange x12.Interchange
	// Group is the first functional group. Its Version is the implementation guide
	// of claims of that kind, for choosing another erratum than Kind.Guide names;
	// empty is right for all. Groups after the first have the next control numbers.
	Group x12.Group
	// Set is the first set: Control is a number, and those after it count up in
	// the whole file. Convention is the guide as Group.Version is.
	Set        x12.Set
	Submission Submission // of every set; from the second set on Reference has "-2", "-3" …
}

// WriterOptions say how to write claims; the zero value is the default.
type WriterOptions struct {
	X12 x12.WriterOptions
	// MaxClaims is how many claims a set holds; 0 means DefaultMaxClaims.
	MaxClaims int
	// NextGroup returns the control number of each functional group after the
	// first; nil counts up.
	NextGroup func() (string, error)
	// Rules are the billing rules that a claim must meet; nil means those of
	// NewRuleSet, and NoRules none.
	Rules *RuleSet
	// Unchecked writes claims without validating them, for test harnesses.
	Unchecked bool
	// OnIssue is told of findings that do not stop a claim.
	OnIssue func(x12.Issue)
}

// Writer builds a file of claims in canonical form: it numbers HL and LX, counts
// segments, trims numbers, and checks each claim by the rules and by the guide
// before it stands in the file. A claim with errors is refused, and the Writer
// goes on without it. A claim of another kind than the one before ends the
// functional group and begins one of its own guide: claims that come kind by kind
// make a group a kind.
type Writer struct {
	b   *stream.Builder
	o   WriterOptions
	env Envelope

	head Submission

	state                     writerState
	subscriber, patient       []byte // what the last ones were written as
	newSubscriber, newPatient []byte
}

// writerState is what a refused claim puts back.
type writerState struct {
	claims     int // in the set
	under      int // below the last subscriber or patient
	hl         int
	billingHL  int
	subHL      int
	billing    *BillingProvider
	sub        *Subscriber
	pat        *Patient
	billingAt  At // of billing, sub and pat, whose memory a Reader may reuse
	subAt      At
	patAt      At
	hasPatient bool
	remarked   bool // the guide has something to say of contexts in the set
}

// RefusedError says why a claim was not written.
type RefusedError struct {
	Issues []x12.Issue // with at least one of severity error
}

// Error names the first finding of severity error, no data of the claim.
func (e *RefusedError) Error() string { return stream.Refusal("claim837", "claim", e.Issues) }

// NewWriter returns a Writer to dst; nil options are the defaults.
func NewWriter(dst io.Writer, env *Envelope, o *WriterOptions) *Writer {
	w := new(Writer)
	if env != nil {
		w.env = *env
	}
	if o != nil {
		w.o = *o
	}
	if w.o.MaxClaims <= 0 {
		w.o.MaxClaims = DefaultMaxClaims
	}
	w.b = stream.NewBuilder(dst, "claim837", w.o.X12)
	if env == nil {
		w.b.Break(errors.New("claim837: the Envelope is nil; give NewWriter one, such as that of Practice.Envelope"))
		return w
	}
	if v := w.env.Group.Version; v != "" && KindOf(v) == 0 {
		w.b.Break(errors.New("claim837: Envelope.Group.Version names no guide that claims can be written by; leave it empty, or take that of a Kind"))
		return w
	}
	w.env.Set.ID = "837"
	w.b.Prepare(stream.Envelope{Interchange: &w.env.Interchange, Group: w.env.Group, Set: w.env.Set, NextGroup: w.o.NextGroup, Unchecked: w.o.Unchecked})
	return w
}

// version is the implementation guide of a group of claims of the kind.
func (w *Writer) version(k Kind) string {
	if v := w.env.Group.Version; KindOf(v) == k {
		return v
	}
	return k.Guide()
}

// convention is the implementation guide that a set of the kind names.
func (w *Writer) convention(k Kind) string {
	if v := w.env.Set.Convention; v != "" && (KindOf(v) == k || KindOf(v) == 0) {
		return v
	}
	return w.version(k)
}

// Write writes a claim. A *RefusedError names what is wrong with it; nothing of
// it is in the file then, and the next claim can be written. Any other error
// ends the writing.
func (w *Writer) Write(claim *Claim) error {
	if err := w.b.Start(); err != nil {
		return err
	}
	if claim == nil {
		return errors.New("claim837: the claim is nil; give Write a claim")
	}
	if claim.Kind.claimLoop() == nil {
		w.b.Note(issue(CodeKind, "", claim.Kind.String()))
		return w.refused()
	}
	for _, path := range claim.misplaced() {
		w.b.Note(issue(CodeNoPlace, path, ""))
	}
	if !w.o.Unchecked {
		for _, i := range Check(claim, w.o.Rules) {
			w.b.Note(i)
		}
	}
	if ok, err := w.try(claim, false); err != nil {
		return err
	} else if !ok {
		return w.refused()
	}
	w.tell()
	return nil
}

// try writes a claim unless an issue stops it; any issue does for one that must be
// clean, but that text was folded.
func (w *Writer) try(claim *Claim, clean bool) (ok bool, err error) {
	before, n, put := w.state, len(w.b.Found()), func() { w.put(claim) }
	if clean {
		ok, err = w.b.TryClean(put)
	} else {
		ok, err = w.b.Try(put)
	}
	if err != nil {
		return false, err
	}
	if !ok {
		w.state = before
		return false, nil
	}
	w.subscriber, w.newSubscriber = stream.Newest(w.subscriber, w.newSubscriber)
	w.patient, w.newPatient = stream.Newest(w.patient, w.newPatient)
	for _, i := range w.b.Found()[n:] {
		w.state.remarked = w.state.remarked || i.Code != x12.CodeFolded && !strings.HasPrefix(i.Loop, "23") && !strings.HasPrefix(i.Loop, "24")
	}
	return true, nil
}

// agrees reports whether these are the rules and the character set that the Writer
// checks claims of a kind by, and the guide its own.
func (w *Writer) agrees(k Kind, rules *RuleSet, set x12.Charset) bool {
	return !w.o.Unchecked && w.o.Rules == rules && stream.Agrees(&w.o.X12, w.env.Interchange.Delimiters, set) && w.version(k) == k.Guide()
}

// writeBuilt writes a claim that was just built and checked by what it agrees with: that all its
// fields have a place and that it meets the rules is known. One that must be clean
// is left to be written again when there is something to say of it, or of contexts
// that it may share with others.
func (w *Writer) writeBuilt(claim *Claim, clean bool) (ok bool, err error) {
	if err := w.b.Start(); err != nil {
		return false, err
	}
	if clean && w.state.remarked {
		return false, nil
	}
	ok, err = w.try(claim, clean)
	switch {
	case err != nil:
		return false, err
	case ok:
		w.tell()
	case !clean:
		return false, w.refused()
	}
	return ok, nil
}

// tell tells of what was found about a claim that was written.
func (w *Writer) tell() {
	if w.o.OnIssue != nil {
		for _, i := range w.b.Found() {
			w.o.OnIssue(i)
		}
	}
}

func (w *Writer) refused() error {
	return &RefusedError{Issues: append([]x12.Issue(nil), w.b.Found()...)}
}

// Placement says where the claim that was written last stands, so that an
// acknowledgement finds its way back.
type Placement struct {
	Interchange string // ISA13
	Group       string // GS06
	Set         string // ST02
}

// Placement returns where the claim that was written last stands.
func (w *Writer) Placement() Placement {
	interchange, group, set := w.b.Controls()
	return Placement{interchange, group, set}
}

// Close ends the set, the group and the interchange. A Writer to which no claim
// was written writes nothing.
func (w *Writer) Close() error { return w.b.Close() }
