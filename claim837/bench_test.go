// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// benchFile is the file that CLAIMWIRE_BENCH names, or ten megabytes of the
// golden files' claims with names, numbers and amounts that vary.
var benchFile = sync.OnceValues(func() ([]byte, error) {
	if f := os.Getenv("CLAIMWIRE_BENCH"); f != "" {
		return os.ReadFile(f)
	}
	claims, err := goldenClaims()
	if err != nil {
		return nil, err
	}
	var dst bytes.Buffer
	env := envelope()
	env.Submission.Date = 20261231 // after all that the claims tell of
	w := NewWriter(&dst, env, &WriterOptions{Unchecked: true, MaxClaims: 1000})
	for n := 0; dst.Len() < 10<<20; n++ {
		c := claims[n%len(claims)].Clone()
		vary(c, n)
		if err := w.Write(c); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return dst.Bytes(), err
})

// vary makes a claim one that did not come before; it stays in balance.
func vary(c *Claim, n int) {
	c.ID = fmt.Sprintf("C%07d", n)
	if len(c.Subscriber.Name.ID) != 11 { // else it may be Medicare's, which has a form
		c.Subscriber.Name.ID = fmt.Sprintf("M%08d", n)
	}
	c.Subscriber.Name.Last += string(rune('A' + n%26))
	more := amountOf(fmt.Sprintf("%d.%02d", n%50, n%100))
	if len(c.OtherCoverage) == 0 {
		c.Charge = c.Charge.Add(more)
		c.Lines[0].Charge = c.Lines[0].Charge.Add(more)
	}
}

// goldenClaims are the claims of the golden files.
func goldenClaims() (out []*Claim, err error) {
	files, err := filepath.Glob("../testdata/encounters/*.edi")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no golden files: %w", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for c, err := range NewReader(bytes.NewReader(data), nil).Claims() {
			if err != nil {
				return nil, err
			}
			out = append(out, unplaced(c.Clone()))
		}
	}
	return out, nil
}

func benchInput(b *testing.B) []byte {
	b.Helper()
	data, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	return data
}

var benchSink int

// BenchmarkDecode reads claims, into memory that is reused and into new one.
func BenchmarkDecode(b *testing.B) {
	data := benchInput(b)
	b.Run("loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
	for _, reuse := range []bool{true, false} {
		name := "new"
		if reuse {
			name = "reuse"
		}
		b.Run(name, func(b *testing.B) {
			claims := 0
			work := func() {
				claims = 0
				for c, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: reuse}).Claims() {
					if err != nil {
						b.Fatal(err)
					}
					benchSink += len(c.Lines)
					claims++
				}
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				work()
			}
			benchkit.Per(b, "claim", claims, work)
		})
	}
}

// BenchmarkEncode writes claims that are in memory.
func BenchmarkEncode(b *testing.B) {
	data := benchInput(b)
	var items []Item
	var claims []*Claim
	for item, err := range NewReader(bytes.NewReader(data), nil).Items() {
		if err != nil {
			b.Fatal(err)
		}
		items = append(items, *item)
		if item.Kind == x12.RecordStep {
			claims = append(claims, item.Claim)
		}
	}
	b.Run("loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
	b.Run("recode", func(b *testing.B) {
		work := func() {
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
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			work()
		}
		benchkit.Per(b, "claim", len(claims), work)
	})
	for _, unchecked := range []bool{true, false} {
		name := "checked"
		if unchecked {
			name = "canonical"
		}
		b.Run(name, func(b *testing.B) {
			refused := 0
			work := func() {
				refused = 0
				w := NewWriter(io.Discard, envelope(), &WriterOptions{Unchecked: unchecked})
				for _, c := range claims {
					if err := w.Write(c); err != nil {
						if _, ok := err.(*RefusedError); !ok {
							b.Fatal(err)
						}
						refused++
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				work()
			}
			if refused > len(claims)/10 {
				b.Fatalf("%d of %d claims are refused", refused, len(claims))
			}
			benchkit.Per(b, "claim", len(claims), work)
		})
	}
}

// BenchmarkJSON turns claims into JSON and back.
func BenchmarkJSON(b *testing.B) {
	claims, err := goldenClaims()
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for b.Loop() {
		size = 0
		for _, c := range claims {
			text, err := json.Marshal(c)
			if err != nil {
				b.Fatal(err)
			}
			var back Claim
			if err := json.Unmarshal(text, &back); err != nil {
				b.Fatal(err)
			}
			size += len(text)
		}
	}
	b.SetBytes(int64(size))
}

// The file that the benchmarks are run on is one of claims that are right.
func TestBenchFileIsValid(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes ten megabytes")
	}
	data, err := benchFile()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, err := range x12.Validate(bytes.NewReader(data), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if i.Severity == x12.Error {
			if n++; n < 5 {
				t.Error(strings.TrimSpace(i.String()))
			}
		}
	}
}
