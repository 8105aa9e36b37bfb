// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var update = flag.Bool("update", false, "write the golden files anew")

const clock = "2025-07-01T12:00:00Z"

// medicare runs the program and returns what it printed and the file it wrote.
func medicare(t *testing.T, want int, args ...string) (printed, file string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "claims.837")
	var stdout, stderr bytes.Buffer
	if got := run(append([]string{"-now", clock, "-o", out}, args...), &stdout, &stderr); got != want {
		t.Fatalf("exit %d, want %d\n%s%s", got, want, stdout.String(), stderr.String())
	}
	b, err := os.ReadFile(out)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return stdout.String() + stderr.String(), string(b)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read it\n%s", name, got)
	}
}

// claimFiles are the files of claims, of this example and of CMS's rows.
var claimFiles = []string{"carrier.csv", "dme.csv", "hha.csv", "hospice.csv", "inpatient.csv", "outpatient.csv", "snf.csv"}

func filesIn(dir string) []string {
	var list []string
	for _, f := range claimFiles {
		list = append(list, filepath.Join(dir, f))
	}
	return list
}

func TestOwnRows(t *testing.T) {
	printed, file := medicare(t, 0)
	golden(t, "report.golden", printed)
	golden(t, "claims.837", file)
	account(t, printed, file, nil, filesIn("testdata")...)
	for version, want := range map[string]int{"005010X222A1": 1, "005010X223A2": 1} {
		if n := strings.Count(file, "*X*"+version+"~"); n != want {
			t.Errorf("%d functional groups of %s, want %d", n, version, want)
		}
	}
}

// chargeColumn is the column of the charge of a row.
func chargeColumn(r map[string]string) string {
	if _, ok := r["REV_CNTR"]; ok {
		return "REV_CNTR_TOT_CHRG_AMT"
	}
	return "LINE_SBMTD_CHRG_AMT"
}

