// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// placed is a record whose loop function does not name all of its fields.
type placed struct {
	At      placedAt
	ID      string
	Day     x12.Date
	Hour    *placedHour
	First   string
	Second  string
	Span    x12.DateRange
	From    x12.Date
	To      x12.Date
	Types   []x12.Code
	Numbers []int
	Codes   []x12.CodedValue
	Lines   []placedLine
	Contact *x12.Contact
	Nowhere string
	Amount  decimal.Decimal
	Maybe   decimal.NullDecimal
	Sum     int
	Flag    bool
	Clock   x12.Time
	None    *placedHour
	Nones   []placedHour
	Part    struct{ A, B string }
	Rest    []x12.Raw
}

type placedAt struct{ Set int }

type placedHour struct {
	Hour x12.Time
	Odd  string
}

type placedLine struct {
	Number  int
	Texts   []string
	Refs    []x12.Reference
	Nowhere []string
	Below   *placedHour
	Rest    []x12.Raw
}

var (
	placedLoop     = Loop[placed]{ID: "P", Tag: CLM, Do: doPlaced}
	placedLineLoop = Loop[placedLine]{ID: "PL", Tag: LX, Do: doPlacedLine}
	placedPlaces   = Places[placed]{Do: func(c *Codec, v *placed) {
		Apart[placedAt](c)
		One(c, v, &placedLoop)
	}}
)

func doPlaced(c *Codec, v *placed) {
	c.Rest(&v.Rest)
	h := Part(c, &v.Hour)
	if c.Begin(CLM, "") {
		c.Text(1, &v.ID)
		c.CodeRepeats(2, &v.Types)
		c.IntList(3, 3, &v.Numbers)
		c.End()
	}
	c.DTPMoment("435", &v.Day, &h.Hour)
	c.DTPRange("472", &v.Span)
	if c.Begin(DTP, "") {
		c.Fixed(1, "001")
		c.Dates(2, &v.From, &v.To)
		c.End()
	}
	c.REFPair("SY", &v.First, &v.Second)
	HIHead(c, "ABK", &v.Codes, func(v *x12.CodedValue) bool { return v.Qualifier == "ABK" }, codedValueAt)
	HITail(c, "ABF", &v.Codes, func(v *x12.CodedValue) bool { return v.Qualifier == "ABK" }, codedValueAt, codedValueParts)
	c.Contact(&v.Contact)
	Many(c, &v.Lines, &placedLineLoop)
}

func doPlacedLine(c *Codec, v *placedLine) {
	c.Rest(&v.Rest)
	c.LX(&v.Number)
	if c.Begin(SV5, "") {
		c.CompList(1, 3, 2, &v.Texts)
		c.End()
	}
	c.REFs("9F|G1", &v.Refs)
}

