package claim837

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// schemaText says in a line "Type.Field<TAB>what it is" what each field of an
// Encounter and a Practice is: the comments of the fields.
//
//go:embed schema.tsv
var schemaText string

// fieldTexts is schemaText by "Type.Field".
var fieldTexts = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for sc := bufio.NewScanner(strings.NewReader(schemaText)); sc.Scan(); {
		key, text, _ := strings.Cut(sc.Text(), "\t")
		out[key] = text
	}
	return out
})

// fieldWords are the lists of the fields that hold a word.
func fieldWords(key string) words {
	switch key {
	case "Person.Sex":
		return sexWords
	case "Coverage.Plan":
		return planWords
	case "Coverage.Relationship":
		return relationshipWords
	case "Coverage.SecondReason":
		return secondReasonWords
	case "Consents.AcceptAssignment":
		return assignmentWords
	case "Consents.AssignBenefits", "FilledAnswer.Answer":
		return yesNoWords
	case "Consents.Release":
		return releaseWords
	case "Correction.Action":
		return actionWords
	case "Practice.Purpose":
		return purposeWords
	case "InterchangeInfo.Usage":
		return usageWords
	case "PartyNumber.Kind", "RoleNumber.Kind":
		return numberWords
	case "RoleNumber.Role":
		return roleWords
	case "AdjustmentInfo.Group":
		return groupWords
	case "Encounter.DiagnosisCodes":
		return diagnosisWords
	case "Encounter.SpecialProgram":
		return programWords
	case "Encounter.DelayReason":
		return delayWords
	case "Encounter.AuthorizationException":
		return exceptionWords
	case "Correction.Reason":
		return changeWords
	case "Stay.Facility":
		return facilityWords
	case "Stay.Frequency":
		return partWords
	case "AdmissionInfo.Priority":
		return priorityWords
	case "AdmissionInfo.Origin":
		return slices.Concat(originWords, newbornOriginWords)
	case "DischargeInfo.Status":
		return statusWords
	case "DiagnosisInfo.PresentOnAdmission":
		return presentWords
	case "Service.OralCavity":
		return mouthWords
	case "ProsthesisInfo.Kind":
		return prosthesisWords
	case "Service.CodeList":
		return codeListWords
	case "DrugInfo.Unit":
		return drugUnitWords
	case "DrugInfo.ProductList":
		return productWords
	case "EquipmentInfo.RentalPeriod":
		return rentalWords
	case "EquipmentInfo.Certificate":
		return certWords
	case "EquipmentInfo.SentBy":
		return certSentWords
	case "TestInfo.Measure":
		return measureWords
	case "FilledForm.List":
		return formWords
	case "NoteText.About":
		return slices.Concat(noteWords, stayNoteWords[:1], stayNoteWords[3:]) // goals and diagnosis are in both
	case "Document.Kind":
		return documentWords
	case "Document.How":
		return sendWords
	case "ContractInfo.Kind":
		return contractWords
	case "SpinalInfo.Condition":
		return spinalWords
	case "VisionInfo.For":
		return visionForWords
	case "VisionInfo.Reasons":
		return visionWords
	case "ScreenReferral.Outcomes":
		return screenWords
	case "Transport.Reason":
		return transportWords
	case "Transport.Conditions", "Transport.NotConditions":
		return conditionWords
	}
	return nil
}

// Schema returns the JSON Schema (draft 2020-12) of "encounter" or "practice",
// indented.
func Schema(name string) ([]byte, error) {
	var root reflect.Type
	switch name {
	case "encounter":
		root = reflect.TypeFor[Encounter]()
	case "practice":
		root = reflect.TypeFor[Practice]()
	default:
		return nil, fmt.Errorf("claim837: no schema %q; there are encounter and practice", name)
	}
	g := schemas{defs: map[string]any{}}
	g.object(root)
	out := map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     "https://github.com/claimwire/claimwire/schema/" + name,
		"title":   "claimwire " + name,
		"$ref":    "#/$defs/" + root.Name(),
		"$defs":   g.defs,
	}
	return json.MarshalIndent(out, "", "  ")
}

// textFor says for which field a string may stand in place of the object.
var textFor = map[string]string{"Party": "Party.Use", "DiagnosisInfo": "DiagnosisInfo.Code", "ToothInfo": "ToothInfo.Number"}

// schemas gathers the types that a schema needs.
type schemas struct{ defs map[string]any }

// object defines a struct type.
func (g *schemas) object(t reflect.Type) {
	if _, done := g.defs[t.Name()]; done {
		return
	}
	props, required := map[string]any{}, []string{}
	def := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	g.defs[t.Name()] = def
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		key := t.Name() + "." + f.Name
		p := g.value(f.Type, key)
		p["description"] = fieldTexts()[key]
		props[name] = p
		if options == "" {
			required = append(required, name)
		}
	}
	if len(required) > 0 {
		def["required"] = required
	}
	if key := textFor[t.Name()]; key != "" {
		g.defs[t.Name()] = map[string]any{"oneOf": []any{map[string]any{"type": "string", "description": fieldTexts()[key]}, def}}
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
		return map[string]any{"type": []string{"string", "number"}, "pattern": `^-?\d*\.?\d*$`}
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
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	}
	p := map[string]any{"type": "string"}
	if l := fieldWords(key); l != nil {
		list := []string{}
		for _, w := range l {
			list = append(list, w[0])
		}
		if key == "Document.Kind" || key == "AdjustmentInfo.Group" { // what payers print is the code
			for _, w := range l {
				list = append(list, string(w[1]))
			}
		}
		p["enum"] = list
	}
	return p
}
