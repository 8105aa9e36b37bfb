// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// fixtures has files of claims, which package encounter makes of the encounters
// beside them: professional ones, and below it institutional and dental ones.
const fixtures = "../testdata/encounters"

// fixtureFiles are the files of claims.
func fixtureFiles(t *testing.T) []string {
	var files []string
	for dir, least := range map[string]int{"": 12, "/institutional": 10, "/dental": 6} {
		list, err := filepath.Glob(fixtures + dir + "/*.edi")
		if err != nil || len(list) < least {
			t.Fatalf("%d files in %s%s: %v", len(list), fixtures, dir, err)
		}
		files = append(files, list...)
	}
	slices.Sort(files)
	return files
}

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

func recodeFile(t *testing.T, edi []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := NewRecodeWriter(&out, func(i x12.Issue) { t.Errorf("recoding corrects: %v", i) })
	for item, err := range NewReader(bytes.NewReader(edi), nil).Items() {
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
