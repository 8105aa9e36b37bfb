// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// told is a response for a subscriber with these segments after the name.
func told(t testing.TB, segments ...string) *Response {
	t.Helper()
	return toldBy(t, "NM1*PR*2*NORTH PLAN*****PI*NP001", segments...)
}

func toldBy(t testing.TB, payer string, segments ...string) *Response {
	t.Helper()
	return toldByOf(t, payer, "DOE*ANN", segments...)
}

// toldOf is told of a patient with that name: last*first.
func toldOf(t testing.TB, name string, segments ...string) *Response {
	t.Helper()
	return toldByOf(t, "NM1*PR*2*NORTH PLAN*****PI*NP001", name, segments...)
}

func toldByOf(t testing.TB, payer, name string, segments ...string) *Response {
	t.Helper()
	if !strings.Contains(name, "*") {
		name += "*"
	}
	lines := append([]string{
		"ST*271*0001*005010X279A1", "BHT*0022*11*R1*20260304*0915", "HL*1**20*1", payer, "HL*2*1*21*1", "NM1*1P*2*LAKE CLINIC*****XX*1234567893",
		"HL*3*2*22*0", "TRN*2*T1*9LAKECLIN1", "NM1*IL*1*" + name + "****MI*M1",
	}, segments...)
	lines = append(lines, "SE*"+strconv.Itoa(len(lines)+1)+"*0001", "GE*1*1", "IEA*1*000000001")
	in := "ISA*00*          *00*          *ZZ*NORTHPLAN      *ZZ*LAKECLINIC     *260304*0915*^*00501*000000001*0*T*:~" +
		"GS*HB*NORTHPLAN*LAKECLINIC*20260304*0915*1*X*005010X279A1~" + strings.Join(lines, "~") + "~"
	out := responsesOf(t, []byte(in), nil)
	if len(out) == 0 {
		t.Fatal("no response")
	}
	return out[len(out)-1]
}

func noteCodes(notes []Note) []NoteCode {
	var out []NoteCode
	for _, n := range notes {
		out = append(out, n.Code)
	}
	return out
}

// A person who was not verified is not inactive.
func Test271_03(t *testing.T) {
	c := told(t, "AAA*N**75*C").Coverage(0)
	if c.Status != StatusNotVerified || c.Service("98") != StatusNotVerified || c.Active() || len(c.Refusals) != 1 {
		t.Error(c.Status, c.Service("98"))
	}
	if c := told(t, "AAA*N**75*C", "EB*6**30").Coverage(0); c.Status != StatusInactive {
		t.Error("what the payer says goes before a refusal", c.Status)
	}
	if c := told(t, "EB*V").Coverage(0); c.Status != StatusUnknown || !slices.Contains(noteCodes(c.Notes), NoteCannotProcess) {
		t.Error(c.Status, c.Notes)
	}
}

// Every element of a statement is read, and the kinds mean what they mean.
func Test271_04_05(t *testing.T) {
	b := &told(t, "EB*A*FAM*98^A0*PR*GOLD*27*12.5*0.2*VS*3*Y*N*HC:99213:25*1:2").Benefits[0]
	if b.Kind != BenefitCoinsurance || b.Level != LevelFamily || len(b.ServiceTypes) != 2 || b.InsuranceType != "PR" || b.Plan != "GOLD" ||
		b.Period != PeriodVisit || b.Amount.Decimal.String() != "12.5" || b.Percent.Decimal.String() != "0.2" || b.QuantityType != QuantityVisits ||
		b.Quantity.Decimal.String() != "3" || b.Authorization != AnswerYes || b.Network != AnswerNo || b.Procedure.Code != "99213" || len(b.Diagnoses) != 2 {
		t.Errorf("%+v", b)
	}
	for kind, want := range map[string]Status{"1": StatusActive, "2": StatusActive, "3": StatusActive, "4": StatusActive, "5": StatusActive,
		"6": StatusInactive, "7": StatusInactive, "8": StatusInactive, "C": StatusUnknown, "R": StatusUnknown} {
		if got := told(t, "EB*"+kind+"**30").Coverage(0).Status; got != want {
			t.Errorf("EB01 %s is %s, want %s", kind, got, want)
		}
	}
	if c := told(t, "EB*5**30").Coverage(0); !slices.Contains(noteCodes(c.Notes), NotePending) {
		t.Error("a pending investigation is not noted")
	}
}

