// SPDX-License-Identifier: Apache-2.0

package x12

import "strings"

// String returns the name as people write it, without its prefix and its id:
// "JANE Q DOE JR".
func (n Name) String() string { return join(" ", n.First, n.Middle, n.Last, n.Suffix) }

// LastFirst returns the name as lists have it: "DOE, JANE Q JR".
func (n Name) LastFirst() string {
	return join(", ", n.Last, join(" ", n.First, n.Middle, n.Suffix))
}

// String returns the address on one line: "12 MAIN ST, FLOOR 2, SPRINGFIELD IL
// 62701-1234". A ZIP code of nine digits gets its hyphen.
func (a Address) String() string {
	zip := a.Zip
	if len(zip) == 9 && digits(zip) {
		zip = zip[:5] + "-" + zip[5:]
	}
	return join(", ", a.Line1, a.Line2, join(" ", a.City, a.State, a.Subdivision, zip), a.Country)
}

// String returns the contact on one line: "BILLING, phone 555-010-0199, fax
// 555-010-0100".
func (c Contact) String() string {
	parts := []string{c.Name}
	for _, n := range c.Numbers {
		parts = append(parts, n.String())
	}
	return join(", ", parts...)
}

// String returns the number after a word for its type, "phone 555-010-0199". A
// telephone number of ten digits gets its hyphens.
func (n ContactNumber) String() string {
	kind, number := string(n.Type), n.Number
	switch n.Type {
	case "TE":
		kind = "phone"
	case "EX":
		kind = "ext."
	case "FX":
		kind = "fax"
	case "EM":
		kind = "e-mail"
	case "UR":
		kind = "web"
	}
	if (n.Type == "TE" || n.Type == "FX") && len(number) == 10 && digits(number) {
		number = number[:3] + "-" + number[3:6] + "-" + number[6:]
	}
	return join(" ", kind, number)
}

// String returns "2026-01-05" for a date and for a period of one day,
// "2026-01-05 to 2026-01-09" for a longer one, "to 2026-01-09" for one without a
// beginning, and "" for neither.
func (r DateRange) String() string {
	switch {
	case r.From == 0 && r.To == 0:
		return ""
	case r.From == r.To || r.To == 0:
		return r.From.String()
	case r.From == 0:
		return "to " + r.To.String()
	}
	return r.From.String() + " to " + r.To.String()
}

// join joins what is not empty.
func join(by string, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(by)
		}
		b.WriteString(p)
	}
	return b.String()
}

// digits reports whether s is nothing but digits.
func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }
