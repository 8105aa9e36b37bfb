// SPDX-License-Identifier: Apache-2.0

package claimwire_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// samples are the project's own files of every kind.
func samples(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"mixed": []byte(mixed)}
	for _, pattern := range []string{"testdata/encounters/*.edi", "testdata/encounters/*/*.edi", "testdata/remittances/*.edi", "eligibility270/testdata/replies/*.edi", "x12/testdata/*.edi"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if out[f], err = os.ReadFile(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(out) < 40 {
		t.Fatalf("%d files", len(out))
	}
	return out
}

// FromJSON of ToJSON is Recode, byte for byte; and what is written from the items of
// a Reader that keeps them is, too.
func TestRecordsMakeTheFileAgain(t *testing.T) {
	for name, data := range samples(t) {
		var want, records, got bytes.Buffer
		if err := claimwire.Recode(&want, bytes.NewReader(data), nil); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		err := claimwire.ToJSON(&records, bytes.NewReader(data), &claimwire.JSONOptions{Source: name})
		if err == nil {
			err = claimwire.FromJSON(&got, &records, nil)
		}
		if err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got.Bytes(), want.Bytes())
		}
		var kept []*claimwire.Item
		for it, err := range claimwire.NewReader(bytes.NewReader(data), nil).Items() {
			if err != nil {
				t.Fatal(err)
			}
			kept = append(kept, keep(it))
		}
		got.Reset()
		w := claimwire.NewRecodeWriter(&got, nil)
		for _, it := range kept {
			if err := w.Write(it); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: the items that were kept make\n%s\nwant\n%s", name, got.Bytes(), want.Bytes())
		}
	}
}

// keep copies an item, which is valid until the next step; what it points to stays.
func keep(it *claimwire.Item) *claimwire.Item {
	c := *it
	if c.Claim != nil {
		c.Claim = new(*c.Claim)
	}
	if c.Remittance != nil {
		c.Remittance = new(*c.Remittance)
	}
	if c.Eligibility != nil {
		c.Eligibility = new(*c.Eligibility)
	}
	return &c
}

// The project's files of every kind fit their guides.
func TestValidateSamples(t *testing.T) {
	for name, data := range samples(t) {
		if name == "mixed" || strings.HasPrefix(name, "x12") {
			continue
		}
		for issue, err := range claimwire.Validate(bytes.NewReader(data), &claimwire.ValidateOptions{SNIP: 2}) {
			if err != nil || issue.Severity == x12.Error {
				t.Errorf("%s: %v %v", name, issue, err)
			}
		}
	}
}

func codes(t *testing.T, text string, o *claimwire.ValidateOptions) (out []string) {
	t.Helper()
	for issue, err := range claimwire.Validate(strings.NewReader(text), o) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(issue.Code))
	}
	return out
}

func TestValidateOptions(t *testing.T) {
	broken := strings.Replace(mixed, "SE*17*", "SE*18*", 1)
	balance := remit835.NewRuleSet().Received()
	if err := balance.Disable("835-BAL-01"); err != nil {
		t.Fatal(err)
	}
	claims := claim837.NewRuleSet().Received()
	for name, test := range map[string]struct {
		o        *claimwire.ValidateOptions
		has, not string
	}{
		"all":          {nil, "835-BAL-01 835-BAL-02 segment-count no-guide", ""},
		"SNIP 1":       {&claimwire.ValidateOptions{SNIP: 1}, "segment-count", "835-BAL-01"},
		"SNIP 2":       {&claimwire.ValidateOptions{SNIP: 2}, "segment-count", "835-BAL-02"},
		"rules of own": {&claimwire.ValidateOptions{Remittances: balance, Claims: claims}, "835-BAL-02 segment-count", "835-BAL-01"},
		"and SNIP":     {&claimwire.ValidateOptions{Remittances: balance, SNIP: 2}, "segment-count", "835-BAL-02"},
	} {
		got := strings.Join(codes(t, broken, test.o), " ")
		for _, want := range strings.Fields(test.has) {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in %s", name, want, got)
			}
		}
		if test.not != "" && strings.Contains(got, test.not) {
			t.Errorf("%s: %s in %s", name, test.not, got)
		}
	}
}

// A file that ends too soon, or has a segment that cannot be read, is an issue after
// its first ISA, and else an error.
func TestValidateBroken(t *testing.T) {
	for text, want := range map[string]string{
		mixed[:strings.Index(mixed, "REF*TJ")]:                                                   "missing-se",
		strings.Replace(mixed, "LX*1~", "LX*"+strings.Repeat("1", x12.DefaultMaxSegment)+"~", 1): "segment-too-long",
	} {
		if got := strings.Join(codes(t, text, nil), " "); !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	for issue, err := range claimwire.Validate(strings.NewReader("hello"), nil) {
		if err == nil {
			t.Errorf("what is no X12: %v", issue)
		}
	}
}

// Who has seen enough stops, and nothing comes after.
func TestStop(t *testing.T) {
	n := 0
	for range claimwire.Validate(strings.NewReader(mixed), nil) {
		n++
		break
	}
	for range claimwire.NewReader(strings.NewReader(mixed), nil).Items() {
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d steps", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range claimwire.Validate(strings.NewReader(mixed), &claimwire.ValidateOptions{Context: ctx}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a context that is done: %v", err)
		}
	}
	v := claimwire.NewValidator(strings.NewReader(mixed), nil)
	for range v.Issues() {
		break
	}
	for _, err := range v.Issues() {
		if err == nil {
			t.Error("a Validator reads its stream twice")
		}
	}
	if err := claimwire.ToJSON(io.Discard, strings.NewReader(mixed), &claimwire.JSONOptions{Reader: claimwire.ReaderOptions{Context: ctx}}); !errors.Is(err, context.Canceled) {
		t.Errorf("ToJSON: %v", err)
	}
}
