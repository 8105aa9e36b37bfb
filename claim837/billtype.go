// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"errors"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// BillType is the type of bill of an institutional claim: what form locator 4 of
// the UB-04 shows as four digits, 0131, and what stands in CLM05-1 and CLM05-3.
type BillType struct {
	Facility       x12.Code // what kind of place: FacilityHospital …
	Classification x12.Code // what kind of care there: ClassInpatient …
	Frequency      x12.Code // what the bill is in its series: FrequencyOriginal …
}

var errBillType = errors.New("claim837: a bill type has three characters, after a 0 that may be left out")

// ParseBillType reads "0131" or "131".
func ParseBillType(s string) (BillType, error) {
	if len(s) == 4 && s[0] == '0' {
		s = s[1:]
	}
	if len(s) != 3 || s[0] == '0' || strings.Trim(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return BillType{}, errBillType
	}
	return BillType{x12.Code(s[:1]), x12.Code(s[1:2]), x12.Code(s[2:])}, nil
}

// IsZero reports whether nothing is set.
func (b BillType) IsZero() bool { return b == BillType{} }

// String returns "0131", and "" for the zero value.
func (b BillType) String() string {
	if b.IsZero() {
		return ""
	}
	return "0" + string(b.Facility+b.Classification+b.Frequency)
}

// MarshalText gives what String gives.
func (b BillType) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what ParseBillType reads, or nothing.
func (b *BillType) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*b = BillType{}
		return nil
	}
	*b, err = ParseBillType(string(text))
	return err
}

// BillType returns the type of bill of an institutional claim, which its
// facility type and its frequency make; for other claims it is zero. A facility
// type that is longer than the standard allows is in Classification but for its
// first character.
func (c *Claim) BillType() BillType {
	if c.Institutional == nil {
		return BillType{}
	}
	f := c.Institutional.FacilityType
	n := min(1, len(f))
	return BillType{Facility: f[:n], Classification: f[n:], Frequency: c.Frequency}
}

// SetBillType sets the facility type and the frequency of an institutional claim.
func (c *Claim) SetBillType(b BillType) {
	if c.Institutional == nil {
		c.Institutional = new(InstitutionalClaim)
	}
	c.Institutional.FacilityType = b.Facility + b.Classification
	c.Frequency = b.Frequency
}
