// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// referenceEnv names the folder with the reference facts; without it the test
// against them is skipped.
const referenceEnv = "CLAIMWIRE_REFERENCE"

// facts are what a table says, as key (table, path, field) and value, so that
// two tables compare as two maps.
type facts map[fact]string

type fact struct{ table, path, field string }

// TestGuidesAgainstReference compares our tables with the reference facts, row
// by row: loop, segment use, element, component; usage, repeats, codes, data
// element, type, lengths, guide limits, positions, order, what tells a use, and
// syntax notes. Every difference must stand in guides/deviations.txt with its
// reason, and every line there must still be a difference.
//
// Not compared: repeats and codes of what is not used; the telling element
// where ours is the tag alone, which TestGuidesAreUnambiguous shows to be enough.
func TestGuidesAgainstReference(t *testing.T) {
	dir := os.Getenv(referenceEnv)
	if dir == "" {
		t.Skip(referenceEnv + " is not set")
	}
	theirs, ours := facts{}, facts{}
	for _, g := range everyGuide(t) {
		n := len(theirs)
		name := tableName(g)
		referenceGuide(t, theirs, name, filepath.Join(dir, name+".tsv"))
		ourGuide(ours, g)
		t.Logf("%s: %d facts", name, len(theirs)-n)
		if len(theirs) == n {
			t.Errorf("%s: the reference says nothing", name)
		}
	}
	dict, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	referenceDictionary(t, theirs, dict, dir)
	ourDictionary(ours, dict)

	// Where ours needs no telling element, the reference may name one.
	for k := range theirs {
		if k.field == "told by" && ours[k] == "" {
			delete(theirs, k)
		}
	}
	listed := deviations(t)
	for k := range union(theirs, ours) {
		a, b := theirs[k], ours[k]
		if a == b {
			continue
		}
		want, ok := listed[k]
		if !ok || want != [2]string{a, b} {
			t.Errorf("not in deviations.txt: %s\t%s\t%s\t%s\t%s", k.table, k.path, k.field, a, b)
			continue
		}
		delete(listed, k)
	}
	for k, v := range listed {
		t.Errorf("deviations.txt, no difference any more: %v %v", k, v)
	}
}

func union(a, b facts) facts {
	all := facts{}
	for k, v := range a {
		all[k] = v
	}
	for k, v := range b {
		all[k] = v
	}
	return all
}

// deviations reads guides/deviations.txt: table, path, field, reference, ours, reason.
func deviations(t *testing.T) map[fact][2]string {
	t.Helper()
	data, err := os.ReadFile("guides/deviations.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[fact][2]string{}
	for row := range tableRows(string(data)) {
		if len(row.fields) != 6 || row.fields[5] == "" {
			t.Fatalf("deviations.txt line %d: six columns, the last is the reason", row.line)
		}
		k := fact{row.fields[0], row.fields[1], row.fields[2]}
		if _, twice := out[k]; twice {
			t.Errorf("deviations.txt line %d stands twice", row.line)
		}
		out[k] = [2]string{row.fields[3], row.fields[4]}
	}
	return out
}

// referenceRows reads a reference table as maps from column name to value.
func referenceRows(t *testing.T, file string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, v := range strings.Split(line, "\t") {
			row[head[i]] = v
		}
		rows = append(rows, row)
	}
	return rows
}

var limitNote = regexp.MustCompile(`guide limits to (\d+) (?:characters|digits, (\d+) decimals)`)

