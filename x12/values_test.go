// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func TestParseDecimal(t *testing.T) {
	tests := []struct {
		in   string
		coef int64
		exp  int32
		ok   bool
	}{
		// GEN-03
		{"1250.5", 12505, -1, true},
		{"-.03", -3, -2, true},
		{"1,250.50", 0, 0, false},
		{"$12", 0, 0, false},
		{"1E3", 0, 0, false},
		{"+4", 0, 0, false},
		// the rest of type R
		{"0", 0, 0, true},
		{"-0", 0, 0, true},
		{"0.00", 0, -2, true},
		{"150.00", 15000, -2, true},
		{"007", 7, 0, true},
		{".5", 5, -1, true},
		{"0000000000000000000000000007", 7, 0, true}, // zeros in front do not count
		{"0.000000000000000001", 1, -18, true},
		{".0000000000000000001", 0, 0, false},
		{"999999999999999999", 999999999999999999, 0, true},
		{"-9999999999999999.99", -999999999999999999, -2, true},
		{"9999999999999999999", 0, 0, false}, // 19 digits
		{"", 0, 0, false},
		{"-", 0, 0, false},
		{".", 0, 0, false},
		{"-.", 0, 0, false},
		{"5.", 5, 0, true}, // validation refuses it
		{"-150.", -150, 0, true},
		{"123456789012345678.", 123456789012345678, 0, true},
		{"..", 0, 0, false},
		{"-5..", 0, 0, false},
		{"1.2.3", 0, 0, false},
		{"--1", 0, 0, false},
		{"1-", 0, 0, false},
		{" 1", 0, 0, false},
		{"1 ", 0, 0, false},
		{"1e3", 0, 0, false},
		{"0x1", 0, 0, false},
		{"−4", 0, 0, false}, // a Unicode minus
		{"１２", 0, 0, false},
		{"NaN", 0, 0, false},
		{"Inf", 0, 0, false},
	}
	for _, tt := range tests {
		coef, exp, ok := x12.ParseDecimal(tt.in)
		if coef != tt.coef || exp != tt.exp || ok != tt.ok {
			t.Errorf("ParseDecimal(%q) = %d, %d, %v; want %d, %d, %v", tt.in, coef, exp, ok, tt.coef, tt.exp, tt.ok)
		}
		if c, e, o := x12.ParseDecimal([]byte(tt.in)); c != coef || e != exp || o != ok {
			t.Errorf("ParseDecimal of bytes %q differs", tt.in)
		}
	}
}

