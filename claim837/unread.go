// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// hasUnread reports whether an amount or a count of the claim at hand could not be
// read, so that sums over it say nothing.
func (r *Report) hasUnread() bool {
	if !r.asked && r.claim != nil {
		r.asked, r.unread = true, hasUnreadAmount(r.claim)
	}
	return r.unread
}

func hasUnreadAmount(c *Claim) bool {
	if unreadAmount(c.Rest) {
		return true
	}
	for i := range c.OtherCoverage {
		if unreadAmount(c.OtherCoverage[i].Rest) {
			return true
		}
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		if unreadAmount(l.Rest) {
			return true
		}
		for k := range l.Adjudications {
			if unreadAmount(l.Adjudications[k].Rest) {
				return true
			}
		}
	}
	return false
}

// unreadAmount reports whether one of the segments kept raw has an amount or a
// count that could not be read.
func unreadAmount(rest []x12.Raw) bool {
	for i := range rest {
		for _, e := range rest[i].Unread {
			switch rest[i].Tag {
			case "CLM", "AMT", "QTY":
				if e == 2 {
					return true
				}
			case "SV1":
				if e == 2 || e == 4 {
					return true
				}
			case "SV2":
				if e == 3 || e == 5 || e == 7 {
					return true
				}
			case "SV3":
				if e == 2 || e == 6 {
					return true
				}
			case "SVD":
				if e == 2 || e == 5 {
					return true
				}
			case "CAS", "HI":
				return true
			}
		}
	}
	return false
}
