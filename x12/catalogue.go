// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"sort"
	"sync"
)

// Codes of what the reader finds in the bytes and the envelope headers.
const (
	CodeByteOrderMark       IssueCode = "byte-order-mark"
	CodeLeadingText         IssueCode = "leading-text"
	CodeLineBreak           IssueCode = "line-break"
	CodeBlankBeforeSegment  IssueCode = "blank-before-segment"
	CodeEmptySegment        IssueCode = "empty-segment"
	CodeWrappedLine         IssueCode = "wrapped-line"
	CodeWrappedFile         IssueCode = "wrapped-file"
	CodeISAWidth            IssueCode = "isa-width"
	CodeDelimiter           IssueCode = "delimiter"
	CodeRepetitionSeparator IssueCode = "repetition-separator"
	CodeUnterminated        IssueCode = "unterminated-segment"
	CodeFragment            IssueCode = "fragment"
	CodeNoInterchange       IssueCode = "no-interchange"
	CodeBadISA              IssueCode = "bad-isa"
	CodeSegmentTooLong      IssueCode = "segment-too-long"
	CodeTooManyElements     IssueCode = "too-many-elements"
	CodeTextAfterEnd        IssueCode = "text-after-end"
	CodeEndMark             IssueCode = "end-mark"
)

// Codes of what the writer refuses or changes.
const (
	CodeDelimiterInText IssueCode = "delimiter-in-text"
	CodeCharacterSet    IssueCode = "character-set"
	CodeFolded          IssueCode = "folded"
	CodeCaseChanged     IssueCode = "case-changed"
	CodeNoRepetition    IssueCode = "no-repetition-separator"
	CodeNumberTooLong   IssueCode = "number-too-long"
	CodeEnvelopeOrder   IssueCode = "envelope-order"
)

// Codes of what a typed reader keeps as Raw.
const (
	CodeNotHeld      IssueCode = "segment-kept-raw"
	CodeValueNotHeld IssueCode = "value-kept-raw"
	CodeMoved        IssueCode = "segment-moved"

	CodeRecordTooLong IssueCode = "record-too-long"

	CodeCountCorrected IssueCode = "count-corrected"
	CodeTrailerAdded   IssueCode = "trailer-added"
)

func typedRows() []IssueInfo {
	return []IssueInfo{
		{Code: CodeCountCorrected, Severity: Warning, Text: "the count of the trailer was wrong, and is recomputed", Fix: "check that the file is complete"},
		{Code: CodeTrailerAdded, Severity: Warning, Text: "the trailer was missing, and is added", Fix: "check that the file is complete"},
		{Code: CodeMoved, Severity: Info, Text: "the segment stands out of the order of the guide, and is written where the guide has it", Fix: "send it in the order of the guide"},
		{Code: CodeRecordTooLong, Severity: Error, SNIP: 1, Text: "a record is longer than the limit", Fix: "check that the segments that begin the next record are there, or raise the limit"},
		{Code: CodeNotHeld, Severity: Warning, Text: "no field has a place for the segment here, and it is kept as a raw segment", Fix: "see what validation says of the segment"},
		{Code: CodeValueNotHeld, Severity: Warning, Text: "no field can hold a value of the segment, which is kept as a raw segment", Fix: "see what validation says of the element"},
	}
}

func writerRows() []IssueInfo {
	return []IssueInfo{
		{Code: CodeDelimiterInText, Severity: Error, SNIP: 1, IK4: "6", Text: "the text holds a delimiter, and X12 has no way to escape one", Fix: "choose other delimiters, or take the character out"},
		{Code: CodeCharacterSet, Severity: Error, SNIP: 1, IK4: "6", Text: "the text holds a character outside the agreed character set", Fix: "replace the character, fold the text, or agree on the extended set"},
		{Code: CodeCaseChanged, Severity: Warning, Text: "the basic character set has no small letters: the identifier or code was written in capitals", Fix: "give it in capitals, or take the extended set, which keeps it as it is"},
		{Code: CodeFolded, Severity: Info, Text: "the text was brought into the character set", Fix: "check that it still reads right"},
		{Code: CodeNoRepetition, Severity: Error, SNIP: 1, IK4: "12", Text: "an element repeats, but the interchange has no repetition separator", Fix: "give the interchange one, as in ISA11 = ^"},
		{Code: CodeNumberTooLong, Severity: Error, SNIP: 1, IK4: "5", Text: "the number has more digits than any element holds", Fix: "check the amount"},
		{Code: CodeEnvelopeOrder, Severity: Error, Text: "a trailer is written that has no header, or an interchange inside another", Fix: "begin and end interchange, group and set in turn"},
	}
}

