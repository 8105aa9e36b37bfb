// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func header() *x12.Interchange {
	return &x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "CLINIC",
		ReceiverQualifier: "ZZ", ReceiverID: "PAYER", Date: "260131", Time: "0915", Version: "00501", Control: "1", AckRequested: "0", Usage: "T"}
}

func group() *x12.Group {
	return &x12.Group{FunctionalID: "HC", Sender: "CLINIC", Receiver: "PAYER", Date: "20260131", Time: "0915", Control: "1", Agency: "X", Version: "005010X222A1"}
}

func set() *x12.Set {
	return &x12.Set{ID: "837", Control: "0001", Convention: "005010X222A1"}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWriterInterchange(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, &x12.WriterOptions{LineBreak: "\n"})
	must(t, w.BeginInterchange(header()))
	must(t, w.BeginGroup(group()))
	must(t, w.BeginSet(set()))
	must(t, w.Segment("BHT", "0019", "00", "R1", "20260131", "0915", "CH"))
	must(t, w.Segment("NM1", "41", "2", "CLINIC", "", "", "", "", "46", "C1", "", ""))
	if g, s, n := w.Counts(); g != 1 || s != 1 || n != 3 {
		t.Errorf("counts are %d, %d, %d", g, s, n)
	}
	must(t, w.EndSet())
	must(t, w.EndGroup())
	must(t, w.EndInterchange())
	if out.String() != small {
		t.Errorf("got\n%swant\n%s", out.String(), small)
	}
	if w.Written() != int64(len(small)) {
		t.Errorf("Written is %d, want %d", w.Written(), len(small))
	}
}

func TestWriterCounts(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, nil)
	for range 2 {
		must(t, w.BeginInterchange(header()))
		for range 2 {
			must(t, w.BeginGroup(group()))
			for i := range 3 {
				must(t, w.BeginSet(set()))
				for range i {
					must(t, w.Segment("LX", "1"))
				}
				must(t, w.EndSet())
			}
			must(t, w.EndGroup())
		}
		must(t, w.EndInterchange())
	}
	var counts []string
	for _, s := range splitFlat(out.String()) {
		if s[:2] == "SE" || s[:2] == "GE" || s[:3] == "IEA" {
			counts = append(counts, strings.Split(s, "*")[1])
		}
	}
	one := "2 3 4 3 2 3 4 3 2"
	equal(t, "counts", counts, strings.Fields(one+" "+one))
	checkRead(t, out.String(), nil, splitFlat(out.String()), nil)
}

func TestWriterElements(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, nil)
	w.Begin("SV1")
	w.Text(1, 1, "HC")
	w.Text(1, 2, "99213")
	w.Text(1, 4, "25")
	w.Decimal(2, 1, decimal.RequireFromString("100.50"), true)
	w.Decimal(3, 1, decimal.RequireFromString("100.50"), false)
	w.Int(4, 1, -7)
	w.Int(5, 2, 2)
	w.Date(6, 1, 20260131)
	w.Period(7, 1, x12.DateRange{From: 20260101, To: 20260131})
	w.Time(8, 1, x12.NewTime(9, 5))
	w.Text(9, 1, "A")
	w.Repeat()
	w.Text(9, 1, "B")
	w.Text(9, 2, "C")
	w.Text(10, 1, "")
	w.Text(11, 3, "")
	must(t, w.End())
	w.BeginKey(x12.KeyOf("N3"))
	w.Text(2, 1, "SUITE 4")
	must(t, w.End())
	must(t, w.Segment("LE"))
	must(t, w.Segment("LX", "", ""))
	must(t, w.Flush())
	want := "SV1*HC:99213::25*100.5*100.50*-7*:2*20260131*20260101-20260131*0905*A^B:C~N3**SUITE 4~LE~LX~"
	if out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
}

func TestWriterRaw(t *testing.T) {
	raws := []struct {
		raw  x12.Raw
		want string
	}{
		{x12.Raw{Tag: "REF", Elements: []x12.RawElement{{{"G1"}}, {{"A"}}, {{""}}, nil}}, "REF*G1*A~"},
		{x12.Raw{Tag: "HI", Elements: []x12.RawElement{{{"ABK", "J069"}}, {{"A"}, {"B", "", "C"}, {""}}}}, "HI*ABK:J069*A^B::C^~"},
		{x12.Raw{Tag: "K3", Elements: []x12.RawElement{{{"", "", ""}}, {{}}, {{""}, {"X"}}}}, "K3***^X~"},
		{x12.Raw{Tag: "LE"}, "LE~"},
		{x12.Raw{Elements: []x12.RawElement{{{"A"}}}}, "*A~"},
	}
	for _, tt := range raws {
		var out strings.Builder
		w := x12.NewWriter(&out, nil)
		must(t, w.Raw(tt.raw))
		must(t, w.Flush())
		if out.String() != tt.want {
			t.Errorf("got %s, want %s", out.String(), tt.want)
		}
	}
}

