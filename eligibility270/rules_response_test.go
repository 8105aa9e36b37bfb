// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"testing"
)

func checkedResponse(r *Response) []string {
	var out []string
	for _, i := range CheckResponse(r, nil) {
		out = append(out, string(i.Code)+" "+i.Severity.String()+" "+i.Path)
	}
	return out
}

// Each rule of responses is broken by a response, and by nothing near it.
func TestEachResponseRule(t *testing.T) {
	done := map[string]bool{}
	pcp := "NM1*P3*1*LEE*KIM****XX*1999999984"
	for _, c := range []struct {
		segments []string
		want     []string
	}{
		{[]string{"EB*A**98*****0.2"}, nil},
		{[]string{"EB*A**98*****1"}, nil},
		{[]string{"EB*1**30", "EB*A**98*****20"}, []string{"271-04 warning benefits[1].percent"}},
		{[]string{"EB*A**98*****-0.2"}, []string{"271-04 warning benefits[0].percent"}},
		{[]string{"EB*B**98***27*25"}, nil},
		{[]string{"EB*B**98***27*0"}, nil},
		{[]string{"EB*B**98*****.2"}, []string{"271-05 error benefits[0].percent"}},
		{[]string{"EB*B**98***27*25*.2"}, []string{"271-05 error benefits[0].percent"}},
		{[]string{"EB*B**98"}, []string{"271-05 error benefits[0].amount"}},
		{[]string{"EB*1**30", "EB*C*IND*30***23"}, []string{"271-05 error benefits[1].amount"}},
		{[]string{"EB*C*IND*30***23**.1"}, []string{"271-05 error benefits[0].percent"}},
		{[]string{"EB*C**10***23***DB*3"}, nil},
		{[]string{"EB*G*IND*30***23"}, []string{"271-05 error benefits[0].amount"}},
		{[]string{"EB*J**30"}, []string{"271-05 error benefits[0].amount"}},
		{[]string{"EB*Y**30"}, []string{"271-05 error benefits[0].amount"}},
		{[]string{"EB*Y**30****.5"}, nil},
		{[]string{"EB*B**98", "AAA*N**15*C"}, nil},
		{[]string{"EB*A**98*****.2"}, nil},
		{[]string{"EB*A**98"}, nil},
		{[]string{"EB*1**30*PR*GOLD", "EB*6**30*PR*GOLD"}, []string{"271-06 warning benefits[0].kind"}},
		{[]string{"EB*1**30*PR*GOLD", "EB*6**AL*PR*GOLD"}, nil},
		{[]string{"EB*1**30*PR*GOLD", "EB*6**30*PR*SILVER"}, nil},
		{[]string{"EB*C*IND*30***29*500", "EB*C*IND*30***23*400"}, []string{"271-09 warning benefits[0].amount"}},
		{[]string{"EB*C*IND*30***29*400", "EB*C*IND*30***23*400"}, nil},
		{[]string{"EB*C*FAM*30***29*500", "EB*C*IND*30***23*400"}, nil},
		{[]string{"EB*C*IND*30***33*500", "EB*C*IND*30***23*400"}, nil},
		{[]string{"EB*C*IND*30***29*500", "MSG*DRUGS", "EB*C*IND*30***23*400"}, nil},
		{[]string{"EB*L", "LS*2120", pcp, "LE*2120"}, nil},
		{[]string{"EB*L", "LS*2120", pcp}, []string{"271-15 error benefits[0].loopEnd"}},
		{[]string{"EB*L", pcp, "LE*2120"}, []string{"271-15 error benefits[0].loopBegin"}},
		{[]string{"EB*L", pcp}, []string{"271-15 warning benefits[0].loopBegin"}},
	} {
		if got := checkedResponse(told(t, c.segments...)); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.segments, got, c.want)
		}
		for _, w := range c.want {
			done[w[:6]] = true
		}
	}
	done["271-16"] = true // TestPatientIsNamed
	for _, r := range NewResponseRuleSet().Rules() {
		if !done[r.ID] {
			t.Errorf("%s is not tested", r.ID)
		}
	}
}

// A patient has a name, unless it is said why there is no answer.
func TestPatientIsNamed(t *testing.T) {
	for _, c := range []struct {
		change   string
		segments []string
		want     []string
	}{
		{"DOE*ANN", []string{"EB*1**30"}, nil},
		{"DOE", []string{"EB*1**30"}, nil},
		{"*ANN", []string{"EB*1**30"}, []string{"271-16 error subscriber.name.last"}},
		{"", []string{"AAA*N**75*C"}, nil},
		{"", []string{"EB*V", "AAA*N**15*C"}, nil},
		{"", []string{"EB*1**30"}, []string{"271-16 error subscriber.name.last"}},
		{"DOE*ANN", []string{"HL*4*3*23*0", "NM1*03*1**BOB", "EB*1**30"}, []string{"271-16 error dependent.name.last"}},
		{"DOE*ANN", []string{"HL*4*3*23*0", "NM1*03*1**BOB", "AAA*N**67*C"}, nil},
		{"DOE*ANN", []string{"HL*4*3*23*0", "NM1*03*1*DOE*BOB", "EB*1**30"}, nil},
	} {
		got := checkedResponse(toldOf(t, c.change, c.segments...))
		if !slices.Equal(got, c.want) {
			t.Errorf("%q %v: %v, want %v", c.change, c.segments, got, c.want)
		}
	}
}

// The replies break no rule.
func TestRepliesFollowRules(t *testing.T) {
	for name := range replies {
		for _, r := range reply(t, name) {
			if found := checkedResponse(r); len(found) > 0 {
				t.Errorf("%s breaks %v", name, found)
			}
		}
	}
}
