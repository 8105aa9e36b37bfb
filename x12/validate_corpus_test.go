// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// corpusEnv names a folder of sample files with an INDEX.tsv that says what is
// wrong with each; without it the test is skipped.
const corpusEnv = "CLAIMWIRE_CORPUS"

// corpusFile is a row of the index.
type corpusFile struct {
	path, versions, envelope, label string
	verdicts                        []string
	options                         x12.ReaderOptions
}

// kind names the claim that the file holds by its versions; "other sets" where
// it is none.
func (f corpusFile) kind() string {
	for _, k := range []struct{ version, kind string }{{"005010X222", "837P"}, {"005010X223", "837I"}, {"005010X224", "837D"}} {
		if strings.Contains(f.versions, k.version) {
			return k.kind
		}
	}
	return "other sets"
}

func labelledFiles(t *testing.T) (root string, files []corpusFile) {
	t.Helper()
	root = os.Getenv(corpusEnv)
	if root == "" {
		t.Skip(corpusEnv + " is not set")
	}
	index, err := os.ReadFile(filepath.Join(root, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(index)), "\n") {
		c := strings.Split(line, "\t")
		if i == 0 {
			continue
		}
		if len(c) < 20 {
			t.Fatalf("line %d of the index has %d columns", i+1, len(c))
		}
		files = append(files, corpusFile{path: c[0], versions: c[5], envelope: c[13], label: c[14], verdicts: c[16:20],
			options: x12.ReaderOptions{Fragment: c[14] == "fragment"}})
	}
	return root, files
}

// exception is a file whose label this package does not share.
type exception struct {
	at  string // segment
	row string // reference row or rule that decides
	fix string // what would be right
}

// validExceptions are files labelled valid that are not. Those that claim the
// professional or institutional guide come from the tests of one reader that does
// not check what is wrong in them, and two other programs reject each, which by
// the corpus's own rule takes the label away. The dental ones come from a round
// trip that checks nothing; the one program that knows the guide rejects them.
// Three of six institutional and two of six dental labels are a large share of
// few files: the reasons are one wrong ISA16, one leftover of 4010, one claim
// with its elements shifted, and each is checked against the other programs here.
var validExceptions = map[string]exception{
	"linuxforhealth_x12/837_005010X222A2__demo.cob.2ndary.example4.837": {"segment 19 (2300 CLM05)", "2300/CLM/05-2 R; RULES ENV-01",
		"the composites are cut by '>', ISA16 is ':'; write ISA16 as '>'"},
	"linuxforhealth_x12/837_005010X222A2__demo.cob.example3.A.837": {"segment 42 (2330B NM1)", "2320/2330B usage R; DIFFERENCES, samples that do not fit",
		"a 2330B loop (NM1*PR) before the LX"},
	"linuxforhealth_x12/837_005010X222A2__demo.cob.example4.837": {"segment 29 (2320 AMT01)", "2320/AMT D, A8, EAF; DIFFERENCES, samples that do not fit",
		"AMT*F2 is a 4010 leftover; AMT*EAF in its place"},
	"linuxforhealth_x12/837_005010X222A2__demo.example12.837": {"segment 24 (2300 CLM05)", "2300/CLM/05-2 R; RULES ENV-01",
		"the composites are cut by '>', ISA16 is ':'; write ISA16 as '>'"},
	"linuxforhealth_x12/837_005010X222A2__demo.example9.837": {"segment 18 (2300 CLM05)", "2300/CLM/05-2 R, SV107-1 N0 1/2; RULES ENV-01",
		"the composites are cut by '>', ISA16 is ':'; write ISA16 as '>', and the pointer as 1"},
	"linuxforhealth_x12/837_005010X223A3__out-of-network-repriced-claim.837i": {"segment 18 (2300 CLM05-1)", "2300/CLM/05-2 R, CLM/06 N; RULES ENV-01",
		"the composites are cut by '>', ISA16 is ':'; write ISA16 as '>' and leave CLM06 empty"},
	"linuxforhealth_x12/837_005010X223A3__ppo-repriced-claim.837i": {"segment 24 (2300 CLM05-1)", "2300/CLM/05-2 R, CLM/06 N; RULES ENV-01",
		"the composites are cut by '>', ISA16 is ':'; write ISA16 as '>' and leave CLM06 empty"},
	"linuxforhealth_x12/837_005010X223A3__two-claims-single-provider.837i": {"segment 19 (2300 CLM06)", "2300/CLM/06 N; DIFFERENCES, samples that do not fit",
		"CLM06 is a 4010 leftover; leave it empty"},
	"cosyte_x12/claim__837d-canonical.edi": {"segment 23 (2400 SV305)", "2400/SV3/02 R, SV3/05 I|R",
		"the charge is missing and the quantity stands in the place of the prosthesis code; SV3*AD:D2391*180****1"},
	"cosyte_x12/golden__837d.edi": {"segment 23 (2400 SV305)", "2400/SV3/02 R, SV3/05 I|R",
		"the same file without line ends"},
}

