// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// codeList reads a code list of the reference facts: code -> columns.
func codeList(t *testing.T, name string) map[x12.Code][]string {
	t.Helper()
	dir := os.Getenv("CLAIMWIRE_REFERENCE")
	if dir == "" {
		t.Skip("CLAIMWIRE_REFERENCE is not set")
	}
	text, err := os.ReadFile(filepath.Join(dir, "codes", name))
	if err != nil {
		t.Fatal(err)
	}
	list := make(map[x12.Code][]string)
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if c := strings.Split(line, "\t"); i > 0 {
			list[x12.Code(c[0])] = append(c, "", "", "", "")
		}
	}
	return list
}

func TestEveryReasonCodeHasARow(t *testing.T) {
	rs, want := DefaultReasons(), codeList(t, "carc.tsv")
	if len(want) < 350 {
		t.Fatalf("%d reference codes", len(want))
	}
	for code, c := range want {
		row, ok := rs.adjustments[reasonKey{code: code}]
		if !ok {
			t.Errorf("%s has no row", code)
			continue
		}
		if only := strings.Join(strs(row.only), ","); only != c[2] {
			t.Errorf("%s: only %q, want %q", code, only, c[2])
		}
		if row.remark != (c[3] == "Y") || row.retired != (c[4] == "Y") {
			t.Errorf("%s: remark %v, retired %v, want %q %q", code, row.remark, row.retired, c[3], c[4])
		}
		if len(row.words) > 90 {
			t.Errorf("%s: words of %d bytes", code, len(row.words))
		}
	}
	for key := range rs.adjustments {
		if _, ok := want[key.code]; !ok {
			t.Errorf("%s is no reason code", key.code)
		}
	}
}

func strs(codes []x12.Code) (out []string) {
	for _, c := range codes {
		out = append(out, string(c))
	}
	return out
}

func TestRemarksAgreeWithTheList(t *testing.T) {
	rs, want := DefaultReasons(), codeList(t, "rarc.tsv")
	if len(rs.remarks) < 600 {
		t.Errorf("%d remarks", len(rs.remarks))
	}
	for code, c := range want {
		row, ok := rs.remarks[code]
		if !ok && c[1] != "" {
			t.Errorf("%s has no row", code)
		}
		if c[2] == "Y" && ok && !row.Alert {
			t.Errorf("%s is an alert", code)
		}
	}
}

func TestOtherListsAreWhole(t *testing.T) {
	rs := DefaultReasons()
	for code := range codeList(t, "plb-reason.tsv") {
		if !rs.Provider(code).Known {
			t.Errorf("plb %s has no row", code)
		}
	}
	for code := range codeList(t, "clp-claim-status.tsv") {
		if rs.Status(code) == "" {
			t.Errorf("status %s has no row", code)
		}
	}
	for code := range codeList(t, "cas-group.tsv") {
		if rs.Group(code) == "" {
			t.Errorf("group %s has no row", code)
		}
	}
}

