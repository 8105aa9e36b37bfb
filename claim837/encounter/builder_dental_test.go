// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
)

func TestDentalFindings(t *testing.T) {
	service := func(keys string) string { return `{"services": [{"code": "D2740", "charge": 1, ` + keys + `}]}` }
	findMistakes(t, dentalJSON, []mistake{
		{"no place of service", `{"placeOfService": ""}`, CodeMissing, "placeOfService"},
		{"no code", `{"services": [{"charge": 1}]}`, CodeMissing, "services[0].code"},
		{"no date", `{"date": ""}`, CodeMissing, "date"},
		{"period of a service", service(`"date": "2026-01-04", "endDate": "2026-01-05"`), claim837.CodeNoPlace, "services[0].endDate"},
		{"date of a plan", `{"dental": {"predetermination": true}}`, claim837.CodeNoPlace, "date"},
		{"date of a planned service", `{"date": "", "dental": {"predetermination": true}, "services": [{"code": "D2740", "charge": 1, "date": "2026-01-05"}]}`, claim837.CodeNoPlace, "services[0].date"},
		{"unknown surface", service(`"teeth": ["1", {"number": "2", "surfaces": "MX"}]`), CodeUnknownWord, "services[0].teeth[1].surfaces"},
		{"tooth without number", service(`"teeth": [{"number": "", "surfaces": "M"}]`), CodeMissing, "services[0].teeth[0].number"},
		{"unknown part of the mouth", service(`"oralCavity": ["nose"]`), CodeUnknownWord, "services[0].oralCavity[0]"},
		{"unknown prosthesis", service(`"prosthesis": {"kind": "third"}`), CodeUnknownWord, "services[0].prosthesis.kind"},
		{"minutes", service(`"minutes": 3`), claim837.CodeNoPlace, "services[0].minutes"},
		{"revenue code", service(`"revenueCode": "0512"`), claim837.CodeNoPlace, "services[0].revenueCode"},
		{"five diagnoses", `{"diagnoses": ["K01.1", "K02.9", "K03.0", "K04.0", "K05.0"]}`, CodeTooManyDiagnoses, "diagnoses"},
		{"diagnosis that the visit does not have", `{"diagnoses": ["K01.2"], "services": [{"code": "D1110", "charge": 1, "diagnoses": ["K01.1"]}]}`, CodeDiagnosisUnlisted, "services[0].diagnoses[0]"},
		{"diagnoses of services alone", service(`"diagnoses": ["K01.1"]`), CodeMissing, "diagnoses"},
		{"51 services", `{"services": [{"code": "D1110", "charge": 1}` + strings.Repeat(`, {"code": "D1110", "charge": 1}`, 50) + `]}`, CodeTooManyServices, "services"},
		{"present on admission", `{"diagnoses": [{"code": "K01.1", "presentOnAdmission": "yes"}]}`, claim837.CodeNoPlace, "diagnoses[0].presentOnAdmission"},
		{"attending", `{"providers": {"attending": "roe"}}`, claim837.CodeNoPlace, "providers.attending"},
		{"assistant surgeon without specialty", `{"providers": {"assistantSurgeon": "roe"}}`, CodeMissing, "providers.assistantSurgeon.taxonomy"},
		{"service's provider without specialty", service(`"providers": {"rendering": "roe"}`) + "", CodeMissing, "services[0].providers.rendering.taxonomy"},
		{"empty tooth", `{"dental": {"missingTeeth": ["1", ""]}}`, CodeMissing, "dental.missingTeeth[1]"},
		{"empty note", `{"dental": {"notes": [""]}}`, CodeMissing, "dental.notes[0]"},
		{"medical record", `{"medicalRecord": "M1"}`, claim837.CodeNoPlace, "medicalRecord"},
		{"condition code", `{"conditionCodes": ["02"]}`, claim837.CodeNoPlace, "conditionCodes"},
		{"attachment of a service", service(`"attachments": [{"kind": "consent", "how": "on-request"}]`), claim837.CodeNoPlace, "services[0].attachments"},
		{"drug", service(`"drug": {"ndc": "00003029305", "quantity": 1, "unit": "unit"}`), claim837.CodeNoPlace, "services[0].drug"},
		{"ordering", `{"providers": {"ordering": "roe"}}`, claim837.CodeNoPlace, "providers.ordering"},
	})
}
