// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// toy is a package that reads sets of one kind: each CLM is a record.
type toy struct {
	id string
	r  *Reader
	to func(string) bool
}

func newToy(id string, src *Shared, to func(string) bool) *toy {
	return &toy{id: id, r: NewReader(src, Options{}, 1), to: to}
}

func (p *toy) run() error {
	said := ""
	step := func(s *x12.Step) bool {
		said = fmt.Sprintf("%s %d.%d.%d %d %s", p.id, s.Position.Interchange, s.Position.Group, s.Position.Set, s.Kind, s.Raw.Tag)
		return p.r.Emit()
	}
	return p.r.Run(Handler{
		Package: "toy",
		Openers: func(set *x12.Set, _ *x12.Group) []codec.Opener {
			if set.ID != p.id {
				return nil
			}
			return []codec.Opener{{Tag: codec.CLM}}
		},
		Step: step, Head: step,
		Record: func() (bool, bool) {
			if p.r.C.Tag() != codec.CLM {
				return false, true
			}
			p.r.C.Next()
			said = p.id + " record"
			return true, p.r.Emit()
		},
		Flush: func() bool { return true },
	}, func() bool { return p.to(strings.TrimSpace(said)) })
}

const shared = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*0900*^*00501*000000001*0*T*:~GS*XX*A*B*20260131*0900*1*X*V~" +
	"ST*111*0001~CLM*1~SE*3*0001~ST*222*0002~CLM*1~ZZZ*1~CLM*2~SE*5*0002~ST*333*0003~ZZZ*1~SE*3*0003~ST*111*0004~SE*2*0004~GE*4*1~IEA*1*000000001~"

func TestSharedStream(t *testing.T) {
	var got []string
	src := Share(strings.NewReader(shared))
	take := func(s string) bool { got = append(got, s); return true }
	one, two := newToy("111", src, take), newToy("222", src, take)
	var errs []error
	src.Range(func() { errs = append(errs, one.run()) }, func() { errs = append(errs, two.run()) })
	want := []string{
		"111 1.0.0 1", "111 1.1.0 3", "111 1.1.1 5", "111 record", "111 1.1.1 6",
		"222 1.1.2 5", "222 record", "222 1.1.2 9 ZZZ", "222 record", "222 1.1.2 6",
		"111 1.1.3 5", "111 1.1.3 9 ZZZ", "111 1.1.3 6", "111 1.1.4 5", "111 1.1.4 6", "111 1.1.0 4", "111 1.0.0 2",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("steps are\n%s", strings.Join(got, "\n"))
	}
	if len(errs) != 2 || errs[0] != nil || errs[1] != nil {
		t.Errorf("errors are %v", errs)
	}
	if one.run() == nil {
		t.Error("a stream is read twice")
	}
}

// Whoever says no ends the pass for all; what ends the stream, one of them tells.
func TestSharedStreamEnds(t *testing.T) {
	for id, at := range map[string]string{"111": "111 1.1.3 5", "222": "222 record"} {
		src := Share(strings.NewReader(shared))
		var got []string
		take := func(s string) bool { got = append(got, s); return s != at }
		one, two := newToy("111", src, take), newToy("222", src, take)
		var errs []error
		src.Range(func() { errs = append(errs, one.run()) }, func() { errs = append(errs, two.run()) })
		if got[len(got)-1] != at || errs[0] != nil || errs[1] != nil {
			t.Errorf("%s: the last step is %s, errors %v", id, got[len(got)-1], errs)
		}
	}
	src := Share(strings.NewReader(shared + "hello"))
	take := func(string) bool { return true }
	one, two := newToy("111", src, take), newToy("222", src, take)
	var first, second error
	src.Range(func() { first = one.run() }, func() { second = two.run() })
	if first == nil || second != nil {
		t.Errorf("errors are %v and %v", first, second)
	}
}

func TestJoinedRecoders(t *testing.T) {
	var out bytes.Buffer
	told := 0
	j := Join(&out, func(x12.Issue) { told++ })
	one, two := NewRecoder(j, nil), NewRecoder(j, nil)
	if one != two || one != j.Recoder() {
		t.Fatal("the recoders do not write together")
	}
	d := x12.DefaultDelimiters()
	for i, s := range []x12.Step{
		{Kind: x12.InterchangeBegin, Interchange: &x12.Interchange{Fragment: true, Delimiters: d}},
		{Kind: x12.SetBegin, Set: &x12.Set{ID: "111", Control: "1"}},
		{Kind: x12.SetEnd, Trailer: &x12.Raw{Tag: "SE", Elements: []x12.RawElement{{{"9"}}, {{"1"}}}}},
		{Kind: x12.InterchangeEnd},
	} {
		if err := []*Recoder{one, two}[i%2].Write(&s, At{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := two.Close(); err != nil {
		t.Fatal(err)
	}
	if out.String() != "ST*111*1~SE*2*1~" || told != 1 {
		t.Errorf("%q, %d findings", out.String(), told)
	}
}
