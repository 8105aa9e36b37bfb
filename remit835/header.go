// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// HeaderNumber is a division of a remittance by the payer, loop 2000: what
// claims it groups is up to the payer (a provider, a type of bill, nothing).
type HeaderNumber struct {
	At         At
	Number     string              // LX01: up to six digits, the payer's data and never renumbered
	Provider   *ProviderSummary    // TS3: totals of the claims of a provider, a type of bill and a fiscal year
	Supplement *ProviderSupplement // TS2: more of them, Medicare part A
	Rest       []x12.Raw
}

// ProviderSummary is totals over the claims of a HeaderNumber, segment TS3.
// Amounts are dollars.
type ProviderSummary struct {
	ProviderID            string              // TS301
	FacilityType          x12.Code            // TS302: first two characters of the type of bill, or place of service
	FiscalPeriod          x12.Date            // TS303: last day of the provider's fiscal year
	Claims                decimal.Decimal     // TS304: how many
	Charge                decimal.Decimal     // TS305
	MSPPayer              decimal.NullDecimal // TS313: paid by those who pay before Medicare
	NonLabCharge          decimal.NullDecimal // TS315
	HCPCSReported         decimal.NullDecimal // TS317
	HCPCSPayable          decimal.NullDecimal // TS318
	ProfessionalComponent decimal.NullDecimal // TS320
	MSPPatientLiability   decimal.NullDecimal // TS321
	PatientReimbursement  decimal.NullDecimal // TS322
	PIPClaims             decimal.NullDecimal // TS323: claims under periodic interim payment, how many
	PIPAdjustment         decimal.NullDecimal // TS324
}

// ProviderSupplement is totals of inpatient claims under prospective payment,
// segment TS2. Amounts are dollars.
type ProviderSupplement struct {
	DRG                   decimal.NullDecimal // TS201
	FederalSpecific       decimal.NullDecimal // TS202
	HospitalSpecific      decimal.NullDecimal // TS203
	DisproportionateShare decimal.NullDecimal // TS204
	Capital               decimal.NullDecimal // TS205
	IndirectEducation     decimal.NullDecimal // TS206
	OutlierDays           decimal.NullDecimal // TS207
	DayOutlier            decimal.NullDecimal // TS208
	CostOutlier           decimal.NullDecimal // TS209
	AverageStay           decimal.NullDecimal // TS210, days
	Discharges            decimal.NullDecimal // TS211
	CostReportDays        decimal.NullDecimal // TS212
	CoveredDays           decimal.NullDecimal // TS213
	NoncoveredDays        decimal.NullDecimal // TS214
	MSPPassThrough        decimal.NullDecimal // TS215
	AverageDRGWeight      decimal.NullDecimal // TS216
	CapitalFederalDRG     decimal.NullDecimal // TS217
	CapitalHospitalDRG    decimal.NullDecimal // TS218
	CapitalShareDRG       decimal.NullDecimal // TS219: disproportionate share
}
