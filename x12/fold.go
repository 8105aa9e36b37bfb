package x12

import "strings"

// FoldText brings s into the set as far as it can and tells whether more than
// the case of letters changed.
func FoldText(s string, set Charset) (out string, changed bool) {
	if set == Basic {
		return strings.ToUpper(s), false
	}
	return s, false
}
