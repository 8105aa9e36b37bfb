// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// unreadSet is which figures of a claim, a line or another payer's decision cannot be
// known, because an amount or a count that belongs to them could not be read. It has
// an issue of its own; no sum that it takes part in is compared, and its zero is not
// taken for one.
type unreadSet uint8

const (
	unreadCharge     unreadSet = 1 << iota // CLM02, SV102, SV203, SV302
	unreadUnits                            // SV104, SV205, SV306
	unreadPaid                             // AMT*D, SVD02
	unreadAdjusted                         // an amount of CAS
	unreadNonCovered                       // AMT*A8
	unreadTax                              // AMT*T, F4, GT, N8
)

// unreadIn returns the figures that rest, the Rest of their loop, says cannot be known.
func unreadIn(rest []x12.Raw) (f unreadSet) {
	for i := range rest {
		r := &rest[i]
		for _, e := range r.Unread {
			f |= unreadElement(r, e)
		}
	}
	return f
}

// unreadElement returns the figure that an element belongs to.
func unreadElement(r *x12.Raw, e int) unreadSet {
	switch {
	case r.Tag == "CLM" && e == 2, r.Tag == "SV1" && e == 2, r.Tag == "SV2" && e == 3, r.Tag == "SV3" && e == 2:
		return unreadCharge
	case r.Tag == "SV1" && e == 4, r.Tag == "SV2" && e == 5, r.Tag == "SV3" && e == 6:
		return unreadUnits
	case r.Tag == "SVD" && e == 2:
		return unreadPaid
	case r.Tag == "CAS" && (e%3 == 0 || e == 2 || e > 19): // without CAS02 none of it is read
		return unreadAdjusted
	case r.Tag == "AMT" && e == 2:
		switch r.Element(1) {
		case "D":
			return unreadPaid
		case "A8":
			return unreadNonCovered
		case "T", "F4", "GT", "N8":
			return unreadTax
		}
	}
	return 0
}

// unreadLines returns the figures of any line that cannot be known.
func unreadLines(lines []ServiceLine) (f unreadSet) {
	for i := range lines {
		f |= unreadIn(lines[i].Rest)
	}
	return f
}

// UnreadValueCodes returns the entries of c.Institutional.ValueCodes, counted from 0,
// whose amount is zero only because HI has none there, or none that can be read.
func (c *Claim) UnreadValueCodes() (list []int) {
	for i := range c.Rest {
		r := &c.Rest[i]
		if r.Tag != "HI" || r.Entry == 0 || r.Element(1) != "BE" {
			continue
		}
		for k, e := 0, 1; e <= len(r.Elements) && k < r.Entries; e++ {
			if r.Element(e) != "BE" { // no entry
				continue
			}
			if r.IsUnread(e) && !isAmount(r.Elements[e-1][0], 5) {
				list = append(list, r.Entry-1+k)
			}
			k++
		}
	}
	return list
}

// isAmount reports whether a component, counted from 1, is there and a number.
func isAmount(composite []string, component int) bool {
	if len(composite) < component {
		return false
	}
	_, _, ok := x12.ParseDecimal(composite[component-1])
	return ok
}
