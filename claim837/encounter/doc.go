// SPDX-License-Identifier: Apache-2.0

// Package encounter makes claims of coded visits. An [Encounter] is what a practice
// knows of a visit, without a word of X12, and a [Practice] what all its visits have
// in common. [Encounter.Claim], or a [Builder] for many, makes the claim or says
// what is missing, and where in the encounter:
//
//	b := encounter.NewBuilder(practice, nil)
//	for _, e := range visits {
//		claim, issues := b.Claim(e)
//		for _, issue := range issues {
//			log.Println(e.ID, issue) // services[0].charge [missing-value] error: …
//		}
//		if claim == nil {
//			continue // an issue of severity error says why
//		}
//		err = w.Write(claim) // a claim837.Writer
//	}
//
// With a [Stay] the claim is a hospital's bill, with a [DentalVisit] a dentist's,
// else a professional one. A claim that comes of an encounter meets the rules of
// claim837 and the guide of its kind; what they find wrong names the field of the
// encounter that it comes from.
//
// Encounters and practices are read from JSON; [Schema] describes it. A word (the
// kind of a plan, how a patient left) may be given as the schema lists it, in any
// case, or as the code that it stands for.
//
//	encounter.go, people.go, service.go, stay.go, dental.go   what is known of a visit
//	practice.go            who bills
//	json.go, schema.*      their JSON
//	words*.go              plain words and the codes they stand for
//	builder*.go            from there to a claim; builder_stay*.go, builder_dental.go
//	builder_path*.go       from a place in the claim back to the encounter
//	builder_check.go       what the guide has against the claim, at fields of the encounter
package encounter
