// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"strconv"
	"strings"
)

// maxListed is how many codes a finding names.
const maxListed = 16

// describe puts into a finding which element of the use it is about and what the
// guide asks of it. Nothing of the file is told.
func describe(i *Issue, u *SegmentUse) {
	info, ok := LookupIssue(i.Code)
	e := elementAt(u, i.Element, i.Component)
	if !ok || e == nil {
		return
	}
	name := ""
	switch {
	case e.Element != nil:
		name = e.Element.Name
	case e.Composite != nil:
		name = e.Composite.Name
	}
	fix := info.Fix
	longest := e.MaxLen
	if e.Element != nil {
		if e.Element.Number == moneyElement {
			longest = moneyDigits
		}
		if longest == 0 {
			longest = e.Element.Max
		}
	}
	unit := " characters"
	if e.Element != nil && e.Element.Type >= TypeN0 || e.Element != nil && e.Element.Type == TypeR {
		unit = " digits"
	}
	switch i.Code {
	case CodeNotAllowed:
		if n := len(e.Codes); n == 1 {
			fix = "use " + e.Codes[0]
		} else if n > 1 && n <= maxListed {
			fix = "use one of " + strings.Join(e.Codes, ", ")
		}
	case CodeElementTooLong:
		fix = "use at most " + strconv.Itoa(longest) + unit + "; check that no separator is missing after it"
		if longest == moneyDigits && e.Element.Number == moneyElement {
			fix = "use at most 99999999.99; check that no separator is missing after it"
		}
	case CodeBadNumber:
		if e.Element != nil && e.Element.Type >= TypeN0 {
			fix = "use digits only"
		}
	case CodeElementTooShort:
		if e.Element != nil {
			fix = "give the whole value, of at least " + strconv.Itoa(e.Element.Min) + unit
		}
	}
	i.Detail = info.Text
	if name != "" {
		i.Detail += " (" + name + ")"
	}
	if fix != "" {
		i.Detail += "; " + fix
	}
}

// elementAt is an element or component of a use; nil when it has none there.
func elementAt(u *SegmentUse, element, component int) *ElementUse {
	if u == nil || element < 1 || element > len(u.Elements) {
		return nil
	}
	e := &u.Elements[element-1]
	if component == 0 {
		return e
	}
	if component > len(e.Components) {
		return nil
	}
	return &e.Components[component-1]
}
