// SPDX-License-Identifier: Apache-2.0

package report_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/remit835/report"
)

// Pieces of a file with one remittance.
const (
	isa        = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*0900*^*00501*000000001*0*T*:~"
	remitGS    = "GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~"
	remittance = "ST*835*0001~BPR*I*80*C*CHK************20260305~TRN*1*CHECK1*1999999999~DTM*405*20260303~N1*PR*PLAN*XV*12345~N3*1 PLAN WAY~" +
		"N4*DENVER*CO*80202~PER*BL*EDI DESK*TE*3035550102~N1*PE*CLINIC*XX*1234567893~REF*TJ*123456789~LX*1~" +
		"CLP*A1*1*150.00*100*20*12*ICN1*11*1~NM1*QC*1*DOE*JANE****MI*W123~SVC*HC:99213*150.00*100~DTM*472*20260105~CAS*CO*45*30~CAS*PR*1*10**2*10~" +
		"REF*6R*1~PLB*1234567893*20261231*WO:ICN0*20~"
	ends = "GE*1*1~IEA*1*000000001~"
)

var forms = map[string]func(io.Writer, io.Reader, *report.Options) (report.Summary, error){"text": report.Text, "html": report.HTML, "json": report.JSON}

// render returns a report in one of the forms, with the rules up to a SNIP type.
func render(data []byte, snip int, form string) ([]byte, report.Summary, error) {
	o := &report.Options{Checker: remit835.CheckerOptions{Rules: remit835.NewRuleSet().Received(), Source: "-"}}
	o.Checker.Rules.Limit(snip)
	var out bytes.Buffer
	sum, err := forms[form](&out, bytes.NewReader(data), o)
	return out.Bytes(), sum, err
}

// TestFixtures prints each of the project's own remittances. All balance.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("../../testdata/remittances/*.edi")
	if err != nil || len(files) < 16 {
		t.Fatalf("%d remittances: %v", len(files), err)
	}
	for _, f := range files {
		src, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := report.NewTextWriter(&out, nil)
		sum, err := w.Add(f, src)
		src.Close()
		if err != nil || w.Close() != nil || !sum.OK() || sum.Remittances == 0 || !bytes.Contains(out.Bytes(), []byte("It balances.")) {
			t.Errorf("%s: %v %+v", f, err, sum)
		}
		testkit.Golden(t, strings.TrimSuffix(f, ".edi")+".txt", out.Bytes())
	}
}

// What the source or the destination fails with is the error, and the next source
// can be added nevertheless.
func TestFailures(t *testing.T) {
	fine := isa + remitGS + remittance + "SE*20*0001~" + ends
	var out bytes.Buffer
	w := report.NewTextWriter(&out, nil)
	if sum, err := w.Add("text.txt", strings.NewReader("hello")); err == nil || sum.Remittances != 0 {
		t.Errorf("what is no X12: %v %+v", err, sum)
	}
	cut := fine[:strings.Index(fine, "REF*6R")]
	if sum, err := w.Add("cut.835", strings.NewReader(cut)); err != nil || !sum.Cut || sum.OK() || sum.Claims != 1 {
		t.Errorf("a file that ends too soon: %v %+v", err, sum)
	}
	if sum, err := w.Add("fine.835", strings.NewReader(strings.Replace(fine, "CHECK1", "CHECK2", 1))); err != nil || sum.Remittances != 1 {
		t.Errorf("the next one: %v %+v", err, sum)
	}
	if err := w.Close(); err != nil || !strings.Contains(out.String(), "of cut.835") || !strings.Contains(out.String(), "(SE) is missing") || !strings.Contains(out.String(), "of fine.835") {
		t.Errorf("%v %s", err, out.String())
	}
	for form := range forms {
		if _, err := forms[form](full{}, strings.NewReader(fine), nil); err != errFull && (err == nil || !strings.Contains(err.Error(), errFull.Error())) {
			t.Errorf("%s to a destination that is full: %v", form, err)
		}
	}
}

type full struct{}

var errFull = io.ErrShortWrite

func (full) Write([]byte) (int, error) { return 0, errFull }
