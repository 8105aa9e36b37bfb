// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// stay is a loop with a list of HI of every shape, with times, and with parts
// that may be missing. Its guide is nobody's.
type stay struct {
	ID        string
	Count     decimal.Decimal
	Remarks   []x12.Code
	First     string
	Second    string
	Discharge x12.Time
	Admission x12.Date
	Hour      x12.Time
	Codes     []stayCode
	Dated     []stayDate
	Spans     []staySpan
	Values    []stayValue
	Always    *stayAlways
	Some      *staySome
	Rest      []x12.Raw
}

type (
	stayCode struct {
		Qualifier, Present x12.Code
		Value              string
	}
	stayDate struct {
		Code string
		Date x12.Date
	}
	staySpan struct {
		Code   string
		Period x12.DateRange
	}
	stayValue struct {
		Code   string
		Amount decimal.Decimal
	}
	stayAlways struct{ Text string }
	staySome   struct {
		Rate, Tax decimal.NullDecimal
		Surgeon   *toyName
	}
)

var (
	stayLoop    = Loop[stay]{ID: "S", Tag: CLM, Do: doStay}
	surgeonLoop = Loop[toyName]{ID: "S1", Tag: NM1, Qualifiers: "72", Do: doName("72")}
)

func doStay(c *Codec, v *stay) {
	c.Rest(&v.Rest)
	a := Part(c, &v.Always)
	if c.Begin(CLM, "") {
		c.Text(1, &v.ID)
		c.NonZero(2, &v.Count)
		c.CodeList(3, 1, &v.Remarks)
		InElements(c, 4, 5, &v.Some, func(c *Codec, s *staySome) { c.NullAmount(5, &s.Rate) })
		c.CodeListFrom(1, 6, 2, &v.Remarks)
		c.Text(8, &a.Text)
		c.End()
	}
	c.REFPair("SY", &v.First, &v.Second)
	c.DTPTime("096", &v.Discharge)
	c.DTPMoment("435", &v.Admission, &v.Hour)
	HIHead(c, "ABK|BK", &v.Codes, stayHead, stayCodeAt)
	HITail(c, "ABF|BF", &v.Codes, stayHead, stayCodeAt, stayCodeParts)
	HIs(c, "BH", "BH", &v.Dated, func(c *Codec, e int, d *stayDate) {
		c.FixedComp(e, 1, "BH")
		c.TextComp(e, 2, &d.Code)
		c.DateComp(e, 3, &d.Date)
	}, nil)
	HIs(c, "BI", "BI", &v.Spans, func(c *Codec, e int, d *staySpan) {
		c.FixedComp(e, 1, "BI")
		c.TextComp(e, 2, &d.Code)
		c.PeriodComp(e, 3, &d.Period)
	}, nil)
	HIs(c, "BE", "BE", &v.Values, func(c *Codec, e int, d *stayValue) {
		c.FixedComp(e, 1, "BE")
		c.TextComp(e, 2, &d.Code)
		c.AmountComp(e, 5, &d.Amount)
	}, nil)
	In(c, AMT, &v.Some, func(c *Codec, s *staySome) { c.AMT("GT", &s.Tax) })
	In(c, NM1, &v.Some, func(c *Codec, s *staySome) { Opt(c, &s.Surgeon, &surgeonLoop) })
}

func stayHead(v *stayCode) bool { return v.Qualifier == "ABK" || v.Qualifier == "BK" }

func stayCodeAt(c *Codec, e int, v *stayCode) {
	c.CodeComp(e, 1, &v.Qualifier)
	c.TextComp(e, 2, &v.Value)
	c.CodeComp(e, 9, &v.Present)
}

func stayCodeParts(v *stayCode) (*x12.Code, *string) { return &v.Qualifier, &v.Value }

