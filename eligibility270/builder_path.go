// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strconv"
	"strings"
)

// Findings of the rules name places in the Inquiry; whoever built it from a
// Request looks for them there.

// pathMap is the begin of a path in the inquiry and what stands for it in the
// request. Of a whole, the place in the request is all there is to say.
type pathMap struct {
	from, to string
	whole    bool
}

var requestPaths = []pathMap{
	{"source.name.id", "payer.id", true}, {"source.name.idType", "payer.idKind", true}, {"source.name", "payer.name", true}, {"source.role", "payer.kind", true}, {"source", "payer", true},
	{"subscriber.name.id", "memberID", true}, {"transaction.purpose", "cancel", true}, {"transaction.type", "spendDown", true},
	{"transaction.reference", "id", true}, {"traces[0].originatorID", "practice.traceOwner", true},
	{"traces[0].originatorSubcode", "department", true}, {"traces", "id", true},
	{"dependent.insured.birthOrder", "dependent.birthOrder", true}, {"dependent.insured", "relationship", true},
	{"subscriber.insured", "subscriber.birthOrder", true}, {"subscriber.dates", "date", true}, {"dependent.dates", "date", true},
	{"subscriber.provider.role", "treating.role", true}, {"dependent.provider.role", "treating.role", true},
	{"subscriber.provider", "treating", true}, {"dependent.provider", "treating", true},
	{"subscriber.diagnoses", "diagnoses", false}, {"dependent.diagnoses", "diagnoses", false}, {"questions", "serviceTypes", true},
}

// memberPaths maps what stands below a person, or who asks.
var memberPaths = []pathMap{
	{"name.last", "lastName", true}, {"name.first", "firstName", true}, {"name.middle", "middleName", true}, {"name.suffix", "suffix", true},
	{"name.id", "npi", true}, {"name", "lastName", true}, {"gender", "sex", true}, {"iDs", "numbers", false}, {"role", "kind", true},
	{"provider.role", "role", true}, {"provider", "taxonomy", true}, {"address.subdivision", "address.state", true},
}

// questionPaths maps what stands below every question alike.
var questionPaths = []pathMap{
	{"level", "family", true}, {"spendDown", "spendDown", true}, {"spendDownBilled", "spendDownBilled", true},
	{"placeOfService", "placeOfService", true}, {"reference", "authorization", true}, {"date", "date", true},
	{"procedure.qualifier", "codeList", true},
}

// path is the place in the request that a place in the inquiry comes from.
func (s *build) path(path string) string {
	if rest, ok := strings.CutPrefix(path, "receiver."); ok {
		return join(s.asker, s.askerField(rest))
	}
	if rest, ok := strings.CutPrefix(path, "questions["); ok {
		return s.questionPath(rest)
	}
	if p := mapped(path, requestPaths); p != path {
		return s.given(p)
	}
	for _, who := range []string{"subscriber", "dependent"} {
		if rest, ok := strings.CutPrefix(path, who+"."); ok {
			return join(who, s.personField(who, rest))
		}
	}
	return path
}

// questionPath is path for what stands below a question: "1].procedure.code".
func (s *build) questionPath(path string) string {
	digits, rest, _ := strings.Cut(path, "]")
	rest = strings.TrimPrefix(rest, ".")
	i, err := strconv.Atoi(digits)
	if k, _, ok := entry(rest, "serviceTypes"); ok && k < len(s.types) {
		return index("serviceTypes", s.types[k])
	}
	for _, m := range questionPaths {
		switch {
		case !m.is(rest):
		case m.to == "codeList":
			rest = m.to
		default:
			return s.given(m.to)
		}
	}
	if err != nil || i >= len(s.asks) || s.asks[i] < 0 {
		return rest
	}
	return join(index("procedures", int(s.asks[i])), strings.TrimPrefix(rest, "procedure."))
}

// given is the field that was given of those that serve for one value.
func (s *build) given(path string) string {
	switch t := s.r.Treating; {
	case path == "authorization" && s.r.Authorization == "" && s.r.Referral != "":
		return "referral"
	case path == "treating" && t != nil && t.Taxonomy != "":
		return "treating.taxonomy"
	case path == "treating" && t != nil:
		return "treating.npi"
	}
	if rest, ok := strings.CutPrefix(path, "diagnoses["); ok {
		if digits, below, _ := strings.Cut(rest, "]"); below == ".qualifier" {
			return "diagnosisCodes"
		} else if below != "" {
			return "diagnoses[" + digits + "]"
		}
	}
	return path
}

// askerField is the field of who asks that a place in the receiver comes from.
func (s *build) askerField(path string) string {
	if i, below, ok := entry(path, "iDs"); ok {
		return join(index("numbers", i), numberField(below))
	}
	p := mapped(path, memberPaths)
	v := s.asking
	switch {
	case p == "lastName" && v.Organization != "":
		return "organization"
	case p != "npi" || v.NPI != "":
		return p
	case v.PayerNumber != "":
		return "payerNumber"
	case v.TaxID != "":
		return "taxID"
	case v.SSN != "":
		return "ssn"
	}
	return p
}

// personField is the field of a person that a place in a member comes from.
func (s *build) personField(who, path string) string {
	if i, below, ok := entry(path, "iDs"); ok && i < len(s.numbers[who]) {
		at := s.numbers[who][i]
		if strings.HasSuffix(at, "]") {
			return join(at, numberField(below))
		}
		return at
	}
	p := mapped(path, memberPaths)
	if v := s.person(who); p == "lastName" && v != nil && v.Organization != "" && v.LastName == "" {
		return "organization"
	}
	return p
}

func (s *build) person(who string) *PersonInfo {
	if who == "dependent" {
		return s.r.Dependent
	}
	return &s.r.Subscriber
}

// numberField is the field of a further identifier that one of a Reference comes
// from.
func numberField(field string) string {
	switch field {
	case "qualifier":
		return "kind"
	case "description":
		return "state"
	case "id":
		return "number"
	}
	return field
}

// entry splits a path that begins with an entry of a list.
func entry(path, list string) (i int, below string, ok bool) {
	rest, ok := strings.CutPrefix(path, list+"[")
	if !ok {
		return 0, "", false
	}
	digits, below, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(digits)
	return i, strings.TrimPrefix(below, "."), err == nil
}

// is reports whether the path is below the map's.
func (m *pathMap) is(path string) bool {
	rest, ok := strings.CutPrefix(path, m.from)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// mapped replaces the begin of a path.
func mapped(path string, table []pathMap) string {
	for i := range table {
		if m := &table[i]; m.is(path) {
			if m.whole {
				return m.to
			}
			return m.to + path[len(m.from):]
		}
	}
	return path
}
