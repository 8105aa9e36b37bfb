// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func TestWriterRefusesText(t *testing.T) {
	tests := []struct {
		name string
		o    x12.WriterOptions
		text string
		code x12.IssueCode // "" = written
	}{
		{"capitals", x12.WriterOptions{}, "A-Z 09 !\"&'(),+./;?=", ""},
		{"small letters", x12.WriterOptions{Charset: x12.Basic}, "Smith", x12.CodeCharacterSet},
		{"extended in basic", x12.WriterOptions{Charset: x12.Basic}, "A@B", x12.CodeCharacterSet},
		{"accents", x12.WriterOptions{Charset: x12.Extended}, "José", x12.CodeCharacterSet},
		{"extended", x12.WriterOptions{Charset: x12.Extended}, "a@b.com [x]_{y}\\|<>#$`%", ""},
		{"element separator", x12.WriterOptions{}, "A*B", x12.CodeDelimiterInText},
		{"component separator", x12.WriterOptions{}, "A:B", x12.CodeDelimiterInText},
		{"repetition separator", x12.WriterOptions{Charset: x12.Extended}, "A^B", x12.CodeDelimiterInText},
		{"terminator", x12.WriterOptions{Charset: x12.Extended}, "A~B", x12.CodeDelimiterInText},
		{"line break", x12.WriterOptions{Charset: x12.Extended}, "A\nB", x12.CodeCharacterSet},
		{"NUL", x12.WriterOptions{Charset: x12.Extended}, "A\x00B", x12.CodeCharacterSet},
		{"any byte", x12.WriterOptions{Charset: x12.AnyByte}, "José\t\xff", ""},
		{"any byte, delimiter", x12.WriterOptions{Charset: x12.AnyByte}, "José*", x12.CodeDelimiterInText},
		{"as read", x12.WriterOptions{AsRead: true}, "josé\n", ""},
		{"as read, delimiter", x12.WriterOptions{AsRead: true}, "a~", x12.CodeDelimiterInText},
		{"folded", x12.WriterOptions{Fold: true}, "Muñoz", ""},
		{"cannot be folded", x12.WriterOptions{Fold: true}, "Мария", x12.CodeCharacterSet},
		{"folds into a delimiter", x12.WriterOptions{Fold: true}, "１：２", x12.CodeDelimiterInText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			var told []x12.Issue
			tt.o.OnIssue = func(i x12.Issue) {
				if i.Severity == x12.Error {
					told = append(told, i)
				}
			}
			w := x12.NewWriter(&out, &tt.o)
			must(t, w.BeginSet(set()))
			w.Begin("NTE")
			w.Text(1, 1, "ADD")
			w.Text(2, 2, tt.text)
			err := w.End()
			must(t, w.Segment("LX", "1"))
			must(t, w.EndSet())
			must(t, w.Flush())
			if tt.code == "" {
				if err != nil || !strings.Contains(out.String(), "~NTE*ADD*:") || !strings.Contains(out.String(), "SE*4*") {
					t.Errorf("%v: %s", err, out.String())
				}
				return
			}
			var i x12.Issue
			if !errors.As(err, &i) || i.Code != tt.code || i.Value != tt.text && !tt.o.Fold {
				t.Fatalf("error is %v, want %s", err, tt.code)
			}
			if got := i.Position.String(); got != "segment 2 (NTE02-2)" || i.Offset != int64(strings.Index(out.String(), "LX")) {
				t.Errorf("the error is at %s, byte %d", got, i.Offset)
			}
			if strings.Contains(err.Error(), tt.text) {
				t.Errorf("the error tells the value: %v", err)
			}
			if len(told) != 1 || told[0] != i {
				t.Errorf("OnIssue was told %v", told)
			}
			if want := "ST*837*0001*005010X222A1~LX*1~SE*3*0001~"; out.String() != want {
				t.Errorf("wrote %s, want %s", out.String(), want)
			}
		})
	}
}

