// SPDX-License-Identifier: Apache-2.0

// Package eligibility270 is the eligibility inquiry (X12 270) and its response
// (X12 271, both of guide 005010X279A1) as typed Go values: who is covered, for
// what, and what the patient will owe.
//
// # Map of the model
//
// The unit is the patient. An [Inquiry] is what is asked about one, a [Response]
// is what the payer answers about one. Both point to what they stand in, which
// many patients share:
//
//	Transaction   one transaction set (BHT)
//	Source        who knows: the payer (loops 2000A, 2100A)
//	Receiver      who asks: the provider (2000B, 2100B)
//	Subscriber    who is insured (2000C, 2100C); the patient when Dependent is nil
//	Dependent     the patient (2000D, 2100D)
//
// and own what is their own: Traces, and
//
//	Inquiry.Questions []Question   what is asked: service types, a procedure (loop 2110)
//	Response.Benefits []Benefit    what is answered: one EB segment with what belongs to it (2110)
//	  Further, Entities            loops 2115 and 2120
//
// Subscribers and dependents are both a [Member]. Refusals (AAA) stand where the
// payer put them, from Source down to a Benefit.
//
// # Asking
//
// A [Request] is a question as a practice asks it, without a word of X12, and a
// [Practice] what all its requests have in common. [Request.Inquiry], or a
// [Builder] for many, makes the inquiry or says what is missing, and where. Rules
// that an inquiry must meet have an id each and can be switched: [Rule],
// [RuleSet], [Check]; RULES.md lists them.
//
// # Reading and writing
//
// [Reader] yields inquiries and responses, or with Items all that stands in a
// file; what no field can hold stays as raw segments. [InquiryWriter] and
// [ResponseWriter] make a file in canonical form and refuse a patient with an
// error; [RecodeWriter] writes what was read as it was. The files are reader*.go,
// writer*.go, recode.go, builder*.go and rules_*.go; loops_*.go hold one function
// per loop and are the only place that knows where a field stands in the file.
//
// # Understanding an answer
//
//	[Response.Coverage]     active or not on a day, plan by plan; who pays, in which order; who cares for the patient
//	[Response.BenefitsFor]  what a service costs: copays, coinsurance, deductibles, maximums, limits, authorization
//	[Response.Estimate]     what the patient will owe for an allowed amount, step by step
//	[Response.Answers]      all of these for one day, for who has many questions
//	[Response.Refusals]     what could not be answered, why, and what to do; [Item.Refusals] of a refusal without a patient
//	[Response.Changes]      what the payer knows differently than it was asked
//	[Matcher]               which inquiry a response answers
//	[Meaning]               a code in words
//	[CheckResponse]         what a response may not say
//
// What a reply does not say is named in a NotStated, and never told as a zero. A
// patient of whom [Coverage.QMB] is set must not be billed what Medicare leaves.
// Every figure names the statements that it comes from, by EB number:
// Response.Benefits[EB-1].
//
// # Conventions
//
// The comment of a field gives its X12 place. Amounts are
// [github.com/shopspring/decimal.NullDecimal], so that a zero and an absence are
// two things. Dates are [x12.Date], never time.Time. Codes are [x12.Code]: a
// value outside the list is kept as it is and found by validation. Rare parts are
// pointers or slices, nil when absent. Every struct that stands for a loop has
// Rest: the segments that no field holds, as read.
package eligibility270
