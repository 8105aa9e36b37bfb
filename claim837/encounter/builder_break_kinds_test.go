// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Each value of the fixtures gives way to others, one at a time: null and blanks,
// values of another type, numbers below one, keys that nobody knows or that come
// twice. Nothing panics; there is one error at most, at that field; what is of
// the wrong type is always one; null is as good as a field that is left out.
func TestBreakEveryFieldOtherwise(t *testing.T) {
	base := NewBuilder(fixturePractice(t), &BuilderOptions{Today: x12.DateOf(made)})
	tried, wrong := 0, 0
	for _, path := range fixtureFiles(t) {
		name := filepath.Base(path)
		text := readJSON(t, path, new(Encounter))
		var whole any
		if err := json.Unmarshal(text, &whole); err != nil {
			t.Fatal(err)
		}
		_, before := tryEncounter(t, base, whole)
		breakValues(whole, "", func(b breakage) {
			if os.Getenv("CLAIMWIRE_BREAK") != "all" && sampled(name, b) { // all of them take a minute
				return
			}
			if b.emptied && (b.at == "stay" || b.at == "dental") && b.how == "null" {
				return // it makes another kind of claim
			}
			tried++
			errs, fault := brokenErrors(base, b.text, before)
			bad := fault != ""
			for _, i := range errs {
				bad = bad || !atBroken(b, i.Path)
			}
			bad = bad || b.refused && len(errs) != 1 || !b.emptied && len(errs) > 1 && !balanced.MatchString(b.at)
			for n := range errs { // of what is emptied each thing is missing once
				for _, other := range errs[:n] {
					bad = bad || !balanced.MatchString(b.at) && around(other.Path, errs[n].Path)
				}
			}
			if bad {
				wrong++
				t.Errorf("%s: %s %s: %d errors %s %v", name, b.at, b.how, len(errs), fault, errs)
			}
		})
	}
	t.Logf("%d tried, %d wrong", tried, wrong)
}

// So it is with a practice: each value gives way to others, with encounters that use
// much of it.
func TestBreakPracticeOtherwise(t *testing.T) {
	var home any
	if err := json.Unmarshal(readJSON(t, "../../testdata/practice.json", new(Practice)), &home); err != nil {
		t.Fatal(err)
	}
	tried, wrong := 0, 0
	for _, name := range []string{"01-subscriber", "institutional/01-inpatient", "dental/01-filling"} {
		e := new(Encounter)
		readJSON(t, fixtures+"/"+name+".json", e)
		breakValues(home, "practice", func(b breakage) {
			if os.Getenv("CLAIMWIRE_BREAK") != "all" && sampled(name, b) {
				return
			}
			tried++
			errs, fault := practiceErrors(b.text, e)
			bad := fault != ""
			for _, i := range errs {
				bad = bad || !atBroken(b, i.Path) && !inPractice(b.at, i.Path)
			}
			bad = bad || b.refused && len(errs) != 1 || !b.emptied && len(errs) > 1
			for n := range errs {
				for _, other := range errs[:n] {
					bad = bad || around(other.Path, errs[n].Path)
				}
			}
			if bad {
				wrong++
				t.Errorf("%s: %s %s: %d errors %s %v", name, b.at, b.how, len(errs), fault, errs)
			}
		})
	}
	t.Logf("%d tried, %d wrong", tried, wrong)
}

// inPractice reports whether an issue at got, in an encounter, is of what the practice
// gave for it: a provider that it does not have any more, or the specialty of one.
func inPractice(at, got string) bool {
	return strings.HasPrefix(at, "practice.providers") && strings.HasPrefix(got, "providers.")
}

// practiceErrors returns the errors of an encounter of the practice, and of the
// envelope of its files.
func practiceErrors(text []byte, e *Encounter) (errs []x12.Issue, fault string) {
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Sprint("panic: ", p)
		}
	}()
	p := new(Practice)
	if err := jsonx.Unmarshal(text, p); err != nil {
		bad := (*jsonx.Error)(nil)
		if !errors.As(err, &bad) {
			return nil, "no *jsonx.Error: " + err.Error()
		}
		return []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: "practice." + bad.Path, Detail: bad.Reason}}, ""
	}
	_, found := NewBuilder(p, &BuilderOptions{Today: x12.DateOf(made)}).Claim(e)
	_, around := p.Envelope(made)
	for _, i := range slices.Concat(found, around) {
		if i.Severity == x12.Error && !has(errs, i) {
			errs = append(errs, i)
		}
	}
	return errs, ""
}

// breakage is an encounter with one value changed.
type breakage struct {
	at, how string
	refused bool // whether reading must refuse it
	emptied bool // whether an object lost all that is in it
	text    []byte
}

// sampled reports whether a short test skips a change: it tries one of sixteen.
func sampled(name string, b breakage) bool {
	h := fnv.New32a()
	fmt.Fprint(h, name, b.at, b.how)
	return h.Sum32()%16 != 0
}

// brokenErrors returns the errors that came with the change.
func brokenErrors(b *Builder, text []byte, before []x12.Issue) (errs []x12.Issue, fault string) {
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Sprint("panic: ", p)
		}
	}()
	var e Encounter
	if err := jsonx.Unmarshal(text, &e); err != nil {
		bad := (*jsonx.Error)(nil)
		if !errors.As(err, &bad) {
			return nil, "no *jsonx.Error: " + err.Error()
		}
		return []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: bad.Path, Detail: bad.Reason}}, ""
	}
	_, found := b.Claim(&e)
	return slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Severity != x12.Error || has(before, i) }), ""
}

