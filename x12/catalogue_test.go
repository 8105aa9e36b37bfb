// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// TestCodesPage prints the catalogue as the page CODES.md.
func TestCodesPage(t *testing.T) {
	var b bytes.Buffer
	b.WriteString(`# Codes of findings

Every code that package x12 finds, printed from its catalogue (` + "`go test ./x12 -run CodesPage -update`" + `). Codes are stable.
SNIP is the WEDI type; a dash means that no rule of the standard is touched. The columns TA1 (TA105), IK3 (IK304), IK4 (IK403),
IK5 (IK502), AK9 (AK905) and STC (category and status of a 277CA) are the codes that answer the finding in an
acknowledgement. The TA1 code of a finding about an element of the ISA is that element's own (` + "`Issue.TA1`" + `).

| code | severity | SNIP | what is wrong | what to do | TA1 | IK3 | IK4 | IK5 | AK9 | STC |
|---|---|---|---|---|---|---|---|---|---|---|
`)
	for _, i := range x12.Catalogue() {
		snip := "-"
		if i.SNIP > 0 {
			snip = fmt.Sprint(i.SNIP)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
			i.Code, i.Severity, snip, i.Text, i.Fix, i.TA1, i.IK3, i.IK4, i.IK5, i.AK9, i.STC)
	}
	golden(t, "CODES.md", b.Bytes())
}

// TestCatalogueAnswers checks the acknowledgment codes against their lists.
func TestCatalogueAnswers(t *testing.T) {
	var (
		lists = map[string]*regexp.Regexp{
			"TA1": regexp.MustCompile(`^(|0[012][0-9]|03[01])$`),
			"IK3": regexp.MustCompile(`^(|[1-8]|I[46789])$`),
			"IK4": regexp.MustCompile(`^(|[1-9]|10|12|13|I6|I9|I1[0-3])$`),
			"IK5": regexp.MustCompile(`^(|[1-7]|1[0-9]|2[3-7]|I5|I6)$`),
			"AK9": regexp.MustCompile(`^(|[1-6]|1[0-9]|2[3-6])$`),
			"STC": regexp.MustCompile(`^(|A[0-8]:[0-9]{1,3})$`),
		}
	)
	rows := x12.Catalogue()
	for _, i := range rows {
		if i.Text == "" || strings.ContainsAny(i.Text+i.Fix, "|\n") || strings.HasSuffix(i.Text, ".") {
			t.Errorf("%s: text %q", i.Code, i.Text)
		}
		if i.Fix == "" {
			t.Errorf("%s says nothing of how to fix it", i.Code)
		}
		for name, v := range map[string]string{"TA1": i.TA1, "IK3": i.IK3, "IK4": i.IK4, "IK5": i.IK5, "AK9": i.AK9, "STC": i.STC} {
			if !lists[name].MatchString(v) {
				t.Errorf("%s: %s code %q is none", i.Code, name, v)
			}
		}
	}
}

// TestCatalogueIsWhole checks the constants of the source against the catalog.
func TestCatalogueIsWhole(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	constant := regexp.MustCompile(`(?m)^\tCode\w+\s+(?:IssueCode )?= "([^"]+)"|^\tCode\w+\s+IssueCode\s*= "([^"]+)"`)
	n := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range constant.FindAllSubmatch(src, -1) {
			n++
			if _, ok := x12.LookupIssue(x12.IssueCode(string(m[1]) + string(m[2]))); !ok {
				t.Errorf("%s: %s%s is not in the catalogue", f, m[1], m[2])
			}
		}
	}
	if n != len(x12.Catalogue()) {
		t.Errorf("%d constants, %d rows", n, len(x12.Catalogue()))
	}
}

// TestEveryIssueSaysHowToFix breaks each element of the samples in several ways:
// whatever is found says what is wrong and, after a semicolon, what to do.
func TestEveryIssueSaysHowToFix(t *testing.T) {
	files, err := filepath.Glob("testdata/*.edi")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	form := regexp.MustCompile(`^[^;]+; [a-z]`)
	seen := map[x12.IssueCode]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		edi := string(data)
		for at, k := strings.IndexByte(edi, '*'), 0; at >= 0 && at < len(edi)-1; k++ {
			n := strings.IndexAny(edi[at+1:], "*~")
			if n < 0 {
				break
			}
			values := []string{"", "Z", "-", "1.", " ", "\xe9", strings.Repeat("9", 90)}
			for _, v := range []string{values[k%7], values[(k+3)%7]} {
				in := edi[:at+1] + v + edi[at+1+n:]
				for i, err := range x12.Validate(strings.NewReader(in), nil) {
					if err != nil {
						continue // of the source or the syntax: they have their own tests
					}
					seen[i.Code] = true
					if !form.MatchString(i.Detail) {
						t.Fatalf("%s: %s: %q", file, i.Code, i.Detail)
					}
				}
			}
			next := strings.IndexByte(edi[at+1:], '*')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	for _, code := range []x12.IssueCode{x12.CodeElementTooShort, x12.CodeElementTooLong, x12.CodeNotAllowed, x12.CodeBadNumber, x12.CodeBadCharacter, x12.CodeBadDate} {
		if !seen[code] {
			t.Errorf("%s was not found", code)
		}
	}
}