func TestReasonOfAnAdjustment(t *testing.T) {
	tests := []struct {
		group, code, remarks string
		part                 Part
		class                Class
		next                 Next
		workable             bool
	}{
		{"CO", "45", "", PartContractual, ClassContractual, NextWriteOff, false},
		{"PR", "45", "", PartPatientOther, ClassContractual, NextBillPatient, false},
		{"PI", "45", "", PartReduction, ClassContractual, NextWriteOff, false},
		{"PR", "1", "", PartDeductible, ClassDeductible, NextBillNextPayer, false},
		{"PR", "66", "", PartDeductible, ClassDeductible, NextBillNextPayer, false},
		{"PR", "2", "MA18", PartNextPayer, ClassCoinsurance, NextWait, false},
		{"PR", "3", "", PartCopay, ClassCopay, NextBillNextPayer, false},
		{"CO", "2", "", PartContractual, ClassContractual, NextWriteOff, false},
		{"OA", "2", "", PartOpen, ClassCoinsurance, NextBillNextPayer, false},
		{"PI", "3", "", PartReduction, ClassReduction, NextWriteOff, false},
		{"CO", "253", "", PartSequestration, ClassSequestration, NextWriteOff, false},
		{"CO", "237", "", PartReduction, ClassReduction, NextWriteOff, false},
		{"OA", "23", "", PartOtherPayer, ClassOtherPayer, NextNone, false},
		{"OA", "94", "", PartContractual, ClassContractual, NextNone, false},
		{"CO", "97", "", PartContractual, ClassBundled, NextCheckCoding, true},
		{"CO", "24", "", PartContractual, ClassContractual, NextWriteOff, false},
		{"CO", "197", "", PartDenied, ClassAuthorization, NextAppeal, true},
		{"CO", "197", "N211", PartDenied, ClassAuthorization, NextWriteOff, false},
		{"CO", "197", "N704", PartDenied, ClassAuthorization, NextFixAndResend, true},
		{"PR", "197", "", PartDenied, ClassAuthorization, NextAppeal, true},
		{"CO", "29", "", PartDenied, ClassTimelyFiling, NextAppeal, true},
		{"CO", "29", "M51", PartDenied, ClassTimelyFiling, NextAppeal, true},
		{"OA", "18", "", PartDenied, ClassDuplicate, NextFindOriginal, true},
		{"CO", "50", "N115", PartDenied, ClassMedicalNecessity, NextAppeal, true},
		{"PR", "50", "", PartNonCovered, ClassMedicalNecessity, NextBillPatient, false},
		{"CO", "96", "", PartDenied, ClassNotCovered, NextWriteOff, true},
		{"PR", "96", "", PartNonCovered, ClassNotCovered, NextBillPatient, true},
		{"CO", "16", "", PartDenied, ClassInformation, NextFixAndResend, true},
		{"CO", "16", "M51", PartDenied, ClassCoding, NextFixAndResend, true},
		{"CO", "16", "MA01 M127", PartDenied, ClassDocuments, NextSendInformation, true},
		{"CO", "16", "N382 M51", PartDenied, ClassInformation, NextFixAndResend, true},
		{"CO", "16", "MA130 M51", PartDenied, ClassCoding, NextFixAndResend, true},
		{"CO", "50", "MA130", PartDenied, ClassMedicalNecessity, NextFixAndResend, true},
		{"CO", "45", "MA130", PartContractual, ClassContractual, NextWriteOff, false},
		{"CO", "96", "M15", PartContractual, ClassBundled, NextCheckCoding, true},
		{"CO", "A1", "N30", PartDenied, ClassEligibility, NextVerifyCoverage, true},
		{"CO", "252", "N237", PartDenied, ClassDocuments, NextSendInformation, true},
		{"PR", "27", "", PartNonCovered, ClassEligibility, NextVerifyCoverage, true},
		{"CO", "22", "", PartDenied, ClassCoordination, NextBillOtherPayer, true},
		{"OA", "133", "", PartOpen, ClassPending, NextWait, false},
		{"OA", "101", "", PartOpen, ClassEstimate, NextWait, false},
		{"OA", "B11", "", PartOpen, ClassForwarded, NextWait, false},
		{"OA", "100", "", PartOpen, ClassPatientShare, NextReview, true},
		{"CO", "100", "", PartContractual, ClassContractual, NextReview, true},
		{"CO", "ZZ9", "", PartOpen, ClassOther, NextReview, true},
		{"PR", "ZZ9", "", PartOpen, ClassOther, NextReview, true},
		{"XX", "45", "", PartContractual, ClassContractual, NextWriteOff, false},
	}
	for _, test := range tests {
		var remarks []x12.Code
		for _, r := range strings.Fields(test.remarks) {
			remarks = append(remarks, x12.Code(r))
		}
		r := DefaultReasons().Adjustment(x12.Code(test.group), x12.Code(test.code), remarks...)
		if r.Part != test.part || r.Class != test.class || r.Next != test.next || r.Workable != test.workable {
			t.Errorf("%s %s %s: %s %s %s %v, want %s %s %s %v", test.group, test.code, test.remarks,
				r.Part, r.Class, r.Next, r.Workable, test.part, test.class, test.next, test.workable)
		}
	}
}

