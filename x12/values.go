// SPDX-License-Identifier: Apache-2.0

package x12

import "github.com/shopspring/decimal"

// Bytes is what a value is parsed from.
type Bytes interface{ ~string | ~[]byte }

// Code is a value of a coded element (type ID). A value outside its list is
// kept as it is; validating finds it.
type Code string

// Name is an NM1 segment without its role (NM101).
type Name struct {
	EntityType Code   // NM102: 1 person, 2 organization
	Last       string // NM103: last name, or the organization's name
	First      string // NM104
	Middle     string // NM105
	Prefix     string // NM106
	Suffix     string // NM107
	IDType     Code   // NM108: what ID is; XX for an NPI
	ID         string // NM109
}

// IsZero reports whether nothing is set.
func (n Name) IsZero() bool { return n == Name{} }

// Entity types of Name.EntityType.
const (
	Person       Code = "1"
	Organization Code = "2"
)

// Address is N3 and N4.
type Address struct {
	Line1       string // N301
	Line2       string // N302
	City        string // N401
	State       string // N402: two letters, US and Canada
	Zip         string // N403: 5 or 9 digits, no hyphen, or a foreign postal code
	Country     string // N404: two letters, empty for the US
	Subdivision string // N407: country subdivision outside the US and Canada
}

// IsZero reports whether nothing is set.
func (a Address) IsZero() bool { return a == Address{} }

// Contact is a PER segment without its function (PER01): a name and up to three
// numbers.
type Contact struct {
	Name    string // PER02
	Numbers []ContactNumber
}

// ContactNumber is one pair of a PER segment (PER03/04, 05/06, 07/08).
type ContactNumber struct {
	Type   Code   // TE telephone, EX extension, FX fax, EM e-mail, UR web page
	Number string // digits only for telephones
}

// AdjustmentGroup is one CAS segment: a group code and up to six adjustments.
type AdjustmentGroup struct {
	Group       Code // CAS01: CO, CR, OA, PI or PR
	Adjustments []Adjustment
}

// Adjustment is one trio of a CAS segment.
type Adjustment struct {
	Reason   Code                // claim adjustment reason code
	Amount   decimal.Decimal     // positive lowers the payment
	Quantity decimal.NullDecimal // units adjusted
}

// Reference is a REF segment whose qualifier varies.
type Reference struct {
	Qualifier Code   // REF01
	ID        string // REF02
}

// CodedValue is a code with the qualifier of its list, as a composite HI gives it.
type CodedValue struct {
	Qualifier Code
	Value     string
}

// Level is an HL segment without its level code (HL03): its place in the
// hierarchy as it was read. A canonical writer numbers anew.
type Level struct {
	ID     string // HL01
	Parent string // HL02
	Child  string // HL04: 1 when levels follow below it
}
