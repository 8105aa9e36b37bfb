// SPDX-License-Identifier: Apache-2.0

package batch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
	"github.com/shopspring/decimal"
)

var (
	now = time.Date(2026, 4, 30, 9, 0, 0, 0, time.UTC)
	ctx = context.Background()
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func practice(t *testing.T) *encounter.Practice {
	t.Helper()
	p := new(encounter.Practice)
	if err := json.Unmarshal([]byte(read(t, "../../testdata/practice.json")), p); err != nil {
		t.Fatal(err)
	}
	return p
}

// encounters are those of all kinds, one a line.
func encounters(t *testing.T) []string {
	t.Helper()
	return strings.SplitAfter(strings.TrimSpace(read(t, "../../testdata/mixed.ndjson"))+"\n", "\n")
}

// asked are n requests, one a line.
func asked(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"Q%d","payer":{"name":"Payer","id":"P1"},"memberID":"W%d","subscriber":{"lastName":"Doe","firstName":"Jane","birthDate":"1980-01-01"},"date":"2026-04-30"}`+"\n", i+1, i+1)
	}
	return b.String()
}

// issues of a run: how many there are of each code, and where.
type issues map[x12.IssueCode][]batch.Record

func (s issues) add(rec batch.Record, i x12.Issue) { s[i.Code] = append(s[i.Code], rec) }

// The result of a run says what is in the file, and the manifest where it is.
func TestClaimsResult(t *testing.T) {
	lines := encounters(t)
	good := len(lines) - 1
	lines = append(lines, lines[0], `{"id":"BAD","chrage":1}`+"\n", "\n", `{"id":"EMPTY"}`)
	var file, manifest bytes.Buffer
	found := issues{}
	var last batch.Progress
	src := strings.Join(lines, "")
	n, err := batch.Claims(ctx, strings.NewReader(src), batch.Output{Writer: &file, Manifest: &manifest}, practice(t), &batch.Options{
		Now: now, OnIssue: found.add, MaxPerSet: 3,
		OnProgress: func(p batch.Progress) {
			if p.Read < last.Read || p.Written < last.Written || p.Bytes < last.Bytes {
				t.Errorf("progress goes from %v to %v", last, p)
			}
			last = p
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if n.Read != good+3 || n.Written != good || n.Refused != 3 || n.Duplicates != 1 || n.Bytes != int64(len(src)) {
		t.Errorf("%+v", n)
	}
	if last.Read != n.Read || last.Written != n.Written || last.Refused != n.Refused || last.Bytes != n.Bytes {
		t.Errorf("the last progress is %+v of %+v", last, n)
	}
	for code, line := range map[x12.IssueCode]int{batch.CodeDuplicate: good + 1, batch.CodeBadJSON: good + 2, "no-coverage": good + 4} {
		if at := found[code]; len(at) == 0 || at[0].Line != line || at[0].ID == "" {
			t.Errorf("%s: %v, not on line %d: %v", code, at, line, found)
		}
	}
	kinds, charge, sets := map[claim837.Kind]int{}, decimal.Zero, map[string]bool{}
	r := claim837.NewReader(bytes.NewReader(file.Bytes()), nil)
	rows := json.NewDecoder(&manifest)
	var interchange, group, set string
	for item, err := range r.Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch item.Kind {
		case x12.InterchangeBegin:
			interchange = item.Interchange.Control
		case x12.GroupBegin:
			group = item.Group.Control
		case x12.SetBegin:
			set = item.Set.Control
		}
		c := item.Claim
		if c == nil {
			continue
		}
		kinds[c.Kind]++
		charge = charge.Add(c.Charge)
		var row batch.ClaimRow
		if err := rows.Decode(&row); err != nil {
			t.Fatal(err)
		}
		want := batch.ClaimRow{Encounter: c.ID, Claim: c.ID, Interchange: interchange, Group: group, Set: set, Charge: row.Charge}
		if row != want || !row.Charge.Equal(c.Charge) {
			t.Errorf("%+v is in the manifest of %+v", row, want)
		}
		sets[row.Group+" "+row.Set] = true
	}
	if rows.More() {
		t.Error("the manifest has more claims than the file")
	}
	if fmt.Sprint(kinds) != fmt.Sprint(n.Kinds) || len(kinds) != 3 || !charge.Equal(n.Charge) {
		t.Errorf("the file has %v of %v", kinds, charge)
	}
	if n.Interchanges != (batch.Numbers{Count: 1, First: "000000001", Last: "000000001"}) || n.Groups != (batch.Numbers{Count: 3, First: "1", Last: "3"}) {
		t.Errorf("%+v %+v", n.Interchanges, n.Groups)
	}
	if len(sets) <= 3 {
		t.Errorf("%d sets of at most 3 claims", len(sets))
	}
	for issue, err := range claimwire.Validate(bytes.NewReader(file.Bytes()), nil) {
		if err != nil || issue.Severity == x12.Error {
			t.Error(issue, err)
		}
	}
}

func TestInquiriesResult(t *testing.T) {
	src := asked(3) + strings.Replace(asked(1), `"Q1"`, `"Q 1"`, 1) + strings.Replace(asked(1), "2026-04-30", "2026-05-30", 1) +
		strings.ReplaceAll(strings.ReplaceAll(asked(2), "2026-04-30", "2026-05-30"), `"Q`, `"LATER`)
	for _, realTime := range []bool{false, true} {
		var file, manifest bytes.Buffer
		n, err := batch.Inquiries(ctx, strings.NewReader(src), batch.Output{Writer: &file, Manifest: &manifest}, practice(t), &batch.Options{Now: now, RealTime: realTime})
		if err != nil || n.Read != 7 || n.Written != 6 || n.Duplicates != 1 || n.Kinds != nil {
			t.Errorf("%+v, %v", n, err)
		}
		if len(n.Notes) != 1 || n.Notes[0].Count != 2 || n.Notes[0].Severity != x12.Info {
			t.Errorf("notes are %+v", n.Notes)
		}
		want := 1
		if realTime {
			want = 6
		}
		if n.Interchanges.Count != want || n.Groups.Count != want || n.Interchanges.Last != fmt.Sprintf("%09d", want) {
			t.Errorf("%+v %+v", n.Interchanges, n.Groups)
		}
		if got := bytes.Count(file.Bytes(), []byte("ISA*")); got != want {
			t.Errorf("%d interchanges", got)
		}
		rows := json.NewDecoder(&manifest)
		for range n.Written {
			var row batch.InquiryRow
			if err := rows.Decode(&row); err != nil || row.Patient == "" || !bytes.Contains(file.Bytes(), []byte("~TRN*1*"+row.Trace+"*")) {
				t.Errorf("%+v, %v", row, err)
			}
		}
	}
}

// makers are the two kinds of runs, with a good source of two records.
func makers(t *testing.T) map[string]struct {
	make func(context.Context, io.Reader, batch.Output, *encounter.Practice, *batch.Options) (batch.Result, error)
	src  []string
} {
	t.Helper()
	return map[string]struct {
		make func(context.Context, io.Reader, batch.Output, *encounter.Practice, *batch.Options) (batch.Result, error)
		src  []string
	}{
		"claims":    {batch.Claims, encounters(t)[:2]},
		"inquiries": {batch.Inquiries, strings.SplitAfter(asked(2), "\n")[:2]},
	}
}

// failing fails after n bytes.
type failing struct{ n int }

var errFailing = errors.New("no space")

func (f *failing) Write(b []byte) (int, error) {
	if f.n -= len(b); f.n < 0 {
		return 0, errFailing
	}
	return len(b), nil
}

// noNumbers has no control numbers.
type noNumbers struct{}

func (noNumbers) Reserve(context.Context, x12.ControlKind, string, int) (int64, error) {
	return 0, errFailing
}

// Without an error both files are there; with one neither is, and what was there
// before is as it was.
func TestAllOrNothing(t *testing.T) {
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	bad := `{"id":"BAD","chrage":1}` + "\n"
	for name, m := range makers(t) {
		good := strings.Join(m.src, "")
		none := *practice(t)
		none.Interchange.ReceiverID = ""
		for what, tt := range map[string]struct {
			ctx      context.Context
			src      string
			practice *encounter.Practice
			o        batch.Options
			want     error // nil for any when fails
			fails    bool
		}{
			"good":                           {ctx: ctx, src: good, practice: practice(t)},
			"good, all or nothing":           {ctx: ctx, src: good, practice: practice(t), o: batch.Options{AllOrNothing: true}},
			"one is bad":                     {ctx: ctx, src: good + bad, practice: practice(t)},
			"one is bad, all or nothing":     {ctx: ctx, src: good + bad, practice: practice(t), o: batch.Options{AllOrNothing: true}, want: batch.ErrNothingWritten, fails: true},
			"all are bad":                    {ctx: ctx, src: bad, practice: practice(t), want: batch.ErrNothingWritten, fails: true},
			"none":                           {ctx: ctx, src: " [ ] ", practice: practice(t), want: batch.ErrNothingWritten, fails: true},
			"no practice":                    {ctx: ctx, src: good, want: batch.ErrNothingWritten, fails: true},
			"canceled":                       {ctx: canceled, src: good, practice: practice(t), want: context.Canceled, fails: true},
			"no control numbers":             {ctx: ctx, src: good, practice: practice(t), o: batch.Options{Control: noNumbers{}}, want: errFailing, fails: true},
			"the array does not end":         {ctx: ctx, src: "[" + m.src[0], practice: practice(t), fails: true},
			"text after good ones":           {ctx: ctx, src: "[" + m.src[0] + "] x", practice: practice(t), fails: true},
			"a practice that cannot be used": {ctx: ctx, src: good, practice: &none, fails: true},
		} {
			for _, before := range []string{"", "what was there"} {
				dir := t.TempDir()
				out := batch.Output{File: filepath.Join(dir, "out"), ManifestFile: filepath.Join(dir, "manifest")}
				if before != "" {
					os.WriteFile(out.File, []byte(before), 0o600)
					os.WriteFile(out.ManifestFile, []byte(before), 0o600)
				}
				tt.o.Now = now
				_, err := m.make(tt.ctx, strings.NewReader(tt.src), out, tt.practice, &tt.o)
				if (err != nil) != tt.fails || tt.want != nil && !errors.Is(err, tt.want) {
					t.Errorf("%s, %s: %v", name, what, err)
				}
				if !tt.fails {
					if got := read(t, out.File); !strings.HasPrefix(got, "ISA*") || !strings.HasSuffix(got, "~") || strings.Count(read(t, out.ManifestFile), "\n") != 2 {
						t.Errorf("%s, %s: the file is %.60s", name, what, got)
					}
					continue
				}
				for _, path := range []string{out.File, out.ManifestFile} {
					if got, _ := os.ReadFile(path); string(got) != before {
						t.Errorf("%s, %s: %s is %.60q", name, what, path, got)
					}
				}
				if left, _ := os.ReadDir(dir); len(left) != 2*min(1, len(before)) {
					t.Errorf("%s, %s: leaves %v", name, what, left)
				}
				// A Writer gets nothing, either, where nothing is to be written.
				var w bytes.Buffer
				if _, err := m.make(tt.ctx, strings.NewReader(tt.src), batch.Output{Writer: &w}, tt.practice, &tt.o); errors.Is(err, batch.ErrNothingWritten) && w.Len() > 0 {
					t.Errorf("%s, %s: the Writer got %.60q", name, what, w.Bytes())
				}
			}
		}
		var pe *batch.PracticeError
		found := issues{}
		if _, err := m.make(ctx, strings.NewReader(good), batch.Output{Writer: io.Discard}, &none, &batch.Options{Now: now, OnIssue: found.add}); !errors.As(err, &pe) || pe.Issue.Severity != x12.Error || len(found[pe.Issue.Code]) == 0 || found[pe.Issue.Code][0] != (batch.Record{}) {
			t.Errorf("%s: %v, %v", name, err, found)
		}
		for n := range 3 {
			out := batch.Output{Writer: &failing{n * 100}}
			if n == 2 {
				out = batch.Output{Writer: io.Discard, Manifest: &failing{}}
			}
			if _, err := m.make(ctx, strings.NewReader(good), out, practice(t), &batch.Options{Now: now, AllOrNothing: n == 1}); !errors.Is(err, errFailing) {
				t.Errorf("%s: writing fails with %v", name, err)
			}
		}
	}
}

// One file has one role, under whatever name, and nothing is changed when it would
// have two.
func TestOneFileOneRole(t *testing.T) {
	for name, m := range makers(t) {
		dir := t.TempDir()
		in, link, other := filepath.Join(dir, "in"), filepath.Join(dir, "link"), filepath.Join(dir, "other")
		text := strings.Join(m.src, "")
		if err := os.WriteFile(in, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(in, link); err != nil {
			t.Skip(err)
		}
		f, err := os.OpenFile(in, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for what, out := range map[string]batch.Output{
			"File is the source":               {File: link},
			"Writer is the source":             {Writer: f},
			"ManifestFile is the source":       {File: other, ManifestFile: in},
			"Manifest is the source":           {Writer: io.Discard, Manifest: f},
			"File is ManifestFile":             {File: other, ManifestFile: filepath.Join(dir, ".", "x", "..", "other")},
			"there is none":                    {},
			"there is none but for a manifest": {ManifestFile: other},
		} {
			if _, err := m.make(ctx, f, out, practice(t), &batch.Options{Now: now}); err == nil {
				t.Errorf("%s: %s, and that is no error", name, what)
			}
			if read(t, in) != text {
				t.Fatalf("%s: %s: the source was changed", name, what)
			}
			if _, err := os.Stat(other); err == nil {
				t.Errorf("%s: %s: a file was made", name, what)
			}
		}
	}
}

// keys remembers the keys it was asked with.
type keys struct {
	x12.ControlNumbers
	asked []string
}

func (k *keys) Reserve(ctx context.Context, kind x12.ControlKind, key string, n int) (int64, error) {
	k.asked = append(k.asked, key)
	return k.ControlNumbers.Reserve(ctx, kind, key, n)
}

// The same run gets the same numbers again, whatever brings its source; a run that
// could make another file gets others.
func TestKeyOfControlNumbers(t *testing.T) {
	for name, m := range makers(t) {
		good := strings.Join(m.src, "")
		numbers := &keys{ControlNumbers: x12.NewMemoryControlNumbers()}
		run := func(src io.Reader, change func(*batch.Options, *encounter.Practice)) (string, string) {
			o, p := batch.Options{Now: now, Control: numbers}, practice(t)
			if change != nil {
				change(&o, p)
			}
			numbers.asked = nil
			var file bytes.Buffer
			n, err := m.make(ctx, src, batch.Output{Writer: &file}, p, &o)
			if err != nil || !strings.Contains(file.String(), "~IEA*1*"+n.Interchanges.Last) {
				t.Fatal(name, err, file.String())
			}
			return n.Interchanges.First + " " + n.Groups.First, numbers.asked[0]
		}
		first, _ := run(strings.NewReader(good), nil)
		path := filepath.Join(t.TempDir(), "in")
		if err := os.WriteFile(path, []byte(good), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		pr, pw := io.Pipe()
		go func() { io.WriteString(pw, good); pw.Close() }()
		for what, src := range map[string]io.Reader{"string": strings.NewReader(good), "file": f, "pipe": pr} {
			if again, _ := run(src, nil); again != first {
				t.Errorf("%s: the same run, from a %s, gets %s, then %s", name, what, first, again)
			}
		}
		if again, _ := run(strings.NewReader(good), func(o *batch.Options, _ *encounter.Practice) {
			o.MaxPerSet = map[string]int{"claims": claim837.DefaultMaxClaims, "inquiries": eligibility270.DefaultMaxPatients}[name]
			o.OnIssue, o.OnProgress, o.Now = func(batch.Record, x12.Issue) {}, func(batch.Progress) {}, now.In(time.FixedZone("", 3600))
		}); again != first {
			t.Errorf("%s: a run that makes the same gets %s, then %s", name, first, again)
		}
		seen := map[string]string{first: "the first"}
		changes := map[string]func(*batch.Options, *encounter.Practice){
			"Now":          func(o *batch.Options, _ *encounter.Practice) { o.Now = now.Add(time.Nanosecond) },
			"Charset":      func(o *batch.Options, _ *encounter.Practice) { o.Charset = x12.Extended },
			"AllOrNothing": func(o *batch.Options, _ *encounter.Practice) { o.AllOrNothing = true },
			"MaxPerSet":    func(o *batch.Options, _ *encounter.Practice) { o.MaxPerSet = 7 },
			"practice":     func(_ *batch.Options, p *encounter.Practice) { p.BillingProvider.Organization += "s" },
		}
		if name == "claims" {
			changes["ClaimRules"] = func(o *batch.Options, _ *encounter.Practice) { o.ClaimRules = claim837.NewRuleSet() }
			changes["ClaimRules, one off"] = func(o *batch.Options, _ *encounter.Practice) {
				o.ClaimRules = claim837.NewRuleSet()
				o.ClaimRules.Disable("837P-CLM-05")
			}
		} else {
			changes["RealTime"] = func(o *batch.Options, _ *encounter.Practice) { o.RealTime = true }
			changes["InquiryRules"] = func(o *batch.Options, _ *encounter.Practice) { o.InquiryRules = eligibility270.NewRuleSet() }
		}
		for what, change := range changes {
			got, _ := run(strings.NewReader(good), change)
			if other, ok := seen[got]; ok {
				t.Errorf("%s: another %s gets the numbers of %s", name, what, other)
			}
			seen[got] = what
		}
		if got, _ := run(strings.NewReader(good+"\n"), nil); seen[got] != "" {
			t.Errorf("%s: another source gets the numbers of %s", name, seen[got])
		}
		own := func(o *batch.Options, _ *encounter.Practice) { o.Key = "monday" }
		got, key := run(strings.NewReader(good), own)
		if again, _ := run(strings.NewReader(m.src[0]), own); key != "monday" || again != got || seen[got] != "" {
			t.Errorf("%s: Key %q gets %s, then %s", name, key, got, again)
		}
	}
}

// The rules of the options decide what is refused, also of the record that opens the
// file.
func TestRulesOfOptions(t *testing.T) {
	claimRules, inquiryRules := claim837.NewRuleSet(), eligibility270.NewRuleSet()
	for _, err := range []error{
		claimRules.Add(claim837.Rule{ID: "ACME-01", SNIP: 7, Severity: x12.Error, Title: "there are claims", Fix: "make none",
			Check: func(c *claim837.Claim, r *rules.Report) { r.Report("charge", "") }}),
		inquiryRules.Add(eligibility270.Rule{ID: "ACME-02", SNIP: 7, Severity: x12.Error, Title: "there are inquiries", Fix: "make none",
			Check: func(q *eligibility270.Inquiry, r *rules.Report) { r.Report("trace", "") }}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, m := range makers(t) {
		found := issues{}
		n, err := m.make(ctx, strings.NewReader(strings.Join(m.src, "")), batch.Output{Writer: io.Discard}, practice(t),
			&batch.Options{Now: now, ClaimRules: claimRules, InquiryRules: inquiryRules, OnIssue: found.add})
		if !errors.Is(err, batch.ErrNothingWritten) || n.Refused != 2 || len(found["ACME-01"])+len(found["ACME-02"]) != 2 {
			t.Errorf("%s: %+v, %v, %v", name, n, err, found)
		}
	}
	// What the recommended rules say of a set that is too large, NoRules does not.
	for rules, want := range map[*eligibility270.RuleSet]int{nil: 1, eligibility270.NewRuleSet(): 1, eligibility270.NoRules: 0} {
		found := issues{}
		n, err := batch.Inquiries(ctx, strings.NewReader(asked(100)), batch.Output{Writer: io.Discard}, practice(t),
			&batch.Options{Now: now, MaxPerSet: 1000, InquiryRules: rules, OnIssue: found.add})
		if err != nil || n.Written != 100 || len(found["270-09"]) != want {
			t.Errorf("%+v, %v, %v", n, err, found)
		}
	}
	// What the recommended rules refuse, NoRules lets pass.
	early := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC) // before the services
	for _, tt := range []struct {
		rules   *claim837.RuleSet
		written int
	}{{nil, 0}, {claim837.NewRuleSet(), 0}, {claim837.NoRules, 1}} {
		found := issues{}
		n, _ := batch.Claims(ctx, strings.NewReader(encounters(t)[0]), batch.Output{Writer: io.Discard}, practice(t), &batch.Options{Now: early, ClaimRules: tt.rules, OnIssue: found.add})
		if n.Read != 1 || n.Written != tt.written {
			t.Errorf("%+v %v", n, found)
		}
	}
}

// An id that is the same in the file is the same.
func TestDuplicates(t *testing.T) {
	for ids, want := range map[string]int{"Q|Q": 1, "Q| Q ": 1, "Qe|Q\u00e9": 1, "Q|q": 0, "|": 0, "Q|R|Q|R|Q": 3} {
		var src strings.Builder
		for id := range strings.SplitSeq(ids, "|") {
			src.WriteString(strings.Replace(asked(1), `"Q1"`, `"`+id+`"`, 1))
		}
		found := issues{}
		n, _ := batch.Inquiries(ctx, strings.NewReader(src.String()), batch.Output{Writer: io.Discard}, practice(t), &batch.Options{Now: now, OnIssue: found.add})
		if n.Duplicates != want || len(found[batch.CodeDuplicate]) != want {
			t.Errorf("%q: %+v, %v", ids, n, found)
		}
	}
}

// Encounters that wait may be longer than what is held in memory; nothing is left of
// them.
func TestLongWaiting(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	lines := encounters(t)
	slices.Reverse(lines[:len(lines)-1]) // dental first
	var src strings.Builder
	for _, line := range lines {
		if line != "" {
			src.WriteString("{" + strings.Repeat(" ", 200_000) + line[1:])
		}
	}
	for _, writer := range []io.Writer{io.Discard, &failing{20_000}} {
		n, err := batch.Claims(ctx, strings.NewReader(src.String()), batch.Output{Writer: writer}, practice(t), &batch.Options{Now: now})
		if writer == io.Discard && (err != nil || n.Written != len(lines)-1) || writer != io.Discard && !errors.Is(err, errFailing) {
			t.Errorf("%+v, %v", n, err)
		}
		if files, _ := os.ReadDir(os.TempDir()); len(files) > 0 {
			t.Errorf("it leaves %v", files)
		}
	}
}

// An issue about the practice names the field of the practice that was given.
func TestPathsOfPractices(t *testing.T) {
	p := practice(t)
	p.BillingProvider.NPI = "1234567890"
	own := strings.Replace(asked(1), `{"id":"Q1"`, `{"practice":{"provider":{"organization":"Lab","npi":"1234567890"},"interchange":{"senderID":"C1","receiverID":"H1"}},"id":"O1"`, 1)
	for _, tt := range []struct {
		src, want string
		p         *encounter.Practice
	}{{asked(1), "practice.billingProvider.npi", p}, {own, "practice.provider.npi", nil}} {
		var paths []string
		batch.Inquiries(ctx, strings.NewReader(tt.src), batch.Output{Writer: io.Discard}, tt.p, &batch.Options{Now: now, OnIssue: func(_ batch.Record, i x12.Issue) {
			paths = append(paths, i.Path)
		}})
		if !slices.Contains(paths, tt.want) {
			t.Errorf("no %s in %v", tt.want, paths)
		}
	}
}

// Records may have practices of their own, if they send to where the file goes.
func TestOwnPractices(t *testing.T) {
	with := func(id, receiver string) string {
		return strings.Replace(asked(1), `{"id":"Q1"`, fmt.Sprintf(`{"practice":{"provider":{"organization":"Lab","npi":"1234567893"},"interchange":{"senderID":"C1","receiverID":%q}},"id":%q`, receiver, id), 1)
	}
	found := issues{}
	var file bytes.Buffer
	n, err := batch.Inquiries(ctx, strings.NewReader(with("A", "H1")+with("B", "H2")+with("C", "H1")), batch.Output{Writer: &file}, nil, &batch.Options{Now: now, OnIssue: found.add})
	if at := found[batch.CodeOtherInterchange]; err != nil || n.Written != 2 || len(at) != 1 || at[0] != (batch.Record{Number: 2, Line: 2, ID: "B"}) {
		t.Errorf("%+v, %v, %v", n, err, found)
	}
}
