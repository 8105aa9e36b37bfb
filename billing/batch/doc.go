// SPDX-License-Identifier: Apache-2.0

// Package batch makes files of streams: claims (837) of encounters, and eligibility
// inquiries (270) of requests.
//
//	practice := new(encounter.Practice)
//	err := json.Unmarshal(text, practice)
//
//	result, err := batch.Claims(ctx, encounters, batch.Output{File: "claims.837", ManifestFile: "claims.ndjson"}, practice,
//		&batch.Options{Control: numbers})
//
// The source is a JSON array, or JSON objects one a line (NDJSON): professional,
// institutional and dental encounters in any order. The claims of each kind stand in
// a functional group of their own, in the order in which the kinds come first. Memory
// is bounded but for 16 bytes and a map's share for each id: one record is held at a
// time, and what must wait is in temporary files that only their owner can read.
//
// # A record that is refused
//
// A record that makes no claim is left out, and the run goes on. [Options.OnIssue]
// is called with each [x12.Issue] and the [Record] that it is about: its number, line
// and id. Besides what the builders and the rules find there are the issues
// [CodeBadJSON], [CodeDuplicate] and [CodeOtherInterchange]. Detail and Path of an
// issue have no health data; Value may.
//
// With [Options.AllOrNothing] one refused record leaves no file at all. A run that
// writes nothing returns [ErrNothingWritten]; every other error means that the run
// ended early. In both cases a file of [Output] stays what it was before.
//
// # Control numbers
//
// The numbers of interchanges and groups come from [Options.Control], as from an
// [x12.ControlFile]. They are reserved under a key made of the source, the practice,
// the options and [Options.Now]: a run that is repeated with all of them the same gets
// the same numbers, and makes the same bytes. So a run that failed half-way can be
// tried again, and no partner receives one number twice with different contents.
//
// # The manifest
//
// The manifest says where each claim or inquiry went, one JSON object a line: a
// [ClaimRow] or an [InquiryRow]. Keep it with the file: an acknowledgment (999, 277CA)
// names the control numbers, and the manifest the encounters behind them.
//
//	batch.go                      options, results, issues, errors
//	claims.go, inquiries.go       from a record to what is written; practice.go
//	run.go                        what both share: decoding, duplicates, the manifest
//	objects.go, source.go         the stream of records, and its hash
//	waiting.go                    encounters of other kinds than the first
//	numbers.go, output.go         control numbers, files
package batch
