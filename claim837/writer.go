package claim837

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
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
	// Rules are the billing rules that a claim must meet; nil means those that
	// are on by default.
	Rules *RuleSet
	// Unjudged writes claims without judging them, for test harnesses.
	Unjudged bool
	// OnIssue is told of findings that do not stop a claim.
	OnIssue func(x12.Issue)
}

// Writer builds a file of claims in canonical form: it numbers HL and LX, counts
// segments, trims numbers, and judges each claim by the rules and by the guide
// before it stands in the file. A claim with errors is refused, and the Writer
// goes on without it. A claim of another kind than the one before ends the
// functional group and begins one of its own guide: claims that come kind by kind
// make a group a kind.
type Writer struct {
	o      WriterOptions
	env    Envelope
	x      *x12.Writer
	c      *codec.Codec
	judges [len(kindNames)]*x12.SetJudge // by kind, made when needed; none if Unjudged
	saved  x12.SetState
	err    error

	state  writerState
	found  []x12.Issue // of the claim that is being written
	closed bool

	subscriber, patient       []byte // what the last ones were written as
	newSubscriber, newPatient []byte
	setControl                int64
	setWidth                  int
	groupControls             [2]string // of the last group and the one before it
	groupsBegun               int
}

// writerState is what a refused claim puts back.
type writerState struct {
	kind       Kind // of the group that is open; 0 before the first
	groups     int
	inSet      bool
	sets       int
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
}

// RefusedError says why a claim was not written.
type RefusedError struct {
	Issues []x12.Issue // with at least one of severity error
}

// Error names the first finding of severity error, no data of the claim.
func (e *RefusedError) Error() string {
	n := 0
	for _, i := range e.Issues {
		if i.Severity == x12.Error {
			n++
		}
	}
	s := "claim837: claim refused: " + e.first().Error()
	if n > 1 {
		s += " (and " + strconv.Itoa(n-1) + " more)"
	}
	return s
}

// first returns the first finding of severity error.
func (e *RefusedError) first() error {
	for _, i := range e.Issues {
		if i.Severity == x12.Error {
			return i
		}
	}
	return errors.New("for no reason that is known")
}

// NewWriter returns a Writer to dst; nil options are the defaults.
func NewWriter(dst io.Writer, env *Envelope, o *WriterOptions) *Writer {
	w := &Writer{env: *env}
	if o != nil {
		w.o = *o
	}
	if w.o.MaxClaims <= 0 {
		w.o.MaxClaims = DefaultMaxClaims
	}
	xo := w.o.X12
	xo.OnIssue = w.note
	w.x = x12.NewWriter(dst, &xo)
	w.c = codec.NewWriter(w.x, true)
	w.err = w.prepare()
	return w
}

