// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// TestMisuseIsTold: what was not made as it must be says how to make it.
func TestMisuseIsTold(t *testing.T) {
	read := func(r *claim837.Reader) (err error) {
		for _, err = range r.Claims() {
		}
		return err
	}
	twice := claim837.NewReader(strings.NewReader(""), nil)
	read(twice)
	closed := claim837.NewWriter(io.Discard, &claim837.Envelope{}, nil)
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	var none *claim837.RuleSet
	zero := new(claim837.RuleSet)
	tests := map[string]struct {
		err  error
		want string
	}{
		"a zero Reader":           {read(new(claim837.Reader)), "NewReader"},
		"a Reader of nil":         {read(claim837.NewReader(nil, nil)), "NewReader"},
		"a Reader used twice":     {read(twice), "once"},
		"a zero Writer":           {new(claim837.Writer).Write(new(claim837.Claim)), "NewWriter"},
		"closing a zero Writer":   {new(claim837.Writer).Close(), "NewWriter"},
		"a Writer without around": {claim837.NewWriter(io.Discard, nil, nil).Write(new(claim837.Claim)), "Envelope"},
		"a nil claim":             {claim837.NewWriter(io.Discard, &claim837.Envelope{}, nil).Write(nil), "claim is nil"},
		"writing after Close":     {closed.Write(new(claim837.Claim)), "closed"},
		"a zero RecodeWriter":     {new(claim837.RecodeWriter).Write(new(claim837.Item)), "NewRecodeWriter"},
		"a nil item":              {claim837.NewRecodeWriter(io.Discard, nil).Write(nil), "nil"},
		"an item without a claim": {claim837.NewRecodeWriter(io.Discard, nil).Write(&claim837.Item{Step: x12.Step{Kind: x12.RecordStep}}), "nil"},
		"recoding to nil":         {claim837.NewRecodeWriter(nil, nil).Write(&claim837.Item{Step: x12.Step{Kind: x12.SegmentStep}}), "NewWriter"},
		"a nil RuleSet":           {none.Disable("837P-CLM-05"), "NewRuleSet"},
		"a set without rules":     {claim837.NoRules.Add(claim837.Rule{}), "NewRuleSet"},
		"a rule that is not":      {zero.Disable("837P-NONE"), "837P-NONE"},
	}
	for name, tt := range tests {
		if tt.err == nil || !strings.Contains(tt.err.Error(), tt.want) {
			t.Errorf("%s: %v, which does not say %q", name, tt.err, tt.want)
		}
	}
	if err := closed.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
