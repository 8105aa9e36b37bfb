package remit835

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

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
	NextBillNextPayer   Next = "bill-next-payer"  // when there is none: the patient, if it is patient responsibility
	NextBillOtherPayer  Next = "bill-other-payer" // the one whose claim it is
	NextBillPatient     Next = "bill-patient"     // after all payers
	NextFindOriginal    Next = "find-original"
	NextFixAndResend    Next = "fix-and-resend"
	NextReview          Next = "review" // a person must look
	NextSendInformation Next = "send-information"
	NextVerifyCoverage  Next = "verify-coverage"
	NextWait            Next = "wait"
	NextWriteOff        Next = "write-off"
)

// Reason is what is known of an adjustment: of its group, its reason code (CARC)
// and the remark codes (RARC) beside it.
type Reason struct {
	Group  x12.Code
	Code   x12.Code
	Remark x12.Code // the remark that decided; empty when none did

	Part           Part  // which part of the charge it moves
	Class          Class // what it is about
	Next           Next  // the usual next step
	Workable       bool  // something can still be done for the money
	NewClaim       bool  // with NextFixAndResend: as a new claim, not as a replacement
	Known          bool  // the table has the code
	Retired        bool  // no longer in use
	WrongGroup     bool  // the code may not stand with this group
	RemarkRequired bool  // the code demands a remark
	Words          string
	RemarkWords    string // of Remark
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
	provider    map[x12.Code]ProviderReason
	words       map[reasonKey]string // of statuses and groups: their list is Group
}

type reasonKey struct{ group, code x12.Code }

type adjustmentRow struct {
	class                          Class
	next                           Next
	part                           Part
	general, remark, retired, work bool
	hasPart                        bool
	only                           []x12.Code
	words                          string
}

type remarkRow struct {
	RemarkInfo
	class                    Class
	next                     Next
	decides, noAppeal, fresh bool
}

// Adjustment returns what is known of an adjustment. Remarks are those of its
// line and of its claim: the first that decides is the one that tells. A code
// that the table does not have is open, to be looked at by a person.
func (rs *Reasons) Adjustment(group, code x12.Code, remarks ...x12.Code) Reason {
	r := Reason{Group: group, Code: code, Class: ClassOther, Next: NextReview}
	row, ok := rs.adjustments[reasonKey{group, code}]
	if !ok {
		row, ok = rs.adjustments[reasonKey{"", code}]
	}
	if ok {
		r.Known, r.Class, r.Next, r.Words = true, row.class, row.next, row.words
		r.Retired, r.RemarkRequired = row.retired, row.remark
		r.WrongGroup = len(row.only) > 0 && !slices.Contains(row.only, group)
	}
	rs.refine(&r, row.general, remarks)
	r.Part = partOf(group, r.Class)
	if row.hasPart {
		r.Part = row.part
	}
	r.Next = nextOf(&r)
	r.Workable = row.work || r.Next.workable()
	return r
}

// refine lets remarks speak: the first that tells more says what a general
// reason is about, and the first that decides says what to do.
func (rs *Reasons) refine(r *Reason, general bool, remarks []x12.Code) {
	denied := general || partOf(GroupContractual, r.Class) == PartDenied
	var tells, decides remarkRow
	for _, code := range remarks {
		row, ok := rs.remarks[code]
		switch {
		case !ok:
		case row.noAppeal && r.Next == NextAppeal:
			r.Next = row.next
		case row.Crossover && r.Next == NextBillNextPayer:
			r.Next = NextWait
		case row.decides && denied:
			if !decides.decides {
				decides = row
				if r.Remark == "" {
					r.Remark = code
				}
			}
		case general && row.class != "" && !row.Alert && tells.class == "":
			tells, r.Remark = row, code
		}
	}
	switch {
	case tells.class != "":
		r.Class, r.Next, r.RemarkWords = tells.class, tells.next, tells.Words
	case decides.decides:
		r.RemarkWords = decides.Words
		if general && decides.class != "" {
			r.Class = decides.class
		}
	}
	if decides.decides {
		r.Next, r.NewClaim = decides.next, decides.fresh
	}
}

// nextOf lets the group speak: who bears an amount says who can be billed.
func nextOf(r *Reason) Next {
	switch {
	case r.Group == GroupPatient && r.Part != PartOpen && closes(r.Next):
		return NextBillPatient
	case r.Group != GroupPatient && r.Next == NextBillPatient && r.Group != GroupOther:
		return NextWriteOff
	}
	return r.Next
}

// closes tells whether a step is for amounts of the provider only.
func closes(n Next) bool {
	return n == NextWriteOff || n == NextAppeal || n == NextVerifyCoverage || n == NextNone
}

func (n Next) workable() bool {
	switch n {
	case NextAppeal, NextBillOtherPayer, NextFindOriginal, NextFixAndResend, NextReview, NextSendInformation, NextVerifyCoverage:
		return true
	}
	return false
}

// Remark returns what is known of a remark code, and false when nothing is.
func (rs *Reasons) Remark(code x12.Code) (RemarkInfo, bool) {
	row, ok := rs.remarks[code]
	return row.RemarkInfo, ok
}

// Provider returns what is known of the reason of a provider adjustment (PLB).
func (rs *Reasons) Provider(code x12.Code) ProviderReason {
	if r, ok := rs.provider[code]; ok {
		return r
	}
	return ProviderReason{Code: code, Class: "unclassified", Words: "provider adjustment, unclassified"}
}

// Status returns the words for a claim status (CLP02), empty when not known.
func (rs *Reasons) Status(code x12.Code) string { return rs.words[reasonKey{"status", code}] }

// Group returns the words for an adjustment group (CAS01), empty when not known.
func (rs *Reasons) Group(code x12.Code) string { return rs.words[reasonKey{"group", code}] }
