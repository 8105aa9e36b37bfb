// SPDX-License-Identifier: Apache-2.0

package remit835

// nextWords are the next steps in words. Those of NextBillNextPayer name the next
// payer only: who comes after him, the group of the adjustment says.
var nextWords = map[Next]string{
	NextNone:            "",
	NextAppeal:          "appeal",
	NextBillNextPayer:   "bill the next payer",
	NextBillOtherPayer:  "bill the other payer first",
	NextBillPatient:     "bill the patient, after all other payers",
	NextCheckCoding:     "check the NCCI edits and the modifier; correct the claim and send it again, or write it off",
	NextFindOriginal:    "find the original claim",
	NextFixAndResend:    "correct the claim and send it again",
	NextReview:          "have a person look at it",
	NextSendInformation: "send the documents that the payer asks for",
	NextUndoPosting:     "undo the posting of the payment that this takes back; withdraw what the patient was billed for it, and refund what the patient paid",
	NextVerifyCoverage:  "verify the coverage on the day of service",
	NextWait:            "wait",
	NextWriteOff:        "write it off",
}

// Words returns the step for people, empty for NextNone. Of an adjustment,
// [Reason.Step] says more.
func (n Next) Words() string { return nextWords[n] }

func (n Next) known() bool {
	_, ok := nextWords[n]
	return ok
}

// workable reports whether the step is work for the money: neither a bill, nor
// waiting, nor giving up.
func (n Next) workable() bool {
	switch n {
	case NextAppeal, NextBillOtherPayer, NextCheckCoding, NextFindOriginal, NextFixAndResend, NextReview, NextSendInformation, NextVerifyCoverage:
		return true
	}
	return false
}

// Words of steps that the group, the claim or a remark makes of a general one.
const (
	stepNewClaim      = "correct it and send a new claim, not a replacement"
	stepNextOrPatient = "bill the next payer, or the patient when there is none"
	stepNextOrAsk     = "bill the next payer if there is one, else ask this payer who bears it"
	stepUsedUp        = "check what was used up; bill another payer if there is one, else write it off"
	stepDispute       = "write it off, or dispute it with the payer"
	stepGroup         = "ask the payer: the reason and the group contradict each other"
	stepRemark        = "ask the payer: the remark names the patient, and the group does not"
	stepRelieved      = "ask the payer: the group names the patient, and a remark says that he is not liable"
	stepAsk           = "ask the payer why before the patient is charged"
	stepAppeal        = "appeal, or ask the payer why, before the patient is charged"
	stepVerify        = "verify the coverage on the day of service; bill the payer that covers it, or the patient when there is none"
	stepNotice        = "bill the patient if a valid notice (ABN) was signed before the service, else appeal"
	stepLastNotice    = "bill the patient if a valid notice (ABN) was signed before the service, else write it off"
	stepProtected     = "bill Medicaid or another payer, else write it off" + stepRefund
	stepBalance       = "ask the payer: balance billing is forbidden here, and this is above what it allows"
	stepNoBalance     = "write it off, or dispute it with the payer; the patient is not charged for it"
	stepRefund        = "; refund what the patient paid"
	stepUnexplained   = "ask the payer: the charge, its adjustments and the payment do not add up"
	stepSentOn        = "wait: the claim was sent on, the other payer answers next"
)
