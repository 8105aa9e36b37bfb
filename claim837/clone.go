package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Clone returns a copy of the claim and of its context that shares no memory
// with it: not with the claim, which a reader may use again, nor with the
// blocks of text that its strings were cut from. Amounts are shared, they
// never change. All strings of the copy are parts of one allocation.
func (c *Claim) Clone() *Claim {
	if c == nil {
		return nil
	}
	var k cloner
	k.claim(c)
	k.start()
	out := *c
	k.claim(&out)
	return &out
}

// cloner walks a value twice: first it only measures the text, then, on a
// shallow copy, it makes each pointer, slice and string the copy's own.
type cloner struct {
	size    int
	copying bool
	text    strings.Builder
}

func (k *cloner) start() {
	k.copying = true
	k.text.Grow(k.size)
}

// cloneText makes the strings part of the copy's own text.
func cloneText[S ~string](k *cloner, texts ...*S) {
	for _, s := range texts {
		if !k.copying {
			k.size += len(*s)
			continue
		}
		from := k.text.Len()
		k.text.WriteString(string(*s))
		*s = S(k.text.String()[from:])
	}
}

func clonePointer[T any](k *cloner, p **T, each func(*cloner, *T)) {
	if *p == nil {
		return
	}
	if k.copying {
		v := **p
		*p = &v
	}
	each(k, *p)
}

func cloneSlice[T any](k *cloner, s *[]T, each func(*cloner, *T)) {
	if k.copying {
		*s = slices.Clone(*s)
	}
	for i := range *s {
		each(k, &(*s)[i])
	}
}

func cloneTexts[S ~string](k *cloner, s *[]S) {
	cloneSlice(k, s, func(k *cloner, v *S) { cloneText(k, v) })
}

func (k *cloner) claim(c *Claim) {
	clonePointer(k, &c.Submission, (*cloner).submission)
	clonePointer(k, &c.BillingProvider, (*cloner).billingProvider)
	clonePointer(k, &c.Subscriber, (*cloner).subscriber)
	clonePointer(k, &c.Patient, (*cloner).patient)
	cloneText(k, &c.ID, &c.AccidentState, &c.AccidentCountry,
		&c.ServiceAuthorizationException, &c.MedicareCrossover,
		&c.MammographyCertification, &c.Referral, &c.PriorAuthorization,
		&c.PayerClaimControlNumber, &c.CLIA, &c.RepricedClaim,
		&c.AdjustedRepricedClaim, &c.IntermediaryClaim,
		&c.MedicalRecord, &c.DemonstrationProject, &c.CarePlanOversight)
	cloneText(k, &c.PlaceOfService, &c.Frequency, &c.ProviderSignature,
		&c.Assignment, &c.BenefitsAssigned, &c.ReleaseOfInformation,
		&c.PatientSignatureSource, &c.SpecialProgram, &c.DelayReason)
	clonePointer(k, &c.Institutional, (*cloner).institutional)
	clonePointer(k, &c.Dental, (*cloner).dental)
	cloneTexts(k, &c.RelatedCauses)
	cloneTexts(k, &c.DeviceExemptions)
	cloneSlice(k, &c.Attachments, (*cloner).attachment)
	clonePointer(k, &c.Contract, (*cloner).contract)
	cloneTexts(k, &c.FileInformation)
	cloneSlice(k, &c.Notes, (*cloner).note)
	clonePointer(k, &c.Ambulance, (*cloner).ambulance)
	clonePointer(k, &c.SpinalManipulation, (*cloner).spinalManipulation)
	cloneSlice(k, &c.AmbulanceCertifications, (*cloner).certification)
	cloneSlice(k, &c.VisionCertifications, (*cloner).visionCertification)
	clonePointer(k, &c.EPSDTReferral, (*cloner).certification)
	cloneSlice(k, &c.Diagnoses, (*cloner).diagnosis)
	cloneSlice(k, &c.AnesthesiaProcedures, (*cloner).codedValue)
	cloneSlice(k, &c.ConditionCodes, (*cloner).codedValue)
	clonePointer(k, &c.Pricing, (*cloner).pricing)
	clonePointer(k, &c.Referring, (*cloner).provider)
	clonePointer(k, &c.PrimaryCare, (*cloner).provider)
	clonePointer(k, &c.Rendering, (*cloner).provider)
	clonePointer(k, &c.Facility, (*cloner).facility)
	clonePointer(k, &c.Supervising, (*cloner).provider)
	clonePointer(k, &c.PickUp, (*cloner).ambulanceLocation)
	clonePointer(k, &c.DropOff, (*cloner).ambulanceLocation)
	cloneSlice(k, &c.OtherCoverage, (*cloner).otherCoverage)
	cloneSlice(k, &c.Lines, (*cloner).line)
	cloneSlice(k, &c.Rest, (*cloner).raw)
}

