// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// pair is an item of a flat segment of two elements before items of two.
type pair struct {
	Key, Code string
	Amount    decimal.Decimal
	Place     int
}

type pairs struct {
	Pairs []pair
	Rest  []x12.Raw
}

var (
	flatPairs = Flat[pair]{
		Tag: CAS, First: 2, Width: 2, Items: 3,
		Head:  func(c *Codec, p *pair) { c.Text(1, &p.Key) },
		Item:  func(c *Codec, p *pair, e int) { c.Text(e, &p.Code); c.Amount(e+1, &p.Amount) },
		Share: func(to, from *pair) { to.Key = from.Key },
		Same:  func(a, b *pair) bool { return a.Key == b.Key },
		Place: func(p *pair) *int { return &p.Place },
	}
	flatLoop = Loop[pairs]{ID: "F", Tag: LX, Headless: true, Do: func(c *Codec, v *pairs) {
		c.Rest(&v.Rest)
		FlatList(c, &v.Pairs, &flatPairs)
	}}
)

// A flat list keeps which segment and place each item was read from; a canonical
// writer fills the segments up.
func TestFlatList(t *testing.T) {
	for _, c := range []struct{ in, places, canonical string }{
		{"CAS*A*X*1~", "0", ""},
		{"CAS*A*X*1*Y*2*Z*3~CAS*A*V*4~", "0000", ""},
		{"CAS*A*X*1~CAS*A*Y*2~", "01", "CAS*A*X*1*Y*2~"},
		{"CAS*A*X*1***Z*3~CAS*A*V*4~", "030", "CAS*A*X*1*Z*3*V*4~"},
		{"CAS*A*X*1***Z*3~", "03", "CAS*A*X*1*Z*3~"},
		{"CAS*A*X*1~CAS*B*Y*2~CAS*A*Z*3~", "000", ""},
		{"CAS*A*X*1*Y*2~CAS*A*Z*3*V*4~CAS*A*W*5~", "00101", "CAS*A*X*1*Y*2*Z*3~CAS*A*V*4*W*5~"},
		{"CAS*A~", "", ""},
		{"CAS*A***X*1~", "2", ""},
		{"CAS*A***X*1~CAS*A*Y*2~", "20", ""},
		{"CAS*A*X*N~CAS*A*Y*2~", "00", ""},
		{"CAS*A*X*1~CAS*A*X*1*Y*N~CAS*A*Y*2~", "0100", ""},
		{"CAS*A*X*1~CAS*A*Y*N~CAS*A*Z*N~CAS*A*V*4~CAS*A*W*5~", "01001", "CAS*A*X*1~CAS*A*Y*N~CAS*A*Z*N~CAS*A*V*4*W*5~"},
		{"CAS*A*X*1***Z*3*V*4~", "03", ""},
		{"CAS*A*X*1*Y*2*Z*3*V~", "000", ""},
	} {
		for _, reuse := range []bool{false, true} {
			var issues []x12.Issue
			r := x12.NewReader(strings.NewReader(c.in), &x12.ReaderOptions{Fragment: true})
			rc := NewReader(r, func(i x12.Issue) { issues = append(issues, i) })
			rc.SetLife(&Life{Reuse: reuse})
			rc.Next()
			v := New[pairs](rc)
			Read(rc, &flatLoop, v)
			places := ""
			for _, p := range v.Pairs {
				places += string(rune('0' + p.Place))
			}
			if rc.Err() != nil || places != c.places {
				t.Errorf("%s: places %s, want %s (%v)", c.in, places, c.places, rc.Err())
			}
			want := c.canonical
			if want == "" {
				want = c.in
			}
			for _, canonical := range []bool{false, true} {
				var dst strings.Builder
				w := x12.NewWriter(&dst, &x12.WriterOptions{AsRead: true})
				wc := NewWriter(w, canonical)
				Write(wc, &flatLoop, v)
				if err := w.Flush(); err != nil {
					t.Fatal(err)
				}
				if !canonical && dst.String() != c.in || canonical && dst.String() != want {
					t.Errorf("canonical %v: %s becomes %s", canonical, c.in, dst.String())
				}
			}
		}
	}
}
