// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// selection finds the statements of one plan that answer a query.
type selection struct {
	r    *Response
	p    *planRow
	q    Query
	when validity
	near bool // only what is said of the service itself
	used map[int]bool
	why  map[int]UnusedReason
}

// at is a statement that counts, with the service type that it counts for: of a
// statement with several types each has the whole figure (271-13).
type at struct {
	i int
	b *Benefit
	t x12.Code
}

// applies reports whether a statement is about the day, the procedure and the
// place that are asked for.
func (s *selection) applies(i int) bool {
	b := &s.r.Benefits[i]
	switch {
	case !s.when.holds(b):
		s.why[i] = UnusedDate
	case b.Procedure != nil && !b.Procedure.holds(s.q.Procedure):
		s.why[i] = UnusedProcedure
	case s.q.PlaceOfService != "" && len(b.places()) > 0 && !slices.Contains(b.places(), s.q.PlaceOfService):
		s.why[i] = UnusedPlace
	default:
		return true
	}
	return false
}

// holds reports whether a procedure code is the one, or within the range.
func (p *Procedure) holds(code string) bool {
	return code != "" && (p.Code == code || p.LastCode != "" && len(code) == len(p.Code) && p.Code <= code && code <= p.LastCode)
}

// unread reports whether an element of the EB was sent and could not be read.
func (b *Benefit) unread(element int) bool { return x12.Unread(b.Rest, "EB", "", element) }

// hasAmount reports whether an amount was sent, be it one that could be read or not.
func (b *Benefit) hasAmount() bool { return b.Amount.Valid || b.unread(7) }

// hasQuantity is hasAmount for the quantity.
func (b *Benefit) hasQuantity() bool { return b.Quantity.Valid || b.unread(10) }

// places are the places of service that a statement is limited to.
func (b *Benefit) places() []x12.Code {
	var out []x12.Code
	for i := range b.Further {
		if f := &b.Further[i]; f.Qualifier == "ZZ" && f.Code != "" {
			out = append(out, x12.Code(f.Code))
		}
	}
	return out
}

// rows are the statements that name the service type, by index. One about a
// procedure without a type is about every type.
func (s *selection) rows(t x12.Code) []int {
	list := s.p.byType[t]
	if t == s.q.ServiceType && len(s.p.byType[procedureOnly]) > 0 {
		list = slices.Concat(list, s.p.byType[procedureOnly])
		slices.Sort(list)
	}
	return list
}

// find returns the statements that ok takes, of the nearest service type that
// has any, of the network asked for. A statement that names no network counts
// for the network when none names it (271-10).
func (s *selection) find(chain []x12.Code, ok func(*Benefit) bool) []at {
	var found []at
	for _, t := range chain {
		var stated, open []at
		for _, i := range s.rows(t) {
			b := &s.r.Benefits[i]
			if !ok(b) {
				continue
			}
			if found != nil {
				s.because(i, UnusedWider)
				continue
			}
			if !s.applies(i) {
				continue
			}
			switch b.Network {
			case s.q.Network, NetworkBoth:
				stated = append(stated, at{i, b, t})
			case AnswerYes, AnswerNo:
				s.because(i, UnusedNetwork)
			default:
				open = append(open, at{i, b, t})
			}
		}
		switch {
		case found != nil:
		case len(stated) > 0:
			found = stated
			s.spare(open)
		case len(open) > 0 && s.q.Network == AnswerYes:
			found = open
		default:
			s.spare(open)
		}
	}
	for _, a := range found {
		s.used[a.i] = true
	}
	return found
}

// each is find for statements that add up, of every service type of the chain.
func (s *selection) each(chain []x12.Code, ok func(*Benefit) bool) []at {
	var out []at
	seen := map[int]bool{}
	for _, t := range chain {
		for _, a := range s.find([]x12.Code{t}, ok) {
			if !seen[a.i] {
				seen[a.i] = true
				out = append(out, a)
			}
		}
	}
	return out
}

