// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// The heap at its largest is the same for a small remittance and for a large
// one, whatever is done with it.
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
			for p, err := range NewReader(r, o).Payments() {
				if err != nil {
					t.Fatal(err)
				}
				benchSink += len(p.Lines)
			}
		}
	}
	return map[string]func(io.Reader){
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
			w := NewWriter(io.Discard, envelope(), &WriterOptions{Rules: NoRules})
			for item, err := range NewReader(r, nil).Items() {
				switch {
				case err != nil:
				case item.Kind == x12.RecordStep:
					err = w.Write(item.Payment)
				case item.Kind == x12.SummaryStep:
					err = w.WriteSummary(item.Summary)
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

// BenchmarkMemory reports the largest heap for remittances of 1 MB to 100 MB,
// and of 1 GB when CLAIMWIRE_BENCH_GB is set.
func BenchmarkMemory(b *testing.B) {
	sizes := []int{1, 10, 100}
	if os.Getenv("CLAIMWIRE_BENCH_GB") != "" {
		sizes = append(sizes, 1000)
	}
	for _, name := range []string{"reuse", "new", "recode", "write"} {
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
		"lines":       "CLP*1*1*5*5~" + repeat("SVC*HC:1*1*1~"),
		"empty lines": "CLP*1*1*5*5~" + repeat("SVC~"),
		"payments":    repeat("CLP~"),
		"headers":     repeat("LX*1~"),
		"adjustments": "CLP*1*1*5*5~" + repeat("CAS*CO*1*1~"),
		"gaps":        "CLP*1*1*5*5~" + repeat("CAS*CO*1*1*************1*1~"),
		"broken ones": "CLP*1*1*5*5~" + repeat("CAS*CO*1*1**2*2**3*X~"),
		"summary":     repeat("PLB*1*20261231*CS*1~"),
		"contacts":    repeat("PER*BL*A~"),
		"amounts":     "CLP*1*1*5*5~" + repeat("AMT*I*1~"),
		"names":       "CLP*1*1*5*5~" + repeat("NM1*IL*1*A~"),
		"remarks":     "CLP*1*1*5*5~SVC*HC:1*1*1~" + repeat("LQ*HE*A~"),
		"unknown":     repeat("A~"),
		"sets":        repeat("ST*835*1~"),
	} {
		in := sampleHead + "ST*835*0001~BPR*I*5~" + body
		var last error
		m := benchkit.Measure(func() {
			for _, err := range NewReader(strings.NewReader(in), &ReaderOptions{Reuse: true}).Items() {
				if last = err; err != nil {
					break
				}
			}
		})
		t.Logf("%-12s %6.1f bytes for each byte", name, float64(m.Bytes)/size)
		if m.Bytes > 400*size {
			t.Errorf("%s: a megabyte takes %d MB", name, m.Bytes>>20)
		}
		if syntax := (*x12.SyntaxError)(nil); last != nil && !errors.As(last, &syntax) {
			t.Errorf("%s: %v", name, last)
		}
	}
	long := sampleHead + "ST*835*0001~CLP*1*1*5*5~" + strings.Repeat("LQ*HE*A~", 4096)
	for _, err := range NewReader(strings.NewReader(long), &ReaderOptions{MaxRecord: 4 << 10}).Items() {
		if err != nil {
			return
		}
	}
	t.Error("a record beyond the limit is read")
}

var errFull = errors.New("the disk is full")

// full takes some bytes and then fails.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// An error of the destination ends the writing and comes again.
func TestFullDisk(t *testing.T) {
	items := recode([]byte(sample), nil).items
	w := NewWriter(&full{room: 100}, envelope(), anyText())
	rw := NewRecodeWriter(&full{room: 100}, nil)
	var err, re error
	for range 200 {
		for i := range items {
			if items[i].Kind == x12.RecordStep {
				err = errors.Join(err, w.Write(items[i].Payment))
			}
			re = errors.Join(re, rw.Write(&items[i]))
		}
	}
	err, re = errors.Join(err, w.Close()), errors.Join(re, rw.Close())
	if !errors.Is(err, errFull) || !errors.Is(re, errFull) || !errors.Is(w.Write(&ClaimPayment{}), errFull) {
		t.Errorf("%v, %v", err, re)
	}
}

// A source that fails, a context that ends and a second pass are errors.
func TestReaderErrors(t *testing.T) {
	r := NewReader(io.MultiReader(bytes.NewReader([]byte(sample)[:1500]), &broken{}), nil)
	n, last := 0, error(nil)
	for _, err := range r.Items() {
		n, last = n+1, err
	}
	if n < 5 || !errors.Is(last, errFull) {
		t.Errorf("%d items, %v", n, last)
	}
	for _, err := range r.Items() {
		if err == nil || !strings.Contains(err.Error(), "remit835: a Reader reads its stream once") {
			t.Errorf("a second pass: %v", err)
		}
	}
}

type broken struct{}

func (*broken) Read([]byte) (int, error) { return 0, errFull }
