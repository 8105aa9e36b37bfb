// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/jsonx"

// The JSON of inquiries, responses and their parts loses nothing: keys are the
// field names in camelCase, what is empty is left out, and amounts are strings
// that keep their scale. Bytes that are no UTF-8 are kept as characters of the
// private range U+F780 to U+F7FF. Reading refuses unknown keys.

// MarshalJSON writes the fields that are set.
func (v Transaction) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Transaction) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Source) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Source) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Receiver) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Receiver) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Member) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Member) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Inquiry) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Inquiry) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Response) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Response) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Benefit) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Benefit) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }
