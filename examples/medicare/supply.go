// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"io"
	"maps"
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// supply is what the caller knows and the files don't hold. A value that the
// files hold is never replaced by it, but a member id may be given anew.
type supply struct {
	Practice  encounter.Practice         `json:"practice"`  // who sends the file, to whom; who bills when a row names nobody
	Payers    map[string]encounter.Payer `json:"payers"`    // by CARR_NUM or FI_NUM; "" for rows that name none, "*" for any other; without id it is what the rows name
	Providers map[string]encounter.Party `json:"providers"` // by NPI
	Roles     map[string]encounter.Party `json:"roles"`     // billing, rendering, referring, ordering, attending, operating, otherOperating: who has an NPI that is not in providers

	Taxonomies        map[string]string       `json:"taxonomies"`        // by CMS specialty (PRVDR_SPCLTY), for rendering providers without one
	People            map[string]personSupply `json:"people"`            // by BENE_ID; "*" for any other
	Drugs             map[string]drugSupply   `json:"drugs"`             // by NDC
	Stays             map[string]staySupply   `json:"stays"`             // by CLM_ID; "*" for any other
	MinutesPerUnit    int                     `json:"minutesPerUnit"`    // of anesthesia; 15 when empty
	UnitsHaveDecimals bool                    `json:"unitsHaveDecimals"` // time units stand as they are, and not without their point as CMS writes them
	RulesOff          []string                `json:"rulesOff"`          // billing rules that the data cannot meet, as made-up NPIs
	StandIns          standIns                `json:"standIns"`          // for trials with made-up rows, see standIns

	used  map[string]int // how often each kind of value was supplied
	stood map[string]int // how often a stand-in took the place of one
}

// personSupply is what the caller knows of a beneficiary.
type personSupply struct {
	MemberID string                  `json:"memberID"` // in place of the one of the files
	Address  encounter.PostalAddress `json:"address"`  // each part that the files don't hold
}

// staySupply is what the caller knows of a stay and the files don't hold.
type staySupply struct {
	AdmissionHour x12.Time `json:"admissionHour"` // of inpatients and nursing facilities, 14:30
	DischargeHour x12.Time `json:"dischargeHour"` // the same
	Priority      string   `json:"priority"`      // how urgent the admission or the visit was, where the file has no column for it
	Origin        string   `json:"origin"`        // from where the patient came, where the file has no column for it
	ChangeReason  string   `json:"changeReason"`  // why an earlier claim is replaced or voided
}

// drugSupply turns the units of a service into a quantity of the drug.
type drugSupply struct {
	PerUnit decimal.Decimal `json:"perUnit"` // quantity for one unit of the service
	Unit    string          `json:"unit"`    // of that quantity
}

// standIns are values for what made-up rows leave out, used with -standins only:
// whoever bills in earnest has such rows refused.
type standIns struct {
	Codes         map[string]string `json:"codes"`         // by place of service: the code of a service whose row has none
	MainDiagnosis bool              `json:"mainDiagnosis"` // a service whose row has no diagnosis is for the main one; a stay without one at admission has it

	RevenueCodes   map[string]string `json:"revenueCodes"`   // by kind of file: of a row of the total (0001) that names a procedure, and so is a service
	CoveredCharges bool              `json:"coveredCharges"` // the charge of a row of a stay is its covered part: with REV_CNTR_NCVRD_CHRG_AMT it is the whole
	SumOfRows      bool              `json:"sumOfRows"`      // the rows of a stay are billed, whatever its own total is
	LastDay        bool              `json:"lastDay"`        // the patient left on the last day of the bill, whatever NCH_BENE_DSCHRG_DT says
}

// readSupply reads practice.json. Unknown keys and rules are errors.
func readSupply(r io.Reader, standins bool) (*supply, *claim837.RuleSet, error) {
	s := &supply{used: make(map[string]int), stood: make(map[string]int)}
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(s); err != nil {
		return nil, nil, err
	}
	if s.MinutesPerUnit == 0 {
		s.MinutesPerUnit = 15
	}
	if !standins {
		s.StandIns = standIns{}
	}
	rules := claim837.NewRuleSet()
	return s, rules, rules.Disable(s.RulesOff...)
}

// fill sets a value that the files don't hold, and counts it.
func (s *supply) fill(what string, to *string, from string) {
	if *to == "" && from != "" {
		*to = from
		s.used[what]++
	}
}

// standIn is fill for a stand-in.
func (s *supply) standIn(what string, to *string, from string) {
	if *to == "" && from != "" {
		*to = from
		s.stood[what]++
	}
}

// fillHour is fill for an hour.
func (s *supply) fillHour(what string, to *x12.Time, from x12.Time) {
	if to.IsZero() && !from.IsZero() {
		*to = from
		s.used[what]++
	}
}

// stay returns what is known of a stay.
func (s *supply) stay(id string) staySupply {
	if v, ok := s.Stays[id]; ok {
		return v
	}
	return s.Stays["*"]
}

// party is a provider by NPI: as the caller knows it, or who has the role.
func (s *supply) party(npi, role string) *encounter.Party {
	p, ok := s.Providers[npi]
	if !ok || npi == "" {
		p = s.Roles[role]
	}
	p.NPI = first(npi, p.NPI)
	return &p
}

// address fills what is missing of an address.
func (s *supply) address(what string, a *encounter.PostalAddress, from encounter.PostalAddress) {
	s.fill(what+".line1", &a.Line1, from.Line1)
	if a.Line1 == from.Line1 && a.Line2 == "" {
		a.Line2 = from.Line2
	}
	s.fill(what+".city", &a.City, from.City)
	s.fill(what+".state", &a.State, from.State)
	s.fill(what+".zip", &a.Zip, from.Zip)
}

// person returns what is known of a beneficiary.
func (s *supply) person(id string) personSupply {
	if p, ok := s.People[id]; ok {
		return p
	}
	return s.People["*"]
}

// kinds lists what was supplied, or stood in, sorted.
func kinds(of map[string]int) []string { return slices.Sorted(maps.Keys(of)) }
