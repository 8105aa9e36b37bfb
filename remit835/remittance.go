// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// At says where a record stood in its file: ordinals from 1, 0 for none. Two
// payments with the same ordinals up to Set have the same remittance.
type At struct {
	Interchange int // in the file
	Group       int // in its interchange
	Set         int // in its group
	Header      int // LX in its set; 0 before the first
	Payment     int // claim payment in its set; 0 for what is none
}

// Remittance is what holds for a whole transaction set: the money that moves,
// from whom and to whom. The claims that it pays follow as ClaimPayment.
type Remittance struct {
	At                At
	Handling          x12.Code        // BPR01: HandlingRemittance …
	Amount            decimal.Decimal // BPR02, dollars: what is paid in all; data, never computed by reader or writer
	CreditDebit       x12.Code        // BPR03: Credit or Debit, as the receiver sees it
	Method            x12.Code        // BPR04: MethodACH …
	Format            x12.Code        // BPR05: FormatCCP or FormatCTX, ACH only
	SenderAccount     BankAccount     // BPR06 to BPR09: where the money comes from
	OriginatorID      string          // BPR10: the payer's ten-digit number at its bank
	OriginatorSubcode string          // BPR11: a part of that payer
	ReceiverAccount   BankAccount     // BPR12 to BPR15: where the money goes
	EffectiveDate     x12.Date        // BPR16: of the check or the transfer
	Trace             Trace           // TRN*1: which check or transfer this explains
	Currency          string          // CUR*PR, CUR02: ISO 4217, empty for US dollars
	ReceiverID        string          // REF*EV: who receives the file when not the payee
	Version           string          // REF*F2: of the payer's program
	ProductionDate    x12.Date        // DTM*405: until when claims were decided
	Payer             Payer           // loop 1000A
	Payee             Payee           // loop 1000B
	Rest              []x12.Raw       // before the first header number
}

// BankAccount is a bank and an account at it, BPR06 to 09 and BPR12 to 15.
type BankAccount struct {
	BankIDType  x12.Code // BPR06, BPR12: BankABA or BankCanadian
	BankID      string   // BPR07, BPR13: routing number
	AccountType x12.Code // BPR08, BPR14: AccountDemand or AccountSavings
	Account     string   // BPR09, BPR15
}

// IsZero reports whether nothing is set.
func (b BankAccount) IsZero() bool { return b == BankAccount{} }

// Trace is what a remittance has in common with its payment, segment TRN: the
// bank hands the same number out with the money.
type Trace struct {
	Number            string // TRN02: check or EFT number, or one that the payer made up when nothing is paid
	PayerID           string // TRN03: 1 and the payer's tax number; with Number, unique
	OriginatorSubcode string // TRN04: as Remittance.OriginatorSubcode
}

// Payer is who pays, loop 1000A.
type Payer struct {
	Name              string          // N102
	IDType            x12.Code        // N103: XV, a health plan id
	ID                string          // N104
	Address           x12.Address     // N3, N4
	SecondaryIDs      []x12.Reference // REF*2U payer id, EO submitter, HI industry number, NF NAIC; up to four
	Contact           *x12.Contact    // PER*CX: whom to ask about claims; TE, FX or EM, then EX
	TechnicalContacts []x12.Contact   // PER*BL: whom to ask about the file; at least one
	WebSite           string          // PER*IC**UR: where the payer's policies stand
	Rest              []x12.Raw
}

// Payee is who is paid, loop 1000B.
type Payee struct {
	Name         string          // N102
	IDType       x12.Code        // N103: PayeeNPI, PayeeTaxID or PayeePlanID
	ID           string          // N104
	Address      x12.Address     // N3, N4
	SecondaryIDs []x12.Reference // REF*0B state license, D3 NCPDP pharmacy, PQ payee id, TJ tax id
	Delivery     *Delivery       // RDM: how the remittance itself is sent, when apart from the money
	Rest         []x12.Raw
}

// Delivery is how a remittance is sent, segment RDM.
type Delivery struct {
	Method x12.Code // RDM01: DeliveryMail …
	Name   string   // RDM02: to whom
	Number string   // RDM03: e-mail address, telephone or web address
}
