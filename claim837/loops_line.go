// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/codec"

var (
	drugLoop            = codec.Loop[Drug]{ID: "2410", Tag: codec.LIN, Do: drug}
	lineRenderingLoop   = codec.Loop[Provider]{ID: "2420A", Tag: codec.NM1, Qualifiers: "82", Do: rendering}
	purchasedLoop       = codec.Loop[Provider]{ID: "2420B", Tag: codec.NM1, Qualifiers: "QB", Do: purchased}
	lineFacilityLoop    = codec.Loop[Facility]{ID: "2420C", Tag: codec.NM1, Qualifiers: "77", Do: lineFacility}
	lineSupervisingLoop = codec.Loop[Provider]{ID: "2420D", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	orderingLoop        = codec.Loop[OrderingProvider]{ID: "2420E", Tag: codec.NM1, Qualifiers: "DK", Do: ordering}
	lineReferringLoop   = codec.Loop[Provider]{ID: "2420F", Tag: codec.NM1, Qualifiers: "DN", Do: referring}
	linePrimaryCareLoop = codec.Loop[Provider]{ID: "2420F", Tag: codec.NM1, Qualifiers: "P3", Do: primaryCare}
	linePickUpLoop      = codec.Loop[AmbulanceLocation]{ID: "2420G", Tag: codec.NM1, Qualifiers: "PW", Do: pickUp}
	lineDropOffLoop     = codec.Loop[AmbulanceLocation]{ID: "2420H", Tag: codec.NM1, Qualifiers: "45", Do: dropOff}
	adjudicationLoop    = codec.Loop[Adjudication]{ID: "2430", Tag: codec.SVD, Do: adjudication}
	formLoop            = codec.Loop[Form]{ID: "2440", Tag: codec.LQ, Do: form}
)

// professionalLine is loop 2400 of the 837P.
func professionalLine(c *codec.Codec, l *ServiceLine) {
	c.Rest(&l.Rest)
	c.LX(&l.Number)
	if c.Begin(codec.SV1, "") {
		procedure(c, 1, &l.Procedure)
		c.Amount(2, &l.Charge)
		c.Code(3, &l.Unit)
		c.Amount(4, &l.Units)
		c.Code(5, &l.PlaceOfService)
		c.IntList(7, 4, &l.DiagnosisPointers)
		c.Bool(9, &l.Emergency, "Y")
		c.Bool(11, &l.EPSDT, "Y")
		c.Bool(12, &l.FamilyPlanning, "Y")
		c.Bool(15, &l.CopayExempt, "0")
		c.End()
	}
	codec.RunOf(c, codec.SV5.Set()|codec.PWK.Set()|codec.CR1.Set()|codec.CR3.Set()|codec.CRC.Set(), l, lineEquipment)
	codec.Run(c, codec.DTP, l, lineDates)
	codec.RunOf(c, codec.QTY.Set()|codec.MEA.Set()|codec.CN1.Set(), l, lineMeasures)
	codec.Run(c, codec.REF, l, lineReferences)
	codec.RunOf(c, codec.AMT.Set()|codec.K3.Set()|codec.NTE.Set()|codec.PS1.Set()|codec.HCP.Set(), l, lineRemarks)
	codec.Opt(c, &l.Drug, &drugLoop)
	codec.Run(c, codec.NM1, l, lineProviders)
	codec.Many(c, &l.Adjudications, &adjudicationLoop)
	codec.Many(c, &l.Forms, &formLoop)
}

// lineEquipment is the segments SV5 to CRC of loop 2400.
func lineEquipment(c *codec.Codec, l *ServiceLine) {
	codec.Seg(c, codec.SV5, "", &l.Equipment, equipment)
	codec.SegsAt(c, codec.PWK, 2, "AA|BM|EL|EM|FT|FX", &l.Attachments, attachment)
	if c.BeginAt(codec.PWK, 2, "AB|AD|AF|AG|NS") {
		c.Fixed(1, "CT")
		c.Code(2, &l.CertificateTransmission)
		c.End()
	}
	codec.Seg(c, codec.CR1, "", &l.Ambulance, ambulanceTransport)
	codec.Seg(c, codec.CR3, "", &l.EquipmentCertification, equipmentCertification)
	codec.Run(c, codec.CRC, l, lineCertifications)
}

// lineMeasures is the segments QTY to CN1 of loop 2400.
func lineMeasures(c *codec.Codec, l *ServiceLine) {
	c.QTY("PT", &l.AmbulancePatients)
	c.QTY("FL", &l.ObstetricUnits)
	codec.Segs(c, codec.MEA, "", &l.TestResults, testResult)
	codec.Seg(c, codec.CN1, "", &l.Contract, contract)
}

// lineRemarks is the segments AMT to HCP of loop 2400.
func lineRemarks(c *codec.Codec, l *ServiceLine) {
	c.AMT("T", &l.SalesTax)
	c.AMT("F4", &l.Postage)
	c.K3(&l.FileInformation)
	codec.Seg(c, codec.NTE, "ADD|DCP", &l.Note, note)
	if c.Begin(codec.NTE, "TPO") {
		c.Fixed(1, "TPO")
		c.Words(2, &l.ThirdPartyNote)
		c.End()
	}
	codec.Seg(c, codec.PS1, "", &l.PurchasedService, purchasedService)
	codec.Seg(c, codec.HCP, "", &l.Pricing, pricing)
}

// lineCertifications is the CRC segments of loop 2400.
func lineCertifications(c *codec.Codec, l *ServiceLine) {
	codec.Segs(c, codec.CRC, "07", &l.AmbulanceCertifications, ambulanceCertification)
	if c.Begin(codec.CRC, "70") {
		c.Fixed(1, "70")
		c.Code(2, &l.HospiceEmployee)
		c.Fixed(3, "65")
		c.End()
	}
	codec.Seg(c, codec.CRC, "09", &l.EquipmentConditions, equipmentConditions)
}

// lineProviders is loops 2420A to 2420H.
func lineProviders(c *codec.Codec, l *ServiceLine) {
	codec.Opt(c, &l.Rendering, &lineRenderingLoop)
	codec.Opt(c, &l.Purchased, &purchasedLoop)
	codec.Opt(c, &l.Facility, &lineFacilityLoop)
	codec.Opt(c, &l.Supervising, &lineSupervisingLoop)
	codec.Opt(c, &l.Ordering, &orderingLoop)
	codec.Opt(c, &l.Referring, &lineReferringLoop)
	codec.Opt(c, &l.PrimaryCare, &linePrimaryCareLoop)
	codec.Opt(c, &l.PickUp, &linePickUpLoop)
	codec.Opt(c, &l.DropOff, &lineDropOffLoop)
}

// lineDates is the DTP segments of loop 2400.
func lineDates(c *codec.Codec, l *ServiceLine) {
	c.DTPRange("472", &l.Date)
	c.DTP("471", &l.Prescription)
	c.DTP("607", &l.Recertification)
	c.DTP("463", &l.BeginTherapy)
	c.DTP("461", &l.LastCertified)
	c.DTP("304", &l.LastSeen)
	c.DTP("738", &l.HemoglobinTest)
	c.DTP("739", &l.CreatinineTest)
	c.DTP("011", &l.Shipped)
	c.DTP("455", &l.LastXRay)
	c.DTP("454", &l.InitialTreatment)
}

// lineReferences is the REF segments of loop 2400.
func lineReferences(c *codec.Codec, l *ServiceLine) {
	c.REF("9B", &l.RepricedLine)
	c.REF("9D", &l.AdjustedRepricedLine)
	codec.Segs(c, codec.REF, "G1", &l.PriorAuthorizations, priorAuthorization)
	c.REF("6R", &l.ControlNumber)
	c.REF("EW", &l.MammographyCertification)
	c.REF("X4", &l.CLIA)
	c.REF("F4", &l.ReferringCLIA)
	c.REF("BT", &l.ImmunizationBatch)
	codec.Segs(c, codec.REF, "9F", &l.Referrals, referral)
}

// drug is loop 2410.
func drug(c *codec.Codec, d *Drug) {
	c.Rest(&d.Rest)
	if c.Begin(codec.LIN, "") {
		c.Code(2, &d.Qualifier)
		c.Text(3, &d.Code)
		c.End()
	}
	if c.Begin(codec.CTP, "") {
		c.Amount(4, &d.Quantity)
		c.CodeComp(5, 1, &d.Unit)
		c.End()
	}
	c.REF("XZ", &d.PrescriptionNumber)
	c.REF("VY", &d.CompoundLink)
}

// purchased is loop 2420B.
func purchased(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("QB", &p.Name)
	codec.Segs(c, codec.REF, "0B|1G|G2", &p.SecondaryIDs, secondaryID)
}

// lineFacility is loop 2420C.
func lineFacility(c *codec.Codec, f *Facility) {
	c.Rest(&f.Rest)
	c.NM1("77", &f.Name)
	c.Address(&f.Address)
	codec.Segs(c, codec.REF, "G2|LU", &f.SecondaryIDs, secondaryID)
}

// ordering is loop 2420E.
func ordering(c *codec.Codec, p *OrderingProvider) {
	c.Rest(&p.Rest)
	c.NM1("DK", &p.Name)
	c.Address(&p.Address)
	codec.Segs(c, codec.REF, "0B|1G|G2", &p.SecondaryIDs, secondaryID)
	c.Contact(&p.Contact)
}

// adjudication is loop 2430.
func adjudication(c *codec.Codec, a *Adjudication) {
	c.Rest(&a.Rest)
	if c.Begin(codec.SVD, "") {
		c.Text(1, &a.PayerID)
		c.Amount(2, &a.Paid)
		procedure(c, 3, &a.Procedure)
		c.Text(4, &a.RevenueCode)
		c.Amount(5, &a.PaidUnits)
		c.LineRef(6, &a.BundledInto)
		c.End()
	}
	c.CAS(&a.Adjustments)
	c.DTP("573", &a.PaidDate)
	c.AMT("EAF", &a.PatientLiability)
}

// form is loop 2440.
func form(c *codec.Codec, f *Form) {
	c.Rest(&f.Rest)
	if c.Begin(codec.LQ, "") {
		c.Code(1, &f.Qualifier)
		c.Text(2, &f.ID)
		c.End()
	}
	codec.Segs(c, codec.FRM, "", &f.Answers, formAnswer)
}
