// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"strings"
)

// elements parses the last column of a segment use, e.g.
// "01R!85 02R=1|2 03R..30 05R(1R 2R=B)", and sets what tells the use.
func (p *guideParser) elements(u *SegmentUse, text string) error {
	uses := make([]ElementUse, len(u.Def.Elements))
	for i := range uses {
		uses[i] = ElementUse{Element: u.Def.Elements[i], Composite: u.Def.Composites[i], Repeat: 1}
	}
	u.Elements = uses
	last := 0
	for text != "" {
		var item string
		item, text = cutItem(text)
		from, to, rest, err := span(item, last, len(uses))
		if err != nil {
			return err
		}
		spec, inner, isComposite, err := cutComponents(rest)
		if err != nil {
			return fmt.Errorf("%s: %w", item, err)
		}
		for n := from; n <= to; n++ {
			use := &uses[n-1]
			if isComposite != (use.Composite != nil) {
				return fmt.Errorf("%s: position %d of %s is the other kind", item, n, u.Tag)
			}
			tells, err := p.elementUse(use, spec)
			if err != nil {
				return fmt.Errorf("%s: %w", item, err)
			}
			if tells {
				if err := u.toldBy(n, 0, use.Codes); err != nil {
					return err
				}
			}
			if isComposite {
				if err := p.components(u, n, use, inner); err != nil {
					return fmt.Errorf("%s: %w", item, err)
				}
			}
		}
		last = to
	}
	return nil
}

// components parses the inside of a composite, e.g. "1R!ABK|BK 2R".
func (p *guideParser) components(u *SegmentUse, element int, use *ElementUse, text string) error {
	use.Components = make([]ElementUse, len(use.Composite.Components))
	for i, e := range use.Composite.Components {
		use.Components[i] = ElementUse{Element: e, Repeat: 1}
	}
	last := 0
	for text != "" {
		var item string
		item, text, _ = strings.Cut(text, " ")
		from, to, spec, err := span(item, last, len(use.Components))
		if err != nil {
			return err
		}
		for n := from; n <= to; n++ {
			c := &use.Components[n-1]
			tells, err := p.elementUse(c, spec)
			if err != nil {
				return fmt.Errorf("%s: %w", item, err)
			}
			if c.Repeat != 1 {
				return fmt.Errorf("%s: a component can't repeat", item)
			}
			if tells {
				if err := u.toldBy(element, n, c.Codes); err != nil {
					return err
				}
			}
		}
		last = to
	}
	return nil
}

// toldBy notes the element that tells the use from its siblings.
func (u *SegmentUse) toldBy(element, component int, codes []string) error {
	if u.QualElement != 0 {
		return fmt.Errorf("%s has two telling elements", u.Tag)
	}
	u.QualElement, u.QualComponent, u.Qualifiers = element, component, codes
	return nil
}

// elementUse parses what stands after the position: usage, then "^" repeats,
// "=" or "!" codes, or ".." a length limit. tells is true for "!".
func (p *guideParser) elementUse(use *ElementUse, spec string) (tells bool, err error) {
	if spec == "" {
		return false, fmt.Errorf("no usage")
	}
	var ok bool
	if use.Usage, ok = parseUsage(spec[:1]); !ok {
		return false, fmt.Errorf("usage %q", spec[:1])
	}
	spec = spec[1:]
	if s, ok := strings.CutPrefix(spec, "^"); ok {
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if use.Repeat, err = smallNumber(s[:i]); err != nil {
			return false, err
		}
		spec = s[i:]
	}
	switch {
	case spec == "":
		return false, nil
	case use.Element == nil:
		return false, fmt.Errorf("a composite can't have %q", spec)
	case spec[0] == '=' || spec[0] == '!':
		use.Codes, err = p.codeList(spec[1:])
		return spec[0] == '!', err
	case strings.HasPrefix(spec, ".."):
		length, decimals, has := strings.Cut(spec[2:], ".")
		if use.MaxLen, err = smallNumber(length); err != nil {
			return false, err
		}
		if has {
			use.Decimals, err = smallNumber(decimals)
		}
		if err == nil && (use.MaxLen < use.Element.Min || use.MaxLen >= use.Element.Max || has && use.Element.Type != TypeR) {
			err = fmt.Errorf("limit %q does not narrow element %s", spec, use.Element.Number)
		}
		return false, err
	}
	return false, fmt.Errorf("can't read %q", spec)
}

// codeList is a list like "1|2" or the named list "@pointer".
func (p *guideParser) codeList(text string) ([]string, error) {
	if list := p.codes[text]; list != nil {
		return list, nil
	}
	if text == "" || text[0] == '@' {
		return nil, fmt.Errorf("code list %q is not there", text)
	}
	list := strings.Split(text, "|")
	p.codes[text] = list
	return list, nil
}

// span reads the position or range at the head of an item: "03R" or "04-06S".
func span(item string, last, size int) (from, to int, rest string, err error) {
	digits := func(s string) int {
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i
	}
	i := digits(item)
	if from, err = smallNumber(item[:i]); err != nil {
		return 0, 0, "", err
	}
	to, rest = from, item[i:]
	if s, ok := strings.CutPrefix(rest, "-"); ok {
		i = digits(s)
		if to, err = smallNumber(s[:i]); err != nil {
			return 0, 0, "", err
		}
		rest = s[i:]
	}
	if from <= last || to < from || to > size {
		return 0, 0, "", fmt.Errorf("%s: positions must grow and be at most %d", item, size)
	}
	return from, to, rest, nil
}

// cutItem takes the first item; blanks inside parentheses don't end it.
func cutItem(text string) (item, rest string) {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ' ':
			if depth == 0 {
				return text[:i], text[i+1:]
			}
		}
	}
	return text, ""
}

// cutComponents splits "R^2(1R 2S)" into "R^2" and "1R 2S".
func cutComponents(s string) (spec, inner string, ok bool, err error) {
	spec, inner, ok = strings.Cut(s, "(")
	if !ok {
		return spec, "", false, nil
	}
	inner, closed := strings.CutSuffix(inner, ")")
	if !closed || inner == "" || strings.ContainsAny(inner, "()") {
		return "", "", false, fmt.Errorf("unbalanced composite")
	}
	return spec, inner, true, nil
}
