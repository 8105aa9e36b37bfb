// SPDX-License-Identifier: Apache-2.0

// Package plain turns what people write into what transaction sets hold: plain
// words into codes, numbers without their punctuation, addresses by country,
// what sender and receiver agreed on into an interchange.
package plain

import (
	"maps"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/nearest"
	"github.com/claimwire/claimwire/x12"
)

// Word is a plain word and the code that it stands for.
type Word [2]string

// Words is a list of them. A word is found whatever its case and hyphens; the
// code itself is taken, too, because many systems keep it.
type Words []Word

// hyphens takes out what may stand between the parts of a word.
var hyphens = strings.NewReplacer("-", "", "_", "", " ", "")

// Code returns what w stands for; ok is false when the list does not have it.
func (l Words) Code(w string) (x12.Code, bool) {
	for i := range l {
		if l[i][0] == w || l[i][1] == w {
			return x12.Code(l[i][1]), true
		}
	}
	bare := hyphens.Replace(w)
	for i := range l {
		if strings.EqualFold(hyphens.Replace(l[i][0]), bare) || strings.EqualFold(l[i][1], w) {
			return x12.Code(l[i][1]), true
		}
	}
	return "", false
}

// Code returns a code without the blanks around it, in capital letters: s itself
// when it is so already. What stands inside it stays, for a rule to find.
func Code(s string) string {
	s = strings.TrimSpace(s)
	for i := 0; i < len(s); i++ {
		if s[i]-'a' < 26 {
			var buf [32]byte
			return string(appendCapitals(buf[:0], s))
		}
	}
	return s
}

func appendCapitals(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'a' < 26 {
			c -= 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// ICD returns a code of ICD-9 or ICD-10 as Code does, and without the point that
// books print in it. A point in another place stays.
func ICD(s string) string {
	s = strings.TrimSpace(s)
	if strings.IndexByte(s, '.') < 0 {
		return Code(s)
	}
	var buf [32]byte
	return string(AppendICD(buf[:0], s))
}

// AppendICD appends ICD(s) to dst.
func AppendICD(dst []byte, s string) []byte {
	s = strings.TrimSpace(s)
	// After the third character, of external causes of ICD-9 (E812.0) the fourth, and
	// of its procedures (88.56) the second.
	before, after, ok := strings.Cut(s, ".")
	if ok && strings.IndexByte(after, '.') < 0 && (len(before) == 3 || len(before) == 2 && AllDigits(before, 2) || len(before) == 4 && before[0]&^0x20 == 'E') {
		return appendCapitals(appendCapitals(dst, before), after)
	}
	return appendCapitals(dst, s)
}

// Digits returns a number without the punctuation that people put into
// telephone, tax and ZIP numbers: s itself when it has none.
func Digits(s string) string {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '-', ' ', '(', ')', '.', '/', '+':
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("-() ./+", r) {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// AllDigits reports whether s is n digits.
func AllDigits(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for i := 0; i < n; i++ {
		if s[i]-'0' > 9 {
			return false
		}
	}
	return true
}

// Alnum reports whether s is capital letters and digits, or empty.
func Alnum(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c-'0' > 9 && c-'A' > 25 {
			return false
		}
	}
	return true
}

// IsCDT reports whether a code has the form of a dental procedure, D and four digits.
func IsCDT(code string) bool {
	return len(code) == 5 && code[0] == 'D' && AllDigits(code[1:], 4)
}

// Address returns an address as transaction sets have it: no hyphen in a ZIP
// code, no country for the US, and the part of a foreign country where it
// belongs.
func Address(a x12.Address) x12.Address {
	switch country := Code(a.Country); country {
	case "", "US", "USA":
		a.Country, a.State = "", Code(a.State)
		if zip := strings.TrimSpace(a.Zip); len(zip) < 6 || AllDigits(zip[:5], 5) { // a hyphen in another place stays
			a.Zip = Digits(zip)
		}
	case "CA", "CAN":
		a.Country, a.State = "CA", Code(a.State)
	default:
		a.Country, a.State, a.Subdivision = country, "", Code(a.State)
	}
	return a
}

// InUS reports whether an address is in the US, which is what it is without a
// country.
func InUS(a *x12.Address) bool { return a.Country == "" || a.Country == "US" }

// ValidNPI reports whether s is a national provider identifier: ten digits, the
// first 1 or 2, the last the check digit over 80840 and the others.
func ValidNPI(s string) bool {
	if !AllDigits(s, 10) || s[0] != '1' && s[0] != '2' {
		return false
	}
	sum := 24
	for i := 0; i < 10; i++ {
		d := int(s[i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// maxNamed is how many words an issue names.
const maxNamed = 24

// Unknown says which words a list has, and which of them w is nearest to.
func (l Words) Unknown(w string) string {
	var names []string
	for i := range l {
		if l[i][0] != "" {
			names = append(names, l[i][0])
		}
	}
	return "the word is not in the list of this field; " + oneOf(names, w, " and others, which the schema lists")
}

// UnknownProvider says which keys the providers of a practice have, and which of
// them key is nearest to.
func UnknownProvider[P any](providers map[string]P, key string) string {
	text := "the practice has no provider of this key; "
	if len(providers) > 0 {
		text += oneOf(slices.Sorted(maps.Keys(providers)), key, " and others of practice.providers") + "; or "
	}
	return text + "add it to practice.providers, or give the provider itself"
}

// oneOf names the words to choose from, and which of them w is nearest to.
func oneOf(names []string, w, others string) string {
	shown := names
	if len(names) > maxNamed {
		shown = names[:maxNamed]
	} else {
		others = ""
	}
	text := "take one of " + strings.Join(shown, ", ") + others
	if near := nearest.Of(names, w); near != "" {
		text += "; the nearest is " + near
	}
	return text
}
