// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/internal/jsonx"

// The JSON of remittances and their parts loses nothing: keys are the field
// names in camelCase, what is empty is left out, required amounts are always
// there, and amounts are strings that keep their scale. Bytes that are no UTF-8
// are kept as characters of the private range U+F780 to U+F7FF. Reading refuses
// unknown keys.

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Remittance) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Remittance) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v HeaderNumber) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *HeaderNumber) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ClaimPayment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ClaimPayment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ServicePayment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ServicePayment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Summary) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Summary) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// What is derived has the same form.

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Outcome) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Outcome) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Balance) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Balance) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Link) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Link) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }
