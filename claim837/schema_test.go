package claim837

import (
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
)

var updateSchema = flag.Bool("update-schema", false, "write schema.tsv from the comments of the fields")

// The text of the schema is the comments of the fields.
func TestSchemaText(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"encounter.go", "encounter_people.go", "encounter_service.go", "encounter_stay.go", "encounter_dental.go", "practice.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			st, ok := spec.Type.(*ast.StructType)
			if !ok {
				return true
			}
			for _, field := range st.Fields.List {
				text := strings.TrimSpace(field.Comment.Text())
				if text == "" {
					t.Errorf("%s.%s has no comment", spec.Name.Name, field.Names[0].Name)
				}
				b.WriteString(spec.Name.Name + "." + field.Names[0].Name + "\t" + text + "\n")
			}
			return true
		})
	}
	if *updateSchema {
		if err := os.WriteFile("schema.tsv", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != schemaText {
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