func referenceGuide(t *testing.T, f facts, table, file string) {
	t.Helper()
	type child struct {
		ord int
		id  string
	}
	children := map[string][]child{}
	for _, r := range referenceRows(t, file) {
		path := strings.TrimPrefix(strings.ReplaceAll(r["path"], "_LOOP", ""), "ISA/")
		if path == "ISA" && r["kind"] == "loop" {
			continue // the interchange is our root
		}
		put := func(field, value string) {
			if value != "" {
				f[fact{table, path, field}] = value
			}
		}
		used := r["usage"] != "N"
		switch r["kind"] {
		case "loop", "segment":
			put("usage", r["usage"])
			put("repeats", r["max"])
			put("position", r["pos"])
			if r["kind"] == "segment" { // a loop's is that of its opener
				put("told by", r["disc"])
			}
			ord, err := strconv.Atoi(r["ord"])
			if err != nil {
				t.Fatal(err)
			}
			parent, last := cutLast(path)
			children[parent] = append(children[parent], child{ord, last})
			continue
		case "element", "component":
			put("type", r["type"])
			put("lengths", r["min"]+"-"+r["maxlen"])
			if m := limitNote.FindStringSubmatch(r["note"]); m != nil && used {
				put("limit", strings.TrimSuffix(m[1]+"."+m[2], "."))
			}
		case "composite":
		default:
			t.Fatalf("kind %q", r["kind"])
		}
		put("usage", r["usage"])
		put("data element", r["de"])
		if used {
			put("repeats", cmp.Or(r["max"], "1"))
			put("codes", sortedCodes(r["codes"]))
		}
	}
	for parent, list := range children {
		slices.SortFunc(list, func(a, b child) int { return a.ord - b.ord })
		var ids []string
		for _, c := range list {
			ids = append(ids, c.id)
		}
		f[fact{table, parent, "children"}] = strings.Join(ids, " ")
	}
}

func cutLast(path string) (parent, last string) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path
	}
	return path[:i], path[i+1:]
}

// ourGuide writes a guide with the paths of the reference: REF#2 is the second
// REF of its loop where there are several. The content of a loop that is used
// again stands once, at its first place.
func ourGuide(f facts, g *Guide) {
	table := tableName(g)
	repeats := func(n int) string {
		if n == 0 {
			return ">1"
		}
		return strconv.Itoa(n)
	}
	seen := map[*Node]bool{}
	var walk func(l *Loop, prefix string)
	walk = func(l *Loop, prefix string) {
		count, total := map[string]int{}, map[string]int{}
		for _, n := range l.Children {
			if n.Use != nil {
				total[n.Use.Tag]++
			}
		}
		var ids []string
		for _, n := range l.Children {
			if n.Loop != nil {
				path := prefix + n.Loop.ID
				f[fact{table, path, "usage"}] = n.Loop.Usage.String()
				f[fact{table, path, "repeats"}] = repeats(n.Loop.Max)
				if g.Set != "" { // the envelope has no positions
					f[fact{table, path, "position"}] = fmt.Sprintf("%04d", n.Pos)
				}
				ids = append(ids, n.Loop.ID)
				if !seen[n.Loop.Children[0]] {
					seen[n.Loop.Children[0]] = true
					walk(n.Loop, path+"/")
				}
				continue
			}
			u := n.Use
			id := u.Tag
			if total[u.Tag] > 1 {
				count[u.Tag]++
				id += "#" + strconv.Itoa(count[u.Tag])
			}
			ids = append(ids, id)
			path := prefix + id
			f[fact{table, path, "usage"}] = u.Usage.String()
			f[fact{table, path, "repeats"}] = repeats(u.Max)
			if g.Set != "" {
				f[fact{table, path, "position"}] = fmt.Sprintf("%04d", n.Pos)
			}
			if u.QualElement != 0 {
				by := fmt.Sprintf("%s%02d", u.Tag, u.QualElement)
				if u.QualComponent != 0 {
					by += "-" + strconv.Itoa(u.QualComponent)
				}
				f[fact{table, path, "told by"}] = by + "=" + strings.Join(u.Qualifiers, "|")
			}
			for i, e := range u.Elements {
				p := fmt.Sprintf("%s/%02d", path, i+1)
				ourElement(f, table, p, e, repeats)
				for j, c := range e.Components {
					ourElement(f, table, p+"-"+strconv.Itoa(j+1), c, repeats)
				}
			}
		}
		f[fact{table, strings.TrimSuffix(prefix, "/"), "children"}] = strings.Join(ids, " ")
	}
	walk(g.Root, "")
}

