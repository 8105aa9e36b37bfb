// SPDX-License-Identifier: Apache-2.0

package x12

import "strings"

// Interchange is an ISA as it was read or is to be written. Its elements are
// kept with their padding; a writer pads what is shorter than its fixed width.
type Interchange struct {
	AuthorizationQualifier string // ISA01, 00 = none
	Authorization          string // ISA02
	SecurityQualifier      string // ISA03, 00 = none
	Security               string // ISA04
	SenderQualifier        string // ISA05: ZZ mutually defined, 30 tax id, 01 DUNS ...
	SenderID               string // ISA06
	ReceiverQualifier      string // ISA07
	ReceiverID             string // ISA08
	Date                   string // ISA09, YYMMDD
	Time                   string // ISA10, HHMM
	RepetitionSeparator    string // ISA11; the standards id U before version 00402
	Version                string // ISA12, 00501
	Control                string // ISA13, nine digits
	AckRequested           string // ISA14, 1 asks for a TA1
	Usage                  string // ISA15, P production or T test
	ComponentSeparator     string // ISA16

	Delimiters Delimiters
	LineBreak  string // what followed the ISA's terminator: "", "\n", "\r\n" ...
	Fragment   bool   // there was no ISA; the other fields but Delimiters are empty
}

// isaWidths are the fixed widths of ISA01 to ISA16.
var isaWidths = [16]int{2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1}

// Elements returns pointers to ISA01 to ISA16, in order.
func (i *Interchange) Elements() [16]*string {
	return [16]*string{&i.AuthorizationQualifier, &i.Authorization, &i.SecurityQualifier, &i.Security,
		&i.SenderQualifier, &i.SenderID, &i.ReceiverQualifier, &i.ReceiverID, &i.Date, &i.Time,
		&i.RepetitionSeparator, &i.Version, &i.Control, &i.AckRequested, &i.Usage, &i.ComponentSeparator}
}

// Sender returns qualifier and id of the sender without padding.
func (i *Interchange) Sender() (qualifier, id string) {
	return i.SenderQualifier, strings.TrimRight(i.SenderID, " ")
}

// Receiver returns qualifier and id of the receiver without padding.
func (i *Interchange) Receiver() (qualifier, id string) {
	return i.ReceiverQualifier, strings.TrimRight(i.ReceiverID, " ")
}

// Group is a GS.
type Group struct {
	FunctionalID string   // GS01: HC claims, HP remittances, HS and HB eligibility ...
	Sender       string   // GS02
	Receiver     string   // GS03
	Date         string   // GS04, CCYYMMDD
	Time         string   // GS05, HHMM, HHMMSS, HHMMSSD or HHMMSSDD
	Control      string   // GS06
	Agency       string   // GS07, X
	Version      string   // GS08: the implementation guide, 005010X222A1
	Extra        []string // elements after GS08, which the standard does not have
}

// Elements returns pointers to GS01 to GS08, in order.
func (g *Group) Elements() [8]*string {
	return [8]*string{&g.FunctionalID, &g.Sender, &g.Receiver, &g.Date, &g.Time, &g.Control, &g.Agency, &g.Version}
}

// Set is an ST.
type Set struct {
	ID         string   // ST01: 837, 835, 270 ...
	Control    string   // ST02
	Convention string   // ST03: the implementation guide; empty where the guide has none
	Extra      []string // elements after ST03, which the standard does not have
}

// Guide returns the version that decides how the set is read, for LookupGuide:
// ST03, or GS08 of its group when ST03 is empty (a remittance does not have it) or
// names no guide of this set and GS08 does. A remittance of which neither tells one
// (a fragment that begins at ST) is of the only guide that there is of it.
func (s *Set) Guide(g *Group) string {
	if g == nil {
		return s.version("")
	}
	return s.version(g.Version)
}

func (s *Set) version(gs string) string {
	if gs == "" && s.Convention == "" && s.ID == "835" {
		return "005010X221A1"
	}
	if s.Convention == "" || s.Convention != gs && !guideKnown(s.Convention, s.ID) && guideKnown(gs, s.ID) {
		return gs
	}
	return s.Convention
}
