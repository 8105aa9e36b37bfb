// SPDX-License-Identifier: Apache-2.0

package eligibility270_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// A practice asks about a patient: the request in plain values becomes a file.
func ExampleRequest_Inquiry() {
	practice := &eligibility270.Practice{
		Provider:    eligibility270.ProviderInfo{Organization: "Harbor Family Medicine", NPI: "1234567893", TaxID: "84-1234567"},
		Interchange: eligibility270.InterchangeInfo{SenderID: "HARBORFM", ReceiverID: "CLEARPATH"},
	}
	request := &eligibility270.Request{
		ID:           "V-1",
		Payer:        eligibility270.PayerInfo{Name: "Pine State Health", ID: "PSH01"},
		MemberID:     "PSH123456789",
		Subscriber:   eligibility270.PersonInfo{LastName: "Nguyen", FirstName: "Lena", BirthDate: x12.NewDate(1984, 7, 19)},
		ServiceTypes: []string{"plan", "office-visit"},
		Date:         x12.NewDate(2026, 3, 4),
	}
	inquiry, found := request.Inquiry(practice)
	if inquiry == nil {
		log.Fatal(found)
	}
	env, _ := practice.Envelope(time.Date(2026, 3, 4, 9, 30, 0, 0, time.UTC))
	var file bytes.Buffer
	w := eligibility270.NewInquiryWriter(&file, &env, &eligibility270.WriterOptions{MaxPatients: 1, X12: x12.WriterOptions{Fold: true, LineBreak: "\n"}})
	if err := w.Write(inquiry); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(file.String(), "\n")[7:15] {
		fmt.Println(line)
	}
	// Output:
	// NM1*1P*2*HARBOR FAMILY MEDICINE*****XX*1234567893~
	// HL*3*2*22*0~
	// TRN*1*V-1*1841234567~
	// NM1*IL*1*NGUYEN*LENA****MI*PSH123456789~
	// DMG*D8*19840719~
	// DTP*291*D8*20260304~
	// EQ*30^98~
	// SE*13*0001~
}

// What is missing is said, and where in the request.
func ExampleBuilder_Inquiry() {
	practice := &eligibility270.Practice{Provider: eligibility270.ProviderInfo{Organization: "Harbor", NPI: "1234567893"}}
	b := eligibility270.NewBuilder(practice, nil)
	_, found := b.Inquiry(&eligibility270.Request{
		ID:         "V-2",
		Payer:      eligibility270.PayerInfo{Name: "Pine State Health"},
		MemberID:   "PSH123456789",
		Subscriber: eligibility270.PersonInfo{LastName: "Nguyen", FirstName: "Lena"},
		Date:       x12.NewDate(2026, 3, 4),
	})
	for _, i := range found {
		fmt.Println(i.Severity, i.Code, i.Path)
	}
	// Output:
	// error 270-02 payer.id
	// warning 270-04 subscriber.birthDate
}

// A reply is read patient by patient.
func ExampleReader_Responses() {
	reply := "ISA*00*          *00*          *ZZ*PLAN           *ZZ*CLINIC         *260304*1201*^*00501*000000001*0*T*:~" +
		"GS*HB*PLAN*CLINIC*20260304*1201*1*X*005010X279A1~ST*271*0001*005010X279A1~BHT*0022*11*V-1*20260304*1201~" +
		"HL*1**20*1~NM1*PR*2*PINE STATE HEALTH*****PI*PSH01~HL*2*1*21*1~NM1*1P*2*HARBOR*****XX*1234567893~" +
		"HL*3*2*22*0~TRN*2*V-1*1841234567~NM1*IL*1*NGUYEN*LENA****MI*PSH123456789~DTP*346*D8*20260101~" +
		"EB*1**30^98*HM*GOLD HMO~EB*B*IND*98****25~SE*13*0001~GE*1*1~IEA*1*000000001~"
	r := eligibility270.NewReader(strings.NewReader(reply), nil)
	for response, err := range r.Responses() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(response.Patient().Name.First, response.Traces[0].Number)
		for _, b := range response.Benefits {
			switch {
			case b.Kind == eligibility270.BenefitActive:
				fmt.Println("active", b.ServiceTypes, b.Plan)
			case b.Kind == eligibility270.BenefitCopay && b.Amount.Valid:
				fmt.Println("copay", b.ServiceTypes, b.Amount.Decimal)
			}
		}
	}
	// Output:
	// LENA V-1
	// active [30 98] GOLD HMO
	// copay [98] 25
}
