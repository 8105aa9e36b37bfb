// SPDX-License-Identifier: Apache-2.0

// Package benchkit is what benchmarks and tests of memory share: the byte loop
// that speed is measured against, and what work takes from the heap. Nothing but
// tests imports it.
package benchkit

import (
	"io"
	"runtime"
	"testing"
)

// ByteLoop splits the bytes into elements and does nothing else: what the others
// are measured against. It returns the length of all tags and the number of all
// elements.
func ByteLoop(data []byte) (sum int) {
	var class [256]uint8
	class['~'], class['*'] = 1, 2
	var el [64][]byte
	n, from := 0, 0
	for i := 0; i < len(data); i++ {
		switch class[data[i]] {
		case 2:
			el[n&63] = data[from:i]
			n++
			from = i + 1
		case 1:
			el[n&63] = data[from:i]
			sum += len(el[0]) + n
			n, from = 0, i+1
		}
	}
	return sum
}

// RunLoop measures the byte loop.
func RunLoop(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	sum := 0
	for b.Loop() {
		sum += ByteLoop(data)
	}
	runtime.KeepAlive(sum)
}

// Per reports what the work takes for each of n records.
func Per(b *testing.B, record string, n int, work func()) {
	m := Measure(work)
	b.ReportMetric(float64(m.Bytes)/float64(n), "B/"+record)
	b.ReportMetric(float64(m.Objects)/float64(n), "allocs/"+record)
}

// Taken is what some work takes from the heap.
type Taken struct {
	Bytes, Objects uint64
}

// Measure runs the work.
func Measure(work func()) Taken {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return Taken{after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs}
}

// Peaks notes how large the heap becomes while a stream is read.
type Peaks struct {
	Max    uint64
	looked int
}

// At looks when eight megabytes more than at the last look are given.
func (p *Peaks) At(given int) {
	if given-p.looked > 8<<20 {
		p.looked = given
		p.Look()
	}
}

// Look takes the size of the heap when all that can be freed is.
func (p *Peaks) Look() {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	p.Max = max(p.Max, m.HeapAlloc)
}

// Heap is the size of the heap when all that can be freed is.
func Heap() uint64 {
	var p Peaks
	p.Look()
	return p.Max
}

// Made is how much of a file was given that is made as it is read, and how large
// the heap became meanwhile.
type Made struct {
	Peaks
	Given int
	rest  []byte
}

// Take is the Read of the file. Next returns the next part, nothing at the end.
func (m *Made) Take(p []byte, next func() []byte) (int, error) {
	if len(m.rest) == 0 {
		if m.rest = next(); len(m.rest) == 0 {
			m.Look()
			return 0, io.EOF
		}
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	m.Given += n
	m.At(m.Given)
	return n, nil
}

// Over returns by how much the heap became larger while work read the file of
// which m is a part.
func (m *Made) Over(work func()) uint64 {
	before := Heap()
	work()
	return m.Max - min(m.Max, before)
}
