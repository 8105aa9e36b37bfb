// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12"

// What a remittance is for, Remittance.Handling (BPR01).
const (
	HandlingPayment    x12.Code = "C" // money and remittance go together
	HandlingMoneyOnly  x12.Code = "D" // the remittance goes another way
	HandlingNotice     x12.Code = "H" // nothing is paid
	HandlingRemittance x12.Code = "I" // the money goes another way: the usual one
	HandlingPrenote    x12.Code = "P" // a test of the way of the money
	HandlingSplit      x12.Code = "U" // the bank splits money and remittance
	HandlingMaySplit   x12.Code = "X" // the bank may split them
)

// Remittance.CreditDebit (BPR03).
const (
	Credit x12.Code = "C"
	Debit  x12.Code = "D"
)

// How money moves, Remittance.Method (BPR04).
const (
	MethodACH   x12.Code = "ACH"
	MethodBank  x12.Code = "BOP" // as the bank chooses
	MethodCheck x12.Code = "CHK"
	MethodWire  x12.Code = "FWT"
	MethodNone  x12.Code = "NON" // nothing is paid
)

// Remittance.Format (BPR05), BankAccount.BankIDType (BPR06, BPR12) and
// BankAccount.AccountType (BPR08, BPR14).
const (
	FormatCCP      x12.Code = "CCP"
	FormatCTX      x12.Code = "CTX"
	BankABA        x12.Code = "01"
	BankCanadian   x12.Code = "04"
	AccountDemand  x12.Code = "DA"
	AccountSavings x12.Code = "SG"
)

// Payer.IDType and Payee.IDType (N103).
const (
	PayeeTaxID  x12.Code = "FI"
	PayeePlanID x12.Code = "XV"
	PayeeNPI    x12.Code = "XX"
)

// Delivery.Method (RDM01).
const (
	DeliveryMail   x12.Code = "BM"
	DeliveryEmail  x12.Code = "EM"
	DeliveryFile   x12.Code = "FT"
	DeliveryOnline x12.Code = "OL"
)

// What was decided about a claim, ClaimPayment.Status (CLP02). A claim that is
// paid nothing is denied only when it says so.
const (
	StatusPrimary            x12.Code = "1"
	StatusSecondary          x12.Code = "2"
	StatusTertiary           x12.Code = "3"
	StatusDenied             x12.Code = "4"
	StatusPrimaryForwarded   x12.Code = "19" // and sent on to another payer
	StatusSecondaryForwarded x12.Code = "20"
	StatusTertiaryForwarded  x12.Code = "21"
	StatusReversal           x12.Code = "22" // of an earlier payment
	StatusNotOurs            x12.Code = "23" // sent on to the payer whose claim it is
	StatusPredetermination   x12.Code = "25" // of a price; nothing is paid
)

// Kinds of payers of which a rule of Medicare decides what an adjustment means,
// ClaimPayment.FilingIndicator (CLP06).
const (
	FilingMedicareA x12.Code = "MA"
	FilingMedicareB x12.Code = "MB"
)

// Who bears an adjustment, Adjustment.Group (CAS01).
const (
	GroupContractual x12.Code = "CO" // the provider, by contract
	GroupOther       x12.Code = "OA" // nobody that the others name, such as another payer
	GroupPayer       x12.Code = "PI" // the provider, because the payer says so
	GroupPatient     x12.Code = "PR"
)

// What an amount is, Amount.Qualifier (AMT01): of a claim, of a line, or of both.
const (
	AmountCoverage       x12.Code = "AU" // claim: what is covered
	AmountAllowed        x12.Code = "B6" // line
	AmountDiscount       x12.Code = "D8" // claim: for prompt payment
	AmountPerDay         x12.Code = "DY" // claim: limit a day
	AmountPatientPaid    x12.Code = "F5" // claim
	AmountInterest       x12.Code = "I"  // claim
	AmountLateFiling     x12.Code = "KH" // line: reduction for late filing
	AmountNegativeLedger x12.Code = "NL" // claim
	AmountTax            x12.Code = "T"
	AmountBeforeTax      x12.Code = "T2"
	AmountMandate1       x12.Code = "ZK" // categories of federal mandates
	AmountMandate2       x12.Code = "ZL"
	AmountMandate3       x12.Code = "ZM"
	AmountMandate4       x12.Code = "ZN"
	AmountMandate5       x12.Code = "ZO"
)

// What a quantity counts, Quantity.Qualifier (QTY01). Of a line, only mandates.
const (
	QuantityCovered           x12.Code = "CA"
	QuantityCoinsured         x12.Code = "CD"
	QuantityLifetimeUsed      x12.Code = "LA" // lifetime reserve days
	QuantityLifetimeEstimated x12.Code = "LE"
	QuantityNoncovered        x12.Code = "NE"
	QuantityBloodNotReplaced  x12.Code = "NR"
	QuantityOutlier           x12.Code = "OU"
	QuantityPrescriptions     x12.Code = "PS"
	QuantityVisits            x12.Code = "VS"
	QuantityMandate1          x12.Code = "ZK"
	QuantityMandate2          x12.Code = "ZL"
	QuantityMandate3          x12.Code = "ZM"
	QuantityMandate4          x12.Code = "ZN"
	QuantityMandate5          x12.Code = "ZO"
)

// Lists of procedure codes, Procedure.Qualifier (SVC01-1, SVC06-1).
const (
	ProcedureDental       x12.Code = "AD" // CDT
	ProcedureJurisdiction x12.Code = "ER"
	ProcedureHCPCS        x12.Code = "HC" // with CPT
	ProcedureHIPPS        x12.Code = "HP"
	ProcedureInfusion     x12.Code = "IV"
	ProcedureNDC          x12.Code = "N4"
	ProcedureNHRIC        x12.Code = "N6"
	ProcedureRevenue      x12.Code = "NU" // revenue code
	ProcedureUPC          x12.Code = "UI"
	ProcedureABC          x12.Code = "WK" // advanced billing concepts
)

// Remark.List (LQ01).
const (
	RemarkHE x12.Code = "HE" // remittance advice remark codes (RARC)
	RemarkRX x12.Code = "RX" // NCPDP reject codes
)

// Why money is moved for no claim, ProviderAdjustment.Reason (PLB03-1).
const (
	AdjustLateFiling           x12.Code = "50"
	AdjustInterestPenalty      x12.Code = "51"
	AdjustReturn               x12.Code = "72" // the provider has paid back
	AdjustEarlyPayment         x12.Code = "90"
	AdjustOriginationFee       x12.Code = "AH"
	AdjustBorrower             x12.Code = "AM"
	AdjustAcceleration         x12.Code = "AP"
	AdjustRebate               x12.Code = "B2"
	AdjustRecoveryAllowance    x12.Code = "B3"
	AdjustBadDebt              x12.Code = "BD"
	AdjustBonus                x12.Code = "BN"
	AdjustTemporaryAllowance   x12.Code = "C5"
	AdjustCapitationInterest   x12.Code = "CR"
	AdjustAdjustment           x12.Code = "CS"
	AdjustCapitation           x12.Code = "CT"
	AdjustCapitalPassThrough   x12.Code = "CV"
	AdjustCRNAPassThrough      x12.Code = "CW"
	AdjustEducationPassThrough x12.Code = "DM"
	AdjustWithholding          x12.Code = "E3"
	AdjustForwardBalance       x12.Code = "FB"
	AdjustFundAllocation       x12.Code = "FC"
	AdjustGraduateEducation    x12.Code = "GO"
	AdjustHemophilia           x12.Code = "HM"
	AdjustIncentive            x12.Code = "IP"
	AdjustTaxWithholding       x12.Code = "IR"
	AdjustInterimSettlement    x12.Code = "IS"
	AdjustNonreimbursable      x12.Code = "J1"
	AdjustPenalty              x12.Code = "L3"
	AdjustInterest             x12.Code = "L6"
	AdjustLevy                 x12.Code = "LE"
	AdjustLumpSum              x12.Code = "LS"
	AdjustOrganAcquisition     x12.Code = "OA"
	AdjustAffiliateOffset      x12.Code = "OB"
	AdjustPeriodicInterim      x12.Code = "PI"
	AdjustFinalSettlement      x12.Code = "PL"
	AdjustRetroactive          x12.Code = "RA"
	AdjustReturnOnEquity       x12.Code = "RE"
	AdjustStudentLoan          x12.Code = "SL"
	AdjustThirdParty           x12.Code = "TL"
	AdjustOverpaymentRecovery  x12.Code = "WO"
	AdjustUnspecifiedRecovery  x12.Code = "WU"
)
