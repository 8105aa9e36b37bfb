// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

func plainCode(s string) string { return plain.Code(s) }

func plainICD(s string) string { return plain.ICD(s) }

func plainDigits(s string) string { return plain.Digits(s) }

// plainEIN is an employer's number without its hyphen; one with hyphens elsewhere
// (123-45-6789) is of another kind, and stays for a rule to find.
func plainEIN(s string) string {
	if d := plainDigits(s); strings.IndexByte(s, '-') < 0 || strings.IndexByte(s, '-') == 2 && strings.Count(s, "-") == 1 || !plain.AllDigits(d, 9) {
		return d
	}
	return plainCode(s)
}

// phone returns a telephone number's ten digits, without the 1 of the country.
func phone(s string) string {
	s = plainDigits(s)
	if len(s) == 11 && s[0] == '1' {
		return s[1:]
	}
	return s
}

// ndc returns the eleven digits of a national drug code. Labels have ten with
// hyphens; a zero goes in front of the short part.
func ndc(s string) (string, x12.IssueCode) {
	s = strings.TrimSpace(s)
	if plain.AllDigits(s, 11) {
		return s, ""
	}
	if plain.AllDigits(s, 10) {
		return s, CodeNDCAmbiguous
	}
	labeler, rest, _ := strings.Cut(s, "-")
	product, pack, _ := strings.Cut(rest, "-")
	n := [3]int{len(labeler), len(product), len(pack)}
	switch n {
	case [3]int{4, 4, 2}:
		labeler = "0" + labeler
	case [3]int{5, 3, 2}:
		product = "0" + product
	case [3]int{5, 4, 1}:
		pack = "0" + pack
	}
	out := labeler + product + pack
	if (n[0] != 4 && n[0] != 5) || !plain.AllDigits(out, 11) {
		return s, CodeNDCForm
	}
	return out, ""
}

// address is an address as the model has it.
func address(a *PostalAddress) x12.Address {
	return plain.Address(x12.Address{Line1: a.Line1, Line2: a.Line2, City: a.City, State: a.State, Zip: a.Zip, Country: a.Country})
}

// personName is the name of a person, or of the organization in its place.
func personName(p *Person) x12.Name {
	if p.Organization != "" && p.LastName == "" {
		return x12.Name{EntityType: x12.Organization, Last: p.Organization}
	}
	return x12.Name{EntityType: x12.Person, Last: p.LastName, First: p.FirstName, Middle: p.MiddleName, Suffix: p.Suffix}
}

// partyName is the name of a provider with its NPI.
func partyName(p *Party) x12.Name {
	n := x12.Name{EntityType: x12.Organization, Last: p.Organization}
	if p.Organization == "" {
		n = x12.Name{EntityType: x12.Person, Last: p.LastName, First: p.FirstName, Middle: p.MiddleName, Suffix: p.Suffix}
	}
	if p.NPI != "" {
		n.IDType, n.ID = claim837.IDTypeNPI, plainDigits(p.NPI)
	}
	return n
}

// contacts are the contacts of a provider or submitter: three numbers to each.
func contacts(name, tel, extension, fax, email string) []x12.Contact {
	var n []x12.ContactNumber
	if tel != "" {
		n = append(n, x12.ContactNumber{Type: "TE", Number: phone(tel)})
	}
	if extension != "" && tel != "" { // else it is found
		n = append(n, x12.ContactNumber{Type: "EX", Number: extension})
	}
	if fax != "" {
		n = append(n, x12.ContactNumber{Type: "FX", Number: phone(fax)})
	}
	if email != "" {
		n = append(n, x12.ContactNumber{Type: "EM", Number: email})
	}
	switch {
	case len(n) == 0 && name == "":
		return nil
	case len(n) > 3:
		return []x12.Contact{{Name: name, Numbers: n[:3:3]}, {Name: name, Numbers: n[3:]}}
	}
	return []x12.Contact{{Name: name, Numbers: n}}
}

// yesNo is Y or N.
func yesNo(v bool) x12.Code {
	if v {
		return claim837.Yes
	}
	return claim837.No
}
