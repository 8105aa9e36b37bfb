// SPDX-License-Identifier: Apache-2.0

package claim837

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
	from := schema.Source{Text: schema.Texts(schemaText), Words: schemaWords,
		TextFor: map[string]string{"Party": "Party.Use", "DiagnosisInfo": "DiagnosisInfo.Code", "ToothInfo": "ToothInfo.Number", "NoteText": "NoteText.Text"}}
	switch name {
	case "encounter":
		return from.Of(reflect.TypeFor[Encounter](), name)
	case "practice":
		return from.Of(reflect.TypeFor[Practice](), name)
	}
	return nil, fmt.Errorf("claim837: no schema %q; there are encounter and practice", name)
}

// schemaWords are the words of a field; nil when it takes any text.
func schemaWords(key string) (list []string) {
	l := fieldWords(key)
	for _, w := range l {
		list = append(list, w[0])
	}
	if key == "Document.Kind" || key == "AdjustmentInfo.Group" { // what payers print is the code
		for _, w := range l {
			list = append(list, string(w[1]))
		}
	}
	return list
}