// checkFile returns the findings of a file.
func checkFile(t *testing.T, path string, o x12.ReaderOptions) []x12.Issue {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []x12.Issue
	for i, err := range x12.Validate(f, &x12.ValidateOptions{Reader: o}) {
		if err != nil {
			i = x12.Issue{Code: "error", Severity: x12.Error, Detail: err.Error()}
		}
		out = append(out, i)
	}
	return out
}

func errorsOf(issues []x12.Issue) []x12.Issue {
	return slices.DeleteFunc(slices.Clone(issues), func(i x12.Issue) bool { return i.Severity != x12.Error })
}

// rejected reports whether most of the three programs that check guides, of those
// that know this one, reject the file.
func (f corpusFile) rejected() bool {
	rejected, checked := 0, 0
	for _, v := range f.verdicts[:3] {
		switch {
		case strings.HasPrefix(v, "reject"):
			rejected++
			checked++
		case strings.HasPrefix(v, "accept"):
			checked++
		}
	}
	return 2*rejected > checked
}

func TestCorpus(t *testing.T) {
	root, files := labelledFiles(t)
	type tally struct{ files, agree, except int }
	tallies := map[string]*tally{}
	for _, f := range files {
		if f.replySet() != "" {
			continue // see TestCorpusReplies
		}
		issues := checkFile(t, filepath.Join(root, f.path), f.options)
		errs := errorsOf(issues)
		kind := f.kind()
		c := tallies[f.label+", "+kind]
		if c == nil {
			c = &tally{}
			tallies[f.label+", "+kind] = c
		}
		c.files++
		switch {
		case f.label == "valid":
			x, known := validExceptions[f.path]
			if known {
				c.except++
				if len(errs) == 0 || !strings.HasPrefix(errs[0].Position.String(), strings.TrimSuffix(x.at, ")")) || !f.rejected() {
					t.Errorf("%s: the exception at %s is none: %v", f.path, x.at, errs)
				}
			} else if len(errs) > 0 {
				t.Errorf("%s is valid; found %v", f.path, errs)
				continue
			}
			c.agree++
		case f.label == "envelope-broken" && slices.ContainsFunc(errs, func(i x12.Issue) bool { return i.Code == x12.CodeWrappedFile }):
			c.agree++ // what the index says of it is said of the lines
		case f.label == "envelope-broken":
			if missing := envelopeMissing(f, issues); missing != "" {
				t.Errorf("%s: %s", f.path, missing)
				continue
			}
			c.agree++
		case f.label == "structurally-invalid" && kind != "other sets":
			if missing := placeMissing(f, errs); missing != "" {
				t.Errorf("%s: %s", f.path, missing)
				continue
			}
			c.agree++
		default: // a label that says nothing about what must be found
			c.agree++
		}
	}
	for _, k := range slices.Sorted(func(yield func(string) bool) {
		for k := range tallies {
			if !yield(k) {
				return
			}
		}
	}) {
		c := tallies[k]
		t.Logf("%-34s %3d files, %3d not against the label, %d exceptions", k, c.files, c.agree-c.except, c.except)
	}
	all := 0
	for k, c := range tallies {
		if strings.HasPrefix(k, "valid, ") {
			all += c.files
		}
	}
	if n := len(validExceptions); 10*n > all {
		t.Errorf("%d exceptions to %d labels", n, all)
	}
}