func TestParseImplied(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string // "" = refused
	}{
		{"12345", 2, "123.45"}, {"5", 2, "0.05"}, {"-5", 2, "-0.05"}, {"0", 2, "0"}, {"7", 0, "7"},
		{"1.5", 2, ""}, {"5.", 2, ""}, {"", 2, ""}, {"1,0", 2, ""}, {"+5", 0, ""},
	} {
		coef, exp, ok := x12.ParseImplied(tt.in, tt.n)
		got := ""
		if ok {
			got = decimal.New(coef, exp).String()
		}
		if got != tt.want {
			t.Errorf("ParseImplied(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestAppendDecimal(t *testing.T) {
	long := strings.Repeat("9", 30)
	for _, tt := range []struct{ in, trim, keep string }{
		{"100", "100", "100"},
		{"100.00", "100", "100.00"},
		{"12.50", "12.5", "12.50"},
		{"0.03", "0.03", "0.03"},
		{"-0.03", "-0.03", "-0.03"},
		{"0", "0", "0"},
		{"0.00", "0", "0.00"},
		{"-0.00", "0", "0.00"},
		{"-125.5", "-125.5", "-125.5"},
		{"1e3", "1000", "1000"},
		{"999999999999999999", "999999999999999999", "999999999999999999"},
		{"0.000000000000000001", "0.000000000000000001", "0.000000000000000001"},
		{long, long, long},
		{long + ".50", long + ".5", long + ".50"},
		{"0." + long + "0", "0." + long, "0." + long + "0"},
	} {
		d := decimal.RequireFromString(tt.in)
		if got := string(x12.AppendDecimal([]byte("x"), d, true)); got != "x"+tt.trim {
			t.Errorf("AppendDecimal(%s, trim) = %s, want x%s", tt.in, got, tt.trim)
		}
		if got := string(x12.AppendDecimal(nil, d, false)); got != tt.keep {
			t.Errorf("AppendDecimal(%s) = %s, want %s", tt.in, got, tt.keep)
		}
	}
}

func TestAppendFixed(t *testing.T) {
	for _, tt := range []struct {
		coef  int64
		scale int
		want  string
	}{
		{12345, 2, "123.45"}, {5, 2, "0.05"}, {-5, 2, "-0.05"}, {0, 2, "0.00"}, {0, 0, "0"}, {7, -1, "7"}, {100, 2, "1.00"},
		{math.MinInt64, 0, "-9223372036854775808"}, {math.MinInt64, 2, "-92233720368547758.08"}, {math.MaxInt64, 19, "0.9223372036854775807"},
		{3, 30, "0.000000000000000000000000000003"},
	} {
		if got := string(x12.AppendFixed(nil, tt.coef, tt.scale)); got != tt.want {
			t.Errorf("AppendFixed(%d, %d) = %s, want %s", tt.coef, tt.scale, got, tt.want)
		}
	}
}

func TestAppendImplied(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
		ok   bool
	}{
		{"123.45", 2, "12345", true}, {"0.05", 2, "5", true}, {"-1", 2, "-100", true}, {"0", 2, "0", true},
		{"1.50", 2, "150", true}, {"1.500", 2, "150", true}, {"1.505", 2, "", false}, {"7", 0, "7", true},
	} {
		got, ok := x12.AppendImplied(nil, decimal.RequireFromString(tt.in), tt.n)
		if string(got) != tt.want || ok != tt.ok {
			t.Errorf("AppendImplied(%s, %d) = %s, %v; want %s, %v", tt.in, tt.n, got, ok, tt.want, tt.ok)
		}
	}
}

func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"1250.5", "-.03", "0.00", "999999999999999999", "-0", "1.", "1e5", ".000000000000000000", "0.000000000000000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		coef, exp, ok := x12.ParseDecimal(s)
		if !ok {
			return
		}
		d := decimal.New(coef, exp)
		want, err := decimal.NewFromString(s)
		if err != nil || !d.Equal(want) {
			t.Fatalf("%q is %v, want %v", s, d, want)
		}
		for _, trim := range []bool{true, false} {
			out := x12.AppendDecimal(nil, d, trim)
			c, e, ok := x12.ParseDecimal(out)
			if !ok || !decimal.New(c, e).Equal(d) || (!trim && e != exp) {
				t.Fatalf("%q is written as %q", s, out)
			}
			if trim && string(x12.AppendDecimal(nil, decimal.New(c, e), true)) != string(out) {
				t.Fatalf("%q has two canonical forms", s)
			}
		}
	})
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"20260131": "2026-01-31", "20240229": "2024-02-29", "20000229": "2000-02-29", "00010101": "0001-01-01", "99991231": "9999-12-31",
		"20260229": "", "21000229": "", "20260431": "", "20261301": "", "20260001": "", "20260100": "", "00000101": "",
		"": "", "2026013": "", "202601310": "", "2026-1-1": "", "2026O131": "", "260131": "", "２": "",
	} {
		d, ok := x12.ParseDate(in)
		if ok != (want != "") || d.String() != want {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", in, d, ok, want)
		}
		if ok && string(x12.AppendDate(nil, d)) != in {
			t.Errorf("AppendDate(%v) = %s", d, x12.AppendDate(nil, d))
		}
	}
}

func TestDate(t *testing.T) {
	d := x12.NewDate(2026, time.January, 31)
	if d.Year() != 2026 || d.Month() != time.January || d.Day() != 31 || !d.Valid() || d.IsZero() || d != 20260131 {
		t.Errorf("date is %v", d)
	}
	if got := d.AddDays(29); got != 20260301 {
		t.Errorf("29 days later is %v", got)
	}
	if got := x12.DateOf(time.Date(2026, 1, 31, 23, 59, 0, 0, time.FixedZone("west", -8*3600))); got != d {
		t.Errorf("DateOf takes another zone: %v", got)
	}
	if x12.NewDate(2026, 2, 29).Valid() || x12.Date(0).Valid() || !x12.Date(0).IsZero() {
		t.Error("a day that does not exist is valid")
	}
	for text, want := range map[string]x12.Date{"2026-01-31": d, "20260131": d, "": 0} {
		var got x12.Date
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("UnmarshalText(%q) = %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"2026-02-29", "31.01.2026", "2026-01-31T00:00:00Z", "2026/01/31"} {
		got := d
		if err := got.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("UnmarshalText(%q) = %v, want an error", text, got)
		}
	}
	if b, err := d.MarshalText(); string(b) != "2026-01-31" || err != nil {
		t.Errorf("MarshalText: %s, %v", b, err)
	}
	if b, _ := x12.Date(0).MarshalText(); string(b) != "" {
		t.Errorf("no date is %q", b)
	}
}

func TestDateRange(t *testing.T) {
	for in, ok := range map[string]bool{
		"20260101-20260131": true, "20260101-20260101": true, "20260131-20260101": true, // validating is somebody else's
		"20260101": false, "20260101-20260229": false, "20260229-20260301": false, "20260101/20260131": false, "": false,
	} {
		r, got := x12.ParseDateRange(in)
		if got != ok || ok && string(x12.AppendDateRange(nil, r)) != in || !ok && !r.IsZero() {
			t.Errorf("ParseDateRange(%q) = %v, %v", in, r, got)
		}
	}
	single, period := x12.DateRange{From: 20260101}, x12.DateRange{From: 20260101, To: 20260102}
	if single.Last() != 20260101 || period.Last() != 20260102 || single.IsZero() || !(x12.DateRange{}).IsZero() {
		t.Error("Last or IsZero is wrong")
	}
	if got := string(x12.AppendDateRange(nil, single)); got != "20260101" {
		t.Errorf("a single date is %s", got)
	}
}

