// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// testdata/refused.ndjson are stays and dental visits with one of the commonest
// mistakes each; its name is the encounter's id. refused.issues says what is
// found. There is no claim of any.
func TestRefused(t *testing.T) {
	p := fixturePractice(t)
	b := NewBuilder(p, &BuilderOptions{Today: x12.DateOf(made)})
	lines, err := os.ReadFile("../../testdata/refused.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	d := json.NewDecoder(bytes.NewReader(lines))
	d.DisallowUnknownFields()
	n := 0
	for ; d.More(); n++ {
		var e Encounter
		if err := d.Decode(&e); err != nil {
			t.Fatal(err)
		}
		claim, found := b.Claim(&e)
		if claim != nil {
			t.Errorf("%s: there is a claim", e.ID)
		}
		for _, i := range found {
			if i.Path == "" {
				t.Errorf("%s: no path: %s", e.ID, i)
			}
			fmt.Fprintf(&out, "%s: %s\n", e.ID, i)
		}
	}
	if n < 30 {
		t.Errorf("%d encounters", n)
	}
	testkit.Golden(t, "../../testdata/refused.issues", []byte(out.String()))
}