func TestWriterReportsFolds(t *testing.T) {
	var out strings.Builder
	var told []x12.Issue
	w := x12.NewWriter(&out, &x12.WriterOptions{Charset: x12.Basic, Fold: true, OnIssue: func(i x12.Issue) { told = append(told, i) }})
	must(t, w.BeginSet(set()))
	must(t, w.Segment("NM1", "IL", "1", "Muñoz", "Jane", "\u200b"))
	must(t, w.Flush())
	if !strings.HasSuffix(out.String(), "NM1*IL*1*MUNOZ*JANE~") {
		t.Errorf("wrote %s", out.String())
	}
	if len(told) != 3 || told[0].Code != x12.CodeFolded || told[0].Severity != x12.Info || told[0].Element != 3 || told[0].Value != "Muñoz" ||
		told[1].Code != x12.CodeCaseChanged || told[1].Severity != x12.Warning || told[1].Element != 4 || told[2].Element != 5 {
		t.Errorf("OnIssue was told %v", told)
	}
}

func TestWriterRefusesOthers(t *testing.T) {
	dot := x12.WriterOptions{Delimiters: x12.Delimiters{Element: '*', Component: '.', Repetition: '-', Segment: '~'}}
	none := x12.WriterOptions{Delimiters: x12.Delimiters{Element: '*', Component: ':', Segment: '~'}}
	tests := []struct {
		name  string
		o     x12.WriterOptions
		build func(w *x12.Writer)
		code  x12.IssueCode
	}{
		{"tag with a terminator", x12.WriterOptions{AsRead: true}, func(w *x12.Writer) { w.Begin("A~B") }, x12.CodeDelimiterInText},
		{"tag with a separator", x12.WriterOptions{}, func(w *x12.Writer) { w.Begin("A*B") }, x12.CodeDelimiterInText},
		{"tag in small letters", x12.WriterOptions{Charset: x12.Basic}, func(w *x12.Writer) { w.Begin("nm1") }, x12.CodeCharacterSet},
		{"tag in small letters, as read", x12.WriterOptions{AsRead: true}, func(w *x12.Writer) { w.Begin("nm1") }, ""},
		{"repetition without separator", none, func(w *x12.Writer) { w.Begin("DMG"); w.Text(5, 1, "A"); w.Repeat(); w.Text(5, 1, "B") }, x12.CodeNoRepetition},
		{"point in a number", dot, func(w *x12.Writer) { w.Begin("AMT"); w.Decimal(2, 1, decimal.RequireFromString("1.5"), true) }, x12.CodeDelimiterInText},
		{"whole number", dot, func(w *x12.Writer) { w.Begin("AMT"); w.Decimal(2, 1, decimal.RequireFromString("15"), true) }, ""},
		{"minus of a number", dot, func(w *x12.Writer) { w.Begin("QTY"); w.Int(2, 1, -1) }, x12.CodeDelimiterInText},
		{"hyphen of a period", dot, func(w *x12.Writer) { w.Begin("DTP"); w.Period(3, 1, x12.DateRange{From: 20260101, To: 20260102}) }, x12.CodeDelimiterInText},
		{"number of a billion digits", x12.WriterOptions{}, func(w *x12.Writer) { w.Begin("AMT"); w.Decimal(2, 1, decimal.New(1, 1_000_000_000), true) }, x12.CodeNumberTooLong},
		{"fraction of a billion digits", x12.WriterOptions{}, func(w *x12.Writer) { w.Begin("AMT"); w.Decimal(2, 1, decimal.New(1, -1_000_000_000), false) }, x12.CodeNumberTooLong},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			w := x12.NewWriter(&out, &tt.o)
			tt.build(w)
			err := w.End()
			must(t, w.Flush())
			var i x12.Issue
			if tt.code == "" {
				if err != nil || out.Len() == 0 {
					t.Errorf("%v, %q", err, out.String())
				}
			} else if !errors.As(err, &i) || i.Code != tt.code || out.Len() > 0 {
				t.Errorf("error is %v, want %s; wrote %q", err, tt.code, out.String())
			}
		})
	}
}

