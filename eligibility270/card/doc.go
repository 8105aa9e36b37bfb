// SPDX-License-Identifier: Apache-2.0

// Package card shows what eligibility responses (271) say, a card a patient: as
// text for who sits at the front desk, as JSON, and as a [Card] for a program that
// shows it in its own way.
//
//	sum, err := card.Text(w, file, nil)              // all cards of a stream
//
//	c, err := card.New(response, &card.Options{      // the card of one response
//		Services: []x12.Code{eligibility270.ServiceOfficeVisit},
//		Allowed:  decimal.NewNullDecimal(decimal.RequireFromString("150.00")),
//	})
//
// The facts are those of package eligibility270: [eligibility270.Response.Coverage],
// [eligibility270.Answers.Benefits], [eligibility270.Answers.Estimate] and
// [eligibility270.Response.Changes].
//
// Cards are written while their source is read, with one patient in memory. Control
// characters and marks that turn the direction of text are shown as escapes.
package card