// atBroken reports whether an issue is about the change, or at a place that besides
// the field says what is missing or does not add up.
func atBroken(b breakage, got string) bool {
	switch {
	case neighbors(b.at, got), b.emptied && around(b.at, got), b.refused && strings.HasPrefix(got, b.at):
		return true
	case b.refused:
		return false
	}
	for _, n := range besides {
		if n.at.MatchString(b.at) && n.got.MatchString(got) {
			return true
		}
	}
	return false
}

// balanced are values that sums are made of: each sum that they are part of is told
// where it stands. Nobody can tell which of its figures is the wrong one, and a charge
// is part of one sum for each payer that has decided.
var balanced = regexp.MustCompile(`^services\[\d+\](\.charge)?$`)

// besides are the places where else a change may be told: once, and not at the change,
// since what is missing now is named by another field, or what does not fit now is a
// pair of fields.
var besides = func() (list []struct{ at, got *regexp.Regexp }) {
	for _, n := range [][2]string{
		{`^services(\[\d+\](\.charge)?)?$|\.decision\.(paid|services|adjustments)`, `\.decision(\.|$)`}, // the other side of a sum
		{`^(date|stay\.(admission|discharge)(\.date)?)$`, `^stay\.(from|through)$`},                     // a day that the bill takes its period from
		{`^stay\.billType$`, `^stay\.facility$`},                                                        // either says what kind of bill it is
		{`^stay\.frequency$`, `^stay\.discharge`},                                                       // a bill that ends the stay says how the patient left
		{`^stay(\.coveredDays)?$`, `\.inpatient\.coveredDays$`},                                         // the same days, once of the stay and once of a payer
		{`^guarantor$`, `\.insured$`},                                                                   // who is the insured when there is no guarantor
		{`^(.*\.)?(patient|insured|payer)?\.?address\.country$`, `\.address\.state$`},                   // a province is no state
		{`\.organization$`, `\.lastName$|\.insured$`},                                                   // either names it
		{`\.answers\[\d+\]\.`, `\.answers\[\d+\]\.answer$`},                                             // one of four fields is the answer
		{`^accident\.`, `^accident$`},                                                                   // one of three fields is the kind
		{`^providers(\.referring)?$`, `^providers\.`},                                                   // a primary care provider needs the referring one
		{`^dental(\.predetermination)?$`, `^date$`},                                                     // only what is asked beforehand has no day
		{`\.decision(\.paid)?$`, `\.secondReason$`},                                                     // Medicare pays second after somebody
		{`^coverages\[\d+\]$`, `\.secondReason$`},
	} {
		list = append(list, struct{ at, got *regexp.Regexp }{regexp.MustCompile(n[0]), regexp.MustCompile(n[1])})
	}
	return list
}()

// breakValues changes each value below v in turn.
func breakValues(v any, path string, try func(breakage)) {
	root := v
	var walk func(v any, path string)
	walk = func(v any, path string) {
		each := func(at string, old any, set func(any)) {
			for _, c := range changesOf(old) {
				set(c.value)
				text, _ := json.Marshal(root)
				_, object := old.(map[string]any)
				try(breakage{at, c.how, c.refused, object && !c.refused, text})
			}
			set(old)
			walk(old, at)
		}
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				each(strings.TrimPrefix(path+"."+key, "."), v[key], func(n any) { v[key] = n })
				// The same key once more, in the text alone.
				old := v[key]
				own, _ := json.Marshal(old)
				v[key] = json.RawMessage(`"\u0001twice"`)
				text, _ := json.Marshal(root)
				v[key] = old
				k, _ := json.Marshal(key)
				twice := strings.Replace(string(text), `"\u0001twice"`, string(own)+","+string(k)+":"+string(own), 1)
				try(breakage{strings.TrimPrefix(path+"."+key, "."), "a key twice", true, false, []byte(twice)})
			}
			v["zzUnknown"] = "x"
			text, _ := json.Marshal(root)
			delete(v, "zzUnknown")
			try(breakage{strings.TrimPrefix(path+".zzUnknown", "."), "an unknown key", true, false, text})
		case []any:
			for i := range v {
				each(fmt.Sprintf("%s[%d]", path, i), v[i], func(n any) { v[i] = n })
			}
		}
	}
	walk(v, path)
}

type change struct {
	how     string
	value   any
	refused bool
}

// changesOf are the values that take the place of one.
func changesOf(old any) []change {
	list := []change{{"null", nil, false}}
	if _, ok := old.(bool); !ok {
		list = append(list, change{"true", true, true})
	} else {
		list = append(list, change{"text for a flag", "yes", true}, change{"a number for a flag", 1, true})
	}
	switch old.(type) {
	case string:
		return append(list, change{"empty", "", false}, change{"blank", "   ", false}, change{"a list", []any{}, true},
			change{"a list of one", []any{old}, true}, change{"an object of an unknown key", map[string]any{"zz": 1}, true}, change{"a number", 7, false},
			change{"negative", "-1", false}, change{"zero", "0", false})
	case float64:
		return append(list, change{"empty", "", false}, change{"blank", "   ", true}, change{"a word", "many", true}, change{"a list", []any{}, true},
			change{"an object", map[string]any{}, true}, change{"negative", -1, false}, change{"zero", 0, false})
	case map[string]any:
		return append(list, change{"an empty object", map[string]any{}, false}, change{"a list", []any{}, true}, change{"a number", 7, true}, change{"text", "x", false})
	case []any:
		return append(list, change{"an empty list", []any{}, false}, change{"an object", map[string]any{}, true}, change{"text", "x", true}, change{"a number", 7, true})
	}
	return list
}
