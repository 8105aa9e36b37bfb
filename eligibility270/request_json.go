// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/jsonx"

// The JSON of requests and practices has the field names in camelCase; what is
// empty is left out. Reading refuses unknown keys.

// MarshalJSON writes the fields that are set.
func (v Request) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Request) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Practice) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Practice) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// UnmarshalJSON reads a provider, or a string: the key of one of the practice's.
func (v *ProviderInfo) UnmarshalJSON(b []byte) error {
	type fields ProviderInfo
	return jsonx.UnmarshalOr(b, (*fields)(v), &v.Use)
}
