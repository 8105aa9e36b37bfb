// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// DentalClaim is what loop 2300 of the 837D has beside the fields that all
// claims share: see Claim for the charge, the place, the accident, the
// diagnoses and the providers.
type DentalClaim struct {
	Predetermination   bool   // CLM19 = PB: asks what would be paid, not for payment
	PredeterminationID string // REF*G3: the payer's number of its answer

	AppliancePlacement x12.Date      // DTP*452: of orthodontic appliances
	Service            x12.DateRange // DTP*472: when all lines have it in common, a day or a range

	Orthodontics     *Orthodontics // DN1
	Teeth            []ToothStatus // DN2, up to 35: missing teeth and those to be extracted
	AssistantSurgeon *Provider     // loop 2310D, NM1*DD
}

// Orthodontics is a treatment that goes on for months, DN1.
type Orthodontics struct {
	Months          decimal.NullDecimal // DN101: of the whole treatment
	MonthsRemaining decimal.NullDecimal // DN102: for a patient who came in treatment
	Treatment       bool                // DN104 = Y: services are orthodontic, when no months are known
}

// ToothStatus says what became of a tooth, DN2 (DN206 = JP).
type ToothStatus struct {
	Tooth  string   // DN201: number by the universal system, 1 to 32, A to T
	Status x12.Code // DN202: ToothToExtract or ToothMissing
}

// DentalLine is what loop 2400 of the 837D has beside the fields that all lines
// share; it is nil for a line with none of it.
type DentalLine struct {
	OralCavity []x12.Code // SV304, up to five: OralQuadrantUpperRight …
	Prosthesis x12.Code   // SV305: ProsthesisInitial or ProsthesisReplacement
	Teeth      []Tooth    // TOO, up to 32

	PriorPlacement          x12.Date // DTP*441: of the prosthesis that is replaced
	PriorPlacementEstimated x12.Date // DTP*139: the same, when not known for sure
	AppliancePlacement      x12.Date // DTP*452: of orthodontic appliances
	Replacement             x12.Date // DTP*446: of an appliance
	TreatmentStart          x12.Date // DTP*196
	TreatmentCompletion     x12.Date // DTP*198

	Predeterminations []PayerReference // REF*G3, up to five
	AssistantSurgeon  *Provider        // loop 2420B, NM1*DD
}

// Tooth is a tooth that a service was for, TOO (TOO01 = JP).
type Tooth struct {
	Code     string     // TOO02: number by the universal system, 1 to 32, A to T
	Surfaces []x12.Code // TOO03, up to five: SurfaceMesial …
}
