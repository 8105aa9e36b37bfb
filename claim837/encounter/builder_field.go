// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// The last step of a path: from the names that the parts of a claim have in common
// to those of an encounter, and to a field that is there.

// nameParts maps what stands in a name.
var nameParts = [...][2]string{
	{".name.last", ".lastName"}, {".name.first", ".firstName"}, {".name.middle", ".middleName"}, {".name.suffix", ".suffix"},
	{".name.prefix", ".lastName"}, {".name.entityType", ".organization"}, {".name.idType", ".npi"}, {".name.id", ".npi"}, {".name", ".lastName"},
	{".lastName.last", ".lastName"}, {".lastName.first", ".firstName"}, {".lastName.middle", ".middleName"}, {".lastName.suffix", ".suffix"},
	{".organization.last", ".organization"}, {".organization.first", ".firstName"}, {".organization.middle", ".middleName"}, {".organization.suffix", ".suffix"},
}

// partNames maps the last name of a path below a part.
var partNames = [...]struct{ part, claim, encounter string }{
	{"attachments[", ".type", ".kind"}, {"attachments[", ".transmission", ".how"}, {"attachments[", ".controlNumber", ".number"},
	{"forms[", ".qualifier", ".list"}, {"answers[", ".yesNo", ".answer"}, {"vision[", ".category", ".for"}, {"vision[", ".applies", ".not"},
	{"epsdtReferral", ".applies", ".given"}, {"uthorizations[", ".id", ".number"}, {"referrals[", ".id", ".number"}, {"determinations[", ".id", ".number"},
	{"ote", ".type", ".about"}, {"contract", ".type", ".kind"}, {"ambulance", ".weight", ".weightPounds"}, {"ambulance", ".distance", ".miles"},
	{"umbers[", ".id", ".number"}, {"umbers[", ".qualifier", ".kind"}, {"drug", ".compoundLink", ".compound"}, {"drug", ".qualifier", ".productList"},
	{"equipment", ".frequency", ".rentalPeriod"}, {"ddress", ".subdivision", ".state"}, {"payTo", ".subdivision", ".state"}, {"pickUp", ".subdivision", ".state"},
	{"dropOff", ".subdivision", ".state"},
}

// inLists maps what stands in the middle of a path.
var inLists = strings.NewReplacer("].conditions[", "].reasons[", "epsdtReferral.conditions", "epsdtReferral.outcomes", ".pickUp.address", ".pickUp", ".dropOff.address", ".dropOff",
	".name.id", ".npi")

// field is the field of the encounter that a place in the claim comes from: p is
// the place as the tables have it.
func (s *build) field(claim, p string) string {
	if own, ok := s.listed(claim); ok {
		p = own
	} else {
		p = s.renamed(p)
	}
	if rest, ok := strings.CutSuffix(p, ".lastName"); ok {
		switch v, _ := s.textAt(rest + ".organization"); {
		case strings.HasSuffix(rest, "payer"), rest == "practice.submitter", rest == "practice.receiver":
			p = rest + ".name"
		case v != "":
			p = rest + ".organization"
		}
	}
	if rest, ok := strings.CutSuffix(p, ".npi"); ok && (strings.HasSuffix(rest, "payer") || rest == "practice.submitter" || rest == "practice.receiver") {
		p = rest + ".id"
	}
	if rest, ok := strings.CutSuffix(p, "purchased.number"); ok {
		if v, _ := s.textAt(p); v == "" {
			p = rest + "purchased.from.npi"
		}
	}
	if rest, ok := strings.CutSuffix(p, ".ndc"); ok {
		if v, _ := s.textAt(rest + ".product"); v != "" {
			p = rest + ".product"
		}
	}
	p = s.role(s.givenFor(p))
	switch {
	case claim == "charge" && s.c.Charge.IsZero(): // the total, which is worked out
		return claim
	case strings.HasSuffix(p, ".taxonomy") && strings.HasPrefix(p, "providers."): // what a role of the encounter lacks
		return p
	}
	return s.there(s.used(p))
}

// givenFor is where a day was given that the claim has in place p: a service
// without one has that of the encounter, and a bill those of its stay.
func (s *build) givenFor(p string) string {
	e := s.e
	if i, rest, ok := indexed(p, "services"); ok && rest == "date" && i < len(e.Services) && e.Services[i].Date == 0 {
		period := s.c.Kind == claim837.Institutional && e.Stay != nil && e.Date == 0
		if e.Date != 0 || !period && !slices.ContainsFunc(e.Services, func(v Service) bool { return v.Date != 0 }) {
			return "date" // or none has one
		}
	}
	if e.Stay != nil && p == "stay.through" && e.Stay.Through == 0 && e.Stay.Discharge.Date != 0 {
		return "stay.discharge.date"
	}
	return p
}

// renamed gives a place the names that an encounter has.
func (s *build) renamed(p string) string {
	if rest, _, ok := strings.Cut(p, ".dropOff.name"); ok {
		return rest + ".dropOffName"
	}
	for _, m := range nameParts {
		if rest, ok := strings.CutSuffix(p, m[0]); ok {
			p = rest + m[1]
			break
		}
	}
	if strings.Contains(p, "ambulance.conditions[") {
		p = s.conditionPlace(p)
	}
	p = inLists.Replace(p)
	for _, m := range partNames {
		if rest, ok := strings.CutSuffix(p, m.claim); ok && strings.Contains(rest, m.part) {
			return rest + m.encounter
		}
	}
	return p
}

// conditionPlace is a condition of a transport: the certifications of a claim are
// those that hold and those that do not.
func (s *build) conditionPlace(p string) string {
	m := regexp.MustCompile(`^(.*ambulance)\.conditions\[(\d+)\](?:\.(?:conditions|applies)(\[\d+\])?)?$`).FindStringSubmatch(p)
	if m == nil {
		return p
	}
	list := ".conditions"
	if v, ok := s.lengthAt(m[1] + ".conditions"); m[2] == "1" || !ok || v == 0 {
		list = ".notConditions"
	}
	return m[1] + list + m[3]
}

var (
	contactPlace = regexp.MustCompile(`^(.*)\.contacts?(?:\[\d+\])?(?:\.(name|numbers(\[\d+\])?.*))?$`)
	idPlace      = regexp.MustCompile(`^(.*)\.(secondaryIDs|billingProviderIDs)\[(\d+)\](?:\.(\w+))?$`)
	reasonPlace  = regexp.MustCompile(`^(?:otherCoverage\[(\d+)\]|lines\[(\d+)\]\.adjudications\[(\d+)\])\.adjustments\[(\d+)\](?:\.adjustments\[(\d+)\])?(?:\.(\w+))?$`)
)

// listed is the field of an entry of a list that an encounter keeps otherwise: the
// numbers of a contact, further identifiers, adjustments.
func (s *build) listed(claim string) (string, bool) {
	if m := contactPlace.FindStringSubmatch(claim); m != nil {
		return s.contactField(m[1], claim, m[2]), true
	}
	if m := idPlace.FindStringSubmatch(claim); m != nil {
		i, _ := strconv.Atoi(m[3])
		return s.numberField(m[1], m[2], i, m[4], claim), true
	}
	if m := reasonPlace.FindStringSubmatch(claim); m != nil {
		return s.adjustmentField(m), true
	}
	return "", false
}

var contactFields = map[x12.Code]string{"TE": ".phone", "EX": ".extension", "FX": ".fax", "EM": ".email"}

func (s *build) contactField(owner, claim, part string) string {
	base := s.encounterPath(owner)
	if owner == "subscriber" {
		base = "patient"
	}
	if part == "name" {
		return base + ".contactName"
	}
	at := strings.TrimSuffix(strings.TrimSuffix(claim, ".number"), ".type")
	if v, ok := jsonx.Lookup(s.c, at+".type"); ok {
		if f := contactFields[x12.Code(v.String())]; f != "" {
			return base + f
		}
	}
	return base + ".phone"
}

var payerNumberFields = map[x12.Code]string{claim837.ReferencePayerID: ".otherID", claim837.ReferenceEmployerID: ".taxID", claim837.ReferenceClaimOffice: ".claimOffice", claim837.ReferenceNAIC: ".naic"}

// numberField is a further identifier: of a payer, each has a field; of a provider
// they are its numbers, and then those that the payer gave it.
func (s *build) numberField(owner, list string, i int, part, claim string) string {
	if strings.HasSuffix(owner, "payer") && list == "secondaryIDs" {
		at, _, _ := strings.Cut(claim, "].")
		if v, ok := jsonx.Lookup(s.c, owner+"."+list+"["+strconv.Itoa(i)+"].qualifier"); ok {
			return s.encounterPath(owner) + payerNumberFields[x12.Code(v.String())]
		}
		return s.encounterPath(owner) + at
	}
	field := map[string]string{"qualifier": ".kind", "payerID": ".payerID"}[part]
	if field == "" {
		field = ".number"
	}
	base := s.encounterPath(owner)
	if list == "billingProviderIDs" || owner == "billingProvider" {
		base = s.encounterPath("billingProvider")
		v, _ := jsonx.Lookup(s.root(s.used(base)), strings.TrimPrefix(s.used(base), "practice."))
		if p, ok := v.Interface().(Party); ok {
			for k := range p.Numbers {
				code, _ := numberWords.Code(p.Numbers[k].Kind)
				if (code == claim837.ReferenceCommercial || code == claim837.ReferenceLocation) != (list == "billingProviderIDs") {
					continue
				}
				if i--; i < 0 {
					return jsonx.At(base+".numbers", k, "") + field
				}
			}
		}
		for k := range s.payer.ProviderNumbers {
			if role, _ := roleWords.Code(s.payer.ProviderNumbers[k].Role); role == "85" {
				if i--; i < 0 {
					return jsonx.At("coverages", s.at, jsonx.At("providerNumbers", k, "")) + field
				}
			}
		}
		return base + ".numbers"
	}
	if k, rest, ok := indexed(owner, "otherCoverage"); ok && k < len(s.others) {
		at := s.others[k]
		for n := range s.e.Coverages[at].ProviderNumbers {
			if s.roleField(s.e.Coverages[at].ProviderNumbers[n].Role) == rest {
				if i--; i < 0 {
					return jsonx.At("coverages", at, jsonx.At("providerNumbers", n, "")) + field
				}
			}
		}
		return jsonx.At("coverages", at, "providerNumbers")
	}
	given, _ := s.lengthAt(s.used(base) + ".numbers")
	if i < given {
		return jsonx.At(base+".numbers", i, "") + field
	}
	i -= given
	for n := range s.payer.ProviderNumbers {
		if rest := s.roleField(s.payer.ProviderNumbers[n].Role); strings.HasSuffix(owner, rest) {
			if i--; i < 0 {
				return jsonx.At("coverages", s.at, jsonx.At("providerNumbers", n, "")) + field
			}
		}
	}
	return base
}

// roleField is the name that a role has in a claim.
func (s *build) roleField(word string) string {
	code, _ := roleWords.Code(word)
	return map[x12.Code]string{"85": "billing", "82": "rendering", "DN": "referring", "P3": "primaryCare", "DQ": "supervising", "77": "facility",
		"71": "attending", "72": "operating", "ZZ": "otherOperating", "DD": "assistantSurgeon"}[code]
}

// adjustmentField is an adjustment of a decision: a claim has them by group.
func (s *build) adjustmentField(m []string) string {
	number := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	base, list := "", []Adjustment(nil)
	if m[1] != "" {
		at := s.others[number(1)]
		base, list = jsonx.At("coverages", at, "decision"), s.e.Coverages[at].Decision.Adjustments
	} else {
		base = s.adjudicationPath(number(2), number(3), "")
		if v, ok := jsonx.Lookup(s.e, base); ok {
			if d, ok := v.Interface().(ServiceDecision); ok {
				list = d.Adjustments
			}
		}
	}
	i := adjustmentAt(list, number(4), number(5))
	if i < 0 {
		return base + ".adjustments"
	}
	if m[6] == "" || m[5] == "" {
		m[6] = "group"
	}
	return jsonx.At(base+".adjustments", i, m[6])
}

