// SPDX-License-Identifier: Apache-2.0

package encounter

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
func (d *Diagnosis) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*d = Diagnosis{}
		return json.Unmarshal(b, &d.Code)
	}
	type plain Diagnosis
	return jsonx.Unmarshal(b, (*plain)(d))
}

// UnmarshalJSON reads a tooth, or a string: its number. Unknown keys are an
// error.
func (t *Tooth) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*t = Tooth{}
		return json.Unmarshal(b, &t.Number)
	}
	type plain Tooth
	return jsonx.Unmarshal(b, (*plain)(t))
}

// UnmarshalJSON reads a note, or a string: its text. Unknown keys are an error.
func (n *Note) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*n = Note{}
		return json.Unmarshal(b, &n.Text)
	}
	type plain Note
	return jsonx.Unmarshal(b, (*plain)(n))
}
