// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/internal/textpage"
)

const replies = "../../eligibility270/testdata/replies/"

// TestBenefitsGolden prints each of the project's own responses: as it comes, and
// some with questions.
func TestBenefitsGolden(t *testing.T) {
	asked := map[string][]string{
		"01-ppo":                {"--service", "98,48,AL", "--allowed", "145.00"},
		"03-medicare":           {"--service", "96", "--date", "2018-05-15", "--allowed", "310.55"},
		"04-medicare-advantage": {"--json"},
		"06-refused-payer":      {"--json"},
		"09-dependent":          {"--service", "office-visit, 4", "--allowed", "412.34"},
		"10-corrected":          {"--json", "--inquiry", replies + "10-corrected.270.edi"},
		"12-oop-nearly-met":     {"--service", "50", "--allowed", "950"},
		"13-visits-left":        {"--service", "physical-therapy,33,AF,AD,68,38"},
		"18-qmb":                {"--service", "98,48,88", "--allowed", "150"},
		"19-in-network-only":    {"--service", "98,86,88", "--allowed", "150"},
		"15-several-plans":      {"--service", "98", "--allowed", "1000"},
	}
	files, err := filepath.Glob(replies + "*.edi")
	if err != nil || len(files) < 14 {
		t.Fatalf("%d responses: %v", len(files), err)
	}
	run := func(golden, name string, args ...string) {
		out, errs, status := runOn([]byte(fixture(t, replies+name+".edi")), append([]string{"benefits", "-"}, args...)...)
		if status != exitOK || len(errs) > 0 {
			t.Errorf("%s: %d %s", golden, status, errs)
		}
		testkit.Golden(t, "testdata/benefits/"+golden, out)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".edi")
		if name == "10-corrected.270" {
			continue
		}
		run(name+".txt", name)
		switch flags := asked[name]; {
		case flags == nil:
		case flags[0] == "--json":
			run(name+".ndjson", name, flags...)
		default:
			run(name+".asked.txt", name, flags...)
		}
	}
	run("10-corrected.changes.txt", "10-corrected", "--inquiry", replies+"10-corrected.270.edi")
}

func fixture(t *testing.T, path string) string { return golden(t, path) }

