// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// balancedFile is a remittance of so many claims with one to four lines that
// breaks no rule, and what it pays.
func balancedFile(claims int) []byte {
	var b bytes.Buffer
	n := 0
	add := func(format string, args ...any) {
		fmt.Fprintf(&b, format, args...)
		b.WriteByte('~')
		n++
	}
	cents := func(c int) string { return fmt.Sprintf("%d.%02d", c/100, c%100) }
	amount := 0
	for c := range claims {
		for l := range 1 + c%4 {
			amount += 15050 - (4000 + (c+l)%3000) - 550 - 1500
		}
	}
	b.WriteString("ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~" +
		"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~")
	add("ST*835*0001")
	add("BPR*I*%s*C*ACH*CCP*01*123456789*DA*1112223*1999999999**01*987654321*DA*3334445*20260305", cents(amount-500+325))
	add("TRN*1*EFT0001*1999999999")
	add("DTM*405*20260303")
	add("N1*PR*NORTH PLAN")
	add("N3*1 PLAN WAY")
	add("N4*DENVER*CO*80202")
	add("PER*BL*EDI DESK*TE*3035550102")
	add("N1*PE*SOUTH CLINIC*XX*1234567893")
	add("REF*TJ*123456789")
	add("LX*1")
	for c := range claims {
		lines, paid := 1+c%4, 0
		for l := range lines {
			paid += 15050 - (4000 + (c+l)%3000) - 550 - 1500
		}
		add("CLP*A%07d*1*%s*%s*%s*12*ICN%09d*11*1", c, cents(lines*15050), cents(paid), cents(lines*2050), c)
		add("NM1*QC*1*DOE%d*JANE*Q***MI*M%08d", c%97, c)
		add("NM1*82*1*LEE*ANN****XX*1234567893")
		if c%5 == 0 {
			add("MOA***MA01*MA07")
		}
		add("REF*EA*MR%06d", c)
		add("DTM*050*20260201")
		if c == 0 {
			add("AMT*I*3.25")
		}
		for l := range lines {
			write := 4000 + (c+l)%3000
			add("SVC*HC:%05d:25*150.5*%s**1", 99201+(c+l)%15, cents(15050-write-2050))
			add("DTM*472*202601%02d", 1+c%28)
			add("CAS*CO*45*%s", cents(write))
			add("CAS*PR*2*5.5**3*15")
			add("REF*6R*%dL%d", c, l+1)
			add("AMT*B6*%s", cents(15050-write))
			if (c+l)%6 == 0 {
				add("LQ*HE*N130")
			}
		}
	}
	add("PLB*1234567893*20261231*WO:ICN1*5*L6*-3.25")
	fmt.Fprintf(&b, "SE*%d*0001~GE*1*1~IEA*1*000000001~", n+1)
	return b.Bytes()
}

var balancedBench = sync.OnceValue(func() []byte { return balancedFile(10000) })

// BenchmarkBalance reads payments into memory that is reused, with and without
// the rules: what they cost on top.
func BenchmarkBalance(b *testing.B) {
	data := balancedBench()
	only := NewRuleSet().Received()
	for _, r := range NewRuleSet().Rules() {
		if r.SNIP != 3 {
			if err := only.Disable(r.ID); err != nil {
				b.Fatal(err)
			}
		}
	}
	for _, mode := range []struct {
		name    string
		checker *CheckerOptions
	}{{"read", nil}, {"balance", &CheckerOptions{Rules: only}}, {"all", &CheckerOptions{}}} {
		b.Run(mode.name, func(b *testing.B) {
			payments := 0
			work := func() {
				payments = 0
				var j *Checker
				if mode.checker != nil {
					j = NewChecker(mode.checker, func(f x12.Issue) { b.Fatal(f) })
				}
				for item, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: true}).Items() {
					if err != nil {
						b.Fatal(err)
					}
					if item.Kind == x12.RecordStep {
						payments++
					}
					if j != nil {
						j.Item(item)
					}
				}
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				work()
			}
			benchkit.Per(b, "payment", payments, work)
		})
	}
	b.Run("outcome", func(b *testing.B) {
		var payments []*ClaimPayment
		for p, err := range NewReader(bytes.NewReader(balancedFile(100)), nil).Payments() {
			if err != nil {
				b.Fatal(err)
			}
			payments = append(payments, p)
		}
		for b.Loop() {
			for _, p := range payments {
				benchSink += len(p.Outcome(nil).Reasons)
			}
		}
	})
}
