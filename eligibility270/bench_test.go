// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

var benchSink int

// endless is a file of responses of any size, made as it is read: sets of a
// hundred subscribers, every tenth with a dependent, each with about thirty
// benefits. It notes how large the heap becomes.
type endless struct {
	benchkit.Made
	size     int
	body     []byte
	sets     int
	patients int
	done     bool
}

func (e *endless) Read(p []byte) (int, error) { return e.Take(p, e.next) }

// next makes one set.
func (e *endless) next() []byte {
	if e.done {
		return nil
	}
	b := e.body[:0]
	segments := 0
	add := func(format string, args ...any) {
		b = fmt.Appendf(b, format, args...)
		b = append(b, '~')
		segments++
	}
	if e.sets == 0 {
		b = append(b, "ISA*00*          *00*          *ZZ*PLAN           *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~"+
			"GS*HB*PLAN*CLINIC*20260304*1200*1*X*005010X279A1~"...)
	}
	if e.Given >= e.size {
		e.done = true
		return fmt.Appendf(b, "GE*%d*1~IEA*1*000000001~", e.sets)
	}
	e.sets++
	add("ST*271*%04d*005010X279A1", e.sets)
	add("BHT*0022*11*R%d*20260304*1200", e.sets)
	add("HL*1**20*1")
	add("NM1*PR*2*NORTH PLAN*****PI*12345")
	add("PER*IC*HELP*TE*3035550100*UR*PLAN.EXAMPLE")
	add("HL*2*1*21*1")
	add("NM1*1P*2*SOUTH CLINIC*****XX*1234567893")
	hl := 2
	for i := range 100 {
		n := e.patients
		e.patients++
		hl++
		if i%10 == 9 {
			add("HL*%d*2*22*1", hl)
			add("NM1*IL*1*DOE%d*JOHN****MI*M%08d", n%97, n)
			hl++
			add("HL*%d*%d*23*0", hl, hl-1)
			add("TRN*2*T%07d*9CLINIC001", n)
			add("NM1*03*1*DOE%d*JANE*Q", n%97)
		} else {
			add("HL*%d*2*22*0", hl)
			add("TRN*2*T%07d*9CLINIC001", n)
			add("NM1*IL*1*DOE%d*JANE*Q***MI*M%08d", n%97, n)
		}
		add("REF*6P*G%05d*EMPLOYER GROUP", n%1000)
		add("N3*%d ELM ST", n%5000)
		add("N4*DENVER*CO*80202")
		add("DMG*D8*19%02d0229*F", 4*(n%24)+4)
		add("DTP*346*D8*20260101")
		add("EB*1*IND*30*HM*GOLD PLAN %d", n%13)
		add("DTP*348*D8*20260101")
		add("EB*1**1^33^35^47^48^50^86^88^98^AL^MH^UC")
		for k := range 22 {
			switch k % 6 {
			case 0:
				add("EB*C*%s*30**GOLD PLAN %d*%d*%d.%02d*****%s", []string{"IND", "FAM"}[k%4/2], n%13, 23+6*(k%2), 100*k+n%900, n%100, []string{"Y", "N", "W"}[k%3])
			case 1:
				add("EB*A*IND*47^%d^AL**GOLD PLAN %d***.%d****Y", 48+k%5, n%13, 1+k%4)
			case 2:
				add("EB*B*IND*98^UC^%d**GOLD PLAN %d*27*%d.5*****W", 80+k%6, n%13, 10+k)
				if k%4 == 2 {
					add("MSG*COPAY WAIVED IF ADMITTED")
				}
			case 3:
				add("EB*G*FAM*30**GOLD PLAN %d*29*%d.25*****Y", n%13, 1000+n%3000)
			case 4:
				add("EB*F*IND*35^MH**GOLD PLAN %d*23***P6*%d*Y*W", n%13, 10+k)
				add("HSD*VS*2*DA**23*1")
			default:
				add("EB*D*IND*86^48**GOLD PLAN %d", n%13)
				add("III*ZZ*%d", 11+k%12)
			}
		}
		if n%3 == 0 {
			add("EB*L")
			add("LS*2120")
			add("NM1*P3*1*LEE*ANN****XX*1234567893")
			add("N3*1 LAKE RD")
			add("N4*AUSTIN*TX*78701")
			add("PER*IC**TE*5125550100")
			add("LE*2120")
		}
	}
	e.body = b[:0]
	return fmt.Appendf(b, "SE*%d*%04d~", segments+1, e.sets)
}

// benchFile is the file that CLAIMWIRE_BENCH_271 names, or ten megabytes of
// responses with names, numbers and amounts that vary.
var benchFile = sync.OnceValues(func() ([]byte, error) {
	if f := os.Getenv("CLAIMWIRE_BENCH_271"); f != "" {
		return os.ReadFile(f)
	}
	return io.ReadAll(&endless{size: 10 << 20})
})