// prepare reads the envelope.
func (w *Writer) prepare() error {
	if v := w.env.Group.Version; v != "" && KindOf(v) == 0 {
		return errors.New("claim837: Envelope.Group.Version names no guide that claims can be written by; leave it empty, or take that of a Kind")
	}
	if w.env.Set.Control == "" {
		w.env.Set.Control = "0001"
	}
	w.setWidth = len(w.env.Set.Control)
	n, err := strconv.ParseInt(w.env.Set.Control, 10, 64)
	if err != nil || n < 0 || w.setWidth < 4 || w.setWidth > 9 {
		return errors.New("claim837: Envelope.Set.Control is not a number of four to nine digits")
	}
	w.setControl = n
	w.env.Set.ID = "837"
	return nil
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

// judge returns what judges claims of the kind by their guide; nil when nothing
// does.
func (w *Writer) judge(k Kind) *x12.SetJudge {
	if w.judges[k] == nil && k != 0 && !w.o.Unjudged && w.err == nil {
		guide, ok := x12.LookupGuide(w.version(k), w.env.Set.ID)
		if !ok {
			w.err = fmt.Errorf("claim837: there are no tables for the guide %s", w.version(k))
			return nil
		}
		w.judges[k], w.err = x12.NewSetJudge(guide, w.note)
	}
	return w.judges[k]
}

// note takes a finding about the claim that is being written.
func (w *Writer) note(i x12.Issue) {
	if i.Loop == "" && i.Tag != "" {
		i.Loop = w.c.LoopID()
	}
	w.found = append(w.found, i)
}

// Write writes a claim. A *RefusedError names what is wrong with it; nothing of
// it is in the file then, and the next claim can be written. Any other error
// ends the writing.
func (w *Writer) Write(claim *Claim) error {
	if w.err != nil {
		return w.err
	}
	if w.closed {
		return errors.New("claim837: the Writer is closed")
	}
	w.found = w.found[:0]
	if claim.Kind.claimLoop() == nil {
		w.note(buildIssue(CodeKind, "", claim.Kind.String()))
		return w.refused()
	}
	claim.misplaced(func(path string) { w.note(buildIssue(CodeNoPlace, path, "")) })
	if w.errors() {
		return w.refused()
	}
	if !w.o.Unjudged {
		Judge(claim, w.o.Rules, w.note)
		if w.errors() {
			return w.refused()
		}
	}
	before := w.state
	mark := w.x.Hold()
	judge := w.judge(before.kind) // a claim of another kind leaves it alone
	if judge != nil {
		judge.Save(&w.saved)
	}
	w.put(claim)
	if w.err != nil {
		w.x.Rollback(mark)
		return w.err
	}
	if w.errors() {
		w.x.Rollback(mark)
		w.state = before
		if judge != nil {
			judge.Load(&w.saved)
		}
		if err := w.x.Release(); err != nil {
			w.err = err
			return err
		}
		return w.refused()
	}
	w.subscriber, w.newSubscriber = swap(w.subscriber, w.newSubscriber)
	w.patient, w.newPatient = swap(w.patient, w.newPatient)
	w.err = w.x.Release()
	if w.o.OnIssue != nil {
		for _, i := range w.found {
			w.o.OnIssue(i)
		}
	}
	return w.err
}

// swap keeps fresh when it holds something, and the other as spare memory.
func swap(kept, fresh []byte) (a, b []byte) {
	if len(fresh) == 0 {
		return kept, fresh
	}
	return fresh, kept[:0]
}

// errors tells whether a finding stops the claim.
func (w *Writer) errors() bool {
	for i := range w.found {
		if w.found[i].Severity == x12.Error {
			return true
		}
	}
	return false
}

func (w *Writer) refused() error {
	return &RefusedError{Issues: append([]x12.Issue(nil), w.found...)}
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
	return Placement{w.env.Interchange.Control, w.controlOfGroup(w.state.groups), w.control(w.state.sets)}
}

// controlOfGroup is the control number of the n-th group, from 1.
func (w *Writer) controlOfGroup(n int) string {
	if n < 1 {
		return w.env.Group.Control
	}
	return w.groupControls[n%2]
}

// countGroup finds the control number of the n-th group. One that was begun for
// a claim that was refused keeps its number.
func (w *Writer) countGroup(n int) error {
	if n <= w.groupsBegun {
		return nil
	}
	w.groupsBegun = n
	control, err := &w.groupControls[n%2], error(nil)
	switch {
	case n == 1:
		*control = w.env.Group.Control
	case w.o.NextGroup != nil:
		*control, err = w.o.NextGroup()
	default:
		var first int64
		if first, err = strconv.ParseInt(w.env.Group.Control, 10, 64); err != nil {
			return errors.New("claim837: Envelope.Group.Control is no number, so that a second group has none")
		}
		*control = strconv.FormatInt(first+int64(n)-1, 10)
	}
	return err
}

// control is the control number of the n-th set, from 1.
func (w *Writer) control(n int) string {
	s := strconv.FormatInt(w.setControl+int64(n)-1, 10)
	for len(s) < w.setWidth {
		s = "0" + s
	}
	return s
}

// Close ends the set, the group and the interchange. A Writer to which no claim
// was written writes nothing.
func (w *Writer) Close() error {
	if w.closed || w.err != nil {
		return w.err
	}
	w.closed = true
	if w.state.groups == 0 {
		return nil
	}
	w.err = errors.Join(w.endSet(), w.x.EndGroup(), w.x.EndInterchange())
	return w.err
}
