// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// manyEncounters are the cases of the Builder, and some of them with texts that a
// file cannot hold, must fold, or holds with a warning.
func manyEncounters(t *testing.T) (out []*Encounter) {
	t.Helper()
	for _, base := range []string{encounterJSON, stayJSON, dentalJSON} {
		for n, c := range allBuildCases[base] {
			e := laidOver(t, base, c.more)
			out = append(out, e)
			with := *e
			switch n % 8 {
			case 0:
				with.Patient.LastName = "Mu\u00f1oz"
			case 1:
				with.Patient.LastName = "A*B"
			case 2:
				with.Patient.LastName = "Mu\u00f1oz" + strings.Repeat("x", 60)
			case 3:
				with.Patient.LastName = "\u65e5\u672c"
			case 4:
				with.ID = "a|b"
			case 5:
				with.ID = "small letters"
			case 6:
				with.ID = ""
			case 7:
				with.Patient.LastName = "A|B"
			}
			out = append(out, &with, e)
		}
	}
	return out
}

// Builder.Write writes and finds what Claim and Writer.Write do, whatever came
// before in the set, and whether the Writer agrees with the Builder or not.
func TestBuilderWrite(t *testing.T) {
	bar := x12.Delimiters{Element: '|', Component: '>', Repetition: '!', Segment: '\''}
	strict := claim837.NewRuleSet()
	if err := strict.SetSeverity("837-SUB-18", x12.Error); err != nil {
		t.Fatal(err)
	}
	agreed := 0
	for name, v := range map[string]struct {
		b BuilderOptions
		w claim837.WriterOptions
		d x12.Delimiters
	}{
		"alike":                {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}}},
		"small sets":           {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}, MaxClaims: 3}},
		"the basic set":        {b: BuilderOptions{Charset: x12.Basic}, w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, Charset: x12.Basic}}},
		"the extended set":     {b: BuilderOptions{Charset: x12.Extended}, w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, Charset: x12.Extended}}},
		"the same rules":       {b: BuilderOptions{Rules: strict}, w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}, Rules: strict}},
		"rules of the Writer":  {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}, Rules: strict}},
		"a set of the Writer":  {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, Charset: x12.Basic}}},
		"no folding":           {w: claim837.WriterOptions{}},
		"other delimiters":     {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}}, d: bar},
		"unchecked":            {w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}, Unchecked: true}},
		"remarks of a context": {b: BuilderOptions{Charset: x12.Basic}, w: claim837.WriterOptions{X12: x12.WriterOptions{Fold: true, Charset: x12.Basic}, MaxClaims: 4}},
	} {
		p := testPractice(t)
		b := NewBuilder(p, &v.b)
		type outcome struct {
			built          bool
			found, refused []x12.Issue
		}
		file := func(write func(w *claim837.Writer, e *Encounter) (*claim837.Claim, []x12.Issue, error)) (out []byte, all []outcome, folds []x12.Issue) {
			var dst bytes.Buffer
			env := envelope()
			env.Interchange.Delimiters = v.d
			o := v.w
			o.OnIssue = func(i x12.Issue) {
				if i.Code == x12.CodeFolded {
					folds = append(folds, i)
				}
			}
			w := claim837.NewWriter(&dst, env, &o)
			if gate.Agrees(w, claim837.Dental, b.rules, b.charset) {
				agreed++
			}
			for _, e := range manyEncounters(t) {
				if name == "remarks of a context" {
					e.Coverages[0].MemberID = "w123" // of a subscriber who is not written again
				}
				c, found, err := write(w, e)
				refused := (*claim837.RefusedError)(nil)
				switch {
				case errors.As(err, &refused):
					refused.Issues = slices.DeleteFunc(refused.Issues, func(i x12.Issue) bool { return i.Severity != x12.Error })
					all = append(all, outcome{false, found, refused.Issues})
				case err != nil:
					t.Fatal(err)
				default:
					all = append(all, outcome{c != nil, found, nil})
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			return dst.Bytes(), all, folds
		}
		want, outcomes, folds := file(func(w *claim837.Writer, e *Encounter) (*claim837.Claim, []x12.Issue, error) {
			c, found := b.Claim(e)
			if c == nil {
				return nil, found, nil
			}
			return c, found, w.Write(c)
		})
		got, same, alike := file(b.Write)
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %s", name, testkit.FirstDifference(want, got))
		}
		if !reflect.DeepEqual(folds, alike) {
			t.Errorf("%s: texts folded: %+v, want %+v", name, alike, folds)
		}
		built := 0
		for k := range outcomes {
			if outcomes[k].built {
				built++
			}
			if !reflect.DeepEqual(outcomes[k], same[k]) {
				t.Errorf("%s, encounter %d: %+v, want %+v", name, k, same[k], outcomes[k])
			}
		}
		if built == 0 || built == len(outcomes) || len(want) == 0 {
			t.Errorf("%s: %d of %d encounters are built", name, built, len(outcomes))
		}
	}
	if agreed != 2*6 {
		t.Errorf("%d writers agree with their Builder", agreed)
	}
}

// A claim that was changed after it was built is checked whole.
func TestChangedClaimIsChecked(t *testing.T) {
	b, e := NewBuilder(testPractice(t), nil), testEncounter(t, "")
	for name, change := range map[string]func(*claim837.Claim){
		"a rule":      func(c *claim837.Claim) { c.Charge = c.Charge.Add(decimal.RequireFromString("1")) },
		"the guide":   func(c *claim837.Claim) { c.ID = strings.Repeat("9", 60) },
		"no place":    func(c *claim837.Claim) { c.Institutional = new(claim837.InstitutionalClaim) },
		"a delimiter": func(c *claim837.Claim) { c.Subscriber.Name.Last = "A*B" },
	} {
		var dst bytes.Buffer
		w := claim837.NewWriter(&dst, envelope(), &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}})
		c, found := b.Claim(e)
		if c == nil {
			t.Fatal(found)
		}
		change(c)
		if refused := (*claim837.RefusedError)(nil); !errors.As(w.Write(c), &refused) {
			t.Errorf("%s: the claim is written", name)
		}
	}
}
