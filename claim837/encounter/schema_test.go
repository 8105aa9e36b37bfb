// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

var updateSchema = flag.Bool("update-schema", false, "write schema.tsv from the comments of the fields")

// The text of the schema is the comments of the fields.
func TestSchemaText(t *testing.T) {
	got := testkit.FieldTexts(t, "encounter.go", "people.go", "service.go", "stay.go", "dental.go", "practice.go")
	if *updateSchema {
		if err := os.WriteFile("schema.tsv", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != schemaText {
		t.Error("schema.tsv is not the comments of the fields; go test -run SchemaText -update-schema")
	}
}

func TestSchema(t *testing.T) {
	for _, name := range []string{"encounter", "practice"} {
		out, err := Schema(name)
		if err != nil {
			t.Fatal(err)
		}
		var v struct {
			Defs map[string]map[string]any `json:"$defs"`
			Ref  string                    `json:"$ref"`
		}
		if err := json.Unmarshal(out, &v); err != nil {
			t.Fatal(err)
		}
		if v.Defs[strings.TrimPrefix(v.Ref, "#/$defs/")] == nil {
			t.Errorf("%s: the root %s is not defined", name, v.Ref)
		}
		for _, ref := range strings.Split(string(out), `"$ref": "#/$defs/`)[1:] {
			if def, _, _ := strings.Cut(ref, `"`); v.Defs[def] == nil {
				t.Errorf("%s refers to %s, which is not defined", name, def)
			}
		}
		if strings.Contains(string(out), `"description": ""`) {
			t.Errorf("%s: a field has no description", name)
		}
	}
	for _, want := range []string{`"medicare-b"`, `"workers-compensation"`, `"additionalProperties": false`} {
		if out, _ := Schema("encounter"); !strings.Contains(string(out), want) {
			t.Errorf("the schema of encounters does not have %s", want)
		}
	}
	if _, err := Schema("claim"); err == nil {
		t.Error("there is a schema of nothing known")
	}
}
