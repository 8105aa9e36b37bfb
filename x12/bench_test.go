// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// tokeniseInput is the file that CLAIMWIRE_BENCH names, or 12 MB of invented claims.
func tokeniseInput(b *testing.B) []byte {
	b.Helper()
	if path := os.Getenv("CLAIMWIRE_BENCH"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	return []byte(claims(35_000))
}

// BenchmarkTokenise measures against the byte loop that splits the same bytes
// into elements, which does nothing else.
func BenchmarkTokenise(b *testing.B) {
	data := tokeniseInput(b)
	b.Run("loop", func(b *testing.B) {
		b.ReportAllocs()
		benchkit.RunLoop(b, data)
	})
	b.Run("reader", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		segments := 0
		for b.Loop() {
			segments = 0
			r := x12.NewReader(bytes.NewReader(data), nil)
			for {
				s, err := r.Next()
				if err == io.EOF {
					break
				}
				if err != nil {
					b.Fatal(err)
				}
				benchSink += s.Len()
				segments++
			}
		}
		b.ReportMetric(float64(segments), "segments/op")
	})
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			copySegments(b, data)
		}
	})
}

var benchSink int

// copySegments reads data and writes each segment again, element by element.
func copySegments(b *testing.B, data []byte) {
	r := x12.NewReader(bytes.NewReader(data), nil)
	w := x12.NewWriter(io.Discard, &x12.WriterOptions{AsRead: true})
	for {
		s, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			b.Fatal(err)
		}
		if s.Tag() == "ISA" {
			if err := w.BeginInterchange(r.Interchange()); err != nil {
				b.Fatal(err)
			}
			continue
		}
		w.BeginKey(s.Key())
		for i := 1; i <= s.Len(); i++ {
			n := s.Components(i)
			if n == 1 {
				w.Text(i, 1, s.Text(i))
				continue
			}
			for c := 1; c <= n; c++ {
				w.Text(i, c, s.ComponentText(i, c))
			}
		}
		if err := w.End(); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if w.Written() != int64(len(data)) {
		b.Fatalf("%d bytes were written of %d", w.Written(), len(data))
	}
}

// The loop that the others are measured against must find what there is.
func TestByteLoopCounts(t *testing.T) {
	data := []byte(claims(3))
	want := 0
	for _, s := range bytes.Split(bytes.TrimSuffix(data, []byte("~")), []byte("~")) {
		want += bytes.IndexByte(append(bytes.Clone(s), '*'), '*') + bytes.Count(s, []byte("*"))
	}
	if got := benchkit.ByteLoop(data); got != want {
		t.Errorf("the loop counts %d, want %d", got, want)
	}
}
