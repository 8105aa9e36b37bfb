// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// endless is a file of claims of any size, made as it is read: sets of a
// thousand claims in one interchange. It notes how large the heap becomes.
type endless struct {
	benchkit.Made
	size        int
	body        []byte
	set, claims int
	done        bool
}

const bodyHead = "HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~N4*DENVER*CO*802020000~REF*EI*123456789~"

func (e *endless) Read(p []byte) (int, error) { return e.Take(p, e.next) }

// next makes one set.
func (e *endless) next() []byte {
	if e.done {
		return nil
	}
	b := e.body[:0]
	if e.set == 0 {
		b = append(b, head...)
	}
	if e.Given >= e.size {
		e.done = true
		return fmt.Appendf(b, "GE*%d*1~IEA*1*000000001~", e.set)
	}
	e.set++
	b = fmt.Appendf(b, "ST*837*%04d*005010X222A1~BHT*0019*00*1*20260131*1200*CH~NM1*41*2*CLINIC*****46*S1~PER*IC*ANN*TE*3035550100~"+
		"NM1*40*2*NORTH PLAN*****46*N1~%s", e.set, bodyHead)
	segments := 10
	for i := range 1000 {
		e.claims++
		b = fmt.Appendf(b, "HL*%d*1*22*0~SBR*P*18*G%d******CI~NM1*IL*1*DOE*JANE*Q***MI*M%08d~N3*12 ELM ST~N4*DENVER*CO*80202~DMG*D8*19800229*F~"+
			"NM1*PR*2*NORTH PLAN*****PI*N1~CLM*A%d*%d.25***11:B:1*Y*A*Y*Y~HI*ABK:E119*ABF:I10~LX*1~SV1*HC:99213:25*%d.25*UN*1***1:2~"+
			"DTP*472*D8*20260115~", i+2, i, e.claims, e.claims, i, i)
		segments += 12
	}
	e.body = b[:0]
	return fmt.Appendf(b, "SE*%d*%04d~", segments+1, e.set)
}

// The heap at its largest is the same for a small file and for a large one,
// whatever is done with it.
func TestMemoryIsFlat(t *testing.T) {
	small, large := 1<<20, 24<<20
	if testing.Short() {
		large = 8 << 20
	}
	for name, work := range streams(t) {
		a := peakOf(small, work)
		b := peakOf(large, work)
		t.Logf("%-9s %5d KB at 1 MB, %5d KB at %d MB", name, a>>10, b>>10, large>>20)
		if b > a+1<<20 {
			t.Errorf("%s: the heap grows from %d to %d bytes with the file", name, a, b)
		}
	}
}

func peakOf(size int, work func(io.Reader)) uint64 {
	e := &endless{size: size}
	return e.Over(func() { work(e) })
}

// streams are the ways to pass over a file.
func streams(t testing.TB) map[string]func(io.Reader) {
	decode := func(o *ReaderOptions) func(io.Reader) {
		return func(r io.Reader) {
			for c, err := range NewReader(r, o).Claims() {
				if err != nil {
					t.Fatal(err)
				}
				benchSink += len(c.Lines)
			}
		}
	}
	return map[string]func(io.Reader){
		"tokenise": func(r io.Reader) {
			for s, err := range x12.NewReader(r, nil).Segments() {
				if err != nil {
					t.Fatal(err)
				}
				benchSink += s.Len()
			}
		},
		"validate": func(r io.Reader) {
			for i, err := range x12.Validate(r, nil) {
				if err != nil || i.Severity == x12.Error {
					t.Fatal(i, err)
				}
			}
		},
		"reuse": decode(&ReaderOptions{Reuse: true}),
		"new":   decode(nil),
		"recode": func(r io.Reader) {
			w := NewRecodeWriter(io.Discard, nil)
			for item, err := range NewReader(r, &ReaderOptions{Reuse: true}).Items() {
				if err == nil {
					err = w.Write(item)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		},
		"write": func(r io.Reader) {
			w := NewWriter(io.Discard, envelope(), nil)
			for c, err := range NewReader(r, nil).Claims() {
				if err == nil {
					err = w.Write(c)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		},
	}
}

// BenchmarkMemory reports the largest heap for files of 1 MB to 100 MB, and of
// 1 GB when CLAIMWIRE_BENCH_GB is set.
func BenchmarkMemory(b *testing.B) {
	sizes := []int{1, 10, 100}
	if os.Getenv("CLAIMWIRE_BENCH_GB") != "" {
		sizes = append(sizes, 1000)
	}
	for _, name := range []string{"tokenise", "validate", "reuse", "new", "recode", "write"} {
		work := streams(b)[name]
		for _, mb := range sizes {
			b.Run(fmt.Sprintf("%s/%dMB", name, mb), func(b *testing.B) {
				peak := uint64(0)
				for b.Loop() {
					peak = peakOf(mb*1_000_000, work)
				}
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				b.SetBytes(int64(mb) * 1_000_000)
				b.ReportMetric(float64(peak)/1024, "peak-KB")
				b.ReportMetric(float64(m.Sys)/(1<<20), "sys-MB")
			})
		}
	}
}

// Junk takes memory by its length, and no more than the limit of a record allows.
func TestMemoryOfJunk(t *testing.T) {
	const size = 1 << 20
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, body := range map[string]string{
		"lines":           "CLM*1*5~" + repeat("LX*1~"),
		"empty lines":     "CLM*1*5~" + repeat("LX~"),
		"coverages":       "CLM*1*5~" + repeat("SBR~"),
		"unknown":         repeat("A~"),
		"unknown in line": "CLM*1*5~LX*1~" + repeat("A~"),
		"levels":          repeat("HL*1**20*1~"),
		"subscribers":     repeat("HL*1**22*1~"),
		"claims":          repeat("CLM~"),
		"sets":            repeat("ST*837*1*005010X222A1~"),
		"groups":          repeat("GS~"),
		"references":      "CLM*1*5~LX*1~" + repeat("REF*G1*A~"),
		"contacts":        repeat("PER*IC*A~"),
		"elements":        "CLM*1*5~" + repeat("K3"+strings.Repeat("*A", 900)+"~"),
		"components":      "CLM*1*5~" + repeat("HI*"+strings.Repeat("A:", 400)+"~"),
		"repeats":         "CLM*1*5~" + repeat("FOO*"+strings.Repeat("A^", 400)+"~"),
		"one segment":     "FOO*" + repeat("A"),
		"no end":          "CLM*1*5~" + repeat("ABCDEFGHIJ"),
	} {
		in := setOf(body)
		m := benchkit.Measure(func() {
			for _, err := range NewReader(bytes.NewReader(in), &ReaderOptions{Reuse: true}).Items() {
				if err != nil {
					break
				}
			}
		})
		t.Logf("%-16s %6.1f bytes for each byte", name, float64(m.Bytes)/size)
		if m.Bytes > 400*size {
			t.Errorf("%s: a megabyte takes %d MB", name, m.Bytes>>20)
		}
	}
}
