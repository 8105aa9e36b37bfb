// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
)

// kindFile is ten megabytes of the golden files' claims of a kind.
func kindFile(b *testing.B, k Kind) []byte {
	b.Helper()
	var claims []*Claim
	for _, f := range filesOf(b, k) {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for c, err := range NewReader(bytes.NewReader(data), nil).Claims() {
			if err != nil {
				b.Fatal(err)
			}
			claims = append(claims, unplaced(c.Clone()))
		}
	}
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), &WriterOptions{Unchecked: true, MaxClaims: 1000})
	for n := 0; dst.Len() < 10<<20; n++ {
		c := claims[n%len(claims)].Clone()
		vary(c, n)
		if err := w.Write(c); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return dst.Bytes()
}

// BenchmarkKinds reads and writes claims of each kind: the others are to be as
// fast, a byte, as professional ones.
func BenchmarkKinds(b *testing.B) {
	for _, k := range allKindsOfClaims {
		data := kindFile(b, k)
		b.Run(k.String()+"/loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
		for _, reuse := range []bool{true, false} {
			name := "/new"
			if reuse {
				name = "/reuse"
			}
			b.Run(k.String()+name, func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					for c, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: reuse}).Claims() {
						if err != nil {
							b.Fatal(err)
						}
						benchSink += len(c.Lines)
					}
				}
			})
		}
		b.Run(k.String()+"/recode", func(b *testing.B) {
			var items []Item
			for item, err := range NewReader(bytes.NewReader(data), nil).Items() {
				if err != nil {
					b.Fatal(err)
				}
				items = append(items, *item)
			}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				w := NewRecodeWriter(io.Discard, nil)
				for i := range items {
					if err := w.Write(&items[i]); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
