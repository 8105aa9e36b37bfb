// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// DecodeReader returns a reader of the UTF-8 form of src, whose text is in the
// character set: "windows-1252", "iso-8859-1", or "utf-8", which changes nothing.
// X12 is bytes with ASCII delimiters, so a Reader does without; what needs it is
// text that goes on as JSON or is shown. Every byte has a character of its own
// (one that the set leaves undefined, the control character of its number), so
// that EncodeWriter gives back the same bytes.
func DecodeReader(src io.Reader, charset string) (io.Reader, error) {
	if src == nil {
		return nil, errNoSource
	}
	enc, err := encodingOf(charset)
	if err != nil || enc == nil {
		return src, err
	}
	return transform.NewReader(src, decoder{m: enc}), nil
}

// EncodeWriter returns a writer that takes UTF-8 and writes dst in the character
// set, the inverse of DecodeReader. A character that the set does not have is an
// error of Write or Close. Close ends the text; it does not close dst.
func EncodeWriter(dst io.Writer, charset string) (io.WriteCloser, error) {
	if dst == nil {
		return nil, errNoDestination
	}
	enc, err := encodingOf(charset)
	if err != nil {
		return nil, err
	}
	if enc == nil {
		return plainWriter{dst}, nil
	}
	return transform.NewWriter(dst, encoder{m: enc}), nil
}

type plainWriter struct{ io.Writer }

func (plainWriter) Close() error { return nil }

// encodingOf returns nil for UTF-8.
func encodingOf(charset string) (*charmap.Charmap, error) {
	switch strings.ToLower(charset) {
	case "", "utf-8", "utf8", "ascii", "us-ascii":
		return nil, nil
	case "windows-1252", "cp1252":
		return charmap.Windows1252, nil
	case "iso-8859-1", "latin-1", "latin1":
		return charmap.ISO8859_1, nil
	}
	return nil, fmt.Errorf("x12: unknown character set; use utf-8, windows-1252 or iso-8859-1")
}

// decoder is like the one of charmap, which loses bytes that are undefined.
type decoder struct {
	transform.NopResetter
	m *charmap.Charmap
}

func (d decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for _, b := range src {
		c := d.m.DecodeByte(b)
		if c == utf8.RuneError {
			c = rune(b)
		}
		if nDst+utf8.RuneLen(c) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], c)
		nSrc++
	}
	return nDst, nSrc, nil
}

var errForeign = errors.New("x12: the text holds a character that the character set does not have")

type encoder struct {
	transform.NopResetter
	m *charmap.Charmap
}

func (e encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if nDst == len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		c, n := utf8.DecodeRune(src[nSrc:])
		if c == utf8.RuneError {
			if !atEOF && !utf8.FullRune(src[nSrc:]) {
				return nDst, nSrc, transform.ErrShortSrc
			}
			return nDst, nSrc, errForeign
		}
		b, ok := e.m.EncodeRune(c)
		if !ok {
			if c > 0xff || e.m.DecodeByte(byte(c)) != utf8.RuneError {
				return nDst, nSrc, errForeign
			}
			b = byte(c)
		}
		dst[nDst] = b
		nDst++
		nSrc += n
	}
	return nDst, nSrc, nil
}
