// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// The roles that only stays and dental visits have.

// stayRoles puts who attended and operated into the claim.
func (s *build) stayRoles(r *claimRoles) {
	i := s.c.Institutional
	r.attending = s.resolve(s.e.Providers.Attending, "providers.attending")
	r.operating = s.lift(func(r *Roles) *Party { return r.Operating }, "operating")
	r.otherOperating = s.lift(func(r *Roles) *Party { return r.OtherOperating }, "otherOperating")
	if r.attending != nil {
		i.Attending = r.attending.asRendering()
	}
	if r.operating != nil {
		i.Operating = r.operating.asPlain()
	}
	if r.otherOperating != nil {
		i.OtherOperating = r.otherOperating.asPlain()
	}
}

// stayLineRoles puts who operated into the line, where it differs.
func (s *build) stayLineRoles(l *claim837.ServiceLine, p *Roles, i int) {
	part := func() *claim837.InstitutionalLine {
		if l.Institutional == nil {
			l.Institutional = new(claim837.InstitutionalLine)
		}
		return l.Institutional
	}
	if p.Operating != nil {
		if a := s.lineActor(p.Operating, i, "operating"); a != nil && !same(a, s.roles.operating) {
			part().Operating = a.asPlain()
		}
	}
	if p.OtherOperating != nil {
		if a := s.lineActor(p.OtherOperating, i, "otherOperating"); a != nil && !same(a, s.roles.otherOperating) {
			part().OtherOperating = a.asPlain()
		}
	}
}

// dentalRoles puts the assistant surgeon into the claim.
func (s *build) dentalRoles(r *claimRoles) {
	r.assistant = s.lift(func(r *Roles) *Party { return r.AssistantSurgeon }, "assistantSurgeon")
	if a := r.assistant; a != nil {
		if a.party.Taxonomy == "" {
			s.find(CodeMissing, "providers.assistantSurgeon.taxonomy", "")
		}
		s.c.Dental.AssistantSurgeon = a.asRendering()
	}
}

// dentalLineRoles puts the assistant surgeon into the line, where it differs.
// Who gave a service must have a specialty there.
func (s *build) dentalLineRoles(l *claim837.ServiceLine, p *Roles, i int) {
	if l.Rendering != nil && l.Rendering.Taxonomy == "" {
		s.find(CodeMissing, jsonx.At("services", i, "providers.rendering.taxonomy"), "")
	}
	if p.AssistantSurgeon == nil {
		return
	}
	if a := s.lineActor(p.AssistantSurgeon, i, "assistantSurgeon"); a != nil && !same(a, s.roles.assistant) {
		if l.Dental == nil {
			l.Dental = new(claim837.DentalLine)
		}
		l.Dental.AssistantSurgeon = a.asRendering()
	}
}

// foreignRoles finds roles that a claim of this kind does not have. Where only
// professional claims have one, misplaced says so.
func (s *build) foreignRoles() {
	p := &s.e.Providers
	if s.c.Kind != claim837.Institutional {
		for _, f := range [...]struct {
			party *Party
			path  string
		}{{p.Attending, "providers.attending"}, {p.Operating, "providers.operating"}, {p.OtherOperating, "providers.otherOperating"}} {
			if f.party != nil {
				s.find(claim837.CodeNoPlace, f.path, "")
			}
		}
	}
	if s.c.Kind != claim837.Dental && p.AssistantSurgeon != nil {
		s.find(claim837.CodeNoPlace, "providers.assistantSurgeon", "")
	}
}

// roleOfKind is where a role that only some kinds have stands; nil when this
// claim's kind has it not.
func (s *build) roleOfKind(role x12.Code) **claim837.Provider {
	i, d := s.c.Institutional, s.c.Dental
	switch {
	case i != nil && role == "71":
		return &i.Attending
	case i != nil && role == "72":
		return &i.Operating
	case i != nil && role == "ZZ":
		return &i.OtherOperating
	case d != nil && role == "DD":
		return &d.AssistantSurgeon
	}
	return nil
}