func TestWriterDelimiters(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, &x12.WriterOptions{Charset: x12.Extended, Delimiters: x12.Delimiters{Element: '|', Component: '>', Repetition: '!', Segment: '\n'}})
	must(t, w.BeginInterchange(header()))
	must(t, w.BeginGroup(group()))
	must(t, w.Raw(x12.Raw{Tag: "HI", Elements: []x12.RawElement{{{"A", "B"}, {"*:~"}}}}))
	must(t, w.EndGroup())
	must(t, w.EndInterchange())
	if !strings.HasPrefix(out.String(), "ISA|00|          |00|") || !strings.Contains(out.String(), "|!|00501|000000001|0|T|>\nGS|") {
		t.Errorf("the header is %s", out.String())
	}
	checkRead(t, out.String(), nil, []string{strings.TrimSuffix(strings.SplitAfter(out.String(), "\n")[0], "\n"),
		"GS|HC|CLINIC|PAYER|20260131|0915|1|X|005010X222A1", "HI|A>B!*:~", "GE|0|1", "IEA|1|000000001"}, nil)
}

func TestWriterISA(t *testing.T) {
	tests := []struct {
		name   string
		change func(ic *x12.Interchange, o *x12.WriterOptions)
		want   string // of the ISA from ISA05 on
		code   x12.IssueCode
	}{
		{"padded", func(ic *x12.Interchange, o *x12.WriterOptions) {}, "*ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~", ""},
		{"older version", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.Version = "00401" }, "*ZZ*CLINIC         *ZZ*PAYER          *260131*0915*U*00401*000000001*0*T*:~", ""},
		{"older version, own standards id", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.Version, ic.RepetitionSeparator = "00401", "X" }, "*ZZ*CLINIC         *ZZ*PAYER          *260131*0915*X*00401*000000001*0*T*:~", ""},
		{"own delimiters", func(ic *x12.Interchange, o *x12.WriterOptions) {
			ic.Delimiters = x12.Delimiters{Element: '|', Component: '>', Repetition: '`', Segment: '!'}
		}, "|ZZ|CLINIC         |ZZ|PAYER          |260131|0915|`|00501|000000001|0|T|>!", ""},
		{"line break", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.LineBreak = "\r\n" }, "*ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~\r\n", ""},
		{"as read", func(ic *x12.Interchange, o *x12.WriterOptions) { o.AsRead, ic.RepetitionSeparator = true, "U" }, "*ZZ*CLINIC*ZZ*PAYER*260131*0915*U*00501*1*0*T*:~", ""},
		{"sender too long", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.SenderID = "ABCDEFGHIJKLMNOP" }, "", x12.CodeISAWidth},
		{"control too long", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.Control = "1234567890" }, "", x12.CodeISAWidth},
		{"delimiter in the sender", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.SenderID = "A*B" }, "", x12.CodeDelimiterInText},
		{"delimiter in the usage", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.Usage = "*" }, "", x12.CodeDelimiterInText},
		{"foreign character", func(ic *x12.Interchange, o *x12.WriterOptions) { ic.ReceiverID = "\u00c9" }, "", x12.CodeCharacterSet},
		{"as read, separator inside", func(ic *x12.Interchange, o *x12.WriterOptions) { o.AsRead, ic.SenderID = true, "A*B" }, "", x12.CodeDelimiterInText},
		{"delimiters alike", func(ic *x12.Interchange, o *x12.WriterOptions) {
			ic.Delimiters = x12.Delimiters{Element: '*', Component: '*', Segment: '~'}
		}, "", x12.CodeDelimiter},
		{"as read, no terminator", func(ic *x12.Interchange, o *x12.WriterOptions) { o.AsRead, ic.Delimiters.Element = true, '*' }, "", x12.CodeDelimiter},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ic, o := header(), x12.WriterOptions{}
			tt.change(ic, &o)
			var out strings.Builder
			w := x12.NewWriter(&out, &o)
			err := w.BeginInterchange(ic)
			must(t, w.Flush())
			if tt.code != "" {
				var i x12.Issue
				if !errors.As(err, &i) || i.Code != tt.code || out.Len() > 0 {
					t.Errorf("error is %v, want %s; wrote %q", err, tt.code, out.String())
				}
				must(t, w.BeginInterchange(header())) // nothing of it is left
				return
			}
			if err != nil || !strings.HasSuffix(out.String(), tt.want) {
				t.Errorf("%v: %q, want %q", err, out.String(), tt.want)
			}
			must(t, w.EndInterchange())
			got := readAll(strings.NewReader(out.String()), nil)
			if got.err != nil || len(got.segments) != 2 {
				t.Errorf("read back: %q, %v", got.segments, got.err)
			}
		})
	}
}

