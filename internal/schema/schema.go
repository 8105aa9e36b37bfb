// SPDX-License-Identifier: Apache-2.0

// Package schema makes the JSON Schema of the plain types that files are built of.
package schema

import (
	"cmp"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Source says what the types cannot.
type Source struct {
	Text    map[string]string           // what each field is, by "Type.Field"
	Words   func(field string) []string // the words that a field takes, nil for any text
	TextFor map[string]string           // types that a string may stand for, and which field it is then
	Names   map[string]string           // what the schema calls types that have another name in Go
}

// Of returns the JSON Schema (draft 2020-12) of the type, indented. Fields are named
// by their json tags, else as jsonx names them; those with a tag without options are
// required.
func (s *Source) Of(root reflect.Type, name string) ([]byte, error) {
	g := schemas{s, map[string]any{}}
	g.object(root)
	return json.MarshalIndent(map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     "https://github.com/claimwire/claimwire/schema/" + name,
		"title":   "claimwire " + name,
		"$ref":    "#/$defs/" + s.name(root),
		"$defs":   g.defs,
	}, "", "  ")
}

// name returns what the schema calls a type.
func (s *Source) name(t reflect.Type) string { return cmp.Or(s.Names[t.Name()], t.Name()) }

// Texts reads lines "Type.Field<TAB>what it is".
func Texts(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		key, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		out[key] = text
	}
	return out
}

// schemas gathers the types that a schema needs.
type schemas struct {
	*Source
	defs map[string]any
}

// object defines a struct type.
func (g *schemas) object(t reflect.Type) {
	if _, done := g.defs[g.name(t)]; done {
		return
	}
	props, required := map[string]any{}, []string{}
	def := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	g.defs[g.name(t)] = def
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		tagged = tagged || name != ""
		if name == "" {
			name = jsonx.Key(f.Name)
		}
		key := t.Name() + "." + f.Name
		p := g.value(f.Type, key)
		p["description"] = g.Text[key]
		props[name] = p
		if tagged && options == "" {
			required = append(required, name)
		}
	}
	if len(required) > 0 {
		def["required"] = required
	}
	if key := g.TextFor[t.Name()]; key != "" {
		g.defs[g.name(t)] = map[string]any{"oneOf": []any{map[string]any{"type": "string", "description": g.Text[key]}, def}}
	}
}

// value describes a value of type t, the field key.
func (g *schemas) value(t reflect.Type, key string) map[string]any {
	switch t {
	case reflect.TypeFor[x12.Date]():
		return map[string]any{"type": "string", "pattern": `^\d{4}-?\d{2}-?\d{2}$`}
	case reflect.TypeFor[x12.Time]():
		return map[string]any{"type": "string", "pattern": `^\d{2}:?\d{2}$`}
	case reflect.TypeFor[decimal.NullDecimal]():
		return map[string]any{"type": []string{"string", "number"}, "pattern": `^-?(\d+\.?\d*|\.\d+)$`}
	}
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Pointer:
		return g.value(t.Elem(), key)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": g.value(t.Elem(), key)}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": g.value(t.Elem(), key)}
	case reflect.Struct:
		g.object(t)
		return map[string]any{"$ref": "#/$defs/" + g.name(t)}
	}
	p := map[string]any{"type": "string"}
	if words := g.Words(key); words != nil {
		p["enum"] = words
	}
	return p
}
