// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/jsonx"

// The JSON of claims and their parts loses nothing: keys are the field names in
// camelCase, what is empty is left out, required amounts are always there, and
// amounts are strings that keep their scale. Bytes that are no UTF-8 are kept as
// characters of the private range U+F780 to U+F7FF. Reading refuses unknown keys.

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Claim) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Claim) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Submission) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Submission) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v BillingProvider) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *BillingProvider) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Subscriber) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Subscriber) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Patient) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Patient) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ServiceLine) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ServiceLine) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v OtherCoverage) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *OtherCoverage) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }
