// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// dollars is an amount as people read it: $1,234.50.
func dollars(d decimal.Decimal) string { return x12.Dollars(d) }

// some is an amount, or nothing for zero.
func some(d decimal.Decimal) string {
	if d.IsZero() {
		return ""
	}
	return dollars(d)
}

// or returns the words of a code, or the code itself.
func or(words map[x12.Code]string, code x12.Code) string {
	if w, ok := words[code]; ok {
		return w
	}
	return string(code)
}

var methodWords = map[x12.Code]string{
	remit835.MethodACH: "by electronic transfer (ACH)", remit835.MethodBank: "in a way that the bank chooses", remit835.MethodCheck: "by check",
	remit835.MethodWire: "by wire transfer", remit835.MethodNone: "(no payment)",
}

var traceWords = map[x12.Code]string{
	remit835.MethodACH: "EFT number", remit835.MethodCheck: "Check number", remit835.MethodWire: "Wire number",
}

var payeeIDWords = map[x12.Code]string{
	remit835.PayeeNPI: "NPI", remit835.PayeeTaxID: "tax id", remit835.PayeePlanID: "plan id",
}

var referenceWords = map[x12.Code]string{
	"0B": "state license", "1L": "group or policy", "1W": "member id", "28": "employee id", "6P": "group number", "9A": "repriced claim",
	"9C": "adjusted repriced claim", "BB": "authorization", "CE": "class of contract", "D3": "pharmacy number", "EA": "medical record",
	"F8": "original claim", "G1": "prior authorization", "G3": "predetermination", "IG": "policy number", "PQ": "payee number",
	"SY": "social security number", "TJ": "tax id", "2U": "payer id", "EO": "submitter number", "HI": "industry number", "NF": "NAIC number",
}

var amountWords = map[x12.Code]string{
	remit835.AmountCoverage: "coverage amount", remit835.AmountDiscount: "prompt payment discount", remit835.AmountPerDay: "limit a day",
	remit835.AmountPatientPaid: "patient has paid", remit835.AmountInterest: "interest", remit835.AmountNegativeLedger: "negative ledger balance",
	remit835.AmountTax: "tax", remit835.AmountBeforeTax: "claim before taxes", remit835.AmountLateFiling: "late filing reduction",
	remit835.AmountAllowed: "allowed",
}

var quantityWords = map[x12.Code]string{
	remit835.QuantityCovered: "days covered", remit835.QuantityCoinsured: "days coinsured", remit835.QuantityLifetimeUsed: "lifetime reserve days used",
	remit835.QuantityLifetimeEstimated: "lifetime reserve days estimated", remit835.QuantityNoncovered: "days not covered",
	remit835.QuantityBloodNotReplaced: "blood not replaced", remit835.QuantityOutlier: "outlier days", remit835.QuantityPrescriptions: "prescriptions",
	remit835.QuantityVisits: "visits",
}

var contactWords = map[x12.Code]string{"TE": "phone", "EX": "ext.", "FX": "fax", "EM": "e-mail", "UR": "web"}

var resultWords = map[remit835.Result]string{
	remit835.ResultPaid: "paid", remit835.ResultPartlyDenied: "partly denied", remit835.ResultDenied: "denied",
	remit835.ResultPatient: "patient pays", remit835.ResultOtherPayer: "other payer paid", remit835.ResultCapitated: "capitated",
	remit835.ResultBundled: "bundled", remit835.ResultWrittenOff: "written off", remit835.ResultOpen: "open",
	remit835.ResultNoCharge: "no charge", remit835.ResultReversed: "reversed", remit835.ResultForwarded: "sent on",
	remit835.ResultPredetermination: "estimate only", remit835.ResultNextPayer: "next payer",
}

// partNames are the parts of a charge that was not paid, in the order in which
// they are shown.
var partNames = []struct {
	part remit835.Part
	name string
}{
	{remit835.PartContractual, "contractual"}, {remit835.PartDeductible, "deductible"}, {remit835.PartCoinsurance, "coinsurance"},
	{remit835.PartCopay, "copay"}, {remit835.PartNonCovered, "not covered"}, {remit835.PartPatientOther, "patient other"},
	{remit835.PartProtected, "protected"}, {remit835.PartNextPayer, "next payer"}, {remit835.PartOtherPayer, "other payer"}, {remit835.PartSequestration, "sequestration"}, {remit835.PartReduction, "payer reduction"},
	{remit835.PartDenied, "denied"}, {remit835.PartOpen, "open"},
}

// personOf is a name as lists have it: DOE, JANE Q JR.
func personOf(n x12.Name) string {
	given := joined(" ", n.First, n.Middle, n.Suffix)
	return joined(", ", n.Last, given)
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}

// addressOf is an address on one line.
func addressOf(a x12.Address) string {
	zip := a.Zip
	if len(zip) == 9 && strings.Trim(zip, "0123456789") == "" {
		zip = zip[:5] + "-" + zip[5:]
	}
	return joined(", ", a.Line1, a.Line2, joined(" ", a.City, joined(" ", a.State, a.Subdivision), zip), a.Country)
}

// contactOf is a contact on one line.
func contactOf(c x12.Contact) string {
	parts := []string{c.Name}
	for _, n := range c.Numbers {
		number := n.Number
		if (n.Type == "TE" || n.Type == "FX") && len(number) == 10 && strings.Trim(number, "0123456789") == "" {
			number = number[:3] + "-" + number[3:6] + "-" + number[6:]
		}
		parts = append(parts, joined(" ", or(contactWords, n.Type), number))
	}
	return joined(", ", parts...)
}

// days is a date, or the first and the last day.
func days(from, to x12.Date) string {
	switch {
	case from == 0 && to == 0:
		return ""
	case from == to || to == 0:
		return from.String()
	case from == 0:
		return "to " + to.String()
	}
	return from.String() + " to " + to.String()
}

// quantity is a number without zeros at the end of its fraction.
func quantity(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}
