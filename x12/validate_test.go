// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// professional is a valid claim file with most loops of the guide, one segment a line.
func professional(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/professional.edi")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// edit replaces whole segments of text: old text, new text, and so on; new text
// may be several segments or none. SE01 is counted anew when it was right.
func edit(t *testing.T, text string, pairs ...string) string {
	t.Helper()
	trailer := text[strings.LastIndex(text, "\nSE*")+1:]
	trailer = trailer[:strings.LastIndex(trailer[:strings.Index(trailer, "~")], "*")+1] // with its count
	for i := 0; i+1 < len(pairs); i += 2 {
		old, new := pairs[i]+"~\n", pairs[i+1]
		if new != "" {
			new += "~\n"
		}
		if !strings.Contains(text, old) {
			t.Fatalf("the file has no segment %q", pairs[i])
		}
		text = strings.Replace(text, old, new, 1)
	}
	n := 0
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if n > 0 || strings.HasPrefix(l, "ST*") {
			n++
		}
		if strings.HasPrefix(l, "ST*") {
			n = 1
		}
		if strings.HasPrefix(l, trailer) {
			lines[i] = fmt.Sprintf("SE*%d*%s", n, l[len(trailer):])
			n = 0
		}
	}
	return strings.Join(lines, "\n")
}

// validate returns the findings but line-break as "position code".
func validate(t *testing.T, text string, o *x12.ValidateOptions) []string {
	t.Helper()
	out := []string{}
	for i, err := range x12.Validate(strings.NewReader(text), o) {
		if err != nil {
			out = append(out, "error: "+err.Error())
			continue
		}
		if i.Code == x12.CodeLineBreak {
			continue
		}
		if i.Detail == "" || strings.Contains(i.String(), i.Value) && len(i.Value) > 3 {
			t.Errorf("finding %s has no detail, or tells the value", i)
		}
		out = append(out, i.Position.String()+" "+string(i.Code))
	}
	return out
}

func TestValidateSegments(t *testing.T) {
	text := professional(t)
	const ambulance = "NM1*PW*2~\nN3*9 PINE RD~\nN4*DENVER*CO*80204"
	for _, c := range []struct {
		name  string
		pairs []string
		want  []string
	}{
		{"nothing is wrong", nil, nil},
		{"unknown segment", []string{"K3*FREE TEXT", "K3*FREE TEXT~\nZZZ*1"}, []string{"segment 42 (2300 ZZZ) unknown-segment"}},
		{"segment id of four letters", []string{"K3*FREE TEXT", "K3*FREE TEXT~\nABCD*1"}, []string{"segment 42 unknown-segment"}},
		{"a loop that is not expected", []string{"BHT*0019*00*BATCH7*20260131*0915*CH", "BHT*0019*00*BATCH7*20260131*0915*CH~\nLX*1~\nSV1*HC:1*1*UN*1"},
			[]string{"segment 3 (LX) unexpected-segment"}},
		{"missing segment", []string{"N3*100 ELM ST*SUITE 4", ""}, []string{"segment 10 (2010AA N3) missing-segment"}},
		{"missing loop", []string{"NM1*40*2*NORTH PLAN*****46*N2002", ""}, []string{"segment 5 (1000B NM1) missing-loop"}},
		{"missing opener", []string{"CLM*A1003*45.5***11:B:1*Y*A*Y*Y", ""}, []string{"segment 125 (2300 CLM) missing-segment"}},
		{"missing claim", []string{"CLM*B1*60***11:B:1*Y*A*Y*Y", "", "HI*ABK:Z0000", "", "LX*1~\nSV1*HC:99391*60*UN*1***1~\nDTP*472*D8*20260117", ""},
			[]string{"segment 145 (2300 CLM) missing-loop"}},
		{"out of order", []string{"HCP*03*300*50.75*R1", "HCP*03*300*50.75*R1~\nCN1*02*300*5*K1*2*V1", "CN1*02*300*5*K1*2*V1", ""},
			[]string{"segment 47 (2300 CN1) segment-out-of-order"}},
		{"segment over maximum", []string{"AMT*F5*20", "AMT*F5*20~\nAMT*F5*20"}, []string{"segment 38 (2300 AMT) segment-repeats"}},
		{"loop over maximum", []string{"NM1*45*2*CITY HOSPITAL", ambulance + "~\nNM1*45*2*CITY HOSPITAL"}, []string{"segment 60 (2310E NM1) loop-repeats"}},
		{"unknown role", []string{"NM1*82*1*ROE*RICHARD****XX*1234567893", "NM1*ZZ*1*ROE*RICHARD****XX*1234567893"}, []string{"segment 50 (2310B NM101) code-not-allowed"}},
		{"unknown level", []string{"HL*3*1*22*1", "HL*3*1*99*1"}, []string{"segment 115 (2000B HL03) code-not-allowed"}},
		{"a level out of sequence", []string{"HL*3*1*22*1", "HL*8*1*22*1"}, []string{"segment 115 (2000B HL01) hl-number"}},
		{"a wrong parent", []string{"HL*4*3*23*0", "HL*4*1*23*0"}, []string{"segment 119 (2000C HL02) hl-parent"}},
		{"says a level follows", []string{"HL*6*5*22*0", "HL*6*5*22*1"}, []string{"segment 138 (2000B HL04) hl-child"}},
		{"says no level follows", []string{"HL*3*1*22*1", "HL*3*1*22*0"}, []string{"segment 115 (2000B HL04) hl-child"}},
		{"a line out of sequence", []string{"LX*2~\nSV1*HC:87880*150*UN*2.5***1", "LX*1~\nSV1*HC:87880*150*UN*2.5***1"}, []string{"segment 105 (2400 LX01) line-number"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			equal(t, "findings", validate(t, edit(t, text, c.pairs...), nil), c.want)
		})
	}
}

