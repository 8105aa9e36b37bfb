// SPDX-License-Identifier: Apache-2.0

// Package claimwire reads, validates and rewrites X12 files of the money side of US
// health care, whatever mix of claims (837), remittances (835), eligibility inquiries
// and responses (270, 271) and other transaction sets stands in them.
//
//	for issue, err := range claimwire.Validate(src, nil) { … }         // every SNIP type
//	for item, err := range claimwire.NewReader(src, nil).Items() { … } // typed records
//	err := claimwire.ToJSON(dst, src, nil)                             // records as JSON
//	err := claimwire.FromJSON(dst, src, nil)                           // and back
//	err := claimwire.Recode(dst, src, nil)                             // as it was, counts recomputed
//
// What a set means is in the packages below it, and each can be used by itself:
//
//	[github.com/claimwire/claimwire/claim837]               claims, and encounters that become claims
//	[github.com/claimwire/claimwire/remit835]               remittances: balance, outcome, next step
//	[github.com/claimwire/claimwire/remit835/report]        readable remittances: text, HTML, JSON
//	[github.com/claimwire/claimwire/eligibility270]         inquiries, responses, coverage, estimates
//	[github.com/claimwire/claimwire/eligibility270/card]    readable responses: text, JSON
//	[github.com/claimwire/claimwire/x12]                    segments, envelopes, guides, issues
//
// All of it streams in bounded memory, whatever the file holds.
//
// # JSON records
//
// ToJSON writes one object a line. Each has the keys type, file, at, interchange,
// group and set. at has the ordinals of what the record stands in, from 1. The
// interchange, the group and the set are whole in the first record of each and
// {"ref":n} after, n being the ordinal; null where there is none. The type says what
// else a record has:
//
//	837P, 837I, 837D  claim: a claim with what it stands in
//	835.remittance    remittance: the payment, payer and payee, before its claims
//	835               payment: what was decided about a claim
//	835.summary       summary: provider adjustments, with totals and the balance,
//	                  after the claims
//	270, 271          patient: who is asked or answered about, with what it stands in
//	271.source        source: a refusal that names no patient
//	set               context: what stands in a set without a claim or payment
//	segments          segments: those of a set of another kind, or outside of sets, as
//	                  [["ST","834","0001"],…] with repeats and components as arrays
//	trailer           of: set, group or interchange; trailer: one that is missing (null)
//	                  or not what its header implies
//
// The records are the models of the packages: keys are field names in camelCase, what
// is empty is left out, amounts are strings that keep their scale, dates are
// "2026-01-31", and segments that no field holds stand in "rest". Nothing is lost:
// FromJSON makes the file again, and refuses unknown keys. It does not read file,
// totals and balance.
package claimwire
