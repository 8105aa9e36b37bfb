// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// BenchmarkEncounters makes claims of encounters and writes them, checked.
func BenchmarkEncounters(b *testing.B) {
	practice, err := os.ReadFile("../../testdata/practice.json")
	if err != nil {
		b.Fatal(err)
	}
	var p Practice
	if err := json.Unmarshal(practice, &p); err != nil {
		b.Fatal(err)
	}
	data, err := os.ReadFile("../../testdata/encounters/01-subscriber.json")
	if err != nil {
		b.Fatal(err)
	}
	encounters := make([]*Encounter, 2000)
	for i := range encounters {
		e := new(Encounter)
		if err := json.Unmarshal(data, e); err != nil {
			b.Fatal(err)
		}
		e.ID = fmt.Sprintf("E%06d", i)
		e.Patient.LastName += string(rune('A' + i%26))
		e.Coverages[0].MemberID = fmt.Sprintf("M%07d", i)
		encounters[i] = e
	}
	for _, checked := range []bool{false, true} {
		name := "built"
		if checked {
			name = "checked"
		}
		b.Run(name, func(b *testing.B) {
			size := 0
			work := func() {
				builder := NewBuilder(&p, &BuilderOptions{Today: 20260302})
				var dst counting
				w := claim837.NewWriter(&dst, envelope(), &claim837.WriterOptions{Unchecked: !checked, X12: x12.WriterOptions{Fold: true}})
				for _, e := range encounters {
					if c, found, err := builder.Write(w, e); c == nil {
						b.Fatal(found, err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
				size = dst.n
			}
			for b.Loop() {
				work()
			}
			b.SetBytes(int64(size))
			b.ReportMetric(float64(len(encounters)*b.N)/b.Elapsed().Seconds(), "claims/s")
			benchkit.Per(b, "claim", len(encounters), work)
		})
	}
}

type counting struct{ n int }

func (c *counting) Write(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}
