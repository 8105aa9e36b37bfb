package claim837

import "github.com/claimwire/claimwire/internal/clone"

// Clone returns a copy of the claim and of its context that shares no memory
// with it: not with the claim, which a reader may use again, nor with the
// blocks of text that its strings were cut from. Amounts are shared, they
// never change. All strings of the copy are parts of one allocation.
func (c *Claim) Clone() *Claim { return clone.Of(c, cloneClaim) }

func cloneClaim(k *clone.Copier, c *Claim) {
	clone.Pointer(k, &c.Submission, cloneSubmission)
	clone.Pointer(k, &c.BillingProvider, cloneBillingProvider)
	clone.Pointer(k, &c.Subscriber, cloneSubscriber)
	clone.Pointer(k, &c.Patient, clonePatient)
	clone.Text(k, &c.ID, &c.AccidentState, &c.AccidentCountry,
		&c.ServiceAuthorizationException, &c.MedicareCrossover,
		&c.MammographyCertification, &c.Referral, &c.PriorAuthorization,
		&c.PayerClaimControlNumber, &c.CLIA, &c.RepricedClaim,
		&c.AdjustedRepricedClaim, &c.IntermediaryClaim,
		&c.MedicalRecord, &c.DemonstrationProject, &c.CarePlanOversight)
	clone.Text(k, &c.PlaceOfService, &c.Frequency, &c.ProviderSignature,
		&c.Assignment, &c.BenefitsAssigned, &c.ReleaseOfInformation,
		&c.PatientSignatureSource, &c.SpecialProgram, &c.DelayReason)
	clone.Pointer(k, &c.Institutional, cloneInstitutional)
	clone.Pointer(k, &c.Dental, cloneDental)
	clone.Texts(k, &c.RelatedCauses)
	clone.Texts(k, &c.DeviceExemptions)
	clone.Slice(k, &c.Attachments, cloneAttachment)
	clone.Pointer(k, &c.Contract, cloneContract)
	clone.Texts(k, &c.FileInformation)
	clone.Slice(k, &c.Notes, cloneNote)
	clone.Pointer(k, &c.Ambulance, cloneAmbulance)
	clone.Pointer(k, &c.SpinalManipulation, cloneSpinalManipulation)
	clone.Slice(k, &c.AmbulanceCertifications, cloneCertification)
	clone.Slice(k, &c.VisionCertifications, cloneVisionCertification)
	clone.Pointer(k, &c.EPSDTReferral, cloneCertification)
	clone.Slice(k, &c.Diagnoses, cloneDiagnosis)
	clone.Slice(k, &c.AnesthesiaProcedures, cloneCodedValue)
	clone.Slice(k, &c.ConditionCodes, cloneCodedValue)
	clone.Pointer(k, &c.Pricing, clonePricing)
	clone.Pointer(k, &c.Referring, cloneProvider)
	clone.Pointer(k, &c.PrimaryCare, cloneProvider)
	clone.Pointer(k, &c.Rendering, cloneProvider)
	clone.Pointer(k, &c.Facility, cloneFacility)
	clone.Pointer(k, &c.Supervising, cloneProvider)
	clone.Pointer(k, &c.PickUp, cloneAmbulanceLocation)
	clone.Pointer(k, &c.DropOff, cloneAmbulanceLocation)
	clone.Slice(k, &c.OtherCoverage, cloneOtherCoverage)
	clone.Slice(k, &c.Lines, cloneLine)
	clone.Slice(k, &c.Rest, clone.Raw)
}

