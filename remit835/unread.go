// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12"

// UnreadAdjustments returns the entries of p.Adjustments, counted from 0, whose amount
// is zero only because CAS has none there, or none that can be read.
func (p *ClaimPayment) UnreadAdjustments() []int {
	return x12.UnreadItems(p.Rest, "CAS", adjustments.First, adjustments.Width, 1)
}

// UnreadAdjustments returns the entries of s.Adjustments, counted from 0, whose amount
// is zero only because CAS has none there, or none that can be read.
func (s *ServicePayment) UnreadAdjustments() []int {
	return x12.UnreadItems(s.Rest, "CAS", adjustments.First, adjustments.Width, 1)
}

// UnreadAdjustments returns the entries of s.Adjustments, counted from 0, whose amount
// is zero only because PLB has none there, or none that can be read.
func (s *Summary) UnreadAdjustments() []int {
	return x12.UnreadItems(s.Rest, "PLB", providerAdjustments.First, providerAdjustments.Width, 1)
}

// unreadAdjustments returns those of a line, or of the claim when the line is -1.
func (p *ClaimPayment) unreadAdjustments(line int) []int {
	if line >= 0 {
		return p.Lines[line].UnreadAdjustments()
	}
	return p.UnreadAdjustments()
}

// figures is which figures of a claim payment, a line or a remittance cannot be
// known, because an amount that belongs to them could not be read. What they
// would be compared with is not checked then: the amount has an issue of its own.
type figures uint8

const (
	unreadCharge   figures = 1 << iota // CLP03, SVC02
	unreadPaid                         // CLP04, SVC03, BPR02
	unreadOwed                         // CLP05
	unreadAdjusted                     // an amount of CAS or PLB
	unreadUnits                        // SVC05, SVC07, a quantity of CAS
	unreadAmount                       // AMT02
)

// unreadIn returns the figures that rest says cannot be known, and how many
// amounts of money could not be read.
func unreadIn(rest []x12.Raw) (u figures, amounts int) {
	for i := range rest {
		r := &rest[i]
		for _, e := range r.Unread {
			f := unreadElement(r.Tag, e)
			if u |= f; f != 0 && f != unreadUnits {
				amounts++
			}
		}
	}
	return u, amounts
}

// unreadElement returns the figure that an element belongs to.
func unreadElement(tag string, e int) figures {
	switch {
	case tag == "CLP" && e == 3, tag == "SVC" && e == 2, tag == "TS3" && e == 5:
		return unreadCharge
	case tag == "CLP" && e == 4, tag == "SVC" && e == 3, tag == "BPR" && e == 2:
		return unreadPaid
	case tag == "CLP" && e == 5:
		return unreadOwed
	case tag == "SVC" && (e == 5 || e == 7), tag == "CAS" && e > 3 && e <= 19 && e%3 == 1:
		return unreadUnits
	case tag == "CAS" && e > 1 && (e%3 == 0 || e == 2 || e > 19), tag == "PLB" && e > 2 && (e%2 == 0 || e == 3 || e > 14):
		return unreadAdjusted
	case tag == "AMT" && e == 2:
		return unreadAmount
	}
	return 0
}
