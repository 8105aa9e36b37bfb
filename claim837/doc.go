// SPDX-License-Identifier: Apache-2.0

// Package claim837 is the health care claim (X12 837) as typed Go values: read
// from X12, written to X12 and checked. It knows the three kinds: professional
// (837P), institutional (837I) and dental (837D).
//
// # Map of the model
//
// A [Claim] is the unit of everything. It points to its context, which many
// claims share:
//
//	Submission        one transaction set: what it is, from whom, for whom
//	BillingProvider   who is paid (loops 2000A, 2010AA, 2010AB, 2010AC)
//	Subscriber        who is insured, and by which Payer (2000B, 2010BA, 2010BB)
//	Patient           nil when the subscriber is the patient (2000C, 2010CA)
//
// and owns what is its own:
//
//	Claim             loop 2300: amounts, dates, references, diagnoses; Kind tells the guide
//	  Institutional, Dental   what only an 837I or an 837D has
//	  Referring … DropOff     the providers and places of loops 2310
//	  OtherCoverage           other payers and what they paid (2320, 2330)
//	  Lines []ServiceLine     loop 2400, with Institutional and Dental parts, too
//	    Drug                  2410
//	    Rendering … DropOff   providers and places of loops 2420
//	    Adjudications         what other payers did with the line (2430)
//	    Forms                 answers to a payer's form (2440)
//
// The parts live in files by subject: claim.go, line.go, context.go,
// provider.go, coverage.go, adjudication.go, ambulance.go, dme.go, pricing.go,
// notes.go, institutional.go, dental.go, billtype.go; codes*.go have the constants
// of the closed code lists. The files loops_*.go hold one function per loop, in
// the guide's order; they are the only place that knows where a field stands in
// the file. Loops 2300, 2320 and 2400 have one for each kind of claim, the others
// are shared where the guides agree. What is set and has no place in a claim of
// its kind is an issue, never left out (places.go).
//
// # Rules
//
// Rules that a claim must meet have an id each and can be switched: [Rule],
// [RuleSet], [Check]; RULES.md lists them. Package claim837/encounter makes claims
// of what a practice knows of its visits, package claim837/form shows them as paper
// forms do.
//
// # Reading and writing
//
// [Reader] yields claims, or with Items all that stands in a file; what no field
// can hold stays as raw segments. [Writer] makes a file in canonical form and
// refuses a claim with an error; [RecodeWriter] writes what was read as it was.
//
//	item.go, reader*.go, writer*.go, recode.go, places.go
//	kind.go               the kinds of claims and their guides
//	json*.go, clone.go    of the model
//	rule.go, rules_*.go   the rules, by subject
//	gate.go, nowhere.go   what package encounter needs to check a claim as the Writer will
//
// # Conventions
//
// The comment of a field gives its X12 place. Required amounts are
// [github.com/shopspring/decimal.Decimal], optional ones NullDecimal, so that
// a zero and an absence are two things. Dates are [x12.Date], never time.Time.
// Codes are [x12.Code]: a value outside the list is kept as it is and found by
// validation. Rare parts are pointers or slices, nil when absent. Every struct
// that stands for a loop has Rest: the segments that no field holds, as read.
package claim837
