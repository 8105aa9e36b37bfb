package x12

// Raw is a segment kept whole: its elements, their repetitions and components,
// but no delimiters. It stands for what no typed field can hold.
type Raw struct {
	// After is how many segments of its loop, and loops inside it, stand before
	// it.
	After int
	// Replaces is set when typed fields hold what could be read of the segment;
	// a writer then writes the Raw in the place of those fields.
	Replaces bool
	Tag      string
	Elements []RawElement
}

// RawElement is an element: its repetitions, each with its components.
type RawElement [][]string

// Element returns the text of element i, from 1, when it is simple, else the
// first component; "" when there is none.
func (r Raw) Element(i int) string {
	if i < 1 || i > len(r.Elements) || len(r.Elements[i-1]) == 0 || len(r.Elements[i-1][0]) == 0 {
		return ""
	}
	return r.Elements[i-1][0][0]
}

// Clone returns a copy that shares nothing.
func (r Raw) Clone() Raw {
	out := r
	out.Tag = cloneString(r.Tag)
	out.Elements = make([]RawElement, len(r.Elements))
	for i, e := range r.Elements {
		out.Elements[i] = make(RawElement, len(e))
		for j, rep := range e {
			out.Elements[i][j] = make([]string, len(rep))
			for k, s := range rep {
				out.Elements[i][j][k] = cloneString(s)
			}
		}
	}
	return out
}

func cloneString(s string) string { return string([]byte(s)) }
