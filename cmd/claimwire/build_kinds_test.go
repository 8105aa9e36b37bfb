// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	groupPractice = "../../testdata/practice.json"
	groupClock    = "-now=2026-04-30T09:00:00Z"
)

// shuffled are the encounters of all kinds, in an order that mixes them.
func shuffled(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/mixed.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.Collect(strings.Lines(string(text)))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
	return lines
}

func TestBuildMakesAGroupOfEachKind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	in := strings.Join(shuffled(t), "")
	build := func(in string, args ...string) (string, string, int) {
		out, errs, status := runOn([]byte(in), append([]string{"build", "-practice", groupPractice, groupClock, "-"}, args...)...)
		return string(out), string(errs), status
	}
	rows := filepath.Join(t.TempDir(), "rows.ndjson")
	out, errs, status := build(in, "-manifest", rows)
	if status != exitOK {
		t.Fatalf("%d %s", status, errs)
	}
	for _, guide := range []string{"005010X222A1", "005010X223A2", "005010X224A2"} {
		if n := strings.Count(out, "*"+guide+"~ST*837*"); n != 1 {
			t.Errorf("%d groups of %s", n, guide)
		}
	}
	claims := strings.Count(out, "~CLM*")
	if claims != strings.Count(in, "\n") || strings.Count(out, "~GE*1*") != 3 || !strings.Contains(out, "~IEA*3*") {
		t.Errorf("%d claims in %s", claims, out[len(out)-60:])
	}
	if found, _, status := runOn([]byte(out), "validate", "-"); status != exitOK {
		t.Errorf("what was built is not clean: %d %s", status, found)
	}
	if again, _, _ := build(in); again != out {
		t.Error("the same input makes other bytes")
	}
	text, err := os.ReadFile(rows)
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]int{}
	for line := range strings.Lines(string(text)) {
		var r struct{ Claim, Group, Set string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		groups[r.Group+" "+r.Set]++
		from, to := strings.Index(out, "~GE*1*"+before(r.Group)), strings.Index(out, "~GE*1*"+r.Group)
		if at := strings.Index(out, "~CLM*"+r.Claim+"*"); at < from || at > to {
			t.Errorf("claim %s is not in group %s", r.Claim, r.Group)
		}
	}
	if len(groups) != 3 {
		t.Errorf("manifest: %v", groups)
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// before is the control number of the group before.
func before(group string) string { return string(group[0] - 1) }

func TestBuildRefusalsOfAllKinds(t *testing.T) {
	lines := shuffled(t)
	kinds := map[string]int{}
	for i, l := range lines {
		for key, kind := range map[string]string{`"stay":`: "stay", `"dental":`: "dental"} {
			if strings.Contains(l, key) {
				kinds[kind] = i
			}
		}
	}
	if len(kinds) != 2 {
		t.Fatalf("kinds %v", kinds)
	}
	stay, dental := kinds["stay"], kinds["dental"]
	var e map[string]any
	if err := json.Unmarshal([]byte(lines[stay]), &e); err != nil {
		t.Fatal(err)
	}
	id := e["id"].(string)
	bad := slices.Clone(lines)
	bad[stay] = strings.Replace(bad[stay], `"charge":"`, `"charge":"-`, 1)
	bad[dental] = strings.Replace(bad[dental], `"id":`, `"it":`, 1)
	bad = append(bad, lines[stay])
	args := []string{"build", "-practice", groupPractice, groupClock, "-"}
	out, errs, status := runOn([]byte(strings.Join(bad, "")), args...)
	if status != exitFindings || bytes.Count(out, []byte("~CLM*")) != len(lines)-2 || !bytes.Contains(errs, []byte("3 of ")) {
		t.Errorf("%d %s", status, errs)
	}
	for _, want := range []string{
		number("encounter %d (line %d, id "+id+"): ", stay+1), "error: ", number("encounter %d (line %d): it: [bad-json]", dental+1),
		number("encounter %d (line %d, id "+id+"): id: [duplicate-id]", len(bad)),
	} {
		if !bytes.Contains(errs, []byte(want)) {
			t.Errorf("no %q in %s", want, errs)
		}
	}
	if out, _, status := runOn([]byte(strings.Join(bad, "")), append(args, "--all-or-nothing")...); status != exitFindings || len(out) > 0 {
		t.Errorf("--all-or-nothing: %d %s", status, out)
	}
	if out, _, status := runOn([]byte(strings.Join(lines, "")), append(args, "--all-or-nothing")...); status != exitOK || len(out) == 0 {
		t.Errorf("--all-or-nothing of good ones: %d", status)
	}
	// A kind of which all are refused has no group.
	out, _, status = runOn([]byte(lines[dental]+bad[stay]), args...)
	if status != exitFindings || bytes.Count(out, []byte("~GE*")) != 1 {
		t.Errorf("%d %s", status, out)
	}
}

// number puts a number into the text wherever it asks for one.
func number(text string, n int) string { return strings.ReplaceAll(text, "%d", strconv.Itoa(n)) }

func TestBuildCountsGroupsOn(t *testing.T) {
	dir := t.TempDir()
	control, in := filepath.Join(dir, "control.json"), file(t, "in.ndjson", strings.Join(shuffled(t), ""))
	groups := func(args ...string) string {
		out, errs, status := runOn(nil, append([]string{"build", "-practice", groupPractice, "-control", control, in}, args...)...)
		if status != exitOK {
			t.Fatalf("%d %s", status, errs)
		}
		var all []string
		for _, s := range strings.Split(string(out), "~") {
			if e := strings.Split(s, "*"); e[0] == "GE" {
				all = append(all, e[2])
			}
		}
		return strings.Join(all, " ")
	}
	if got := groups(groupClock); got != "1 2 3" {
		t.Errorf("the first run has groups %s", got)
	}
	if got := groups(groupClock); got != "1 2 3" {
		t.Errorf("a repeated run has groups %s", got)
	}
	if got := groups("-now=2026-04-30T09:00:01Z"); got != "4 5 6" {
		t.Errorf("the next run has groups %s", got)
	}
}
