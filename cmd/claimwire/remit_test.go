// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/spill"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func TestRemitGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/remit*.edi")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		base, want := strings.TrimSuffix(f, ".edi"), exitOK
		if f == "testdata/remit.edi" { // it does not balance
			want = exitFindings
		}
		for ext, flag := range map[string]string{".txt": "-html=false", ".html": "--html", ".ndjson": "--json"} {
			out, errs, status := runOn(nil, "remit", flag, f)
			if status != want || len(errs) > 0 {
				t.Errorf("%s %s: %d %s", f, flag, status, errs)
			}
			testkit.Golden(t, base+ext, out)
		}
	}
}

func TestRemitExitStatus(t *testing.T) {
	fine, text := file(t, "fine.edi", oddities["remittance"]), file(t, "text.txt", "hello")
	off := file(t, "off.edi", strings.Replace(oddities["remittance"], "BPR*I*80*", "BPR*I*81*", 1))
	raw := file(t, "raw.edi", strings.Replace(oddities["remittance"], "*100*20*12*", "*1,00*20*12*", 1))
	claims := file(t, "claims.edi", good)
	both := file(t, "both.edi", oddities["claims, then a remittance"])
	fragment := file(t, "fragment.edi", oddities["remittance, fragment"])
	situation := file(t, "situation.edi", strings.Replace(oddities["remittance"], "REF*TJ*123456789~", "", 1))
	tests := []struct {
		args string
		want int
		says string
	}{
		{fine, 0, "It balances."},
		{off, 1, "the payment is off by $1.00"},
		{raw, 1, "1 segment was not understood"},
		{claims, 0, ""},
		{both, 0, "It balances."},
		{fine + " " + off, 1, "DOES NOT BALANCE"},
		{fragment, 2, ""},
		{"--fragment " + fragment, 0, "It balances."},
		{situation, 0, "It balances."},
		{"--snip 4 " + situation, 1, "835-SIT-02"},
		{text, 2, ""},
		{"gone.edi", 2, ""},
		{fine + " gone.edi", 2, "It balances."},
		{"--html --json " + fine, 2, ""},
		{"--snip 8 " + fine, 2, ""},
		{"", 2, ""},
	}
	for _, tt := range tests {
		out, errs, status := runOn(nil, append([]string{"remit"}, strings.Fields(tt.args)...)...)
		if status != tt.want || !strings.Contains(string(out), tt.says) {
			t.Errorf("remit %s ends with %d, want %d\n%s%s", tt.args, status, tt.want, out, errs)
		}
		if status == exitFailed && len(errs) == 0 {
			t.Errorf("remit %s does not say why", tt.args)
		}
		if bytes.Contains(errs, []byte("DOE")) || bytes.Contains(errs, []byte("W123")) {
			t.Errorf("remit %s: health data is shown: %s", tt.args, errs)
		}
	}
	if _, errs, _ := runOn(nil, "remit", claims); !bytes.Contains(errs, []byte("no remittance")) {
		t.Errorf("without a remittance: %s", errs)
	}
}

func TestRemitOfABrokenFile(t *testing.T) {
	text := oddities["remittance"]
	cut := text[:strings.Index(text, "REF*6R")]
	out, errs, status := runOn([]byte(cut), "remit", "-")
	if status != exitFindings || !bytes.Contains(out, []byte("Claim A1")) || !bytes.Contains(out, []byte("(SE) is missing")) {
		t.Errorf("%d %s%s", status, errs, out)
	}
	long := strings.Replace(text, "REF*6R*1~", "REF*6R*"+strings.Repeat("1", 200)+"~", 1)
	out, errs, status = runOn([]byte(long), "remit", "--max-segment", "150", "-")
	if status != exitFailed || !bytes.Contains(out, []byte("Check number CHECK1")) || !bytes.Contains(out, []byte("(SE) is missing")) || len(errs) == 0 {
		t.Errorf("%d %s%s", status, errs, out)
	}
	dir := t.TempDir()
	if _, _, status := runOn([]byte(long), "remit", "--html", "--max-segment", "150", "-o", filepath.Join(dir, "out.html"), "-"); status != exitFailed {
		t.Errorf("-o: %d", status)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("a broken file leaves %v", left)
	}
}

