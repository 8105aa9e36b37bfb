// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestDecodeReaderAndBack(t *testing.T) {
	var all []byte
	for i := range 256 {
		all = append(all, byte(i))
	}
	for _, set := range []string{"windows-1252", "CP1252", "iso-8859-1", "latin1"} {
		r, err := x12.DecodeReader(bytes.NewReader(all), set)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsRune(string(text), '\ufffd') {
			t.Errorf("%s: a byte has no character", set)
		}
		var back bytes.Buffer
		w, err := x12.EncodeWriter(&back, set)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(text)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(back.Bytes(), all) {
			t.Errorf("%s: decoded and encoded, the bytes differ", set)
		}
	}
}

func TestDecodeReaderText(t *testing.T) {
	r, err := x12.DecodeReader(strings.NewReader("Mu\xf1oz \x93x\x94"), "windows-1252")
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := io.ReadAll(r); string(b) != "Muñoz “x”" {
		t.Errorf("got %q", b)
	}
	src := strings.NewReader("José")
	if r, err := x12.DecodeReader(src, "UTF-8"); r != io.Reader(src) || err != nil {
		t.Errorf("UTF-8 is not read as it is: %v, %v", r, err)
	}
}

func TestCharsetErrors(t *testing.T) {
	if _, err := x12.DecodeReader(strings.NewReader(""), "ebcdic"); err == nil {
		t.Error("DecodeReader knows a set that it cannot know")
	}
	if _, err := x12.EncodeWriter(io.Discard, "ebcdic"); err == nil {
		t.Error("EncodeWriter knows a set that it cannot know")
	}
	var out bytes.Buffer
	w, err := x12.EncodeWriter(&out, "iso-8859-1")
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(w, "山")
	if err2 := w.Close(); err == nil && err2 == nil {
		t.Errorf("a character outside the set was written as %q", out.Bytes())
	}
	w, _ = x12.EncodeWriter(&out, "utf-8")
	out.Reset()
	io.WriteString(w, "山")
	if err := w.Close(); err != nil || out.String() != "山" {
		t.Errorf("utf-8: %q, %v", out.String(), err)
	}
}
