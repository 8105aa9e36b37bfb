// SPDX-License-Identifier: Apache-2.0

package card

import (
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// meaning is a code in words, or the code itself.
func meaning(list eligibility270.CodeList, code x12.Code) string {
	return textpage.Or(eligibility270.Meaning(list, code), string(code))
}

// serviceName is a service type in words and as code.
func serviceName(t x12.Code) string {
	if w := eligibility270.Meaning(eligibility270.CodesService, t); w != "" {
		return w + " (" + string(t) + ")"
	}
	return "service type " + string(t)
}

// lookup is a word, or the key itself.
func lookup[K ~string](words map[K]string, key K) string {
	if w, ok := words[key]; ok {
		return w
	}
	return string(key)
}

func factList(list []eligibility270.Fact) string {
	var out []string
	for _, f := range list {
		out = append(out, f.Words())
	}
	return strings.Join(out, ", ")
}

// window are the first and the last day of what may have no end.
func window(r x12.DateRange) string {
	switch {
	case r.From == 0 && r.To == 0:
		return ""
	case r.From == 0:
		return "until " + r.To.String()
	case r.To == 0:
		return "from " + r.From.String()
	case r.From == r.To:
		return "on " + r.From.String()
	}
	return r.From.String() + " to " + r.To.String()
}

// percent is a fraction for people.
func percent(d decimal.Decimal) string { return d.Shift(2).String() + " %" }

// stated is what goes with a figure: for what it holds.
type stated struct {
	service, asked x12.Code
	level, network x12.Code
	places         []x12.Code
	dates          x12.DateRange
	messages       []string
	planNotStated  bool
}

func (s stated) words() string {
	var out []string
	if s.service != s.asked && s.service != "" {
		out = append(out, "stated for "+serviceName(s.service))
	}
	if s.network == "" || s.network == eligibility270.AnswerUnknown {
		out = append(out, "network not stated")
	}
	if len(s.places) > 0 {
		out = append(out, "place of service "+codes(s.places))
	}
	out = append(out, window(s.dates))
	if s.planNotStated {
		out = append(out, "maybe of another plan")
	}
	text := textpage.Join(", ", out...)
	for _, m := range s.messages {
		text = textpage.Join("; ", text, quoted(m))
	}
	return text
}

func codes(list []x12.Code) string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = string(c)
	}
	return strings.Join(out, ", ")
}

// quoted are the payer's own words.
func quoted(s string) string { return `"` + strings.Join(strings.Fields(s), " ") + `"` }

const withAuthorization = ", with an authorization"

// shareWords is a copay or a coinsurance for people.
func shareWords(s *eligibility270.Share, asked x12.Code) string {
	text := s.String()
	if s.Level != "" && s.Level != eligibility270.LevelIndividual {
		text += ", " + meaning(eligibility270.CodesLevel, s.Level)
	}
	if s.Authorization == eligibility270.AnswerYes {
		text += withAuthorization
	}
	return textpage.Join(", ", text, stated{s.ServiceType, asked, s.Level, s.Network, s.Places, s.Dates, s.Messages, s.PlanNotStated}.words())
}

// accumulatorWords is a deductible or a maximum for people.
func accumulatorWords(a *eligibility270.Accumulator, asked x12.Code) string {
	level := "level not stated"
	if a.Level != "" {
		level = meaning(eligibility270.CodesLevel, a.Level)
	}
	text := a.String()
	if a.Met.Valid && a.Remaining.Valid {
		text += ", " + x12.Dollars(a.Met.Decimal) + " met"
	}
	if a.ServiceType == eligibility270.ServicePlan {
		asked = a.ServiceType // most are stated for the plan
	}
	return level + ": " + textpage.Join(", ", text, stated{a.ServiceType, asked, a.Level, a.Network, a.Places, a.Dates, a.Messages, a.PlanNotStated}.words())
}

