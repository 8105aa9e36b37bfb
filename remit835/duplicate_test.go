// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"fmt"
	"strings"
	"testing"
)

// again is a file with one remittance; each change is a replacement in its text.
func again(changes ...string) string {
	set := "ST*835*0001~BPR*I*80*C*ACH*CCP*01*111000025*DA*77*1861234560**01*111000038*DA*88*20261102~TRN*1*EFT1*1861234560~DTM*405*20261101~" +
		"N1*PR*NORTH PLAN~N3*1 PLAN WAY~N4*DENVER*CO*80202~PER*BL*EDI DESK*TE*3035550102~N1*PE*SOUTH CLINIC*XX*1234567893~REF*TJ*123456789~LX*1~" +
		"CLP*A1*1*150*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*150*80~DTM*472*20261012~CAS*CO*45*50~CAS*PR*3*20~REF*6R*L1~" +
		"SE*18*0001~"
	file := fileBegin + set + fileEnd
	for i := 0; i+1 < len(changes); i += 2 {
		if !strings.Contains(file, changes[i]) {
			panic(changes[i])
		}
		file = strings.Replace(file, changes[i], changes[i+1], 1)
	}
	return file
}

const (
	theClaim   = "CLP*A1*1*150*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*150*80~DTM*472*20261012~CAS*CO*45*50~CAS*PR*3*20~REF*6R*L1~"
	itReversed = "CLP*A1*22*-150*-80**12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*-150*-80~DTM*472*20261012~CAS*CO*45*-50~CAS*PR*3*-20~REF*6R*L1~"
	nothing    = "BPR*H*0*C*NON************20261102~"
	paidTo     = "BPR*I*80*C*ACH*CCP*01*111000025*DA*77*1861234560**01*111000038*DA*88*20261102~"
)

