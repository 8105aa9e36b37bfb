// SPDX-License-Identifier: Apache-2.0

package stream_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// recode passes over a stream as a package that reads no set would, and writes
// its steps again.
func recode(t *testing.T, in string) (out string, issues []x12.IssueCode, err error) {
	t.Helper()
	var dst bytes.Buffer
	w := stream.NewRecoder(&dst, func(i x12.Issue) { issues = append(issues, i.Code) })
	r := stream.NewReader(strings.NewReader(in), stream.Options{}, 1)
	h := stream.Handler{
		Package: "test",
		Openers: func(*x12.Set, *x12.Group) []codec.Opener { return nil },
		Step: func(s *x12.Step) bool {
			err = w.Write(s, stream.At{})
			return err == nil && r.Emit()
		},
	}
	if e := r.Run(h, func() bool { return true }); e != nil && err == nil {
		err = e
	}
	if e := w.Close(); e != nil && err == nil {
		err = e
	}
	return dst.String(), issues, err
}

const head = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*0915*^*00501*"

// TestTrailerOfDamagedHeader makes a trailer whose control number holds
// separators: what a reader makes of header and trailer has the same bytes.
func TestTrailerOfDamagedHeader(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"component separator in ISA13": {
			head + "0000:0001*0*T*:~GS*XX*A*B*20260105*0915*7*X*004010~GE*0*7~",
			"IEA*1*0000:0001~",
		},
		"repetition separator in ST02": {
			head + "000000001*0*T*:~GS*XX*A*B*20260105*0915*7*X*004010~ST*834*00^01~BGN*00~GE*1*7~IEA*1*000000001~",
			"SE*3*00^01~GE*1*7~",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			out, issues, err := recode(t, tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(out, tt.want) {
				t.Errorf("%q is not in\n%s", tt.want, out)
			}
			if len(issues) != 1 || issues[0] != x12.CodeTrailerAdded {
				t.Errorf("corrections: %v", issues)
			}
			again, issues, err := recode(t, out)
			if err != nil || again != out || len(issues) != 0 {
				t.Errorf("written again: %v, %v\n%s", err, issues, again)
			}
		})
	}
}

// TestTrailerRefused: a trailer that cannot be written ends the writing.
func TestTrailerRefused(t *testing.T) {
	var issues int
	w := stream.NewRecoder(&bytes.Buffer{}, func(x12.Issue) { issues++ })
	ic := &x12.Interchange{Delimiters: x12.DefaultDelimiters(), Control: "000000001", Fragment: true}
	set := &x12.Set{ID: "834", Control: "0001"}
	for _, s := range []*x12.Step{
		{Kind: x12.InterchangeBegin, Interchange: ic},
		{Kind: x12.SetBegin, Set: set},
	} {
		if err := w.Write(s, stream.At{}); err != nil {
			t.Fatal(err)
		}
	}
	bad := &x12.Raw{Tag: "SE", Elements: []x12.RawElement{{{"1"}}, {{"00~01"}}}}
	if err := w.Write(&x12.Step{Kind: x12.SetEnd, Trailer: bad}, stream.At{}); err == nil {
		t.Error("a control number with a terminator in it was taken")
	}
	if issues != 2 { // the count, and the refusal, once
		t.Errorf("%d findings", issues)
	}
}