func TestValidateElements(t *testing.T) {
	text := professional(t)
	for _, c := range []struct{ name, old, new, want string }{
		{"required", "N3*8 BIRCH LN", "N3", "segment 135 (2010AA N301) element-missing"},
		{"not used", "NM1*87*2", "NM1*87*2*NAME", "segment 15 (2010AB NM103) element-not-used"},
		{"beyond the segment", "N3*1 PLAN WAY", "N3*1 PLAN WAY*A*B", "segment 27 (2010BB N303) element-extra"},
		{"too short", "N4*DENVER*CO*80203", "N4*D*CO*80203", "segment 23 (2010BA N401) element-too-short"},
		{"too long", "REF*EA*MR88", "REF*EA*" + strings.Repeat("M", 51), "segment 40 (2300 REF02) element-too-long"},
		{"longer than the guide allows", "CLM*A1002*80***12:B:1*Y*A*Y*Y", "CLM*" + strings.Repeat("A", 21) + "*80***12:B:1*Y*A*Y*Y", "segment 109 (2300 CLM01) element-too-long"},
		{"code", "DMG*D8*20150315*F", "DMG*D8*20150315*X", "segment 124 (2010CA DMG03) code-not-allowed"},
		{"code in a composite", "CLM*A1002*80***12:B:1*Y*A*Y*Y", "CLM*A1002*80***12:A:1*Y*A*Y*Y", "segment 109 (2300 CLM05-2) code-not-allowed"},
		{"component required", "CLM*A1002*80***12:B:1*Y*A*Y*Y", "CLM*A1002*80***12:B*Y*A*Y*Y", "segment 109 (2300 CLM05-3) element-missing"},
		{"component not used", "CLM*A1001*350.75***11:B:1*Y*A*Y*Y*P*AA:OA::CO*02********2", "CLM*A1001*350.75***11:B:1*Y*A*Y*Y*P*AA:OA:EM:CO*02********2",
			"segment 31 (2300 CLM11-3) element-not-used"},
		{"components", "CLM*A1002*80***12:B:1*Y*A*Y*Y", "CLM*A1002*80***12:B:1:9*Y*A*Y*Y", "segment 109 (2300 CLM05-4) too-many-components"},
		{"components of a simple element", "NTE*ADD*LINE NOTE", "NTE*ADD*LINE:NOTE", "segment 88 (2400 NTE02) too-many-components"},
		{"repeats", "NTE*ADD*LINE NOTE", "NTE*ADD*LINE^NOTE", "segment 88 (2400 NTE02 repeat 2) element-repeats"},
		{"control character", "NTE*ADD*LINE NOTE", "NTE*ADD*LINE\tNOTE", "segment 88 (2400 NTE02) bad-character"},
		{"accent", "NM1*QC*1*PARK*SUE", "NM1*QC*1*PÄRK*SUE", "segment 121 (2010CA NM103) bad-character"},
		{"number", "AMT*T*1.5", "AMT*T*1,5", "segment 86 (2400 AMT02) bad-number"},
		{"exponent", "AMT*T*1.5", "AMT*T*1E3", "segment 86 (2400 AMT02) bad-number"},
		{"plus", "AMT*T*1.5", "AMT*T*+4", "segment 86 (2400 AMT02) bad-number"},
		{"sign and point are not counted", "AMT*T*1.5", "AMT*T*-12345678.90", ""},
		{"money of eleven digits", "AMT*T*1.5", "AMT*T*12345678901", "segment 86 (2400 AMT02) element-too-long"},
		{"cents", "AMT*T*1.5", "AMT*T*1.505", "segment 86 (2400 AMT02) number-too-precise"},
		{"zeros after the cents", "AMT*T*1.5", "AMT*T*1.5000", ""},
		{"units", "SV1*HC:87880*150*UN*2.5***1", "SV1*HC:87880*150*UN*2.0005***1", "segment 106 (2400 SV104) number-too-precise"},
		{"date", "DTP*439*D8*20260109", "DTP*439*D8*20260229", "segment 33 (2300 DTP03) bad-date"},
		{"leap day", "DTP*439*D8*20260109", "DTP*439*D8*20240229", ""},
		{"date for a period", "DTP*314*RD8*20260109-20260120", "DTP*314*RD8*20260109", "segment 34 (2300 DTP03) bad-date"},
		{"period for a date", "DTP*439*D8*20260109", "DTP*439*D8*20260109-20260110", "segment 33 (2300 DTP03) bad-date"},
		{"period", "DTP*314*RD8*20260109-20260120", "DTP*314*RD8*20260121-20260120", "segment 34 (2300 DTP03) period-reversed"},
		{"time", "BHT*0019*00*BATCH7*20260131*0915*CH", "BHT*0019*00*BATCH7*20260131*2415*CH", "segment 2 (BHT05) bad-time"},
		{"date of the header", "BHT*0019*00*BATCH7*20260131*0915*CH", "BHT*0019*00*BATCH7*20261331*0915*CH", "segment 2 (BHT04) bad-date"},
		{"pair", "CR1*LB*150**A*DH*12***ROUND TRIP*STRETCHER", "CR1*LB***A*DH*12***ROUND TRIP*STRETCHER", "segment 43 (2300 CR102) element-condition"},
		{"id without its kind", "NM1*85*1*LEE*KIM****XX*1346275411", "NM1*85*1*LEE*KIM*****1346275411", "segment 134 (2010AA NM108) element-condition"},
		{"at least one", "FRM*2*Y", "FRM*2", "segment 104 (2440 FRM02) element-condition"},
		{"only one", "N4*TORONTO*ON*M5V2T6*CA", "N4*TORONTO*ON*M5V2T6*CA***ON", "segment 123 (2010CA N407) element-excluded"},
		{"one asks for another", "N4*TORONTO*ON*M5V2T6*CA", "N4*TORONTO**M5V2T6****ON", "segment 123 (2010CA N404) element-condition"},
		{"adjustment without amount", "CAS*PR*1*80.25", "CAS*PR*1*80.25**2", "segment 99 (2430 CAS06) element-condition"},
		{"blanks only", "REF*EA*MR88", "REF*EA*   ", "segment 40 (2300 REF02) blank-element"},
		{"blank for a number", "AMT*T*1.5", "AMT*T* ", "segment 86 (2400 AMT02) blank-element"},
		{"blank before", "REF*EA*MR88", "REF*EA* MR88", "segment 40 (2300 REF02) leading-blanks"},
		{"blank after", "REF*EA*MR88", "REF*EA*MR88 ", "segment 40 (2300 REF02) trailing-blanks"},
		{"empty elements at the end", "REF*EA*MR88", "REF*EA*MR88**", "segment 40 (2300 REF04) trailing-separator"},
		{"empty components at the end", "SV1*HC:99391*60*UN*1***1", "SV1*HC:99391::*60*UN*1***1", "segment 148 (2400 SV101-4) trailing-separator"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			equal(t, "findings", validate(t, edit(t, text, c.old, c.new), nil), want)
		})
	}
}

