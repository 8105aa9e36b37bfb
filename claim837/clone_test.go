// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"reflect"
	"testing"
	"unsafe"

	"github.com/claimwire/claimwire/internal/testkit"
)

func TestCloneSharesNothing(t *testing.T) {
	claim := filledClaim()
	var empty []string
	testkit.Unset("", reflect.ValueOf(*claim), &empty)
	if len(empty) > 0 {
		t.Fatalf("the filler leaves fields empty: %v", empty)
	}
	copied := claim.Clone()
	if !reflect.DeepEqual(claim, copied) {
		t.Error("the copy differs from the claim")
	}
	seen := map[unsafe.Pointer]string{}
	testkit.Memory("claim", reflect.ValueOf(claim), func(p unsafe.Pointer, path string) { seen[p] = path })
	n := 0
	testkit.Memory("copy", reflect.ValueOf(copied), func(p unsafe.Pointer, path string) {
		n++
		if from, ok := seen[p]; ok {
			t.Errorf("%s shares memory with %s", path, from)
		}
	})
	if n < 500 {
		t.Errorf("only %d pieces of memory compared", n)
	}
}

func TestCloneLeavesTheOriginal(t *testing.T) {
	claim, same := filledClaim(), filledClaim()
	copied := claim.Clone()
	copied.Lines[0].Procedure.Modifiers[0] = "XX"
	copied.Lines[0].Rest[0].Elements[0][0][0] = "XX"
	copied.BillingProvider.Name.Last = "XX"
	copied.OtherCoverage[0].Adjustments[0].Adjustments[0].Reason = "XX"
	if !reflect.DeepEqual(claim, same) {
		t.Error("a change of the copy changed the claim")
	}
}

func TestCloneOfLittle(t *testing.T) {
	if (*Claim)(nil).Clone() != nil {
		t.Error("the copy of nil is not nil")
	}
	if c := (&Claim{}).Clone(); !reflect.DeepEqual(c, &Claim{}) {
		t.Error("the copy of an empty claim is not empty")
	}
	from := &Claim{Lines: []ServiceLine{}}
	if c := from.Clone(); c.Lines == nil || c.Diagnoses != nil {
		t.Error("empty and nil slices are mistaken for each other")
	}
}

func BenchmarkClone(b *testing.B) {
	claim := filledClaim()
	b.ReportAllocs()
	for b.Loop() {
		claim.Clone()
	}
}
