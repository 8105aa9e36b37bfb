// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// What Indent makes, Compact makes undone: the bytes of the segments stay.
func TestIndentAndCompact(t *testing.T) {
	const isa = "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260131*0915*^*00501*000000001*0*T*:~"
	const rest = "GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~HL*1**20*1~N3* A  ~SE*4*0001~GE*1*1~IEA*1*000000001~"
	for name, file := range map[string]string{
		"one line":              isa + rest,
		"two interchanges":      isa + rest + isa + rest,
		"a terminator of bytes": strings.ReplaceAll(isa+rest, "~", "\xc2\xb6"),
		"another mark":          strings.ReplaceAll(isa+rest, "~", "\x1c"),
	} {
		for _, indent := range []string{"", "  ", "\t"} {
			var lines, joined bytes.Buffer
			if err := Indent(&lines, strings.NewReader(file), indent, nil); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if strings.Contains(lines.String(), "\n"+indent+"HL*1") != true {
				t.Errorf("%s: HL does not stand indented by %q:\n%s", name, indent, lines.String())
			}
			if err := Compact(&joined, strings.NewReader(lines.String()), nil); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if joined.String() != file {
				t.Errorf("%s: indented by %q and joined again:\n%q, want\n%q", name, indent, joined.String(), file)
			}
		}
	}
	newlines := strings.ReplaceAll(isa+rest, "~", "\n")
	var out bytes.Buffer
	if err := Indent(&out, strings.NewReader(newlines), "", nil); err != nil || out.String() != newlines {
		t.Errorf("a file whose terminator is a line break: %v\n%s", err, out.String())
	}
}

type failing struct{ room int }

var errFull = errors.New("full")

func (f *failing) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestIndentFails(t *testing.T) {
	const head = "GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~"
	o := &ReaderOptions{Fragment: true, MaxSegment: 100}
	var out bytes.Buffer
	var syntax *SyntaxError
	if err := Indent(&out, strings.NewReader(head+"N3*"+strings.Repeat("A", 200)+"~"), "", o); !errors.As(err, &syntax) {
		t.Errorf("a segment that is too long: %v", err)
	}
	if out.String() != head+"\n" {
		t.Errorf("what came before the error: %q", out.String())
	}
	for _, indent := range []string{"", " "} {
		if err := Indent(new(failing), strings.NewReader(head), indent, o); !errors.Is(err, errFull) {
			t.Errorf("a destination that is full: %v", err)
		}
	}
	if err := Compact(&failing{100}, strings.NewReader(strings.Repeat(head, 5000)), o); !errors.Is(err, errFull) {
		t.Errorf("a destination that is full: %v", err)
	}
}
