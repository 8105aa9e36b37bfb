// SPDX-License-Identifier: Apache-2.0

// Package form shows claims as paper forms do: a professional claim as a CMS-1500
// (02/12), an institutional one as a UB-04 (CMS-1450). Box by box, page by page,
// with what does not fit:
//
//	f, issues := form.Of(claim)
//	if f != nil { // there is no paper form of a dental claim
//		err = f.WriteText(os.Stdout)
//	}
//
// A [Form] says what stands in which box, not how it is drawn: whoever prints it
// takes the boxes of its pages, or its JSON. What the form has no box for, what is
// longer than its box and what is left over when the boxes of a kind are full is
// an issue with the path of the field, never left out in silence.
//
//	form.go        Form, its codes of issues, what both forms share
//	cms1500*.go    the boxes of the CMS-1500 in their order
//	ub04*.go       the form locators of the UB-04 in their order
//	text.go        a form as text
package form
