// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"encoding/json"

	"github.com/claimwire/claimwire/internal/jsonx"
)

// UnmarshalJSON reads a provider, or a string: the key of one of the practice's.
// Unknown keys are an error.
func (p *Party) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*p = Party{}
		return json.Unmarshal(b, &p.Use)
	}
	type plain Party
	return jsonx.Unmarshal(b, (*plain)(p))
}

// UnmarshalJSON reads a diagnosis, or a string: its code. Unknown keys are an
// error.
func (d *DiagnosisInfo) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*d = DiagnosisInfo{}
		return json.Unmarshal(b, &d.Code)
	}
	type plain DiagnosisInfo
	return jsonx.Unmarshal(b, (*plain)(d))
}

// UnmarshalJSON reads a tooth, or a string: its number. Unknown keys are an
// error.
func (t *ToothInfo) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*t = ToothInfo{}
		return json.Unmarshal(b, &t.Number)
	}
	type plain ToothInfo
	return jsonx.Unmarshal(b, (*plain)(t))
}

// UnmarshalJSON reads a note, or a string: its text. Unknown keys are an error.
func (n *NoteText) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*n = NoteText{}
		return json.Unmarshal(b, &n.Text)
	}
	type plain NoteText
	return jsonx.Unmarshal(b, (*plain)(n))
}
