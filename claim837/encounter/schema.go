// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"

	"github.com/claimwire/claimwire/internal/schema"
)

// schemaText says in a line "Type.Field<TAB>what it is" what each field of an
// Encounter and a Practice is: the comments of the fields.
//
//go:embed schema.tsv
var schemaText string

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
	case "Interchange.Usage":
		return usageWords
	case "PartyNumber.Kind", "RoleNumber.Kind":
		return numberWords
	case "RoleNumber.Role":
		return roleWords
	case "Adjustment.Group":
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
	case "Admission.Priority":
		return priorityWords
	case "Admission.Origin":
		return slices.Concat(originWords, newbornOriginWords)
	case "Discharge.Status":
		return statusWords
	case "Diagnosis.PresentOnAdmission":
		return presentWords
	case "Service.OralCavity":
		return mouthWords
	case "Prosthesis.Kind":
		return prosthesisWords
	case "Service.CodeList":
		return codeListWords
	case "Drug.Unit":
		return drugUnitWords
	case "Drug.ProductList":
		return productWords
	case "Equipment.RentalPeriod":
		return rentalWords
	case "Equipment.Certificate":
		return certWords
	case "Equipment.SentBy":
		return certSentWords
	case "Test.Measure":
		return measureWords
	case "FilledForm.List":
		return formWords
	case "Note.About":
		return slices.Concat(noteWords, stayNoteWords[:1], stayNoteWords[3:]) // goals and diagnosis are in both
	case "Document.Kind":
		return documentWords
	case "Document.How":
		return sendWords
	case "Contract.Kind":
		return contractWords
	case "Chiropractic.Condition":
		return spinalWords
	case "Vision.For":
		return visionForWords
	case "Vision.Reasons":
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

// schemaNames are what the schema has called types since before this package had
// them: whoever makes code of it has those names.
var schemaNames = map[string]string{
	"Accident":     "AccidentInfo",
	"Adjustment":   "AdjustmentInfo",
	"Admission":    "AdmissionInfo",
	"Chiropractic": "SpinalInfo",
	"Contract":     "ContractInfo",
	"Dates":        "EncounterDates",
	"Diagnosis":    "DiagnosisInfo",
	"Discharge":    "DischargeInfo",
	"Drug":         "DrugInfo",
	"Equipment":    "EquipmentInfo",
	"Interchange":  "InterchangeInfo",
	"Note":         "NoteText",
	"Occurrence":   "OccurrenceInfo",
	"Orthodontics": "OrthodonticInfo",
	"Payer":        "PayerInfo",
	"Procedure":    "ProcedureInfo",
	"Prosthesis":   "ProsthesisInfo",
	"Receiver":     "ReceiverInfo",
	"Span":         "SpanInfo",
	"Submitter":    "SubmitterInfo",
	"Test":         "TestInfo",
	"Tooth":        "ToothInfo",
	"Value":        "ValueInfo",
	"Vision":       "VisionInfo",
}

// Schema returns the JSON Schema (draft 2020-12) of "encounter" or "practice",
// indented.
func Schema(name string) ([]byte, error) {
	from := schema.Source{Text: schema.Texts(schemaText), Words: schemaWords, Names: schemaNames,
		TextFor: map[string]string{"Party": "Party.Use", "Diagnosis": "Diagnosis.Code", "Tooth": "Tooth.Number", "Note": "Note.Text"}}
	switch name {
	case "encounter":
		return from.Of(reflect.TypeFor[Encounter](), name)
	case "practice":
		return from.Of(reflect.TypeFor[Practice](), name)
	}
	return nil, fmt.Errorf("encounter: no schema %q; there are encounter and practice", name)
}

// schemaWords are the words of a field; nil when it takes any text.
func schemaWords(key string) (list []string) {
	l := fieldWords(key)
	for _, w := range l {
		list = append(list, w[0])
	}
	if key == "Document.Kind" || key == "Adjustment.Group" { // what payers print is the code
		for _, w := range l {
			list = append(list, string(w[1]))
		}
	}
	return list
}