// account adds up the rows by a way of its own, and holds the file and the
// refusals against them.
func account(t *testing.T, printed, file string, off []string, paths ...string) (in, out, refused int) {
	t.Helper()
	charged, claims, totals := decimal.Zero, make(map[string]bool), make(map[string]decimal.Decimal)
	apart := strings.Count(printed, "[rows-apart] rows")
	for _, p := range paths {
		for _, r := range readCSV(t, p) {
			claims[r["CLM_ID"]] = true
			if v, err := decimal.NewFromString(r[chargeColumn(r)]); err == nil {
				charged = charged.Add(v)
				if r["REV_CNTR"] == "0001" && r["HCPCS_CD"] == "" {
					totals[r["CLM_ID"]] = v
				}
			}
		}
	}
	for i, err := range x12.Validate(strings.NewReader(file), nil) {
		if file == "" {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if i.Severity > x12.Info {
			t.Errorf("the file is not clean: %v", i)
		}
	}
	rules := claim837.NewRuleSet()
	if err := rules.Disable(off...); err != nil {
		t.Fatal(err)
	}
	billed := decimal.Zero
	r := claim837.NewReader(strings.NewReader(file), nil)
	for c, err := range r.Claims() {
		if err != nil {
			if file == "" {
				break
			}
			t.Fatal(err)
		}
		out++
		billed = billed.Add(c.Charge)
		if v, ok := totals[c.ID]; ok { // the row of the total is of the rows, and no line
			billed = billed.Add(v)
			if !v.Equal(c.Charge) {
				t.Errorf("claim %s is billed with %s, and its total is %s", c.ID, c.Charge, v)
			}
		}
		for i := range c.Lines {
			if c.Lines[i].RevenueCode == "0001" {
				t.Errorf("claim %s has its total as a line", c.ID)
			}
		}
		if !claims[c.ID] {
			t.Errorf("claim %s is in the file and not in the rows", c.ID)
		}
		if strings.Contains(printed, "claim "+c.ID+" refused: ") && apart == 0 {
			t.Errorf("claim %s is in the file and refused", c.ID)
		}
		delete(claims, c.ID)
		for _, i := range claim837.Check(c, rules) {
			if i.Severity == x12.Error {
				t.Errorf("claim %s: %v", c.ID, i)
			}
		}
	}
	for _, i := range r.Issues() {
		if i.Severity > x12.Info {
			t.Errorf("reading the file: %v", i)
		}
	}
	for id := range claims {
		if !strings.Contains(printed, "claim "+id+" refused: ") {
			t.Errorf("claim %s is neither in the file nor refused", id)
		}
	}
	left := decimal.Zero
	for line := range strings.Lines(printed) {
		if _, s, ok := strings.Cut(line, " refused: "); ok {
			refused++
			_, s, _ = strings.Cut(s, ", ")
			v, err := decimal.NewFromString(strings.TrimSpace(s))
			if err != nil {
				t.Fatal(err)
			}
			left = left.Add(v)
		}
	}
	if _, s, ok := strings.Cut(printed, "\nall         added by stand-ins"); ok {
		f := strings.Fields(s)
		added, err := decimal.NewFromString(f[2])
		if err != nil {
			t.Fatal(err)
		}
		charged = charged.Add(added)
	}
	if !charged.Equal(billed.Add(left)) {
		t.Errorf("charges in %s, billed %s, refused %s", charged, billed, left)
	}
	if refused != len(claims)+apart {
		t.Errorf("%d refusals for %d claims that are not in the file", refused, len(claims)+apart)
	}
	return out + refused, out, refused
}

func readCSV(t *testing.T, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '|', true, -1
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for {
		f, err := r.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		row := make(map[string]string, len(head))
		for i, h := range head {
			row[h] = f[i]
		}
		rows = append(rows, row)
	}
}

// TestSyntheticRows runs over CMS's synthetic rows, when they are there.
func TestSyntheticRows(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_ENCOUNTERS")
	if dir == "" {
		t.Skip("CLAIMWIRE_ENCOUNTERS is not set")
	}
	dir = filepath.Join(dir, "rif-synthea")
	for _, k := range []struct {
		name string
		args []string
		out  map[string][3]string // by kind of file: claims, rows and charges in the 837 file
	}{
		{"as they are", nil, map[string][3]string{}},
		{"with stand-ins", []string{"-standins"}, map[string][3]string{
			"carrier": {"13", "169", "112881.81"}, "hospice": {"1", "8", "4141.44"}, "inpatient": {"15", "15", "35295.19"},
			"outpatient": {"18", "18", "107027.69"}, "snf": {"1", "67", "30504.30"},
		}},
	} {
		t.Run(k.name, func(t *testing.T) {
			printed, file := medicare(t, 0, append(k.args, "-practice", "synthetic.json", "-findings", "1000", dir)...)
			want := 0
			for kind, in := range map[string][3]string{
				"carrier": {"37", "221", "145554.31"}, "dme": {"1", "1", "54.79"}, "hha": {"14", "15", "6578.44"}, "hospice": {"1", "8", "3451.20"},
				"inpatient": {"16", "16", "26566.94"}, "outpatient": {"19", "19", "86275.25"}, "snf": {"1", "67", "30504.30"},
			} {
				out, ok := k.out[kind]
				if !ok {
					out = [3]string{"0", "0", "0.00"}
				}
				n, _ := strconv.Atoi(out[0])
				want += n
				for name, f := range map[string][3]string{"in the rows": in, "in the 837 file": out} {
					if line := fmt.Sprintf("\n%-11s %-22s %10s %10s %16s\n", kind, name, f[0], f[1], f[2]); !strings.Contains(printed, line) {
						t.Errorf("the report does not say:%s", line)
					}
				}
			}
			in, out, refused := account(t, printed, file, []string{"CS-NPI", "CS-TIN", "CS-MBI", "CS-CLIA"}, filesIn(dir)...)
			if in != 89 || out != want || refused != in-out {
				t.Errorf("%d claims in, %d out, %d refused; want 89 in, %d out", in, out, refused, want)
			}
			_, sums, _ := strings.Cut(printed, "\nsupplied")
			t.Log(sums)
			if want == 0 {
				namesFields(t, dir, printed)
				return
			}
			for what, n := range map[string]int{"services.code": 209, "services.diagnoses": 104, "services.revenueCode": 90, "services.charge": 41,
				"stay.admittingDiagnosis": 15, "stay.discharge.date": 2, "total charge (CLM_TOT_CHRG_AMT)": 26} {
				if line := fmt.Sprintf("\na stand-in, not the rows': %s, %d times\n", what, n); !strings.Contains(printed, line) {
					t.Errorf("the report does not say:%s", line)
				}
			}
			if n := strings.Count(file, "\nGS*HC*"); n != 2 {
				t.Errorf("%d functional groups, want 2", n)
			}
		})
	}
}

// namesFields compares refusals with the rows that they are for: each issue names
// column and line.
func namesFields(t *testing.T, dir, printed string) {
	t.Helper()
	var code, total, rate int
	for _, p := range filesIn(dir) {
		for i, r := range readCSV(t, p) {
			finding := ""
			switch {
			case r["REV_CNTR"] == "0001" && r["HCPCS_CD"] != "":
				total++
				finding = "services (REV_CNTR, line "
			case r["REV_CNTR"] == "0023" && r["HCPCS_CD"] != "":
				rate++
				finding = fmt.Sprintf("].code (HCPCS_CD, line %d) [no-rate-code]", i+2)
			case r["HCPCS_CD"] == "":
				code++
				finding = fmt.Sprintf("].code (HCPCS_CD, line %d) [missing-value]", i+2)
			default:
				continue
			}
			_, refusal, _ := strings.Cut(printed, "claim "+r["CLM_ID"]+" refused: ")
			refusal, _, _ = strings.Cut(refusal, " refused: ")
			if !strings.Contains(refusal, finding) {
				t.Errorf("the refusal of claim %s does not say %q", r["CLM_ID"], finding)
			}
		}
	}
	if code != 209 || total != 90 || rate != 2 {
		t.Errorf("%d rows without a code, %d of a total that is none, %d without a rate code; want 209, 90 and 2", code, total, rate)
	}
}
