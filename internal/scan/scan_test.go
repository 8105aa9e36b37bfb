// SPDX-License-Identifier: Apache-2.0

package scan

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// want is Blocks, byte by byte.
func want(b []byte, elem, term, inner1, inner2 byte) (m Mask) {
	for i, c := range b[:Block] {
		switch {
		case c == term:
			m.Terms |= 1 << i
			m.Ends |= 1 << i
		case c == elem:
			m.Ends |= 1 << i
		case c == inner1 || c == inner2:
			m.Inner |= 1 << i
		}
	}
	return m
}

func TestBlocks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 0; n < 3000; n++ {
		var sep [4]byte
		for i := range sep {
			sep[i] = byte(r.Uint32())
		}
		if n%3 == 0 {
			sep = [4]byte{'*', '~', ':', '^'}
		}
		if n%7 == 0 { // a byte of two roles
			sep[r.IntN(4)] = sep[r.IntN(4)]
		}
		b := make([]byte, r.IntN(5)*Block+r.IntN(Block))
		for i := range b {
			switch r.IntN(3) {
			case 0:
				b[i] = sep[r.IntN(4)]
			case 1:
				b[i] = sep[r.IntN(4)] ^ 1<<r.IntN(8) // almost one
			default:
				b[i] = byte(r.Uint32())
			}
		}
		s := Of(sep[0], sep[1], sep[2], sep[3])
		got, other := make([]Mask, len(b)/Block), make([]Mask, len(b)/Block)
		room := func() []uint32 { return append(make([]uint32, 0, 1+len(b)), 9) }
		ends, inner := Blocks(got, room(), room(), b, 1000, &s)
		otherEnds, otherInner := portable(other, room(), room(), b, 1000, &s)
		wantEnds, wantInner := room(), room()
		for i := range got {
			w := want(b[i*Block:], sep[0], sep[1], sep[2], sep[3])
			if got[i] != w || other[i] != w {
				t.Fatalf("separators %q in %q: %x, portable %x, want %x", sep, b[i*Block:][:Block], got[i], other[i], w)
			}
			for k := range Block {
				if w.Ends>>k&1 != 0 {
					wantEnds = append(wantEnds, uint32(1000+i*Block+k))
				}
				if w.Inner>>k&1 != 0 {
					wantInner = append(wantInner, uint32(1000+i*Block+k))
				}
			}
		}
		if !slices.Equal(ends, wantEnds) || !slices.Equal(inner, wantInner) || !slices.Equal(otherEnds, wantEnds) || !slices.Equal(otherInner, wantInner) {
			t.Fatalf("separators %q in %q: ends %d, portable %d, want %d; inner %d, portable %d, want %d",
				sep, b, ends, otherEnds, wantEnds, inner, otherInner, wantInner)
		}
	}
}

// Too short arguments are found before anything is read or written.
func TestBlocksOfShortArguments(t *testing.T) {
	s := Of('*', '~', ':', '^')
	b, room := make([]byte, 2*Block), make([]uint32, 0, 2*Block)
	for i, do := range []func(){
		func() { Blocks(make([]Mask, 2), room, room, b[:2*Block-1], 0, &s) },
		func() { Blocks(make([]Mask, 2), room[:1], room, b, 0, &s) },
		func() { Blocks(make([]Mask, 2), room, room[:1], b, 0, &s) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("case %d is not refused", i)
				}
			}()
			do()
		}()
	}
	if ends, inner := Blocks(nil, room, room, nil, 0, &s); len(ends) != 0 || len(inner) != 0 {
		t.Error("no blocks hold separators")
	}
}

var sink uint64

func BenchmarkBlocks(b *testing.B) {
	text := make([]byte, 2048)
	for i := range text {
		text[i] = "SV1*HC:99213:25*120.5*UN*1***1:2~"[i%33]
	}
	s := Of('*', '~', ':', '^')
	out, ends, inner := make([]Mask, len(text)/Block), make([]uint32, 0, len(text)), make([]uint32, 0, len(text))
	for _, c := range []struct {
		name string
		do   func(_ []Mask, _, _ []uint32, _ []byte, _ uint32, _ *Seps) (_, _ []uint32)
	}{{"machine", Blocks}, {"portable", portable}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				c.do(out, ends, inner, text, 0, &s)
				sink += out[0].Ends
			}
		})
	}
}
