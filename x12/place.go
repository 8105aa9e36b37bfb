// SPDX-License-Identifier: Apache-2.0

package x12

// Place is where an implementation guide has a field of a model.
type Place struct {
	Loop        string // bare id, "2310B"; empty in the set itself
	Tag         string // of the segment
	QualElement int    // the element that tells the segment from others of its tag
	Qualifiers  string // values of that element, "DN|P3"; empty when the tag alone decides
	Element     int    // 0 for several elements
	Component   int    // 0 for a simple element, and for a composite as a whole
	Nth         int    // which of several such segments of the loop, from 0
}
