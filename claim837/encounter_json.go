package claim837

import (
	"bytes"
	"encoding/json"

	"github.com/claimwire/claimwire/internal/jsonx"
)

// UnmarshalJSON reads a provider, or a string: the key of one of the practice's.
// Unknown keys are an error.
func (p *Party) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		*p = Party{}
		return json.Unmarshal(b, &p.Use)
	}
	type plain Party
	return jsonx.Unmarshal(b, (*plain)(p))
}
