// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Inquiry asks about one patient: loop 2000C, or 2000D below it, with all of
// loop 2110. The pointers lead to what it stands in, which inquiries share:
// whoever changes one, changes it for all of them; Clone detaches.
type Inquiry struct {
	At          At
	Transaction *Transaction
	Source      *Source
	Receiver    *Receiver
	Subscriber  *Member
	Dependent   *Member // the patient, when not the subscriber

	Traces    []Trace    // TRN*1, up to two: the provider's and the clearinghouse's
	Questions []Question // loop 2110C or 2110D
}

// Patient returns the dependent, or the subscriber when there is none.
func (q *Inquiry) Patient() *Member {
	if q.Dependent != nil {
		return q.Dependent
	}
	return q.Subscriber
}

// Question is what is asked, loop 2110C or 2110D. Service types or a procedure
// is required.
type Question struct {
	ServiceTypes    []x12.Code          // EQ01, repeated up to 99 times: ServicePlan …
	Procedure       *Procedure          // EQ02
	Level           x12.Code            // EQ03: LevelFamily, asks about the family too; of a subscriber only
	Diagnoses       []int               // EQ05: which of the patient's diagnoses, from 1, up to four
	SpendDown       decimal.NullDecimal // AMT*R, dollars: of a subscriber only
	SpendDownBilled decimal.NullDecimal // AMT*PB, dollars: of a subscriber only
	PlaceOfService  x12.Code            // III*ZZ
	Reference       *Reference          // REF*9F referral or G1 authorization
	Date            x12.DateRange       // DTP*291: when it differs from the patient's
	Rest            []x12.Raw
}
