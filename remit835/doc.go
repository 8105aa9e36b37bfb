// SPDX-License-Identifier: Apache-2.0

// Package remit835 is the remittance advice (X12 835, guide 005010X221A1) as
// typed Go values: what a payer pays, for which claims, and why not more.
//
// # Map of the model
//
// A [ClaimPayment] is the unit of reading. It points to what it stands in, which
// many payments share:
//
//	Remittance     one transaction set: the money, its trace number, Payer and Payee
//	HeaderNumber   the payer's division of it, with totals (loop 2000: LX, TS3, TS2)
//
// and owns what is its own:
//
//	ClaimPayment   loop 2100: status, amounts, names, references, dates
//	  Adjustments         why the claim is paid less (CAS, one entry a trio)
//	  Inpatient, Outpatient   MIA, MOA
//	  Lines []ServicePayment  loop 2110, with Adjustments and Remarks of their own
//
// A [Summary] ends a remittance with money that is moved for no claim of it: the
// PLB segments, one [ProviderAdjustment] a pair.
//
// # What it means
//
// [Checker] checks remittances against the rules of balance and situation, payment
// by payment in constant memory, and gives the proof of each as a [Balance];
// [ClaimPayment.Balance] is that of a claim and its lines. [ClaimPayment.Outcome]
// says where the charge of a claim went, in parts that always add up to it.
// [Reasons] is what is known of reason and remark codes, a table that can be
// replaced; [Reasons.Explain] makes of a reason, its group, its remarks and its
// claim who bears an amount and what to do next. [Linker] finds out which payment a reversal takes back and which one
// corrects it.
//
//	reason*.go, reasons/            codes: class, next step, words
//	disposition.go, part.go, next.go   who bears an adjustment, and the next step
//	checker.go, tally.go, rule*.go  rules, a claim payment at a time
//	duplicate.go                    what comes a second time
//	balance.go, ledger.go           proofs, and what goes from one remittance to another
//	outcome.go, effect.go, link*.go   what happened to a claim, and what it changes
//
// # Reading and writing
//
// [Reader] yields claim payments one by one, in constant memory, or with Items all
// that stands in a file; what no field can hold stays as raw segments. [Writer]
// makes a file in canonical form, a set for each remittance, and refuses what the
// guide does not allow; [RecodeWriter] writes what was read as it was.
//
//	remittance.go, header.go, payment.go, service.go, adjustment.go   the model
//	codes.go                  constants of the closed code lists
//	loops_*.go                one function per loop, in the guide's order
//	reader.go, item.go, writer.go, places.go, recode.go
//	json.go, clone.go
//
// # Conventions
//
// The comment of a field gives its X12 place. Required amounts are
// [github.com/shopspring/decimal.Decimal], optional ones NullDecimal, so that
// a zero and an absence are two things. Dates are [x12.Date], never time.Time.
// Codes are [x12.Code]: a value outside the list is kept as it is and found by
// validation. Rare parts are pointers or slices, nil when absent. Every struct
// that stands for a loop has Rest: the segments that no field holds, as read.
package remit835
