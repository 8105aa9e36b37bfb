// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// Builder.Write writes and finds what Inquiry and InquiryWriter.Write do, whatever
// came before in the set, and whether the writer agrees with the Builder or not.
func TestBuilderWrite(t *testing.T) {
	var requests []Request
	for _, text := range fullRequests {
		var r Request
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatal(err)
		}
		for _, change := range []func(*Request){
			func(*Request) {},
			func(r *Request) { r.Subscriber.LastName = "Mu\u00f1oz" },
			func(r *Request) { r.Subscriber.LastName = "A*B" },
			func(r *Request) { r.Subscriber.LastName = "\u65e5\u672c" },
			func(r *Request) { r.Subscriber.LastName = "A|B" },
			func(r *Request) { r.ID = "small letters" },
			func(r *Request) { r.MemberID = "" },
			func(r *Request) { r.MemberID = "m55" },
			func(r *Request) { r.Payer.ID = "m1" }, // of a level that is not written again
			func(r *Request) { r.Payer.ID, r.ID = "m1", r.ID+"2" },
		} {
			with := r
			change(&with)
			requests = append(requests, with, r)
		}
	}
	p := readJSON[Practice](t, "practice")
	bar := x12.Delimiters{Element: '|', Component: '>', Repetition: '!', Segment: '\''}
	strict := NewRuleSet()
	strict.Limit(3)
	agreed := 0
	for name, v := range map[string]struct {
		b BuilderOptions
		w WriterOptions
		d x12.Delimiters
	}{
		"alike":               {w: WriterOptions{X12: x12.WriterOptions{Fold: true}}},
		"small sets":          {w: WriterOptions{X12: x12.WriterOptions{Fold: true}, MaxPatients: 3}},
		"crowded sets":        {w: WriterOptions{X12: x12.WriterOptions{Fold: true}, MaxPatients: 500}},
		"the basic set":       {b: BuilderOptions{Charset: x12.Basic}, w: WriterOptions{X12: x12.WriterOptions{Fold: true, Charset: x12.Basic}}},
		"the same rules":      {b: BuilderOptions{Rules: strict}, w: WriterOptions{X12: x12.WriterOptions{Fold: true}, Rules: strict}},
		"rules of the writer": {w: WriterOptions{X12: x12.WriterOptions{Fold: true}, Rules: strict}},
		"no folding":          {},
		"other delimiters":    {w: WriterOptions{X12: x12.WriterOptions{Fold: true}}, d: bar},
	} {
		v.b.Now = noon
		b := NewBuilder(&p, &v.b)
		type outcome struct {
			built          bool
			found, refused []x12.Issue
		}
		file := func(write func(w *InquiryWriter, r *Request) (*Inquiry, []x12.Issue, error)) (out []byte, all []outcome, late []x12.Issue) {
			env, issues := p.Envelope(noon)
			if len(issues) > 0 {
				t.Fatal(issues)
			}
			env.Interchange.Delimiters = v.d
			o := v.w
			o.OnIssue = func(i x12.Issue) {
				if i.Code == x12.CodeFolded || i.Code == "270-09" {
					late = append(late, i)
				}
			}
			var dst bytes.Buffer
			w := NewInquiryWriter(&dst, &env, &o)
			if w.w.agrees(b) {
				agreed++
			}
			for k := range requests {
				q, found, err := write(w, &requests[k])
				refused := (*RefusedError)(nil)
				switch {
				case errors.As(err, &refused):
					refused.Issues = slices.DeleteFunc(refused.Issues, func(i x12.Issue) bool { return i.Severity != x12.Error })
					all = append(all, outcome{false, found, refused.Issues})
				case err != nil:
					t.Fatal(err)
				default:
					all = append(all, outcome{q != nil, found, nil})
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			return dst.Bytes(), all, late
		}
		want, outcomes, late := file(func(w *InquiryWriter, r *Request) (*Inquiry, []x12.Issue, error) {
			q, found := b.Inquiry(r)
			if q == nil {
				return nil, found, nil
			}
			return q, found, w.Write(q)
		})
		got, same, alike := file(b.Write)
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %s", name, testkit.FirstDifference(want, got))
		}
		if !reflect.DeepEqual(late, alike) {
			t.Errorf("%s: late issues: %v, want %v", name, alike, late)
		}
		built := 0
		for k := range outcomes {
			if outcomes[k].built {
				built++
			}
			if !reflect.DeepEqual(outcomes[k], same[k]) {
				t.Errorf("%s, request %d: %+v, want %+v", name, k, same[k], outcomes[k])
			}
		}
		if built == 0 || built == len(outcomes) || len(want) == 0 {
			t.Errorf("%s: %d of %d requests are built", name, built, len(outcomes))
		}
	}
	if agreed != 2*5 {
		t.Errorf("%d writers agree with their Builder", agreed)
	}
}
