// SPDX-License-Identifier: Apache-2.0

package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
)

// beneficiaryMark tells a file of beneficiaries.
const beneficiaryMark = "BENE_SRNM"

// person is a beneficiary as a row of a year has it.
type person struct {
	year     int
	last     string
	first    string
	middle   string
	birth    string
	sex      string
	death    string
	memberID string
	address  encounter.PostalAddress
}

// people are all beneficiaries: a person may have a row for each year.
type people struct {
	byID map[string][]person
	rows int
}

// read takes the rows of a beneficiary file. A later row of the same person and
// year replaces the earlier one.
func (p *people) read(t *table) error {
	if err := t.need("BENE_ID", "BENE_SRNM_NAME", "BENE_GVN_NAME", "BENE_BIRTH_DT", "BENE_SEX_IDENT_CD"); err != nil {
		return err
	}
	if p.byID == nil {
		p.byID = make(map[string][]person)
	}
	for {
		r, ok, err := t.next()
		if err != nil || !ok {
			return err
		}
		p.rows++
		v := person{
			last: r.get("BENE_SRNM_NAME"), first: r.get("BENE_GVN_NAME"), middle: r.get("BENE_MDL_NAME"),
			birth: r.get("BENE_BIRTH_DT"), sex: r.get("BENE_SEX_IDENT_CD"), death: r.get("DEATH_DT"),
			memberID: first(r.get("MBI_NUM"), r.get("BENE_CRNT_HIC_NUM")),
			address:  homeOf(r),
		}
		v.year, _ = strconv.Atoi(r.get("RFRNC_YR"))
		v.detach()
		id := strings.Clone(r.get("BENE_ID"))
		list := p.byID[id]
		if i := slices.IndexFunc(list, func(o person) bool { return o.year == v.year }); i >= 0 {
			list[i] = v
			continue
		}
		p.byID[id] = append(list, v)
	}
}

// detach makes the fields independent of the long row that they stand in.
func (p *person) detach() {
	a := &p.address
	for _, s := range []*string{&p.last, &p.first, &p.middle, &p.birth, &p.sex, &p.death, &p.memberID,
		&a.Line1, &a.Line2, &a.City, &a.State, &a.Zip} {
		*s = strings.Clone(*s)
	}
}

// of returns the row of a person for a year, or that of the nearest year: of two
// that are as near, the later one.
func (p *people) of(id string, year int) (*person, bool) {
	var best *person
	for i := range p.byID[id] {
		v := &p.byID[id][i]
		if best == nil || distance(v.year, year) < distance(best.year, year) ||
			distance(v.year, year) == distance(best.year, year) && v.year > best.year {
			best = v
		}
	}
	return best, best != nil
}

func distance(a, b int) int { return max(a-b, b-a) }

// homeOf is where a beneficiary lives, as far as the row says.
func homeOf(r row) encounter.PostalAddress {
	a := encounter.PostalAddress{Line1: r.get("DRVD_LINE_1_ADR"), City: r.get("CITY_NAME"), State: r.get("STATE_CD")}
	var more []string
	for _, c := range []string{"DRVD_LINE_2_ADR", "DRVD_LINE_3_ADR", "DRVD_LINE_4_ADR", "DRVD_LINE_5_ADR", "DRVD_LINE_6_ADR"} {
		if v := r.get(c); v != "" {
			more = append(more, v)
		}
	}
	a.Line2 = strings.Join(more, " ")
	if len(a.State) != 2 || !letters(a.State) {
		a.State = stateOf(first(r.get("STATE_CODE"), a.State))
	}
	a.Zip = zipOf(first(r.get("BENE_ZIP_CD"), r.get("STATE_CNTY_ZIP_CD")), a.State)
	return a
}

// patient puts a beneficiary into an encounter.
func (d *draft) patient(p *person) {
	e := &d.encounter
	e.Patient = encounter.Person{LastName: p.last, FirstName: p.first, MiddleName: p.middle, Address: p.address}
	e.Patient.BirthDate = d.date(p.birth, "patient.birthDate")
	e.Patient.DeathDate = d.date(p.death, "patient.deathDate")
	switch p.sex {
	case "0":
		e.Patient.Sex = "unknown"
	case "1":
		e.Patient.Sex = "male"
	case "2":
		e.Patient.Sex = "female"
	case "":
	default:
		d.find(codeUnreadable, "patient.sex", p.sex)
	}
	if p.memberID != "" && !isMBI(p.memberID) {
		d.note("the member id of the beneficiary file does not have the form of an MBI")
	}
}

// isMBI reports whether an id has the form of CMS's: eleven characters, letters
// without S L O I B Z, each place its kind.
func isMBI(s string) bool {
	const form = "NAXNAXNAANN" // N digit, A letter, X either
	if len(s) != len(form) || s[0] == '0' {
		return false
	}
	for i := range form {
		digit := s[i] >= '0' && s[i] <= '9'
		letter := s[i] >= 'A' && s[i] <= 'Z' && !strings.ContainsRune("SLOIBZ", rune(s[i]))
		if !(digit && form[i] != 'A' || letter && form[i] != 'N') {
			return false
		}
	}
	return true
}

// date reads a date of the files, and finds one that cannot be read.
func (d *draft) date(s, path string) x12.Date {
	v, ok := dateOf(s)
	if !ok {
		d.find(codeUnreadable, path, s)
	}
	return v
}