// adjustmentAt is the place of an adjustment that adjustments has put at a place
// of a group; -1 for none.
func adjustmentAt(list []Adjustment, group, at int) int {
	type filled struct {
		code x12.Code
		n    int
	}
	var out []filled
	for i := range list {
		code, _ := groupWords.Code(list[i].Group)
		k := 0
		for k < len(out) && (out[k].code != code || out[k].n == 6) {
			k++
		}
		if k == len(out) {
			out = append(out, filled{code: code})
		}
		if k == group && out[k].n == at {
			return i
		}
		out[k].n++
	}
	return -1
}

// rolePlace is a place in a provider of the encounter or of a service.
var rolePlace = regexp.MustCompile(`^(services\[\d+\]\.)?(providers\.\w+)(\..*)?$`)

// role is a place in a provider where that is given: one of every service is the
// claim's, and who ordered for the encounter stands with each line.
func (s *build) role(p string) string {
	m := rolePlace.FindStringSubmatch(p)
	if m == nil {
		return p
	}
	if v, ok := jsonx.Lookup(s.e, m[1]+m[2]); ok && !v.IsNil() {
		return p
	}
	other := "services[0]." + m[2]
	if m[1] != "" {
		other = m[2]
	}
	if v, ok := jsonx.Lookup(s.e, other); ok && !v.IsNil() {
		return other + m[3]
	}
	return p
}

// used turns a place in a provider that only names one of the practice's into the
// place there.
func (s *build) used(p string) string {
	for end := 0; ; {
		i := strings.IndexByte(p[end:], '.')
		if i < 0 {
			return p
		}
		end += i + 1
		if key, ok := s.textAt(p[:end-1] + ".use"); ok && key != "" {
			if _, ok := s.b.providers[key]; ok {
				return "practice.providers." + key + "." + p[end:]
			}
		}
	}
}

// there is the path without what no field stands for.
func (s *build) there(p string) string {
	for p != "" {
		root, at := s.root(p), strings.TrimPrefix(p, "practice.")
		if p == "practice" {
			return p
		}
		if _, ok := jsonx.Lookup(root, at); ok || possible(root, at) {
			return p
		}
		p = p[:max(strings.LastIndexAny(p, ".["), 0)]
	}
	return p
}

// possible reports whether a path could stand in a value of the type: a field of
// a part that is missing is a place all the same.
func possible(root any, path string) bool {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return false
	}
	v, ok := jsonx.Lookup(root, path[:i])
	return ok && jsonx.HasKey(v.Type(), path[i+1:])
}

// root is what a path stands in: the practice or the encounter.
func (s *build) root(p string) any {
	if strings.HasPrefix(p, "practice.") {
		return s.b.practice
	}
	return s.e
}

// textAt is the text at a path.
func (s *build) textAt(p string) (string, bool) {
	v, ok := jsonx.Lookup(s.root(p), strings.TrimPrefix(p, "practice."))
	if !ok {
		return "", false
	}
	return v.String(), true
}

// lengthAt is how long the list at a path is.
func (s *build) lengthAt(p string) (int, bool) {
	v, ok := jsonx.Lookup(s.root(p), strings.TrimPrefix(p, "practice."))
	if !ok {
		return 0, false
	}
	return v.Len(), true
}

// practiceIssues adds what is found about the head of the practice's sets.
func (s *build) practiceIssues(found []x12.Issue) {
	values := slices.ContainsFunc(found, func(i x12.Issue) bool { return plain.AboutValue(i.Code) && i.Severity == x12.Error })
	for _, i := range found {
		i.Path = s.field(i.Path, mapPath(i.Path, claimPaths[:]))
		if i.Code == x12.CodeFolded || values && !plain.AboutValue(i.Code) ||
			slices.ContainsFunc(s.found, func(k x12.Issue) bool { return around(k.Path, i.Path) }) {
			continue
		}
		s.found = append(s.found, i)
	}
}
