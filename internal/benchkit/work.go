// SPDX-License-Identifier: Apache-2.0

package benchkit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime"
	"runtime/coverage"
)

// Work is what a run takes, the same each time: how many blocks of statements
// were executed, and how many bytes were allocated. Unlike a time it can be
// compared on a busy machine.
type Work struct {
	Blocks, Bytes int64
}

// Count runs something and returns the work that it took. The program, which
// can't be a test, must be built with -cover -covermode=atomic, and -coverpkg for
// the packages whose blocks count.
func Count(run func()) (Work, error) {
	var before, after runtime.MemStats
	var b bytes.Buffer
	runtime.ReadMemStats(&before)
	if err := coverage.ClearCounters(); err != nil {
		return Work{}, err
	}
	run()
	if err := coverage.WriteCounters(&b); err != nil {
		return Work{}, err
	}
	runtime.ReadMemStats(&after)
	blocks, err := sumCounters(b.Bytes())
	return Work{blocks, int64(after.TotalAlloc-before.TotalAlloc) - int64(b.Cap())}, err
}

// Sizes of what stands around the counters, and the only way in which they are
// written to a file (internal/coverage of the Go distribution).
const (
	counterHeader   = 32
	counterPreamble = 16
	counterFlavor   = 24 // where the header says how numbers are written
	counterULEB     = 2
)

var errCounters = errors.New("benchkit: counters of coverage are written in a way that is not known; see internal/coverage of the Go distribution")

// sumCounters adds up the counters of a file of counters.
func sumCounters(b []byte) (sum int64, err error) {
	if len(b) < counterHeader+counterPreamble || b[counterFlavor] != counterULEB {
		return 0, errCounters
	}
	at := counterHeader
	functions := binary.LittleEndian.Uint64(b[at:])
	at += counterPreamble + int(binary.LittleEndian.Uint32(b[at+8:])) + int(binary.LittleEndian.Uint32(b[at+12:]))
	at = (at + 3) / 4 * 4
	next := func() uint64 {
		if at > len(b) {
			err = errCounters
			return 0
		}
		v, n := binary.Uvarint(b[at:])
		if n <= 0 {
			err = errCounters
		}
		at += max(n, 1)
		return v
	}
	for ; functions > 0 && err == nil; functions-- {
		counters := next()
		next() // package
		next() // function
		for ; counters > 0 && err == nil; counters-- {
			sum += int64(next())
		}
	}
	return sum, err
}
