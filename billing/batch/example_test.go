// SPDX-License-Identifier: Apache-2.0

package batch_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
)

// The encounters of a day become a file of claims and its manifest.
func ExampleClaims() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	text, err := os.ReadFile("../../testdata/practice.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	practice := new(encounter.Practice)
	if err := json.Unmarshal(text, practice); err != nil {
		fmt.Println(err)
		return
	}
	src, err := os.Open("../../testdata/mixed.ndjson") // professional, institutional and dental
	if err != nil {
		fmt.Println(err)
		return
	}
	defer src.Close()
	numbers, err := x12.OpenControlFile(filepath.Join(dir, "control"))
	if err != nil {
		fmt.Println(err)
		return
	}

	out := batch.Output{File: filepath.Join(dir, "claims.837"), ManifestFile: filepath.Join(dir, "claims.ndjson")}
	result, err := batch.Claims(context.Background(), src, out, practice, &batch.Options{
		Control: numbers,
		Now:     time.Date(2026, 4, 30, 9, 0, 0, 0, time.UTC),
		OnIssue: func(rec batch.Record, issue x12.Issue) {
			if issue.Severity > x12.Info { // not what became José -> JOSE
				fmt.Println(rec.Line, rec.ID, issue)
			}
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Written, "claims of", x12.Dollars(result.Charge), "in interchange", result.Interchanges.First)
	for _, kind := range []claim837.Kind{claim837.Professional, claim837.Institutional, claim837.Dental} {
		fmt.Println(kind, result.Kinds[kind])
	}
	manifest, err := os.ReadFile(out.ManifestFile)
	if err != nil {
		fmt.Println(err)
		return
	}
	first, _, _ := strings.Cut(string(manifest), "\n")
	fmt.Println(first)
	// Output:
	// 49 claims of $378,809.44 in interchange 000000001
	// 837P 23
	// 837I 17
	// 837D 9
	// {"encounter":"WC-26-0001","claim":"WC-26-0001","interchange":"000000001","group":"1","set":"0001","charge":"266.5"}
}

// A bad record is reported and left out, and the others are written.
func ExampleInquiries() {
	const practice = `{"billingProvider":{"organization":"Clinic","npi":"1234567893"},"interchange":{"senderID":"C1","receiverID":"H1"}}`
	const requests = `
{"id":"Q1","payer":{"name":"Payer","id":"P1"},"memberID":"W1","subscriber":{"lastName":"Doe","firstName":"Jane","birthDate":"1980-01-01"},"date":"2026-01-31"}
{"id":"Q2","payer":{"name":"Payer","id":"P1"},"memberId":"W2","subscriber":{"lastName":"Roe","firstName":"Ann","birthDate":"1990-01-01"},"date":"2026-01-31"}
`
	p := new(encounter.Practice)
	if err := json.Unmarshal([]byte(practice), p); err != nil {
		fmt.Println(err)
		return
	}
	var file strings.Builder
	result, err := batch.Inquiries(context.Background(), strings.NewReader(requests), batch.Output{Writer: &file}, p, &batch.Options{
		Now:     time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC),
		OnIssue: func(rec batch.Record, issue x12.Issue) { fmt.Println(rec.Line, rec.ID, issue.Path, issue.Detail) },
	})
	fmt.Println(result.Written, result.Refused, err)
	_, trace, _ := strings.Cut(file.String(), "~TRN*")
	trace, _, _ = strings.Cut(trace, "~")
	fmt.Println(trace)
	// Output:
	// 3 Q2 memberId there is no such key; the nearest is memberID
	// 1 1 <nil>
	// 1*Q1*9123456789
}
