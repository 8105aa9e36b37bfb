// SPDX-License-Identifier: Apache-2.0

// Package report shows remittances (835) to people: as text, as one HTML page, and
// as JSON with the words that the other two have.
//
//	sum, err := report.HTML(w, file, nil)    // one stream
//
//	r := report.NewTextWriter(w, nil)        // several, on one report
//	sum, err := r.Add("monday.835", file)
//	err = r.Close()
//
// The numbers are those of package remit835: [remit835.ClaimPayment.Outcome] says
// where the charge of a claim went, [remit835.Balance] is the proof of a remittance,
// [remit835.Reasons] has the words of reason and remark codes, and a
// [remit835.Checker] checks the rules.
//
// A report is written while its source is read, with one claim payment in memory.
// Control characters and marks that turn the direction of text are shown as escapes.
package report
