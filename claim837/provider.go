// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// SecondaryID is a further identifier of a provider (REF).
type SecondaryID struct {
	Qualifier x12.Code // REF01: 0B state license, 1G UPIN, G2 payer's own, LU location
	ID        string   // REF02
	PayerID   string   // REF04-2, loops 2420 only: the other payer whose number it is (REF04-1 = 2U)
}

// Provider is a person or organization with a role in the claim or in a line:
// loops 2310, 2330 and 2420.
type Provider struct {
	Name x12.Name // NM1; ID is the NPI (NM108 = XX); loops 2330 and, in 837P, 2420B have no names
	// PRV: NUCC taxonomy code. It is for the rendering provider of 837P and 837D
	// (PE), the attending provider (AT), and in 837D for the referring provider
	// (RF) and the assistant surgeon (AS).
	Taxonomy     string
	SecondaryIDs []SecondaryID // REF
	Rest         []x12.Raw
}

// Facility is where the service was given, loops 2310C and 2420C, in 837I 2310E,
// in 837D 2310C and 2420D.
type Facility struct {
	Name         x12.Name      // NM1*77, an organization; ID is the NPI (NM108 = XX)
	Address      x12.Address   // N3, N4
	SecondaryIDs []SecondaryID // REF*0B (of the claim only), G2 or LU, up to three
	Contact      *x12.Contact  // PER*IC, 2310C of 837P only: property and casualty; TE, then EX
	Rest         []x12.Raw
}

// OrderingProvider is who ordered a service, loop 2420E.
type OrderingProvider struct {
	Name         x12.Name      // NM1*DK, a person; ID is the NPI (NM108 = XX)
	Address      x12.Address   // N3, N4
	SecondaryIDs []SecondaryID // REF*0B, 1G or G2
	Contact      *x12.Contact  // PER*IC
	Rest         []x12.Raw
}
