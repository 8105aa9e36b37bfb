package claim837

import (
	"bytes"
	"encoding/json"
)

// UnmarshalJSON reads a provider, or a string: the key of one of the practice's.
// Unknown keys are an error.
func (p *Party) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	*p = Party{}
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &p.Use)
	}
	type plain Party
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	return d.Decode((*plain)(p))
}
