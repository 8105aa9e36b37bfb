// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"bytes"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

type repeated struct {
	Before, After string
	Codes         []x12.Code
	Rest          []x12.Raw
}

var repeatedLoop = Loop[repeated]{ID: "R", Tag: EB, Do: func(c *Codec, v *repeated) {
	c.Rest(&v.Rest)
	if c.Begin(EB, "") {
		c.Text(1, &v.Before)
		c.CodeRepeats(2, &v.Codes)
		c.Text(3, &v.After)
		c.End()
	}
}}

// An element that repeats is read into a list; what a list cannot hold stays raw.
func TestCodeRepeats(t *testing.T) {
	for in, want := range map[string]string{
		"EB*A*30*B":       "30",
		"EB*A*30^1^98*B":  "30 1 98",
		"EB**30^UC":       "30 UC",
		"EB*A**B":         "",
		"EB*A":            "",
		"EB*A^B*30*C:D":   "raw",
		"EB*A*30^^98":     "raw",
		"EB*A*^98":        "raw",
		"EB*A*30:1":       "raw",
		"EB*A*30^1:2^3*B": "raw",
	} {
		var found []x12.Issue
		r := x12.NewReader(strings.NewReader("ISA*00*          *00*          *ZZ*A              *ZZ*B              *260304*1200*^*00501*000000001*0*T*:~GS*HB*A*B*20260304*1200*1*X*1~ST*271*1~"+in+"~EB*Z*1~SE*3*1~GE*1*1~IEA*1*000000001~"), nil)
		c := NewReader(r, func(i x12.Issue) { found = append(found, i) })
		for c.Next() && c.Tag() != EB {
		}
		var v repeated
		end := c.Around(Opener{Tag: EB})
		Read(c, &repeatedLoop, &v)
		end()
		var got []string
		for _, s := range v.Codes {
			got = append(got, string(s))
		}
		text := strings.Join(got, " ")
		if len(v.Rest) > 0 {
			text = "raw"
		}
		if text != want || (want == "raw") != (len(found) > 0) {
			t.Errorf("%s: %s, %v", in, text, found)
		}
		var dst bytes.Buffer
		xw := x12.NewWriter(&dst, &x12.WriterOptions{AsRead: true})
		w := NewWriter(xw, false)
		Write(w, &repeatedLoop, &v)
		xw.Flush()
		if dst.String() != in+"~" {
			t.Errorf("%s is written as %s", in, dst.String())
		}
	}
}
