package x12

import "encoding/binary"

// codeSet is a list of allowed values made ready for looking up.
type codeSet struct {
	few  []uint64 // packed values, when they are few
	hash []uint64 // else an open table of them, 0 = free slot
	long []string // values of more than eight bytes
}

const fewCodes = 6

func newCodeSet(codes []string) *codeSet {
	if len(codes) == 0 {
		return nil
	}
	s := &codeSet{}
	var packed []uint64
	for _, c := range codes {
		if len(c) > 8 || len(c) == 0 {
			s.long = append(s.long, c)
			continue
		}
		packed = append(packed, packCode([]byte(c)))
	}
	if len(packed) <= fewCodes {
		s.few = packed
		return s
	}
	size := 16
	for size < 3*len(packed) {
		size *= 2
	}
	s.hash = make([]uint64, size)
	for _, v := range packed {
		h := codeHash(v) & uint64(size-1)
		for s.hash[h] != 0 && s.hash[h] != v {
			h = (h + 1) & uint64(size-1)
		}
		s.hash[h] = v
	}
	return s
}

func codeHash(v uint64) uint64 { return v * 0x9e3779b97f4a7c15 >> 32 }

// has tells whether v is one of the values.
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
	for _, c := range s.few {
		if c == p {
			return true
		}
	}
	if len(s.hash) == 0 || p == 0 {
		return false
	}
	mask := uint64(len(s.hash) - 1)
	for h := codeHash(p) & mask; s.hash[h] != 0; h = (h + 1) & mask {
		if s.hash[h] == p {
			return true
		}
	}
	return false
}

// packCode puts up to eight bytes into a number; longer values give 0, which is
// no value of a list.
func packCode(v []byte) uint64 {
	n := len(v)
	if n > 8 || n == 0 {
		return 0
	}
	if cap(v) >= 8 {
		return binary.LittleEndian.Uint64(v[:8]) & (^uint64(0) >> (64 - 8*n))
	}
	var p uint64
	for i := n - 1; i >= 0; i-- {
		p = p<<8 | uint64(v[i])
	}
	return p
}