func (s *selection) spare(list []at) {
	for _, a := range list {
		s.because(a.i, UnusedUnspecified)
	}
}

func (s *selection) because(i int, why UnusedReason) {
	if _, told := s.why[i]; !told {
		s.why[i] = why
	}
}

// benefits answers the query for the plan.
func (s *selection) benefits(c *Coverage, plan *PlanCoverage) PlanBenefits {
	status, by := plan.decided(s.q.ServiceType, s.q.Network)
	out := PlanBenefits{InsuranceType: s.p.key.insurance, Name: s.p.name, Status: status, ServiceType: s.q.ServiceType, Network: s.q.Network}
	if by != nil && by.Conflict && by.Status == StatusNotCovered {
		out.Notes = append(out.Notes, Note{NoteConflict, conflictWords, by.EB[0]})
	}
	chain, near := costChain(s.q.ServiceType), nearChain(s.q.ServiceType)
	if s.near {
		chain = near
	}
	out.Copays = s.shares(&out, chain, BenefitCopay)
	out.Coinsurance = s.shares(&out, chain, BenefitCoinsurance)
	if !s.near {
		out.Deductibles = s.accumulators(&out, chain, BenefitDeductible)
		out.OutOfPocket = s.accumulators(&out, chain, BenefitOutOfPocket)
	}
	out.Limits = s.limits(chain)
	s.statements(&out, near, by)
	s.authorization(&out, chain)
	list := s.p.rows
	if s.near {
		list = nil
		for _, t := range near {
			list = append(list, s.rows(t)...)
		}
		slices.Sort(list)
		list = slices.Compact(list)
	}
	told := false
	for _, i := range list {
		if !s.used[i] {
			if why, told := s.why[i]; told {
				out.Unused = append(out.Unused, Unused{i + 1, why})
			}
			continue
		}
		for _, m := range s.r.Benefits[i].Messages {
			out.Messages = append(out.Messages, Message{m, i + 1})
		}
		if s.p.shared[i] && !told {
			told = true
			out.Notes = append(out.Notes, Note{NotePlanNotStated, "a figure does not say which of several plans it is of", i + 1})
		}
	}
	if !plan.concerns(s.q.ServiceType) {
		out.Notes = append(out.Notes, Note{NoteOtherPart, Meaning(CodesInsurance, plan.InsuranceType) + " does not pay for this service, and the other part of Medicare is not stated", 0})
	}
	if s.q.Network == AnswerNo && emergency(s.q.ServiceType) && !originalMedicare(plan.InsuranceType) {
		out.Notes = append(out.Notes, Note{NoteEmergency, "emergency care costs the patient no more out of the network than in it", 0})
	}
	out.protected = c.protected(s.q.ServiceType, out.Status)
	out.missing()
	out.explain()
	return out
}

// shares finds copays or coinsurance. Those of wide service types go to
// PlanShares, unless the wide type itself is asked for.
func (s *selection) shares(out *PlanBenefits, chain []x12.Code, kind x12.Code) []Share {
	var list []Share
	for _, a := range s.find(chain, func(b *Benefit) bool { return b.Kind == kind }) {
		b := a.b
		share := Share{
			Kind: kind, ServiceType: a.t, Amount: b.Amount, Percent: b.Percent, Period: b.Period, Level: b.Level, Network: b.Network,
			QuantityType: b.QuantityType, Quantity: b.Quantity, Authorization: b.Authorization, Places: b.places(),
			Messages: b.Messages, PlanNotStated: s.p.shared[a.i], EB: a.i + 1,
			unreadFigure: b.unread(7) || b.unread(8), unreadQuantity: b.unread(10),
		}
		share.Unreadable = share.unreadFigure || share.unreadQuantity
		share.Dates, _ = windowOf(b.Dates, s.q.Date)
		if b.Percent.Valid && b.Percent.Decimal.Cmp(one) > 0 {
			out.Notes = append(out.Notes, Note{NotePercentAboveOne, "a share above 100 % cannot be right: it should be a fraction", a.i + 1})
		}
		list = append(list, share)
	}
	if len(list) > 0 && general(list[0].ServiceType) && s.q.ServiceType != list[0].ServiceType {
		out.PlanShares = append(out.PlanShares, list...)
		return nil
	}
	return list
}