// A carriage return at the end of a segment is data only when something stands
// between it and a newline that ends segments.
func TestWriterKeepsLastCarriageReturn(t *testing.T) {
	lines := x12.Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '\n'}
	for tag, want := range map[string]string{"A": "A\n", "A\r": "A\r*\n", "": "\n"} {
		var out strings.Builder
		w := x12.NewWriter(&out, &x12.WriterOptions{AsRead: true, Delimiters: lines})
		must(t, w.Segment(tag))
		must(t, w.Flush())
		if out.String() != want {
			t.Errorf("%q is written as %q, want %q", tag, out.String(), want)
		}
	}
}

// Identifiers keep their case where the set has it, and a change is told; names
// are written in capitals unless the set is Extended.
func TestWriterCapitals(t *testing.T) {
	for _, tt := range []struct {
		set    x12.Charset
		fold   bool
		wrote  string
		issues []x12.IssueCode
	}{
		{x12.Capitals, true, "NTE*ab-7#*MUNOZ #4 @ WORK", []x12.IssueCode{x12.CodeFolded}},
		{x12.Extended, true, "NTE*ab-7#*Munoz #4 @ work", []x12.IssueCode{x12.CodeFolded}},
		{x12.Capitals, false, "", []x12.IssueCode{x12.CodeCharacterSet}},
		{x12.Basic, true, "", []x12.IssueCode{x12.CodeCaseChanged, x12.CodeCharacterSet, x12.CodeFolded, x12.CodeCharacterSet}},
		{x12.AnyByte, true, "NTE*ab-7#*Muñoz #4 @ work", nil},
	} {
		var out strings.Builder
		var told []x12.IssueCode
		w := x12.NewWriter(&out, &x12.WriterOptions{Charset: tt.set, Fold: tt.fold, OnIssue: func(i x12.Issue) { told = append(told, i.Code) }})
		must(t, w.BeginSet(set()))
		w.Begin("NTE")
		w.Text(1, 1, "ab-7#")
		w.Words(2, 1, "Muñoz #4 @ work")
		err := w.End()
		must(t, w.Flush())
		_, wrote, _ := strings.Cut(out.String(), "X222A1~")
		if wrote = strings.TrimSuffix(wrote, "~"); wrote != tt.wrote || (err == nil) != (tt.wrote != "") || !slices.Equal(told, tt.issues) {
			t.Errorf("set %d: wrote %q, %v; told %v", tt.set, wrote, err, told)
		}
	}
}

// TestNoValueInPositions: what stands where a segment id should may be anything, a
// name among it, and is not shown.
func TestNoValueInPositions(t *testing.T) {
	const name = "JANE ROE 900112233"
	var found []x12.Issue
	w := x12.NewWriter(io.Discard, &x12.WriterOptions{OnIssue: func(i x12.Issue) { found = append(found, i) }})
	if err := w.Raw(x12.Raw{Tag: name + "\x01", Elements: []x12.RawElement{{{"é"}}}}); err == nil {
		t.Error("a segment with such an id is written")
	} else if strings.Contains(err.Error(), "ROE") {
		t.Errorf("the error shows it: %v", err)
	}
	for i, err := range x12.Validate(strings.NewReader("ISA*00*          *00*          *ZZ*AA             *ZZ*BB             *261102*0830*^*00501*000000001*0*T*:~"+name+"*1"), nil) {
		if err != nil {
			found = append(found, x12.Issue{Detail: err.Error()})
		}
		found = append(found, i)
	}
	for _, i := range found {
		if strings.Contains(i.Error(), "ROE") || strings.Contains(i.Position.String(), "ROE") {
			t.Errorf("an issue shows it: %v", i)
		}
	}
	if len(found) < 2 {
		t.Errorf("issues: %v", found)
	}
}
