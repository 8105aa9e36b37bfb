package claim837

import (
	"fmt"
	"reflect"
	"testing"
	"unsafe"

	"github.com/shopspring/decimal"
)

func TestCloneSharesNothing(t *testing.T) {
	claim := filledClaim()
	var empty []string
	unset("", reflect.ValueOf(*claim), &empty)
	if len(empty) > 0 {
		t.Fatalf("the filler leaves fields empty: %v", empty)
	}
	copied := claim.Clone()
	if !reflect.DeepEqual(claim, copied) {
		t.Error("the copy differs from the claim")
	}
	seen := map[unsafe.Pointer]string{}
	memory("claim", reflect.ValueOf(claim), func(p unsafe.Pointer, path string) { seen[p] = path })
	n := 0
	memory("copy", reflect.ValueOf(copied), func(p unsafe.Pointer, path string) {
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

// memory reports where each string, slice and pointer below v points to;
// amounts are left out, they never change.
func memory(path string, v reflect.Value, report func(unsafe.Pointer, string)) {
	switch v.Interface().(type) {
	case decimal.Decimal, decimal.NullDecimal:
		return
	}
	switch v.Kind() {
	case reflect.String:
		report(unsafe.Pointer(unsafe.StringData(v.String())), path)
	case reflect.Pointer:
		if !v.IsNil() {
			report(v.UnsafePointer(), path)
			memory(path, v.Elem(), report)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			report(v.UnsafePointer(), path)
		}
		for i := range v.Len() {
			memory(fmt.Sprintf("%s[%d]", path, i), v.Index(i), report)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				memory(path+"."+f.Name, v.Field(i), report)
			}
		}
	}
}

func BenchmarkClone(b *testing.B) {
	claim := filledClaim()
	b.ReportAllocs()
	for b.Loop() {
		claim.Clone()
	}
}
