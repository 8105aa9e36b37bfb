// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/internal/jsonx"

// UnmarshalJSON reads a provider, or a string: the key of one of the practice's.
// Unknown keys are an error.
func (p *Party) UnmarshalJSON(b []byte) error {
	type plain Party
	return jsonx.UnmarshalOr(b, (*plain)(p), &p.Use)
}

// UnmarshalJSON reads a diagnosis, or a string: its code. Unknown keys are an
// error.
func (d *Diagnosis) UnmarshalJSON(b []byte) error {
	type plain Diagnosis
	return jsonx.UnmarshalOr(b, (*plain)(d), &d.Code)
}

// UnmarshalJSON reads a tooth, or a string: its number. Unknown keys are an
// error.
func (t *Tooth) UnmarshalJSON(b []byte) error {
	type plain Tooth
	return jsonx.UnmarshalOr(b, (*plain)(t), &t.Number)
}

// UnmarshalJSON reads a note, or a string: its text. Unknown keys are an error.
func (n *Note) UnmarshalJSON(b []byte) error {
	type plain Note
	return jsonx.UnmarshalOr(b, (*plain)(n), &n.Text)
}