func cloneLine(k *clone.Copier, l *ServiceLine) {
	cloneProcedure(k, &l.Procedure)
	clone.Text(k, &l.RevenueCode)
	clone.Pointer(k, &l.Institutional, cloneInstitutionalLine)
	clone.Pointer(k, &l.Dental, cloneDentalLine)
	clone.Text(k, &l.Unit, &l.PlaceOfService, &l.CertificateTransmission, &l.HospiceEmployee)
	clone.Slice(k, &l.DiagnosisPointers, func(*clone.Copier, *int) {})
	clone.Pointer(k, &l.Equipment, cloneEquipment)
	clone.Slice(k, &l.Attachments, cloneAttachment)
	clone.Pointer(k, &l.Ambulance, cloneAmbulance)
	clone.Pointer(k, &l.EquipmentCertification, cloneEquipmentCertification)
	clone.Slice(k, &l.AmbulanceCertifications, cloneCertification)
	clone.Pointer(k, &l.EquipmentConditions, cloneCertification)
	clone.Slice(k, &l.TestResults, cloneTestResult)
	clone.Pointer(k, &l.Contract, cloneContract)
	clone.Text(k, &l.RepricedLine, &l.AdjustedRepricedLine, &l.ControlNumber,
		&l.MammographyCertification, &l.CLIA, &l.ReferringCLIA,
		&l.ImmunizationBatch, &l.ThirdPartyNote)
	clone.Slice(k, &l.PriorAuthorizations, clonePayerReference)
	clone.Slice(k, &l.Referrals, clonePayerReference)
	clone.Texts(k, &l.FileInformation)
	clone.Pointer(k, &l.Note, cloneNote)
	clone.Pointer(k, &l.PurchasedService, clonePurchasedService)
	clone.Pointer(k, &l.Pricing, clonePricing)
	clone.Pointer(k, &l.Drug, cloneDrug)
	clone.Pointer(k, &l.Rendering, cloneProvider)
	clone.Pointer(k, &l.Purchased, cloneProvider)
	clone.Pointer(k, &l.Facility, cloneFacility)
	clone.Pointer(k, &l.Supervising, cloneProvider)
	clone.Pointer(k, &l.Ordering, cloneOrderingProvider)
	clone.Pointer(k, &l.Referring, cloneProvider)
	clone.Pointer(k, &l.PrimaryCare, cloneProvider)
	clone.Pointer(k, &l.PickUp, cloneAmbulanceLocation)
	clone.Pointer(k, &l.DropOff, cloneAmbulanceLocation)
	clone.Slice(k, &l.Adjudications, cloneAdjudication)
	clone.Slice(k, &l.Forms, cloneForm)
	clone.Slice(k, &l.Rest, clone.Raw)
}

func cloneOtherCoverage(k *clone.Copier, o *OtherCoverage) {
	clone.Text(k, &o.GroupNumber, &o.GroupName)
	clone.Text(k, &o.Responsibility, &o.Relationship, &o.InsuranceType, &o.FilingIndicator,
		&o.BenefitsAssigned, &o.PatientSignatureSource, &o.ReleaseOfInformation)
	clone.Slice(k, &o.Adjustments, cloneAdjustmentGroup)
	clone.Pointer(k, &o.Inpatient, func(k *clone.Copier, m *InpatientAdjudication) { clone.Texts(k, &m.Remarks) })
	clone.Pointer(k, &o.Outpatient, func(k *clone.Copier, m *OutpatientAdjudication) { clone.Texts(k, &m.Remarks) })
	clone.Name(k, &o.Subscriber.Name)
	clone.Address(k, &o.Subscriber.Address)
	clone.Text(k, &o.Subscriber.SSN, &o.Subscriber.SSN2)
	clone.Slice(k, &o.Subscriber.Rest, clone.Raw)
	clone.Name(k, &o.Payer.Name)
	clone.Address(k, &o.Payer.Address)
	clone.Slice(k, &o.Payer.SecondaryIDs, clone.Reference)
	clone.Text(k, &o.Payer.PriorAuthorization, &o.Payer.Referral, &o.Payer.Predetermination, &o.Payer.ClaimControlNumber)
	clone.Slice(k, &o.Payer.Rest, clone.Raw)
	for _, p := range []**Provider{&o.Attending, &o.Operating, &o.OtherOperating, &o.Referring, &o.PrimaryCare,
		&o.Rendering, &o.Facility, &o.Supervising, &o.AssistantSurgeon, &o.Billing} {
		clone.Pointer(k, p, cloneProvider)
	}
	clone.Slice(k, &o.Rest, clone.Raw)
}

func cloneAdjudication(k *clone.Copier, a *Adjudication) {
	clone.Text(k, &a.PayerID, &a.RevenueCode)
	cloneProcedure(k, &a.Procedure)
	clone.Slice(k, &a.Adjustments, cloneAdjustmentGroup)
	clone.Slice(k, &a.Rest, clone.Raw)
}