// envelopeFaults are what the index says about envelopes, and the codes that
// must be found then, any of them.
var envelopeFaults = []struct {
	says  *regexp.Regexp
	codes []x12.IssueCode
}{
	{regexp.MustCompile(`^SE01 (\d+), counted`), []x12.IssueCode{x12.CodeSegmentCount}},
	{regexp.MustCompile(`^GE01 (\d+), counted`), []x12.IssueCode{x12.CodeSetCount}},
	{regexp.MustCompile(`^IEA01 \d+, counted`), []x12.IssueCode{x12.CodeGroupCount, x12.CodeMissingGS}}, // a group without GS counts as one
	{regexp.MustCompile(`^SE02 differs`), []x12.IssueCode{x12.CodeSetControl}},
	{regexp.MustCompile(`^GE02 differs`), []x12.IssueCode{x12.CodeGroupControl}},
	{regexp.MustCompile(`^IEA02 differs`), []x12.IssueCode{x12.CodeInterchangeControl, x12.CodeISAWidth}}, // as numbers (RULES ENV-04) the two may agree
	{regexp.MustCompile(`^no SE|\(no SE\)`), []x12.IssueCode{x12.CodeMissingSE}},
	{regexp.MustCompile(`^no GE`), []x12.IssueCode{x12.CodeMissingGE}},
	{regexp.MustCompile(`^no IEA|\(no IEA\)`), []x12.IssueCode{x12.CodeMissingIEA}},
	{regexp.MustCompile(`^ST outside GS`), []x12.IssueCode{x12.CodeMissingGS}},
	{regexp.MustCompile(`^GE without GS`), []x12.IssueCode{x12.CodeMissingGS}},
	{regexp.MustCompile(`^IEA without ISA`), []x12.IssueCode{x12.CodeTextAfterEnd, "error"}},
	{regexp.MustCompile(`^ST02 .*used twice`), []x12.IssueCode{x12.CodeSetTwice}},
	{regexp.MustCompile(`^GS06 .*used twice`), []x12.IssueCode{x12.CodeGroupTwice}},
	{regexp.MustCompile(`outside a transaction set`), []x12.IssueCode{x12.CodeOutsideSet}},
	{regexp.MustCompile(`last segment not terminated`), []x12.IssueCode{x12.CodeUnterminated}},
	{regexp.MustCompile(`ISA not readable`), []x12.IssueCode{x12.CodeISAWidth, x12.CodeBadISA, x12.CodeDelimiter}},
}

// envelopeMissing tells which fault of the index was not found. A stream that
// can't be read on is found as a whole.
func envelopeMissing(f corpusFile, issues []x12.Issue) string {
	if len(errorsOf(issues)) == 0 {
		return "no error found; the index says " + f.envelope
	}
	for _, i := range issues {
		switch i.Code {
		case "error", x12.CodeBadISA, x12.CodeTextAfterEnd, x12.CodeTooManyElements:
			return ""
		}
	}
	for _, part := range strings.Split(f.envelope, "; ") {
		for _, e := range envelopeFaults {
			m := e.says.FindStringSubmatch(part)
			if m == nil {
				continue
			}
			found := slices.ContainsFunc(issues, func(i x12.Issue) bool {
				return slices.Contains(e.codes, i.Code) && (len(m) < 2 || sameCount(i.Value, m[1]))
			})
			if !found {
				return fmt.Sprintf("%q was not found in %v", part, issues)
			}
			break
		}
	}
	return ""
}

func sameCount(a, b string) bool {
	x, err := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	return err == nil && err2 == nil && x == y
}

var pyx12Line = regexp.MustCompile(`Line:(\d+) (SEG|ELE|HL|ISA|ST)`)

// placeMissing reports whether an error stands at the segment that the first
// finding of the outside program names, which counts ISA as line 1.
func placeMissing(f corpusFile, errs []x12.Issue) string {
	if len(errs) == 0 {
		return "no error found"
	}
	m := pyx12Line.FindStringSubmatch(f.verdicts[0])
	if m == nil || m[2] == "ISA" { // about the interchange as a whole
		return ""
	}
	line, _ := strconv.Atoi(m[1])
	for _, i := range errs {
		if i.Segment == line-2 {
			return ""
		}
	}
	return fmt.Sprintf("no error at segment %d, but %v", line-2, errs)
}
