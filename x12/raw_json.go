// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/claimwire/claimwire/internal/jsonx"
)

var (
	errRawElement = errors.New("x12: an element is a string, an array of components or an array of repetitions")
	errRawSegment = errors.New("x12: a segment is an array that begins with its tag")
)

// AppendJSON appends the form of MarshalJSON.
func (e RawElement) AppendJSON(dst []byte) ([]byte, error) {
	switch {
	case len(e) == 0 || (len(e) == 1 && len(e[0]) == 0):
		return append(dst, `""`...), nil
	case len(e) == 1 && len(e[0]) == 1:
		return jsonx.AppendString(dst, e[0][0]), nil
	case len(e) == 1:
		return jsonx.Append(dst, e[0])
	}
	return jsonx.Append(dst, [][]string(e))
}

// MarshalJSON writes an element as a string, as an array of components, or as
// an array of arrays when it repeats.
func (e RawElement) MarshalJSON() ([]byte, error) { return e.AppendJSON(nil) }

// UnmarshalJSON reads the forms of MarshalJSON.
func (e *RawElement) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) > 0 && b[0] == '"' {
		var s string
		if jsonx.Unmarshal(b, &s) != nil {
			return errRawElement
		}
		*e = RawElement{{s}}
		return nil
	}
	var comps []string
	if jsonx.Unmarshal(b, &comps) == nil {
		*e = RawElement{comps}
		return nil
	}
	var reps [][]string
	if jsonx.Unmarshal(b, &reps) != nil {
		return errRawElement
	}
	*e = reps
	return nil
}

// AppendSegment appends the form of MarshalSegment.
func (r Raw) AppendSegment(dst []byte) ([]byte, error) {
	dst = jsonx.AppendString(append(dst, '['), r.Tag)
	var err error
	for _, e := range r.Elements {
		if dst, err = e.AppendJSON(append(dst, ',')); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
}

// MarshalSegment writes ["REF","G1","A1"]: the tag and its elements.
func (r Raw) MarshalSegment() ([]byte, error) { return r.AppendSegment(nil) }

// UnmarshalSegment reads the form of MarshalSegment.
func (r *Raw) UnmarshalSegment(b []byte) error {
	var parts []RawElement
	if err := jsonx.Unmarshal(b, &parts); err != nil {
		if bytes.HasPrefix(bytes.TrimSpace(b), []byte{'['}) {
			return errRawElement
		}
		return errRawSegment
	}
	if len(parts) == 0 || len(parts[0]) != 1 || len(parts[0][0]) != 1 {
		return errRawSegment
	}
	r.Tag, r.Elements = parts[0][0][0], parts[1:]
	return nil
}

// rawJSON is the JSON of a Raw.
type rawJSON struct {
	After    int
	Replaces bool
	Entry    int
	Entries  int
	Unread   []int
	Segment  json.RawMessage
}

// AppendJSON appends the form of MarshalJSON.
func (r Raw) AppendJSON(dst []byte) ([]byte, error) {
	seg, err := r.AppendSegment(nil)
	if err != nil {
		return dst, err
	}
	return jsonx.Append(dst, rawJSON{r.After, r.Replaces, r.Entry, r.Entries, r.Unread, seg})
}

// MarshalJSON writes {"after":3,"segment":["REF","ZZ","A1"]}.
func (r Raw) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }

// UnmarshalJSON reads the form of MarshalJSON.
func (r *Raw) UnmarshalJSON(b []byte) error {
	var v rawJSON
	if err := jsonx.Unmarshal(b, &v); err != nil {
		return err
	}
	r.After, r.Replaces, r.Entry, r.Entries, r.Unread = v.After, v.Replaces, v.Entry, v.Entries, v.Unread
	return r.UnmarshalSegment(v.Segment)
}
