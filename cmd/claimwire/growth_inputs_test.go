// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// growthUnits returns the segments of a unit of a sample and where they end: the
// first segment that begins with a text, or, for "A>B", those from the first that
// begins with A to the next that begins with B.
func growthUnits(segments []string, unit string) (found []string, end int) {
	from, to, many := strings.Cut(unit, ">")
	begins := func(text string) func(string) bool {
		return func(s string) bool { return s == text || strings.HasPrefix(s, text+"*") }
	}
	i := slices.IndexFunc(segments, begins(from))
	if i < 0 {
		return nil, 0
	}
	end = i + 1
	if many {
		more := slices.IndexFunc(segments[end:], begins(to))
		if more < 0 {
			return nil, 0
		}
		end += more + 1
	}
	return segments[i:end], end
}

// growthPairs are units that are repeated together in one file: what is asked of
// each pair of them.
var growthPairs = map[string][][2]string{
	"claims": {
		{"SBR*S>NM1*PR", "SVD"}, {"SBR*S>NM1*PR", "LX>DTP*472"}, {"SBR*S>NM1*PR", "CAS"}, {"CAS", "SVD"}, {"CAS", "LX>DTP*472"},
		{"LIN", "LX>DTP*472"}, {"HI", "LX>DTP*472"}, {"NM1*82", "LX>DTP*472"}, {"REF*G1", "NTE"}, {"REF", "LX>DTP*472"}, {"AMT", "LX>DTP*472"},
		{"HL*2>CLM", "LX>DTP*472"}, {"K3", "NTE"}, {"HI*BE", "HI*BH"},
	},
	"remits": {
		{"CAS", "SVC"}, {"REF*EA", "SVC"}, {"AMT", "SVC"}, {"LQ", "CAS"}, {"CLP>NM1*QC", "PLB"}, {"SVC", "PLB"}, {"NM1*TT", "CAS"}, {"TS3", "CLP>NM1*QC"},
		{"LX", "PLB"}, {"CLP*A1002>DTM*050", "PLB"}, {"PER", "REF*2U"}, {"QTY", "AMT"},
	},
	"eligibility": {
		{"EB", "REF"}, {"EB", "DTP"}, {"EB", "AAA"}, {"EB", "MSG"}, {"EB", "III"}, {"LS>LE", "EB"}, {"HL*3>DMG", "EB"}, {"EQ", "REF"}, {"EQ", "DTP"},
		{"HI", "EQ"}, {"TRN", "EB"}, {"TRN", "EQ"}, {"HL*3>TRN", "EQ"},
	},
}

// growthTogether returns inputs that repeat two units at once, and those with many
// sets, groups and interchanges that hold next to nothing.
func growthTogether(family, sample string, segments []string) (out []growing) {
	add := func(what string, make func(n int) []string) {
		out = append(out, growing{family, sample, what, func(n int) []byte {
			return []byte(strings.Join(make(n), "~\n") + "~\n")
		}})
	}
	for _, pair := range growthPairs[family] {
		a, aEnd := growthUnits(segments, pair[0])
		b, bEnd := growthUnits(segments, pair[1])
		if a == nil || b == nil {
			continue
		}
		if bEnd < aEnd {
			a, b, aEnd, bEnd = b, a, bEnd, aEnd
		}
		for _, word := range []string{"equal", "distinct"} {
			add(pair[0]+" x "+pair[1]+", "+word, func(n int) []string {
				list := append([]string(nil), segments[:aEnd]...)
				repeat := func(unit []string) {
					for k := range n {
						for _, s := range unit {
							if word == "distinct" {
								s = growthVary(s, k, false)
							}
							list = append(list, s)
						}
					}
				}
				repeat(a)
				list = append(list, segments[aEnd:bEnd]...)
				repeat(b)
				return append(list, segments[bEnd:]...)
			})
		}
	}
	isa, gs, st := segments[0], segments[1], segments[2]
	body := segments[3:min(5, len(segments)-3)]
	last := func(s string, e int, v string) string {
		elements := strings.Split(s, "*")
		elements[e] = v
		return strings.Join(elements, "*")
	}
	for at, what := range []string{"interchanges", "groups", "sets"} {
		for _, word := range []string{"equal", "distinct"} {
			add(what+", "+word, func(n int) (list []string) {
				for k := range n {
					number := 1
					if word == "distinct" {
						number += k
					}
					v := fmt.Sprint(number)
					if k == 0 || at == 0 {
						list = append(list, last(isa, 13, fmt.Sprintf("%09d", number)))
					}
					if k == 0 || at <= 1 {
						list = append(list, last(gs, 6, v))
					}
					list = append(append(append(list, last(st, 2, fmt.Sprintf("%04d", number))), body...),
						fmt.Sprintf("SE*%d*%04d", len(body)+2, number))
					if at <= 1 || k == n-1 {
						list = append(list, fmt.Sprintf("GE*%d*%s", map[bool]int{true: 1, false: n}[at <= 1], v))
					}
					if at == 0 || k == n-1 {
						list = append(list, fmt.Sprintf("IEA*%d*%09d", map[bool]int{true: n, false: 1}[at == 1], number))
					}
				}
				return list
			})
		}
	}
	return out
}

