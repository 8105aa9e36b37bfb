// SPDX-License-Identifier: Apache-2.0

package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	isa = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*0900*^*00501*000000001*0*T*:~"
	gs  = "GS*HC*SENDER*RECEIVER*20260131*0900*1*X*005010X222A1~"
	set = "ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*0900*CH~NM1*41*2*SENDER*****46*S1~PER*IC*ANN*TE*5551234567~" +
		"NM1*40*2*RECEIVER*****46*R1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~N4*ALBANY*NY*122071234~REF*EI*123456789~" +
		"HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*W123~N3*2 ELM ST~N4*ALBANY*NY*12207~DMG*D8*19800101*F~NM1*PR*2*PAYER*****PI*P1~" +
		"CLM*A1*150.00***11:B:1*Y*A*Y*Y~HI*ABK:J069~LX*1~SV1*HC:99213*150.00*UN*1***1~DTP*472*D8*20260105~"
	se   = "SE*23*0001~"
	ends = "GE*1*1~IEA*1*000000001~"
	good = isa + gs + set + se + ends
)

// oddities are files that stretch what a record can hold.
var oddities = func() map[string]string {
	all := claimOddities()
	maps.Copy(all, remitOddities())
	maps.Copy(all, eligibilityOddities())
	return all
}()

func claimOddities() map[string]string {
	return map[string]string{
		"good":                      good,
		"line breaks":               strings.ReplaceAll(good, "~", "~\n"),
		"CRLF":                      strings.ReplaceAll(good, "~", "~\r\n"),
		"BOM":                       "\xef\xbb\xbf" + good,
		"no trailers":               isa + gs + set,
		"no SE":                     isa + gs + set + ends,
		"no GE":                     isa + gs + set + se + "IEA*1*000000001~",
		"wrong counts":              isa + gs + set + "SE*99*0001~GE*7*1~IEA*3*000000001~",
		"other controls":            isa + gs + set + "SE*23*0002~GE*1*9~IEA*1*000000007~",
		"leading zeros":             isa + gs + set + "SE*0023*0001~GE*01*1~IEA*001*000000001~",
		"trailers with more":        isa + gs + set + "SE*23*0001*X~GE*1*1*Y~IEA*1*000000001*Z~",
		"trailers with less":        isa + gs + set + "SE*23~GE~IEA~",
		"two interchanges":          good + "\r\n" + strings.NewReplacer("*", "|", ":", ">", "^", "!", "~", "'").Replace(good),
		"two sets":                  isa + gs + set + se + strings.ReplaceAll(set+se, "0001", "0002") + "GE*2*1~IEA*1*000000001~",
		"set without SE, then one":  isa + gs + set + strings.ReplaceAll(set+se, "0001", "0002") + ends,
		"no sets":                   isa + gs + ends,
		"no groups":                 isa + "IEA*0*000000001~",
		"TA1":                       isa + "TA1*000000001*260131*0900*A*000~" + gs + set + se + ends,
		"segments between sets":     isa + gs + "ZZZ*1~" + set + se + "ZZZ*2~" + "GE*1*1~ZZZ*3~IEA*1*000000001~",
		"empty set":                 isa + gs + "ST*837*0001*005010X222A1~SE*2*0001~" + ends,
		"header alone":              isa + gs + "ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*0900*CH~SE*3*0001~" + ends,
		"other set":                 isa + "GS*BE*A*B*20260131*0900*1*X*005010X220A1~ST*834*0001*005010X220A1~BGN*00*1*20260131~SE*3*0001~" + ends,
		"other set without SE":      isa + "GS*BE*A*B*20260131*0900*1*X*005010X220A1~ST*834*0001~BGN*00*1^2*20260131:A:B~" + ends,
		"other set, empty":          isa + "GS*BE*A*B*20260131*0900*1*X*005010X220A1~ST*834*0001~SE*2*0001~" + ends,
		"raw before the claims":     isa + gs + strings.Replace(set, "HL*1", "ZZZ*1~HL*1", 1) + se + ends,
		"raw first":                 isa + gs + strings.Replace(set, "BHT*", "ZZZ*1~BHT*", 1) + se + ends,
		"raw in the claim":          isa + gs + strings.Replace(set, "HI*ABK", "ZZZ*A:B^C*~HI*ABK", 1) + se + ends,
		"bad amount":                isa + gs + strings.Replace(set, "*150.00*", "*1,50.00*", 1) + se + ends,
		"claim without levels":      isa + gs + "ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*0900*CH~CLM*A*1***11:B:1*Y*A*Y*Y~SE*4*0001~" + ends,
		"levels without claims":     isa + gs + set[:strings.Index(set, "CLM*")] + "SE*18*0001~" + ends,
		"two payers' subscribers":   isa + gs + set + strings.Replace(set[strings.Index(set, "HL*2"):], "HL*2", "HL*3", 1) + "SE*35*0001~" + ends,
		"subscriber first":          isa + gs + strings.Replace(set, "HL*1**20*1~", "", 1) + se + ends,
		"Latin-1":                   strings.ReplaceAll(good, "JANE", "JOS\xc9"),
		"private use":               strings.ReplaceAll(good, "JANE", "\xef\x9e\x80\xef\x9f\xbf\xef"),
		"terminator of two bytes":   strings.ReplaceAll(good, "~", "\xc2\xa7"),
		"newline is the terminator": strings.ReplaceAll(good, "~", "\n"),
		"no repetition separator":   strings.Replace(good, "*^*00501", "*U*00401", 1),
		"short ISA":                 strings.Replace(good, "SENDER         ", "SENDER", 1),
		"fragment":                  gs + set + se + "GE*1*1~",
		"fragment of a set":         set + se,
		"fragment of a claim":       set[strings.Index(set, "CLM*"):],
		"fragment with trailers":    set + se + ends,
		"fragment, two groups":      gs + set + se + "GE*1*1~" + gs + set + "GE*1*1~" + set + se,
		"fragment and interchange":  set + se + good,
		"nothing":                   "",
		"no X12":                    "hello",
		"text after the end":        good + "hello~",
		"wrapped":                   wrap(good),
	}
}

