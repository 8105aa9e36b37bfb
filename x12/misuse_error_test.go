// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"context"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// TestMisuseIsTold: what was not made as it must be says how to make it.
func TestMisuseIsTold(t *testing.T) {
	segment := func(w *x12.Writer) error { return errors.Join(w.Segment("BHT", "0019"), w.Flush()) }
	next := func(r *x12.Reader) error { _, err := r.Next(); return err }
	tests := map[string]struct {
		err  error
		want string
	}{
		"a zero Reader":             {next(new(x12.Reader)), "NewReader"},
		"a Reader of nil":           {next(x12.NewReader(nil, nil)), "NewReader"},
		"a zero Writer":             {segment(new(x12.Writer)), "NewWriter"},
		"a Writer to nil":           {segment(x12.NewWriter(nil, nil)), "NewWriter"},
		"a nil interchange":         {x12.NewWriter(io.Discard, nil).BeginInterchange(nil), "ISA"},
		"a nil group":               {x12.NewWriter(io.Discard, nil).BeginGroup(nil), "GS"},
		"a nil set":                 {x12.NewWriter(io.Discard, nil).BeginSet(nil), "ST"},
		"a zero SetValidator":       {new(x12.SetValidator).Feed([]byte("BHT*1~")), "NewSetValidator"},
		"a SetValidator of nothing": {second(x12.NewSetValidator(nil, nil)), "LookupGuide"},
		"a zero ControlFile":        {second(new(x12.ControlFile).Reserve(context.Background(), x12.ControlSet, "run", 1)), "OpenControlFile"},
		"a decoder of nil":          {second(x12.DecodeReader(nil, "")), "io.Reader"},
		"an encoder to nil":         {second(x12.EncodeWriter(nil, "")), "io.Writer"},
	}
	for name, tt := range tests {
		if tt.err == nil || !strings.Contains(tt.err.Error(), tt.want) {
			t.Errorf("%s: %v, which does not name %s", name, tt.err, tt.want)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestHugeExponent: the zeros of an exponent that no amount has are not written.
func TestHugeExponent(t *testing.T) {
	for s, d := range map[string]decimal.Decimal{
		"1e1000000000": decimal.New(1, 1_000_000_000), "-25e1000000000": decimal.New(-25, 1_000_000_000), "1e-1000000000": decimal.New(1, -1_000_000_000),
		"1e2147483647": decimal.New(1, math.MaxInt32), "1e-2147483648": decimal.New(1, math.MinInt32), "1e1001": decimal.New(1, 1001),
	} {
		for _, trim := range []bool{false, true} {
			if got := string(x12.AppendDecimal(nil, d, trim)); got != s {
				t.Errorf("%s is written as %.40s", s, got)
			}
		}
		if _, _, ok := x12.ParseDecimal(s); ok {
			t.Errorf("%s is read as a number", s)
		}
		if got, ok := x12.AppendImplied(nil, d, 2); ok {
			t.Errorf("%s is written as %.40s with implied decimals", s, got)
		}
		w := x12.NewWriter(io.Discard, nil)
		w.Begin("AMT")
		w.Decimal(2, 1, d, false)
		if w.End() == nil {
			t.Errorf("%s is taken by a Writer", s)
		}
	}
	if got := string(x12.AppendDecimal(nil, decimal.New(0, 1_000_000_000), false)); got != "0" {
		t.Errorf("zero is written as %.40s", got)
	}
	if got := string(x12.AppendDecimal(nil, decimal.New(1, 1000), true)); len(got) != 1001 {
		t.Errorf("1e1000 has %d digits", len(got))
	}
}
