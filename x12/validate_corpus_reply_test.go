// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// replySet is the set of a file that follows the guide of a remittance or of an
// eligibility inquiry or reply: 835, 270 or 271; else empty.
func (f corpusFile) replySet() string {
	set, version, _ := strings.Cut(f.versions, " ")
	version, _, _ = strings.Cut(version, " ") // "x3" may follow
	if _, ok := x12.LookupGuide(version, set); ok && set != "837" {
		return set
	}
	return ""
}

// replyExceptions are files labelled valid that are not. Two other programs
// reject each, which by the corpus's own rule takes the label away.
var replyExceptions = map[string]exception{
	"linuxforhealth_x12/835_005010X221A1__secondary-payment.835": {"segment 2 (BPR16)", "BPR/16 R; DIFFERENCES, samples that do not fit",
		"a 4010 file with another version: a payment date, a PER*BL, and ISA16 as the composites are cut"},
	"linuxforhealth_x12/835_005010X221A1__tertiary-payment.835": {"segment 2 (BPR16)", "BPR/16 R; DIFFERENCES, samples that do not fit",
		"a 4010 file with another version: a payment date, a PER*BL, and a whole SVC01 and SVC06"},
}

// soundReplies are files labelled structurally invalid in which nothing is wrong
// for the guide: the programs that reject them err.
var soundReplies = map[string]exception{
	"healthcare-data-insight_api-examples/835__835-provider-level-adjustment.dat": {"segments 18 and 19 (PLB)", "PLB max >1; syntax notes P0506 of PLB",
		"one program allows a single PLB, the other pairs PLB05 with PLB08"},
}

// TestCorpusReplies compares what is found in remittances and eligibility sets
// with the labels of the corpus.
func TestCorpusReplies(t *testing.T) {
	root, files := labelledFiles(t)
	type tally struct{ files, except int }
	tallies := map[string]*tally{}
	for _, f := range files {
		set := f.replySet()
		if set == "" {
			continue
		}
		issues := checkFile(t, filepath.Join(root, f.path), f.options)
		errs := errorsOf(issues)
		c := tallies[set+" "+f.label]
		if c == nil {
			c = &tally{}
			tallies[set+" "+f.label] = c
		}
		c.files++
		switch f.label {
		case "valid":
			x, known := replyExceptions[f.path]
			switch {
			case known:
				c.except++
				if len(errs) == 0 || !strings.HasPrefix(errs[0].Position.String(), strings.TrimSuffix(x.at, ")")) || !f.rejected() {
					t.Errorf("%s: the exception at %s is none: %v", f.path, x.at, errs)
				}
			case len(errs) > 0:
				t.Errorf("%s is valid; found %v", f.path, errs)
			}
		case "envelope-broken":
			if missing := envelopeMissing(f, issues); missing != "" {
				t.Errorf("%s: %s", f.path, missing)
			}
		case "structurally-invalid":
			if x, known := soundReplies[f.path]; known {
				c.except++
				if len(errs) > 0 {
					t.Errorf("%s: not sound at %s: %v", f.path, x.at, errs)
				}
			} else if len(errs) == 0 {
				t.Errorf("%s: no error found", f.path)
			} else if missing := placeMissing(f, issues); missing != "" { // ST03 of a remittance is a warning
				t.Errorf("%s: %s", f.path, missing)
			}
		}
	}
	valid := 0
	for _, set := range []string{"835", "270", "271"} {
		for _, label := range []string{"valid", "structurally-invalid", "envelope-broken"} {
			c := tallies[set+" "+label]
			if c == nil || c.files == 0 {
				t.Errorf("no %s file of %s", label, set)
				continue
			}
			if label == "valid" {
				valid += c.files
			}
			t.Logf("%s %-22s %3d files, %d exceptions", set, label, c.files, c.except)
		}
	}
	if n := len(replyExceptions); 10*n > valid {
		t.Errorf("%d exceptions to %d labels", n, valid)
	}
}