func TestBenefitsExitStatus(t *testing.T) {
	all := eligibilityOddities()
	fine, refused := file(t, "fine.edi", all["response"]), file(t, "refused.edi", all["refusal"])
	raw, cut := file(t, "raw.edi", all["response, raw in it"]), file(t, "cut.edi", all["response"][:len(all["response"])-70])
	ask, claims, text := file(t, "ask.edi", all["inquiry"]), file(t, "claims.edi", good), file(t, "text.txt", "hello")
	fragment := file(t, "fragment.edi", responseGS+response+"SE*15*0001~GE*1*1~")
	amount := file(t, "amount.edi", strings.Replace(all["response"], "*25.00*", "*2X*", 1))
	tests := []struct {
		args string
		want int
		says string
	}{
		{fine, 0, "ACTIVE on 2026-03-04"},
		{fine + " --service 98", 0, "Copay          $25.00 each visit"},
		{fine + " --date 20260401", 0, "ACTIVE on 2026-04-01"},
		{fine + " --service office-visit --allowed 20", 0, "the patient owes $20.00 as long as"},
		{refused, 0, "what to do     ask again later"},
		{raw, 1, "1 segment was not understood"},
		{amount, 1, "1 segment was not understood"},
		{amount + " --service 98", 1, "Copay          unreadable"},
		{cut, 1, ""},
		{fine + " " + raw, 1, "not understood"},
		{fine + " --inquiry " + ask, 0, "NO ANSWER to 1 inquiry"},
		{refused + " --inquiry " + ask, 0, "NO ANSWER to 2 inquiries"},
		{fine + " --inquiry " + claims, 0, "none is about this patient"},
		{fine + " --inquiry gone.edi", 2, ""},
		{fine + " --inquiry " + text, 2, ""},
		{"- --inquiry -", 2, ""},
		{claims, 0, ""},
		{ask, 0, ""},
		{text, 2, ""},
		{"gone.edi", 2, ""},
		{fine + " gone.edi", 2, "ACTIVE"},
		{fragment, 2, ""},
		{"--fragment " + fragment, 0, "ACTIVE"},
		{"--service nonsense " + fine, 2, ""},
		{"--service , " + fine, 2, ""},
		{"--date yesterday " + fine, 2, ""},
		{"--date 2026-02-30 " + fine, 2, ""},
		{"--allowed -1 " + fine, 2, ""},
		{"--allowed 1.005 " + fine, 2, ""},
		{"--allowed x " + fine, 2, ""},
		{"", 2, ""},
	}
	for _, tt := range tests {
		out, errs, status := runOn(nil, append([]string{"benefits"}, strings.Fields(tt.args)...)...)
		if status != tt.want || !strings.Contains(string(out), tt.says) {
			t.Errorf("benefits %s ends with %d, want %d\n%s%s", tt.args, status, tt.want, out, errs)
		}
		if status == exitFailed && len(errs) == 0 {
			t.Errorf("benefits %s does not say why", tt.args)
		}
		if bytes.Contains(errs, []byte("DOE")) || bytes.Contains(errs, []byte("W123")) {
			t.Errorf("benefits %s: health data is shown: %s", tt.args, errs)
		}
	}
	if _, errs, _ := runOn(nil, "benefits", claims); !bytes.Contains(errs, []byte("no eligibility response")) {
		t.Errorf("without a response: %s", errs)
	}
	out := filepath.Join(t.TempDir(), "out.txt")
	if _, errs, status := runOn(nil, "benefits", "-o", out, fine, text); status != exitFailed {
		t.Errorf("-o: %d %s", status, errs)
	}
	if left, _ := filepath.Glob(out + "*"); len(left) > 0 {
		t.Errorf("a file that cannot be read leaves %v", left)
	}
	if _, _, status := runOn(nil, "benefits", "-o", out, fine); status != exitOK || !strings.Contains(golden(t, out), "ACTIVE") {
		t.Errorf("-o: %d", status)
	}
}

