// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12"

// Member is a person as the plan knows, or should know, them: a subscriber
// (loops 2000C and 2100C) or a dependent (2000D and 2100D). Of a response it is
// what the payer says, which may differ from what was asked.
type Member struct {
	At         At
	Level      x12.Level        // HL*22 or HL*23, as read
	Name       x12.Name         // NM1*IL or NM1*03; ID is the member id (NM108 = MI), of a subscriber only
	IDs        []Reference      // REF*6P group, SY SSN, EJ patient account, 18 plan, 1L policy, Q4 prior id, NQ Medicaid …, up to nine
	Address    x12.Address      // N3, N4
	Rejections []Rejection      // AAA, response only: the person could not be found or verified
	Provider   *Provider        // PRV
	BirthDate  x12.Date         // DMG02, D8
	Gender     x12.Code         // DMG03: F, M, or in a response U
	Insured    *Insured         // INS
	Diagnoses  []x12.CodedValue // HI*ABK and ABF: the principal one first, up to eight; EQ05 and EB14 point to them
	Dates      []Period         // DTP; they hold for every benefit without dates of its own
	Military   *MilitaryService // MPI, response only
	LevelRest  []x12.Raw        // of loop 2000C or 2000D
	Rest       []x12.Raw        // of loop 2100C or 2100D
}

// Insured is what a member is to the subscriber, segment INS.
type Insured struct {
	Subscriber   x12.Code // INS01: Y for a subscriber, N for a dependent
	Relationship x12.Code // INS02: RelationshipSelf, RelationshipSpouse …
	Maintenance  x12.Code // INS03, response only: 001, identifying data was changed
	Reason       x12.Code // INS04, response only: 25, a change of identifying data
	BirthOrder   int      // INS17: of twins and more, from 1; 0 when not given
}

// Changed reports whether the payer says that it changed identifying data:
// INS*Y*18*001*25 and its like.
func (i *Insured) Changed() bool { return i != nil && i.Maintenance == "001" && i.Reason == "25" }

// MilitaryService is a member's service in the armed forces, segment MPI.
type MilitaryService struct {
	Status      x12.Code // MPI01: A partial, C current, L latest, O oldest, P prior, S second most current, T third most current
	Employment  x12.Code // MPI02: AE active reserve, RE retired …
	Affiliation x12.Code // MPI03: branch, A Air Force …
	Description string   // MPI04
	Rank        x12.Code // MPI05
	From        x12.Date // MPI07
	To          x12.Date // MPI07, of a period (format RD8)
}
