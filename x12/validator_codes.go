// SPDX-License-Identifier: Apache-2.0

package x12

import "encoding/binary"

// codeSet is a list of allowed values made ready for looking up: a table in
// which the hash of each packed value has a slot of its own.
type codeSet struct {
	mul   uint64
	shift uint8
	table []uint64 // packed values; 0 = free slot
	long  []string // values of more than eight bytes
}

func newCodeSet(codes []string) *codeSet {
	if len(codes) == 0 {
		return nil
	}
	s := &codeSet{}
	var packed []uint64
	for _, c := range codes {
		if p := packCode([]byte(c)); p != 0 {
			packed = append(packed, p)
		} else if c != "" {
			s.long = append(s.long, c)
		}
	}
	s.build(packed)
	return s
}

// build looks for a multiplier under which no two values meet, in the smallest
// table that has one soon.
func (s *codeSet) build(packed []uint64) {
	for bit := uint8(1); ; bit++ {
		s.shift, s.table = 64-bit, make([]uint64, 1<<bit)
		if 1<<bit < len(packed) {
			continue
		}
		mul := uint64(0x9e3779b97f4a7c15)
		for range 200 {
			s.mul = mul | 1
			if s.fill(packed) {
				return
			}
			mul ^= mul << 13
			mul ^= mul >> 7
			mul ^= mul << 17
		}
	}
}

// fill puts the values into the table; false when two meet.
func (s *codeSet) fill(packed []uint64) bool {
	clear(s.table)
	for _, p := range packed {
		slot := &s.table[p*s.mul>>s.shift]
		if *slot != 0 && *slot != p {
			return false
		}
		*slot = p
	}
	return true
}

// has reports whether v is one of the values.
func (s *codeSet) has(v []byte) bool {
	if len(v) > 8 {
		for _, c := range s.long {
			if c == string(v) {
				return true
			}
		}
		return false
	}
	return s.hasPacked(packCode(v))
}

// hasPacked is has for a value that packCode packed.
func (s *codeSet) hasPacked(p uint64) bool {
	h := p * s.mul >> (s.shift & 63)
	return h < uint64(len(s.table)) && s.table[h] == p && p != 0
}

// packCode puts up to eight bytes into a number; longer values give 0, which is
// no value of a list.
func packCode(v []byte) uint64 {
	n := len(v)
	if n > 8 || n == 0 {
		return 0
	}
	if cap(v) >= 8 {
		return binary.LittleEndian.Uint64(v[:8]) & (^uint64(0) >> (64 - 8*uint(n)))
	}
	return packShort(v)
}

func packShort(v []byte) (p uint64) {
	for i := len(v) - 1; i >= 0; i-- {
		p = p<<8 | uint64(v[i])
	}
	return p
}
