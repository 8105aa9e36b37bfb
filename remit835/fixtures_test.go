// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// The remittances of testdata/remittances, each with what is understood of it
// (.json): what became of each claim, which claims belong together, the proof.
const fixtures = "../testdata/remittances"

// checked is what is understood of one remittance.
type checked struct {
	Trace    string           `json:"trace"`
	Claims   []checkedClaim   `json:"claims"`
	Provider []providerAmount `json:"provider,omitempty"`
	Balance  *Balance         `json:"balance"`
	Findings []string         `json:"findings,omitempty"`
}

type checkedClaim struct {
	ID      string   `json:"id"`
	Link    Link     `json:"link"`
	Outcome *Outcome `json:"outcome"`
}

type providerAmount struct {
	Reason x12.Code `json:"reason"`
	Amount string   `json:"amount"`
}

// checkFixture takes the items of a file to a checker.
func checkFixture(t *testing.T, in []byte, o *CheckerOptions) (out []checked, found []x12.Issue) {
	t.Helper()
	var now checked
	j := NewChecker(o, func(f x12.Issue) {
		found = append(found, f)
		now.Findings = append(now.Findings, f.String())
	})
	linker := NewLinker(0, o.Earlier)
	r := NewReader(bytes.NewReader(in), nil)
	for item, err := range r.Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch item.Kind {
		case x12.SetBegin:
			now = checked{Trace: item.Remittance.Trace.Number}
		case x12.RecordStep:
			p := item.Payment
			now.Claims = append(now.Claims, checkedClaim{p.ID, linker.Link(p), p.Outcome(nil)})
		case x12.SummaryStep:
			for _, a := range item.Summary.Adjustments {
				now.Provider = append(now.Provider, providerAmount{a.Reason, a.Amount.String()})
			}
		}
		if b := j.Item(item); b != nil {
			now.Balance = b
			out = append(out, now)
		}
	}
	j.Close()
	if issues := r.Issues(); slices.ContainsFunc(issues, func(i x12.Issue) bool { return i.Severity > x12.Info }) {
		t.Errorf("reading: %v", issues)
	}
	return out, found
}

func TestFixtures(t *testing.T) {
	files, err := filepath.Glob(fixtures + "/*.edi")
	if err != nil || len(files) < 16 {
		t.Fatalf("%d remittances: %v", len(files), err)
	}
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".edi")
		t.Run(name, func(t *testing.T) {
			in, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i, err := range x12.Validate(bytes.NewReader(in), &x12.ValidateOptions{SNIP: 2}) {
				if err != nil || i.Severity > x12.Info {
					t.Errorf("%v %v", i, err)
				}
			}
			out, found := checkFixture(t, in, &CheckerOptions{Rules: NewRuleSet()})
			for _, f := range found {
				if f.Severity > x12.Info {
					t.Errorf("%v", f)
				}
			}
			for _, r := range out {
				if !r.Balance.Balanced() {
					t.Errorf("%s does not balance: %+v", r.Trace, r.Balance)
				}
				for _, c := range r.Claims {
					if !c.Outcome.Charge.Equal(c.Outcome.Paid.Add(c.Outcome.Sum())) || !c.Outcome.Unexplained.IsZero() {
						t.Errorf("%s: %s is not explained to the cent", c.ID, c.Outcome.Charge)
					}
				}
			}
			text, err := json.MarshalIndent(out, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			testkit.Golden(t, strings.TrimSuffix(path, ".edi")+".json", append(text, '\n'))

			if r := recode(in, nil); r.err != nil || len(r.fixed) > 0 || !bytes.Equal(r.out, in) {
				t.Errorf("recoding changes it: %v %v", r.err, r.fixed)
			}
			built, refused := build(t, in, nil, nil)
			if len(refused) > 0 {
				t.Errorf("the writer refuses it: %v", refused[0])
			} else if body(built) != body(in) {
				t.Errorf("the writer's form differs:\n%s", testkit.FirstDifference([]byte(body(built)), []byte(body(in))))
			}
		})
	}
}

// TestFixturesOverTwoFiles: what one remittance moves out, a later one settles,
// when one Checker sees both.
func TestFixturesOverTwoFiles(t *testing.T) {
	for _, pair := range [][2]string{{"07-recovery-announced", "08-recovery-taken"}, {"09-balance-moved", "10-balance-applied"}} {
		var both []byte
		for _, name := range pair {
			b, err := os.ReadFile(filepath.Join(fixtures, name+".edi"))
			if err != nil {
				t.Fatal(err)
			}
			both = append(both, b...)
		}
		known := &CheckerOptions{Rules: NewRuleSet(), Earlier: func(p *ClaimPayment) *ClaimPayment {
			return &ClaimPayment{ID: p.ID, Charge: p.Charge.Neg(), Paid: p.Paid.Neg(), PayerControlNumber: p.PayerControlNumber}
		}}
		if out, found := checkFixture(t, both, known); len(out) != 2 || len(found) > 0 {
			t.Errorf("%s: %d remittances, %v", pair[0], len(out), found)
		}
		first, err := os.ReadFile(filepath.Join(fixtures, pair[0]+".edi"))
		if err != nil {
			t.Fatal(err)
		}
		if _, found := checkFixture(t, first, known); len(found) != 1 || found[0].Severity != x12.Info {
			t.Errorf("%s alone: what is still open is told once: %v", pair[0], found)
		}
	}
}