// statements finds what is not covered, and the rest of what is said. The status
// is by those that by names.
func (s *selection) statements(out *PlanBenefits, near []x12.Code, by *ServiceStatus) {
	for _, a := range s.each(near, func(b *Benefit) bool { return b.Kind == BenefitNonCovered || b.Kind == BenefitExclusions }) {
		out.NonCovered = append(out.NonCovered, statementOf(a))
		b := a.b
		asked := b.Procedure != nil || s.q.PlaceOfService != "" && slices.Contains(b.places(), s.q.PlaceOfService)
		if asked && b.Kind == BenefitNonCovered && len(b.Messages) == 0 && !b.hasQuantity() && !b.hasAmount() && out.Status == StatusActive {
			out.Status = StatusNotCovered // of that procedure, or there
		}
	}
	if out.Status == StatusNotCovered && by != nil {
		for _, eb := range by.EB {
			i := eb - 1
			if s.used[i] {
				continue
			}
			s.used[i] = true
			out.NonCovered = append(out.NonCovered, statementOf(at{i, &s.r.Benefits[i], by.Type}))
		}
	}
	other := func(b *Benefit) bool {
		switch b.Kind {
		case BenefitCopay, BenefitCoinsurance, BenefitLimitations, BenefitUnlimited, BenefitReserve, BenefitNonCovered, BenefitExclusions:
			return false
		case BenefitDeductible, BenefitOutOfPocket:
			return !b.hasAmount() // units of blood
		}
		return true
	}
	for _, a := range s.each(near, other) {
		if isActive(a.b.Kind) || isInactive(a.b.Kind) {
			continue
		}
		out.Others = append(out.Others, statementOf(a))
	}
}

func statementOf(a at) Statement {
	b := a.b
	return Statement{
		Kind: b.Kind, ServiceType: a.t, Network: b.Network, Words: Meaning(CodesBenefit, b.Kind),
		Amount: b.Amount, Period: b.Period, Unreadable: b.unread(7), Messages: b.Messages, EB: a.i + 1,
	}
}

// authorization is that of the nearest service type that says anything of it.
func (s *selection) authorization(out *PlanBenefits, chain []x12.Code) {
	for _, a := range s.find(chain, func(b *Benefit) bool { return b.Authorization != "" }) {
		v := a.b.Authorization
		switch {
		case v == out.Authorization:
			out.AuthorizationEB = append(out.AuthorizationEB, a.i+1)
		case out.Authorization == "" || v == AnswerYes || out.Authorization == AnswerUnknown && v == AnswerNo:
			out.Authorization, out.AuthorizationEB = v, []int{a.i + 1}
		}
	}
}

// missing lists what is not stated: of a service that the plan pays, or may pay. What
// a statement of the plan as a whole gives is not missing, nor what the plan can't have.
func (p *PlanBenefits) missing() {
	add := func(absent bool, item Fact) {
		if absent {
			p.NotStated = append(p.NotStated, item)
		}
	}
	if p.Status == StatusInactive || p.Status == StatusNotCovered {
		return
	}
	add(p.Status == StatusUnknown || p.Status == StatusNotVerified, FactCoverage)
	if !p.protected {
		stated := func(kind x12.Code) bool {
			return slices.ContainsFunc(p.PlanShares, func(s Share) bool { return s.Kind == kind })
		}
		percent := slices.ContainsFunc(p.Copays, func(s Share) bool { return s.Percent.Valid })
		add(len(p.Copays) == 0 && !stated(BenefitCopay), FactCopay)
		add(len(p.Coinsurance) == 0 && !stated(BenefitCoinsurance) && !percent, FactCoinsurance)
		left := func(list []Accumulator, family bool, whole, rest Fact) {
			a := firstLevel(list, family)
			add(a == nil, whole)
			add(a != nil && !slices.ContainsFunc(list, func(a Accumulator) bool { return a.family() == family && (a.Remaining.Valid || a.unreadLeft()) }), rest)
		}
		medicare := originalMedicare(p.InsuranceType)
		left(p.Deductibles, false, FactDeductible, FactDeductibleRemaining)
		if !medicare || Family(p.Deductibles) != nil {
			left(p.Deductibles, true, FactFamilyDeductible, FactFamilyDedRemaining)
		}
		if !medicare || len(p.OutOfPocket) > 0 {
			left(p.OutOfPocket, false, FactOutOfPocket, FactOutOfPocketRemaining)
			left(p.OutOfPocket, true, FactFamilyOutOfPocket, FactFamilyOOPRemaining)
		}
	}
	add(p.Authorization == "", FactAuthorization)
}