// remittance is a remittance that balances, without its envelope.
const (
	remitGS    = "GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~"
	remittance = "ST*835*0001~BPR*I*80*C*CHK************20260305~TRN*1*CHECK1*1999999999~DTM*405*20260303~N1*PR*PLAN*XV*12345~N3*1 PLAN WAY~" +
		"N4*DENVER*CO*80202~PER*BL*EDI DESK*TE*3035550102~N1*PE*CLINIC*XX*1234567893~REF*TJ*123456789~LX*1~" +
		"CLP*A1*1*150.00*100*20*12*ICN1*11*1~NM1*QC*1*DOE*JANE****MI*W123~SVC*HC:99213*150.00*100~DTM*472*20260105~CAS*CO*45*30~CAS*PR*1*10**2*10~" +
		"REF*6R*1~PLB*1234567893*20261231*WO:ICN0*20~"
	remitSE = "SE*20*0001~"
)

// remitOddities are the oddities of remittances.
func remitOddities() map[string]string {
	header := strings.Replace(remittance, "LX*1~", "LX*1~TS3*1234567893*11*20261231*0*0~LX*2~", 1)
	return map[string]string{
		"remittance":                  isa + remitGS + remittance + remitSE + ends,
		"remittance without SE":       isa + remitGS + remittance + ends,
		"remittance, empty":           isa + remitGS + "ST*835*0001~SE*2*0001~" + ends,
		"remittance, headless":        isa + remitGS + "ST*835*0001~" + remittance[strings.Index(remittance, "CLP*"):] + ends,
		"remittance without claims":   isa + remitGS + remittance[:strings.Index(remittance, "LX*")] + remittance[strings.Index(remittance, "PLB*"):] + ends,
		"remittance without PLB":      isa + remitGS + remittance[:strings.Index(remittance, "PLB*")] + "SE*19*0001~" + ends,
		"remittance, header alone":    isa + remitGS + header + "SE*22*0001~" + ends,
		"remittance, raw after PLB":   isa + remitGS + remittance + "ZZZ*1~PLB*1*20261231*L6*-1~ZZZ*2~" + remitSE + ends,
		"remittance, claim after PLB": isa + remitGS + remittance + remittance[strings.Index(remittance, "LX*"):] + remitSE + ends,
		"remittance, trios":           isa + remitGS + strings.Replace(remittance, "CAS*PR*1*10**2*10~", "CAS*PR*****2*10**1*10~CAS*PR*3*0~", 1) + remitSE + ends,
		"claims, then a remittance":   isa + gs + set + se + "GE*1*1~" + remitGS + remittance + remitSE + "GE*1*1~" + "IEA*2*000000001~",
		"one group, all kinds":        isa + gs + set + se + strings.Replace(remittance, "0001~", "0002*005010X221A1~", 1) + "SE*20*0002~" + "ST*834*3~SE*2*3~" + set + se + "GE*4*1~IEA*1*000000001~",
		"remittance, fragment":        remitGS + remittance + remitSE,
	}
}

// wrap breaks lines after 80 bytes.
func wrap(s string) string {
	var b strings.Builder
	for ; len(s) > 80; s = s[80:] {
		b.WriteString(s[:80] + "\n")
	}
	return b.String() + s
}

// samples returns the golden files of the project.
func samples(t *testing.T) map[string][]byte {
	out := map[string][]byte{"good": []byte(good)}
	for _, pattern := range []string{
		"../../testdata/*.837", "../../testdata/*.edi", "../../testdata/*/*.837", "../../testdata/*/*.edi", "../../testdata/*/*/*.edi", "testdata/*.edi", "../../claim837/testdata/*.edi", "../../claim837/testdata/*/*.edi",
		"../../remit835/testdata/*.edi", "../../remit835/testdata/*/*.edi", "../../eligibility270/testdata/*.edi", "../../eligibility270/testdata/*/*.edi",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out[f] = data
		}
	}
	return out
}
