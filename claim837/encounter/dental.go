// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/x12"

// DentalVisit is what a dentist adds to an encounter. With it an Encounter
// becomes a dental claim; teeth and surfaces stand with the services.
type DentalVisit struct {
	Predetermination       bool          `json:"predetermination,omitzero"`       // asks what the payer would pay for services that are planned: they have no date
	PredeterminationNumber string        `json:"predeterminationNumber,omitzero"` // by which the payer answered such a question
	Orthodontics           *Orthodontics `json:"orthodontics,omitempty"`          // the treatment that moves teeth
	MissingTeeth           []string      `json:"missingTeeth,omitempty"`          // numbers or letters of the teeth that are not there
	TeethToExtract         []string      `json:"teethToExtract,omitempty"`        // numbers or letters of the teeth that will be pulled; 35 with the missing ones
	Notes                  []string      `json:"notes,omitempty"`                 // for the payer, besides the encounter's note: five in all
}

// Orthodontics is a treatment that moves teeth.
type Orthodontics struct {
	Months          NullAmount `json:"months,omitzero"`          // how long it takes in all
	MonthsRemaining NullAmount `json:"monthsRemaining,omitzero"` // how long it still takes, for a patient who comes from another dentist
	Placed          x12.Date   `json:"placed,omitzero"`          // when the appliance was placed
}

// Tooth is a tooth that a service was done to. In JSON it may be a string:
// its number.
type Tooth struct {
	Number   string `json:"number"`            // 1 to 32, A to T; 51 to 82 and AS to TS for supernumerary ones
	Surfaces string `json:"surfaces,omitzero"` // letters as on the chart: M, O, D, B, L, F, I; MOD for three
}

// Prosthesis says whether a crown, inlay, bridge or denture is the first or
// replaces one.
type Prosthesis struct {
	Kind              string   `json:"kind"`                       // initial or replacement
	PriorDate         x12.Date `json:"priorDate,omitzero"`         // when the one that is replaced was placed; needed for a replacement
	PriorDateEstimate bool     `json:"priorDateEstimate,omitzero"` // priorDate is a guess
}
