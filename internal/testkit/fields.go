// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// FieldTexts are the comments of the fields of the types in source files, a line
// "Type.Field<TAB>comment" each. A field without one is an error.
func FieldTexts(t *testing.T, files ...string) string {
	t.Helper()
	var b strings.Builder
	for _, name := range files {
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
	return b.String()
}
