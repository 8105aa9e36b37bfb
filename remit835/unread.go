package remit835

import "github.com/claimwire/claimwire/x12"

// UnreadAdjustment reports whether the amount of p.Adjustments[i] is zero only
// because CAS has none there, or none that can be read.
func (p *ClaimPayment) UnreadAdjustment(i int) bool {
	return x12.UnreadItem(p.Rest, "CAS", i, adjustments.First, adjustments.Width, 1)
}

// UnreadAdjustment reports whether the amount of s.Adjustments[i] is zero only
// because CAS has none there, or none that can be read.
func (s *ServicePayment) UnreadAdjustment(i int) bool {
	return x12.UnreadItem(s.Rest, "CAS", i, adjustments.First, adjustments.Width, 1)
}

// UnreadAdjustment reports whether the amount of s.Adjustments[i] is zero only
// because PLB has none there, or none that can be read.
func (s *Summary) UnreadAdjustment(i int) bool {
	return x12.UnreadItem(s.Rest, "PLB", i, providerAdjustments.First, providerAdjustments.Width, 1)
}