// The day and the services are those that were asked about, and what the payer
// knows differently is told.
func TestBenefitsOfInquiries(t *testing.T) {
	ask, _, status := inquireOf(t, strings.Replace(questions(3), `"date":"2026-01-31"`, `"serviceTypes":["urgent-care"],"procedures":[{"code":"99213"}],"date":"2026-01-15"`, 1))
	if status != exitOK {
		t.Fatal(status)
	}
	answer := isa + responseGS + strings.NewReplacer("T1*9CLINIC001", "Q1*1123456789", "DOE*JANE", "DOE-ROE*JANE", "W123", "W777").Replace(response) +
		"HL*4*2*22*0~NM1*IL*1*DOE*JANE****MI*W122~DMG*D8*19800101~EB*6**30~SE*19*0001~" + ends
	args := []string{"benefits", "-", "--inquiry", file(t, "ask.270", ask)}
	out, errs, status := runOn([]byte(answer), args...)
	if status != exitOK || len(errs) > 0 {
		t.Fatalf("%d %s", status, errs)
	}
	for _, want := range []string{
		"ACTIVE on 2026-01-15 (the day asked about)", "your number Q1", "member id: W121 is now W777", "last name: DOE is now DOE-ROE",
		"Urgent care (UC), in the network", "Procedure 99213, the plan as a whole (30)", "office visit (98): active: copay $25.00 each visit",
		"NOT ACTIVE on 2026-01-31", "found by name and birth date", "NO ANSWER to 1 inquiry", "number Q3, JANE DOE",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	out, _, _ = runOn([]byte(answer), append(args, "--json", "--date", "2026-05-01", "--service", "98")...)
	var types, dates []string
	for line := range strings.Lines(string(out)) {
		var v struct {
			Type, Date, Matched, Trace string
			Changes                    []struct{ Field, Answered string }
			Services                   []struct{ Query struct{ ServiceType string } }
		}
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		types, dates = append(types, v.Type+v.Matched+v.Trace), append(dates, v.Date)
		if v.Type == "patient" && (len(v.Services) != 1 || v.Services[0].Query.ServiceType != "98") {
			t.Errorf("services of %s", line)
		}
		if v.Matched == "trace" && (len(v.Changes) != 2 || v.Changes[0].Answered != "W777") {
			t.Errorf("changes %v", v.Changes)
		}
	}
	if got := fmt.Sprint(types, dates); got != "[patienttrace patientidentity unansweredQ3] [2026-05-01 2026-05-01 ]" {
		t.Error(got)
	}
}

// benefitsOf prints a file in both forms; each object of the one has its card in
// the other.
func benefitsOf(t *testing.T, name string, data []byte, flags ...string) (patients, refusals int) {
	t.Helper()
	args := append([]string{"benefits", "-", "--allowed", "150"}, flags...)
	cards, errs, status := runOn(data, args...)
	if status == exitFailed && len(errs) == 0 {
		t.Errorf("%s does not say why", name)
	}
	out, _, again := runOn(data, append(args, "--json")...)
	if again != status {
		t.Errorf("%s ends with %d and with %d", name, status, again)
	}
	for line := range strings.Lines(string(out)) {
		var v struct {
			Type     string
			Coverage *struct{ Status string }
		}
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch {
		case v.Type == "refusal" && v.Coverage == nil:
			refusals++
		case v.Type == "patient" && v.Coverage != nil && v.Coverage.Status != "":
			patients++
		default:
			t.Errorf("%s: %s", name, line)
		}
	}
	if n := bytes.Count(cards, []byte(strings.Repeat("=", textpage.Width)+"\n")); n != patients+refusals {
		t.Errorf("%s: %d cards, %d objects", name, n, patients+refusals)
	}
	return patients, refusals
}

func TestBenefitsOfSamples(t *testing.T) {
	patients, refusals := 0, 0
	for name, data := range samples(t) {
		p, r := benefitsOf(t, name, data)
		patients, refusals = patients+p, refusals+r
	}
	for name, odd := range oddities {
		p, r := benefitsOf(t, name, []byte(odd), "--fragment")
		patients, refusals = patients+p, refusals+r
	}
	if patients < 4 || refusals < 2 {
		t.Errorf("%d patients, %d refusals", patients, refusals)
	}
}

func TestBenefitsOverCorpus(t *testing.T) {
	patients, refusals := 0, 0
	for _, f := range corpus(t) {
		if strings.Contains(f.sets, "271") {
			p, r := benefitsOf(t, f.path, f.data, f.flags()...)
			patients, refusals = patients+p, refusals+r
		}
	}
	t.Logf("%d patients, %d refusals", patients, refusals)
	if patients < 30 || refusals < 3 {
		t.Error("too few")
	}
}

// manyAnswers is a response about n patients that is made while it is read.
func manyAnswers(n int) io.Reader {
	start, patient := response[:strings.Index(response, "HL*3")], response[strings.Index(response, "HL*3"):]
	r, w := io.Pipe()
	go func() {
		io.WriteString(w, isa+responseGS+start)
		for range n {
			io.WriteString(w, patient)
		}
		io.WriteString(w, "SE*1*0001~"+ends)
		w.Close()
	}()
	return r
}

// cardCounter counts cards, and looks at the memory now and then.
type cardCounter struct {
	cards, writes int
	base, peak    uint64
}

func (c *cardCounter) Write(b []byte) (int, error) {
	c.cards += bytes.Count(b, []byte("ACTIVE on "))
	if c.writes++; c.writes%50 == 0 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		if c.base == 0 {
			c.base = m.HeapAlloc
		}
		c.peak = max(c.peak, m.HeapAlloc)
	}
	return len(b), nil
}

func TestBenefitsOfManyPatients(t *testing.T) {
	var out cardCounter
	a := &app{stdin: manyAnswers(10000), stdout: &out, stderr: io.Discard, cmd: benefitsCommand}
	if status := benefits(a, []string{"-", "--service", "98"}); status == exitFailed {
		t.Errorf("status %d", status)
	}
	if out.cards < 9990 || out.writes < 100 { // a card may stand in two writes
		t.Errorf("%d cards in %d writes", out.cards, out.writes)
	}
	if out.peak > out.base+4<<20 {
		t.Errorf("memory grows from %d to %d", out.base, out.peak)
	}
}
