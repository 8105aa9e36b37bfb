package claim837

// The parts of an institutional and of a dental claim in Claim.Clone.

func (k *cloner) institutional(c *InstitutionalClaim) {
	cloneText(k, &c.FacilityType, &c.AdmissionType, &c.AdmissionSource, &c.PatientStatus)
	cloneText(k, &c.PeerReviewApproval, &c.DRG)
	k.codedValue(&c.AdmittingDiagnosis)
	cloneSlice(k, &c.ReasonsForVisit, (*cloner).codedValue)
	cloneSlice(k, &c.ExternalCauses, (*cloner).diagnosis)
	clonePointer(k, &c.PrincipalProcedure, (*cloner).inpatientProcedure)
	cloneSlice(k, &c.OtherProcedures, (*cloner).inpatientProcedure)
	cloneSlice(k, &c.OccurrenceSpans, func(k *cloner, o *OccurrenceSpan) { cloneText(k, &o.Code) })
	cloneSlice(k, &c.Occurrences, func(k *cloner, o *Occurrence) { cloneText(k, &o.Code) })
	cloneSlice(k, &c.ValueCodes, func(k *cloner, v *ValueCode) { cloneText(k, &v.Code) })
	cloneTexts(k, &c.TreatmentCodes)
	clonePointer(k, &c.Attending, (*cloner).provider)
	clonePointer(k, &c.Operating, (*cloner).provider)
	clonePointer(k, &c.OtherOperating, (*cloner).provider)
}

func (k *cloner) institutionalLine(l *InstitutionalLine) {
	clonePointer(k, &l.Operating, (*cloner).provider)
	clonePointer(k, &l.OtherOperating, (*cloner).provider)
}

func (k *cloner) dental(c *DentalClaim) {
	cloneText(k, &c.PredeterminationID)
	clonePointer(k, &c.Orthodontics, func(*cloner, *Orthodontics) {})
	cloneSlice(k, &c.Teeth, func(k *cloner, t *ToothStatus) {
		cloneText(k, &t.Tooth)
		cloneText(k, &t.Status)
	})
	clonePointer(k, &c.AssistantSurgeon, (*cloner).provider)
}

func (k *cloner) dentalLine(l *DentalLine) {
	cloneTexts(k, &l.OralCavity)
	cloneText(k, &l.Prosthesis)
	cloneSlice(k, &l.Teeth, func(k *cloner, t *Tooth) {
		cloneText(k, &t.Code)
		cloneTexts(k, &t.Surfaces)
	})
	cloneSlice(k, &l.Predeterminations, (*cloner).payerReference)
	clonePointer(k, &l.AssistantSurgeon, (*cloner).provider)
}

func (k *cloner) diagnosis(d *Diagnosis) {
	cloneText(k, &d.Qualifier, &d.PresentOnAdmission)
	cloneText(k, &d.Value)
}

func (k *cloner) inpatientProcedure(p *InpatientProcedure) {
	cloneText(k, &p.Qualifier)
	cloneText(k, &p.Code)
}
