// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"encoding/json"
	"testing"
)

func TestKindAsText(t *testing.T) {
	for kind, text := range map[Kind]string{0: `""`, Professional: `"837P"`, Institutional: `"837I"`, Dental: `"837D"`} {
		got, err := json.Marshal(kind)
		if err != nil || string(got) != text {
			t.Errorf("kind %d is written as %s (%v), want %s", kind, got, err, text)
		}
		back := Kind(99)
		if err := json.Unmarshal([]byte(text), &back); err != nil || back != kind {
			t.Errorf("%s is read as %d (%v), want %d", text, back, err, kind)
		}
	}
}

func TestKindOutsideTheList(t *testing.T) {
	if _, err := Kind(4).MarshalText(); err == nil {
		t.Error("Kind(4) is written without an error")
	}
	if s := Kind(4).String(); s != "" {
		t.Errorf("Kind(4) prints as %q", s)
	}
	kind := Dental
	if err := kind.UnmarshalText([]byte("837")); err == nil || kind != Dental {
		t.Errorf("%q is read as %d (%v)", "837", kind, err)
	}
}
