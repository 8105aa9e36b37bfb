// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// asksAll asks a response everything, and checks what every answer keeps.
func asksAll(t testing.TB, r *Response) {
	c := r.Coverage(0)
	if (c.Status == StatusActive || c.Status == StatusInactive) && len(c.Plans) == 0 {
		t.Error("a status without a plan")
	}
	if c.Status == StatusNotVerified && len(c.Refusals) == 0 {
		t.Error("not verified without a refusal")
	}
	r.Changes(nil)
	for _, q := range []Query{{}, {ServiceType: "98"}, {ServiceType: "48", Network: AnswerNo}, {ServiceType: "33", Date: 20200101}} {
		a := r.BenefitsFor(q)
		for i := range a.Plans {
			p := &a.Plans[i]
			for _, list := range [][]Accumulator{p.Deductibles, p.OutOfPocket} {
				for _, acc := range list {
					if acc.Met.Valid && acc.Base.Valid && acc.Remaining.Valid && !acc.Derived && !acc.Met.Decimal.Add(acc.Remaining.Decimal).Equal(acc.Base.Decimal) {
						t.Error("what was met and what is left are not the whole")
					}
					if len(acc.EB) == 0 {
						t.Error("an amount without a statement")
					}
				}
			}
		}
		e, err := r.Estimate(q, decimal.New(12345, -2), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkEstimate(t, e)
		for _, v := range []any{c, a, e} {
			if _, err := json.Marshal(v); err != nil {
				t.Error(err)
			}
		}
	}
}

// Every reply of the sample files can be asked.
func TestCorpusAsked(t *testing.T) {
	var n, active int
	for _, f := range testkit.Corpus(t, "005010X279", 40) {
		o := &ReaderOptions{X12: f.Options}
		for r, err := range NewReader(bytes.NewReader(f.Data), o).Responses() {
			if err != nil {
				break // TestCorpusRecoded tells
			}
			n++
			if r.Coverage(0).Active() {
				active++
			}
			asksAll(t, r)
		}
	}
	t.Logf("%d responses, %d active", n, active)
	if active < 20 {
		t.Error("few are active")
	}
}

// Whatever stands in a file, answers keep what every answer keeps.
func FuzzAnswers(f *testing.F) {
	files, err := filepath.Glob("testdata/replies/*.edi")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := NewMatcher[int](4)
		for r, err := range NewReader(bytes.NewReader(data), nil).Responses() {
			if err != nil {
				return
			}
			asksAll(t, r)
			m.Add(&Inquiry{Subscriber: r.Subscriber, Dependent: r.Dependent, Traces: r.Traces}, 1)
			m.Match(r)
		}
	})
}

// A reply as long as a reader takes, made to be slow, is answered in a while.
func TestHostileReply(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	kinds := []x12.Code{"1", "6", "B", "C", "G", "F", "I", "R", "A"}
	r := &Response{Subscriber: &Member{}}
	for i := range 4000 {
		b := Benefit{Kind: kinds[i%len(kinds)], Plan: fmt.Sprint("PLAN ", i/3), Level: x12.Code(fmt.Sprint(i)), InsuranceType: x12.Code(fmt.Sprint(i % 7))}
		if i%5 == 0 {
			b.Plan = ""
		}
		for k := range 20 {
			b.ServiceTypes = append(b.ServiceTypes, x12.Code(fmt.Sprint((i*20+k)%3000)))
		}
		b.ServiceTypes = append(b.ServiceTypes, "98")
		b.Amount = decimal.NewNullDecimal(decimal.New(int64(i), 0))
		r.Benefits = append(r.Benefits, b)
	}
	begin := time.Now()
	r.BenefitsFor(Query{ServiceType: "98"})
	if _, err := r.Estimate(Query{ServiceType: "98"}, decimal.New(100, 0), nil); err != nil {
		t.Fatal(err)
	}
	if d := time.Since(begin); d > 20*time.Second {
		t.Errorf("%s", d)
	} else {
		t.Log(d)
	}
}