func TestReasonMarks(t *testing.T) {
	rs := DefaultReasons()
	for _, test := range []struct {
		group, code                       x12.Code
		known, retired, wrong, wantRemark bool
	}{
		{"OA", "23", true, false, false, false},
		{"CO", "23", true, false, true, false},
		{"CO", "16", true, false, false, true},
		{"CO", "15", true, true, false, false},
		{"PR", "45", true, false, false, false},
		{"OA", "45", true, false, true, false},
		{"CO", "Z1", false, false, false, false},
	} {
		r := rs.Adjustment(test.group, test.code)
		if r.Known != test.known || r.Retired != test.retired || r.WrongGroup != test.wrong || r.RemarkRequired != test.wantRemark {
			t.Errorf("%s %s: %+v", test.group, test.code, r)
		}
	}
	r := rs.Adjustment("CO", "16", "MA130", "M51")
	if r.Remark != "M51" || !r.NewClaim || r.String() != "claim lacks data, or data are wrong: procedure code missing or invalid" {
		t.Errorf("%+v %s", r, r)
	}
	if r := rs.Adjustment("CO", "Z1"); r.String() != "reason Z1 is not known" {
		t.Error(r)
	}
	if info, ok := rs.Remark("MA18"); !ok || !info.Alert || !info.Crossover || info.Split {
		t.Errorf("%+v %v", info, ok)
	}
	if info, ok := rs.Remark("N123"); !ok || !info.Split {
		t.Errorf("%+v %v", info, ok)
	}
	if _, ok := rs.Remark("N9999"); ok {
		t.Error("N9999 is known")
	}
	if p := rs.Provider("WO"); !p.Known || p.Class != "recovery" || !p.Reference || !p.Raises || !p.Lowers {
		t.Errorf("%+v", p)
	}
	if p := rs.Provider("ZZ"); p.Known || p.Class != "unclassified" || p.Words == "" {
		t.Errorf("%+v", p)
	}
}

