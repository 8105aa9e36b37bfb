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
	{"source.name.id", "payer.id", true}, {"source.name", "payer.name", true}, {"source.role", "payer.kind", true}, {"source", "payer", true},
	{"subscriber.name.id", "memberID", true}, {"transaction.purpose", "cancel", true}, {"transaction.type", "spendDown", true},
	{"transaction.reference", "id", true}, {"traces[0].originatorID", "practice.traceOwner", true},
	{"traces[0].originatorSubcode", "department", true}, {"traces", "id", true},
	{"dependent.insured.birthOrder", "dependent.birthOrder", true}, {"dependent.insured", "relationship", true},
	{"subscriber.insured", "subscriber.birthOrder", true}, {"subscriber.dates", "date", true}, {"dependent.dates", "date", true},
	{"subscriber.provider", "treating", true}, {"dependent.provider", "treating", true},
	{"subscriber.diagnoses", "diagnoses", false}, {"dependent.diagnoses", "diagnoses", false}, {"questions", "serviceTypes", true},
}

// memberPaths maps what stands below a person, or who asks.
var memberPaths = []pathMap{
	{"name.last", "lastName", true}, {"name.first", "firstName", true}, {"name.middle", "middleName", true}, {"name.suffix", "suffix", true},
	{"name.id", "npi", true}, {"name", "lastName", true}, {"gender", "sex", true}, {"ids", "numbers", false}, {"role", "kind", true},
	{"provider", "taxonomy", true},
}

// questionPaths maps what stands below every question alike.
var questionPaths = []pathMap{
	{"level", "family", true}, {"spendDown", "spendDown", true}, {"spendDownBilled", "spendDownBilled", true},
	{"placeOfService", "placeOfService", true}, {"reference", "authorization", true}, {"date", "date", true},
}

// path is the place in the request that a place in the inquiry comes from.
func (s *build) path(path string) string {
	if rest, ok := strings.CutPrefix(path, "receiver."); ok {
		return join(s.asker, mapped(rest, memberPaths))
	}
	if rest, ok := strings.CutPrefix(path, "questions["); ok {
		return s.questionPath(rest)
	}
	if p := mapped(path, requestPaths); p != path {
		return p
	}
	for _, who := range []string{"subscriber", "dependent"} {
		if rest, ok := strings.CutPrefix(path, who+"."); ok {
			return join(who, mapped(rest, memberPaths))
		}
	}
	return path
}

// questionPath is path for what stands below a question: "1].procedure.code".
func (s *build) questionPath(path string) string {
	digits, rest, _ := strings.Cut(path, "]")
	rest = strings.TrimPrefix(rest, ".")
	for _, m := range questionPaths {
		if m.is(rest) {
			return m.to
		}
	}
	i, err := strconv.Atoi(digits)
	if err != nil || i >= len(s.asks) || s.asks[i] < 0 {
		return rest
	}
	return join(index("procedures", int(s.asks[i])), strings.TrimPrefix(rest, "procedure."))
}

// is tells whether the path is below the map's.
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
