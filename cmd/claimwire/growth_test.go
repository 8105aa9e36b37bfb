// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/gob"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
)

// growthEnv names what, set to "some", lets TestGrowth measure each command on
// some of the inputs, each on others, and, set to "all", on every one.
const growthEnv = "CLAIMWIRE_GROWTH"

// growthSome is how many inputs there are for each that "some" measures.
const growthSome = 16

// What growth is measured with: the work of n, 2n and 4n repeats is taken to be
// a + b n + c n^2, and c must be about nothing. Where it is not, it is measured
// again with more repeats: of n log n, and of what is done once from some size
// on, less and less is then left in c.
const (
	growthN      = 120
	growthAgain  = 4    // times growthN
	growthBlocks = 0.6  // of statements, for each pair of repeats
	growthBytes  = 10.0 // allocated, for each pair of repeats
)

// growing is an input that grows.
type growing struct {
	family string // "claims", "remits", "eligibility", "encounters", "patients" or "": which commands take it
	sample string
	what   string // what of it is repeated
	make   func(n int) []byte
}

// growthCommand is a command with its flags, "-" for the file.
type growthCommand struct {
	args   string
	family string // the only one that it takes; "" for all in X12
	short  bool   // measured without growthEnv, too
}

var growthCommands = []growthCommand{
	{"validate --snip 2 -", "", false},
	{"validate --snip 3 -", "", false},
	{"validate --snip 4 -", "", false},
	{"validate --snip 7 -", "", true},
	{"validate --snip 7 --json -", "", false},
	{"parse -", "", true},
	{"encode -", "", true}, // of what parse gives
	{"recode -", "", true},
	{"fmt -", "", false},
	{"fmt --indent -", "", true},
	{"fmt --join -", "", false},
	{"form -", "claims", true},
	{"form --json -", "claims", false},
	{"remit -", "remits", true},
	{"remit --html -", "remits", true},
	{"remit --json -", "remits", true},
	{"benefits -", "eligibility", true},
	{"benefits --json -", "eligibility", true},
	{"benefits --service 30 --allowed 150.00 --date 2026-02-03 -", "eligibility", true},
	{"benefits --inquiry ../../x12/testdata/inquiry.edi -", "eligibility", false},
	{"benefits --inquiry - ../../x12/testdata/response.edi", "eligibility", false},
	{"build -practice ../../testdata/practice.json -now 2026-03-04T09:15:00Z -", "encounters", true},
	{"inquire -practice ../../testdata/practice.json -now 2026-03-04T09:15:00Z -", "patients", true},
}

// takes reports whether the command reads such a file.
func (c growthCommand) takes(g growing) bool {
	if c.family == "" {
		return g.family != "encounters" && g.family != "patients"
	}
	return c.family == g.family
}

// growthSamples are files that have nearly every segment of their guides.
var growthSamples = []struct{ family, file string }{
	{"claims", "professional.edi"},
	{"claims", "institutional.edi"},
	{"claims", "dental.edi"},
	{"remits", "remittance.edi"},
	{"eligibility", "inquiry.edi"},
	{"eligibility", "response.edi"},
}

// TestGrowth holds that the work of each command grows with the size of the
// file, whatever is repeated in it.
func TestGrowth(t *testing.T) {
	all := os.Getenv(growthEnv) == "all"
	if os.Getenv(growthEnv) == "" {
		t.Skip(growthEnv + " is not set: some, or all")
	}
	server := newGrowthServer(t)
	var files []growing
	for _, s := range growthSamples {
		data, err := os.ReadFile(filepath.Join("../../x12/testdata", s.file))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, growthOf(s.family, strings.TrimSuffix(s.file, ".edi"), string(data))...)
	}
	files = append(files, growthOf("", "no guide", oddities["other set"])...)
	for _, family := range []string{"encounters", "patients"} {
		data, err := os.ReadFile(filepath.Join("../../testdata", family+".ndjson"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, growthOfJSON(t, family, data)...)
	}
	only := regexp.MustCompile(os.Getenv(growthEnv + "_ONLY")) // of "command | sample: what"
	for i, c := range growthCommands {
		if !all && !c.short {
			continue
		}
		var taken []growing
		for _, g := range files {
			if c.takes(g) && only.MatchString(c.args+" | "+g.sample+": "+g.what) {
				taken = append(taken, g)
			}
		}
		if len(taken) == 0 {
			continue
		}
		server.measure(t, c, taken[0], growthN) // so that what is done at the first use is done
		measured, worst := 0, growthRow{}
		for k, g := range taken {
			if !all && k%growthSome != i%growthSome {
				continue
			}
			measured++
			row := server.measure(t, c, g, growthN)
			if row.grows() {
				row = server.measure(t, c, g, growthN*growthAgain)
			}
			if testing.Verbose() {
				t.Log(row)
			}
			if row.grows() {
				t.Errorf("work grows faster than the file\n%v", row)
			}
			if row.blocks > worst.blocks {
				worst = row
			}
		}
		t.Logf("%-28s %5d inputs; worst: %v", c.args, measured, worst)
	}
}

