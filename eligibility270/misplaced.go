// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12"

// What a Writer refuses besides what the guide does not allow.
const (
	// CodeNoContext is a patient without a subscriber, or without the payer or the
	// provider that it stands in.
	CodeNoContext x12.IssueCode = "no-context"
	// CodeNoPlace is a value that is set and that no segment would carry: a list is
	// longer than its segment, or the inquiry has no element for it.
	CodeNoPlace x12.IssueCode = "no-place-for-value"
)

func noContext(path string) x12.Issue {
	return x12.Issue{Code: CodeNoContext, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "what the patient stands in is missing; give it"}
}

func noPlace(path string) x12.Issue {
	return x12.Issue{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "a segment has no place for this value; take it out, or give it where it belongs"}
}

// misplacedInquiry returns the path of the first value of an inquiry that no
// segment would carry; empty when there is none.
func misplacedInquiry(q *Inquiry) string {
	if path := misplacedContext(q.Source); path != "" {
		return path
	}
	for i := range q.Questions {
		v := &q.Questions[i]
		path := misplacedCodes(v.ServiceTypes, v.Procedure, v.Diagnoses)
		if path == "" && v.Procedure != nil && v.Procedure.LastCode != "" {
			path = "procedure.lastCode"
		}
		if path != "" {
			return index("questions", i) + "." + path
		}
	}
	return ""
}

// misplacedResponse is misplacedInquiry for a response.
func misplacedResponse(r *Response) string {
	if path := misplacedContext(r.Source); path != "" {
		return path
	}
	for i := range r.Benefits {
		b := &r.Benefits[i]
		path := misplacedCodes(b.ServiceTypes, b.Procedure, b.Diagnoses)
		for k := range b.Entities {
			if p := misplacedNumbers(b.Entities[k].Contacts); p != "" {
				path = index("entities", k) + "." + p
			}
		}
		if path != "" {
			return index("benefits", i) + "." + path
		}
	}
	return ""
}

func misplacedContext(s *Source) string {
	if s != nil {
		if path := misplacedNumbers(s.Contacts); path != "" {
			return "source." + path
		}
	}
	return ""
}

func misplacedCodes(types []x12.Code, p *Procedure, diagnoses []int) string {
	for i, s := range types {
		if s == "" {
			return index("serviceTypes", i)
		}
	}
	switch {
	case p != nil && len(p.Modifiers) > 4:
		return "procedure.modifiers[4]"
	case len(diagnoses) > 4:
		return "diagnoses[4]"
	}
	return ""
}

func misplacedNumbers(contacts []x12.Contact) string {
	for i := range contacts {
		if len(contacts[i].Numbers) > 3 {
			return index("contacts", i) + ".numbers[3]"
		}
	}
	return ""
}
