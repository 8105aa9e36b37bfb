// SPDX-License-Identifier: Apache-2.0

package plain

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/claimwire/claimwire/x12"
)

// Interchange is how sender and receiver of a file know each other. Packages
// have a type of their own with the same fields, for their users to see.
type Interchange struct {
	SenderQualifier   string // ZZ when empty
	SenderID          string
	ReceiverQualifier string // ZZ when empty
	ReceiverID        string
	Usage             string // its code
	GroupSenderID     string // SenderID when empty
	GroupReceiverID   string // ReceiverID when empty
	AskReceipt        bool
}

// Envelope returns the interchange and the group of a file that is made now, both
// with the control number 1.
func (i *Interchange) Envelope(now time.Time, functionalID, guide string) (x12.Interchange, x12.Group) {
	d := x12.DefaultDelimiters()
	ask := "0"
	if i.AskReceipt {
		ask = "1"
	}
	return x12.Interchange{
			AuthorizationQualifier: "00", SecurityQualifier: "00",
			SenderQualifier: cmp.Or(i.SenderQualifier, "ZZ"), SenderID: i.SenderID,
			ReceiverQualifier: cmp.Or(i.ReceiverQualifier, "ZZ"), ReceiverID: i.ReceiverID,
			Date: now.Format("060102"), Time: now.Format("1504"), RepetitionSeparator: string(rune(d.Repetition)), Version: "00501",
			Control: "000000001", AckRequested: ask, Usage: i.Usage, ComponentSeparator: string(rune(d.Component)), Delimiters: d,
		}, x12.Group{
			FunctionalID: functionalID, Sender: cmp.Or(i.GroupSenderID, i.SenderID), Receiver: cmp.Or(i.GroupReceiverID, i.ReceiverID),
			Date: now.Format("20060102"), Time: now.Format("1504"), Control: "1", Agency: "X", Version: guide,
		}
}

// Check returns what cannot stand in ISA and GS, each at its field: names are those
// of JSON, below path.
func (i *Interchange) Check(ic x12.Interchange, g x12.Group, path string) (found []x12.Issue) {
	sender, receiver := "groupSenderID", "groupReceiverID"
	if i.GroupSenderID == "" {
		sender = "senderID"
	}
	if i.GroupReceiverID == "" {
		receiver = "receiverID"
	}
	fields := map[string]map[int]string{
		"ISA": {5: "senderQualifier", 6: "senderID", 7: "receiverQualifier", 8: "receiverID", 15: "usage"},
		"GS":  {2: sender, 3: receiver},
	}
	note := func(issue x12.Issue) {
		field := fields[issue.Tag][issue.Element]
		if field == "" || issue.Severity != x12.Error {
			return
		}
		issue.Path = path + "." + field
		if issue.Code == x12.CodeISAWidth {
			issue.Detail = "the id is longer than the 15 characters that the interchange has for it, or a qualifier is not two; shorten it to what the partner has on file"
		}
		if !slices.ContainsFunc(found, func(k x12.Issue) bool { return k.Path == issue.Path }) {
			found = append(found, issue)
		}
	}
	var out bytes.Buffer
	w := x12.NewWriter(&out, &x12.WriterOptions{OnIssue: note})
	for _, err := range []error{w.BeginInterchange(&ic), w.BeginGroup(&g), w.EndGroup(), w.EndInterchange()} {
		if issue, ok := err.(x12.Issue); ok {
			note(issue)
		}
	}
	if len(found) > 0 || out.Len() == 0 {
		return found
	}
	for issue, err := range x12.Validate(bytes.NewReader(out.Bytes()), nil) {
		if err == nil {
			note(issue)
		}
	}
	return found
}
