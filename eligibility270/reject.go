// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	_ "embed" // the table of reasons
	"strings"
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// Action is what to do after a rejection.
type Action string

// Actions.
const (
	ActionCorrect Action = "correct" // correct the inquiry, then send it again
	ActionRetry   Action = "retry"   // send the same inquiry again, after Refusal.AfterDays
	ActionStop    Action = "stop"    // do not send it again
)

// Refusal is a Rejection with what is known of it: where it stands, what it
// means and what to do.
type Refusal struct {
	Rejection
	Loop string // 2000A: the payer's system, 2100A: the payer, 2100B: the provider, 2100C and 2100D: the person, 2110C and 2110D: a question
	EB   int    // of loops 2110C and 2110D: which statement, Response.Benefits[EB-1]; else 0

	Action        Action
	AfterDays     int    // with ActionRetry: days to wait
	AnswerFollows bool   // with ActionStop: the answer comes without another inquiry
	Forwarded     bool   // with ActionStop: the inquiry went on to somebody else
	Field         string // what of the inquiry to look at, as in its JSON; empty when nothing is to be corrected or it is not told
	Known         bool   // the reason is in our table
	Words         string // why
	Advice        string // what to do
}

// Person reports whether the refusal is about who the patient is: the person is
// not verified, which says nothing about coverage.
func (f *Refusal) Person() bool { return f.Loop == "2100C" || f.Loop == "2100D" }

// String returns the words for people.
func (f Refusal) String() string { return f.Words + ": " + f.Advice }

//go:embed rejections.tsv
var rejectionTable string

type rejectionKey struct {
	reason x12.Code
	loop   string
}

type rejectionRow struct {
	action Action
	field  string
	words  string
}

var rejectionRows = sync.OnceValue(func() map[rejectionKey]rejectionRow {
	rows := make(map[rejectionKey]rejectionRow)
	for line := range strings.Lines(rejectionTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) == 5 && !strings.HasPrefix(line, "#") {
			rows[rejectionKey{x12.Code(f[0]), f[1]}] = rejectionRow{Action(f[2]), f[3], f[4]}
		}
	}
	return rows
})

// Refusals returns what could not be answered, and why, from the payer's system
// down to single questions.
func (r *Response) Refusals() []Refusal {
	out := refusalsAround(nil, r.Source, r.Receiver, r.Subscriber, r.Dependent)
	loop := "2110C"
	if r.Dependent != nil {
		loop = "2110D"
	}
	for i := range r.Benefits {
		for _, x := range r.Benefits[i].Rejections {
			f := explain(x, loop, r.Dependent != nil)
			f.EB = i + 1
			out = append(out, f)
		}
	}
	return out
}

// Refusals returns the refusals of a step of a stream, which may have no
// patient: the payer's system is down, or the provider may not ask.
func (i *Item) Refusals() []Refusal {
	if i.Response != nil {
		return i.Response.Refusals()
	}
	return refusalsAround(nil, i.Source, i.Receiver, i.Subscriber, i.Dependent)
}

func refusalsAround(out []Refusal, s *Source, rc *Receiver, subscriber, dependent *Member) []Refusal {
	add := func(list []Rejection, loop string) {
		for _, x := range list {
			out = append(out, explain(x, loop, dependent != nil))
		}
	}
	if s != nil {
		add(s.LevelRejections, "2000A")
		add(s.Rejections, "2100A")
	}
	if rc != nil {
		add(rc.Rejections, "2100B")
	}
	if subscriber != nil {
		add(subscriber.Rejections, "2100C")
	}
	if dependent != nil {
		add(dependent.Rejections, "2100D")
	}
	return out
}

// explain says what a rejection means. What the payer says to do (AAA04) goes
// before what is usual for the reason (AAA03); a repetition that the payer allows
// helps only when the reason passes by itself.
func explain(x Rejection, loop string, dependent bool) Refusal {
	f := Refusal{Rejection: x, Loop: loop}
	row, ok := rejectionRows()[rejectionKey{x.Reason, loop}]
	if !ok {
		row, ok = rejectionRows()[rejectionKey{x.Reason, ""}]
	}
	f.Known, f.Words, f.Action = ok, row.words, row.action
	if !ok {
		f.Words, f.Action = "reason "+string(x.Reason)+" is not known", ActionStop
	}
	field := row.field
	if rest, found := strings.CutPrefix(field, "patient"); found {
		// A refusal of the subscriber is about the subscriber, dependent or not.
		if dependent && loop != "2100C" {
			field = "dependent" + rest
		} else {
			field = "subscriber" + rest
		}
	}
	switch x.FollowUp {
	case FollowUpCorrect:
		f.Action = ActionCorrect
	case FollowUpNotAllowed:
		f.Action = ActionStop
	case FollowUpForwarded:
		f.Action, f.Forwarded = ActionStop, true
	case FollowUpAnswerFollows:
		f.Action, f.AnswerFollows = ActionStop, true
	case FollowUpResend:
		f.Action = ActionRetry
	case FollowUpWait30:
		f.Action, f.AfterDays = ActionRetry, 30
	case FollowUpWait10:
		f.Action, f.AfterDays = ActionRetry, 10
	case FollowUpAllowed:
		if f.Action == ActionStop {
			f.Action = ActionCorrect // something must be different the next time
		}
	}
	if f.Action == ActionCorrect || f.Action == ActionStop && !f.AnswerFollows && !f.Forwarded {
		f.Field = field
	}
	f.Advice = f.advice()
	return f
}

func (f *Refusal) advice() string {
	switch {
	case f.AnswerFollows:
		return "do not ask again, the answer will come"
	case f.Forwarded:
		return "do not ask again, the inquiry was sent on"
	case f.Action == ActionCorrect:
		return "correct it and ask again"
	case f.Action == ActionRetry && f.AfterDays == 30:
		return "ask again in 30 days"
	case f.Action == ActionRetry && f.AfterDays == 10:
		return "ask again in 10 days"
	case f.Action == ActionRetry:
		return "ask again later, as it is"
	}
	return "do not ask again this way; call the payer"
}