func TestValidateEnvelope(t *testing.T) {
	text := professional(t)
	const (
		gs = "GS*HC*CLINIC*PAYER*20260131*091530*11*X*005010X222A1"
		st = "ST*837*0001*005010X222A1"
		ge = "GE*1*11"
	)
	head := func(old, new string) string { return strings.Replace(text, old, new, 1) }
	set := text[strings.Index(text, "ST*"):strings.Index(text, "GE*")]
	size := len(text)
	at := func(tag string) int { return strings.Index(text, "\n"+tag+"*") + 1 }
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"segment count", head("SE*150*", "SE*151*"), []string{"segment 150 (SE01) segment-count"}},
		{"leading zeros", head("SE*150*", "SE*0150*"), nil},
		{"set control", head("*0001~\nGE", "*0002~\nGE"), []string{"segment 150 (SE02) set-control"}},
		{"set count", head(ge, "GE*2*11"), []string{fmt.Sprintf("byte %d (GE01) set-count", at("GE"))}},
		{"group control", head(ge, "GE*1*12"), []string{fmt.Sprintf("byte %d (GE02) group-control", at("GE"))}},
		{"group count", head("IEA*1*", "IEA*2*"), []string{fmt.Sprintf("byte %d (IEA01) group-count", at("IEA"))}},
		{"interchange control", head("IEA*1*000000101", "IEA*1*000000102"), []string{fmt.Sprintf("byte %d (IEA02) interchange-control", at("IEA"))}},
		{"group of another kind", head("GS*HC*", "GS*HP*"), []string{"segment 1 (ST01) set-not-in-group"}},
		{"another erratum", head(st, "ST*837*0001*005010X222A2"), []string{"segment 1 (ST03) version-erratum"}},
		{"another guide", head(st, "ST*837*0001*005010X291"), []string{"segment 1 (ST03) version-mismatch", "segment 1 (ST03) code-not-allowed"}},
		{"set of another guide", head(st, "ST*835*0001*005010X222A1"), []string{"segment 1 (ST01) set-not-in-group", "segment 1 (ST01) set-not-of-version"}},
		{"no version", head(st, "ST*837*0001"), []string{"segment 1 (ST03) element-missing"}},
		{"no guide", text[:at("GS")] + "GS*HC*CLINIC*PAYER*20260131*0915*1*X*004010X098A1~\nST*837*0001~\nCLM*1~\nSE*3*0001~\nST*837*0002~\nSE*3*0002~\nGE*2*1~\nIEA*1*000000101~\n",
			[]string{"segment 1 (ST) no-guide", "segment 2 (SE01) segment-count"}},
		{"no SE", head("SE*150*0001~\n", ""), []string{fmt.Sprintf("byte %d (SE) missing-set-trailer", at("SE"))}},
		{"no GE", head(ge+"~\n", ""), []string{fmt.Sprintf("byte %d (GE) missing-group-trailer", at("GE"))}},
		{"no IEA", head("IEA*1*000000101~\n", ""), []string{fmt.Sprintf("byte %d (IEA) missing-interchange-trailer", at("IEA"))}},
		{"no GS", head(gs+"~\n", ""), []string{"segment 1 (GS) missing-group-header"}},
		{"no ST", head(st+"~\n", ""), []string{fmt.Sprintf("byte %d (BHT) segment-outside-set", at("ST"))}},
		{"SE alone", head(ge, "SE*1*0009~\n"+ge), []string{fmt.Sprintf("byte %d (ST) missing-set-header", at("GE"))}},
		{"stray segment", head(ge, "N3*X~\nN4*Y~\n"+ge), []string{fmt.Sprintf("byte %d (N3) segment-outside-set", at("GE"))}},
		{"set control twice", head(ge, set+"GE*2*11"), []string{"segment 1 (ST02) set-control-twice"}},
		{"group control twice", head("IEA*1", text[at("GS"):at("IEA")]+"IEA*2"), []string{fmt.Sprintf("byte %d (GS06) group-control-twice", at("IEA"))}},
		{"interchange twice", text + text, []string{fmt.Sprintf("byte %d (ISA13) interchange-control-twice", size)}},
		{"empty group", head("IEA*1", "GS*HC*CLINIC*PAYER*20260131*0915*12*X*005010X222A1~\nGE*0*12~\nIEA*2"),
			[]string{fmt.Sprintf("byte %d (GE) empty-group", at("IEA")+len("GS*HC*CLINIC*PAYER*20260131*0915*12*X*005010X222A1~\n"))}},
		{"empty interchange", text[:at("GS")] + "IEA*0*000000101~\n", []string{fmt.Sprintf("byte %d (IEA) empty-interchange", at("GS"))}},
		{"acknowledgement", text[:at("GS")] + "TA1*000000009*260130*1200*A*000~\nIEA*0*000000101~\n", nil},
		{"bad acknowledgement", text[:at("GS")] + "TA1*000000009*260130*1200*Q*000~\nIEA*0*000000101~\n", []string{fmt.Sprintf("byte %d (TA104) code-not-allowed", at("GS"))}},
		{"qualifier", head("*ZZ*CLINIC", "*QQ*CLINIC"), []string{"byte 0 (ISA05) code-not-allowed"}},
		{"date", head("*260131*0915*^", "*260231*0915*^"), []string{"byte 0 (ISA09) bad-date"}},
		{"time", head("*260131*0915*^", "*260131*0960*^"), []string{"byte 0 (ISA10) bad-time"}},
		{"test or production", head("*0*T*:", "*0*X*:"), []string{"byte 0 (ISA15) code-not-allowed"}},
		{"no sender", head("*ZZ*CLINIC         *", "*ZZ*               *"), []string{"byte 0 (ISA06) blank-element"}},
		{"group date", head("*20260131*091530*", "*20263131*091530*"), []string{fmt.Sprintf("byte %d (GS04) bad-date", at("GS"))}},
		{"truncated", text[:len(text)-9], []string{fmt.Sprintf("byte %d (IEA) unterminated-segment", at("IEA")), fmt.Sprintf("byte %d (IEA02) element-too-short", at("IEA")),
			fmt.Sprintf("byte %d (IEA02) interchange-control", at("IEA"))}},
		{"text after the end", text + "XX*1~", []string{fmt.Sprintf("byte %d text-after-end", size)}},
		{"nothing", "", []string{"error: x12: byte 0: the stream is empty; give an interchange that begins with ISA"}},
		{"no ISA", "GS*HC~", []string{"error: x12: byte 4: there is no ISA; give a whole interchange or read it as a fragment"}},
	} {
		t.Run(c.name, func(t *testing.T) { equal(t, "findings", validate(t, c.text, nil), c.want) })
	}
}

