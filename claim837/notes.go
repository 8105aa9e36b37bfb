// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Note is free text, NTE in loops 2300 and 2400.
type Note struct {
	Type x12.Code // NTE01: ADD additional, CER certification, DCP goals and plans, DGN diagnosis, TPO third party
	Text string   // NTE02, up to 80 characters
}

// Attachment is a document that supports the claim or the line and travels on
// another way, PWK in loops 2300 and 2400.
type Attachment struct {
	Type          x12.Code // PWK01: what it is, e.g. OZ support data
	Transmission  x12.Code // PWK02: AA on request, BM mail, EL electronic, EM e-mail, FT file, FX fax
	ControlNumber string   // PWK06: written on the document, up to 50 characters (PWK05 = AC)
}

// PayerReference is a number that belongs to the claim's payer, or to another
// one when PayerID names it: REF*G1 and REF*9F in loop 2400.
type PayerReference struct {
	ID      string // REF02
	PayerID string // REF04-2: the other payer (REF04-1 = 2U); empty for the claim's own
}

// Diagnosis is one diagnosis: its list and its code without the point, e.g.
// {DiagnosisPrincipal, "E119", ""}.
type Diagnosis struct {
	Qualifier          x12.Code // -1: DiagnosisPrincipal …
	Value              string   // -2
	PresentOnAdmission x12.Code // -9, 837I only: PresentYes …; empty when exempt
}