// growthOfJSON returns inputs that repeat each part of records, one a line.
func growthOfJSON(t *testing.T, family string, lines []byte) (out []growing) {
	t.Helper()
	seen := map[string]bool{}
	add := func(record, what string, make func(n int) []any) {
		if seen[what] {
			return
		}
		seen[what] = true
		out = append(out, growing{family, record, what, func(n int) []byte {
			var b bytes.Buffer
			for _, v := range make(n) {
				if err := json.NewEncoder(&b).Encode(v); err != nil {
					panic(err)
				}
			}
			return b.Bytes()
		}})
	}
	for line := range bytes.Lines(lines) {
		var record map[string]any
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatal(err)
		}
		name, _ := record["id"].(string)
		add(name, "records, equal", func(n int) []any { return slices.Repeat([]any{record}, n) })
		add(name, "records, distinct", func(n int) (list []any) {
			for k := range n {
				list = append(list, growthVaryJSON(record, k))
			}
			return list
		})
		var lists []string
		growthWalk(record, "", func(path string, v any) {
			grow := func(word string, how func(n int, v any) any) {
				add(name, path+" "+word, func(n int) []any {
					return []any{growthReplace(record, "", path, func(v any) any { return how(n, v) })}
				})
			}
			switch v := v.(type) {
			case []any:
				if len(v) == 0 {
					return
				}
				lists = append(lists, path)
				grow("equal", growthLonger(false))
				grow("distinct", growthLonger(true))
			case map[string]any:
				grow("unknown keys", func(n int, v any) any {
					more := maps.Clone(v.(map[string]any))
					for k := range n {
						more[fmt.Sprintf("unknown%d", k)] = k
					}
					return more
				})
			case string:
				grow("long", func(n int, v any) any { return strings.Repeat(v.(string), n) })
				grow("many words", func(n int, v any) any { return strings.Repeat(v.(string)+" ", n) })
			}
		})
		for i, a := range lists {
			for _, b := range lists[i+1:] {
				for _, distinct := range []bool{false, true} {
					if strings.HasPrefix(b, a) {
						continue // a list in each of a list: the file would grow with the square
					}
					add(name, fmt.Sprintf("%s x %s, distinct %t", a, b, distinct), func(n int) []any {
						longer := growthLonger(distinct)
						once := growthReplace(record, "", b, func(v any) any { return longer(n, v) })
						return []any{growthReplace(once, "", a, func(v any) any { return longer(n, v) })}
					})
				}
			}
		}
	}
	return out
}

// growthLonger returns what gives a list n more of its last value.
func growthLonger(distinct bool) func(n int, v any) any {
	return func(n int, v any) any {
		list := slices.Clone(v.([]any))
		last := list[len(list)-1]
		for k := range n {
			if distinct {
				list = append(list, growthVaryJSON(last, k))
				continue
			}
			list = append(list, last)
		}
		return list
	}
}

// growthWalk calls do for each value in v, the first of each list.
func growthWalk(v any, path string, do func(path string, v any)) {
	do(path, v)
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			growthWalk(v[key], path+"."+key, do)
		}
	case []any:
		if len(v) > 0 {
			growthWalk(v[0], path+"[]", do)
		}
	}
}

// growthReplace returns v with another value where growthWalk finds path.
func growthReplace(v any, at, path string, how func(any) any) any {
	if at == path {
		return how(v)
	}
	if !strings.HasPrefix(path, at) {
		return v
	}
	switch was := v.(type) {
	case map[string]any:
		more := maps.Clone(was)
		for key, in := range was {
			more[key] = growthReplace(in, at+"."+key, path, how)
		}
		return more
	case []any:
		more := slices.Clone(was)
		if len(more) > 0 {
			more[0] = growthReplace(more[0], at+"[]", path, how)
		}
		return more
	}
	return v
}

// growthVaryJSON returns a value with a number in its id, its code or its first text.
func growthVaryJSON(v any, k int) any {
	switch was := v.(type) {
	case string:
		return growthVary("*"+was, k, false)[1:]
	case map[string]any:
		more := maps.Clone(was)
		for _, key := range append([]string{"id", "code"}, slices.Sorted(maps.Keys(more))...) {
			if s, is := more[key].(string); is {
				more[key] = growthVaryJSON(s, k)
				break
			}
		}
		return more
	}
	return v
}
