package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"io"
	"os"
	"path/filepath"
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

func TestOwnRows(t *testing.T) {
	printed, file := medicare(t, 0)
	golden(t, "report.golden", printed)
	golden(t, "claims.837", file)
	account(t, printed, file, nil, "testdata/carrier.csv", "testdata/dme.csv")
}

// account adds up the rows by a way of its own, and holds the file and the
// refusals against them.
func account(t *testing.T, printed, file string, off []string, paths ...string) (in, out, refused int) {
	t.Helper()
	charged, claims := decimal.Zero, make(map[string]bool)
	apart := strings.Count(printed, "[rows-apart] rows")
	for _, p := range paths {
		for _, r := range readCSV(t, p) {
			claims[r["CLM_ID"]] = true
			if v, err := decimal.NewFromString(r["LINE_SBMTD_CHRG_AMT"]); err == nil {
				charged = charged.Add(v)
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
	if err := rules.Off(off...); err != nil {
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
		if !claims[c.ID] {
			t.Errorf("claim %s is in the file and not in the rows", c.ID)
		}
		if strings.Contains(printed, "claim "+c.ID+" refused: ") && apart == 0 {
			t.Errorf("claim %s is in the file and refused", c.ID)
		}
		delete(claims, c.ID)
		claim837.Judge(c, rules, func(i x12.Issue) {
			if i.Severity == x12.Error {
				t.Errorf("claim %s: %v", c.ID, i)
			}
		})
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
	paths := []string{filepath.Join(dir, "carrier.csv"), filepath.Join(dir, "dme.csv")}
	for _, k := range []struct {
		name string
		args []string
		out  int
	}{
		{"as they are", []string{"-practice", "synthetic.json", "-findings", "1000"}, 0},
		{"with stand-ins", []string{"-practice", "synthetic.json", "-findings", "1000", "-standins"}, 13},
	} {
		t.Run(k.name, func(t *testing.T) {
			printed, file := medicare(t, 0, append(k.args, dir)...)
			in, out, refused := account(t, printed, file, []string{"CS-NPI"}, paths...)
			if in != 38 || out != k.out || refused != in-out {
				t.Errorf("%d claims in, %d out, %d refused; want 38 in, %d out", in, out, refused, k.out)
			}
			_, sums, _ := strings.Cut(printed, "\nsupplied")
			t.Log(sums)
			if k.out > 0 {
				return
			}
			for _, r := range readCSV(t, paths[0]) {
				if r["HCPCS_CD"] == "" && !strings.Contains(printed, "claim "+r["CLM_ID"]+" refused") {
					t.Errorf("claim %s has a service without a code and is not refused", r["CLM_ID"])
				}
			}
			if n := strings.Count(printed, ".code (HCPCS_CD, line "); n != 209 {
				t.Errorf("%d findings name an empty HCPCS_CD, want 209", n)
			}
		})
	}
}
