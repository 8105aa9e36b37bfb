// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/codec"

var (
	referringLoop     = codec.Loop[Provider]{ID: "2310A", Tag: codec.NM1, Qualifiers: "DN", Do: referring}
	primaryCareLoop   = codec.Loop[Provider]{ID: "2310A", Tag: codec.NM1, Qualifiers: "P3", Do: primaryCare}
	renderingLoop     = codec.Loop[Provider]{ID: "2310B", Tag: codec.NM1, Qualifiers: "82", Do: rendering}
	facilityLoop      = codec.Loop[Facility]{ID: "2310C", Tag: codec.NM1, Qualifiers: "77", Do: facility}
	supervisingLoop   = codec.Loop[Provider]{ID: "2310D", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	pickUpLoop        = codec.Loop[AmbulanceLocation]{ID: "2310E", Tag: codec.NM1, Qualifiers: "PW", Do: pickUp}
	dropOffLoop       = codec.Loop[AmbulanceLocation]{ID: "2310F", Tag: codec.NM1, Qualifiers: "45", Do: dropOff}
	otherCoverageLoop = codec.Loop[OtherCoverage]{ID: "2320", Tag: codec.SBR, Do: otherCoverage}
	lineLoop          = codec.Loop[ServiceLine]{ID: "2400", Tag: codec.LX, Do: professionalLine}
)

// professionalClaim is loop 2300 of the 837P.
func professionalClaim(c *codec.Codec, v *Claim) {
	c.Rest(&v.Rest)
	if c.Begin(codec.CLM, "") {
		c.Text(1, &v.ID)
		c.Amount(2, &v.Charge)
		c.CodeComp(5, 1, &v.PlaceOfService)
		c.FixedComp(5, 2, "B")
		c.CodeComp(5, 3, &v.Frequency)
		c.Code(6, &v.ProviderSignature)
		c.Code(7, &v.Assignment)
		c.Code(8, &v.BenefitsAssigned)
		c.Code(9, &v.ReleaseOfInformation)
		c.Code(10, &v.PatientSignatureSource)
		c.CodeComps(11, 1, 2, &v.RelatedCauses)
		c.TextComp(11, 4, &v.AccidentState)
		c.TextComp(11, 5, &v.AccidentCountry)
		c.Code(12, &v.SpecialProgram)
		c.Code(20, &v.DelayReason)
		c.End()
	}
	codec.Run(c, codec.DTP, v, claimDates)
	codec.RunOf(c, codec.PWK.Set()|codec.CN1.Set()|codec.AMT.Set(), v, claimPapers)
	codec.Run(c, codec.REF, v, claimReferences)
	codec.RunOf(c, codec.K3.Set()|codec.NTE.Set()|codec.CR1.Set()|codec.CR2.Set()|codec.CRC.Set(), v, claimRemarks)
	codec.Run(c, codec.HI, v, claimCodes)
	codec.Seg(c, codec.HCP, "", &v.Pricing, pricing)
	codec.Run(c, codec.NM1, v, claimProviders)
	codec.Many(c, &v.OtherCoverage, &otherCoverageLoop)
	codec.Many(c, &v.Lines, &lineLoop)
}

// claimPapers is the segments PWK to AMT of loop 2300.
func claimPapers(c *codec.Codec, v *Claim) {
	codec.Segs(c, codec.PWK, "", &v.Attachments, attachment)
	codec.Seg(c, codec.CN1, "", &v.Contract, contract)
	c.AMT("F5", &v.PatientPaid)
}

// claimRemarks is the segments K3 to CRC of loop 2300.
func claimRemarks(c *codec.Codec, v *Claim) {
	c.K3(&v.FileInformation)
	codec.Segs(c, codec.NTE, "", &v.Notes, note)
	codec.Seg(c, codec.CR1, "", &v.Ambulance, ambulanceTransport)
	codec.Seg(c, codec.CR2, "", &v.SpinalManipulation, spinalManipulation)
	codec.Run(c, codec.CRC, v, claimCertifications)
}

// claimCodes is the HI segments of loop 2300.
func claimCodes(c *codec.Codec, v *Claim) {
	codec.HIs(c, "ABK|BK", "ABF|BF", &v.Diagnoses, diagnosis, diagnosisParts)
	c.HICodes("BP", "BO", &v.AnesthesiaProcedures)
	c.HICodes("BG", "BG", &v.ConditionCodes)
}

// claimReferences is the REF segments of loop 2300.
func claimReferences(c *codec.Codec, v *Claim) {
	c.REF("4N", &v.ServiceAuthorizationException)
	c.REF("F5", &v.MedicareCrossover)
	c.REF("EW", &v.MammographyCertification)
	c.REF("9F", &v.Referral)
	c.REF("G1", &v.PriorAuthorization)
	c.REF("F8", &v.PayerClaimControlNumber)
	c.REF("X4", &v.CLIA)
	c.REF("9A", &v.RepricedClaim)
	c.REF("9C", &v.AdjustedRepricedClaim)
	c.REFList("LX", &v.DeviceExemptions)
	c.REF("D9", &v.IntermediaryClaim)
	c.REF("EA", &v.MedicalRecord)
	c.REF("P4", &v.DemonstrationProject)
	c.REF("1J", &v.CarePlanOversight)
}

// claimCertifications is the CRC segments of loop 2300.
func claimCertifications(c *codec.Codec, v *Claim) {
	codec.Segs(c, codec.CRC, "07", &v.AmbulanceCertifications, ambulanceCertification)
	codec.Segs(c, codec.CRC, "E1|E2|E3", &v.VisionCertifications, visionCertification)
	if c.Begin(codec.CRC, "75") {
		c.Fixed(1, "75")
		c.Bool(2, &v.Homebound, "Y")
		c.Fixed(3, "IH")
		c.End()
	}
	codec.Seg(c, codec.CRC, "ZZ", &v.EPSDTReferral, epsdtReferral)
}

// claimProviders is loops 2310A to 2310F.
func claimProviders(c *codec.Codec, v *Claim) {
	codec.Opt(c, &v.Referring, &referringLoop)
	codec.Opt(c, &v.PrimaryCare, &primaryCareLoop)
	codec.Opt(c, &v.Rendering, &renderingLoop)
	codec.Opt(c, &v.Facility, &facilityLoop)
	codec.Opt(c, &v.Supervising, &supervisingLoop)
	codec.Opt(c, &v.PickUp, &pickUpLoop)
	codec.Opt(c, &v.DropOff, &dropOffLoop)
}

// claimDates is the DTP segments of loop 2300.
func claimDates(c *codec.Codec, v *Claim) {
	c.DTP("431", &v.Onset)
	c.DTP("454", &v.InitialTreatment)
	c.DTP("304", &v.LastSeen)
	c.DTP("453", &v.AcuteManifestation)
	c.DTP("439", &v.Accident)
	c.DTP("484", &v.LastMenstrualPeriod)
	c.DTP("455", &v.LastXRay)
	c.DTP("471", &v.Prescription)
	c.DTPRange("314", &v.Disability)
	c.DTPRange("360", &v.DisabilityFrom)
	c.DTPRange("361", &v.DisabilityTo)
	c.DTP("297", &v.LastWorked)
	c.DTP("296", &v.ReturnToWork)
	c.DTP("435", &v.Admission)
	c.DTP("096", &v.Discharge)
	c.DTP("090", &v.AssumedCare)
	c.DTP("091", &v.RelinquishedCare)
	c.DTP("444", &v.FirstContact)
	c.DTP("050", &v.RepricerReceived)
}

// referring is loop 2310A.
func referring(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("DN", &p.Name)
	codec.Segs(c, codec.REF, "0B|1G|G2", &p.SecondaryIDs, secondaryID)
}

// primaryCare is loop 2310A, too.
func primaryCare(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("P3", &p.Name)
	codec.Segs(c, codec.REF, "0B|1G|G2", &p.SecondaryIDs, secondaryID)
}

// rendering is loop 2310B.
func rendering(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("82", &p.Name)
	taxonomy(c, "PE", &p.Taxonomy)
	codec.Segs(c, codec.REF, "0B|1G|G2|LU", &p.SecondaryIDs, secondaryID)
}

// facility is loop 2310C.
func facility(c *codec.Codec, f *Facility) {
	c.Rest(&f.Rest)
	c.NM1("77", &f.Name)
	c.Address(&f.Address)
	codec.Segs(c, codec.REF, "0B|G2|LU", &f.SecondaryIDs, secondaryID)
	c.Contact(&f.Contact)
}

// supervising is loop 2310D.
func supervising(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("DQ", &p.Name)
	codec.Segs(c, codec.REF, "0B|1G|G2|LU", &p.SecondaryIDs, secondaryID)
}

// pickUp is loops 2310E and 2420G.
func pickUp(c *codec.Codec, l *AmbulanceLocation) {
	c.Rest(&l.Rest)
	c.NM1("PW", &l.Name)
	c.Address(&l.Address)
}

// dropOff is loops 2310F and 2420H.
func dropOff(c *codec.Codec, l *AmbulanceLocation) {
	c.Rest(&l.Rest)
	c.NM1("45", &l.Name)
	c.Address(&l.Address)
}
