// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// A finding about a field is shown at the segment of the field, of several with
// one tag, and about one that is missing at the segment that opens the claim.
func TestFindingsStandAtTheirSegment(t *testing.T) {
	golden := func(name string) string {
		b, err := os.ReadFile("testdata/encounters/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	inpatient := golden("institutional/01-inpatient.edi")
	for _, tt := range []struct{ name, text, old, new, code, at string }{
		{"discharge hour", inpatient, "DTP*096*TM*1120~\n", "", "837I-DT-03", "CLM*"},
		{"statement", inpatient, "DTP*434*RD8*20260112-20260116", "DTP*434*RD8*20260116-20260112", "period-reversed", "DTP*434*"},
		{"admission", inpatient, "DTP*435*DT*202601120345", "DTP*435*DT*202601170345", "837I-DT-02", "DTP*435*"},
		{"other diagnosis", inpatient, "ABF:N179:::::::N", "ABF:N179:::::::1", "code-not-allowed", "HI*ABF:"},
		{"principal diagnosis", inpatient, "HI*ABK:K3532", "HI*ABK:W010XXA", "837-DX-05", "HI*ABK:"},
		{"procedure", inpatient, "HI*BBQ:3E1M38Z:D8:20260112", "HI*BBQ:3E1M38Z:D8:20260119", "837I-PX-02", "HI*BBQ:"},
		{"value", inpatient, "HI*BE:80:::4", "HI*BE:80:::4.5", "837I-VAL-01", "HI*BE:"},
		{"procedure of a second line", golden("01-subscriber.edi"), "HC:83036:QW", "HC:8303:QW", "CS-HCPCS", "SV1*HC:8303:"},
		{"laboratory", golden("01-subscriber.edi"), "REF*X4*14D0987654", "REF*X4*14E0987654", "CS-CLIA", "REF*X4*"},
		{"laboratory that is missing", golden("01-subscriber.edi"), "REF*X4*14D0987654~\n", "", "837P-LN-10", "CLM*"},
		{"state of the payer", golden("01-subscriber.edi"), "N4*PEORIA*IL", "N4*PEORIA*XX", "CS-STATE", "N4*PEORIA*XX"},
		{"state of who bills", golden("01-subscriber.edi"), "N4*SPRINGFIELD*IL*627042315", "N4*SPRINGFIELD*XX*627042315", "CS-STATE", "N4*SPRINGFIELD*XX"},
		{"specialty", golden("01-subscriber.edi"), "PRV*PE*PXC*207R00000X", "PRV*PE*PXC*207R0000X", "CS-TAX", "PRV*PE*"},
		{"value code", inpatient, "HI*BE:80:::4", "HI*BE:?!:::4", "CS-NUBC", "HI*BE:"},
		{"form of a procedure", inpatient, "HI*BBQ:3E1M38Z", "HI*BBQ:3E1M3", "CS-ICD10PCS", "HI*BBQ:"},
		{"second of a professional list", golden("01-subscriber.edi"), "*ABF:", "*ABF:X.", "837-DX-03", "HI*ABK:"},
		{"day of a late line", inpatient, "LX*9~\nSV2*0710", "LX*9~\nSV2*4710", "837I-REV-01", "SV2*4710"},
	} {
		text := strings.Replace(tt.text, tt.old, tt.new, 1)
		if text == tt.text {
			t.Fatalf("%s: %q is not there", tt.name, tt.old)
		}
		offset, hit := int64(strings.Index(text, tt.at)), false
		var found []string
		for i, err := range Validate(strings.NewReader(text), nil) {
			if err != nil {
				t.Fatal(err)
			}
			hit = hit || string(i.Code) == tt.code && i.Offset == offset
			found = append(found, fmt.Sprint(i.Offset, " ", i))
		}
		if !hit {
			t.Errorf("%s: %s is not found at %d:\n%s", tt.name, tt.code, offset, strings.Join(found, "\n"))
		}
	}
}
