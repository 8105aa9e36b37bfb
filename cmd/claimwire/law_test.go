// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// runOn runs the command in this process.
func runOn(stdin []byte, args ...string) (stdout, stderr []byte, status int) {
	var out, errs bytes.Buffer
	status = run(args, bytes.NewReader(stdin), &out, &errs)
	return out.Bytes(), errs.Bytes(), status
}

// corpusFile is a row of the corpus.
type corpusFile struct {
	path  string
	data  []byte
	sets  string
	label string
}

// flags are what the file needs to be read.
func (f corpusFile) flags() []string {
	if f.label == "fragment" {
		return []string{"--fragment"}
	}
	return nil
}

// corpus returns the files of the corpus that CLAIMWIRE_CORPUS names.
func corpus(t *testing.T) []corpusFile {
	root := os.Getenv("CLAIMWIRE_CORPUS")
	if root == "" {
		t.Skip("CLAIMWIRE_CORPUS is not set")
	}
	f, err := os.Open(filepath.Join(root, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = '\t', true, -1
	head, err := rows.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range head {
		at[name] = i
	}
	var out []corpusFile
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		c := corpusFile{path: row[at["path"]], sets: row[at["sets_and_versions"]], label: row[at["LABEL"]]}
		if c.data, err = os.ReadFile(filepath.Join(root, c.path)); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
}

// lawHolds reports whether encode(parse(f)) is recode(f); read is false for a file
// that cannot be read.
func lawHolds(t *testing.T, name string, data []byte, flags ...string) (read bool) {
	t.Helper()
	recoded, why, status := runOn(data, append([]string{"recode", "-"}, flags...)...)
	if status == exitFailed {
		if _, _, status := runOn(data, append([]string{"parse", "-"}, flags...)...); status != exitFailed {
			t.Errorf("%s: recode says %s, parse ends with %d", name, why, status)
		}
		return false
	}
	records, why, parsed := runOn(data, append([]string{"parse", "-"}, flags...)...)
	if parsed == exitFailed || (parsed == exitOK) == bytes.Contains(why, []byte(" error: ")) {
		t.Errorf("%s: parse ends with %d: %s", name, parsed, why)
		return true
	}
	encoded, why, again := runOn(records, "encode", "-")
	if again == exitFailed {
		t.Errorf("%s: encode ends with %d: %s", name, again, why)
		return true
	}
	if !bytes.Equal(encoded, recoded) {
		at := 0
		for at < len(encoded) && at < len(recoded) && encoded[at] == recoded[at] {
			at++
		}
		t.Errorf("%s: encode(parse(f)) differs from recode(f) at byte %d\nencoded %q\nrecoded %q", name, at,
			encoded[max(0, at-40):min(len(encoded), at+40)], recoded[max(0, at-40):min(len(recoded), at+40)])
	}
	return true
}

func TestEncodeOfParseIsRecode(t *testing.T) {
	for name, data := range samples(t) {
		if !lawHolds(t, name, data) {
			t.Errorf("%s cannot be read", name)
		}
	}
	for name, odd := range oddities {
		lawHolds(t, name, []byte(odd), "--fragment")
		lawHolds(t, name, []byte(odd))
		lawHolds(t, name, []byte(odd), "--unwrap", "--fragment")
	}
}

func TestEncodeOfParseIsRecodeOverCorpus(t *testing.T) {
	read := 0
	for _, f := range corpus(t) {
		if lawHolds(t, f.path, f.data, f.flags()...) {
			read++
		}
	}
	t.Logf("%d files were read", read)
	if read < 500 {
		t.Error("too few files were read")
	}
}

// What was written once comes back byte for byte, unless segments were kept raw:
// those may find a field at the second reading, when they stand in another order.
func TestRecodeIsStable(t *testing.T) {
	check := func(name string, data []byte, flags ...string) {
		once, why, status := runOn(data, append([]string{"recode", "-"}, flags...)...)
		if status == exitFailed || bytes.Contains(why, []byte(x12.CodeNotHeld)) {
			return
		}
		twice, why, status := runOn(once, append([]string{"recode", "-"}, flags...)...)
		if status == exitFailed || !bytes.Equal(once, twice) {
			t.Errorf("%s changes when it is recoded again (%d, %s)", name, status, why)
		}
	}
	for name, data := range samples(t) {
		check(name, data)
		once, _, status := runOn(data, "recode", "-")
		if status != exitOK || !bytes.Equal(once, data) {
			t.Errorf("%s does not come back byte for byte (%d)", name, status)
		}
	}
	if os.Getenv("CLAIMWIRE_CORPUS") != "" {
		for _, f := range corpus(t) {
			check(f.path, f.data, f.flags()...)
		}
	}
}

// segments counts the segments of a file in a form that leaves out what may
// change: empties at the end, how a number is written, the counts of trailers.
func segments(data []byte, fragment bool) (map[string]int, error) {
	out := map[string]int{}
	r := x12.NewReader(bytes.NewReader(data), &x12.ReaderOptions{Fragment: fragment})
	for s, err := range r.Segments() {
		if err != nil {
			return out, err
		}
		raw := s.Raw()
		if s.Tag() == "ISA" {
			out["ISA "+s.String()[:min(100, len(s.String()))]]++
			continue
		}
		parts := []string{raw.Tag}
		for i, e := range raw.Elements {
			if i == 0 && (raw.Tag == "SE" || raw.Tag == "GE" || raw.Tag == "IEA") {
				parts = append(parts, "#")
				continue
			}
			var reps []string
			for _, rep := range e {
				for k := range rep {
					rep[k] = numberOf(rep[k])
				}
				for len(rep) > 0 && rep[len(rep)-1] == "" {
					rep = rep[:len(rep)-1]
				}
				reps = append(reps, strings.Join(rep, ":"))
			}
			parts = append(parts, strings.Join(reps, "^"))
		}
		out[strings.TrimRight(strings.Join(parts, "*"), "*:^")]++
	}
	return out, nil
}

// numberOf brings a number to one form, by value and scale.
func numberOf(s string) string {
	t := strings.TrimPrefix(s, "-")
	if t == "" || strings.Trim(t, "0123456789.") != "" || strings.Count(t, ".") > 1 || strings.HasSuffix(t, ".") || len(t) > 18 {
		return s
	}
	whole, fraction, point := strings.Cut(t, ".")
	whole = strings.TrimLeft(whole, "0")
	if point {
		whole += "." + fraction
	}
	if strings.Trim(whole, "0.") != "" && s[0] == '-' {
		whole = "-" + whole
	}
	return whole
}

func TestRecodeKeepsEverySegment(t *testing.T) {
	checked := 0
	for _, f := range corpus(t) {
		if !strings.Contains(f.sets, "837") && !strings.Contains(f.sets, "835") && !strings.Contains(f.sets, "27") {
			continue
		}
		fragment := f.label == "fragment"
		want, err := segments(f.data, fragment)
		if err != nil {
			continue
		}
		recoded, why, status := runOn(f.data, append([]string{"recode", "-"}, f.flags()...)...)
		if status == exitFailed {
			t.Errorf("%s: %s", f.path, why)
			continue
		}
		got, err := segments(recoded, fragment)
		if err != nil {
			t.Errorf("%s: what was written cannot be read: %v", f.path, err)
			continue
		}
		checked++
		for s, n := range want {
			if got[s] != n {
				t.Errorf("%s: %d of %q became %d", f.path, n, s, got[s])
			}
		}
		for s, n := range got {
			added := bytes.Contains(why, []byte(x12.CodeTrailerAdded)) && (strings.HasPrefix(s, "SE") || strings.HasPrefix(s, "GE") || strings.HasPrefix(s, "IEA"))
			if n > want[s] && !added {
				t.Errorf("%s: %d of %q became %d", f.path, want[s], s, n)
			}
		}
	}
	t.Logf("%d files", checked)
	if checked < 250 {
		t.Error("too few files were checked")
	}
}

// FuzzLaw compares encode(parse(f)) with recode(f) for any bytes.
func FuzzLaw(f *testing.F) {
	for _, odd := range oddities {
		f.Add([]byte(odd))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lawHolds(t, "input", data, "--fragment")
		runOn(data, "validate", "--fragment", "--json", "--snip", "7", "-")
		runOn(data, "fmt", "--fragment", "--indent", "-")
		runOn(data, "remit", "--fragment", "--snip", "7", "-")
		runOn(data, "remit", "--fragment", "--html", "-")
	})
}

// FuzzEncode gives encode records that are none.
func FuzzEncode(f *testing.F) {
	for _, odd := range oddities {
		records, _, _ := runOn([]byte(odd), "parse", "--fragment", "-")
		f.Add(records)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		runOn(data, "encode", "-")
	})
}