// What is set and would be lost is named, and nothing else.
func TestMisplaced(t *testing.T) {
	hour, _ := x12.ParseTime("1430")
	seconds, _ := x12.ParseTime("143059")
	for _, c := range []struct {
		name string
		v    placed
		want []string
	}{
		{"nothing", placed{}, nil},
		{"all that has a place", placed{At: placedAt{1}, ID: "1", Day: 20260131, Hour: &placedHour{Hour: hour}, First: "1", Second: "2",
			Span: x12.DateRange{From: 20260101, To: 20260102}, From: 20260101, To: 20260102, Types: []x12.Code{"1", "2"}, Numbers: []int{1, 2, 3},
			Codes: make([]x12.CodedValue, 40), Contact: &x12.Contact{Name: "A", Numbers: make([]x12.ContactNumber, 3)}, Rest: make([]x12.Raw, 3),
			Lines: []placedLine{{Number: 1, Texts: []string{"a", "b"}, Refs: make([]x12.Reference, 9), Rest: make([]x12.Raw, 1)}}}, nil},
		{"fields", placed{Nowhere: "1", Sum: 1, Flag: true, Clock: hour, Amount: decimal.New(1, 0), Maybe: decimal.NewNullDecimal(decimal.Decimal{})},
			[]string{"nowhere", "amount", "maybe", "sum", "flag", "clock"}},
		{"parts", placed{None: &placedHour{}, Nones: make([]placedHour, 1)}, []string{"none", "nones"}},
		{"empty parts", placed{Nones: []placedHour{}}, nil},
		{"a part without a pointer", placed{Part: struct{ A, B string }{"", "1"}}, []string{"part.b"}},
		{"one field of a part", placed{Hour: &placedHour{Odd: "1"}}, []string{"hour.odd"}},
		{"below lists", placed{Lines: []placedLine{{}, {Nowhere: []string{"1"}, Below: new(placedHour)}}}, []string{"lines[1].nowhere", "lines[1].below"}},
		{"long lists", placed{Numbers: make([]int, 5), Lines: []placedLine{{Texts: []string{"a", "b", "c", "d"}}}, Contact: &x12.Contact{Numbers: make([]x12.ContactNumber, 4)}},
			[]string{"numbers[3]", "lines[0].texts[2]", "contact.numbers[3]"}},
		{"gaps", placed{Types: []x12.Code{"", "1", ""}}, []string{"types[0]", "types[2]"}},
		{"ends without beginnings", placed{Span: x12.DateRange{To: 20260101}, To: 20260101, Second: "1"}, []string{"second", "span.to", "to"}},
		{"an hour of no day", placed{Hour: &placedHour{Hour: hour}}, []string{"hour.hour"}},
		{"an hour with seconds", placed{Day: 20260101, Hour: &placedHour{Hour: seconds}}, []string{"hour.hour"}},
	} {
		if got := placedPlaces.Misplaced(&c.v); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	v := placed{Hour: &placedHour{}, Lines: make([]placedLine, 9)}
	if n := testing.AllocsPerRun(10, func() {
		if len(placedPlaces.Misplaced(&v))+len(placedPlaces.Misplaced(nil)) > 0 {
			t.Error("something of nothing")
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func placeIs(loop, tag, qualifiers string, element, component, nth int) x12.Place {
	return x12.Place{Loop: loop, Tag: tag, QualElement: 1, Qualifiers: qualifiers, Element: element, Component: component, Nth: nth}
}

// A path leads to the place of a field.
func TestFindPlace(t *testing.T) {
	for _, c := range []struct {
		path string
		want x12.Place
	}{
		{"id", placeIs("P", "CLM", "", 1, 0, 0)},
		{"types[3]", placeIs("P", "CLM", "", 2, 0, 0)},
		{"types", placeIs("P", "CLM", "", 2, 0, 0)},
		{"numbers[1]", placeIs("P", "CLM", "", 3, 2, 0)},
		{"hour.hour", placeIs("P", "DTP", "435", 3, 0, 0)},
		{"span", placeIs("P", "DTP", "472", 3, 0, 0)},
		{"span.to", placeIs("P", "DTP", "472", 3, 0, 0)},
		{"second", placeIs("P", "REF", "SY", 2, 0, 0)},
		{"codes[0].value", placeIs("P", "HI", "ABK", 1, 2, 0)},
		{"codes[1].value", placeIs("P", "HI", "ABF", 1, 2, 0)},
		{"codes[13]", placeIs("P", "HI", "ABF", 1, 0, 1)},
		{"contact.numbers[2].number", placeIs("P", "PER", "IC", 8, 0, 0)},
		{"contact", placeIs("P", "PER", "IC", 0, 0, 0)},
		{"lines[2].number", placeIs("PL", "LX", "", 1, 0, 2)},
		{"lines[2]", placeIs("PL", "LX", "", 0, 0, 2)},
		{"lines[2].texts[1]", placeIs("PL", "SV5", "", 1, 4, 0)},
		{"lines[2].refs[4].id", placeIs("PL", "REF", "9F|G1", 2, 0, 4)},
	} {
		if got, ok := placedPlaces.Find(c.path); !ok || got != c.want {
			t.Errorf("%s: %+v, %v", c.path, got, ok)
		}
	}
	for _, path := range []string{"nowhere", "none.hour", "id.x", "lines.number", "lines[x].number", "nobody", "hour.odd", "at", "rest", "lines[0].nowhere[2]"} {
		if got, ok := placedPlaces.Find(path); ok {
			t.Errorf("%s: %+v", path, got)
		}
	}
}

// A call whose field is none of the record's is found when the record is described.
func TestStrayField(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("nobody minds")
		}
	}()
	p := Places[placed]{Do: func(c *Codec, v *placed) {
		stray := v.ID
		if c.Begin(CLM, "") {
			c.Text(1, &stray)
			c.End()
		}
	}}
	p.Misplaced(new(placed))
}
