// SPDX-License-Identifier: Apache-2.0

//go:build !purego

#include "textflag.h"

// QUARTER adds what stands in 16 bytes to the masks in R11 (ends), R12 (terms)
// and R13 (inner), 16 bits a time.
#define QUARTER(at) \
	MOVOU   at(SI), X0  \
	MOVO    X0, X1      \
	MOVO    X0, X2      \
	MOVO    X0, X3      \
	PCMPEQB X5, X1      \
	PCMPEQB X4, X2      \
	PCMPEQB X6, X3      \
	PCMPEQB X7, X0      \
	POR     X1, X2      \
	POR     X0, X3      \
	PMOVMSKB X2, R8     \
	PMOVMSKB X1, R9     \
	PMOVMSKB X3, R10    \
	SHLQ    $at, R8     \
	SHLQ    $at, R9     \
	SHLQ    $at, R10    \
	ORQ     R8, R11     \
	ORQ     R9, R12     \
	ORQ     R10, R13

// PLACES writes where the bits of a mask, which is used up, stand. Where there is
// no TZCNT the instruction is BSF, which gives the same for what is not zero.
#define PLACES(mask, list, again, done) \
	TESTQ mask, mask   \
	JZ    done         \
again:                 \
	TZCNTQ mask, R8    \
	ADDL  BX, R8       \
	MOVL  R8, 0(list)  \
	ADDQ  $4, list     \
	LEAQ  -1(mask), R9 \
	ANDQ  R9, mask     \
	JNZ   again        \
done:

// func blocks(out *Mask, b *byte, n int, s *Seps, at uint32, ends, inner *uint32) (nEnds, nInner int)
TEXT ·blocks(SB), NOSPLIT, $0-72
	MOVQ out+0(FP), DI
	MOVQ b+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ s+24(FP), DX
	MOVL at+32(FP), BX
	MOVQ 0(DX), X4
	MOVQ 8(DX), X5
	MOVQ 16(DX), X6
	MOVQ 24(DX), X7
	PUNPCKLQDQ X4, X4
	PUNPCKLQDQ X5, X5
	PUNPCKLQDQ X6, X6
	PUNPCKLQDQ X7, X7
	MOVQ ends+40(FP), AX
	MOVQ inner+48(FP), DX

loop:
	XORL R11, R11
	XORL R12, R12
	XORL R13, R13
	QUARTER(0)
	QUARTER(16)
	QUARTER(32)
	QUARTER(48)
	MOVQ R11, R8
	NOTQ R8
	ANDQ R8, R13
	MOVQ R11, 0(DI)
	MOVQ R12, 8(DI)
	MOVQ R13, 16(DI)
	PLACES(R11, AX, end, endsDone)
	PLACES(R13, DX, mark, innerDone)
	ADDQ $24, DI
	ADDQ $64, SI
	ADDL $64, BX
	DECQ CX
	JNZ  loop

	SUBQ ends+40(FP), AX
	SUBQ inner+48(FP), DX
	SHRQ $2, AX
	SHRQ $2, DX
	MOVQ AX, nEnds+56(FP)
	MOVQ DX, nInner+64(FP)
	RET