// The page must open anywhere, without a network.
func TestRemitPageIsSelfContained(t *testing.T) {
	text := strings.NewReplacer("*DOE*JANE*", "*<B>DOE</B>*<SCRIPT>*", "N1*PR*PLAN*", "N1*PR*A & B \"PLAN\"*").Replace(oddities["remittance"])
	out, errs, status := runOn([]byte(text), "remit", "--html", "-")
	if status != exitOK {
		t.Fatalf("%d %s", status, errs)
	}
	page := string(out)
	for _, bad := range []string{"http:", "https:", "<script", "<SCRIPT", "src=", "@import", "url(", "<B>", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, want := range []string{"&lt;B&gt;DOE", "A &amp; B &#34;PLAN&#34; pays $80.00", "<caption", `scope="col"`, `lang="en"`, "@media print"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, text := range []string{page, golden(t, "testdata/remit.html")} {
		d := xml.NewDecoder(strings.NewReader(text))
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
		open := []string{}
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("the page is not well formed: %v", err)
			}
			switch v := token.(type) {
			case xml.StartElement:
				open = append(open, v.Name.Local)
				for _, a := range v.Attr {
					if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
						t.Errorf("a link to %s", a.Value)
					}
				}
			case xml.EndElement:
				if len(open) == 0 || open[len(open)-1] != v.Name.Local {
					t.Fatalf("%s ends in %v", v.Name.Local, open)
				}
				open = open[:len(open)-1]
			}
		}
	}
}

