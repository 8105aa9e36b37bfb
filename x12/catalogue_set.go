// SPDX-License-Identifier: Apache-2.0

package x12

// Codes of what validating finds in a transaction set: SNIP types 1 and 2.
const (
	CodeUnknownSegment    IssueCode = "unknown-segment"
	CodeSegmentNotInSet   IssueCode = "segment-not-in-set"
	CodeUnexpectedSegment IssueCode = "unexpected-segment"
	CodeSegmentOrder      IssueCode = "segment-out-of-order"
	CodeMissingSegment    IssueCode = "missing-segment"
	CodeMissingLoop       IssueCode = "missing-loop"
	CodeSegmentRepeats    IssueCode = "segment-repeats"
	CodeLoopRepeats       IssueCode = "loop-repeats"

	CodeElementMissing   IssueCode = "element-missing"
	CodeElementNotUsed   IssueCode = "element-not-used"
	CodeConventionUnused IssueCode = "convention-not-used"
	CodeElementExtra     IssueCode = "element-extra"
	CodeElementTooShort  IssueCode = "element-too-short"
	CodeElementTooLong   IssueCode = "element-too-long"
	CodeElementRepeats   IssueCode = "element-repeats"
	CodeComponents       IssueCode = "too-many-components"
	CodeElementCondition IssueCode = "element-condition"
	CodeElementExcluded  IssueCode = "element-excluded"
	CodeNotAllowed       IssueCode = "code-not-allowed"
	CodeBadCharacter     IssueCode = "bad-character"
	CodeBadNumber        IssueCode = "bad-number"
	CodeTooPrecise       IssueCode = "number-too-precise"
	CodeLeadingZeros     IssueCode = "leading-zeros"
	CodeListGap          IssueCode = "list-gap"
	CodeBadDate          IssueCode = "bad-date"
	CodeBadTime          IssueCode = "bad-time"
	CodeDateOrder        IssueCode = "period-reversed"
	CodeBlankElement     IssueCode = "blank-element"
	CodeLeadingBlanks    IssueCode = "leading-blanks"
	CodeTrailingBlanks   IssueCode = "trailing-blanks"
	CodeTrailingEmpty    IssueCode = "trailing-separator"

	CodeHLNumber   IssueCode = "hl-number"
	CodeHLParent   IssueCode = "hl-parent"
	CodeHLChild    IssueCode = "hl-child"
	CodeLineNumber IssueCode = "line-number"
)

func segmentRows() []IssueInfo {
	const invalid, absent = "A7:21", "A6:21"
	return []IssueInfo{
		{Code: CodeUnknownSegment, Severity: Error, SNIP: 1, IK3: "1", IK5: "5", STC: invalid, Text: "no such segment is known", Fix: "check the segment id and the terminator before it"},
		{Code: CodeSegmentNotInSet, Severity: Error, SNIP: 1, IK3: "6", IK5: "5", STC: invalid, Text: "the guide has no place for this segment", Fix: "remove it, or check which guide GS08 and ST03 name"},
		{Code: CodeUnexpectedSegment, Severity: Error, SNIP: 1, IK3: "2", IK5: "5", STC: invalid, Text: "the segment has no place here", Fix: "move it into its loop, or check what stands before it"},
		{Code: CodeSegmentOrder, Severity: Error, SNIP: 1, IK3: "7", IK5: "5", STC: invalid, Text: "the segment stands too late in its loop", Fix: "write the segments of a loop in the order of the guide"},
		{Code: CodeMissingSegment, Severity: Error, SNIP: 2, IK3: "3", IK5: "5", STC: absent, Text: "a required segment is missing before this place", Fix: "add it"},
		{Code: CodeMissingLoop, Severity: Error, SNIP: 2, IK3: "I7", IK5: "I5", STC: absent, Text: "a required loop is missing before this place", Fix: "add the loop that begins with this segment"},
		{Code: CodeSegmentRepeats, Severity: Error, SNIP: 2, IK3: "5", IK5: "5", STC: invalid, Text: "the segment comes more often than the guide allows", Fix: "keep as many as are allowed"},
		{Code: CodeLoopRepeats, Severity: Error, SNIP: 2, IK3: "4", IK5: "5", STC: invalid, Text: "the loop comes more often than the guide allows", Fix: "keep as many as are allowed, or begin another loop around them"},
		{Code: CodeHLNumber, Severity: Error, SNIP: 1, IK3: "8", IK4: "7", IK5: "5", STC: invalid, Text: "HL01 does not count 1, 2, 3 in the set", Fix: "number the HL segments in order, without gaps"},
		{Code: CodeHLParent, Severity: Error, SNIP: 1, IK3: "8", IK4: "7", IK5: "5", STC: invalid, Text: "HL02 is not the number of the level around this one", Fix: "put the HL01 of the parent there"},
		{Code: CodeHLChild, Severity: Error, SNIP: 2, IK3: "8", IK4: "7", IK5: "5", STC: invalid, Text: "HL04 does not say whether levels follow below this one", Fix: "write 1 when a level follows below it, else 0"},
		{Code: CodeLineNumber, Severity: Error, SNIP: 1, IK3: "8", IK4: "7", IK5: "5", STC: invalid, Text: "LX01 does not count 1, 2, 3 in the claim", Fix: "number the lines in order, without gaps"},
	}
}

