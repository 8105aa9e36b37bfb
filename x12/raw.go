package x12

import (
	"encoding/json"
	"fmt"
)

// Raw is a segment kept whole: its elements, their repetitions and components,
// but no delimiters. It stands for what no typed field can hold.
type Raw struct {
	// After is how many segments of its loop stand before it.
	After int
	// Replaces is set when typed fields hold what could be read of the segment;
	// a writer then writes the Raw in the place of those fields.
	Replaces bool
	Tag      string
	Elements []RawElement
}

// RawElement is an element: its repetitions, each with its components.
type RawElement [][]string

// Element returns the text of element i, from 1, when it is simple, else the
// first component; "" when there is none.
func (r Raw) Element(i int) string {
	if i < 1 || i > len(r.Elements) || len(r.Elements[i-1]) == 0 || len(r.Elements[i-1][0]) == 0 {
		return ""
	}
	return r.Elements[i-1][0][0]
}

// Clone returns a copy that shares nothing.
func (r Raw) Clone() Raw {
	out := r
	out.Tag = cloneString(r.Tag)
	out.Elements = make([]RawElement, len(r.Elements))
	for i, e := range r.Elements {
		out.Elements[i] = make(RawElement, len(e))
		for j, rep := range e {
			out.Elements[i][j] = make([]string, len(rep))
			for k, s := range rep {
				out.Elements[i][j][k] = cloneString(s)
			}
		}
	}
	return out
}

func cloneString(s string) string { return string([]byte(s)) }

// MarshalJSON writes an element as a string, as an array of components, or as
// an array of arrays when it repeats.
func (e RawElement) MarshalJSON() ([]byte, error) {
	switch {
	case len(e) == 0:
		return []byte(`""`), nil
	case len(e) == 1 && len(e[0]) == 0:
		return []byte(`""`), nil
	case len(e) == 1 && len(e[0]) == 1:
		return json.Marshal(e[0][0])
	case len(e) == 1:
		return json.Marshal(e[0])
	}
	return json.Marshal([][]string(e))
}

// UnmarshalJSON reads the forms of MarshalJSON.
func (e *RawElement) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*e = RawElement{{s}}
		return nil
	}
	var comps []string
	if json.Unmarshal(b, &comps) == nil {
		*e = RawElement{comps}
		return nil
	}
	var reps [][]string
	if json.Unmarshal(b, &reps) != nil {
		return fmt.Errorf("x12: an element is a string, an array of components or an array of repetitions")
	}
	*e = reps
	return nil
}

// MarshalSegment writes ["REF","G1","A1"]: the tag and its elements.
func (r Raw) MarshalSegment() ([]byte, error) {
	out := make([]any, 0, 1+len(r.Elements))
	out = append(out, r.Tag)
	for _, e := range r.Elements {
		out = append(out, e)
	}
	return json.Marshal(out)
}

// UnmarshalSegment reads the form of MarshalSegment.
func (r *Raw) UnmarshalSegment(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil || len(parts) == 0 {
		return fmt.Errorf("x12: a segment is an array that begins with its tag")
	}
	if err := json.Unmarshal(parts[0], &r.Tag); err != nil {
		return fmt.Errorf("x12: a segment is an array that begins with its tag")
	}
	r.Elements = make([]RawElement, len(parts)-1)
	for i, p := range parts[1:] {
		if err := r.Elements[i].UnmarshalJSON(p); err != nil {
			return err
		}
	}
	return nil
}

type rawJSON struct {
	After    int             `json:"after,omitempty"`
	Replaces bool            `json:"replaces,omitempty"`
	Segment  json.RawMessage `json:"segment"`
}

// MarshalJSON writes {"after":3,"segment":["REF","ZZ","A1"]}.
func (r Raw) MarshalJSON() ([]byte, error) {
	seg, err := r.MarshalSegment()
	if err != nil {
		return nil, err
	}
	return json.Marshal(rawJSON{r.After, r.Replaces, seg})
}

// UnmarshalJSON reads the form of MarshalJSON.
func (r *Raw) UnmarshalJSON(b []byte) error {
	var v rawJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	r.After, r.Replaces = v.After, v.Replaces
	return r.UnmarshalSegment(v.Segment)
}