// Status is decided for each plan and service type.
func Test271_06(t *testing.T) {
	c := told(t, "EB*1**30*PR*GOLD", "EB*6**AL*IN*EYES").Coverage(0)
	if c.Status != StatusActive || len(c.Plans) != 2 || c.Plans[0].Status != StatusActive || c.Plans[1].Status != StatusInactive {
		t.Errorf("%+v", c)
	}
	for _, x := range []struct {
		segments []string
		service  x12.Code
		want     Status
	}{
		{[]string{"EB*1**30"}, "98", StatusActive},               // the plan contains it
		{[]string{"EB*1**96", "EB*6**30"}, "98", StatusActive},   // a nearer type contains it
		{[]string{"EB*1**30", "EB*6**98"}, "98", StatusInactive}, // it is named itself
		{[]string{"EB*1**35"}, "98", StatusUnknown},              // another type says nothing
		{[]string{"EB*1**30", "EB*I**AL"}, "AL", StatusNotCovered},
		{[]string{"EB*1**30", "EB*I**AL"}, "30", StatusActive}, // not covered for one type leaves the plan
		{[]string{"EB*1**30", "EB*I**AL*********N"}, "AL", StatusActive},
		{[]string{"EB*1"}, "30", StatusActive}, // no type is the plan
		{[]string{"EB*6**30*MA", "EB*1**30*MB"}, "98", StatusActive},
	} {
		if got := told(t, x.segments...).Coverage(0).Service(x.service); got != x.want {
			t.Errorf("%v: %s is %s, want %s", x.segments, x.service, got, x.want)
		}
	}
	// One plan that is named in part is the plan that is named in full, unless they contradict each other.
	if c := told(t, "EB*1**30**GOLD", "EB*1**98*HM*GOLD").Coverage(0); len(c.Plans) != 1 || c.Plans[0].InsuranceType != "HM" {
		t.Errorf("%+v", c.Plans)
	}
	if c := told(t, "EB*6**30*HM*OLD", "EB*1**30").Coverage(0); len(c.Plans) != 2 || c.Status != StatusActive {
		t.Errorf("%+v", c.Plans)
	}
	if c := told(t, "EB*1**30*PR*GOLD", "EB*6**30*PR*GOLD").Coverage(0); c.Status != StatusActive || !c.Plans[0].Conflict {
		t.Errorf("%+v", c.Plans)
	}
}

// Dates of a statement go before those of the patient.
func Test271_07(t *testing.T) {
	for _, x := range []struct {
		segments []string
		on       x12.Date
		want     Status
	}{
		{[]string{"DTP*346*D8*20260101", "EB*1**30"}, 20251231, StatusInactive},
		{[]string{"DTP*346*D8*20260101", "EB*1**30"}, 20260101, StatusActive},
		{[]string{"DTP*346*D8*20260101", "EB*1**30"}, 20990101, StatusActive}, // no end is open
		{[]string{"DTP*346*D8*20260101", "DTP*347*D8*20260630", "EB*1**30"}, 20260701, StatusInactive},
		{[]string{"DTP*346*D8*20260101", "EB*1**30", "DTP*307*RD8*20250101-20251231"}, 20250601, StatusActive},
		{[]string{"DTP*346*D8*20260101", "EB*1**30", "DTP*307*RD8*20250101-20251231"}, 20260601, StatusInactive},
		{[]string{"DTP*346*D8*20260101", "EB*1**30", "DTP*636*D8*20240101"}, 20260601, StatusActive}, // an update is no time
		{[]string{"DTP*291*RD8*20260101-20261231", "EB*1**30"}, 20270101, StatusInactive},
		{[]string{"DTP*356*D8*20260101", "DTP*357*D8*20260131", "EB*1**30", "DTP*348*D8*20260201", "DTP*349*D8*20260228"}, 20260215, StatusActive},
		{[]string{"EB*1**30", "DTP*193*D8*20260201", "DTP*194*D8*20260228"}, 20260301, StatusInactive},
		{[]string{"EB*1**30*MA", "DTP*307*D8*20200101", "EB*6**30*MA", "DTP*307*RD8*20240101-20240601"}, 20240301, StatusInactive},
		{[]string{"EB*1**30*MA", "DTP*307*D8*20200101", "EB*6**30*MA", "DTP*307*RD8*20240101-20240601"}, 20240701, StatusActive},
		{[]string{"EB*1**30", "DTP*291*RD8*20250101-20251231", "DTP*291*RD8*20260101-20261231"}, 20250505, StatusActive},
	} {
		if got := told(t, x.segments...).Coverage(x.on).Status; got != x.want {
			t.Errorf("%v on %s: %s, want %s", x.segments, x.on, got, x.want)
		}
	}
	c := told(t, "DTP*346*D8*20260101", "EB*1**30").Coverage(20250101)
	if !c.Plans[0].OutsideDates || !slices.Contains(noteCodes(c.Notes), NoteOutsideDates) {
		t.Errorf("%+v", c.Notes)
	}
	// An end before which coverage was on does not fit the word inactive.
	if c := told(t, "EB*6**30", "DTP*349*D8*20251231").Coverage(20250601); c.Status != StatusInactive || !c.Plans[0].Conflict {
		t.Errorf("%+v", c.Plans[0])
	}
	// A part that ended does not fit the word active; one that was away for a time does.
	for end, conflict := range map[string]bool{"DTP*349*D8*20260131": true, "DTP*348*D8*20260201": true, "DTP*348*D8*20260401": false, "DTP*307*RD8*20240101-20240131": false} {
		c := told(t, "EB*1**30", "EB*6**30", end).Coverage(20260304)
		if c.Status != StatusActive || c.Plans[0].Conflict != conflict {
			t.Errorf("%s: %+v", end, c.Plans[0])
		}
	}
	if d := told(t, "DTP*472*D8*20260310", "EB*1**30").DefaultDate(); d != 20260310 {
		t.Error(d)
	}
	if d := told(t, "EB*1**30").DefaultDate(); d != 20260304 {
		t.Error(d)
	}
}

