// SPDX-License-Identifier: Apache-2.0

package x12

// Codes of what validating finds in the envelope.
const (
	CodeNoGuide            IssueCode = "no-guide"
	CodeInterchangeControl IssueCode = "interchange-control"
	CodeGroupControl       IssueCode = "group-control"
	CodeSetControl         IssueCode = "set-control"
	CodeControlZero        IssueCode = "control-zero"
	CodeInterchangeTwice   IssueCode = "interchange-control-twice"
	CodeGroupTwice         IssueCode = "group-control-twice"
	CodeSetTwice           IssueCode = "set-control-twice"
	CodeUniqueLimit        IssueCode = "control-not-compared"
	CodeGroupCount         IssueCode = "group-count"
	CodeSetCount           IssueCode = "set-count"
	CodeSegmentCount       IssueCode = "segment-count"
	CodeMissingIEA         IssueCode = "missing-interchange-trailer"
	CodeMissingGS          IssueCode = "missing-group-header"
	CodeMissingGE          IssueCode = "missing-group-trailer"
	CodeMissingST          IssueCode = "missing-set-header"
	CodeMissingSE          IssueCode = "missing-set-trailer"
	CodeOutsideSet         IssueCode = "segment-outside-set"
	CodeEmptyInterchange   IssueCode = "empty-interchange"
	CodeEmptyGroup         IssueCode = "empty-group"
	CodeSetNotInGroup      IssueCode = "set-not-in-group"
	CodeSetVersion         IssueCode = "set-not-of-version"
	CodeVersionMismatch    IssueCode = "version-mismatch"
	CodeVersionDiffers     IssueCode = "version-erratum"
)

func envelopeRows() []IssueInfo {
	return []IssueInfo{
		{Code: CodeNoGuide, Severity: Warning, Text: "there is no guide for this version; only the envelope is checked", Fix: "check GS08 and ST03"},
		{Code: CodeInterchangeControl, Severity: Error, SNIP: 1, TA1: "001", Text: "IEA02 is not the control number of the ISA", Fix: "write ISA13 there"},
		{Code: CodeGroupControl, Severity: Error, SNIP: 1, AK9: "4", Text: "GE02 is not the control number of the GS", Fix: "write GS06 there, character by character"},
		{Code: CodeSetControl, Severity: Error, SNIP: 1, IK5: "3", Text: "SE02 is not the control number of the ST", Fix: "write ST02 there, character by character"},
		{Code: CodeControlZero, Severity: Warning, SNIP: 1, TA1: "018", AK9: "6", Text: "a control number is zero", Fix: "count from 1"},
		{Code: CodeInterchangeTwice, Severity: Warning, SNIP: 1, TA1: "025", Text: "the control number of the ISA came before from the same sender", Fix: "give every interchange a number of its own"},
		{Code: CodeGroupTwice, Severity: Error, SNIP: 1, AK9: "19", Text: "the control number of the GS came before in this interchange", Fix: "give every group a number of its own"},
		{Code: CodeSetTwice, Severity: Error, SNIP: 1, IK5: "23", Text: "the control number of the ST came before in this group", Fix: "give every set of a group a number of its own"},
		{Code: CodeUniqueLimit, Severity: Info, Text: "there are more control numbers than are remembered, and further ones are not compared", Fix: "split the file to have all of them compared"},
		{Code: CodeGroupCount, Severity: Error, SNIP: 1, TA1: "021", Text: "IEA01 is not the number of groups", Fix: "count the GS segments of the interchange"},
		{Code: CodeSetCount, Severity: Error, SNIP: 1, AK9: "5", Text: "GE01 is not the number of sets", Fix: "count the ST segments of the group"},
		{Code: CodeSegmentCount, Severity: Error, SNIP: 1, IK5: "4", Text: "SE01 is not the number of segments", Fix: "count the segments of the set, ST and SE included"},
		{Code: CodeMissingIEA, Severity: Error, SNIP: 1, TA1: "023", Text: "the interchange has no IEA before this place", Fix: "end it with IEA; check that the file is complete"},
		{Code: CodeMissingGS, Severity: Error, SNIP: 1, TA1: "024", Text: "the group has no GS", Fix: "begin it with GS"},
		{Code: CodeMissingGE, Severity: Error, SNIP: 1, AK9: "3", Text: "the group has no GE before this place", Fix: "end it with GE"},
		{Code: CodeMissingST, Severity: Error, SNIP: 1, IK5: "6", Text: "the set has no ST", Fix: "begin it with ST"},
		{Code: CodeMissingSE, Severity: Error, SNIP: 1, IK5: "2", Text: "the set has no SE before this place", Fix: "end it with SE"},
		{Code: CodeOutsideSet, Severity: Error, SNIP: 1, TA1: "024", Text: "a segment stands outside of any set", Fix: "put ST before it, or remove it"},
		{Code: CodeEmptyInterchange, Severity: Error, SNIP: 1, TA1: "024", Text: "the interchange holds neither a group nor an acknowledgement", Fix: "send none, or fill it"},
		{Code: CodeEmptyGroup, Severity: Error, SNIP: 1, AK9: "5", Text: "the group holds no set", Fix: "leave the group out"},
		{Code: CodeSetNotInGroup, Severity: Error, SNIP: 1, IK5: "18", Text: "the set does not belong in a group of this kind", Fix: "put it in a group whose GS01 fits ST01"},
		{Code: CodeSetVersion, Severity: Error, SNIP: 1, IK5: "19", Text: "the guide that the version names is not one of this set", Fix: "make ST01 and the version in ST03 and GS08 agree"},
		{Code: CodeVersionMismatch, Severity: Error, SNIP: 1, IK5: "19", Text: "ST03 names another guide than GS08", Fix: "write the same version in both"},
		{Code: CodeVersionDiffers, Severity: Warning, SNIP: 1, IK5: "19", Text: "ST03 names another erratum of the guide than GS08", Fix: "write the same version in both"},
	}
}

// ta1Notes are the TA1 note codes by ISA element.
var ta1Notes = [...]string{1: "010", "011", "012", "013", "005", "006", "007", "008", "014", "015", "016", "017", "018", "019", "020", "027"}

// TA1 returns the note code (TA105) that answers the finding: for an element of
// the ISA that element's own, else the one of the catalogue; empty when a TA1 has
// nothing to say about it.
func (i Issue) TA1() string {
	info, _ := LookupIssue(i.Code)
	if i.Tag == "ISA" && i.Element > 0 && i.Element < len(ta1Notes) && i.Code != CodeInterchangeTwice {
		return ta1Notes[i.Element]
	}
	return info.TA1
}