func readerRows() []IssueInfo {
	return []IssueInfo{
		{Code: CodeByteOrderMark, Severity: Warning, SNIP: 1, Text: "the file begins with a byte order mark", Fix: "save it without one"},
		{Code: CodeLeadingText, Severity: Warning, SNIP: 1, TA1: "022", Text: "text or blanks stand before the ISA", Fix: "begin the file with ISA"},
		{Code: CodeLineBreak, Severity: Info, SNIP: 1, Text: "a line break follows each segment", Fix: "nothing to fix: it is skipped"},
		{Code: CodeBlankBeforeSegment, Severity: Warning, SNIP: 1, Text: "blanks or blank lines stand between two segments", Fix: "write nothing, or one line break, after a terminator"},
		{Code: CodeEmptySegment, Severity: Error, SNIP: 1, IK3: "1", TA1: "022", Text: "a segment is empty", Fix: "remove the second terminator"},
		{Code: CodeWrappedLine, Severity: Warning, SNIP: 1, Text: "line breaks stand inside segments; they are taken out", Fix: "write segments without wrapping"},
		{Code: CodeWrappedFile, Severity: Error, SNIP: 1, TA1: "022", Text: "line breaks cut the file into lines of one width, inside segments", Fix: "read it with the option Unwrap (the command's --unwrap), or have it sent without wrapping"},
		{Code: CodeISAWidth, Severity: Error, SNIP: 1, TA1: "022", Text: "an ISA element does not have its fixed width", Fix: "pad ISA02, ISA04, ISA06 and ISA08 with blanks and ISA13 with zeros"},
		{Code: CodeDelimiter, Severity: Error, SNIP: 1, TA1: "027", Text: "two delimiters are the same byte, or one is a letter, a digit or a blank", Fix: "choose four different punctuation marks"},
		{Code: CodeRepetitionSeparator, Severity: Warning, SNIP: 1, TA1: "016", Text: "ISA11 is no repetition separator although the version asks for one; repetitions are not read", Fix: "use ^ in ISA11"},
		{Code: CodeUnterminated, Severity: Error, SNIP: 1, TA1: "004", Text: "the last segment has no terminator", Fix: "end every segment with the terminator"},
		{Code: CodeFragment, Severity: Info, Text: "the stream has no ISA, and is read as a fragment", Fix: "give a whole interchange to have its envelope checked"},
		{Code: CodeNoInterchange, Severity: Error, SNIP: 1, TA1: "022", Text: "there is no ISA", Fix: "give a whole interchange, or read it as a fragment"},
		{Code: CodeBadISA, Severity: Error, SNIP: 1, TA1: "022", Text: "the ISA cannot be read", Fix: "write ISA with 16 elements and one terminator"},
		{Code: CodeSegmentTooLong, Severity: Error, SNIP: 1, TA1: "022", Text: "a segment is longer than the limit", Fix: "check the segment terminator, or raise the limit"},
		{Code: CodeTooManyElements, Severity: Error, SNIP: 1, IK4: "3", Text: "a segment has more elements than the limit", Fix: "check the delimiters, or raise the limit"},
		{Code: CodeTextAfterEnd, Severity: Error, SNIP: 1, TA1: "022", Text: "text follows the last interchange that is no segment", Fix: "end the file after IEA"},
		{Code: CodeEndMark, Severity: Info, Text: "NUL bytes or an end-of-file mark (Ctrl-Z) stand at the end", Fix: "nothing to fix: they are skipped"},
	}
}

// catalogue is every row, sorted by code, put together at the first use.
var catalogue = sync.OnceValue(func() []IssueInfo {
	var rows []IssueInfo
	for _, part := range []func() []IssueInfo{readerRows, typedRows, writerRows, segmentRows, elementRows, envelopeRows} {
		rows = append(rows, part()...)
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].Code < rows[j].Code })
	return rows
})
