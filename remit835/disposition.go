// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// Bearer is who bears an adjustment.
type Bearer string

// Bearers.
const (
	BearerOpen       Bearer = "open"        // nobody yet: it is denied, pending or not known
	BearerProvider   Bearer = "provider"    // it is written off
	BearerPatient    Bearer = "patient"     // after all payers
	BearerOtherPayer Bearer = "other-payer" // an earlier payer did, or a later one is asked to
)

// Circumstances are what decides of an adjustment besides its group and its
// reason: the remarks beside it and the claim that it stands in.
type Circumstances struct {
	Remarks   []x12.Code // remark codes (RARC): of the line, then of the claim
	Payer     x12.Code   // kind of payer, ClaimPayment.FilingIndicator
	SentOn    bool       // the claim was sent on to another payer
	NotOurs   bool       // with SentOn: since it is not this payer's claim
	Protected bool       // something in the claim says that the patient is a Qualified Medicare Beneficiary
	Reversal  bool       // it takes an earlier adjustment back
	Estimate  bool       // it stands in a predetermination: nothing is settled by it
}

func (c *Circumstances) medicare() bool {
	return c.Payer == FilingMedicareA || c.Payer == FilingMedicareB
}

// Explain returns what is known of an adjustment. The reason says what it is
// about, the remarks and the claim refine that, and the group decides who bears
// it: only what the group PR holds can become the patient's. A code that the table
// does not have is open, to be looked at by a person. Nil circumstances are none.
func (rs *Reasons) Explain(group, code x12.Code, c *Circumstances) Reason {
	if c == nil {
		c = &Circumstances{}
	}
	r := Reason{Group: group, Code: code, Class: ClassOther, Next: NextReview}
	rs = rs.table()
	row := rs.adjustment(group, code, c.medicare())
	if row.class != "" {
		r.Known, r.Class, r.Next, r.Step, r.Words = true, row.class, row.next, row.step, row.words
		r.Retired, r.RemarkRequired = row.retired, row.remark
		r.WrongGroup = len(row.only) > 0 && !slices.Contains(row.only, group)
	}
	said := rs.refine(&r, row.general, c.Remarks)
	said.Protects = said.Protects || c.Protected
	sentOn := c.SentOn || said.Crossover && !c.Reversal
	switch {
	case row.protected:
		r.Part = partOf(GroupOther, r.Class)
	case sentOn && r.goesOn(c.NotOurs):
		r.forward()
	case group == GroupPatient:
		if r.patientBears(said); sentOn && r.Part.Patient() && !r.fromPatient() {
			r.nextPayerFirst()
		}
	case group == GroupContractual || group == GroupPayer:
		r.providerBears()
	default:
		r.nobodyBears(said)
	}
	if row.hasPart && (r.Part.Patient() || !row.part.Patient()) {
		r.Part = row.part
	}
	disputed := said.NoBalance && group != GroupPatient && r.Class == ClassContractual && r.Next == NextWriteOff
	if disputed {
		r.Step = stepNoBalance
	}
	switch {
	case c.Estimate:
		if r.Part.Patient() {
			r.Part = PartOpen
		}
		r.step(NextNone, "")
	case c.Reversal:
		r.step(NextNone, "")
	case sentOn && r.Next == NextBillNextPayer:
		if r.step(NextWait, stepSentOn); r.Part == PartProtected {
			r.Step += stepRefund
		}
	}
	if r.Step == "" {
		r.Step = r.Next.Words()
	}
	r.Bearer = r.Part.Bearer()
	r.Workable = !c.Reversal && !c.Estimate && (row.work || disputed || r.Next.workable())
	return r
}

// adjustment returns the row of a reason, one without a class when there is none.
func (rs *Reasons) adjustment(group, code x12.Code, medicare bool) adjustmentRow {
	keys := [...]reasonKey{{group, code, true}, {"", code, true}, {group, code, false}, {"", code, false}}
	tries := keys[:]
	if !medicare {
		tries = keys[2:]
	}
	for _, key := range tries {
		if row, ok := rs.adjustments[key]; ok {
			return row
		}
	}
	return adjustmentRow{}
}

// step makes it another next step.
func (r *Reason) step(n Next, words string) { r.Next, r.Step = n, words }

