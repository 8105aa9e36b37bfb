// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestFoldText(t *testing.T) {
	tests := []struct {
		in, basic, extended string
		changed             bool // by Extended, which keeps case
	}{
		{"", "", "", false},
		{"SMITH", "SMITH", "SMITH", false},
		{"Smith", "SMITH", "Smith", false},
		{"José", "JOSE", "Jose", true},
		{"Jose\u0301", "JOSE", "Jose", true}, // the accent as a character of its own
		{"MUÑOZ", "MUNOZ", "MUNOZ", true},
		{"Nguyễn", "NGUYEN", "Nguyen", true},
		{"Čapek", "CAPEK", "Capek", true},
		{"Müller-Weiß", "MULLER-WEISS", "Muller-Weiss", true},
		{"Łukasz Øre Æbelø", "LUKASZ ORE AEBELO", "Lukasz Ore AEbelo", true},
		{"Œuvre Đorđe Þór Guðrún", "OEUVRE DORDE THOR GUDRUN", "OEuvre Dorde THor Gudrun", true},
		{"Yıldız İnan", "YILDIZ INAN", "Yildiz Inan", true},
		{"O’Brien “Pat” – x…", `O'BRIEN "PAT" - X...`, `O'Brien "Pat" - x...`, true},
		{"A\u00a0B\u202fC\u3000D", "A B C D", "A B C D", true},
		{"ﬁnal ½ m²", "FINAL 1/2 M2", "final 1/2 m2", true},
		{"ＡＢＣ１２", "ABC12", "ABC12", true},
		{"Col·legi", "COL.LEGI", "Col.legi", true},
		{"soft\u00adhyphen\u200b", "SOFTHYPHEN", "softhyphen", true},
		{"Мария", "Мария", "Мария", false}, // no plain form: the writer refuses it
		{"山田 taro", "山田 TARO", "山田 taro", false},
		{"й\u0301", "й\u0301", "й\u0301", false},
		{"\u0301x", "\u0301X", "\u0301x", false},
		{"ﾞ", "ﾞ", "ﾞ", false}, // decomposes into nothing but a mark
		{"5 €", "5 €", "5 €", false},
		{"caf\xe9", "CAF\xe9", "caf\xe9", false}, // no UTF-8: the byte stays
		{"tab\there", "TAB\tHERE", "tab\there", false},
	}
	for _, tt := range tests {
		if got, changed := x12.FoldText(tt.in, x12.Basic); got != tt.basic || changed != tt.changed {
			t.Errorf("FoldText(%q, Basic) = %q, %v; want %q, %v", tt.in, got, changed, tt.basic, tt.changed)
		}
		if got, changed := x12.FoldText(tt.in, x12.Extended); got != tt.extended || changed != tt.changed {
			t.Errorf("FoldText(%q, Extended) = %q, %v; want %q, %v", tt.in, got, changed, tt.extended, tt.changed)
		}
		if got, changed := x12.FoldText(tt.in, x12.AnyByte); got != tt.in || changed {
			t.Errorf("FoldText(%q, AnyByte) = %q, %v; want no change", tt.in, got, changed)
		}
	}
}

func TestFoldTextPlainCostsNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { x12.FoldText("SMITH-JONES 12", x12.Basic) }); n != 0 {
		t.Errorf("plain text costs %v allocations, want 0", n)
	}
}

func TestFoldTextIsSafeForGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if got, _ := x12.FoldText("Núñez Ångström", x12.Basic); got != "NUNEZ ANGSTROM" {
					t.Errorf("got %q", got)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzFoldText(f *testing.F) {
	for _, s := range []string{"José", "ﬁ", "ﾞ", "\xff\u0301", "“x”", "\u0344", "ﷺ", "A\u0301\u0302"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, set := range []x12.Charset{x12.Capitals, x12.Basic, x12.Extended, x12.AnyByte} {
			out, changed := x12.FoldText(s, set)
			if !changed && !strings.EqualFold(out, s) && out != s {
				t.Fatalf("%q became %q, and is said to be the same", s, out)
			}
			again, changed := x12.FoldText(out, set)
			if changed || again != out {
				t.Fatalf("%q folds to %q and again to %q", s, out, again)
			}
		}
	})
}
