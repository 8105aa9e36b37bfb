// SPDX-License-Identifier: Apache-2.0

package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/testkit"
)

// fixtures is where the golden claims are.
const fixtures = "../../testdata/encounters"

// goldenFiles are the files of professional and of institutional claims.
func goldenFiles(t *testing.T) (files []string) {
	t.Helper()
	for _, pattern := range []string{"/*.edi", "/institutional/*.edi"} {
		some, err := filepath.Glob(fixtures + pattern)
		if err != nil || len(some) < 10 {
			t.Fatalf("%d golden files, %v", len(some), err)
		}
		files = append(files, some...)
	}
	return files
}

// claimOf is a claim of testdata, office or inpatient, that a form shows whole.
func claimOf(t *testing.T, name string) *claim837.Claim {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	c := new(claim837.Claim)
	if err := json.Unmarshal(b, c); err != nil {
		t.Fatal(err)
	}
	return c
}

// filled is a claim with all fields set.
func filled() *claim837.Claim {
	c := new(claim837.Claim)
	new(testkit.Filler).Fill(c)
	return c
}

func claimsOf(t *testing.T, in []byte) (out []*claim837.Claim) {
	t.Helper()
	for c, err := range claim837.NewReader(bytes.NewReader(in), nil).Claims() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// setOf is a file of one set with this body.
func setOf(body string) string {
	return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
		"GS*HC*S*R*20260131*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*1200*CH~" + body +
		fmt.Sprintf("SE*%d*0001~GE*1*1~IEA*1*000000001~", strings.Count(body, "~")+3)
}
