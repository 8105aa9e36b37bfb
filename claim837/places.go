// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Where the fields of a claim stand in each kind of set.
var (
	professionalPlaces  = codec.Places[Claim]{Do: describing(&professionalClaimLoop)}
	institutionalPlaces = codec.Places[Claim]{Do: describing(&institutionalClaimLoop)}
	dentalPlaces        = codec.Places[Claim]{Do: describing(&dentalClaimLoop)}
)

// describing describes a claim and what it stands in.
func describing(claim *codec.Loop[Claim]) func(*codec.Codec, *Claim) {
	return func(c *codec.Codec, v *Claim) {
		codec.Apart[Kind](c)
		codec.Apart[At](c)
		codec.Opt(c, &v.Submission, &submissionLoop)
		codec.Opt(c, &v.BillingProvider, &billingLevelLoop)
		codec.Opt(c, &v.Subscriber, &subscriberLevelLoop)
		codec.Opt(c, &v.Patient, &patientLevelLoop)
		codec.One(c, v, claim)
	}
}

func (k Kind) places() *codec.Places[Claim] {
	switch k {
	case Institutional:
		return &institutionalPlaces
	case Dental:
		return &dentalPlaces
	}
	return &professionalPlaces
}

// misplaced returns the fields, by their paths, that are set and that no segment
// of the claim's guide would carry: types are shared between kinds and between
// loops that differ a little, and lists may be longer than their segment. What a
// segment carries although the guide does not use it there is no case for this:
// it is written, and validation finds it.
func (c *Claim) misplaced() []string { return c.Kind.places().Misplaced(c) }

// Place returns where the field at a path stands in a set of the claim's kind,
// "lines[1].charge", as in the JSON of the claim. It reports false when there is no
// such field, or such claims have no place for it.
func (c *Claim) Place(path string) (x12.Place, bool) { return c.Kind.places().Find(path) }
