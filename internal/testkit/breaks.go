// SPDX-License-Identifier: Apache-2.0

package testkit

import "strings"

// WithBreaks returns s in variants with line breaks: wrapped to lines of one
// width, and with breaks inside values of text only, as near to one width as the
// values allow. In s, * : and ~ are the delimiters.
func WithBreaks(s string) []string {
	s = strings.NewReplacer("\r", "", "\n", "").Replace(s)
	var out []string
	for _, width := range []int{40, 80, 132} {
		var all, text strings.Builder
		allAt, textAt := 0, 0 // columns
		for i := range len(s) {
			if allAt == width {
				all.WriteByte('\n')
				allAt = 0
			}
			if textAt >= width && inText(s, i) {
				text.WriteByte('\n')
				textAt = 0
			}
			all.WriteByte(s[i])
			text.WriteByte(s[i])
			allAt++
			textAt++
		}
		out = append(out, all.String(), text.String(), strings.ReplaceAll(text.String(), "\n", "\r\n"))
	}
	return out
}

// inText reports whether s[i] stands between two letters of a value of the body.
func inText(s string, i int) bool {
	if i < 106 || !letter(s[i-1]) || !letter(s[i]) {
		return false
	}
	mark := strings.LastIndexAny(s[:i], "*:~")
	return mark >= 0 && s[mark] != '~' && i-mark > 2
}

func letter(b byte) bool { return b-'A' < 26 || b-'a' < 26 }
