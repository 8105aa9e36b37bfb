// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"errors"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Options say how to make a file; the zero value is the default.
type Options struct {
	// Control gives the control numbers of interchanges and groups; nil counts from
	// 1, which is for tests.
	Control x12.ControlNumbers
	// Key names the run to Control: the same Key gets the same numbers again. Empty
	// means a key made of the source, which is read to its end for it before the
	// first record is taken, the practice, Now, and those of these options that change
	// what is made; rule sets count by the ids of their rules.
	Key string
	// Now is when the file is made; zero means the time of the call.
	Now time.Time
	// Charset has the characters that the file may hold.
	Charset x12.Charset
	// AllOrNothing writes nothing when one record is refused.
	AllOrNothing bool
	// MaxPerSet is how many claims or patients a transaction set holds; 0 means
	// claim837.DefaultMaxClaims or eligibility270.DefaultMaxPatients.
	MaxPerSet int
	// ClaimRules are those that a claim must meet; nil means those of
	// claim837.NewRuleSet. InquiryRules are those of inquiries.
	ClaimRules   *claim837.RuleSet
	InquiryRules *eligibility270.RuleSet
	// RealTime gives each inquiry an interchange of its own.
	RealTime bool
	// OnIssue, if not nil, is called with each issue about a record, and with those
	// about the practice, whose Record is zero. x12.CodeFolded, of severity info, says
	// that José became JOSE.
	OnIssue func(Record, x12.Issue)
	// OnProgress, if not nil, is called before the first record and after each.
	OnProgress func(Progress)
}

// Record is where a record stands in the source.
type Record struct {
	Number int    // from 1; 0 for the practice
	Line   int    // on which it begins, from 1
	ID     string // as the record has it; empty when it could not be read
}

// Progress is how far a run is.
type Progress struct {
	Read, Written, Refused int   // records
	Bytes                  int64 // of the source
	Size                   int64 // of the source in all; 0 = not known
}

// Result is what a run did. After an error it says how far the run came: what was
// written by then is not in a File of the Output.
type Result struct {
	Read       int   // records of the source
	Written    int   // claims or inquiries
	Refused    int   // records that were left out
	Duplicates int   // of those, for an id that came before
	Folded     int   // texts that were brought into the character set
	Bytes      int64 // of the source

	Kinds        map[claim837.Kind]int // claims written of each kind; nil for inquiries
	Charge       decimal.Decimal       // of all claims written
	Interchanges Numbers
	Groups       Numbers
	Notes        []Note // that hold for many records, in the order in which they came
}

// Numbers are control numbers that a run took. The manifest has every one.
type Numbers struct {
	Count       int
	First, Last string
}

// add counts a number that was taken.
func (n *Numbers) add(control string) {
	if n.Count++; n.Count == 1 {
		n.First = control
	}
	n.Last = control
}

// Note is an issue of severity info and of how many records it was found. It keeps
// no record back, and OnIssue is not called with it.
type Note struct {
	x12.Issue
	Count int
}

// Codes of issues about a record besides those of the builders.
const (
	CodeBadJSON          x12.IssueCode = "bad-json"          // not the JSON of such a record
	CodeDuplicate        x12.IssueCode = "duplicate-id"      // a record before it has the same id
	CodeOtherInterchange x12.IssueCode = "other-interchange" // its own practice sends to elsewhere than the file
)

// ErrNothingWritten is the error of a run that came to its end and leaves no file:
// there were no records, all were refused, or one was with AllOrNothing.
var ErrNothingWritten = errors.New("batch: nothing was written: there is no record, or too many are refused; see the issues")

// PracticeError is the error of a practice that no file can be made of.
type PracticeError struct {
	Issue x12.Issue // the first of severity error
}

// Error names the issue, without its value.
func (e *PracticeError) Error() string {
	text := e.Issue.Detail
	if e.Issue.Path != "" {
		text = e.Issue.Path + ": " + text
	}
	return "batch: the practice cannot be used: " + text
}
