// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

var everyGroup = []x12.Code{GroupContractual, GroupPayer, GroupPatient, GroupOther, "CR"}

// everyCode returns the reason codes of the default table, in the order of people.
func everyCode() []x12.Code {
	var out []x12.Code
	for key := range DefaultReasons().adjustments {
		if !slices.Contains(out, key.code) {
			out = append(out, key.code)
		}
	}
	slices.SortFunc(out, func(a, b x12.Code) int {
		return cmp.Or(cmp.Compare(strings.Trim(string(a), "0123456789"), strings.Trim(string(b), "0123456789")), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	return out
}

// TestEveryReasonUnderEveryGroup prints what is made of every reason under every
// group, and under Original Medicare where that differs. Read what changes.
func TestEveryReasonUnderEveryGroup(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# code\tgroup\tclass\tpart\tbearer\tnext\twords\tstep; + workable, ! the code may not stand with the group\n")
	print := func(r Reason, group x12.Code) {
		code := string(r.Code)
		if r.Workable {
			code += "+"
		}
		if r.WrongGroup {
			code += "!"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", code, group, r.Class, r.Part, r.Bearer, r.Next, r.Words, r.Step)
	}
	for _, code := range append(everyCode(), "ZZ9") {
		for _, group := range everyGroup {
			r := DefaultReasons().Adjustment(group, code)
			print(r, group)
			if m := DefaultReasons().Explain(group, code, &Circumstances{Payer: FilingMedicareB}); m != r {
				print(m, group+" Medicare")
			}
		}
	}
	testkit.Golden(t, "testdata/dispositions.tsv", b.Bytes())
}

// toPatient finds words by which an amount would end at the patient.
var toPatient = regexp.MustCompile(`(?i)bill the patient|or the patient|patient (pays|owes|bears|is liable|share)|patient's (share|monthly)|collect from the patient|patient-share|deductible|coinsurance|copay`)

// endsAtPatient reports whether toPatient finds something; the texts are few.
func endsAtPatient(text string) bool {
	found, ok := ends[text]
	if !ok {
		found = toPatient.MatchString(text)
		ends[text] = found
	}
	return found
}

var kinds = strings.NewReplacer("deductible", "", "coinsurance", "", "copay", "")

var ends = map[string]bool{}

// situations are combinations of remarks and claims in which the invariants hold.
func situations() []*Circumstances {
	var out []*Circumstances
	for _, remarks := range []string{
		"", "N781", "N782 N783", "MA130", "N211", "MA01 N211", "M127", "N29", "N706", "M51", "M38", "MA47", "N124", "N135", "N418", "MA18", "N362", "N864", "N900", "M39", "N192",
	} {
		for _, payer := range []x12.Code{"12", "16", FilingMedicareA, FilingMedicareB} {
			for _, c := range []Circumstances{{}, {SentOn: true}, {SentOn: true, NotOurs: true}, {Protected: true}, {Reversal: true}} {
				c.Payer = payer
				for _, code := range strings.Fields(remarks) {
					c.Remarks = append(c.Remarks, x12.Code(code))
				}
				out = append(out, &c)
			}
		}
	}
	return out
}

// Under CO and PI nothing ends at the patient: neither the part nor the class nor
// the next step nor the words, whatever remarks stand beside it.
func TestTheProviderBearsWhatCOAndPIHold(t *testing.T) {
	rs := DefaultReasons()
	for _, c := range situations() {
		for _, code := range append(everyCode(), "ZZ9") {
			for _, group := range []x12.Code{GroupContractual, GroupPayer} {
				r := rs.Explain(group, code, c)
				if r.Part.Patient() || r.Bearer == BearerPatient || r.Next == NextBillPatient {
					t.Errorf("%s-%s %+v: %s, %s, %s", group, code, c, r.Part, r.Bearer, r.Next)
				}
				switch r.Class {
				case ClassDeductible, ClassCoinsurance, ClassCopay, ClassPatientShare:
					t.Errorf("%s-%s %+v is %s", group, code, c, r.Class)
				}
				if endsAtPatient(r.Step) {
					t.Errorf("%s-%s %+v: %s", group, code, c, r.Step)
				}
				if r.Next == NextBillNextPayer && r.Part != PartProtected {
					t.Errorf("%s-%s %+v: %s", group, code, c, r.Next)
				}
				// Words may name the kind of the cost share; who bears it, they don't say.
				if endsAtPatient(kinds.Replace(r.String())) {
					t.Errorf("%s-%s %+v: %s", group, code, c, r)
				}
			}
		}
	}
}

// No remark makes CO or PI end at the patient, neither by what it makes of a general
// reason nor by its words.
func TestNoRemarkEndsAtThePatient(t *testing.T) {
	rs := DefaultReasons()
	for remark, row := range rs.remarks {
		if endsAtPatient(kinds.Replace(row.Words)) {
			t.Errorf("%s: %s", remark, row.Words)
		}
		for _, code := range everyCode() {
			if !rs.adjustments[reasonKey{code: code}].general {
				continue
			}
			for _, group := range []x12.Code{GroupContractual, GroupPayer} {
				if r := rs.Adjustment(group, code, remark); r.Part.Patient() || r.Next == NextBillPatient || endsAtPatient(r.Step) {
					t.Errorf("%s-%s %s: %s, %s", group, code, remark, r.Part, r.Step)
				}
			}
		}
	}
}

// Only what PR holds can be the patient's.
func TestOnlyPRIsThePatients(t *testing.T) {
	rs := DefaultReasons()
	for _, c := range situations() {
		for _, code := range append(everyCode(), "ZZ9", "") {
			for _, group := range []x12.Code{GroupContractual, GroupPayer, GroupOther, "CR", "ZZ", ""} {
				if r := rs.Explain(group, code, c); r.Part.Patient() || r.Next == NextBillPatient || strings.Contains(r.Step, "or the patient") {
					t.Errorf("%s-%s %+v: %s, %s, %s", group, code, c, r.Part, r.Next, r.Step)
				}
			}
		}
	}
}

// Whatever says that the patient is a Qualified Medicare Beneficiary, nothing is
// billed to him.
func TestAProtectedPatientIsNeverBilled(t *testing.T) {
	rs := DefaultReasons()
	signs := []*Circumstances{{Protected: true}}
	for _, remark := range []x12.Code{"N781", "N782", "N783", "N192"} {
		for _, payer := range []x12.Code{FilingMedicareA, FilingMedicareB, "16", "MC", "12", ""} {
			signs = append(signs, &Circumstances{Remarks: []x12.Code{remark}, Payer: payer}, &Circumstances{Remarks: []x12.Code{"MA01", remark}, Payer: payer, SentOn: true})
		}
	}
	for _, c := range signs {
		for _, code := range append(everyCode(), "ZZ9") {
			r := rs.Explain(GroupPatient, code, c)
			if r.Part.Patient() || r.Bearer == BearerPatient || r.Next == NextBillPatient || endsAtPatient(r.Step) {
				t.Errorf("PR-%s %+v: %s, %s, %s", code, c, r.Part, r.Next, r.Step)
			}
		}
		for _, code := range []x12.Code{"1", "2", "3", "66", "247", "248"} {
			r := rs.Explain(GroupPatient, code, c)
			want := NextBillNextPayer
			if c.SentOn {
				want = NextWait
			}
			if r.Part != PartProtected || r.Next != want {
				t.Errorf("PR-%s %+v: %s, %s", code, c, r.Part, r.Next)
			}
		}
	}
	for _, group := range everyGroup {
		for _, c := range situations() {
			for _, code := range []x12.Code{"209", "303"} {
				r := rs.Explain(group, code, c)
				if r.Part.Patient() || endsAtPatient(r.Step) || !c.Reversal && !strings.Contains(r.Step, "refund what the patient paid") {
					t.Errorf("%s-%s %+v: %s, %s", group, code, c, r.Part, r.Step)
				}
			}
		}
		if r := rs.Adjustment(group, "209"); r.Part != PartProtected || r.Next != NextBillNextPayer || r.Bearer != BearerOtherPayer {
			t.Errorf("%s-209: %+v", group, r)
		}
		if r := rs.Adjustment(group, "303"); r.Part != PartContractual || r.Next != NextWriteOff {
			t.Errorf("%s-303: %+v", group, r)
		}
	}
}

// No amount of a claim that was sent on is the patient's before the next payer
// answers, but what the patient has got or owes whoever pays.
func TestTheNextPayerAnswersFirst(t *testing.T) {
	rs := DefaultReasons()
	for _, c := range situations() {
		if !c.SentOn {
			continue
		}
		for _, code := range append(everyCode(), "ZZ9") {
			r := rs.Explain(GroupPatient, code, c)
			own := code == "85" || code == "100" || code == "142"
			if r.Part.Patient() && !own || !own && (r.Next == NextBillPatient || endsAtPatient(r.Step)) {
				t.Errorf("PR-%s %+v: %s, %s, %s", code, c, r.Part, r.Next, r.Step)
			}
		}
	}
}

// Every reason has a step in words, and step and part agree.
func TestStepsFitTheParts(t *testing.T) {
	rs := DefaultReasons()
	for _, c := range situations() {
		for _, code := range everyCode() {
			for _, group := range everyGroup {
				r := rs.Explain(group, code, c)
				if (r.Step == "") != (r.Next == NextNone) || !r.Next.known() || r.Bearer != r.Part.Bearer() {
					t.Errorf("%s-%s %+v: %s %q", group, code, c, r.Next, r.Step)
				}
				if c.Reversal {
					if r.Next != NextNone || r.Workable {
						t.Errorf("%s-%s of a reversal: %s", group, code, r.Next)
					}
					continue
				}
				if r.Part == PartDenied && r.Next == NextNone {
					t.Errorf("%s-%s %+v is denied without a next step", group, code, c)
				}
				if r.Part.Patient() && (r.Next == NextWriteOff || r.Next == NextAppeal || r.Next == NextNone) {
					t.Errorf("%s-%s %+v is the patient's: %s", group, code, c, r.Next)
				}
			}
		}
	}
}

func TestDispositions(t *testing.T) {
	tests := []struct {
		group, code, remarks, claim string // claim: kind of payer, sent, notours
		part                        Part
		class                       Class
		next                        Next
		step                        string // words in it; - for words not in it
	}{
		// The group decides.
		{"CO", "1", "", "", PartContractual, ClassContractual, NextWriteOff, "write it off"},
		{"PI", "2", "", "", PartReduction, ClassReduction, NextWriteOff, "dispute"},
		{"CO", "119", "", "", PartDenied, ClassBenefitLimit, NextWriteOff, "another payer"},
		{"PI", "149", "", "", PartDenied, ClassBenefitLimit, NextWriteOff, "another payer"},
		{"PR", "119", "", "", PartNonCovered, ClassBenefitLimit, NextBillNextPayer, "or the patient"},
		{"CO", "229", "", "", PartContractual, ClassContractual, NextReview, "ask the payer"},
		{"CO", "96", "M38", "", PartDenied, ClassNotCovered, NextReview, "ask the payer"},
		{"PR", "96", "M38", "", PartNonCovered, ClassNotCovered, NextBillPatient, "bill the patient"},
		{"OA", "100", "", "", PartOpen, ClassPatientShare, NextReview, "ask the payer"},
		{"OA", "2", "", "", PartOpen, ClassCoinsurance, NextBillNextPayer, "else ask this payer"},

		// Under PR, what the office has to do first is done first.
		{"PR", "22", "", "", PartDenied, ClassCoordination, NextBillOtherPayer, "other payer first"},
		{"PR", "168", "", "", PartDenied, ClassCoordination, NextBillOtherPayer, "dental plan"},
		{"PR", "227", "", "", PartDenied, ClassDocuments, NextSendInformation, "have the patient give"},
		{"PR", "227", "N197", "", PartDenied, ClassCoordination, NextVerifyCoverage, "have the subscriber"},
		{"PR", "239", "", "", PartDenied, ClassEligibility, NextFixAndResend, "split the claim"},
		{"PR", "B9", "", "", PartDenied, ClassCoordination, NextBillOtherPayer, "hospice"},
		{"PR", "29", "", "", PartDenied, ClassTimelyFiling, NextAppeal, "appeal"},
		{"PR", "197", "", "", PartDenied, ClassAuthorization, NextAppeal, "before the patient is charged"},
		{"PR", "252", "", "", PartDenied, ClassDocuments, NextSendInformation, "send the documents"},
		{"PR", "16", "M51", "", PartDenied, ClassCoding, NextFixAndResend, "correct"},
		{"PR", "109", "", "", PartDenied, ClassEligibility, NextBillOtherPayer, "right payer"},
		{"PR", "97", "", "", PartDenied, ClassBundled, NextCheckCoding, "NCCI"},
		{"PR", "18", "", "", PartDenied, ClassDuplicate, NextReview, "ask the payer"},
		{"PR", "253", "", "", PartOpen, ClassSequestration, NextReview, "ask the payer"},
		{"PR", "27", "", "", PartNonCovered, ClassEligibility, NextVerifyCoverage, "or the patient"},
		{"PR", "50", "", "", PartNonCovered, ClassMedicalNecessity, NextBillPatient, "valid notice"},
		{"PR", "204", "", "", PartNonCovered, ClassNotCovered, NextBillPatient, "after all other payers"},
		{"PR", "242", "", "", PartNonCovered, ClassNotCovered, NextBillPatient, "balance billing"},
		{"PR", "147", "", "", PartOpen, ClassContractual, NextAppeal, "before the patient is charged"},
		{"PR", "P12", "", "", PartOpen, ClassContractual, NextReview, "injured worker"},
		{"PR", "45", "", "", PartPatientOther, ClassContractual, NextBillPatient, "bill the patient"},
		{"PR", "ZZ9", "", "", PartOpen, ClassOther, NextReview, "ask the payer"},
		{"PR", "133", "", "", PartOpen, ClassPending, NextReview, "ask the payer"},

		// Bundling, facilities, hospices.
		{"CO", "97", "", "", PartContractual, ClassBundled, NextCheckCoding, "NCCI"},
		{"CO", "231", "", "", PartContractual, ClassBundled, NextCheckCoding, "modifier"},
		{"CO", "B14", "", "", PartContractual, ClassBundled, NextCheckCoding, "or write it off"},
		{"OA", "236", "", "", PartContractual, ClassBundled, NextCheckCoding, "NCCI"},
		{"CO", "96", "M15", "", PartContractual, ClassBundled, NextCheckCoding, "NCCI"},
		{"CO", "97", "M127", "", PartContractual, ClassBundled, NextSendInformation, "send the documents"},
		{"CO", "190", "", "", PartDenied, ClassCoordination, NextBillOtherPayer, "nursing facility"},
		{"CO", "96", "N106", "", PartDenied, ClassCoordination, NextBillOtherPayer, "bill the facility"},
		{"CO", "B9", "", "MB", PartDenied, ClassCoordination, NextBillOtherPayer, "GW"},

		// Medicare.
		{"CO", "24", "", "MB", PartDenied, ClassEligibility, NextBillOtherPayer, "bill that plan"},
		{"CO", "24", "", "MA", PartDenied, ClassEligibility, NextBillOtherPayer, "bill that plan"},
		{"CO", "24", "", "HM", PartContractual, ClassContractual, NextWriteOff, "write it off"},
		{"CO", "24", "", "16", PartContractual, ClassContractual, NextWriteOff, "write it off"},
		{"PR", "24", "", "MB", PartDenied, ClassEligibility, NextBillOtherPayer, "bill that plan"},
		{"CO", "109", "N418", "MB", PartDenied, ClassEligibility, NextBillOtherPayer, "Advantage plan"},
		{"CO", "109", "N418", "12", PartDenied, ClassEligibility, NextBillOtherPayer, "right payer"},
		{"CO", "29", "", "MB", PartDenied, ClassTimelyFiling, NextWriteOff, "exception"},
		{"PR", "29", "", "MA", PartDenied, ClassTimelyFiling, NextWriteOff, "exception"},
		{"CO", "29", "", "MC", PartDenied, ClassTimelyFiling, NextAppeal, "in time"},

		// Units above a maximum.
		{"PR", "151", "", "MB", PartDenied, ClassMedicalNecessity, NextReview, "MUE"},
		{"PR", "119", "N362", "", PartDenied, ClassBenefitLimit, NextReview, "not liable"},
		{"PR", "96", "N362", "", PartDenied, ClassBenefitLimit, NextFixAndResend, "correct the units"},
		{"CO", "151", "N362", "MB", PartDenied, ClassMedicalNecessity, NextAppeal, "MUE"},

		// What the provider's contract takes off is not the patient's, above it may be.
		{"PR", "44", "", "", PartOpen, ClassContractual, NextReview, "ask the payer"},
		{"PR", "59", "", "", PartOpen, ClassContractual, NextReview, "ask the payer"},
		{"PR", "94", "", "", PartOpen, ClassContractual, NextReview, "ask the payer"},
		{"PR", "131", "", "", PartOpen, ClassContractual, NextReview, "ask the payer"},
		{"PR", "P23", "", "", PartOpen, ClassContractual, NextReview, "ask the payer"},
		{"PR", "45", "", "12", PartPatientOther, ClassContractual, NextBillPatient, "bill the patient"},
		{"PR", "169", "", "", PartPatientOther, ClassContractual, NextBillPatient, "bill the patient"},
		{"PR", "233", "", "", PartDenied, ClassNotCovered, NextReview, "not charged to the patient"},
		{"CO", "193", "", "", PartDenied, ClassDenied, NextAppeal, "next level"},
		{"CO", "193", "N211", "", PartDenied, ClassDenied, NextWriteOff, "write it off"},

		// What another payer decided is missing.
		{"CO", "22", "MA04", "MB", PartDenied, ClassCoordination, NextSendInformation, "primary payer decided"},
		{"CO", "16", "N4", "", PartDenied, ClassCoordination, NextSendInformation, "earlier payer decided"},

		// Sent on.
		{"PR", "22", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"CO", "109", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"CO", "109", "N418", "sent MB", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"OA", "31", "", "sent notours", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"CO", "31", "", "sent", PartDenied, ClassEligibility, NextVerifyCoverage, "verify"},
		{"PR", "2", "", "sent", PartNextPayer, ClassCoinsurance, NextWait, "sent on"},
		{"PR", "1", "MA18", "MB", PartNextPayer, ClassDeductible, NextWait, "sent on"},
		{"PR", "45", "", "sent", PartNextPayer, ClassContractual, NextWait, "sent on"},
		{"PR", "50", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"PR", "96", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"PR", "27", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"PR", "35", "", "sent", PartOpen, ClassForwarded, NextWait, "sent on"},
		{"PR", "100", "", "sent", PartPatientOther, ClassPatientShare, NextBillPatient, "paid out"},
		{"PR", "197", "", "sent", PartDenied, ClassAuthorization, NextAppeal, "appeal"},
		{"OA", "209", "", "sent", PartProtected, ClassProtected, NextWait, "sent on"},
		{"CO", "16", "M51", "sent", PartDenied, ClassCoding, NextFixAndResend, "correct"},

		// Appeals that are none.
		{"CO", "16", "MA130", "", PartDenied, ClassInformation, NextFixAndResend, "new claim"},
		{"CO", "50", "MA130", "MB", PartDenied, ClassMedicalNecessity, NextFixAndResend, "new claim"},
		{"CO", "50", "M127 MA130", "MB", PartDenied, ClassMedicalNecessity, NextFixAndResend, "new claim"},
		{"CO", "50", "N211", "", PartDenied, ClassMedicalNecessity, NextWriteOff, "write it off"},
		{"CO", "96", "N10 N211", "", PartDenied, ClassMedicalNecessity, NextWriteOff, "write it off"},
		{"PR", "50", "N211", "MB", PartNonCovered, ClassMedicalNecessity, NextBillPatient, "else write it off"},
		{"PR", "197", "N211", "", PartDenied, ClassAuthorization, NextReview, "ask the payer"},
		{"CO", "135", "", "", PartOpen, ClassPending, NextFixAndResend, "after discharge"},

		// Documents.
		{"CO", "50", "M127", "", PartDenied, ClassMedicalNecessity, NextSendInformation, "send the documents"},
		{"CO", "50", "N29", "", PartDenied, ClassMedicalNecessity, NextSendInformation, "send the documents"},
		{"CO", "151", "N706", "", PartDenied, ClassMedicalNecessity, NextSendInformation, "send the documents"},
		{"CO", "16", "M51 M127", "", PartDenied, ClassCoding, NextSendInformation, "send the documents"},
		{"PR", "50", "N706", "", PartDenied, ClassMedicalNecessity, NextSendInformation, "send the documents"},
		{"CO", "45", "M127", "", PartContractual, ClassContractual, NextWriteOff, "write it off"},
		{"CO", "29", "N211", "MB", PartDenied, ClassTimelyFiling, NextWriteOff, "exception"},
		{"CO", "29", "N29", "MB", PartDenied, ClassTimelyFiling, NextWriteOff, "exception"},

		// Remarks that are not known say nothing.
		{"CO", "16", "N900", "", PartDenied, ClassInformation, NextFixAndResend, "correct"},
		{"CO", "50", "N900", "", PartDenied, ClassMedicalNecessity, NextAppeal, "appeal"},
		{"PR", "1", "N900", "", PartDeductible, ClassDeductible, NextBillNextPayer, "or the patient"},
		{"CO", "A1", "N900 N30", "", PartDenied, ClassEligibility, NextVerifyCoverage, "verify"},

		// The patient is not liable, or protected.
		{"PR", "50", "M39", "MB", PartDenied, ClassMedicalNecessity, NextReview, "not liable"},
		{"PR", "1", "N781", "MB", PartProtected, ClassDeductible, NextBillNextPayer, "Medicaid"},
		{"PR", "2", "N782", "16", PartProtected, ClassCoinsurance, NextBillNextPayer, "refund"},
		{"PR", "3", "MA01 N783", "16", PartProtected, ClassCopay, NextBillNextPayer, "Medicaid"},
		{"OA", "2", "N782", "MB", PartProtected, ClassCoinsurance, NextBillNextPayer, "Medicaid"},
		{"CO", "2", "N782", "MB", PartContractual, ClassContractual, NextWriteOff, "write it off"},
		{"PR", "204", "N781", "MB", PartDenied, ClassNotCovered, NextBillNextPayer, "Medicaid"},
		{"PR", "1", "N864 N869", "12", PartDeductible, ClassDeductible, NextBillNextPayer, "or the patient"},
		{"PR", "45", "N830", "12", PartOpen, ClassContractual, NextReview, "balance billing"},
		{"PR", "45", "N862", "12", PartOpen, ClassContractual, NextReview, "balance billing"},
		{"PR", "45", "N868", "12", PartOpen, ClassContractual, NextReview, "balance billing"},
		{"PR", "45", "N864 MA18", "12", PartOpen, ClassContractual, NextReview, "balance billing"},
		{"CO", "45", "N864", "12", PartContractual, ClassContractual, NextWriteOff, "dispute it with the payer"},
		{"PI", "45", "N830", "12", PartReduction, ClassContractual, NextWriteOff, "dispute it with the payer"},
		{"PR", "3", "", "estimate", PartOpen, ClassCopay, NextNone, ""},
		{"CO", "16", "", "estimate", PartDenied, ClassInformation, NextNone, ""},
		{"PR", "45", "N865", "12", PartOpen, ClassContractual, NextReview, "balance billing"},
		{"PR", "2", "N781 MA18", "MB", PartProtected, ClassCoinsurance, NextWait, "refund"},
		{"CO", "45", "N781", "MB", PartContractual, ClassContractual, NextWriteOff, "write it off"},
	}
	for _, test := range tests {
		c := Circumstances{}
		for _, r := range strings.Fields(test.remarks) {
			c.Remarks = append(c.Remarks, x12.Code(r))
		}
		for _, w := range strings.Fields(test.claim) {
			switch w {
			case "sent":
				c.SentOn = true
			case "estimate":
				c.Estimate = true
			case "notours":
				c.NotOurs = true
			default:
				c.Payer = x12.Code(w)
			}
		}
		r := DefaultReasons().Explain(x12.Code(test.group), x12.Code(test.code), &c)
		if r.Part != test.part || r.Class != test.class || r.Next != test.next || !strings.Contains(r.Step, test.step) {
			t.Errorf("%s %s %s %s: %s %s %s %q, want %s %s %s %q", test.group, test.code, test.remarks, test.claim,
				r.Part, r.Class, r.Next, r.Step, test.part, test.class, test.next, test.step)
		}
	}
}
