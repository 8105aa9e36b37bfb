// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// record is a line of parse.
type record struct {
	kind                    string
	at                      stream.At
	interchange, group, set frameRef
	bodies                  map[string]json.RawMessage // what its type is about, by key
	of                      string
	trailer                 *x12.Raw
	segments                []x12.Raw // that came before the keys that say where they belong
	begun                   bool      // segments were handed over as they came
}

// recordAt has the ordinals of any record. Where it stands below its set, the record
// itself tells again.
type recordAt struct {
	Interchange, Group, Set      int
	Billing, Subscriber, Patient int
	Header, Payment              int
	Source, Receiver, Dependent  int
}

// position returns where the record stands.
func (r *record) position() x12.Position {
	return x12.Position{Interchange: r.at.Interchange, Group: r.at.Group, Set: r.at.Set}
}

// body reads what the record has under a key, if it has that key.
func (r *record) body(key string, v any) (found bool, err error) {
	raw, found := r.bodies[key]
	if !found || string(raw) == "null" {
		return false, nil
	}
	if err := jsonx.Unmarshal(raw, v); err != nil {
		return true, errors.New(key + ": " + err.Error())
	}
	return true, nil
}

// need is body for a key that the type of the record demands.
func (r *record) need(key string, v any) error {
	found, err := r.body(key, v)
	if err == nil && !found {
		err = fmt.Errorf("the type %q has no %s", r.kind, key)
	}
	return err
}

// misfit is the error of a type that has no place in the set.
func (r *record) misfit() error {
	return fmt.Errorf("a record of type %q cannot stand in such a set", r.kind)
}

// frameRef is an interchange, a group or a set of a record.
type frameRef struct {
	known bool            // the key came
	ref   int             // 0 = whole, or none
	whole json.RawMessage // nil = none, or a reference
}

func (f *frameRef) read(raw []byte) error {
	f.known = true
	raw = bytes.TrimSpace(raw)
	if string(raw) == "null" {
		return nil
	}
	var r struct{ Ref int }
	if jsonx.Unmarshal(raw, &r) == nil && r.Ref > 0 {
		f.ref = r.Ref
		return nil
	}
	f.whole = append([]byte(nil), raw...)
	return nil
}

// recordReader reads records one by one. The segments of a long set are handed
// over as they come.
type recordReader struct {
	d *json.Decoder
	n int
}

func newRecordReader(r io.Reader) *recordReader { return &recordReader{d: json.NewDecoder(r)} }

// next reads a record; io.EOF is the clean end.
func (r *recordReader) next(e *replayer) (*record, error) {
	t, err := r.d.Token()
	if err == io.EOF {
		return nil, io.EOF
	}
	r.n++
	if err != nil {
		return nil, broken(err)
	}
	if t != json.Delim('{') {
		return nil, errors.New("a record is an object")
	}
	rec := &record{bodies: map[string]json.RawMessage{}}
	for r.d.More() {
		t, err := r.d.Token()
		if err != nil {
			return nil, broken(err)
		}
		key, _ := t.(string)
		if key == "segments" {
			err = r.segments(rec, e)
		} else {
			err = r.value(rec, key)
		}
		if err != nil {
			return nil, err
		}
	}
	if _, err := r.d.Token(); err != nil {
		return nil, broken(err)
	}
	return rec, nil
}

// broken words an error of the decoder, which may hold a piece of the data.
func broken(err error) error {
	if s := (*json.SyntaxError)(nil); errors.As(err, &s) || err == io.EOF || err == io.ErrUnexpectedEOF {
		return errors.New("this is no JSON, or it ends too early")
	}
	return err
}

// value reads the value of any key but segments.
func (r *recordReader) value(rec *record, key string) error {
	var raw json.RawMessage
	if err := r.d.Decode(&raw); err != nil {
		return broken(err)
	}
	var err error
	switch key {
	case "type":
		err = jsonx.Unmarshal(raw, &rec.kind)
	case "file":
	case "at":
		var at recordAt
		err = jsonx.Unmarshal(raw, &at)
		rec.at = stream.At{Interchange: at.Interchange, Group: at.Group, Set: at.Set}
	case "interchange":
		err = rec.interchange.read(raw)
	case "group":
		err = rec.group.read(raw)
	case "set":
		err = rec.set.read(raw)
	case "claim", "context", "payment", "remittance", "summary", "patient", "source":
		rec.bodies[key] = raw
	case "of":
		err = jsonx.Unmarshal(raw, &rec.of)
	case "trailer":
		if string(raw) != "null" {
			rec.trailer = new(x12.Raw)
			err = rec.trailer.UnmarshalSegment(raw)
		}
	default:
		return errors.New("a record has no key " + key)
	}
	if err != nil {
		return errors.New(key + ": " + err.Error())
	}
	return nil
}

// segments reads the array of segments.
func (r *recordReader) segments(rec *record, e *replayer) error {
	t, err := r.d.Token()
	if err != nil {
		return broken(err)
	}
	if t != json.Delim('[') {
		return errors.New("segments: an array is expected")
	}
	stream := rec.kind == "segments" && rec.interchange.known && rec.group.known && rec.set.known && !rec.begun
	if stream {
		rec.begun = true
		if err := e.enter(rec); err != nil {
			return err
		}
	}
	for r.d.More() {
		var raw json.RawMessage
		if err := r.d.Decode(&raw); err != nil {
			return broken(err)
		}
		var seg x12.Raw
		if err := seg.UnmarshalSegment(raw); err != nil {
			return err
		}
		if stream {
			err = e.segment(seg)
		} else {
			rec.segments = append(rec.segments, seg)
		}
		if err != nil {
			return err
		}
	}
	if _, err := r.d.Token(); err != nil {
		return broken(err)
	}
	return nil
}