// growthRow is a row of the table of growth.
type growthRow struct {
	command, file string
	w             [3]benchkit.Work // of n, 2n, 4n
	blocks, bytes float64          // for each pair of repeats
}

// grows reports whether the work grows faster than the file.
func (r growthRow) grows() bool { return r.blocks > growthBlocks || r.bytes > growthBytes }

func (r growthRow) String() string {
	return fmt.Sprintf("%-30s %-50s blocks %8d %8d %8d  square %7.3f  KB %6d %6d %6d  square %7.3f", r.command, r.file,
		r.w[0].Blocks, r.w[1].Blocks, r.w[2].Blocks, r.blocks, r.w[0].Bytes>>10, r.w[1].Bytes>>10, r.w[2].Bytes>>10, r.bytes)
}

// growthServer is the command, built so that it counts its work.
type growthServer struct {
	ask    *gob.Encoder
	answer *gob.Decoder
}

func newGrowthServer(t *testing.T) *growthServer {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "claimwire")
	build := exec.Command("go", "build", "-tags=growth", "-cover", "-covermode=atomic",
		"-coverpkg=github.com/claimwire/claimwire/...,sort,slices,strings,bytes", "-o", binary, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(binary)
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), "GOCOVERDIR="+t.TempDir())
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	return &growthServer{gob.NewEncoder(in), gob.NewDecoder(out)}
}

func (s *growthServer) run(t *testing.T, q growthQuestion) growthReply {
	t.Helper()
	if err := s.ask.Encode(q); err != nil {
		t.Fatal(err)
	}
	var a growthReply
	if err := s.answer.Decode(&a); err != nil {
		t.Fatal(err)
	}
	return a
}

// growthQuestion and growthReply are what the server of growth.go understands.
type (
	growthQuestion struct {
		Args []string
		In   []byte
		Out  bool
	}
	growthReply struct {
		Work benchkit.Work
		Out  []byte
	}
)

// measure measures a command on n, 2n and 4n repeats.
func (s *growthServer) measure(t *testing.T, c growthCommand, g growing, n int) growthRow {
	t.Helper()
	row := growthRow{command: strings.TrimSuffix(c.args, " -"), file: g.sample + ": " + g.what}
	var size [3]float64 // where whole blocks are repeated, n is not met exactly
	for i := range row.w {
		in := g.make(n << i)
		size[i] = float64(len(in))
		if strings.HasPrefix(c.args, "encode") {
			in = s.run(t, growthQuestion{[]string{"parse", "-"}, in, true}).Out
		}
		row.w[i] = s.run(t, growthQuestion{strings.Fields(c.args), in, false}).Work
	}
	square := func(of func(benchkit.Work) int64) float64 {
		slope := func(i int) float64 {
			return float64(of(row.w[i+1])-of(row.w[i])) / max(1, size[i+1]-size[i])
		}
		repeat := (size[2] - size[0]) / float64(3*n)
		return (slope(1) - slope(0)) / max(1, size[2]-size[0]) * repeat * repeat
	}
	row.blocks = square(func(w benchkit.Work) int64 { return w.Blocks })
	row.bytes = square(func(w benchkit.Work) int64 { return w.Bytes })
	return row
}

