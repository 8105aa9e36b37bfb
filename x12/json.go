// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"

	"github.com/claimwire/claimwire/internal/jsonx"
)

// The JSON of the values of this package: keys are the field names in camelCase,
// what is empty is left out, amounts are strings with their scale. Reading
// refuses unknown keys.

// MarshalJSON writes the fields that are set.
func (v Interchange) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Interchange) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Group) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Group) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set.
func (v Set) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Set) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

var errDelimiters = errors.New("x12: delimiters are four characters: element, component, repetition, segment")

// MarshalText returns the four characters of String.
func (d Delimiters) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads four characters, whether they are valid delimiters or not:
// a file that was read with them is written with them.
func (d *Delimiters) UnmarshalText(b []byte) error {
	if len(b) != 4 {
		return errDelimiters
	}
	*d = Delimiters{b[0], b[1], b[2], b[3]}
	if d.Repetition == ' ' {
		d.Repetition = 0
	}
	return nil
}
