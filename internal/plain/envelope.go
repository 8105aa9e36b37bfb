package plain

import (
	"cmp"
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
