package claim837

import "github.com/claimwire/claimwire/internal/clone"

// The parts of an institutional and of a dental claim in Claim.Clone.

func cloneInstitutional(k *clone.Copier, c *InstitutionalClaim) {
	clone.Text(k, &c.FacilityType, &c.AdmissionType, &c.AdmissionSource, &c.PatientStatus)
	clone.Text(k, &c.PeerReviewApproval, &c.DRG)
	cloneCodedValue(k, &c.AdmittingDiagnosis)
	clone.Slice(k, &c.ReasonsForVisit, cloneCodedValue)
	clone.Slice(k, &c.ExternalCauses, cloneDiagnosis)
	clone.Pointer(k, &c.PrincipalProcedure, cloneInpatientProcedure)
	clone.Slice(k, &c.OtherProcedures, cloneInpatientProcedure)
	clone.Slice(k, &c.OccurrenceSpans, func(k *clone.Copier, o *OccurrenceSpan) { clone.Text(k, &o.Code) })
	clone.Slice(k, &c.Occurrences, func(k *clone.Copier, o *Occurrence) { clone.Text(k, &o.Code) })
	clone.Slice(k, &c.ValueCodes, func(k *clone.Copier, v *ValueCode) { clone.Text(k, &v.Code) })
	clone.Texts(k, &c.TreatmentCodes)
	clone.Pointer(k, &c.Attending, cloneProvider)
	clone.Pointer(k, &c.Operating, cloneProvider)
	clone.Pointer(k, &c.OtherOperating, cloneProvider)
}

func cloneInstitutionalLine(k *clone.Copier, l *InstitutionalLine) {
	clone.Pointer(k, &l.Operating, cloneProvider)
	clone.Pointer(k, &l.OtherOperating, cloneProvider)
}

func cloneDental(k *clone.Copier, c *DentalClaim) {
	clone.Text(k, &c.PredeterminationID)
	clone.Pointer(k, &c.Orthodontics, func(*clone.Copier, *Orthodontics) {})
	clone.Slice(k, &c.Teeth, func(k *clone.Copier, t *ToothStatus) {
		clone.Text(k, &t.Tooth)
		clone.Text(k, &t.Status)
	})
	clone.Pointer(k, &c.AssistantSurgeon, cloneProvider)
}

func cloneDentalLine(k *clone.Copier, l *DentalLine) {
	clone.Texts(k, &l.OralCavity)
	clone.Text(k, &l.Prosthesis)
	clone.Slice(k, &l.Teeth, func(k *clone.Copier, t *Tooth) {
		clone.Text(k, &t.Code)
		clone.Texts(k, &t.Surfaces)
	})
	clone.Slice(k, &l.Predeterminations, clonePayerReference)
	clone.Pointer(k, &l.AssistantSurgeon, cloneProvider)
}

func cloneDiagnosis(k *clone.Copier, d *Diagnosis) {
	clone.Text(k, &d.Qualifier, &d.PresentOnAdmission)
	clone.Text(k, &d.Value)
}

func cloneInpatientProcedure(k *clone.Copier, p *InpatientProcedure) {
	clone.Text(k, &p.Qualifier)
	clone.Text(k, &p.Code)
}
