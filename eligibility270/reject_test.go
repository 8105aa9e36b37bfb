// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// What to do is what the payer says, else what is usual for the reason, at each
// level.
func Test271_02(t *testing.T) {
	for _, x := range []struct {
		loop, valid, reason, followUp string
		action                        Action
		days                          int
		field                         string
	}{
		{"2000A", "Y", "42", "R", ActionRetry, 0, ""},
		{"2000A", "Y", "42", "P", ActionRetry, 0, ""},
		{"2000A", "N", "79", "C", ActionCorrect, 0, "receiver.name.id"},
		{"2000A", "N", "04", "N", ActionStop, 0, "questions"},
		{"2100A", "N", "T4", "C", ActionCorrect, 0, "source.name"},
		{"2100A", "Y", "80", "R", ActionRetry, 0, ""},
		{"2100A", "Y", "42", "Y", ActionStop, 0, ""}, // the answer follows
		{"2100A", "Y", "42", "S", ActionStop, 0, ""}, // somebody else answers
		{"2100B", "N", "43", "C", ActionCorrect, 0, "receiver.name.id"},
		{"2100B", "N", "50", "N", ActionStop, 0, "receiver.name.id"},
		{"2100B", "N", "51", "R", ActionCorrect, 0, "receiver.name.id"}, // the same again would be refused again
		{"2100C", "N", "75", "C", ActionCorrect, 0, "subscriber"},
		{"2100C", "N", "72", "N", ActionStop, 0, "subscriber.name.id"},
		{"2100C", "N", "71", "R", ActionCorrect, 0, "subscriber.birthDate"},
		{"2100C", "Y", "75", "W", ActionRetry, 30, ""},
		{"2100C", "Y", "75", "X", ActionRetry, 10, ""},
		{"2100C", "N", "42", "R", ActionRetry, 0, ""},
		{"2100C", "N", "43", "C", ActionCorrect, 0, "subscriber.provider.id"},
		{"2100C", "N", "73", "", ActionCorrect, 0, "subscriber.name"},
		{"2100D", "N", "58", "C", ActionCorrect, 0, "dependent.birthDate"},
		{"2100D", "N", "67", "C", ActionCorrect, 0, "dependent"},
		{"2110C", "N", "55", "C", ActionCorrect, 0, "questions.procedure.code"},
		{"2110C", "N", "62", "N", ActionStop, 0, "questions.date"},
		{"2110D", "Y", "70", "N", ActionStop, 0, "questions"},
		{"2110C", "N", "ZZ", "", ActionStop, 0, ""},
		{"2110C", "N", "ZZ", "C", ActionCorrect, 0, ""},
	} {
		list := []Rejection{{Valid: x12.Code(x.valid), Reason: x12.Code(x.reason), FollowUp: x12.Code(x.followUp)}}
		r := &Response{Source: &Source{}, Receiver: &Receiver{}, Subscriber: &Member{}}
		if strings.HasSuffix(x.loop, "D") {
			r.Dependent = &Member{}
		}
		switch x.loop {
		case "2000A":
			r.Source.LevelRejections = list
		case "2100A":
			r.Source.Rejections = list
		case "2100B":
			r.Receiver.Rejections = list
		case "2100C":
			r.Subscriber.Rejections = list
		case "2100D":
			r.Dependent.Rejections = list
		default:
			r.Benefits = []Benefit{{Kind: BenefitActive}, {Kind: BenefitDescription, Rejections: list}}
		}
		got := r.Refusals()
		if len(got) != 1 {
			t.Fatalf("%+v: %+v", x, got)
		}
		f := got[0]
		if f.Loop != x.loop || f.Action != x.action || f.AfterDays != x.days || f.Field != x.field || f.Known != (x.reason != "ZZ") {
			t.Errorf("%+v: %+v", x, f)
		}
		if f.Words == "" || f.Advice == "" || (f.EB == 2) != strings.HasPrefix(x.loop, "2110") || f.Person() != (x.loop == "2100C" || x.loop == "2100D") {
			t.Errorf("%+v: %+v", x, f)
		}
		if f.AnswerFollows != (x.followUp == "Y") || f.Forwarded != (x.followUp == "S") {
			t.Errorf("%+v: %+v", x, f)
		}
	}
}

// Of a dependent, what is wrong with the subscriber is not looked for at the
// dependent.
func TestRefusalOfSubscriber(t *testing.T) {
	r := &Response{Subscriber: &Member{Rejections: []Rejection{{Reason: "71"}}}, Dependent: &Member{Rejections: []Rejection{{Reason: "71"}}}}
	got := r.Refusals()
	if len(got) != 2 || got[0].Field != "subscriber.birthDate" || got[1].Field != "dependent.birthDate" {
		t.Errorf("%+v", got)
	}
}

// The tables have every reason and every code that the guide has, in words.
func TestTables(t *testing.T) {
	for _, place := range []string{"2000A AAA 03", "2100A AAA 03", "2100B AAA 03", "2100C AAA 03", "2100D AAA 03", "2110C AAA 03", "2110D AAA 03"} {
		for code := range testkit.GuideCodes(t, Guide, "271", place) {
			if row, ok := rejectionRows()[rejectionKey{x12.Code(code), ""}]; !ok || row.words == "" || row.action == "" {
				t.Errorf("%s: nothing is known of %s", place, code)
			}
		}
	}
	for place, list := range map[string]CodeList{
		"2110C EB 01": CodesBenefit, "2110C EB 02": CodesLevel, "2110C EB 03": CodesService, "2110C EB 04": CodesInsurance, "2110C EB 06": CodesPeriod,
		"2110C EB 09": CodesQuantity, "2110C HSD 01": CodesQuantity, "2110C HSD 03": CodesEvery, "2120C NM1 01": CodesRole, "2110C DTP 01": CodesDate, "2100C DTP 01": CodesDate,
	} {
		codes := testkit.GuideCodes(t, Guide, "271", place)
		if len(codes) < 5 {
			t.Errorf("%s: %d codes", place, len(codes))
		}
		for code := range codes {
			if Meaning(list, x12.Code(code)) == "" {
				t.Errorf("%s: no words for %s", place, code)
			}
		}
	}
	if Meaning(CodesService, "??") != "" || Meaning("shoes", "30") != "" {
		t.Error("words for what is unknown")
	}
	for list, codes := range wordTable.Lists() {
		for _, code := range codes {
			within := wordTable.Within(list, code)
			if within != "" && (list != string(CodesService) || Meaning(CodesService, within) == "" || len(withinService(code)) > 6) {
				t.Errorf("%s of %s is within %s", code, list, within)
			}
		}
	}
	for key, row := range rejectionRows() {
		switch {
		case row.action != ActionCorrect && row.action != ActionRetry && row.action != ActionStop:
			t.Errorf("%v: %q", key, row.action)
		case key.loop != "" && rejectionRows()[rejectionKey{key.reason, ""}].words == "":
			t.Errorf("%v: only at one level", key)
		}
	}
}