func readStay(t *testing.T, text string) (*stay, []x12.Issue) {
	t.Helper()
	var found []x12.Issue
	r := x12.NewReader(strings.NewReader(text), &x12.ReaderOptions{Fragment: true, Delimiters: x12.Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '\n'}})
	c := NewReader(r, func(i x12.Issue) {
		if i.Code == CodeNotHeld || i.Code == CodeValueNotHeld {
			found = append(found, i)
		}
	})
	c.Next()
	defer c.Around(Opener{Tag: CLM})()
	v := New[stay](c)
	Read(c, &stayLoop, v)
	if c.Tag() != 0 || c.Err() != nil {
		t.Fatalf("reading stopped at %v: %v", c.Tag(), c.Err())
	}
	return v, found
}

func writeStay(t *testing.T, v *stay) string {
	t.Helper()
	var dst bytes.Buffer
	w := x12.NewWriter(&dst, &x12.WriterOptions{Delimiters: x12.Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '\n'}, AsRead: true})
	c := NewWriter(w, false)
	Write(c, &stayLoop, v)
	if c.Fault() != nil || w.Flush() != nil {
		t.Fatal("writing failed")
	}
	return dst.String()
}

// Each segment is held by fields, or kept raw: either way it comes back.
func TestSegmentsOfStaysComeBack(t *testing.T) {
	full := func(q string) string { return "HI*" + q + ":1" + strings.Repeat("*"+q+":2", 11) }
	for _, c := range []struct {
		segments string
		element  int // that no field can hold; 0 = all is held
	}{
		{"CLM*A*2*M1**5*M2*M3*T", 0},
		{"CLM*A*0", 2},
		{"CLM*A*x", 2},
		{"CLM*A***X", 4},
		{"CLM*A****x", 5},
		{"CLM*A*****M2", 0}, // the list has a gap
		{"CLM*A**M1****M3", 0},
		{"REF*SY*1", 0},
		{"REF*SY*1\nREF*SY*2", 0},
		{"REF*SY*1\nREF*SY*2\nREF*SY*3", -1},
		{"REF*SY\nREF*SY*2", 1},
		{"REF*SY*1*X\nREF*SY*2", 3},
		{"DTP*096*TM*1100", 0},
		{"DTP*096*TM*110030", 0},
		{"DTP*096*TM*2500", 3},
		{"DTP*096*D8*20260131", 2},
		{"DTP*435*D8*20260131", 0},
		{"DTP*435*DT*202601311430", 0},
		{"DTP*435*DT*20260131143059", 3},
		{"DTP*435*DT*202601312560", 3},
		{"DTP*435*DT*202602301430", 3},
		{"DTP*435*DT*20260131", 3},
		{"DTP*435*TM*1430", 3},
		{"DTP*435", 3},
		{"HI*ABK:A:::::::Y", 0},
		{"HI*ABK:A::::::::Y", 1},
		{"HI*ABK:A::::5:::Y", 1},
		{"HI*ABK:A*ABF:B", 2}, // the head stands alone
		{"HI*ABF:A:::::::Y*BF:B*ABF:C:::::::N", 0},
		{"HI*ABF:A*ABK:B", 2},
		{"HI*ABF:A**ABF:B", spelling},
		{"HI*ABK:A\n" + full("ABF") + "\n" + full("BF"), 0},
		{full("ABF") + "\nHI*ABF:A", 0},
		{"HI*ABF:A\nHI*ABF:A", -1}, // writing would join them
		{"HI*ABK:A\nHI*BK:B", -1},
		{"HI*BH:11:D8:20260131*BH:12:D8:20260201", 0},
		{"HI*BH:11", 0},
		{"HI*BH:11:D8:20260132", 1},
		{"HI*BH:11:RD8:20260131-20260201", 1},
		{"HI*BH:11::20260131", 1},
		{"HI*BH:11:D8", 1},
		{"HI*BH:11:D8:20260131*BI:12:D8:20260201", 2},
		{"HI*BI:72:RD8:20260131-20260201", 0},
		{"HI*BI:72:D8:20260131", 0},
		{"HI*BI:72:RD8:20260131", 1},
		{"HI*BI:72:TM:1200", 1},
		{"HI*BI:72", 0},
		{"HI*BE:80:::4.50*BE:01:::0", 0},
		{"HI*BE:80", 1}, // its amount is always there
		{"HI*BE:80:::1,5", 1},
		{"HI*BE:80::3:4", 1},
		{"HI*DR:123", -1},
		{"AMT*GT*5", 0},
		{"AMT*ZZ*5", -1},
		{"NM1*72*1*DOE\nREF*EI*7", 0},
		{"NM1*73*1*DOE", -1},
	} {
		in := c.segments
		if !strings.HasPrefix(in, "CLM") {
			in = "CLM*A\n" + in
		}
		in += "\n"
		v, found := readStay(t, in)
		if got := writeStay(t, v); got != in {
			t.Errorf("%s came back as %q", c.segments, got)
		}
		raws := len(v.Rest)
		switch {
		case c.element == 0 && len(found)+raws > 0:
			t.Errorf("%s: found %v, rest %v", c.segments, found, v.Rest)
		case c.element == 0:
		case c.element == spelling:
			if len(found) != 0 || raws != 1 || len(v.Rest[0].Unread) > 0 {
				t.Errorf("%s: found %v, rest %+v", c.segments, found, v.Rest)
			}
		case len(found) != 1 || raws != 1:
			t.Errorf("%s: found %v, rest %v", c.segments, found, v.Rest)
		case c.element > 0 && found[0].Element != c.element:
			t.Errorf("%s: found %v, want element %d", c.segments, found[0], c.element)
		}
	}
}