func golden(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every part of the page is written, whatever the size: what waits goes to
// temporary files.
func TestRemitOfManyClaims(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	claim := remittance[strings.Index(remittance, "CLP*"):strings.Index(remittance, "PLB*")]
	denied := strings.NewReplacer("*100*20*12*", "*0**12*", "*150.00*100~", "*150.00*0~", "CAS*CO*45*30~CAS*PR*1*10**2*10~", "CAS*CO*197*150~").Replace(claim)
	n := 3000
	var all strings.Builder
	for _, c := range []string{claim, denied} {
		for i := range n { // each is another one: duplicates count once
			all.WriteString(strings.Replace(c, "CLP*A1", fmt.Sprint("CLP*A", i), 1))
		}
	}
	text := isa + remitGS + remittance[:strings.Index(remittance, "CLP*")] + all.String() + "SE*1*0001~" + ends
	text = strings.Replace(text, "BPR*I*80*", "BPR*I*300000*", 1)
	out, errs, status := runOn([]byte(text), "remit", "--html", "-")
	if status != exitOK || len(errs) > 0 {
		t.Fatalf("%d %s", status, errs)
	}
	for part, want := range map[string]int{"<article": 2 * n, `<a href="#c1-`: n, `class="card claim denied"`: n} {
		if got := bytes.Count(out, []byte(part)); got != want {
			t.Errorf("%d of %s, want %d", got, part, want)
		}
	}
	for _, want := range []string{"pays $300,000.00", "<b>$450,000.00</b>"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
	if len(out) < 2*spill.Max {
		t.Errorf("the page has %d bytes: too few to spill", len(out))
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// remitAddsUp prints a file in every form and counts its claims: what became of
// each adds up to its charge.
func remitAddsUp(t *testing.T, name string, data []byte, flags ...string) (claims int) {
	t.Helper()
	for _, flag := range []string{"--html", "-html=false"} {
		if out, errs, status := runOn(data, append([]string{"remit", flag, "-"}, flags...)...); status == exitFailed && len(errs) == 0 {
			t.Errorf("%s %s: %s", name, flag, out)
		}
	}
	out, _, _ := runOn(data, append([]string{"remit", "--json", "-"}, flags...)...)
	for line := range strings.Lines(string(out)) {
		var r struct {
			Type    string
			Outcome struct {
				Charge, Paid decimal.Decimal
				Parts        map[string]decimal.Decimal
			}
			Totals, Parts map[string]decimal.Decimal
			Adjustments   []struct{ Amount decimal.Decimal }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sum := decimal.Decimal{}
		switch r.Type {
		case "claim":
			claims++
			for _, d := range r.Outcome.Parts {
				sum = sum.Add(d)
			}
			if !sum.Add(r.Outcome.Paid).Equal(r.Outcome.Charge) {
				t.Errorf("%s: the parts are %s, the charge %s", name, sum, r.Outcome.Charge)
			}
		case "balance":
			for _, d := range r.Parts {
				sum = sum.Add(d)
			}
			if !sum.Add(r.Totals["paid"]).Equal(r.Totals["charge"]) {
				t.Errorf("%s: all parts are %s, charged %s", name, sum, r.Totals["charge"])
			}
			for _, a := range r.Adjustments {
				r.Totals["provider"] = r.Totals["provider"].Sub(a.Amount)
			}
			if !r.Totals["provider"].IsZero() {
				t.Errorf("%s: provider adjustments are off by %s", name, r.Totals["provider"])
			}
		}
	}
	return claims
}

func TestRemitOfSamples(t *testing.T) {
	claims := 0
	for name, data := range samples(t) {
		claims += remitAddsUp(t, name, data)
	}
	for name, odd := range remitOddities() {
		claims += remitAddsUp(t, name, []byte(odd), "--fragment")
	}
	if claims < 15 {
		t.Errorf("%d claims", claims)
	}
}

func TestRemitOverCorpus(t *testing.T) {
	claims := 0
	for _, f := range corpus(t) {
		if strings.Contains(f.sets, "835") {
			claims += remitAddsUp(t, f.path, f.data, f.flags()...)
		}
	}
	t.Logf("%d claims", claims)
	if claims < 200 {
		t.Error("too few claims")
	}
}

// A payment that is read a second time is told and is in no total: another file
// with the same content, one file named twice, a claim twice in a set.
func TestRemitAddsNothingTwice(t *testing.T) {
	text := oddities["remittance"]
	first := file(t, "first.edi", text)
	again := file(t, "again.edi", strings.NewReplacer("*000000001*0*", "*000000002*0*", "IEA*1*000000001", "IEA*1*000000002").Replace(text))
	claim := text[strings.Index(text, "CLP*"):strings.Index(text, "PLB*")]
	twice := file(t, "twice.edi", strings.NewReplacer(claim, claim+claim, "BPR*I*80*", "BPR*I*180*").Replace(text))
	other := file(t, "other.edi", strings.NewReplacer("CHECK1", "CHECK2", "CLP*A1", "CLP*A2").Replace(text))
	for _, test := range []struct {
		name, args string
		status     int
		says       string // a rule
		paid, owes string // of all
	}{
		{"once", first, 0, "", "$80.00", "$20.00"},
		{"another payment", first + " " + other, 0, "", "$160.00", "$40.00"},
		{"another file", first + " " + again, 1, "835-DUP-01", "$80.00", "$20.00"},
		{"a file named twice", first + " " + first, 1, "835-DUP-01", "$80.00", "$20.00"},
		{"a claim twice", twice, 1, "835-DUP-02", "$180.00", "$20.00"},
	} {
		out, _, status := runOn(nil, append([]string{"remit", "--html"}, strings.Fields(test.args)...)...)
		page := string(out)
		_, page, _ = strings.Cut(page, "Totals of all remittances")
		if status != test.status || !strings.Contains(page, test.says) || !strings.Contains(page, "<span>Paid</span><b>"+test.paid+"</b>") ||
			!strings.Contains(page, "<span>Patients owe</span><b>"+test.owes+"</b>") {
			t.Errorf("%s: %d\n%.900s", test.name, status, page)
		}
		out, _, _ = runOn(nil, append([]string{"remit"}, strings.Fields(test.args)...)...)
		if got := strings.Contains(string(out), "not added up"); got != (test.says != "") || !strings.Contains(string(out), test.says) {
			t.Errorf("%s: %s", test.name, out)
		}
		// The totals of the JSON add up to those of the page.
		out, _, _ = runOn(nil, append([]string{"remit", "--json"}, strings.Fields(test.args)...)...)
		owes := decimal.Decimal{}
		for line := range strings.Lines(string(out)) {
			var r struct{ Totals map[string]decimal.Decimal }
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			owes = owes.Add(r.Totals["patientResponsibility"])
		}
		if x12.Dollars(owes) != test.owes {
			t.Errorf("%s: %s", test.name, owes)
		}
	}
}
