// SPDX-License-Identifier: Apache-2.0

// Package x12 reads, writes and checks ASC X12, for any transaction set.
//
// It knows segments, envelopes, positions, findings and the tables of
// implementation guides; it knows no business word. Three things are kept
// apart:
//
//   - Reading is tolerant. [Reader] streams segments from an io.Reader in
//     constant memory and drops nothing: what it had to put up with is a
//     finding, and only what makes going on impossible is a [SyntaxError].
//   - Validating is strict. [Validate] walks the guide tables over a stream and
//     yields an [Issue] for everything that breaks the syntax (SNIP type 1) or
//     the guide (SNIP type 2).
//   - Writing is exact. [Writer] refuses what it cannot write and changes
//     nothing unless it is asked to.
//
// # Map
//
//	reader*.go, isa.go, segment.go      bytes -> segments
//	envelope.go                         Interchange, Group, Set
//	writer*.go, fold.go, control*.go    segments -> bytes, character sets, control numbers
//	date.go, time.go, decimal.go        values
//	values*.go, dollars.go, raw*.go     segment-shaped values without business meaning, and how they print
//	guide*.go, guides/*.tsv             implementation guides as tables
//	walk*.go, validator*.go, validate.go    the tables against a stream
//	step.go, indent.go                  what streams of sets share; one segment a line
//	issue.go, catalogue*.go, CODES.md   findings and their codes
//
// Findings and errors name a place and a reason, never a value of the file:
// values may be health data. [Issue].Value has it for those who ask.
package x12
