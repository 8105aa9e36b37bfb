// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12"

// Class is what an adjustment is about, finer than the Part of the charge that
// it moves. Tables may have classes of their own: they count as denials.
type Class string

// Classes of amounts that are settled.
const (
	ClassDeductible    Class = "deductible"
	ClassCoinsurance   Class = "coinsurance"
	ClassCopay         Class = "copay"
	ClassPatientShare  Class = "patient-share" // what else is the patient's by its nature
	ClassContractual   Class = "contractual"   // fee schedules, discounts, rules of payment
	ClassBundled       Class = "bundled"       // paid with something else
	ClassSequestration Class = "sequestration" // the federal cut of Medicare payments
	ClassReduction     Class = "reduction"     // other cuts after the allowed amount: withholds, penalties, taxes
	ClassOtherPayer    Class = "other-payer"   // earlier payers have paid or adjusted it
	ClassProtected     Class = "protected"     // cost share that the patient may not be charged: Medicaid or another payer is asked
)

// Classes of denials.
const (
	ClassAuthorization    Class = "authorization" // authorization, referral, notice
	ClassBenefitLimit     Class = "benefit-limit"
	ClassCoding           Class = "coding"       // codes that do not fit each other, the patient or the date
	ClassCoordination     Class = "coordination" // another payer comes first, or its data are missing
	ClassDenied           Class = "denied"       // why, only a remark says
	ClassDocuments        Class = "documents"    // records or attachments are missing
	ClassDuplicate        Class = "duplicate"
	ClassEligibility      Class = "eligibility" // not this payer's patient at that time
	ClassInformation      Class = "information" // data of the claim are missing or wrong
	ClassLiability        Class = "liability"   // work, auto or other liability
	ClassMedicalNecessity Class = "medical-necessity"
	ClassNotCovered       Class = "not-covered"
	ClassProvider         Class = "provider" // enrollment, certificates, networks, who may do what
	ClassRelatedService   Class = "related-service"
	ClassTimelyFiling     Class = "timely-filing"
)

// Classes of amounts that nobody has settled.
const (
	ClassPending   Class = "pending"
	ClassEstimate  Class = "estimate"  // of a predetermination
	ClassForwarded Class = "forwarded" // passed to another payer or plan
	ClassOther     Class = "other"     // not known
)

// Next is the usual next step; who posts payments decides.
type Next string

// Next steps.
const (
	NextNone            Next = "none" // post it as told
	NextAppeal          Next = "appeal"
	NextBillNextPayer   Next = "bill-next-payer"  // Reason.Step says what to do when there is none
	NextBillOtherPayer  Next = "bill-other-payer" // the one whose claim it is
	NextBillPatient     Next = "bill-patient"     // after all payers
	NextCheckCoding     Next = "check-coding"     // against the NCCI edits
	NextFindOriginal    Next = "find-original"
	NextFixAndResend    Next = "fix-and-resend"
	NextReview          Next = "review" // a person must look
	NextSendInformation Next = "send-information"
	NextUndoPosting     Next = "undo-posting" // of the payment that a reversal takes back
	NextVerifyCoverage  Next = "verify-coverage"
	NextWait            Next = "wait"
	NextWriteOff        Next = "write-off"
)

// Reason is what is known of an adjustment: of its group, its reason code (CARC),
// the remark codes (RARC) beside it and the claim that it stands in.
type Reason struct {
	Group  x12.Code
	Code   x12.Code
	Remark x12.Code // the remark that decided; empty when none did

	Part           Part   // which part of the charge it moves
	Bearer         Bearer // who bears it
	Class          Class  // what it is about
	Next           Next   // the usual next step
	Step           string // Next in words, for this very adjustment
	Workable       bool   // something can still be done for the money
	NewClaim       bool   // with NextFixAndResend: as a new claim, not as a replacement
	Known          bool   // the table has the code
	Retired        bool   // no longer in use
	WrongGroup     bool   // the code may not stand with this group
	RemarkRequired bool   // the code demands a remark
	Words          string
	RemarkWords    string // of Remark, when it says what the reason is about
}