// refine lets remarks speak, and returns what they say of patient and claim. The first
// that tells more says what a general reason is about; the first that decides says
// what to do about whatever is denied; one that asks for documents does, too,
// unless another decides. A remark that the table does not have says nothing.
func (rs *Reasons) refine(r *Reason, general bool, remarks []x12.Code) (said RemarkInfo) {
	denied := general || r.Class == ClassBundled || partOf(GroupContractual, r.Class) == PartDenied
	var tells, decides, asks, last remarkRow // last: no appeal
	for _, code := range remarks {
		row, ok := rs.remarks[code]
		if !ok {
			continue
		}
		said.Protects = said.Protects || row.Protects
		said.Relieves = said.Relieves || row.Relieves
		said.Crossover = said.Crossover || row.Crossover
		said.NoBalance = said.NoBalance || row.NoBalance
		switch {
		case row.noAppeal:
			if !last.noAppeal {
				last = row
			}
		case row.decides && denied:
			if !decides.decides {
				decides = row
				if r.Remark == "" {
					r.Remark = code
				}
			}
		case row.Alert:
		case general && row.class != "" && tells.class == "":
			tells, r.Remark = row, code
		case row.next == NextSendInformation && denied && asks.next == "":
			if asks = row; r.Remark == "" {
				r.Remark = code
			}
		}
	}
	become := func(row *remarkRow) {
		if row.next != r.Next || row.step != "" {
			r.step(row.next, row.step)
		}
	}
	switch {
	case tells.class != "":
		r.Class, r.RemarkWords = tells.class, tells.Words
		become(&tells)
	case general && decides.class != "":
		r.Class = decides.class
	}
	switch {
	case decides.decides:
		if become(&decides); decides.fresh {
			r.NewClaim, r.Step = true, stepNewClaim
		}
	case asks.next != "" && r.Class != ClassTimelyFiling && r.Class != ClassDuplicate:
		if become(&asks); r.RemarkWords == "" {
			r.RemarkWords = asks.Words
		}
	case last.noAppeal && r.Next == NextAppeal:
		r.step(last.next, last.step)
	}
	return said
}

// goesOn reports whether an amount of a claim that was sent on waits for the other
// payer: what only says that another payer comes first or covers the patient.
func (r *Reason) goesOn(notOurs bool) bool {
	switch r.Class {
	case ClassCoordination, ClassEligibility, ClassLiability:
		return r.Next == NextBillOtherPayer || r.Next == NextBillNextPayer || notOurs && r.Next == NextVerifyCoverage
	}
	return false
}

// patientBears settles what the group PR holds: it is the patient's, unless the
// reason is the office's or another payer's matter, or a remark says otherwise.
func (r *Reason) patientBears(said RemarkInfo) {
	r.Part = patientPart(r.Class)
	switch {
	case !r.forPatient():
		r.hold()
	case said.Relieves:
		r.hold()
		r.step(NextReview, stepRelieved)
	case said.NoBalance && r.Class == ClassContractual:
		r.hold()
		r.step(NextReview, stepBalance)
	case said.Protects:
		if r.step(NextBillNextPayer, stepProtected); r.Part == PartNonCovered {
			r.Part = PartDenied
		} else {
			r.Part = PartProtected
		}
	case r.Next == NextVerifyCoverage:
		r.Step = stepVerify
	case r.Next == NextBillNextPayer:
		if r.Step == "" {
			r.Step = stepNextOrPatient
		}
	case r.Next == NextBillPatient:
	case r.Class == ClassMedicalNecessity:
		words := stepNotice
		if r.Next == NextWriteOff {
			words = stepLastNotice
		}
		r.step(NextBillPatient, words)
	default:
		r.step(NextBillPatient, "")
	}
}

