// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// FuzzEncounter: an encounter becomes a claim that can be written, or findings
// that say why not.
func FuzzEncounter(f *testing.F) {
	practice, err := os.ReadFile("../../testdata/practice.json")
	if err != nil {
		f.Fatal(err)
	}
	var files []string
	for _, pattern := range []string{"*.json", "*/*.json"} {
		list, err := filepath.Glob("../../testdata/encounters/" + pattern)
		if err != nil || len(list) == 0 {
			f.Fatal("no encounters", err)
		}
		files = append(files, list...)
	}
	f.Add([]byte("{}"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	var p Practice
	if err := json.Unmarshal(practice, &p); err != nil {
		f.Fatal(err)
	}
	b := NewBuilder(&p, &BuilderOptions{Today: 20260302})
	env := envelope()
	f.Fuzz(func(t *testing.T, in []byte) {
		var e Encounter
		if json.Unmarshal(in, &e) != nil {
			return
		}
		claim, found := b.Claim(&e)
		if claim == nil {
			if !slices.ContainsFunc(found, func(i x12.Issue) bool { return i.Severity == x12.Error }) {
				t.Fatal("no claim, and no error that says why")
			}
			return
		}
		var dst bytes.Buffer
		w := claim837.NewWriter(&dst, env, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}})
		if err := errors.Join(w.Write(claim), w.Close()); err != nil {
			refusal := &claim837.RefusedError{}
			if !errors.As(err, &refusal) {
				t.Fatal(err)
			}
			for _, i := range refusal.Issues { // texts are checked when they are written
				if i.Severity == x12.Error && !aboutText(i) {
					t.Fatalf("a claim without errors is refused: %v", i)
				}
			}
			return
		}
		for i, err := range x12.Validate(bytes.NewReader(dst.Bytes()), nil) {
			if err != nil || i.Severity == x12.Error {
				t.Fatalf("%v %v\n%s", i, err, strings.ReplaceAll(dst.String(), "~", "~\n"))
			}
		}
	})
}

// aboutText reports whether a finding is about the characters or the length of a
// text, about one that is missing beside others, or about a code that only the
// guide's tables know.
func aboutText(i x12.Issue) bool {
	switch i.Code {
	case x12.CodeDelimiterInText, x12.CodeCharacterSet, x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeNotAllowed,
		x12.CodeBlankElement, x12.CodeTooPrecise, x12.CodeNumberTooLong, x12.CodeElementMissing, x12.CodeElementCondition:
		return true
	}
	return false
}
