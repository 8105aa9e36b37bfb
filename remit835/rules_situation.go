// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12"

// Situations: what must be given because something else is.

func situationRules() []rule {
	return []rule{
		{ID: "835-SIT-01", SNIP: 4, Severity: isError, begin: bankFits,
			Title: "a transfer lacks its format, a bank, an account, the originator or the date", Fix: "give them"},
		{ID: "835-SIT-02", SNIP: 4, Severity: isError, begin: partiesComplete,
			Title: "payer or payee lacks something that every remittance needs", Fix: "give it"},
		{ID: "835-SIT-03", SNIP: 4, Severity: isError, needs: signHeader, payment: headerThere,
			Title: "a claim payment stands before any header number", Fix: "begin with LX"},
		{ID: "835-SIT-04", SNIP: 4, Severity: isError, Strict: true, needs: signDates, payment: datesThere,
			Title: "neither the claim nor each of its lines has service dates", Fix: "give them at one of both"},
		{ID: "835-SIT-05", SNIP: 4, Severity: isError, needs: signIncomplete, payment: claimComplete,
			Title: "a claim payment lacks its number, status, kind of payer, payer's number or patient", Fix: "give it; the number is 0 when the submitted one is not known"},
		{ID: "835-SIT-06", SNIP: 4, Severity: isWarning, needs: signNames, payment: namesFit,
			Title: "a claim that was sent on does not say to whom", Fix: "name the payer"},
		{ID: "835-SIT-07", SNIP: 4, Severity: isWarning, needs: signRemark, payment: remarksThere,
			Title: "the reason of an adjustment demands a remark, and there is none", Fix: "ask the payer what is meant"},
		{ID: "835-SIT-08", SNIP: 4, Severity: isError, Strict: true, needs: signNoControl, payment: controlsThere,
			Title: "the provider's number of a line was submitted and is not returned", Fix: "return it"},
		{ID: "835-SIT-09", SNIP: 4, Severity: isError, Strict: true, begin: referenceUnused,
			Title: "the set header names its guide", Fix: "leave ST03 out: the group says it"},
		{ID: "835-SIT-10", SNIP: 4, Severity: isWarning, needs: signDays, payment: daysElsewhere,
			Title: "covered days stand in MIA01, which is 0 in a remittance", Fix: "give them as QTY*CA"},
	}
}

func bankFits(j *Checker) {
	r := &j.remittance
	miss := func(field string) { j.findSet("remittance."+field, "") }
	switch r.Method {
	case MethodACH:
		if r.Format != FormatCCP && r.Format != FormatCTX {
			miss("format")
		}
		account := func(field string, b *BankAccount) {
			if b.BankIDType == "" || b.BankID == "" || b.AccountType == "" || b.Account == "" {
				miss(field + "|.bankIDType")
			}
		}
		account("senderAccount", &r.SenderAccount)
		if r.OriginatorID == "" {
			miss("originatorID")
		}
		account("receiverAccount", &r.ReceiverAccount)
	case MethodCheck, MethodNone:
		if r.Format != "" || !r.SenderAccount.IsZero() || !r.ReceiverAccount.IsZero() {
			j.saySet(isWarning, "remittance.senderAccount|.bankIDType", "banks are named although no transfer is made", "")
		}
	}
	if r.OriginatorID == "" || r.Trace.PayerID == "" {
		return
	}
	if r.OriginatorID != r.Trace.PayerID {
		// Some payers' numbers differ in every file that they send.
		j.saySet(j.strictly(), "remittance.trace.payerID", "the payer's number of the trace is not that of the transfer", r.Trace.PayerID)
	} else if len(r.OriginatorID) != 10 {
		j.saySet(isError, "remittance.trace.payerID", "the payer's number of the transfer has not ten characters", r.OriginatorID)
	}
}

func partiesComplete(j *Checker) {
	payer, payee := &j.remittance.Payer, &j.remittance.Payee
	miss := func(ok bool, field string) {
		if !ok {
			j.findSet("remittance."+field, "")
		}
	}
	miss(payer.Name != "" || payer.ID != "", "payer.name")
	miss(payer.Address.Line1 != "", "payer.address|.line1")
	miss(payer.Address.City != "", "payer.address.city")
	miss(len(payer.TechnicalContacts) > 0, "payer.technicalContacts")
	miss(payee.ID != "", "payee.id")
	switch payee.IDType {
	case PayeeTaxID, PayeePlanID:
	case PayeeNPI:
		miss(referenceOf(payee.SecondaryIDs, "TJ") != "", "payee.secondaryIDs|[0].id")
	default:
		j.findSet("remittance.payee.idType", string(payee.IDType))
	}
}

