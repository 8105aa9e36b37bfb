// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var toldOfOrder = regexp.MustCompile(`\[(segment-moved|segment-kept-raw|value-kept-raw)\]`)

// inOrder returns the tags of a file in their order, loop by loop. The guides leave
// the order of neighbors free that one tag opens: names are sorted.
func inOrder(text []byte) string {
	loops := []string{""}
	for _, tag := range tags(text) {
		switch tag {
		case "NM1", "HL", "CLM", "LX", "SBR", "CLP", "SVC", "EB", "LS", "LE", "PAT", "SE", "SVD", "LIN", "PLB":
			loops = append(loops, "")
		}
		loops[len(loops)-1] += " " + tag
	}
	for i := 0; i < len(loops); i++ {
		from := i
		for i < len(loops) && strings.HasPrefix(loops[i], " NM1") {
			i++
		}
		slices.Sort(loops[from:i])
	}
	return strings.Join(loops, "\n")
}

// movedLines returns what is told of segments that move.
func movedLines(errs []byte) string {
	var out strings.Builder
	for line := range strings.Lines(string(errs)) {
		if strings.Contains(line, "[segment-moved]") {
			out.WriteString(line)
		}
	}
	return out.String()
}

// tags returns the tags of a file in their order.
func tags(text []byte) (out []string) {
	for segment := range bytes.SplitSeq(text, []byte("~")) {
		tag, _, _ := bytes.Cut(bytes.TrimSpace(segment), []byte("*"))
		out = append(out, string(tag))
	}
	return out
}

// TestRecodeTellsWhatItMoves moves each segment of the samples: recode writes the
// segments in the order in which they were read, or tells of one that moved, and
// parse, whose records encode writes in that order, tells the same.
func TestRecodeTellsWhatItMoves(t *testing.T) {
	moved, kept := 0, 0
	for name, data := range samples(t) {
		if len(data) > 8<<10 || bytes.Count(data, []byte("~")) < 5 {
			continue
		}
		list := bytes.SplitAfter(data, []byte("~"))
		for i := 3; i < len(list)-5; i += 1 + len(list)/40 {
			if slices.Contains([]string{"ISA", "GS", "ST", "SE", "GE", "IEA"}, tags(list[i])[0]) {
				continue // trailers are recomputed
			}
			for _, by := range []int{1, 3} {
				to := i + by
				if to > len(list)-5 {
					continue
				}
				other := slices.Insert(slices.Delete(slices.Clone(list), i, i+1), to, list[i])
				in := bytes.Join(other, nil)
				out, errs, status := runOn(in, "recode", "-")
				switch told := toldOfOrder.Match(errs); {
				case status > exitFindings:
				case told && status != exitFindings:
					t.Errorf("%s: segment %d moved by %d: told, with status %d", name, i, by, status)
				case told:
					moved++
					if moved%4 == 0 {
						_, parsed, _ := runOn(in, "parse", "-")
						if got, want := movedLines(parsed), movedLines(errs); got != want {
							t.Errorf("%s: segment %d moved by %d: parse tells\n%swhere recode tells\n%s", name, i, by, got, want)
						}
					}
				case inOrder(in) != inOrder(out):
					t.Errorf("%s: segment %d (%s) moved by %d: the order changes without a word", name, i, bytes.TrimSpace(list[i][:3]), by)
				default:
					kept++
				}
			}
		}
	}
	if moved < 50 || kept < 50 {
		t.Errorf("%d told, %d as they were", moved, kept)
	}
}
