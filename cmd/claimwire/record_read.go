package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// record is a line of parse.
type record struct {
	kind                    string
	at                      claim837.At
	interchange, group, set frameRef
	claim                   *claim837.Claim
	context                 *around
	of                      string
	trailer                 *x12.Raw
	segments                []x12.Raw // that came before the keys that say where they belong
	begun                   bool      // segments were handed over as they came
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
	rec := &record{}
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
		err = jsonx.Unmarshal(raw, &rec.at)
	case "interchange":
		err = rec.interchange.read(raw)
	case "group":
		err = rec.group.read(raw)
	case "set":
		err = rec.set.read(raw)
	case "claim":
		err = jsonx.Unmarshal(raw, &rec.claim)
	case "context":
		err = jsonx.Unmarshal(raw, &rec.context)
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
