// SPDX-License-Identifier: Apache-2.0

package encounter

// Practice is who bills, and to whom the file goes: what all encounters of a
// file have in common.
type Practice struct {
	Submitter       Submitter        `json:"submitter"`           // who sends the file
	Receiver        Receiver         `json:"receiver"`            // who gets the file: a clearinghouse or a payer
	Interchange     Interchange      `json:"interchange"`         // how sender and receiver know each other
	BillingProvider Party            `json:"billingProvider"`     // who bills and is paid; a street address, no box
	PayTo           *PostalAddress   `json:"payTo,omitempty"`     // where payment goes, when not the billing provider's address; for all that is billed under its tax number
	Currency        string           `json:"currency,omitzero"`   // three letters, when the amounts are no US dollars
	Purpose         string           `json:"purpose,omitzero"`    // what the file asks for: payment, or a report of what was done
	Consents        *Consents        `json:"consents,omitempty"`  // signatures and assignment, for all encounters
	Providers       map[string]Party `json:"providers,omitempty"` // providers by a key of your choice, for encounters to refer to
}

// Submitter is who sends a file.
type Submitter struct {
	Name        string `json:"name"`                 // of the organization
	ID          string `json:"id"`                   // number agreed with the receiver
	ContactName string `json:"contactName,omitzero"` // whom to ask
	Phone       string `json:"phone,omitzero"`       // ten digits, with or without punctuation
	Extension   string `json:"extension,omitzero"`   // of the phone
	Fax         string `json:"fax,omitzero"`         // ten digits
	Email       string `json:"email,omitzero"`       // address
}

// Receiver is who gets a file.
type Receiver struct {
	Name string `json:"name"` // of the organization
	ID   string `json:"id"`   // number agreed with the receiver
}

// Interchange is how sender and receiver know each other.
type Interchange struct {
	SenderQualifier   string `json:"senderQualifier,omitzero"`   // kind of senderID: ZZ agreed, 30 tax number …; ZZ when empty
	SenderID          string `json:"senderID"`                   // up to 15 characters
	ReceiverQualifier string `json:"receiverQualifier,omitzero"` // kind of receiverID; ZZ when empty
	ReceiverID        string `json:"receiverID"`                 // up to 15 characters
	Usage             string `json:"usage,omitzero"`             // test or production; test when empty
	GroupSenderID     string `json:"groupSenderID,omitzero"`     // application sender; senderID when empty
	GroupReceiverID   string `json:"groupReceiverID,omitzero"`   // application receiver; receiverID when empty
	AskReceipt        bool   `json:"askReceipt,omitzero"`        // ask for a receipt of the interchange
}
