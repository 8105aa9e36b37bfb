// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"strings"
	"testing"
)

// Commas part the objects of an array; one too many is no JSON.
func TestCommasOfArrays(t *testing.T) {
	one := `{"id":"1"}`
	for text, fine := range map[string]bool{
		"[" + one + "]": true, "[ " + one + " , " + one + " ]": true, one + "\n" + one: true, "[" + one + "\n,\n" + one + "]": true,
		"[" + one + ",]": false, "[" + one + " , ]": false, "[," + one + "]": false, "[" + one + ",," + one + "]": false, "[,]": false, "[" + one + ",": false,
		"[" + one: false, "[" + one + "]]": false, "[" + one + "],": false,
	} {
		in := newObjects(strings.NewReader(text), noun{"encounter", "encounters"})
		var err error
		for err == nil {
			_, _, err = in.next()
		}
		if (err.Error() == "EOF") != fine {
			t.Errorf("%s: %v", text, err)
		}
	}
}
