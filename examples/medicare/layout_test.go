// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// TestCannotRun is what the program refuses to begin with.
func TestCannotRun(t *testing.T) {
	carrier, err := os.ReadFile("testdata/carrier.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []struct{ name, text, want string }{
		{"empty", "", "there is no header"},
		{"no column", strings.Replace(string(carrier), "|HCPCS_CD|", "|SOMETHING|", 1), "no column HCPCS_CD"},
		{"column twice", strings.Replace(string(carrier), "|HCPCS_CD|", "|CLM_ID|", 1), "CLM_ID stands twice"},
		{"other file", "A|B\n1|2\n", "no file of claims"},
		{"long row", string(carrier) + strings.Repeat("x", maxRow+1), "longer than"},
	} {
		t.Run(k.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "rows.csv")
			if err := os.WriteFile(path, []byte(k.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if printed, _ := medicare(t, 2, path); !strings.Contains(printed, k.want) {
				t.Errorf("%q is not in %q", k.want, printed)
			}
		})
	}
	for _, args := range [][]string{{"-practice", "nowhere.json"}, {"nowhere.csv"}, {"-now", "today"}, {"-nonsense"}} {
		medicare(t, 2, args...)
	}
	path := filepath.Join(t.TempDir(), "practice.json")
	if err := os.WriteFile(path, []byte(`{"rulesOff":["NO-RULE"]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if printed, _ := medicare(t, 2, "-practice", path); !strings.Contains(printed, "NO-RULE") {
		t.Errorf("an unknown rule is not named: %s", printed)
	}
}

// TestColumnsByName reads the same rows with their columns the other way round.
func TestColumnsByName(t *testing.T) {
	dir := t.TempDir()
	for _, name := range append([]string{"beneficiary_2024.csv", "beneficiary_2025.csv"}, claimFiles...) {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		var turned strings.Builder
		for line := range strings.Lines(strings.TrimPrefix(string(b), "\ufeff")) {
			f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
			width := strings.Count(string(b[:strings.IndexByte(string(b), '\n')]), "|") + 1
			more := f[width:]
			f = f[:width]
			for i, k := 0, len(f)-1; i < k; i, k = i+1, k-1 {
				f[i], f[k] = f[k], f[i]
			}
			turned.WriteString(strings.Join(append(f, more...), "|") + "\r\n")
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(turned.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	printed, file := medicare(t, 0, dir)
	golden(t, "report.golden", printed)
	golden(t, "claims.837", file)
}

// TestOneClaimInMemory reads a claim of many rows, and many claims.
func TestOneClaimInMemory(t *testing.T) {
	var b strings.Builder
	b.WriteString("CLM_ID|CARR_LINE_X|LINE_SBMTD_CHRG_AMT\n")
	for range 5000 {
		b.WriteString("1||2.50\n")
	}
	for i := range 3000 {
		fmt.Fprintf(&b, "%d||1.00\n", i+2)
	}
	b.WriteString("||1.00\n||none\nA||1\n1||1\n")
	table, err := openTable("rows", strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	rows, unread, claims, again := 0, 0, 0, 0
	for g, err := range groups(table, layoutOf(table), newSeen(), func(_ decimal.Decimal, ok bool) {
		rows++
		if !ok {
			unread++
		}
	}) {
		if err != nil {
			t.Fatal(err)
		}
		claims++
		if g.again {
			again++
		}
		if len(g.rows) > maxRows {
			t.Errorf("%d rows of a claim are kept", len(g.rows))
		}
		if claims == 1 && (g.count != 5000 || !g.charge.Equal(decimal.NewFromInt(12500))) {
			t.Errorf("the long claim has %d rows of %s", g.count, g.charge)
		}
	}
	if rows != 8004 || unread != 1 || claims != 3005 || again != 1 {
		t.Errorf("%d rows, %d unread, %d claims, %d again", rows, unread, claims, again)
	}
}

func TestForms(t *testing.T) {
	for _, k := range []struct{ zip, state, want string }{
		{"1730", "MA", "01730"}, {"601", "PR", "00601"}, {"17301234", "MA", "017301234"}, {"4321", "OH", "4321"}, {"43215", "OH", "43215"}, {"", "MA", ""}, {"1730", "", "1730"},
	} {
		if got := zipOf(k.zip, k.state); got != k.want {
			t.Errorf("zipOf(%q, %q) = %q, want %q", k.zip, k.state, got, k.want)
		}
	}
	for _, k := range []struct{ text, want string }{
		{"30-May-2015", "2015-05-30"}, {"20150530", "2015-05-30"}, {"2015-05-30", "2015-05-30"}, {"", ""},
	} {
		if d, ok := dateOf(k.text); !ok || !d.IsZero() && d.String() != k.want || d.IsZero() != (k.want == "") {
			t.Errorf("dateOf(%q) = %s, %t", k.text, d, ok)
		}
	}
	for _, bad := range []string{"30-Foo-2015", "31-Feb-2015", "20150230", "May 30"} {
		if d, ok := dateOf(bad); ok {
			t.Errorf("dateOf(%q) = %s", bad, d)
		}
	}
	for id, want := range map[string]bool{"1EG4TE5MK73": true, "1S00E00AA06": false, "0EG4TE5MK73": false, "1EG4TE5MK7": false, "1eg4te5mk73": false} {
		if isMBI(id) != want {
			t.Errorf("isMBI(%q) = %t", id, !want)
		}
	}
	if got := stateOf("5"); got != "CA" {
		t.Errorf("stateOf(5) = %s", got)
	}
	p := people{byID: map[string][]person{"x": {{year: 2019}, {year: 2021}}}}
	for year, want := range map[int]int{2015: 2019, 2019: 2019, 2020: 2021, 2021: 2021, 2030: 2021} {
		if v, ok := p.of("x", year); !ok || v.year != want {
			t.Errorf("the row for %d is that of %d", year, v.year)
		}
	}
}
