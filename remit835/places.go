// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strings"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Where the fields stand: of a payment and what it stands in, and of a summary.
var (
	paymentPlaces = codec.Places[ClaimPayment]{Do: func(c *codec.Codec, p *ClaimPayment) {
		codec.Apart[At](c)
		codec.Opt(c, &p.Remittance, &remittanceLoop)
		codec.Opt(c, &p.Header, &headerLoop)
		codec.One(c, p, &paymentLoop)
	}}
	summaryPlaces = codec.Places[Summary]{Do: func(c *codec.Codec, s *Summary) {
		codec.Apart[At](c)
		codec.Opt(c, &s.Remittance, &remittanceLoop)
		codec.One(c, s, &summaryLoop)
	}}
)

// What a Writer refuses besides what the guide does not allow.
const (
	// CodeNoRemittance is a payment without a remittance.
	CodeNoRemittance x12.IssueCode = "no-remittance"
	// CodeNoPlace is a value that is set and that no segment would carry: a list is
	// longer than its segment.
	CodeNoPlace x12.IssueCode = "no-place-for-value"
)

func noRemittance() x12.Issue {
	return x12.Issue{Code: CodeNoRemittance, Severity: x12.Error, SNIP: 4, Path: "remittance",
		Detail: "the payment has no remittance, and no set is open; give it one, or call Begin"}
}

func noPlace(path string) x12.Issue {
	return x12.Issue{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "a segment has no place for this value; take it out, or give it where it belongs"}
}

// misplaced returns the paths of the values of a payment, and of what it stands in,
// that no segment would carry.
func misplaced(p *ClaimPayment) []string { return paymentPlaces.Misplaced(p) }

// misplacedHead is misplaced for what stands before the payments.
func misplacedHead(r *Remittance) []string { return misplaced(&ClaimPayment{Remittance: r}) }

// Place returns where the field at a path stands: of a payment, "lines[1].charge", as
// in its JSON, of what it stands in, "remittance.payer.name", or of a summary,
// "summary.adjustments[0].amount". It reports false when there is no such field.
func Place(path string) (x12.Place, bool) {
	if rest, ok := strings.CutPrefix(path, "summary."); ok {
		return summaryPlaces.Find(rest)
	}
	return paymentPlaces.Find(path)
}

// position returns loop, tag, element and component of the field at a path; nothing
// when there is no such field. Which trio or pair of its segment an adjustment is
// depends on those before it: its elements count as if it were the first.
func position(path string) x12.Position {
	if list, item, ok := strings.Cut(path, "adjustments["); ok {
		_, field, _ := strings.Cut(item, "]")
		path = list + "adjustments[0]" + field
	}
	at, _ := Place(path)
	return x12.Position{Loop: at.Loop, Tag: at.Tag, Element: at.Element, Component: at.Component}
}
