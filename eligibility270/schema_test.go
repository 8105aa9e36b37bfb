// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// The text of the schema is the comments of the fields.
func TestSchemaText(t *testing.T) {
	got := testkit.FieldTexts(t, "request.go")
	if testkit.Updating() {
		if err := os.WriteFile("schema.tsv", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != schemaText {
		t.Error("schema.tsv is not the comments of the fields; go test -run SchemaText -update")
	}
}

func TestSchema(t *testing.T) {
	out, err := Schema("patient")
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Request", "Practice", "ProviderInfo", "PersonInfo", "PayerInfo", "ProcedureInfo", "NumberInfo", "PostalAddress", "InterchangeInfo", "ProviderRole"} {
		if v.Defs[name] == nil {
			t.Errorf("%s is not defined", name)
		}
	}
	for _, want := range []string{`"memberID"`, `"spendDownBilled"`, `"other-adult"`, `"national-plan"`, `"plan-network"`, `"additionalProperties": false`, `"oneOf"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in the schema", want)
		}
	}
	for _, bad := range []string{`"description": ""`, `"description": null`, `"required"`} {
		if strings.Contains(string(out), bad) {
			t.Errorf("%s in the schema", bad)
		}
	}
	if _, err := Schema("encounter"); err == nil {
		t.Error("a schema of something else")
	}
}