// What comes twice is told, once, and counted apart; what only looks like it is
// not.
func TestDuplicates(t *testing.T) {
	denied := []string{paidTo, nothing, theClaim, "CLP*A1*4*150*0**12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*150*0~DTM*472*20261012~CAS*CO*45*150~REF*6R*L1~"}
	with := func(more ...string) string { return again(append(denied[:len(denied):len(denied)], more...)...) }
	claims := func(list ...string) string { return again(theClaim, strings.Join(list, "")) }
	for _, test := range []struct {
		name  string
		files []string
		want  string // findings about duplicates
		paid  string // sum of what the remittances add, without duplicates
		money string // sum of the payments that are none
	}{
		{"one", []string{again()}, "", "80", "80"},
		{"the same file twice", []string{again(), again()}, "835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"thrice", []string{again(), again(), again()},
			"835-DUP-01 error remittance.trace.number set 1 of file 1\n835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"other numbers of interchange, group and set, other spelling", []string{again(), again("*000000001*0*T", "*000000052*0*T", "IEA*1*000000001", "IEA*1*000000052",
			"ST*835*0001", "ST*835*7", "SE*18*0001", "SE*18*7", "BPR*I*80*", "BPR*I*80.00*", "*150*80*20*12", "*150.0*80.00*20*12", "CO*45*50", "CO*45*50.00")},
			"835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"two sets of one file", []string{again("SE*18*0001~", "SE*18*0001~"+strings.TrimPrefix(strings.TrimSuffix(again(), fileEnd), fileBegin))},
			"835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"another trace number, other claims", []string{again(), again("EFT1", "EFT2", "CLP*A1", "CLP*A2")}, "", "160", "160"},
		{"another trace number, the same claims", []string{again(), again("EFT1", "EFT2")},
			"835-DUP-02 warning id claim payment 1 in set 1 of file 1", "80", "160"},
		{"another payer", []string{again(), again("EFT1*1861234560", "EFT1*1861234561")}, "", "160", "160"},
		{"another payee", []string{again(), again("XX*1234567893", "XX*1455730204")}, "", "160", "160"},
		{"another amount", []string{again(), again("BPR*I*80*", "BPR*I*81*")}, "835-DUP-02 warning id claim payment 1 in set 1 of file 1", "80", "161"},
		{"another date, the same claims", []string{again(), again("*88*20261102", "*88*20261103")},
			"835-DUP-02 warning id claim payment 1 in set 1 of file 1\n835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"another date, other claims: the number is used again", []string{again(), again("*88*20261102", "*88*20261103", "CLP*A1", "CLP*A2")}, "", "160", "160"},
		{"other claims", []string{again(), again("CLP*A1", "CLP*A2")},
			"835-DUP-01 error remittance.trace.number set 1 of file 1\n835-DUP-01 warning remittance.trace.number set 1 of file 1", "160", "80"},
		{"cut, and whole", []string{again(theClaim+"SE*18*0001~", "", fileEnd, ""), again()},
			"835-DUP-01 error remittance.trace.number set 1 of file 1\n835-DUP-01 warning remittance.trace.number set 1 of file 1", "80", "80"},
		{"a notice twice", []string{with(), with()}, "835-DUP-01 error remittance.trace.number set 1 of file 1", "0", "0"},
		{"notices with one number", []string{with(), with("CLP*A1", "CLP*A2")}, "", "0", "0"},
		{"one claim twice", []string{claims(theClaim, theClaim)}, "835-DUP-02 error id claim payment 1 in set 1 of file 1", "80", "80"},
		{"one claim twice, others between", []string{claims(theClaim, strings.Replace(theClaim, "A1", "A2", 1), theClaim)},
			"835-DUP-02 error id claim payment 1 in set 1 of file 1", "160", "80"},
		{"one claim thrice", []string{claims(theClaim, theClaim, theClaim)},
			"835-DUP-02 error id claim payment 1 in set 1 of file 1\n835-DUP-02 error id claim payment 1 in set 1 of file 1", "80", "80"},
		{"another number of the payer", []string{claims(theClaim, strings.Replace(theClaim, "ICN1", "ICN2", 1))}, "", "160", "80"},
		{"another status", []string{claims(theClaim, strings.Replace(theClaim, "A1*1*", "A1*2*", 1))}, "", "160", "80"},
		{"another day", []string{claims(theClaim, strings.Replace(theClaim, "20261012", "20261013", 1))}, "", "160", "80"},
		{"parts that say so", []string{claims(strings.Replace(theClaim, "SVC", "MOA***MA15~SVC", 1), strings.Replace(theClaim, "SVC", "MOA***MA15~SVC", 1))}, "", "160", "80"},
		{"a part with another line", []string{claims(theClaim, strings.Replace(theClaim, "L1", "L2", 1))}, "", "160", "80"},
		{"reversal and correction with the same amounts", []string{claims(theClaim, itReversed, theClaim)}, "", "80", "80"},
		{"correction twice", []string{claims(theClaim, itReversed, theClaim, theClaim)}, "835-DUP-02 error id claim payment 3 in set 1 of file 1", "80", "80"},
		{"reversal twice", []string{claims(theClaim, itReversed, itReversed, theClaim)}, "835-DUP-02 error id claim payment 2 in set 1 of file 1", "80", "80"},
		{"reversed, corrected and reversed again", []string{claims(theClaim, itReversed, theClaim, itReversed)}, "", "0", "80"},
		{"a duplicate is taken back", []string{claims(theClaim, theClaim, itReversed)}, "835-DUP-02 error id claim payment 1 in set 1 of file 1", "80", "80"},
		{"a correction in a later file", []string{again(), again("EFT1", "EFT2", theClaim, itReversed), again("EFT1", "EFT3")}, "", "80", "240"},
		{"reversal and correction twice", []string{claims(theClaim, itReversed, theClaim), claims(theClaim, itReversed, theClaim)},
			"835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"no trace number", []string{again("EFT1", ""), again("EFT1", "")},
			"835-DUP-02 warning id claim payment 1 in set 1 of file 1\n835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
		{"no number of the payer: its name", []string{again("EFT1*1861234560", "EFT1"), again("EFT1*1861234560", "EFT1")},
			"835-DUP-01 error remittance.trace.number set 1 of file 1", "80", "80"},
	} {
		d := NewDuplicates(0)
		paid, money := dec("0"), dec("0")
		var lines []string
		for i, file := range test.files {
			found, proofs := checkFile(t, file, &CheckerOptions{Duplicates: d, Source: fmt.Sprintf("file %d", i+1), Rules: NewRuleSet().Received()}, true)
			for _, f := range found {
				if strings.HasPrefix(string(f.Code), "835-DUP") {
					_, rest, ok := strings.Cut(f.Detail, " (")
					before, _, told := strings.Cut(rest, ")")
					if !ok || !told {
						t.Errorf("%s: %+v", test.name, f)
						continue
					}
					lines = append(lines, fmt.Sprintf("%s %s %s %s", f.Code, f.Severity, f.Path, before))
				}
			}
			for _, b := range proofs {
				paid = paid.Add(b.Once().Paid)
				if b.Duplicate == nil {
					money = money.Add(b.Amount)
				}
			}
		}
		if got := strings.Join(lines, "\n"); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
		if !paid.Equal(dec(test.paid)) || !money.Equal(dec(test.money)) {
			t.Errorf("%s: claims %s, payments %s; want %s, %s", test.name, paid, money, test.paid, test.money)
		}
	}
}

// The proof of a remittance stays that of its file: duplicates are in its sums,
// and beside them by themselves.
func TestDuplicatesStayInTheProof(t *testing.T) {
	_, proofs := checkFile(t, again("BPR*I*80*", "BPR*I*160*", theClaim, theClaim+theClaim), received(), false)
	b := proofs[0]
	if !b.Balanced() || b.Claims != 2 || !b.Paid.Equal(dec("160")) || b.Duplicates == nil || b.Duplicates.Claims != 1 || !b.Duplicates.Charge.Equal(dec("150")) ||
		b.Once().Claims != 1 || b.Once().Lines != 1 || !b.Once().PatientResponsibility.Equal(dec("20")) || !b.Once().LineAdjusted.Equal(dec("70")) {
		t.Errorf("%+v %+v", b, b.Duplicates)
	}
	_, proofs = checkFile(t, again(), received(), false)
	if b := proofs[0]; b.Duplicate != nil || b.Duplicates != nil || b.Once().Claims != 1 {
		t.Errorf("%+v", b)
	}
}

// Rules that are off look for nothing, unless the caller wants to know.
func TestDuplicatesWithoutRules(t *testing.T) {
	none := NewRuleSet()
	none.Limit(0)
	file := again(theClaim, theClaim+theClaim)
	found, proofs := checkFile(t, file, &CheckerOptions{Rules: none}, true)
	if len(found) != 0 || proofs[0].Duplicates != nil {
		t.Errorf("%v %+v", found, proofs[0])
	}
	found, proofs = checkFile(t, file, &CheckerOptions{Rules: none, Duplicates: new(Duplicates)}, true)
	if len(found) != 0 || proofs[0].Duplicates == nil || proofs[0].Duplicates.Claims != 1 {
		t.Errorf("%v %+v", found, proofs[0])
	}
}

// What is remembered is bounded, and the last window is always remembered.
func TestDuplicatesAreBounded(t *testing.T) {
	d := NewDuplicates(100)
	j := NewChecker(&CheckerOptions{Duplicates: d, Window: 64}, nil)
	r := goodRemittance()
	j.Begin(r.Remittance)
	p := *r.payment("A8")
	for i := range 5000 {
		p.At, p.ID = At{1, 1, 1, 1, i + 1}, fmt.Sprint("B", i)
		if l := j.Payment(&p); l.Duplicate {
			t.Fatalf("%d: %+v", i, l)
		}
		if n := len(d.claims.now) + len(d.claims.before); n > 200 {
			t.Fatalf("%d remembered", n)
		}
		if i < 100 {
			continue
		}
		p.ID = fmt.Sprint("B", i-49)
		if l := j.Payment(&p); !l.Duplicate || l.Role != RoleDuplicate || l.To.Payment != i-48 {
			t.Fatalf("%d: %+v", i, l)
		}
	}
}

func TestOriginInWords(t *testing.T) {
	for want, o := range map[string]Origin{
		"set 2":                         {At: At{1, 1, 2, 0, 0}},
		"claim payment 3 in set 2 of a": {Source: "a", At: At{1, 1, 2, 1, 3}},
		"set 1 of group 2 of interchange 4 of b.835": {Source: "b.835", At: At{4, 2, 1, 0, 0}},
	} {
		if got := o.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