// explain adds notes about what the figures come to.
func (p *PlanBenefits) explain() {
	note := func(code NoteCode, words string, eb int) { p.Notes = append(p.Notes, Note{code, words, eb}) }
	if p.Status != StatusActive {
		return
	}
	if p.protected {
		note(NoteQMB, qmbWords, 0)
		return
	}
	if a := metBy(p.Deductibles); a != nil {
		note(NoteFamilyMet, "the family deductible is met: nothing of the deductible is left for the patient", a.EB[0])
	}
	if a := metBy(p.OutOfPocket); a != nil {
		note(NoteFamilyMet, "the family out-of-pocket maximum is reached", a.EB[0])
	}
	if list := p.likely(); len(list) > 0 {
		note(NotePlanShare, Meaning(CodesBenefit, list[0].Kind)+" is stated for the plan as a whole only: for this service it is likely, and not sure", list[0].EB)
	}
}

// metBy returns an accumulator of the family that is full while that of the patient
// is not; nil for none.
func metBy(list []Accumulator) *Accumulator {
	var full *Accumulator
	for i := range list {
		a := &list[i]
		if a.PlanNotStated || !a.Remaining.Valid {
			continue
		}
		zero := !a.Remaining.Decimal.IsPositive()
		switch {
		case a.family() && !zero, !a.family() && zero:
			return nil
		case a.family() && full == nil:
			full = a
		}
	}
	return full
}

// likely are the shares of the plan as a whole that are taken for a service of which
// nothing nearer is stated: coinsurance, else a copay. A copay of nothing for the
// service says that coinsurance is what is paid.
func (p *PlanBenefits) likely() (list []Share) {
	if len(p.Coinsurance) > 0 || slices.ContainsFunc(p.Copays, func(s Share) bool { return !s.Amount.Valid || !s.Amount.Decimal.IsZero() }) {
		return nil
	}
	for _, kind := range [...]x12.Code{BenefitCoinsurance, BenefitCopay} {
		for _, s := range p.PlanShares {
			if s.Kind == kind && (kind == BenefitCoinsurance || len(p.Copays) == 0) {
				list = append(list, s)
			}
		}
		if len(list) > 0 {
			break
		}
	}
	return list
}

// same is what statements that belong together have in common besides what they
// are and what they are for: network, level, and the words that restrict them
// (271-09, 271-17).
func (s *selection) same(a at) string {
	var sb strings.Builder
	for _, t := range [...]string{string(a.b.Level), string(a.t), string(a.b.Network)} {
		sb.WriteString(t)
		sb.WriteByte('|')
	}
	if s.p.shared[a.i] {
		sb.WriteString("shared ")
		sb.WriteString(string(a.b.InsuranceType))
		sb.WriteString(folded(a.b.Plan))
	}
	for _, m := range a.b.Messages {
		sb.WriteByte('|')
		sb.WriteString(folded(m))
	}
	for i := range a.b.Further {
		f := &a.b.Further[i]
		sb.WriteByte('|')
		sb.WriteString(string(f.Qualifier) + f.Code + f.Text)
	}
	if p := a.b.Procedure; p != nil {
		sb.WriteString("|" + p.Code + "-" + p.LastCode)
	}
	return sb.String()
}