func headerThere(j *Checker) {
	if j.writing {
		return
	}
	j.reportAt(j.rule.Severity, j.payment.At, x12.Position{Loop: "2100", Tag: "CLP"}, "", j.rule.Title, "", nil)
}

func datesThere(j *Checker) {
	p, t := j.payment, &j.tally
	claim := p.StatementFrom != 0
	if p.Status != StatusPredetermination && !claim {
		if len(p.Lines) == 0 {
			j.find("statementFrom", "")
		} else if t.signs&signUndated != 0 {
			for i := range p.Lines {
				if l := &p.Lines[i]; l.Date == 0 && (l.From == 0 || l.To == 0) {
					j.find(in("lines", i, "date"), "")
				}
			}
		}
	}
	if !claim || t.signs&signDated == 0 {
		return
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		outside := func(d x12.Date) bool {
			return d != 0 && (d < p.StatementFrom || p.StatementTo != 0 && d > p.StatementTo)
		}
		if outside(l.Date) || outside(l.From) || outside(l.To) {
			j.say(isError, in("lines", i, "date"), "the date of a line is outside those of its claim", "")
		}
	}
}

func claimComplete(j *Checker) {
	p := j.payment
	miss := func(ok bool, field string) {
		if !ok {
			j.find(field, "")
		}
	}
	miss(p.ID != "", "id")
	miss(p.Status != "", "status")
	miss(p.FilingIndicator != "", "filingIndicator")
	miss(p.PayerControlNumber != "", "payerControlNumber")
	if p.Patient.IsZero() {
		j.find("patient", "")
	}
}

func namesFit(j *Checker) {
	p := j.payment
	switch p.Status {
	case StatusPrimaryForwarded, StatusSecondaryForwarded, StatusTertiaryForwarded, StatusNotOurs:
		if p.Crossover == nil {
			j.find("crossover", "")
		}
	case StatusReversal:
		if p.Crossover != nil {
			j.say(j.strictly(), "crossover", "a reversal names a payer that the claim was sent on to; leave NM1*TT out", "")
		}
	}
	if c := p.Corrected; c != nil {
		switch {
		case (c.ID == "") != (c.IDType == ""), c.IDType != "" && c.IDType != "C":
			j.say(isWarning, "corrected.id", "the corrected number does not say that it is one; give NM108 as C", c.ID)
		case c.Last != "" && c.Last == p.Patient.Last && c.First == p.Patient.First && c.Middle == p.Patient.Middle && c.ID == "":
			j.say(isWarning, "corrected|.last", "the corrected name is the one that was submitted; give only what differs", "")
		}
	}
	if p.CorrectedPayer == nil {
		return
	}
	found := false
	eachAdjustment(p, func(a *Adjustment, _, _ int) { found = found || a.Reason == "22" })
	if !found {
		j.say(isWarning, "correctedPayer", "a payer that comes first is named, and no reason says that it does; expect reason 22", "")
	}
}

func remarksThere(j *Checker) {
	p := j.payment
	claim := len(p.Remarks()) > 0
	lines := false
	for i := range p.Lines {
		lines = lines || len(p.Lines[i].Remarks) > 0
	}
	eachAdjustment(p, func(a *Adjustment, line, k int) {
		if j.traits.of(a.Reason)&needsRemark == 0 || claim ||
			line >= 0 && len(p.Lines[line].Remarks) > 0 || line < 0 && lines {
			return
		}
		j.find(casPath(line, k, "reason"), string(a.Reason))
	})
}

// controlsThere: without the claim as it was submitted, the other lines of the
// claim report whether control numbers are returned.
func controlsThere(j *Checker) {
	p := j.payment
	if j.o.Submitted != nil {
		if s := j.o.Submitted(p.ID); s != nil {
			for i := range s.Lines {
				if s.Lines[i].ControlNumber == "" {
					return
				}
			}
			j.missingControls(isError, len(s.Lines) > 0)
			return
		}
	}
	j.missingControls(isWarning, j.tally.signs&signControl != 0)
}

func (j *Checker) missingControls(severity x12.Severity, submitted bool) {
	if !submitted {
		return
	}
	for i := range j.payment.Lines {
		if j.payment.Lines[i].ControlNumber == "" {
			j.say(severity, in("lines", i, "controlNumber"), j.rule.Title, "")
		}
	}
}

func daysElsewhere(j *Checker) {
	j.find("inpatient.coveredDays", j.payment.Inpatient.CoveredDays.String())
}

func referenceUnused(j *Checker) {
	if j.reference != "" {
		j.reportAt(j.rule.Severity, j.remittance.At, x12.Position{Tag: "ST", Element: 3}, "", j.rule.Title, j.reference, nil)
	}
}
