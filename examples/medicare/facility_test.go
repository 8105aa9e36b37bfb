// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestManyRevenueLines bills as many lines as a claim of an institution has room
// for, besides their total, and refuses one more.
func TestManyRevenueLines(t *testing.T) {
	header, first := ownRow(t, "outpatient.csv", "80020002")
	for _, k := range []struct {
		lines int
		out   string
	}{{999, "1"}, {1000, "0"}, {1500, "0"}} {
		t.Run(fmt.Sprint(k.lines), func(t *testing.T) {
			var b strings.Builder
			b.WriteString(strings.Join(header, "|") + "\n")
			row := func(values map[string]string) {
				f := append([]string(nil), first...)
				for i, c := range header {
					if v, ok := values[c]; ok {
						f[i] = v
					}
				}
				b.WriteString(strings.Join(f, "|") + "\n")
			}
			total := fmt.Sprintf("%d.00", 2*k.lines)
			for i := range k.lines {
				row(map[string]string{"CLM_LINE_NUM": fmt.Sprint(i + 1), "REV_CNTR_TOT_CHRG_AMT": "2.00", "CLM_TOT_CHRG_AMT": total})
			}
			row(map[string]string{"REV_CNTR": "0001", "HCPCS_CD": "", "REV_CNTR_TOT_CHRG_AMT": total, "CLM_TOT_CHRG_AMT": total})
			path := filepath.Join(t.TempDir(), "rows.csv")
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			printed, file := medicare(t, 0, "testdata/beneficiary_2025.csv", path)
			if _, out, _ := account(t, printed, file, nil, path); fmt.Sprint(out) != k.out {
				t.Errorf("%d claims out, want %s\n%s", out, k.out, printed)
			}
			if !strings.Contains(printed, "they add up") {
				t.Error(printed)
			}
		})
	}
}

// TestRowsOfAClaimDisagree finds a value of a claim that its rows do not share.
func TestRowsOfAClaimDisagree(t *testing.T) {
	for _, k := range []struct{ column, value, want string }{
		{"CLM_THRU_DT", "23-May-2025", "stay.through (CLM_THRU_DT, "},
		{"ORG_NPI_NUM", "1346220001", "providers.billing (ORG_NPI_NUM, "},
		{"ICD_DGNS_CD2", "E119", "diagnoses (PRNCPAL_DGNS_CD, "},
		{"ICD_DGNS_VRSN_CD2", "9", "diagnosisCodes (PRNCPAL_DGNS_VRSN_CD, "},
		{"CLM_TOT_CHRG_AMT", "1.00", "services (CLM_TOT_CHRG_AMT, "},
		{"PTNT_DSCHRG_STUS_CD", "30", "stay.discharge.status (PTNT_DSCHRG_STUS_CD, "},
	} {
		b, err := os.ReadFile("testdata/outpatient.csv")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(b), "\n")
		header := strings.Split(strings.TrimSpace(lines[0]), "|")
		f := strings.Split(strings.TrimSuffix(lines[2], "\n"), "|")
		for i, c := range header {
			if c == k.column {
				f[i] = k.value
			}
		}
		lines[2] = strings.Join(f, "|") + "\n"
		path := filepath.Join(t.TempDir(), "rows.csv")
		if err := os.WriteFile(path, []byte(strings.Join(lines[:6], "")), 0o644); err != nil {
			t.Fatal(err)
		}
		printed, _ := medicare(t, 0, "testdata/beneficiary_2025.csv", path)
		if !strings.Contains(printed, k.want) || !strings.Contains(printed, "[rows-disagree]") {
			t.Errorf("%s: %q is not in\n%s", k.column, k.want, printed)
		}
	}
}

// ownRow returns the header of one of the example's files and the first row of a
// claim.
func ownRow(t *testing.T, name, id string) (header, row []string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if header == nil {
			header = f
		} else if f[2] == id {
			return header, f
		}
	}
	t.Fatalf("%s has no claim %s", name, id)
	return nil, nil
}

// TestGroupOfEachKind names files of institutions first and in between: the
// claims of a kind stand in one functional group all the same.
func TestGroupOfEachKind(t *testing.T) {
	names := []string{"inpatient.csv", "carrier.csv", "hospice.csv", "dme.csv", "beneficiary_2024.csv", "snf.csv", "beneficiary_2025.csv"}
	var paths, claims []string
	for _, n := range names {
		paths = append(paths, filepath.Join("testdata", n))
		if !strings.HasPrefix(n, "beneficiary") {
			claims = append(claims, filepath.Join("testdata", n))
		}
	}
	printed, file := medicare(t, 0, paths...)
	account(t, printed, file, nil, claims...)
	if n := strings.Count(file, "\nGS*HC*"); n != 2 {
		t.Errorf("%d functional groups, want 2", n)
	}
}

// TestLayoutOf tells a file by its header, whatever its name.
func TestLayoutOf(t *testing.T) {
	for _, name := range claimFiles {
		f, err := os.Open(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		table, err := openTable("rows", f)
		if err != nil {
			t.Fatal(err)
		}
		if l := layoutOf(table); l == nil || l.name+".csv" != name {
			t.Errorf("%s is taken for %v", name, l)
		}
		marks := 0
		for i := range layouts {
			if table.hasPrefix(layouts[i].mark) {
				marks++
			}
		}
		if marks != 1 {
			t.Errorf("%s has the marks of %d layouts", name, marks)
		}
		f.Close()
	}
}