func ourElement(f facts, table, path string, e ElementUse, repeats func(int) string) {
	f[fact{table, path, "usage"}] = e.Usage.String()
	if e.Composite != nil {
		f[fact{table, path, "data element"}] = e.Composite.Number
	} else {
		f[fact{table, path, "data element"}] = e.Element.Number
		f[fact{table, path, "type"}] = e.Element.Type.String()
		f[fact{table, path, "lengths"}] = fmt.Sprintf("%d-%d", e.Element.Min, e.Element.Max)
	}
	if e.Usage == NotUsed {
		return
	}
	f[fact{table, path, "repeats"}] = repeats(e.Repeat)
	if e.Codes != nil {
		f[fact{table, path, "codes"}] = sortedCodes(strings.Join(e.Codes, "|"))
	}
	if e.MaxLen != 0 {
		limit := strconv.Itoa(e.MaxLen)
		if e.Decimals != 0 {
			limit += "." + strconv.Itoa(e.Decimals)
		}
		f[fact{table, path, "limit"}] = limit
	}
}

// referenceDictionary takes elements.tsv and syntax-notes.tsv, as far as our
// dictionary has the element or the segment.
func referenceDictionary(t *testing.T, f facts, d *dataDictionary, dir string) {
	t.Helper()
	for _, r := range referenceRows(t, filepath.Join(dir, "elements.tsv")) {
		n := r["de"]
		if c := d.composites[n]; c != nil {
			f[fact{"elements", n, "components"}] = r["components"]
			f[fact{"elements", n, "notes"}] = sortedWords(r["syntax"])
		} else if d.elements[n] != nil {
			f[fact{"elements", n, "type"}] = r["type"]
			f[fact{"elements", n, "lengths"}] = r["min"] + "-" + r["maxlen"]
		}
	}
	notes := map[string]string{}
	for _, r := range referenceRows(t, filepath.Join(dir, "syntax-notes.tsv")) {
		if r["note"] != "-" {
			notes[r["segment"]] += " " + r["note"]
		}
	}
	for s, text := range notes {
		switch {
		case d.segments[s] != nil:
			f[fact{"segments", s, "notes"}] = sortedWords(text)
		case d.composites[s] != nil && f[fact{"elements", s, "notes"}] != sortedWords(text):
			t.Errorf("the reference has two opinions on the notes of %s", s)
		}
	}
}

func ourDictionary(f facts, d *dataDictionary) {
	words := func(notes []SyntaxNote) string {
		var s []string
		for _, n := range notes {
			s = append(s, n.String())
		}
		return sortedWords(strings.Join(s, " "))
	}
	for n, e := range d.elements {
		f[fact{"elements", n, "type"}] = e.Type.String()
		f[fact{"elements", n, "lengths"}] = fmt.Sprintf("%d-%d", e.Min, e.Max)
	}
	for n, c := range d.composites {
		var parts []string
		for _, e := range c.Components {
			parts = append(parts, e.Number)
		}
		f[fact{"elements", n, "components"}] = strings.Join(parts, " ")
		f[fact{"elements", n, "notes"}] = words(c.Notes)
	}
	for tag, s := range d.segments {
		if s.Notes != nil {
			f[fact{"segments", tag, "notes"}] = words(s.Notes)
		}
	}
}

// sortedCodes: the order of a list of codes is no fact.
func sortedCodes(s string) string {
	c := strings.Split(s, "|")
	slices.Sort(c)
	return strings.Join(c, "|")
}

func sortedWords(s string) string {
	w := strings.Fields(s)
	slices.Sort(w)
	return strings.Join(w, " ")
}