func TestWriterFragment(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, nil)
	ic := &x12.Interchange{Fragment: true, Delimiters: x12.Delimiters{Element: '|', Component: '>', Segment: '!'}, LineBreak: "\n"}
	must(t, w.BeginInterchange(ic))
	must(t, w.BeginSet(set()))
	must(t, w.EndSet())
	must(t, w.EndInterchange())
	if want := "ST|837|0001|005010X222A1!\nSE|2|0001!\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func TestWriterOrder(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, nil)
	var i x12.Issue
	for name, f := range map[string]func() error{"EndSet": w.EndSet, "EndGroup": w.EndGroup, "EndInterchange": w.EndInterchange} {
		if err := f(); !errors.As(err, &i) || i.Code != x12.CodeEnvelopeOrder {
			t.Errorf("%s without a beginning: %v", name, err)
		}
	}
	must(t, w.BeginInterchange(header()))
	if err := w.BeginInterchange(header()); !errors.As(err, &i) || i.Code != x12.CodeEnvelopeOrder {
		t.Errorf("an interchange in another: %v", err)
	}
	must(t, w.EndInterchange())
	if got := splitFlat(out.String()); len(got) != 2 {
		t.Errorf("wrote %q", got)
	}
}

// A header that is refused is not counted, and does not open anything.
func TestWriterRefusedHeaders(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, &x12.WriterOptions{Charset: x12.Basic})
	must(t, w.BeginInterchange(header()))
	bad := group()
	bad.Sender = "A*B"
	if err := w.BeginGroup(bad); err == nil {
		t.Error("a group with a delimiter in its sender was written")
	}
	must(t, w.BeginGroup(group()))
	if err := w.BeginSet(&x12.Set{ID: "837", Control: "a"}); err == nil {
		t.Error("a set with a small letter in its control number was written")
	}
	must(t, w.BeginSet(set()))
	must(t, w.EndSet())
	must(t, w.EndGroup())
	must(t, w.EndInterchange())
	want := flat(isa + "GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~SE*2*0001~GE*1*1~IEA*1*000000001~")
	if out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
}

func TestWriterBadDelimiters(t *testing.T) {
	w := x12.NewWriter(&strings.Builder{}, &x12.WriterOptions{Delimiters: x12.Delimiters{Element: 'A', Component: ':', Segment: '~'}})
	var i x12.Issue
	if err := w.Segment("LX", "1"); !errors.As(err, &i) || i.Code != x12.CodeDelimiter {
		t.Errorf("got %v, want the finding delimiter", err)
	}
}

func TestWriterRollback(t *testing.T) {
	var out strings.Builder
	w := x12.NewWriter(&out, nil)
	must(t, w.BeginInterchange(header()))
	must(t, w.BeginGroup(group()))
	must(t, w.BeginSet(set()))
	outer := w.Hold()
	must(t, w.Segment("LX", "1"))
	inner := w.Hold()
	must(t, w.Segment("LX", "2"))
	must(t, w.EndSet())
	must(t, w.BeginSet(set()))
	must(t, w.Segment("LX", "3"))
	must(t, w.Flush()) // waits
	if out.Len() != 0 {
		t.Errorf("under a hold %q was written", out.String())
	}
	if got := string(w.Since(inner)); got != "LX*2~SE*4*0001~ST*837*0001*005010X222A1~LX*3~" {
		t.Errorf("since the mark: %s", got)
	}
	w.Begin("HI") // half a segment goes too
	w.Text(1, 1, "bad")
	w.Rollback(inner)
	must(t, w.Release())
	if got := string(w.Since(outer)); got != "LX*1~" {
		t.Errorf("since the outer mark: %s", got)
	}
	must(t, w.Release())
	if out.Len() == 0 {
		t.Error("the flush that waited did not come")
	}
	must(t, w.Segment("LX", "4"))
	w.Begin("LX")
	w.Text(1, 1, "5")
	w.Abort()
	must(t, w.EndSet())
	must(t, w.EndGroup())
	must(t, w.EndInterchange())
	if !strings.HasSuffix(out.String(), "~ST*837*0001*005010X222A1~LX*1~LX*4~SE*4*0001~GE*1*1~IEA*1*000000001~") {
		t.Errorf("got %s", out.String())
	}
}

