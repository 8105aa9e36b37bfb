// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"strings"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/eligibility270"
)

// AskingPractice returns a practice that bills as one that asks: the billing provider
// asks, and the file goes where claims go. It is nil for nil.
func AskingPractice(p *encounter.Practice) *eligibility270.Practice {
	if p == nil {
		return nil
	}
	out := &eligibility270.Practice{
		Provider:    asker(&p.BillingProvider),
		Interchange: eligibility270.InterchangeInfo(p.Interchange),
	}
	for key, v := range p.Providers {
		if out.Providers == nil {
			out.Providers = map[string]eligibility270.ProviderInfo{}
		}
		out.Providers[key] = asker(&v)
	}
	return out
}

// asker is a provider as an inquiry names it. What bills need besides, like an
// address, does not go to the payer.
func asker(p *encounter.Party) eligibility270.ProviderInfo {
	out := eligibility270.ProviderInfo{
		LastName: p.LastName, FirstName: p.FirstName, MiddleName: p.MiddleName, Suffix: p.Suffix, Organization: p.Organization,
		NPI: p.NPI, TaxID: p.TaxID, SSN: p.SSN, Taxonomy: p.Taxonomy,
	}
	for _, n := range p.Numbers {
		if n.Kind == "payer" && n.PayerID == "" {
			out.PayerNumber = n.Number
		}
	}
	return out
}

// practicePath is the place in the practice that bills of a place in the one that
// AskingPractice made of it.
func practicePath(path string) string {
	const made = "practice.provider"
	if rest, ok := strings.CutPrefix(path, made); ok && (rest == "" || rest[0] == '.') {
		return "practice.billingProvider" + rest
	}
	return path
}