// A head that comes after the others is the first entry, and is written first.
func TestHeadAfterTail(t *testing.T) {
	v, found := readStay(t, "CLM*A\nHI*BF:B*BF:C\nHI*BK:A\n")
	if want := []stayCode{{"BK", "", "A"}, {"BF", "", "B"}, {"BF", "", "C"}}; !reflect.DeepEqual(v.Codes, want) || len(found) > 0 {
		t.Errorf("%v, found %v", v.Codes, found)
	}
	if got := writeStay(t, v); got != "CLM*A\nHI*BK:A\nHI*BF:B*BF:C\n" {
		t.Errorf("written %q", got)
	}
}

// A segment that the list had no room for stays behind the list, also when others
// were out of order.
func TestSecondListAfterOthers(t *testing.T) {
	v, _ := readStay(t, "CLM*A\nHI*BH:1\nHI*BH:2\nXYZ*1\nHI*BF:B\n")
	back, _ := readStay(t, writeStay(t, v))
	if len(v.Rest) != 2 || !reflect.DeepEqual(v.Dated, back.Dated) || !reflect.DeepEqual(v.Codes, back.Codes) || len(back.Rest) != 2 {
		t.Errorf("%v, rest %v, came back as %v, rest %v", v.Dated, v.Rest, back.Dated, back.Rest)
	}
}

// A part is made by what belongs to it only.
func TestParts(t *testing.T) {
	for in, some := range map[string]bool{
		"CLM*A\n":                 false,
		"CLM*A***\n":              false,
		"CLM*A****5\n":            true,
		"CLM*A\nAMT*ZZ*1\n":       false,
		"CLM*A\nAMT*GT*1\n":       true,
		"CLM*A\nNM1*73*1*DOE\n":   false,
		"CLM*A\nNM1*72*1*DOE\n":   true,
		"CLM*A\nAMT*GT\n":         false,
		"CLM*A\nHI*BH:1\nAMT*GT*": false,
	} {
		v, _ := readStay(t, in)
		if v.Always == nil || (v.Some != nil) != some {
			t.Errorf("%q: %v, %v", in, v.Always, v.Some)
		}
	}
	if got := writeStay(t, &stay{ID: "A"}); got != "CLM*A\n" {
		t.Errorf("without parts: %q", got)
	}
	d := Describe(&stayLoop)
	var tags []string
	for _, s := range d.Segments {
		tags = append(tags, s.Tag+" "+s.Qualifiers)
	}
	if got := strings.Join(tags, ", "); got != "CLM , REF SY, DTP 096, DTP 435, HI ABK|BK, HI ABF|BF, HI BH, HI BI, HI BE, AMT GT" || len(d.Loops) != 1 {
		t.Errorf("described as %s, and %d loops", got, len(d.Loops))
	}
}