// String returns the words for people.
func (r Reason) String() string {
	switch {
	case r.RemarkWords != "" && r.Words != "":
		return r.Words + ": " + r.RemarkWords
	case r.Words != "":
		return r.Words
	}
	return "reason " + string(r.Code) + " is not known"
}

// RemarkInfo is what is known of a remark code (RARC).
type RemarkInfo struct {
	Alert     bool // it informs and never decides
	Crossover bool // the claim was sent on to another payer
	Split     bool // the claim or the line was split
	Relieves  bool // the patient is not liable for what it is about
	NoBalance bool // balance billing is forbidden: what is above the allowed amount is not the patient's, and may be disputed
	Protects  bool // the patient is a Qualified Medicare Beneficiary, whose cost share is never billed to him
	Words     string
}

// ProviderReason is what is known of the reason of a provider adjustment.
type ProviderReason struct {
	Code      x12.Code
	Class     string // "recovery", "forward", "refund", "interest", "capitation", "advance", …; "unclassified" when not known
	Known     bool
	Reference bool // a reference is expected
	Raises    bool // it usually raises the payment: a negative amount
	Lowers    bool // it usually lowers the payment
	Words     string
}

// Reasons is a table of reason knowledge. It is never changed and serves any
// number of goroutines.
type Reasons struct {
	adjustments map[reasonKey]adjustmentRow
	remarks     map[x12.Code]remarkRow
	provider    map[reasonKey]ProviderReason // Group is the sign, empty for both
	words       map[reasonKey]string         // of statuses and groups: their list is Group
}

type reasonKey struct {
	group, code x12.Code
	medicare    bool // the row holds for Original Medicare only
}

type adjustmentRow struct {
	class                                     Class
	next                                      Next
	part                                      Part
	general, remark, retired, work, protected bool
	hasPart, medicare                         bool
	only                                      []x12.Code
	words, step                               string
}

type remarkRow struct {
	RemarkInfo
	class                    Class
	next                     Next
	step                     string
	decides, noAppeal, fresh bool
}

// table returns the table; a nil one is that of DefaultReasons.
func (rs *Reasons) table() *Reasons {
	if rs == nil {
		return DefaultReasons()
	}
	return rs
}

// Adjustment is Explain for an adjustment of which nothing is known but its
// remarks: those of its line, then those of its claim.
func (rs *Reasons) Adjustment(group, code x12.Code, remarks ...x12.Code) Reason {
	return rs.Explain(group, code, &Circumstances{Remarks: remarks})
}

// Remark returns what is known of a remark code, and false when nothing is.
func (rs *Reasons) Remark(code x12.Code) (RemarkInfo, bool) {
	row, ok := rs.table().remarks[code]
	return row.RemarkInfo, ok
}

// Provider returns what is known of the reason of a provider adjustment (PLB).
func (rs *Reasons) Provider(code x12.Code) ProviderReason {
	if r, ok := rs.table().provider[reasonKey{code: code}]; ok {
		return r
	}
	return ProviderReason{Code: code, Class: "unclassified", Words: "provider adjustment, unclassified"}
}

// ProviderAdjustment is Provider for an adjustment whose sign is known: an
// overpayment is taken back, or its recovery is put off.
func (rs *Reasons) ProviderAdjustment(a *ProviderAdjustment) ProviderReason {
	if a == nil {
		return rs.Provider("")
	}
	sign := x12.Code("+")
	if a.Amount.IsNegative() {
		sign = "-"
	}
	if r, ok := rs.table().provider[reasonKey{group: sign, code: a.Reason}]; ok {
		return r
	}
	return rs.Provider(a.Reason)
}

// Status returns the words for a claim status (CLP02), empty when not known.
func (rs *Reasons) Status(code x12.Code) string {
	return rs.table().words[reasonKey{group: "status", code: code}]
}

// Group returns the words for an adjustment group (CAS01), empty when not known.
func (rs *Reasons) Group(code x12.Code) string {
	return rs.table().words[reasonKey{group: "group", code: code}]
}