func TestReasonsOfYourOwn(t *testing.T) {
	rs, err := DefaultReasons().With(strings.NewReader(strings.Join([]string{
		"# ours", "",
		"carc\t45\t\tcontractual\tappeal\t\tbelow our contract",
		"carc\t96\tCO\tstate-program\twait\tpart=open\tpaid by the state\r",
		"carc\tX9\t\tour-class\treview\tonly=CO,OA retired\tan own code",
		"rarc\tN9999\t\tdocuments\tsend-information\tdecides\tsend it",
		"plb\tQQ\t\tbonus\t\t-\tan own bonus",
		"status\t99\t\t\t\t\tan own status",
	}, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	if r := rs.Adjustment("CO", "45"); r.Next != NextAppeal || r.String() != "below our contract" {
		t.Errorf("%+v", r)
	}
	if r := rs.Adjustment("CO", "96", "M15"); r.Part != PartOpen || r.Class != "state-program" || r.Next != NextWait {
		t.Errorf("%+v", r)
	}
	if r := rs.Adjustment("PR", "96"); r.Part != PartNonCovered {
		t.Errorf("%+v", r)
	}
	if r := rs.Adjustment("OA", "X9", "N9999"); r.Part != PartDenied || !r.Retired || r.WrongGroup || r.Next != NextSendInformation || r.Remark != "N9999" {
		t.Errorf("%+v", r)
	}
	if p := rs.Provider("QQ"); p.Class != "bonus" || !p.Raises || p.Lowers {
		t.Errorf("%+v", p)
	}
	if rs.Status("99") == "" || rs.Status("1") == "" {
		t.Error("statuses")
	}
	if r := DefaultReasons().Adjustment("CO", "45"); r.Next != NextWriteOff {
		t.Error("the default table was changed")
	}
	if rs, err := rs.With(strings.NewReader("carc\t1\tCO\tdeductible\tbill-patient\tpart=deductible\tours\tbill the patient")); err != nil {
		t.Fatal(err)
	} else if r := rs.Adjustment("CO", "1"); r.Part.Patient() || r.Next != NextWriteOff {
		t.Errorf("a table makes the patient bear %+v", r)
	}
	if rs, err := rs.With(strings.NewReader("carc\t1\tPR\tdeductible\tbill-patient\tpart=copay\tours")); err != nil {
		t.Fatal(err)
	} else if r, p := rs.Adjustment("PR", "1"), rs.Adjustment("PR", "1", "N781"); r.Part != PartCopay || p.Part != PartProtected {
		t.Errorf("a table moves %+v and %+v", r, p)
	}
	alone, err := LoadReasons(strings.NewReader("carc\t45\t\tcontractual\twrite-off\t\tours"))
	if err != nil || alone.Adjustment("CO", "96").Known || !alone.Adjustment("CO", "45").Known {
		t.Errorf("%v", err)
	}
}

func TestBadReasons(t *testing.T) {
	for text, want := range map[string]string{
		"carc\t45\t\tcontractual\twrite-off\tours":                                               "line 1: 6 columns, want 7 or 8",
		"\ncarc\t45\t\tcontractual\tshrug\t\tours":                                               "line 2: class or next",
		"carc\t45\t\t\twrite-off\t\tours":                                                        "class or next",
		"carc\t45\t\tcontractual\twrite-off\tloud\tours":                                         `flag "loud"`,
		"carc\t45\t\tcontractual\twrite-off\tpart=loud\tours":                                    `flag "part=loud"`,
		"carc\t45\t\tcontractual\twrite-off\t\t":                                                 "words are needed",
		"carc\t\t\tcontractual\twrite-off\t\tours":                                               "words are needed",
		"carc\t45\t\tcontractual\twrite-off\t\tours\ncarc\t45\t\tcontractual\twrite-off\t\tours": "line 2: carc 45 has a row already",
		"rarc\tM1\tCO\t\t\talert\tours":                                                          "no group",
		"rarc\tM1\t\tcoding\t\t\tours":                                                           "next step is missing",
		"rarc\tM1\t\t\t\tdecides\tours":                                                          "needs a next step",
		"rarc\tM1\t\t\t\tloud\tours":                                                             `flag "loud"`,
		"plb\tWO\tCO\trecovery\t\t+\tours":                                                       "none of + and -",
		"plb\tWO\t\trecovery\t\tloud\tours":                                                      `flag "loud"`,
		"status\t1\t\t\t\tloud\tours":                                                            `flag "loud"`,
		"more\t1\t\t\t\t\tours":                                                                  "the list is none of",
		"carc\t45\t\tcontractual\twrite-off\t\tours\ncarc\t45\tCO\tcontractual\twrite-off\t\tours\ncarc\t4\ttoo\tfew": "line 3: 4 columns",
	} {
		if _, err := LoadReasons(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestPartNames(t *testing.T) {
	var seen []string
	for p := PartOpen; p < parts; p++ {
		text, _ := p.MarshalText()
		var back Part
		if err := back.UnmarshalText(text); err != nil || back != p || slices.Contains(seen, p.String()) {
			t.Errorf("%s: %v %v", p, back, err)
		}
		seen = append(seen, p.String())
	}
	var p Part
	if p.UnmarshalText([]byte("lost")) == nil || p.UnmarshalText(nil) == nil || Part(200).String() != "part?" {
		t.Error("a part by no name")
	}
}

// The classes of the denials and write-offs that billers work with.
func TestClassesOfCodes(t *testing.T) {
	for class, codes := range map[string]string{
		"deductible coinsurance copay patient-share": "1 2 3 66 142 247 248",
		"contractual reduction sequestration":        "45 44 59 90 94 104 105 131 132 144 161 223 237 245 253 24",
		"bundled":                                    "97 231 234 236 246 B10 B14",
		"related-service":                            "107 B15",
		"coding information":                         "4 5 6 7 8 9 10 11 12 16 110 140 146 181 182 189 199 206 207 208 240 282",
		"documents":                                  "163 164 226 227 250 251 252",
		"duplicate":                                  "18",
		"timely-filing":                              "29",
		"eligibility":                                "26 27 31 32 33 109 166 177 200 258",
		"coordination":                               "22 129 136 190 201 215 254 270 275 276 B9",
		"authorization":                              "15 39 165 197 198 210 243 284 287 288",
		"medical-necessity":                          "50 55 56 150 151 152 153 154 167 186",
		"not-covered":                                "49 51 96 111 114 160 188 202 204 256 272",
		"benefit-limit":                              "35 119 149 222 273",
		"provider":                                   "170 171 172 183 184 185 242 279 B7",
		"liability":                                  "19 20 21 219 P2 P4 P21 P27",
		"pending estimate":                           "101 133 135 257 277",
		"other-payer":                                "23 187 195",
	} {
		for _, code := range strings.Fields(codes) {
			group := GroupContractual
			if strings.HasPrefix(class, "deductible") {
				group = GroupPatient
			}
			r := DefaultReasons().Adjustment(group, x12.Code(code))
			if !slices.Contains(strings.Fields(class), string(r.Class)) {
				t.Errorf("%s is %s, want %s", code, r.Class, class)
			}
		}
	}
}