// An entity belongs to the statement before it, and to no other.
func Test271_15(t *testing.T) {
	r := told(t, "EB*1**30*PR*GOLD", "EB*R**30*C1*EAST LIFE", "REF*1L*P9", "DTP*290*D8*20260101",
		"LS*2120", "NM1*IL*1*DOE*BOB****MI*E7", "NM1*PRP*2*EAST LIFE*****PI*E1", "LE*2120",
		"EB*L", "LS*2120", "NM1*P3*1*LEE*KIM****XX*1999999984", "LE*2120",
		"EB*U**MH", "LS*2120", "NM1*VN*2*CALM*****PI*C1", "LE*2120")
	c := r.Coverage(0)
	if len(r.Benefits[0].Entities) != 0 || len(c.Payers) != 2 || len(c.Administrators) != 1 || len(c.Providers) != 1 {
		t.Fatalf("%+v", c)
	}
	p := c.Payers[0]
	if p.Name != "EAST LIFE" || p.Order != 1 || p.PolicyNumber != "P9" || p.MemberID != "E7" || p.Insured != "BOB DOE" || p.EB != 2 {
		t.Errorf("%+v", p)
	}
	if p := c.Payers[1]; p.Role != PayerReply || p.Order != 2 {
		t.Errorf("%+v", p)
	}
	if p, sure := c.BillTo("98"); p.Name != "EAST LIFE" || !sure {
		t.Error(p.Name, sure)
	}
	if p, sure := c.BillTo("A6"); p.Name != "CALM" || sure {
		t.Error("a vendor may not be who pays", p.Name, sure)
	}
	if c.Providers[0].Name != "KIM LEE" || c.Providers[0].EB != 3 {
		t.Errorf("%+v", c.Providers[0])
	}
	// Coordination that is over changes nothing; an order that is not stated is told.
	c = told(t, "EB*1**30", "EB*R**30", "DTP*290*RD8*20240101-20251231", "LS*2120", "NM1*PRP*2*OLD", "LE*2120").Coverage(0)
	if c.Payers[0].Role != PayerReply || c.Payers[0].Order != 1 || c.Payers[1].Applies {
		t.Errorf("%+v", c.Payers)
	}
	c = told(t, "EB*1**30", "EB*R**30", "LS*2120", "NM1*PR*2*SOMEBODY", "LE*2120").Coverage(0)
	if _, sure := c.BillTo("30"); sure || !slices.Contains(noteCodes(c.Notes), NoteOrderNotStated) {
		t.Errorf("%+v", c.Payers)
	}
	for order, role := range map[int]string{1: "SEP", 3: "TTP"} {
		c = told(t, "EB*1**30", "EB*R**30", "LS*2120", "NM1*"+role+"*2*SOMEBODY", "LE*2120").Coverage(0)
		if p := c.Payers[0]; p.Role != PayerReply || p.Order != 1 {
			t.Error(order, role, p)
		}
	}
}