// limitWords is a limit for people.
func limitWords(l *eligibility270.Limit, asked x12.Code) string {
	text := l.Words
	if l.Level != "" && l.Level != eligibility270.LevelIndividual {
		text = textpage.Join(", ", text, meaning(eligibility270.CodesLevel, l.Level))
	}
	network := l.Network
	if network == "" {
		network = eligibility270.NetworkBoth // a limit holds wherever the service is had
	}
	return textpage.Join(", ", text, stated{l.ServiceType, asked, l.Level, network, l.Places, l.Dates, l.Messages, l.PlanNotStated}.words())
}

// authorizationWords is whether an authorization is needed.
var authorizationWords = map[x12.Code]string{
	eligibility270.AnswerYes: "needed", eligibility270.AnswerNo: "not needed", eligibility270.AnswerUnknown: "unknown to the payer",
}

// briefly is what a reply says about a service itself, on one line, plan by plan,
// with their names when there are several. The status is that over all plans.
func briefly(a *eligibility270.BenefitAnswer, status eligibility270.Status, several bool) string {
	var out []string
	for i := range a.Plans {
		p := &a.Plans[i]
		if p.Status != status && (p.Status == eligibility270.StatusUnknown || status == eligibility270.StatusActive && p.Status == eligibility270.StatusInactive) {
			continue // another plan is the one that says something
		}
		var parts []string
		for k := range p.Copays {
			parts = append(parts, "copay "+shareWords(&p.Copays[k], p.Copays[k].ServiceType))
		}
		for k := range p.Coinsurance {
			parts = append(parts, "coinsurance "+shareWords(&p.Coinsurance[k], p.Coinsurance[k].ServiceType))
		}
		for k := range p.Limits {
			parts = append(parts, limitWords(&p.Limits[k], p.Limits[k].ServiceType))
		}
		if p.Authorization == eligibility270.AnswerYes && !strings.Contains(strings.Join(parts, ";"), withAuthorization) {
			parts = append(parts, "authorization needed")
		}
		for k := range p.NonCovered {
			if s := &p.NonCovered[k]; p.Status != eligibility270.StatusNotCovered || len(s.Messages) > 0 {
				parts = append(parts, textpage.Join(" ", s.String(), strings.Join(s.Messages, " ")))
			}
		}
		text := textpage.Join(": ", p.Status.Words(), strings.Join(parts, "; "))
		if several {
			text = textpage.Join(": ", textpage.Or(planName(p.InsuranceType, p.Name), "plan not stated"), text)
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return status.Words()
	}
	return strings.Join(out, " | ")
}

// planName is the name of a plan with its kind.
func planName(t x12.Code, name string) string {
	kind := ""
	if t != "" {
		kind = meaning(eligibility270.CodesInsurance, t)
	}
	if name != "" && kind != "" {
		return name + " (" + kind + ")"
	}
	return name + kind
}

// between is an amount, or what it lies between.
func between(low, high decimal.Decimal) string {
	if low.Equal(high) {
		return x12.Dollars(low)
	}
	return x12.Dollars(decimal.Min(low, high)) + " to " + x12.Dollars(decimal.Max(low, high))
}

// fieldWords are places in an inquiry, for who sees patients and not their JSON.
var fieldWords = map[string]string{
	"subscriber": "the subscriber", "dependent": "the dependent", "receiver": "the provider who asks", "source": "the payer", "questions": "what is asked",
	"name.id": "number", "name.last": "last name", "name": "name", "birthDate": "birth date", "gender": "sex", "ids": "other numbers", "dates": "dates",
	"diagnoses": "diagnoses", "provider.id": "treating provider", "address": "address", "address.state": "state",
	"date": "date", "procedure.code": "procedure", "procedure.qualifier": "list of the procedure's code", "reference": "authorization or referral",
}

// placeWords says which part of an inquiry to look at.
func placeWords(path string) string {
	if path == "subscriber.name.id" {
		return "the member id"
	}
	if path == "" {
		return ""
	}
	whole, part, _ := strings.Cut(path, ".")
	words := lookup(fieldWords, whole)
	if part == "" {
		return words
	}
	return lookup(fieldWords, part) + " of " + words
}
