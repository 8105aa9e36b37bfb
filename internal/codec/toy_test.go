// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// toy is a loop with a segment of every shape. Its guide is nobody's.
type toy struct {
	Number   int
	Text     string
	Code     x12.Code
	Amount   decimal.Decimal
	Null     decimal.NullDecimal
	Int      int
	Yes      bool
	Date     x12.Date
	Time     x12.Time
	Period   x12.DateRange
	Day      x12.Date
	Weight   decimal.NullDecimal
	Label    string
	Comp     string
	CompCode x12.Code
	CompNull decimal.NullDecimal
	CompInt  int
	CompLbl  string
	Texts    []string
	Codes    []x12.Code
	CompList []string
	CompCds  []x12.Code
	Ints     []int
	Ref      string
	Refs     []x12.Reference
	RefList  []string
	Onset    x12.Date
	Service  x12.DateRange
	Paid     decimal.NullDecimal
	Count    decimal.NullDecimal
	K3       []string
	Note     *toyNote
	Notes    []toyNote
	Codes1   []x12.CodedValue
	Adjusted []x12.AdjustmentGroup
	Name     toyName
	Opt      *toyName
	Many     []toyChild
	Rest     []x12.Raw
}

type toyNote struct{ Type, Text string }

type toyName struct {
	Name     x12.Name
	Address  x12.Address
	Contacts []x12.Contact
	Ref      string
	Rest     []x12.Raw
}

type toyChild struct {
	ID   string
	Ref  string
	Rest []x12.Raw
}

var (
	toyLoop   = Loop[toy]{ID: "T", Tag: LX, Do: doToy}
	nameLoop  = Loop[toyName]{ID: "T1", Tag: NM1, Qualifiers: "85", Do: doName("85")}
	optLoop   = Loop[toyName]{ID: "T2", Tag: NM1, Qualifiers: "82", Do: doName("82")}
	childLoop = Loop[toyChild]{ID: "T3", Tag: SBR, Do: doChild}
)

func doToy(c *Codec, v *toy) {
	c.Rest(&v.Rest)
	c.LX(&v.Number)
	if c.Begin(SV1, "") {
		c.Text(1, &v.Text)
		c.Code(2, &v.Code)
		c.Amount(3, &v.Amount)
		c.NullAmount(4, &v.Null)
		c.Int(5, &v.Int)
		c.Bool(6, &v.Yes, "Y")
		c.Date(7, &v.Date)
		c.Time(8, &v.Time)
		c.Period(9, &v.Period)
		c.DatePeriod(11, &v.Day)
		c.Unit(13, "01", &v.Weight)
		c.Label(15, "AC", &v.Label)
		c.End()
	}
	if c.Begin(SV5, "") {
		c.TextComp(1, 1, &v.Comp)
		c.CodeComp(1, 2, &v.CompCode)
		c.NullAmountComp(1, 3, &v.CompNull)
		c.IntComp(1, 4, &v.CompInt)
		c.LabelComp(1, 5, "2U", &v.CompLbl)
		c.FixedComp(2, 2, "B")
		c.CompList(3, 2, 3, &v.CompList)
		c.CodeComps(4, 1, 2, &v.CompCds)
		c.IntList(5, 3, &v.Ints)
		c.End()
	}
	if c.Begin(CR2, "") {
		c.WordsList(1, 3, &v.Texts)
		c.CodeList(4, 2, &v.Codes)
		c.End()
	}
	c.DTP("431", &v.Onset)
	c.DTPRange("472", &v.Service)
	c.AMT("F5", &v.Paid)
	c.QTY("PT", &v.Count)
	c.REF("G1", &v.Ref)
	c.REFs("0B|1G", &v.Refs)
	c.REFList("9F", &v.RefList)
	c.K3(&v.K3)
	Seg(c, NTE, "ADD", &v.Note, doNote)
	Segs(c, NTE, "DCP|TPO", &v.Notes, doNote)
	c.HICodes("ABK|BK", "ABF|BF", &v.Codes1)
	c.CAS(&v.Adjusted)
	One(c, &v.Name, &nameLoop)
	Opt(c, &v.Opt, &optLoop)
	Many(c, &v.Many, &childLoop)
}

func doNote(c *Codec, v *toyNote) {
	c.Text(1, &v.Type)
	c.Text(2, &v.Text)
}

func doName(role string) func(*Codec, *toyName) {
	return func(c *Codec, v *toyName) {
		c.Rest(&v.Rest)
		c.NM1(role, &v.Name)
		c.Address(&v.Address)
		c.REF("EI", &v.Ref)
		c.Contacts(&v.Contacts)
	}
}

func doChild(c *Codec, v *toyChild) {
	c.Rest(&v.Rest)
	if c.Begin(SBR, "") {
		c.Text(1, &v.ID)
		c.End()
	}
	c.REF("G1", &v.Ref)
}

// readToys reads loops from text whose segments end with a line feed.
func readToys(t testing.TB, text string, reuse bool) (out []*toy, found []x12.Issue) {
	t.Helper()
	r := x12.NewReader(strings.NewReader(text), &x12.ReaderOptions{Fragment: true, Delimiters: x12.Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '\n'}})
	c := NewReader(r, func(i x12.Issue) { found = append(found, i) })
	life := &Life{Reuse: reuse}
	c.SetLife(life)
	c.Next()
	defer c.Around(Opener{Tag: LX})()
	for c.Tag() == LX {
		if reuse {
			life.Reset()
			out = out[:0]
		}
		v := New[toy](c)
		Read(c, &toyLoop, v)
		out = append(out, v)
	}
	if c.Tag() != 0 || c.Err() != nil {
		t.Fatalf("reading stopped at %v: %v", c.Tag(), c.Err())
	}
	return out, found
}

func writeToys(t testing.TB, canonical bool, toys ...*toy) string {
	t.Helper()
	var dst bytes.Buffer
	w := x12.NewWriter(&dst, &x12.WriterOptions{Delimiters: x12.Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '\n'}, AsRead: true})
	c := NewWriter(w, canonical)
	for _, v := range toys {
		Write(c, &toyLoop, v)
	}
	if c.Fault() != nil || w.Flush() != nil {
		t.Fatal("writing failed")
	}
	return dst.String()
}
