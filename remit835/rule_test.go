package remit835

import (
	"fmt"
	"strings"
	"testing"
)

func show(found []Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s %s %s%v", f.Code, f.Severity, f.Path, f.Loop, f.Tag)
		if f.Difference.Valid {
			fmt.Fprintf(&b, " want %s got %s difference %s", f.Expected.Decimal, f.Actual.Decimal, f.Difference.Decimal)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestGoodRemittanceBreaksNoRule(t *testing.T) {
	r := goodRemittance()
	found, b := r.judge()
	if len(found) > 0 || !b.Balanced() {
		t.Errorf("%s%+v", show(found), b)
	}
	if b.Claims != 11 || b.Lines != 14 || b.Reversals != 1 || b.Unlinked != 0 || b.Errors+b.Warnings != 0 {
		t.Errorf("%+v", b)
	}
}
