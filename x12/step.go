// SPDX-License-Identifier: Apache-2.0

package x12

// StepKind says what a Step of a stream is.
type StepKind uint8

// Kinds of steps. What a record is, the package that reads the set says: a claim, a
// claim payment, an inquiry or a response.
const (
	InterchangeBegin StepKind = 1 + iota // Interchange is new
	InterchangeEnd                       // Trailer is its IEA
	GroupBegin                           // Group is new
	GroupEnd                             // Trailer is its GE
	SetBegin                             // Set is new
	SetEnd                               // Trailer is its SE
	ContextStep                          // what records stand in, without a record
	RecordStep                           // a record
	SegmentStep                          // Raw: a segment that belongs to nothing else
	SummaryStep                          // what ends a set, after its records
)

// Step is a step of a stream of transaction sets: the part of it that is the same
// whatever the sets hold. The items of the readers of claims, remittances and
// eligibility embed it. The steps of a file, in order, hold all of it.
type Step struct {
	Kind        StepKind
	Position    Position // of the first segment; of a trailer that is missing, only the ordinals
	Interchange *Interchange
	Group       *Group
	Set         *Set
	// Typed reports whether the set is read as records; the segments of any other
	// come one by one.
	Typed   bool
	Raw     Raw
	Trailer *Raw // nil when it was missing
}
