// SPDX-License-Identifier: Apache-2.0

package remit835

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
	"github.com/shopspring/decimal"
)

var benchSink int

// endless is a file of claim payments of any size in one set, made as it is
// read: professional claims of one to four lines, as most remittances hold. It
// notes how large the heap becomes.
type endless struct {
	benchkit.Made
	size        int
	body        []byte
	claims      int
	segments    int
	begun, done bool
}

func (e *endless) Read(p []byte) (int, error) { return e.Take(p, e.next) }

// next makes a hundred claims.
func (e *endless) next() []byte {
	if e.done {
		return nil
	}
	b := e.body[:0]
	add := func(format string, args ...any) {
		b = fmt.Appendf(b, format, args...)
		b = append(b, '~')
		e.segments++
	}
	if !e.begun {
		e.begun = true
		b = append(b, "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~"+
			"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~"...)
		add("ST*835*0001")
		add("BPR*I*1000*C*ACH*CCP*01*123456789*DA*1112223*1999999999**01*987654321*DA*3334445*20260305")
		add("TRN*1*EFT0001*1999999999")
		add("DTM*405*20260303")
		add("N1*PR*NORTH PLAN")
		add("N3*1 PLAN WAY")
		add("N4*DENVER*CO*80202")
		add("PER*BL*EDI DESK*TE*3035550102")
		add("N1*PE*SOUTH CLINIC*XX*1234567893")
		add("REF*TJ*123456789")
		add("LX*1")
	}
	if e.Given >= e.size {
		e.done = true
		add("PLB*1234567893*20261231*WO:ICN1*5*L6*-3.25")
		b = fmt.Appendf(b, "SE*%d*0001~GE*1*1~IEA*1*000000001~", e.segments+1)
		return b
	}
	for range 100 {
		e.claims++
		n := e.claims
		lines := 1 + n%4
		add("CLP*A%07d*1*%d.50*%d.25*20*12*ICN%09d*11*1", n, lines*150, lines*80, n)
		add("NM1*QC*1*DOE%d*JANE*Q***MI*M%08d", n%97, n)
		if n%3 == 0 {
			add("NM1*IL*1*DOE%d*JOHN****MI*M%08d", n%97, n-1)
		}
		add("NM1*82*1*LEE*ANN****XX*1234567893")
		if n%5 == 0 {
			add("MOA***MA01*MA07")
		}
		add("REF*EA*MR%06d", n)
		add("DTM*232*202601%02d", 1+n%28)
		add("DTM*233*202601%02d", 1+n%28)
		add("DTM*050*20260201")
		add("AMT*AU*%d.50", lines*100)
		for l := range lines {
			add("SVC*HC:%05d:25*150.5*%d.25**1", 99201+(n+l)%15, 80+n%7)
			add("DTM*472*202601%02d", 1+n%28)
			add("CAS*CO*45*%d.%02d", 40+n%30, n%100)
			add("CAS*PR*2*%d.5**3*15", 5+n%9)
			add("REF*6R*%dL%d", n, l+1)
			add("AMT*B6*%d.75", 90+n%40)
			if (n+l)%6 == 0 {
				add("LQ*HE*N130")
			}
		}
	}
	e.body = b[:0]
	return b
}

// benchFile is the file that CLAIMWIRE_BENCH_835 names, or ten megabytes of
// claims with names, numbers and amounts that vary.
var benchFile = sync.OnceValues(func() ([]byte, error) {
	if f := os.Getenv("CLAIMWIRE_BENCH_835"); f != "" {
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

// BenchmarkDecode reads payments, into memory that is reused and into new one.
func BenchmarkDecode(b *testing.B) {
	data := benchInput(b)
	b.Run("loop", func(b *testing.B) { benchkit.RunLoop(b, data) })
	for _, reuse := range []bool{true, false} {
		name := "new"
		if reuse {
			name = "reuse"
		}
		b.Run(name, func(b *testing.B) {
			payments := 0
			work := func() {
				payments = 0
				for p, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: reuse}).Payments() {
					if err != nil {
						b.Fatal(err)
					}
					benchSink += len(p.Lines)
					payments++
				}
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				work()
			}
			benchkit.Per(b, "payment", payments, work)
		})
	}
}

// BenchmarkEncode writes payments that are in memory.
func BenchmarkEncode(b *testing.B) {
	data := benchInput(b)
	var items []Item
	var payments []*ClaimPayment
	for item, err := range NewReader(bytes.NewReader(data), nil).Items() {
		if err != nil {
			b.Fatal(err)
		}
		items = append(items, *item)
		if item.Kind == x12.RecordStep {
			payments = append(payments, item.Payment)
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
		benchkit.Per(b, "payment", len(payments), work)
	})
	for _, unchecked := range []bool{true, false} {
		name := "checked"
		if unchecked {
			name = "canonical"
		}
		b.Run(name, func(b *testing.B) {
			work := func() {
				w := NewWriter(io.Discard, envelope(), &WriterOptions{X12: x12.WriterOptions{Charset: x12.Extended}, Rules: NoRules, Unchecked: unchecked})
				for _, p := range payments {
					if err := w.Write(p); err != nil {
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
			benchkit.Per(b, "payment", len(payments), work)
		})
	}
}

// BenchmarkJSON turns payments into JSON and back.
func BenchmarkJSON(b *testing.B) {
	var payments []*ClaimPayment
	for p, err := range NewReader(&endless{size: 100 << 10}, nil).Payments() {
		if err != nil {
			b.Fatal(err)
		}
		payments = append(payments, p)
	}
	size := 0
	for b.Loop() {
		size = 0
		for _, p := range payments {
			text, err := json.Marshal(p)
			if err != nil {
				b.Fatal(err)
			}
			var back ClaimPayment
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
	claims := 0
	for i, err := range x12.Validate(&endless{size: 1 << 20}, &x12.ValidateOptions{SNIP: 2}) {
		if err != nil {
			t.Fatal(err)
		}
		if i.Severity == x12.Error {
			t.Fatal(i)
		}
	}
	for p, err := range NewReader(&endless{size: 1 << 20}, nil).Payments() {
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range p.Lines {
			if l.Charge.LessThanOrEqual(decimal.Zero) || len(l.Adjustments) != 3 {
				t.Fatalf("%+v", l)
			}
		}
		claims++
	}
	if claims < 500 {
		t.Errorf("%d claims", claims)
	}
}