// A hold keeps more than the buffer's usual size.
func TestWriterLongHold(t *testing.T) {
	out := &buffer{}
	w := x12.NewWriter(out, nil)
	m := w.Hold()
	for range 20_000 {
		must(t, w.Segment("REF", "EI", "123456789"))
	}
	if out.Len() != 0 || len(w.Since(m)) != 20_000*len("REF*EI*123456789~") {
		t.Errorf("%d bytes were written, %d held", out.Len(), len(w.Since(m)))
	}
	w.Rollback(m)
	must(t, w.Segment("LX", "1"))
	must(t, w.Release())
	must(t, w.Flush())
	if out.String() != "LX*1~" {
		t.Errorf("wrote %d bytes, want one segment", out.Len())
	}
}

func TestWriterDestinationFails(t *testing.T) {
	out := &buffer{limit: 100_000}
	w := x12.NewWriter(out, nil)
	var err error
	n := 0
	for err == nil && n < 1_000_000 {
		err = w.Segment("REF", "EI", "123456789")
		n++
	}
	if !errors.Is(err, errFull) {
		t.Fatalf("after %d segments: %v", n, err)
	}
	size := w.Written()
	for range 1000 {
		if err := w.Segment("REF", "EI", "123456789"); !errors.Is(err, errFull) {
			t.Fatalf("later: %v, want the same error", err)
		}
	}
	if err := w.Flush(); !errors.Is(err, errFull) {
		t.Errorf("Flush: %v, want the same error", err)
	}
	if err := w.BeginInterchange(header()); !errors.Is(err, errFull) {
		t.Errorf("BeginInterchange: %v, want the same error", err)
	}
	if w.Written() != size {
		t.Errorf("after the error the buffer grew from %d to %d", size, w.Written())
	}
	short := x12.NewWriter(shortWriter{}, nil)
	must(t, short.Segment("LX", "1"))
	if err := short.Flush(); err == nil {
		t.Error("a short write was not noticed")
	}
}

type shortWriter struct{}

func (shortWriter) Write(p []byte) (int, error) { return len(p) - 1, nil }

func TestWriterAllocations(t *testing.T) {
	w := x12.NewWriter(&loopWriter{}, nil)
	amount := decimal.RequireFromString("125.50")
	n := testing.AllocsPerRun(20_000, func() {
		w.Begin("SV1")
		w.Text(1, 1, "HC")
		w.Text(1, 2, "99213")
		w.Decimal(2, 1, amount, true)
		w.Text(3, 1, "UN")
		w.Int(4, 1, 1)
		w.Date(5, 1, 20260131)
		if err := w.End(); err != nil {
			t.Fatal(err)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations a segment, want 0", n)
	}
}

type loopWriter struct{ n int }

func (l *loopWriter) Write(p []byte) (int, error) { l.n += len(p); return len(p), nil }

func TestHeadersAsReadMayHoldSeparators(t *testing.T) {
	const in = "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260131*0915*^*00501*000000001*0*T*:~" +
		"GS*HC*A:1*B^2*20260131*0915*1*X*005010X222A1:9~ST*837:A*0001^2*X:Y*Z:~"
	r := x12.NewReader(strings.NewReader(in), nil)
	var out strings.Builder
	w := x12.NewWriter(&out, &x12.WriterOptions{AsRead: true})
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		switch s.Tag() {
		case "ISA":
			err = w.BeginInterchange(r.Interchange())
		case "GS":
			err = w.BeginGroup(r.Group())
		case "ST":
			err = w.BeginSet(r.Set())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if w.Flush(); out.String() != in {
		t.Errorf("got  %s\nwant %s", out.String(), in)
	}
	strict := x12.NewWriter(&out, nil)
	if err := strict.BeginSet(&x12.Set{ID: "837:A"}); err == nil {
		t.Error("a separator in a header that was not read is not refused")
	}
}