// LS without LE, and LE without LS, are errors of the file.
func Test271_15_brackets(t *testing.T) {
	good := []string{"LS*2120", "NM1*P3*1*LEE*KIM****XX*1999999984", "LE*2120"}
	for name, drop := range map[string]int{"": -1, "LS": 0, "LE": 2} {
		segments := slices.Clone(good)
		if drop >= 0 {
			segments = slices.Delete(segments, drop, drop+1)
		}
		r := told(t, append([]string{"EB*L"}, segments...)...)
		if b := &r.Benefits[0]; (b.LoopBegin == "") != (name == "LS") || (b.LoopEnd == "") != (name == "LE") || len(b.Entities) != 1 {
			t.Errorf("without %q: %+v", name, b)
		}
	}
}

// Medicare: an Advantage plan takes its place, and an employer plan goes before it.
func Test271_18(t *testing.T) {
	medicare := "NM1*PR*2*CMS*****PI*CMS"
	c := toldBy(t, medicare, "EB*1**30*MA", "EB*1**30*MB", "EB*R**30*HN*SENIOR", "LS*2120", "NM1*PRP*2*LAKE", "LE*2120").Coverage(0)
	if p, sure := c.BillTo("98"); p.Name != "LAKE" || p.Role != PayerReplacement || !sure || len(c.Plans) != 2 {
		t.Errorf("%+v", c.Payers)
	}
	if last := c.Payers[len(c.Payers)-1]; last.Role != PayerReply || last.Applies {
		t.Errorf("Medicare is billed beside its Advantage plan: %+v", last)
	}
	c = toldBy(t, medicare, "EB*1**30*MA", "EB*R**30*PR*SENIOR PPO", "LS*2120", "NM1*PRP*2*LAKE", "LE*2120").Coverage(0)
	if c.Payers[0].Role != PayerReplacement {
		t.Errorf("%+v", c.Payers)
	}
	for _, msp := range []string{"12", "13", "14", "15", "16", "41", "42", "43", "47"} {
		c = toldBy(t, medicare, "EB*1**30*MA", "EB*R**30*"+msp+"*EMPLOYER", "LS*2120", "NM1*PR*2*IRON", "LE*2120").Coverage(0)
		if c.Payers[0].Name != "IRON" || c.Payers[1].Order != 2 || !slices.Contains(noteCodes(c.Notes), NoteMedicareSecond) {
			t.Errorf("%s: %+v", msp, c.Payers)
		}
	}
	// An employer plan that says so itself, without naming who pays first.
	c = toldBy(t, medicare, "EB*1**30*12").Coverage(0)
	if c.Payers[0].Order != 2 || !slices.Contains(noteCodes(c.Notes), NoteMedicareSecond) {
		t.Errorf("%+v", c)
	}
	// A preferred provider plan beside a plan that is no Medicare takes nobody's place.
	c = told(t, "EB*1**30*C1", "EB*R**30*PR", "LS*2120", "NM1*SEP*2*LAKE", "LE*2120").Coverage(0)
	if c.Payers[0].Role != PayerReply {
		t.Errorf("%+v", c.Payers)
	}
	// Medicaid hands a patient to a managed care organization.
	c = told(t, "EB*1**30*MC", "EB*MC**30", "LS*2120", "NM1*Y2*2*CARE ORG", "LE*2120").Coverage(0)
	if c.Payers[0].Name != "CARE ORG" || c.Payers[0].Role != PayerReplacement {
		t.Errorf("%+v", c.Payers)
	}
}

// Numbers and names of plan, group and network are found where payers put them.
func TestPlanNumbers(t *testing.T) {
	r := told(t, "REF*6P*G1*SCHOOLS", "REF*18*P1*GOLD PLAN", "REF*N6*N9*WIDE NETWORK", "EB*1**30", "REF*6P*G2*HOSPITALS", "REF*1L*Y1")
	p := r.Coverage(0).Plans[0]
	if p.GroupNumber != "G2" || p.GroupName != "HOSPITALS" || p.Number != "P1" || p.Name != "GOLD PLAN" || p.PolicyNumber != "Y1" || p.NetworkName != "WIDE NETWORK" {
		t.Errorf("%+v", p)
	}
}
