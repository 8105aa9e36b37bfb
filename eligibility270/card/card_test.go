// SPDX-License-Identifier: Apache-2.0

package card_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/eligibility270/card"
	"github.com/claimwire/claimwire/x12"
)

const inquiries = "GS*HS*CLINIC*PAYER*20260304*1100*1*X*005010X279A1~ST*270*0001*005010X279A1~BHT*0022*13*Q1*20260304*1100~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~" +
	"HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1457309214~HL*3*2*22*0~TRN*1*Q-17*9123456789~NM1*IL*1*DOE*JAN****MI*M1~DMG*D8*19800102~EQ*30~" +
	"HL*4*2*22*0~TRN*1*Q-18*9123456789~NM1*IL*1*ROE*RICHARD****MI*M2~EQ*30~SE*16*0001~GE*1*1~"

// Cards of a file of answers show what the payer knows differently than it was
// asked, and at last who got no answer.
func TestInquiries(t *testing.T) {
	in, err := card.ReadInquiries(strings.NewReader(inquiries), &fragment)
	if err != nil || in.Len() != 2 || !in.OK() || in.Dropped() != 0 || len(in.Unanswered()) != 2 {
		t.Fatalf("%v %+v", err, in)
	}
	for form, write := range map[string]func(io.Writer, io.Reader, *card.Options) (card.Summary, error){"text": card.Text, "json": card.JSON} {
		in, err := card.ReadInquiries(strings.NewReader(inquiries), &fragment)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		sum, err := write(&out, strings.NewReader(reply), &card.Options{Reader: fragment, Inquiries: in})
		if err != nil || sum.Cards != 1 || !sum.OK() {
			t.Errorf("%s: %v %+v", form, err, sum)
		}
		for _, want := range []string{"JANE", "JAN", "Q-18", "ROE"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %s in %s", form, want, out.String())
			}
		}
		if list := in.Unanswered(); len(list) != 1 || list[0].N != 2 || list[0].Inquiry.Patient().Name.Last != "ROE" {
			t.Errorf("%s: without an answer are %v", form, list)
		}
	}
}

// What could not be read is counted on the card that it stands before the end of,
// and apart when no card follows.
func TestWhatIsNotRead(t *testing.T) {
	inside := strings.Replace(reply, "EB*B*", "ZZZ*1~EB*B*", 1)
	outside := strings.Replace(reply, "SE*14", "ZZZ*1~SE*14", 1)
	for _, test := range []struct {
		text             string
		notRead, outside int
		says             bool
	}{{reply, 0, 0, false}, {inside, 1, 0, true}, {outside, 1, 0, true}, {reply + "ZZZ*1~", 0, 0, false}} {
		var out bytes.Buffer
		sum, err := card.Text(&out, strings.NewReader(test.text), &card.Options{Reader: fragment})
		if err != nil || sum.NotRead != test.notRead || sum.Outside != test.outside || strings.Contains(out.String(), "1 segment was not understood") != test.says {
			t.Errorf("%+v: %v %+v\n%s", test, err, sum, out.String())
		}
	}
	if sum, err := card.Text(io.Discard, strings.NewReader(strings.Replace(reply, "SE*14*0001~", "", 1)), &card.Options{Reader: fragment}); err != nil || !sum.Cut || sum.OK() {
		t.Errorf("without SE: %v %+v", err, sum)
	}
}

func TestFailures(t *testing.T) {
	errFull := errors.New("full")
	for form, write := range map[string]func(io.Writer, io.Reader, *card.Options) (card.Summary, error){"text": card.Text, "json": card.JSON} {
		if _, err := write(writer(func([]byte) (int, error) { return 0, errFull }), strings.NewReader(reply), &card.Options{Reader: fragment}); !errors.Is(err, errFull) {
			t.Errorf("%s to a destination that is full: %v", form, err)
		}
		if _, err := write(io.Discard, strings.NewReader("hello"), nil); err == nil {
			t.Errorf("%s of what is no X12: no error", form)
		}
	}
	r := new(eligibility270.Response)
	if c, err := card.New(r, nil); err != nil || c.Coverage.Status != eligibility270.StatusUnknown || c.Patient() != nil {
		t.Errorf("an empty response: %v %+v", err, c)
	}
	var issues int
	o := fragment
	o.OnIssue = func(x12.Issue) { issues++ }
	if _, err := card.Text(io.Discard, strings.NewReader(strings.Replace(reply, "EB*B*", "ZZZ*1~EB*B*", 1)), &card.Options{Reader: o}); err != nil || issues == 0 {
		t.Errorf("OnIssue is not called: %v", err)
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(b []byte) (int, error) { return w(b) }
