// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"unicode/utf8"

	"github.com/claimwire/claimwire/internal/visible"
)

// Bytes from 0x80 on that are no UTF-8 (files in Latin-1 have them) become the
// private characters U+F780 to U+F7FF. So that they come back as they were, true
// characters of that range are written byte by byte as well.
const (
	privateBase = 0xF700
	privateFrom = privateBase + 0x80
	privateTo   = privateBase + 0xFF
)

const hexDigits = "0123456789abcdef"

// AppendString appends s as a JSON string. Any string of bytes comes back by
// Text as it was.
func AppendString[S ~string | ~[]byte](dst []byte, s S) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		dst = append(dst, s[from:i]...)
		if c < utf8.RuneSelf {
			dst = appendEscape(dst, c)
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		if n > 1 && visible.Steers(r) {
			dst = append(dst, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		} else if (r == utf8.RuneError && n == 1) || (r >= privateFrom && r <= privateTo) {
			for k := range n {
				dst = utf8.AppendRune(dst, privateBase+rune(s[i+k]))
			}
		} else {
			dst = append(dst, s[i:i+n]...)
		}
		i += n
		from = i
	}
	return append(append(dst, s[from:]...), '"')
}

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// Text turns the private characters of a string that JSON held into the bytes
// that they stand for.
func Text(s string) string {
	private := false
	for i := 0; i+2 < len(s); i++ {
		if s[i] == 0xEF && s[i+1] >= 0x9E && s[i+1] <= 0x9F { // U+F780 to U+F7FF
			private = true
			break
		}
	}
	if !private {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r >= privateFrom && r <= privateTo {
			out = append(out, byte(r-privateBase))
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