func benchInput(b *testing.B) []byte {
	b.Helper()
	data, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkDecode reads responses, into memory that is reused and into new one.
func BenchmarkDecode(b *testing.B) {
	data := benchInput(b)
	b.Run("loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
	for _, reuse := range []bool{true, false} {
		name := "new"
		if reuse {
			name = "reuse"
		}
		b.Run(name, func(b *testing.B) {
			patients := 0
			work := func() {
				patients = 0
				for r, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: reuse}).Responses() {
					if err != nil {
						b.Fatal(err)
					}
					benchSink += len(r.Benefits)
					patients++
				}
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				work()
			}
			benchkit.Per(b, "patient", patients, work)
		})
	}
}

// BenchmarkEncode writes responses that are in memory.
func BenchmarkEncode(b *testing.B) {
	data := benchInput(b)
	var items []Item
	var all []*Response
	for item, err := range NewReader(bytes.NewReader(data), nil).Items() {
		if err != nil {
			b.Fatal(err)
		}
		items = append(items, *item)
		if item.Kind == x12.RecordStep {
			all = append(all, item.Response)
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
		benchkit.Per(b, "patient", len(all), work)
	})
	for _, unchecked := range []bool{true, false} {
		name := "checked"
		if unchecked {
			name = "canonical"
		}
		b.Run(name, func(b *testing.B) {
			work := func() {
				w := NewResponseWriter(io.Discard, envelope(), &WriterOptions{Unchecked: unchecked, X12: x12.WriterOptions{Charset: x12.Extended}})
				for _, r := range all {
					if err := w.Write(r); err != nil {
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
			benchkit.Per(b, "patient", len(all), work)
		})
	}
}

// BenchmarkJSON turns responses into JSON and back.
func BenchmarkJSON(b *testing.B) {
	var all []*Response
	for r, err := range NewReader(&endless{size: 100 << 10}, nil).Responses() {
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, r)
	}
	size := 0
	for b.Loop() {
		size = 0
		for _, r := range all {
			text, err := json.Marshal(r)
			if err != nil {
				b.Fatal(err)
			}
			var back Response
			if err := json.Unmarshal(text, &back); err != nil {
				b.Fatal(err)
			}
			size += len(text)
		}
	}
	b.SetBytes(int64(size))
}

// The file that the benchmarks are run on is one without an error of the guide.
func TestBenchFileIsValid(t *testing.T) {
	for i, err := range x12.Validate(&endless{size: 1 << 20}, &x12.ValidateOptions{SNIP: 2}) {
		if err != nil || i.Severity == x12.Error {
			t.Fatal(i, err)
		}
	}
	n := 0
	for r, err := range NewReader(&endless{size: 1 << 20}, nil).Responses() {
		if err != nil {
			t.Fatal(err)
		}
		if n++; len(r.Benefits) < 24 || r.Patient() == nil || len(r.Patient().Rest) > 0 {
			t.Fatalf("%+v", r)
		}
	}
	if n < 500 {
		t.Errorf("%d patients", n)
	}
}

// The heap at its largest is the same for a small file and for a large one,
// whatever is done with it.
func TestMemoryIsFlat(t *testing.T) {
	small, large := 1<<20, 16<<20
	if testing.Short() {
		large = 6 << 20
	}
	decode := func(o *ReaderOptions) func(io.Reader) error {
		return func(r io.Reader) error {
			for p, err := range NewReader(r, o).Responses() {
				if err != nil {
					return err
				}
				benchSink += len(p.Benefits)
			}
			return nil
		}
	}
	for name, work := range map[string]func(io.Reader) error{
		"reuse": decode(&ReaderOptions{Reuse: true}),
		"new":   decode(nil),
		"recode": func(r io.Reader) error {
			w := NewRecodeWriter(io.Discard, nil)
			for item, err := range NewReader(r, &ReaderOptions{Reuse: true}).Items() {
				if err == nil {
					err = w.Write(item)
				}
				if err != nil {
					return err
				}
			}
			return w.Close()
		},
		"write": func(r io.Reader) error {
			w := NewResponseWriter(io.Discard, envelope(), &WriterOptions{X12: x12.WriterOptions{Charset: x12.Extended}})
			for p, err := range NewReader(r, nil).Responses() {
				if err == nil {
					err = w.Write(p)
				}
				if err != nil {
					return err
				}
			}
			return w.Close()
		},
	} {
		peak := func(size int) uint64 {
			e := &endless{size: size}
			return e.Over(func() {
				if err := work(e); err != nil {
					t.Fatal(name, err)
				}
			})
		}
		a, b := peak(small), peak(large)
		t.Logf("%-9s %5d KB at 1 MB, %5d KB at %d MB", name, a>>10, b>>10, large>>20)
		if b > a+1<<20 {
			t.Errorf("%s: the heap grows from %d to %d bytes with the file", name, a, b)
		}
	}
}
