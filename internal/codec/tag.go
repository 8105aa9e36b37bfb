// SPDX-License-Identifier: Apache-2.0

package codec

// Tag is a segment id packed as x12.KeyOf does.
type Tag uint32

// The segments that loop functions name.
const (
	AAA Tag = 'A' | 'A'<<8 | 'A'<<16
	AMT Tag = 'A' | 'M'<<8 | 'T'<<16
	BHT Tag = 'B' | 'H'<<8 | 'T'<<16
	BPR Tag = 'B' | 'P'<<8 | 'R'<<16
	CAS Tag = 'C' | 'A'<<8 | 'S'<<16
	CL1 Tag = 'C' | 'L'<<8 | '1'<<16
	CLM Tag = 'C' | 'L'<<8 | 'M'<<16
	CLP Tag = 'C' | 'L'<<8 | 'P'<<16
	CN1 Tag = 'C' | 'N'<<8 | '1'<<16
	CR1 Tag = 'C' | 'R'<<8 | '1'<<16
	CR2 Tag = 'C' | 'R'<<8 | '2'<<16
	CR3 Tag = 'C' | 'R'<<8 | '3'<<16
	CRC Tag = 'C' | 'R'<<8 | 'C'<<16
	CTP Tag = 'C' | 'T'<<8 | 'P'<<16
	CUR Tag = 'C' | 'U'<<8 | 'R'<<16
	DMG Tag = 'D' | 'M'<<8 | 'G'<<16
	DN1 Tag = 'D' | 'N'<<8 | '1'<<16
	DN2 Tag = 'D' | 'N'<<8 | '2'<<16
	DTM Tag = 'D' | 'T'<<8 | 'M'<<16
	DTP Tag = 'D' | 'T'<<8 | 'P'<<16
	EB  Tag = 'E' | 'B'<<8
	EQ  Tag = 'E' | 'Q'<<8
	FRM Tag = 'F' | 'R'<<8 | 'M'<<16
	GE  Tag = 'G' | 'E'<<8
	GS  Tag = 'G' | 'S'<<8
	HCP Tag = 'H' | 'C'<<8 | 'P'<<16
	HI  Tag = 'H' | 'I'<<8
	HL  Tag = 'H' | 'L'<<8
	HSD Tag = 'H' | 'S'<<8 | 'D'<<16
	IEA Tag = 'I' | 'E'<<8 | 'A'<<16
	III Tag = 'I' | 'I'<<8 | 'I'<<16
	INS Tag = 'I' | 'N'<<8 | 'S'<<16
	ISA Tag = 'I' | 'S'<<8 | 'A'<<16
	K3  Tag = 'K' | '3'<<8
	LE  Tag = 'L' | 'E'<<8
	LIN Tag = 'L' | 'I'<<8 | 'N'<<16
	LQ  Tag = 'L' | 'Q'<<8
	LS  Tag = 'L' | 'S'<<8
	LX  Tag = 'L' | 'X'<<8
	MEA Tag = 'M' | 'E'<<8 | 'A'<<16
	MIA Tag = 'M' | 'I'<<8 | 'A'<<16
	MOA Tag = 'M' | 'O'<<8 | 'A'<<16
	MPI Tag = 'M' | 'P'<<8 | 'I'<<16
	MSG Tag = 'M' | 'S'<<8 | 'G'<<16
	N1  Tag = 'N' | '1'<<8
	N3  Tag = 'N' | '3'<<8
	N4  Tag = 'N' | '4'<<8
	NM1 Tag = 'N' | 'M'<<8 | '1'<<16
	NTE Tag = 'N' | 'T'<<8 | 'E'<<16
	OI  Tag = 'O' | 'I'<<8
	PAT Tag = 'P' | 'A'<<8 | 'T'<<16
	PER Tag = 'P' | 'E'<<8 | 'R'<<16
	PLB Tag = 'P' | 'L'<<8 | 'B'<<16
	PRV Tag = 'P' | 'R'<<8 | 'V'<<16
	PS1 Tag = 'P' | 'S'<<8 | '1'<<16
	PWK Tag = 'P' | 'W'<<8 | 'K'<<16
	QTY Tag = 'Q' | 'T'<<8 | 'Y'<<16
	RDM Tag = 'R' | 'D'<<8 | 'M'<<16
	REF Tag = 'R' | 'E'<<8 | 'F'<<16
	SBR Tag = 'S' | 'B'<<8 | 'R'<<16
	SE  Tag = 'S' | 'E'<<8
	ST  Tag = 'S' | 'T'<<8
	SV1 Tag = 'S' | 'V'<<8 | '1'<<16
	SV2 Tag = 'S' | 'V'<<8 | '2'<<16
	SV3 Tag = 'S' | 'V'<<8 | '3'<<16
	SV5 Tag = 'S' | 'V'<<8 | '5'<<16
	SVC Tag = 'S' | 'V'<<8 | 'C'<<16
	SVD Tag = 'S' | 'V'<<8 | 'D'<<16
	TOO Tag = 'T' | 'O'<<8 | 'O'<<16
	TRN Tag = 'T' | 'R'<<8 | 'N'<<16
	TS2 Tag = 'T' | 'S'<<8 | '2'<<16
	TS3 Tag = 'T' | 'S'<<8 | '3'<<16
)

// String returns the segment id.
func (t Tag) String() string {
	b := make([]byte, 0, 3)
	for ; t != 0; t >>= 8 {
		b = append(b, byte(t))
	}
	return string(b)
}

// TagSet is a set of tags; now and then it holds another one.
type TagSet uint32

// Set returns the set of t.
func (t Tag) Set() TagSet { return 1 << t.hash() }

func (t Tag) hash() uint { return uint(t^t>>5^t>>11) & 31 }

// packedD8 is pack("D8").
const packedD8 = 'D' | '8'<<8

// pack makes a number of a code of up to three characters, which compares faster
// than a string. Longer ones, those with NUL at their end and none at all give a
// number that no code has.
func pack(s string) uint32 {
	var k uint32
	switch len(s) {
	case 1:
		k = uint32(s[0])
	case 2:
		k = uint32(s[0]) | uint32(s[1])<<8
	case 3:
		k = uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
	default:
		return noCode
	}
	if s[len(s)-1] == 0 {
		return noCode
	}
	return k
}

// noCode is what pack returns for what is no short code.
const noCode = 1 << 31

// What of four bytes counts when it is a code of some length, and the least that
// it packs to.
var (
	packMask  = [4]uint32{0, 0xff, 0xffff, 0xffffff}
	packLeast = [4]uint32{1, 1, 1 << 8, 1 << 16}
)

// in reports whether v is one of the values of a list like "DN|P3".
func in(list, v string) bool {
	n := len(v)
	if n == 0 || n >= len(list) {
		return n > 0 && list == v
	}
	for i := 0; i+n <= len(list); i++ {
		if end := i + n; end == len(list) || list[end] == '|' {
			if list[i] == v[0] && list[i:end] == v {
				return true
			}
			i = end
			continue
		}
		for i < len(list) && list[i] != '|' { // a value of another length
			i++
		}
	}
	return false
}
