// SPDX-License-Identifier: Apache-2.0

package card

import (
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
)

// services are what the patient owes for each.
func (t *textCards) services(c *Card) {
	for i := range c.Services {
		s := &c.Services[i]
		t.Line(0)
		name := serviceName(s.Benefits.ServiceType)
		if s.Query.Procedure != "" {
			name = textpage.Join(", ", "procedure "+s.Query.Procedure, name)
		}
		t.Line(0, strings.ToUpper(name[:1])+name[1:], ", ", meaning(eligibility270.CodesNetwork, s.Benefits.Network), ": ", strings.ToUpper(s.Benefits.Status.Words()))
		for k := range s.Benefits.Plans {
			p := &s.Benefits.Plans[k]
			if len(s.Benefits.Plans) > 1 {
				if p.Status == eligibility270.StatusUnknown && s.Benefits.Status != eligibility270.StatusUnknown {
					continue // another plan is the one that says something
				}
				t.tell("  Plan", textpage.Join(", ", textpage.Or(planName(p.InsuranceType, p.Name), "name not stated"), p.Status.Words()))
			}
			t.plan(p)
		}
		if s.Estimate != nil {
			t.estimate(s.Estimate)
		}
	}
	if len(c.Others) > 0 {
		t.Line(0)
		t.Line(0, "Other services, in the network")
	}
	for _, o := range c.Others {
		var names []string
		for _, s := range o.Types {
			names = append(names, serviceName(s))
		}
		t.Wrapped(2, "", strings.Join(names, ", ")+": "+o.Words)
	}
}

// plan is what one plan says about a service.
func (t *textCards) plan(p *eligibility270.PlanBenefits) {
	asked := p.ServiceType
	shares := func(list []eligibility270.Share, kind string) (out []string) {
		for i := range list {
			text := shareWords(&list[i], asked)
			if kind == "" {
				text = meaning(eligibility270.CodesBenefit, list[i].Kind) + " " + text
			}
			out = append(out, text)
		}
		return out
	}
	amounts := func(list []eligibility270.Accumulator) (out []string) {
		for i := range list {
			out = append(out, accumulatorWords(&list[i], asked))
		}
		return out
	}
	statements := func(list []eligibility270.Statement) (out []string) {
		for i := range list {
			s := &list[i]
			if p.Status == eligibility270.StatusNotCovered && s.Kind == eligibility270.BenefitNonCovered && len(s.Messages) == 0 {
				continue // the status says so
			}
			text := textpage.Join(", ", s.String(), stated{service: s.ServiceType, asked: asked, network: eligibility270.NetworkBoth, messages: s.Messages}.words())
			out = append(out, text)
		}
		return out
	}
	pays := p.Status != eligibility270.StatusInactive && p.Status != eligibility270.StatusNotCovered
	if pays {
		t.each("  Copay", shares(p.Copays, "copay"))
		t.each("  Coinsurance", shares(p.Coinsurance, "coinsurance"))
		t.each("  Of the plan", shares(p.PlanShares, ""))
		t.each("  Deductible", amounts(p.Deductibles))
		t.each("  Out of pocket", amounts(p.OutOfPocket))
		var limits []string
		for i := range p.Limits {
			limits = append(limits, limitWords(&p.Limits[i], asked))
		}
		t.each("  Limit", limits)
		t.tell("  Authorization", lookup(authorizationWords, p.Authorization))
	}
	t.each("  Not covered", statements(p.NonCovered))
	t.each("  Also", statements(p.Others))
	for _, n := range p.Notes {
		if n.Code != eligibility270.NoteQMB {
			t.tell("  Note", n.Words)
		}
	}
	if pays {
		t.tell("  Not stated", factList(p.NotStated))
	}
}

// estimate is what the patient will owe, step by step.
func (t *textCards) estimate(e *eligibility270.Estimate) {
	t.tell("  Estimate", "of "+x12.Dollars(e.Allowed)+" allowed, the patient owes "+owed(e))
	for i := range e.Steps {
		s := &e.Steps[i]
		figure := between(s.Low, s.High)
		if s.Percent.Valid {
			figure += ", " + percent(s.Percent.Decimal)
		}
		missing := "; not stated: "
		if s.Unreadable {
			missing = "; unreadable: "
		}
		t.tell("", textpage.Join(": ", s.Words, figure)+textpage.Prefix(missing, factList(s.NotStated)))
	}
	for i := range e.Plans {
		p := &e.Plans[i]
		t.tell("", textpage.Or(planName(p.InsuranceType, p.Plan), "a plan")+": "+owed(p))
	}
	for _, n := range e.Notes {
		if n.Code != eligibility270.NoteQMB {
			t.tell("  but", n.Words)
		}
	}
}

// owed is the end of an estimate.
func owed(e *eligibility270.Estimate) string {
	text := between(e.Low, e.High)
	if e.Likely {
		text = "likely " + text
	}
	if !e.Exact() && e.Expected.Valid {
		likely := ""
		if e.Likely {
			likely, text = "likely ", between(e.Low, e.High)
		}
		return likely + x12.Dollars(e.Expected.Decimal) + " as long as the out-of-pocket maximum is not reached, else " + text
	}
	return text
}
