// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"strings"
	"testing"
	"testing/iotest"

	"github.com/claimwire/claimwire/x12"
)

func TestReaderCannotGoOn(t *testing.T) {
	tests := []struct {
		name, in string
		code     x12.IssueCode
		segments int
	}{
		{"empty", "", x12.CodeNoInterchange, 0},
		{"blank", " \n\t\r\n", x12.CodeNoInterchange, 0},
		{"BOM alone", "\xef\xbb\xbf", x12.CodeNoInterchange, 0},
		{"text", "SECRET text", x12.CodeNoInterchange, 0},
		{"much text", strings.Repeat("SECRET ISA text\n", 10_000), x12.CodeNoInterchange, 0},
		{"cut in the ISA", isa[:60], x12.CodeBadISA, 0},
		{"cut before the terminator", isa[:105], x12.CodeBadISA, 0},
		{"ISA of 15 elements", strings.Replace(flat(small), "*0*T*:~", "*0*:~", 1), x12.CodeBadISA, 0},
		{"ISA16 of two bytes", strings.Replace(flat(small), "*:~", "*:A~", 1), x12.CodeBadISA, 0},
		{"text after the end", flat(small) + "SECRET", x12.CodeTextAfterEnd, 8},
		{"segment after the end", flat(small) + "ST*837*1~", x12.CodeTextAfterEnd, 8},
		{"bad ISA after the end", flat(small) + "ISA*00*SECRET~", x12.CodeBadISA, 8},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readAll(strings.NewReader(tt.in), nil)
			syntaxError(t, got.err, tt.code)
			if strings.Contains(got.err.Error(), "SECRET") {
				t.Errorf("the error tells data: %v", got.err)
			}
			if len(got.segments) != tt.segments {
				t.Errorf("%d segments before it, want %d", len(got.segments), tt.segments)
			}
		})
	}
	if got := readAll(strings.NewReader(flat(small)+"SECRET"), nil); got.err.(*x12.SyntaxError).Offset != int64(len(flat(small))) {
		t.Errorf("text after the end is said to stand at %v", got.err)
	}
}

// The limits hold to the byte and the element, however the stream is read.
func TestReaderLimits(t *testing.T) {
	build := func(segment string) string {
		return isa + "GS*HC*A*B*20260131*0915*1*X*V~ST*837*1~BHT*1~" + segment + "~SE*4*1~GE*1*1~IEA*1*000000001~"
	}
	tests := []struct {
		name    string
		o       x12.ReaderOptions
		segment string
		code    x12.IssueCode // "" = within the limit
	}{
		{"at MaxSegment", x12.ReaderOptions{MaxSegment: 200}, "K3*" + strings.Repeat("x", 197), ""},
		{"over MaxSegment", x12.ReaderOptions{MaxSegment: 200}, "K3*" + strings.Repeat("x", 198), x12.CodeSegmentTooLong},
		{"far over MaxSegment", x12.ReaderOptions{MaxSegment: 200}, "K3*" + strings.Repeat("x", 300_000), x12.CodeSegmentTooLong},
		{"at MaxElements", x12.ReaderOptions{MaxElements: 20}, "ZZ" + strings.Repeat("*", 20), ""},
		{"over MaxElements", x12.ReaderOptions{MaxElements: 20}, "ZZ" + strings.Repeat("*", 21), x12.CodeTooManyElements},
		{"both limits, length first", x12.ReaderOptions{MaxElements: 20, MaxSegment: 512}, "K3*" + strings.Repeat("A", 600) + strings.Repeat("*", 30), x12.CodeSegmentTooLong},
		{"both limits, elements first", x12.ReaderOptions{MaxElements: 20, MaxSegment: 512}, "K3" + strings.Repeat("*", 30) + strings.Repeat("A", 600), x12.CodeTooManyElements},
		{"far over MaxElements", x12.ReaderOptions{MaxElements: 20}, "ZZ" + strings.Repeat("*", 500), x12.CodeTooManyElements},
		{"fewer than an ISA has", x12.ReaderOptions{MaxElements: 8}, "ZZ" + strings.Repeat("*", 9), x12.CodeTooManyElements},
		{"longer than a window", x12.ReaderOptions{}, "K3*" + strings.Repeat("x", 300_000), ""},
		{"longer than a window, elements", x12.ReaderOptions{}, "K3" + strings.Repeat("*"+strings.Repeat("y", 99), 1000), ""},
		{"default of MaxElements", x12.ReaderOptions{}, "K3" + strings.Repeat("*", 1001), x12.CodeTooManyElements},
		{"default of MaxSegment", x12.ReaderOptions{}, "K3*" + strings.Repeat("x", 1<<20), x12.CodeSegmentTooLong},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := build(tt.segment)
			for _, half := range []bool{false, true} {
				var got result
				if half {
					got = readAll(iotest.HalfReader(strings.NewReader(in)), &tt.o)
				} else {
					got = readAll(strings.NewReader(in), &tt.o)
				}
				if tt.code == "" {
					if got.err != nil {
						t.Fatalf("half reads %v: %v", half, got.err)
					}
					equal(t, "segments", got.segments, strings.Split(strings.TrimSuffix(in, "~"), "~"))
					continue
				}
				s := syntaxError(t, got.err, tt.code)
				if s.Offset != int64(strings.Index(in, tt.segment[:3]+tt.segment[3:5])) || s.Segment != 3 || s.Set != 1 {
					t.Errorf("half reads %v: the error is at %+v", half, s.Position)
				}
				if len(got.segments) != 4 {
					t.Errorf("half reads %v: %d segments before it, want 4", half, len(got.segments))
				}
			}
		})
	}
}

// A limit below the length of a header does not keep a header from being read.
func TestReaderSmallLimit(t *testing.T) {
	in := isa + "TA1*1~IEA*0*000000001~"
	checkRead(t, in, &x12.ReaderOptions{MaxSegment: 20}, splitFlat(in), nil)
	got := readAll(iotest.OneByteReader(strings.NewReader(in)), &x12.ReaderOptions{MaxSegment: 20, MaxElements: 2})
	if got.err != nil || len(got.segments) != 3 {
		t.Errorf("%q, %v", got.segments, got.err)
	}
}

// The last segment may be over the limit as well.
func TestReaderLimitUnterminated(t *testing.T) {
	in := isa + "K3*" + strings.Repeat("x", 100)
	syntaxError(t, readAll(strings.NewReader(in), &x12.ReaderOptions{MaxSegment: 50}).err, x12.CodeSegmentTooLong)
	in = isa + "K3" + strings.Repeat("*", 100)
	syntaxError(t, readAll(strings.NewReader(in), &x12.ReaderOptions{MaxElements: 50}).err, x12.CodeTooManyElements)
}

// A long segment that comes byte by byte costs time in proportion to its length.
func TestReaderLongSegmentByteByByte(t *testing.T) {
	in := isa + "K3*" + strings.Repeat("x", 1<<20-10) + "~"
	got := readAll(iotest.OneByteReader(strings.NewReader(in)), nil)
	if got.err != nil || len(got.segments) != 2 {
		t.Errorf("%d segments, %v", len(got.segments), got.err)
	}
}