func TestValidateOptions(t *testing.T) {
	text := edit(t, professional(t), "AMT*T*1.5", "AMT*T*X", "DMG*D8*20150315*F", "DMG*D8*20150315*X")
	equal(t, "SNIP 1", validate(t, text, &x12.ValidateOptions{SNIP: 1}), []string{"segment 86 (2400 AMT02) bad-number"})

	body := text[strings.Index(text, "ST*"):strings.Index(text, "GE*")]
	equal(t, "fragment", validate(t, body, &x12.ValidateOptions{Reader: x12.ReaderOptions{Fragment: true}}),
		[]string{"byte 0 fragment", "segment 86 (2400 AMT02) bad-number", "segment 124 (2010CA DMG03) code-not-allowed"})

	stop := errors.New("enough")
	n := 0
	hook := &x12.ValidateOptions{Segment: func(s *x12.Segment, j *x12.Validator) error {
		if n++; n == 11 {
			loop, depth, ok := j.Place()
			if loop != "2010AA" || depth != 2 || !ok || s.Tag() != "NM1" {
				t.Errorf("segment 11 is %s in %q at depth %d", s.Tag(), loop, depth)
			}
			return stop
		}
		return nil
	}}
	for i, err := range x12.Validate(strings.NewReader(text), hook) {
		if err == nil && i.Code != x12.CodeLineBreak || err != nil && err != stop {
			t.Error(i, err)
		}
	}
	if n != 11 {
		t.Errorf("the hook saw %d segments", n)
	}
	seen := 0
	for range x12.Validate(strings.NewReader(strings.ReplaceAll(text, "*HC:", "*QQ:")), nil) {
		if seen++; seen == 2 {
			break
		}
	}
	if seen != 2 {
		t.Errorf("%d findings after a stop at two", seen)
	}
	for _, err := range x12.Validate(io.MultiReader(strings.NewReader(text[:500]), failing{}), nil) {
		if err != nil && err != errFull {
			t.Error(err)
		} else if err != nil {
			seen = 0
		}
	}
	if seen != 0 {
		t.Error("the error of the source is lost")
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errFull }

func TestTA1Notes(t *testing.T) {
	text := professional(t)
	for _, c := range []struct{ old, new, want string }{
		{"*ZZ*CLINIC", "*QQ*CLINIC", "005"},
		{"*0*T*:", "*0*X*:", "020"},
		{"IEA*1*", "IEA*2*", "021"},
		{"IEA*1*000000101", "IEA*1*000000102", "001"},
		{"SE*150*", "SE*151*", ""},
	} {
		for i, err := range x12.Validate(strings.NewReader(strings.Replace(text, c.old, c.new, 1)), nil) {
			if err != nil {
				t.Fatal(err)
			}
			if i.Severity == x12.Error && i.TA1() != c.want {
				t.Errorf("%s has the note %q, want %q", i, i.TA1(), c.want)
			}
		}
	}
}
