// SPDX-License-Identifier: Apache-2.0

package x12

// LS and LE bound a run of loops: both come when one of the loops does, and
// neither without. A table can only say that each is situational.

// bounded checks a child of a loop that has LS and LE, before it is counted.
func (j *SetValidator) bounded(node int16) {
	w, n := j.w, &j.p.nodes[node]
	pl := &j.p.loops[n.owner]
	if node <= pl.header || node > pl.trailer {
		return
	}
	if w.counts[pl.header] == 0 {
		w.counts[pl.header] = 1 // said once
		j.lacks(&j.p.nodes[pl.header], pl)
		return
	}
	if node == pl.trailer && !j.between(pl) {
		j.lacks(&j.p.nodes[pl.header+1], pl)
	}
}

// between reports whether a loop came that LS and LE bound.
func (j *SetValidator) between(pl *planLoop) bool {
	for i := pl.header + 1; i < pl.trailer; i++ {
		if j.w.counts[i] > 0 {
			return true
		}
	}
	return false
}

// unbounded checks a loop that has LS and LE and ends: an LS asks for an LE.
func (j *SetValidator) unbounded(pl *planLoop) {
	if j.w.counts[pl.header] > 0 && j.w.counts[pl.trailer] == 0 {
		j.lacks(&j.p.nodes[pl.trailer], pl)
	}
}
