// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// replyQuery is a question to a reply in testdata/replies.
type replyQuery struct {
	service x12.Code
	network x12.Code
	date    x12.Date // zero: the day of the reply
	allowed string
	options *EstimateOptions
}

// replies are the files of testdata/replies with what is asked of each.
var replies = map[string][]replyQuery{
	"01-ppo": {
		{service: "98", allowed: "145.00"}, {service: "98", network: "N", allowed: "145.00"}, {service: "48", allowed: "8200"},
		{service: "30", allowed: "1000"}, {service: "86", allowed: "900"}, {service: "UC", allowed: "180"},
		{service: "AL", allowed: "95"}, {service: "98", date: 20251231, allowed: "145.00"},
	},
	"02-hmo-pcp":            {{service: "98", allowed: "120"}, {service: "98", allowed: "120", options: &EstimateOptions{CopayEB: 4}}, {service: "98", network: "N", allowed: "120"}, {service: "MH", allowed: "150"}},
	"03-medicare":           {{service: "96", allowed: "310.55"}, {service: "48", allowed: "5000"}, {service: "AG", allowed: "2000"}, {service: "AE", allowed: "90"}, {service: "30", date: 20180515}},
	"04-medicare-advantage": {{service: "30", allowed: "200"}, {service: "88"}},
	"05-inactive":           {{service: "30", allowed: "200"}, {service: "30", date: 20250601}},
	"06-refused-payer":      nil,
	"07-refused-provider":   nil,
	"08-refused-person":     {{service: "30", allowed: "100"}},
	"09-dependent": {
		{service: "4", allowed: "412.34"}, {service: "98", allowed: "135"}, {service: "68", allowed: "210"}, {service: "98", date: 20260115, allowed: "135"},
	},
	"10-corrected":             {{service: "30"}},
	"11-family-deductible-met": {{service: "5", allowed: "86.45"}, {service: "62", network: "N", allowed: "1180"}},
	"12-oop-nearly-met":        {{service: "50", allowed: "950"}, {service: "98", allowed: "150"}},
	"13-visits-left":           {{service: "PT", allowed: "110"}, {service: "33", allowed: "70"}, {service: "AF"}, {service: "AD"}, {service: "38"}},
	"14-carve-out":             {{service: "98", allowed: "100"}, {service: "MH", allowed: "100"}},
	"15-several-plans":         {{service: "98", allowed: "1000"}, {service: "25", allowed: "180"}, {service: "UC", allowed: "200"}, {service: "AL", allowed: "80"}},
	"16-repeated-types":        {{service: "33", allowed: "65"}, {service: "98", network: "N", allowed: "130"}, {service: "48", allowed: "3000"}, {service: "AM", allowed: "120"}, {service: "83", allowed: "500"}},
	"18-qmb":                   {{service: "98", allowed: "150"}, {service: "98", date: 20260701, allowed: "150"}, {service: "48", allowed: "5000"}, {service: "88", allowed: "60"}},
	"19-in-network-only":       {{service: "PT", allowed: "150"}, {service: "PT", network: "N", allowed: "150"}, {service: "86", network: "N", allowed: "900"}, {service: "88", allowed: "60"}},
	"17-medicare-secondary":    {{service: "30", allowed: "200"}},
}

// replyItems reads a reply.
func replyItems(t testing.TB, name string) []Item {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "replies", name+".edi"))
	if err != nil {
		t.Fatal(err)
	}
	r := recode(data, nil)
	if r.err != nil {
		t.Fatal(r.err)
	}
	for _, i := range r.issues {
		if i.Code != x12.CodeLineBreak {
			t.Error(i)
		}
	}
	if !bytes.Equal(r.out, data) {
		t.Error("recoding changes it")
	}
	return r.items
}

// reply reads the responses of a reply.
func reply(t testing.TB, name string) []*Response {
	t.Helper()
	var out []*Response
	for _, i := range replyItems(t, name) {
		if i.Response != nil {
			out = append(out, i.Response)
		}
	}
	return out
}

// indented is the JSON of a value for people.
func indented(t testing.TB, v any) []byte {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// The tree, the coverage and the benefits of each reply are golden files.
func TestReplies(t *testing.T) {
	files, err := filepath.Glob("testdata/replies/*.edi")
	if err != nil || len(files) < 14 {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".edi")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for i, err := range x12.Validate(bytes.NewReader(data), &x12.ValidateOptions{SNIP: 2}) {
				if err != nil || i.Severity != x12.Info {
					t.Error(i, err)
				}
			}
			items := replyItems(t, name)
			queries, known := replies[name]
			if !known && !strings.HasSuffix(name, ".270") {
				t.Fatal("nothing is asked of it")
			}
			goldenReply(t, name, items, queries)
		})
	}
}

func goldenReply(t *testing.T, name string, items []Item, queries []replyQuery) {
	var tree, coverage, benefits []any
	for i := range items {
		item := &items[i]
		switch {
		case item.Inquiry != nil:
			tree = append(tree, item.Inquiry)
			continue
		case item.Response == nil && item.Kind == x12.ContextStep:
			tree = append(tree, struct {
				Source   *Source   `json:"source"`
				Receiver *Receiver `json:"receiver"`
			}{item.Source, item.Receiver})
			if list := item.Refusals(); len(list) > 0 {
				coverage = append(coverage, list)
			}
			continue
		case item.Response == nil:
			continue
		}
		r := item.Response
		tree = append(tree, r)
		coverage = append(coverage, r.Coverage(0))
		for _, q := range queries {
			query := Query{ServiceType: q.service, Network: q.network, Date: q.date}
			benefits = append(benefits, r.BenefitsFor(query))
			if q.allowed == "" {
				continue
			}
			e, err := r.Estimate(query, decimal.RequireFromString(q.allowed), q.options)
			if err != nil {
				t.Fatal(err)
			}
			checkEstimate(t, e)
			benefits = append(benefits, e)
		}
	}
	path := filepath.Join("testdata", "replies", name)
	testkit.Golden(t, path+".json", indented(t, tree))
	if coverage != nil {
		testkit.Golden(t, path+".coverage.json", indented(t, coverage))
	}
	if benefits != nil {
		testkit.Golden(t, path+".benefits.json", indented(t, benefits))
	}
}

// checkEstimate checks what every estimate keeps.
func checkEstimate(t testing.TB, e *Estimate) {
	t.Helper()
	if e.Low.IsNegative() || e.Low.Cmp(e.High) > 0 || e.High.Cmp(e.Allowed) > 0 {
		t.Errorf("between %s and %s of %s", e.Low, e.High, e.Allowed)
	}
	if e.Expected.Valid && (e.Expected.Decimal.Cmp(e.Low) < 0 || e.Expected.Decimal.Cmp(e.High) > 0) {
		t.Errorf("%s is not between %s and %s", e.Expected.Decimal, e.Low, e.High)
	}
	if !e.Exact() && len(e.NotStated) == 0 && (len(e.Steps) == 0 || e.Steps[len(e.Steps)-1].Kind != StepLimit) {
		t.Error("a range without a reason")
	}
	if len(e.Steps) == 0 {
		t.Error("no steps")
	}
}
