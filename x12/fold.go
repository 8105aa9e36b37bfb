// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FoldText brings s as near to the set as it can without loss of meaning: marks
// come off letters, typographic marks become plain ones, and for Basic letters
// become upper case. It reports whether more than the case of letters changed.
//
// A character that has no plain form, of another script for example, stays as
// it is: a Writer refuses it, and none is ever dropped or replaced by a filler.
// AnyByte changes nothing.
func FoldText(s string, set Charset) (out string, changed bool) {
	if set == AnyByte {
		return s, false
	}
	if isASCII(s) {
		if set == Basic {
			return strings.ToUpper(s), false
		}
		return s, false
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if c < utf8.RuneSelf || (c == utf8.RuneError && n == 1) { // ASCII, or a byte that is no UTF-8
			b.WriteByte(s[i])
			i++
			continue
		}
		if foldRune(&b, s[i:i+n], c) {
			changed = true
		}
		i += n
	}
	out = b.String()
	if set == Basic {
		out = upper(out)
	}
	return out, changed
}

// foldRune appends the plain form of c, or c itself, and reports whether it is the
// plain form.
func foldRune(b *strings.Builder, s string, c rune) bool {
	if plain, ok := plainForm(c); ok {
		b.WriteString(plain)
		return true
	}
	if unicode.Is(unicode.Mn, c) {
		if p := b.String(); p != "" && p[len(p)-1] < utf8.RuneSelf { // of the letter before
			return true
		}
		b.WriteString(s)
		return false
	}
	var in, out [64]byte
	plain := out[:0]
	for rest := norm.NFKD.AppendString(in[:0], s); len(rest) > 0; {
		d, n := utf8.DecodeRune(rest)
		rest = rest[n:]
		if d >= ' ' && d < 0x7f {
			plain = append(plain, byte(d))
		} else if p, ok := plainForm(d); ok {
			plain = append(plain, p...)
		} else if !unicode.Is(unicode.Mn, d) {
			plain = nil
			break
		}
	}
	if len(plain) == 0 {
		b.WriteString(s)
		return false
	}
	b.Write(plain)
	return true
}

// plainForm is what compatibility decomposition leaves alone and people write
// in plain letters all the same. German umlauts are no part of it: Müller
// becomes MULLER, as on American cards.
func plainForm(c rune) (string, bool) {
	switch c {
	case 'ß':
		return "ss", true
	case 'ẞ':
		return "SS", true
	case 'Æ':
		return "AE", true
	case 'æ':
		return "ae", true
	case 'Œ':
		return "OE", true
	case 'œ':
		return "oe", true
	case 'Ø':
		return "O", true
	case 'ø':
		return "o", true
	case 'Ł':
		return "L", true
	case 'ł':
		return "l", true
	case 'Đ', 'Ð', 'Ɖ':
		return "D", true
	case 'đ', 'ð':
		return "d", true
	case 'Þ':
		return "TH", true
	case 'þ':
		return "th", true
	case 'Ħ':
		return "H", true
	case 'ħ':
		return "h", true
	case 'Ŧ':
		return "T", true
	case 'ŧ':
		return "t", true
	case 'Ŋ':
		return "N", true
	case 'ŋ':
		return "n", true
	case 'ı':
		return "i", true
	case 'ĸ':
		return "k", true
	case 'ə':
		return "e", true
	case 'Ə':
		return "E", true
	case '‘', '’', '‚', '‛', 'ʼ', 'ʻ', 'ʹ', '′', '´':
		return "'", true
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case '…':
		return "...", true
	case '×':
		return "x", true
	case '÷', '⁄', '∕':
		return "/", true
	case '•':
		return "-", true
	case '·':
		return ".", true
	case '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u2007':
		return " ", true
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff': // nothing to see
		return "", true
	}
	return "", false
}

// upper turns ASCII letters into capitals. Other letters were folded or stay, and
// bytes that are no UTF-8 must stay what they are.
func upper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c-'a' < 26 {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