func TestTime(t *testing.T) {
	for in, want := range map[string]string{
		"0915": "09:15", "0000": "00:00", "2359": "23:59", "091530": "09:15:30", "0915302": "09:15:30.2", "09153025": "09:15:30.25",
		"2400": "", "0960": "", "091560": "", "915": "", "09:15": "", "": "", "09153": "", "091530255": "", "09I5": "",
	} {
		v, ok := x12.ParseTime(in)
		if ok != (want != "") || v.String() != want || v.IsZero() == ok {
			t.Errorf("ParseTime(%q) = %q, %v; want %q", in, v, ok, want)
			continue
		}
		if !ok {
			continue
		}
		if got := string(x12.AppendTime(nil, v)); got != in {
			t.Errorf("AppendTime(%q) = %q", in, got)
		}
		var back x12.Time
		if err := back.UnmarshalText([]byte(v.String())); err != nil || back != v {
			t.Errorf("UnmarshalText(%q) = %v, %v", v, back, err)
		}
	}
	v, _ := x12.ParseTime([]byte("091530"))
	if v.Hour() != 9 || v.Minute() != 15 || v.Second() != 30 {
		t.Errorf("091530 is %d %d %d", v.Hour(), v.Minute(), v.Second())
	}
	at := time.Date(2026, 1, 31, 9, 15, 30, 0, time.UTC)
	if x12.TimeOf(at, true) != v || x12.TimeOf(at, false) != x12.NewTime(9, 15) {
		t.Errorf("TimeOf gives %v, %v", x12.TimeOf(at, true), x12.TimeOf(at, false))
	}
	var none x12.Time
	if b, _ := none.MarshalText(); len(b) != 0 || len(x12.AppendTime(nil, none)) != 0 {
		t.Errorf("no time is %q", b)
	}
	if err := none.UnmarshalText(nil); err != nil || !none.IsZero() {
		t.Errorf("empty text is %v, %v", none, err)
	}
	if err := none.UnmarshalText([]byte("25:00")); err == nil {
		t.Error("25:00 is a time")
	}
}

func TestValuesAllocateNothing(t *testing.T) {
	buf := make([]byte, 0, 64)
	d := decimal.RequireFromString("125.50")
	amount, date, period, hour := []byte("125.50"), []byte("20260131"), []byte("20260101-20260131"), []byte("0915")
	n := testing.AllocsPerRun(100, func() {
		x12.ParseDecimal(amount)
		dd, _ := x12.ParseDate(date)
		pp, _ := x12.ParseDateRange(period)
		tt, _ := x12.ParseTime(hour)
		buf = x12.AppendDecimal(buf[:0], d, true)
		buf = x12.AppendDate(buf, dd)
		buf = x12.AppendDateRange(buf, pp)
		buf = x12.AppendTime(buf, tt)
	})
	if n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func TestPositionString(t *testing.T) {
	for want, p := range map[string]x12.Position{
		"segment 12 (2010AA NM109)":   {Segment: 12, Loop: "2010AA", Tag: "NM1", Element: 9},
		"segment 3 (HI01-2 repeat 4)": {Segment: 3, Tag: "HI", Element: 1, Component: 2, Repeat: 4},
		"segment 3 (HI01)":            {Segment: 3, Tag: "HI", Element: 1, Repeat: 1},
		"byte 106 (GS)":               {Offset: 106, Tag: "GS"},
		"byte 0":                      {},
		"segment 7 (2300 CLM11-5)":    {Segment: 7, Tag: "CLM", Loop: "2300", Element: 11, Component: 5},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if p := (x12.Position{Tag: "HI"}).At(2, 1); p.Element != 2 || p.Component != 1 || p.Tag != "HI" {
		t.Errorf("At gives %+v", p)
	}
}

func TestDelimiters(t *testing.T) {
	for in, ok := range map[string]bool{"*:^~": true, "*: ~": true, "|>!\n": true, "*:^": false, "*:^~~": false, "**^~": false, "*:*~": false,
		"*:^A": false, "1:^~": false, " :^~": false, "*:^*": false, "": false, "*:\x00~": true, "\x00:^~": false} {
		d, got := x12.ParseDelimiters(in)
		if got != ok {
			t.Errorf("ParseDelimiters(%q) is %v", in, got)
		}
		if ok && in[2] > ' ' && d.String() != in {
			t.Errorf("%q becomes %q", in, d.String())
		}
	}
	d := x12.DefaultDelimiters()
	if !d.Has('*') || !d.Has(':') || !d.Has('^') || !d.Has('~') || d.Has('A') {
		t.Error("Has is wrong")
	}
	none, _ := x12.ParseDelimiters("*: ~")
	if none.Repetition != 0 || none.String() != "*: ~" {
		t.Errorf("no repetition separator is %q", none)
	}
}
