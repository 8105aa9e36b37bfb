// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
)

// The encounters of testdata/encounters, each with the file that is built of it
// (.edi) and what building says (.issues): professional ones, and below it
// institutional and dental ones. All are clean: no error, no warning.
const fixtures = "../../testdata/encounters"

// made is when the golden files were made.
var made = time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)

func readJSON(t *testing.T, path string, v any) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return b
}

func fixturePractice(t *testing.T) *Practice {
	p := new(Practice)
	readJSON(t, "../../testdata/practice.json", p)
	return p
}

func fixtureFiles(t *testing.T) []string {
	var files []string
	for dir, least := range map[string]int{"": 12, "/institutional": 10, "/dental": 6} {
		list, err := filepath.Glob(fixtures + dir + "/*.json")
		if err != nil || len(list) < least {
			t.Fatalf("%d encounters in %s%s: %v", len(list), fixtures, dir, err)
		}
		files = append(files, list...)
	}
	slices.Sort(files)
	return files
}

// buildFixture builds a file of encounters and returns it with all findings.
func buildFixture(t *testing.T, p *Practice, list ...*Encounter) ([]byte, []x12.Issue) {
	t.Helper()
	var found []x12.Issue
	env, issues := p.Envelope(made)
	found = append(found, issues...)
	b := NewBuilder(p, &BuilderOptions{Today: x12.DateOf(made)})
	var buf bytes.Buffer
	w := claim837.NewWriter(&buf, &env, &claim837.WriterOptions{X12: x12.WriterOptions{LineBreak: "\n", Fold: true}, OnIssue: func(i x12.Issue) { found = append(found, i) }})
	for _, e := range list {
		claim, issues := b.Claim(e)
		found = append(found, issues...)
		if claim == nil {
			continue
		}
		if err := w.Write(claim); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), found
}

// clean demands that nothing worse than an info was found.
func clean(t *testing.T, what string, found []x12.Issue) {
	t.Helper()
	for _, i := range found {
		if i.Severity > x12.Info {
			t.Errorf("%s: %v", what, i)
		}
	}
}

// checkFile checks a file as a receiver does: guide and rules.
func checkFile(t *testing.T, edi []byte) (claims []*claim837.Claim, found []x12.Issue) {
	t.Helper()
	for i, err := range x12.Validate(bytes.NewReader(edi), nil) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, i)
	}
	r := claim837.NewReader(bytes.NewReader(edi), nil)
	for c, err := range r.Claims() {
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
		found = append(found, claim837.Check(c, nil)...)
	}
	return claims, append(found, r.Issues()...)
}

func TestFixtures(t *testing.T) {
	p := fixturePractice(t)
	ids := map[string]string{}
	for _, path := range fixtureFiles(t) {
		name := strings.TrimPrefix(strings.TrimSuffix(path, ".json"), fixtures+"/")
		t.Run(name, func(t *testing.T) {
			var e Encounter
			readJSON(t, path, &e)
			if other := ids[e.ID]; other != "" {
				t.Errorf("%s has the same id", other)
			}
			ids[e.ID] = name
			edi, found := buildFixture(t, p, &e)
			clean(t, "building", found)
			var text strings.Builder
			for _, i := range found {
				fmt.Fprintln(&text, i)
			}
			base := strings.TrimSuffix(path, ".json")
			testkit.Golden(t, base+".edi", edi)
			testkit.Golden(t, base+".issues", []byte(text.String()))

			claims, found := checkFile(t, edi)
			clean(t, "validating", found)
			if len(claims) != 1 || claims[0].ID != e.ID {
				t.Fatalf("%d claims come back", len(claims))
			}
			recoded := recodeFile(t, edi)
			if !bytes.Equal(recoded, edi) {
				t.Errorf("recoded (-golden +recoded):\n%s", cmp.Diff(strings.Split(string(edi), "\n"), strings.Split(string(recoded), "\n")))
			}
		})
	}
}

func recodeFile(t *testing.T, edi []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := claim837.NewRecodeWriter(&out, func(i x12.Issue) { t.Errorf("recoding corrects: %v", i) })
	for item, err := range claim837.NewReader(bytes.NewReader(edi), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(item); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// testdata/encounters.ndjson is all professional ones, one a line, mixed.ndjson
// those of all kinds; they make one clean file with a functional group a kind.
func TestFixturesTogether(t *testing.T) {
	p := fixturePractice(t)
	var professional, mixed bytes.Buffer
	var list []*Encounter
	for _, path := range fixtureFiles(t) {
		e := new(Encounter)
		b := readJSON(t, path, e)
		var line bytes.Buffer
		if err := json.Compact(&line, b); err != nil {
			t.Fatal(err)
		}
		line.WriteByte('\n')
		mixed.Write(line.Bytes())
		if e.Kind() == claim837.Professional {
			professional.Write(line.Bytes())
		}
		list = append(list, e)
	}
	testkit.Golden(t, "../../testdata/encounters.ndjson", professional.Bytes())
	testkit.Golden(t, "../../testdata/mixed.ndjson", mixed.Bytes())
	edi, found := buildFixture(t, p, list...)
	clean(t, "building", found)
	if n := bytes.Count(edi, []byte("\nGS*")); n != 3 {
		t.Errorf("%d functional groups", n)
	}
	claims, found := checkFile(t, edi)
	clean(t, "validating", found)
	if len(claims) != len(list) {
		t.Fatalf("%d of %d claims come back", len(claims), len(list))
	}
	for i, c := range claims {
		if c.ID != list[i].ID {
			t.Errorf("claim %d is %s, not %s", i+1, c.ID, list[i].ID)
		}
	}
	if r := recodeFile(t, edi); !bytes.Equal(r, edi) {
		t.Error("recoding changes the file")
	}
}
