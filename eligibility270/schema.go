// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	_ "embed" // the comments of the fields
	"fmt"
	"reflect"
	"strings"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/internal/schema"
)

// schemaText says in a line "Type.Field<TAB>what it is" what each field of a Request
// is: the comments of the fields.
//
//go:embed schema.tsv
var schemaText string

// Schema returns the JSON Schema (draft 2020-12) of "patient", which is a Request,
// indented.
func Schema(name string) ([]byte, error) {
	if name != "patient" {
		return nil, fmt.Errorf("eligibility270: no schema %q; there is patient", name)
	}
	from := schema.Source{Text: schema.Texts(schemaText), Words: schemaWords, TextFor: map[string]string{"ProviderInfo": "ProviderInfo.Use"}}
	return from.Of(reflect.TypeFor[Request](), name)
}

// schemaWords are the words of a field; nil when it takes any text. Service types
// take codes, too.
func schemaWords(key string) []string {
	if key == "NumberInfo.Kind" {
		var all []string
		for _, l := range []plain.Words{askerNumberWords, memberNumberWords} {
			for _, w := range l {
				if !strings.Contains(" "+strings.Join(all, " ")+" ", " "+w[0]+" ") {
					all = append(all, w[0])
				}
			}
		}
		return all
	}
	return Words(map[string]string{
		"Request.Relationship": "relationship", "Request.DiagnosisCodes": "diagnosisCodes", "PayerInfo.Kind": "payer.kind", "PayerInfo.IDKind": "payer.idKind",
		"ProviderInfo.Kind": "provider.kind", "ProviderInfo.Role": "provider.role", "ProviderRole.Role": "treating.role", "PersonInfo.Sex": "subscriber.sex",
		"ProcedureInfo.CodeList": "procedures.codeList", "InterchangeInfo.Usage": "practice.interchange.usage",
	}[key])
}