// forPatient reports whether an amount of the group PR is the patient's without
// more: the office has nothing to correct, send, prove or bill elsewhere first.
func (r *Reason) forPatient() bool {
	switch {
	case r.Next == NextBillPatient:
		return !r.WrongGroup
	case r.WrongGroup:
		return false
	}
	switch r.Next {
	case NextFixAndResend, NextSendInformation, NextBillOtherPayer, NextFindOriginal, NextCheckCoding, NextReview, NextWait:
		return false
	}
	switch r.Class {
	case ClassAuthorization, ClassCoding, ClassCoordination, ClassDenied, ClassDocuments, ClassDuplicate, ClassInformation,
		ClassLiability, ClassProvider, ClassRelatedService, ClassTimelyFiling,
		ClassBundled, ClassSequestration, ClassReduction, ClassOtherPayer,
		ClassPending, ClassEstimate, ClassForwarded, ClassOther,
		ClassContractual: // a discount or a rule of payment, unless its row says that the patient pays it
		return false
	}
	return true
}

// forward lets an amount wait for the payer that the claim was sent on to.
func (r *Reason) forward() {
	r.Class, r.Part = ClassForwarded, PartOpen
	r.step(NextWait, stepSentOn)
}

// nextPayerFirst keeps what is the patient's in a claim that was sent on until the
// next payer has answered: his share of what is allowed, or what is not covered here.
func (r *Reason) nextPayerFirst() {
	if r.Part == PartNonCovered {
		r.forward()
		return
	}
	r.Part = PartNextPayer
	r.step(NextWait, stepSentOn)
}

// fromPatient reports whether no other payer is asked: the patient has the money, or
// owes it by a rule of this payer.
func (r *Reason) fromPatient() bool {
	return r.Class == ClassPatientShare && r.Next == NextBillPatient
}

// hold keeps an amount of the group PR from the patient until it is worked.
func (r *Reason) hold() {
	r.Part = PartOpen
	if r.Class == ClassBundled || partOf(GroupContractual, r.Class) == PartDenied {
		r.Part = PartDenied
	}
	switch {
	case r.WrongGroup:
		r.step(NextReview, stepGroup)
	case r.Next == NextAppeal:
		if r.Step == "" {
			r.Step = stepAppeal
		}
	case r.Next == NextWriteOff && r.Class == ClassTimelyFiling:
	case r.Next == NextReview && r.Step != "":
	case closes(r.Next) || r.Next == NextReview:
		r.step(NextReview, stepAsk)
	}
}

// closes reports whether a step ends the matter.
func closes(n Next) bool {
	return n == NextNone || n == NextWriteOff || n == NextBillNextPayer || n == NextBillPatient
}

// providerBears settles what the groups CO and PI hold: it never ends at the
// patient, whatever the reason means under PR.
func (r *Reason) providerBears() {
	switch r.Class {
	case ClassDeductible, ClassCoinsurance, ClassCopay, ClassPatientShare:
		r.Class = ClassContractual
		if r.Group == GroupPayer {
			r.Class = ClassReduction
		}
		if (r.Next == NextBillNextPayer || r.Next == NextBillPatient) && !r.WrongGroup {
			r.step(NextWriteOff, "")
		}
	}
	r.Part = partOf(r.Group, r.Class)
	switch {
	case r.Next == NextBillNextPayer && !r.WrongGroup:
		r.step(NextWriteOff, stepUsedUp)
	case r.Next == NextBillNextPayer, r.Next == NextBillPatient && r.WrongGroup:
		r.step(NextReview, stepGroup)
	case r.Next == NextBillPatient && r.RemarkWords != "":
		r.step(NextReview, stepRemark)
	case r.Next == NextBillPatient:
		r.step(NextWriteOff, "")
	}
	if r.Next == NextWriteOff && r.Group == GroupPayer && r.Step == "" {
		r.Step = stepDispute
	}
}

// nobodyBears settles what OA and groups that are not known hold: it names neither
// the provider nor the said.
func (r *Reason) nobodyBears(said RemarkInfo) {
	r.Part = partOf(r.Group, r.Class)
	switch {
	case said.Protects && r.Next == NextBillNextPayer && r.Part == PartOpen:
		r.step(NextBillNextPayer, stepProtected)
		r.Part = PartProtected
	case r.Next == NextBillPatient && r.RemarkWords != "":
		r.step(NextReview, stepRemark)
	case r.Next == NextBillPatient:
		r.step(NextReview, stepGroup)
	case r.Next == NextBillNextPayer && r.Step == "":
		r.Step = stepNextOrAsk
	}
}
