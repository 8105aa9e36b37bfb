// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// AmbulanceTransport is a transport by ambulance, CR1 in loops 2300 and 2400.
type AmbulanceTransport struct {
	Weight           decimal.NullDecimal // CR102, pounds (CR101 = LB)
	Reason           x12.Code            // CR104: TransportNearestFacility …
	Distance         decimal.Decimal     // CR106, loaded miles (CR105 = DH)
	RoundTripPurpose string              // CR109: why a round trip
	StretcherPurpose string              // CR110: why a stretcher
}

// AmbulanceLocation is where an ambulance picked up or dropped off the
// patient: loops 2310E, 2310F, 2420G, 2420H.
type AmbulanceLocation struct {
	Name    x12.Name    // NM1*PW or NM1*45, an organization; a drop-off may have a name
	Address x12.Address // N3, N4
	Rest    []x12.Raw
}

// Certification is a statement about the patient's condition, CRC.
type Certification struct {
	Applies    x12.Code   // CRC02: Yes or No, whether Conditions apply
	Conditions []x12.Code // CRC03 to CRC07, up to five
}

// VisionCertification says why spectacles or lenses were needed, CRC in loop
// 2300.
type VisionCertification struct {
	Category   x12.Code   // CRC01: E1 spectacle lenses, E2 contact lenses, E3 frames
	Applies    x12.Code   // CRC02: Yes or No
	Conditions []x12.Code // CRC03 to CRC07: L1 to L5, up to five
}

// SpinalManipulation is about chiropractic treatment, CR2 in loop 2300.
type SpinalManipulation struct {
	Condition    x12.Code // CR208: A acute, C chronic, M acute on chronic …
	Descriptions []string // CR210, CR211
}