// growthOf returns inputs that repeat each part of a sample.
func growthOf(family, sample, text string) []growing {
	var segments []string
	for s := range strings.SplitSeq(text, "~") {
		if s = strings.TrimSpace(s); s != "" {
			segments = append(segments, s)
		}
	}
	var out []growing
	add := func(what string, make func(n int) []string) {
		out = append(out, growing{family, sample, what, func(n int) []byte {
			return []byte(strings.Join(make(n), "~\n") + "~\n")
		}})
	}
	seen := map[string]bool{}
	fresh := func(what string) bool {
		was := seen[what]
		seen[what] = true
		return !was
	}
	insert := func(at int, more func(k int) []string) func(n int) []string {
		return func(n int) []string {
			list := append([]string(nil), segments[:at]...)
			for k := range n {
				list = append(list, more(k)...)
			}
			return append(list, segments[at:]...)
		}
	}
	for i, s := range segments {
		tag, rest, _ := strings.Cut(s, "*")
		first, _, _ := strings.Cut(rest, "*")
		name := fmt.Sprintf("%d %s*%s", i+1, tag, first)
		if fresh("equal " + tag + first) {
			add(name+" equal", insert(i+1, func(int) []string { return []string{s} }))
			add(name+" distinct", insert(i+1, func(k int) []string { return []string{growthVary(s, k, false)} }))
		}
		if fresh("all distinct " + tag) {
			add(name+" all distinct", insert(i+1, func(k int) []string { return []string{growthVary(s, k, true)} }))
			add(name+" empty", insert(i+1, func(int) []string { return []string{tag + "*"} }))
			add(name+" then junk", insert(i+1, func(int) []string { return []string{"ZZZ*1"} }))
			for e, v := range strings.Split(rest, "*") {
				if growthSeen[fmt.Sprint(tag, e)] {
					continue
				}
				growthSeen[fmt.Sprint(tag, e)] = true
				at := strings.Split(s, "*")
				long := func(join, part string) func(n int) []string {
					return func(n int) []string {
						elements := append([]string(nil), at...)
						elements[e+1] = strings.Repeat(part+join, n-1) + part
						list := append([]string(nil), segments...)
						list[i] = strings.Join(elements, "*")
						return list
					}
				}
				if v != "" && tag != "ISA" {
					add(fmt.Sprintf("%s%02d repetitions", name, e+1), long("^", v))
					add(fmt.Sprintf("%s%02d components", name, e+1), long(":", v))
					add(fmt.Sprintf("%s%02d long", name, e+1), long("", v))
				}
			}
			add(name+" elements", func(n int) []string {
				list := append([]string(nil), segments...)
				list[i] += strings.Repeat("*"+first, n)
				return list
			})
		}
		// What begins here: up to the next segment with the tag, and each short run.
		next := len(segments)
		for k := i + 1; k < len(segments); k++ {
			if t, _, _ := strings.Cut(segments[k], "*"); t == tag {
				next = k
				break
			}
		}
		for _, end := range []int{i + 2, next} {
			if end > len(segments) || end-i < 2 || end < next && !fresh(fmt.Sprint("run ", tag, first, end-i)) || end-i > 120 {
				continue
			}
			block := segments[i:end]
			if end == next && !fresh("block "+tag+first) {
				continue
			}
			for _, distinct := range []bool{false, true} {
				word := map[bool]string{false: "equal", true: "distinct"}[distinct]
				add(fmt.Sprintf("%s and %d more, %s", name, end-i-1, word), func(n int) []string {
					return insert(end, func(k int) []string {
						if !distinct {
							return block
						}
						list := make([]string, len(block))
						for i, s := range block {
							list[i] = growthVary(s, k, false)
						}
						return list
					})(max(1, n/len(block)))
				})
			}
		}
	}
	add("levels in levels", insert(len(segments)-3, func(k int) []string {
		return []string{fmt.Sprintf("HL*%d*%d*%d*1", k+4, k+3, 22+k%2)}
	}))
	add("levels side by side", insert(len(segments)-3, func(k int) []string {
		return []string{fmt.Sprintf("HL*%d*1*22*0", k+4)}
	}))
	out = append(out, growthTogether(family, sample, segments)...)
	// Segments of the set in another order, each time the same.
	body := segments[2 : len(segments)-3]
	add("backward", insert(len(segments)-3, func(k int) []string { return body[len(body)-1-k%len(body):][:1] }))
	state := uint64(1)
	add("at random", insert(len(segments)-3, func(k int) []string {
		if k == 0 {
			state = 1
		}
		state = state*6364136223846793005 + 1442695040888963407
		return body[int(state>>33)%len(body):][:1]
	}))
	return out
}

// growthSeen are the elements that another sample has, too.
var growthSeen = map[string]bool{}

// growthVary returns a segment with a number in it: in its last element, or in
// each but the first.
func growthVary(s string, k int, each bool) string {
	elements := strings.Split(s, "*")
	for i := len(elements) - 1; i > 0; i-- {
		if elements[i] == "" || i == 1 && each && len(elements) > 2 {
			continue
		}
		cut := elements[i]
		if len(cut) > 6 {
			cut = cut[:len(cut)-6]
		} else if cut[0] < '0' || cut[0] > '9' {
			cut = cut[:1]
		} else {
			cut = ""
		}
		elements[i] = fmt.Sprintf("%s%d", cut, 100000+k)
		if !each {
			break
		}
	}
	return strings.Join(elements, "*")
}
