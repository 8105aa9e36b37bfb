// SPDX-License-Identifier: Apache-2.0

package claim837

import "errors"

// Kind says which of the three 837 guides a claim follows.
type Kind uint8

const (
	Professional  Kind = 1 + iota // 837P, 005010X222A1
	Institutional                 // 837I, 005010X223A2
	Dental                        // 837D, 005010X224A2
)

var kindNames = [...]string{Professional: "837P", Institutional: "837I", Dental: "837D"}

// String returns "837P", "837I" or "837D", and "" for the zero value.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

var errKind = errors.New("claim837: kind is none of 837P, 837I, 837D")

// MarshalText gives what String gives; a Kind outside the list is an error.
func (k Kind) MarshalText() ([]byte, error) {
	if int(k) >= len(kindNames) {
		return nil, errKind
	}
	return []byte(kindNames[k]), nil
}

// UnmarshalText reads "837P", "837I", "837D" or nothing.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kindNames {
		if string(text) == name {
			*k = Kind(i)
			return nil
		}
	}
	return errKind
}

// The implementation guides of the three kinds: GS08 and ST03.
const (
	GuideProfessional  = "005010X222A1"
	GuideInstitutional = "005010X223A2"
	GuideDental        = "005010X224A2"
)

var kindGuides = [...]string{Professional: GuideProfessional, Institutional: GuideInstitutional, Dental: GuideDental}

// Guide returns the implementation guide that claims of the kind are written
// by, and "" for the zero value.
func (k Kind) Guide() string {
	if int(k) < len(kindGuides) {
		return kindGuides[k]
	}
	return ""
}