func (k *cloner) line(l *ServiceLine) {
	k.procedure(&l.Procedure)
	cloneText(k, &l.RevenueCode)
	clonePointer(k, &l.Institutional, (*cloner).institutionalLine)
	clonePointer(k, &l.Dental, (*cloner).dentalLine)
	cloneText(k, &l.Unit, &l.PlaceOfService, &l.CertificateTransmission, &l.HospiceEmployee)
	cloneSlice(k, &l.DiagnosisPointers, func(*cloner, *int) {})
	clonePointer(k, &l.Equipment, (*cloner).equipment)
	cloneSlice(k, &l.Attachments, (*cloner).attachment)
	clonePointer(k, &l.Ambulance, (*cloner).ambulance)
	clonePointer(k, &l.EquipmentCertification, (*cloner).equipmentCertification)
	cloneSlice(k, &l.AmbulanceCertifications, (*cloner).certification)
	clonePointer(k, &l.EquipmentConditions, (*cloner).certification)
	cloneSlice(k, &l.TestResults, (*cloner).testResult)
	clonePointer(k, &l.Contract, (*cloner).contract)
	cloneText(k, &l.RepricedLine, &l.AdjustedRepricedLine, &l.ControlNumber,
		&l.MammographyCertification, &l.CLIA, &l.ReferringCLIA,
		&l.ImmunizationBatch, &l.ThirdPartyNote)
	cloneSlice(k, &l.PriorAuthorizations, (*cloner).payerReference)
	cloneSlice(k, &l.Referrals, (*cloner).payerReference)
	cloneTexts(k, &l.FileInformation)
	clonePointer(k, &l.Note, (*cloner).note)
	clonePointer(k, &l.PurchasedService, (*cloner).purchasedService)
	clonePointer(k, &l.Pricing, (*cloner).pricing)
	clonePointer(k, &l.Drug, (*cloner).drug)
	clonePointer(k, &l.Rendering, (*cloner).provider)
	clonePointer(k, &l.Purchased, (*cloner).provider)
	clonePointer(k, &l.Facility, (*cloner).facility)
	clonePointer(k, &l.Supervising, (*cloner).provider)
	clonePointer(k, &l.Ordering, (*cloner).orderingProvider)
	clonePointer(k, &l.Referring, (*cloner).provider)
	clonePointer(k, &l.PrimaryCare, (*cloner).provider)
	clonePointer(k, &l.PickUp, (*cloner).ambulanceLocation)
	clonePointer(k, &l.DropOff, (*cloner).ambulanceLocation)
	cloneSlice(k, &l.Adjudications, (*cloner).adjudication)
	cloneSlice(k, &l.Forms, (*cloner).form)
	cloneSlice(k, &l.Rest, (*cloner).raw)
}

func (k *cloner) otherCoverage(o *OtherCoverage) {
	cloneText(k, &o.GroupNumber, &o.GroupName)
	cloneText(k, &o.Responsibility, &o.Relationship, &o.InsuranceType, &o.FilingIndicator,
		&o.BenefitsAssigned, &o.PatientSignatureSource, &o.ReleaseOfInformation)
	cloneSlice(k, &o.Adjustments, (*cloner).adjustmentGroup)
	clonePointer(k, &o.Inpatient, func(k *cloner, m *InpatientAdjudication) { cloneTexts(k, &m.Remarks) })
	clonePointer(k, &o.Outpatient, func(k *cloner, m *OutpatientAdjudication) { cloneTexts(k, &m.Remarks) })
	k.name(&o.Subscriber.Name)
	k.address(&o.Subscriber.Address)
	cloneText(k, &o.Subscriber.SSN, &o.Subscriber.SSN2)
	cloneSlice(k, &o.Subscriber.Rest, (*cloner).raw)
	k.name(&o.Payer.Name)
	k.address(&o.Payer.Address)
	cloneSlice(k, &o.Payer.SecondaryIDs, (*cloner).reference)
	cloneText(k, &o.Payer.PriorAuthorization, &o.Payer.Referral, &o.Payer.Predetermination, &o.Payer.ClaimControlNumber)
	cloneSlice(k, &o.Payer.Rest, (*cloner).raw)
	for _, p := range []**Provider{&o.Attending, &o.Operating, &o.OtherOperating, &o.Referring, &o.PrimaryCare,
		&o.Rendering, &o.Facility, &o.Supervising, &o.AssistantSurgeon, &o.Billing} {
		clonePointer(k, p, (*cloner).provider)
	}
	cloneSlice(k, &o.Rest, (*cloner).raw)
}

func (k *cloner) adjudication(a *Adjudication) {
	cloneText(k, &a.PayerID, &a.RevenueCode)
	k.procedure(&a.Procedure)
	cloneSlice(k, &a.Adjustments, (*cloner).adjustmentGroup)
	cloneSlice(k, &a.Rest, (*cloner).raw)
}

func (k *cloner) raw(r *x12.Raw) {
	cloneText(k, &r.Tag)
	cloneSlice(k, &r.Elements, func(k *cloner, e *x12.RawElement) {
		repeats := [][]string(*e)
		cloneSlice(k, &repeats, func(k *cloner, s *[]string) { cloneTexts(k, s) })
		if k.copying { // a shared context is not even written with what it holds
			*e = repeats
		}
	})
}