func elementRows() []IssueInfo {
	const invalid, absent, related, character = "A7:21", "A6:21", "A8:21", "A7:511"
	return []IssueInfo{
		{Code: CodeElementMissing, Severity: Error, SNIP: 2, IK3: "8", IK4: "1", IK5: "5", STC: absent, Text: "a required element is missing", Fix: "fill it"},
		{Code: CodeElementNotUsed, Severity: Error, SNIP: 2, IK3: "8", IK4: "I10", IK5: "I5", STC: invalid, Text: "the guide does not use this element", Fix: "leave it empty; check that no separator is missing or too many before it"},
		{Code: CodeConventionUnused, Severity: Warning, SNIP: 2, Text: "ST03 is filled, which this guide does not use", Fix: "leave it empty; GS08 names the guide"},
		{Code: CodeElementExtra, Severity: Error, SNIP: 1, IK3: "8", IK4: "3", IK5: "5", STC: invalid, Text: "the segment has more elements than X12 defines", Fix: "remove them; check that the segment before ended"},
		{Code: CodeElementTooShort, Severity: Error, SNIP: 1, IK3: "8", IK4: "4", IK5: "5", STC: invalid, Text: "the element is shorter than allowed", Fix: "give the whole value, or leave the element out"},
		{Code: CodeElementTooLong, Severity: Error, SNIP: 1, IK3: "8", IK4: "5", IK5: "5", STC: invalid, Text: "the element is longer than allowed", Fix: "shorten it; check that no separator is missing after it"},
		{Code: CodeElementRepeats, Severity: Error, SNIP: 1, IK3: "8", IK4: "12", IK5: "5", STC: invalid, Text: "the element is repeated more often than allowed", Fix: "send it once, or choose a repetition separator that is not in the data"},
		{Code: CodeComponents, Severity: Error, SNIP: 1, IK3: "8", IK4: "13", IK5: "5", STC: invalid, Text: "the element has more components than allowed", Fix: "remove them, or choose a component separator that is not in the data"},
		{Code: CodeElementCondition, Severity: Error, SNIP: 1, IK3: "8", IK4: "2", IK5: "5", STC: related, Text: "an element that others of the segment ask for is missing", Fix: "fill it, or leave the others empty too"},
		{Code: CodeElementExcluded, Severity: Error, SNIP: 1, IK3: "8", IK4: "10", IK5: "5", STC: related, Text: "elements stand together of which only one may be there", Fix: "keep one of them"},
		{Code: CodeNotAllowed, Severity: Error, SNIP: 2, IK3: "8", IK4: "7", IK5: "5", STC: invalid, Text: "the code is not one that the guide allows here", Fix: "use a code of the guide's list"},
		{Code: CodeBadCharacter, Severity: Error, SNIP: 1, IK3: "8", IK4: "6", IK5: "5", STC: character, Text: "the element holds a character outside the X12 sets", Fix: "write accented letters plain and remove control characters"},
		{Code: CodeBadNumber, Severity: Error, SNIP: 1, IK3: "8", IK4: "6", IK5: "5", STC: invalid, Text: "the element is not a number as X12 writes it", Fix: "use digits, a point only before decimals, and a leading minus if it is negative"},
		{Code: CodeTooPrecise, Severity: Error, SNIP: 2, IK3: "8", IK4: "I12", IK5: "I5", STC: invalid, Text: "the number has more digits after the point than the guide allows", Fix: "round it: two digits for money, three for units"},
		{Code: CodeListGap, Severity: Warning, SNIP: 1, Text: "an entry of a list is empty, and another follows it", Fix: "fill the list from the left"},
		{Code: CodeLeadingZeros, Severity: Warning, SNIP: 1, Text: "the number begins with zeros that mean nothing", Fix: "leave them out"},
		{Code: CodeBadDate, Severity: Error, SNIP: 1, IK3: "8", IK4: "8", IK5: "5", STC: invalid, Text: "the element is no date of the form that its format asks for", Fix: "write CCYYMMDD, or CCYYMMDD-CCYYMMDD for a period"},
		{Code: CodeBadTime, Severity: Error, SNIP: 1, IK3: "8", IK4: "9", IK5: "5", STC: invalid, Text: "the element is no time of day", Fix: "write HHMM or HHMMSS"},
		{Code: CodeDateOrder, Severity: Error, SNIP: 1, IK3: "8", IK4: "8", IK5: "5", STC: invalid, Text: "the period ends before it begins", Fix: "write the earlier date first"},
		{Code: CodeBlankElement, Severity: Error, SNIP: 1, IK3: "8", IK4: "6", IK5: "5", STC: invalid, Text: "the element holds nothing but blanks", Fix: "leave it empty, or fill it"},
		{Code: CodeLeadingBlanks, Severity: Warning, SNIP: 1, Text: "the element begins with a blank", Fix: "write it without"},
		{Code: CodeTrailingBlanks, Severity: Warning, SNIP: 1, Text: "the element ends with a blank", Fix: "write it without"},
		{Code: CodeTrailingEmpty, Severity: Warning, SNIP: 1, Text: "separators with nothing after them end the segment or composite", Fix: "end it after the last value"},
	}
}
