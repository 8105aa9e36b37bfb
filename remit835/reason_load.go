// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bufio"
	_ "embed" // the default tables
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/x12"
)

//go:embed reasons/carc.tsv
var carcTable string

//go:embed reasons/rarc.tsv
var rarcTable string

//go:embed reasons/other.tsv
var otherTable string

var defaultReasons = sync.OnceValue(func() *Reasons {
	rs, err := LoadReasons(io.MultiReader(strings.NewReader(carcTable), strings.NewReader(rarcTable), strings.NewReader(otherTable)))
	if err != nil {
		panic(err) // a test reads them
	}
	return rs
})

// DefaultReasons returns the table that comes with the package: every claim
// adjustment reason code, the frequent remark codes, and the reasons of provider
// adjustments, in words of our own.
func DefaultReasons() *Reasons { return defaultReasons() }

// LoadReasons reads a table that replaces the default one. It is text of seven or
// eight columns with tabs between them; empty lines and lines that begin with #
// say nothing:
//
//	list  code  group  class  next  flags  words  step
//
// list is carc, rarc, plb, status or group. class is a [Class], next a [Next], and
// step its words when those of Next.Words are too general. A carc row with a group
// holds for that group before the row without; of a plb row the group is the sign,
// + or -, of the amounts that it holds for. No row makes what another group than
// PR holds the patient's. Flags stand with spaces between them:
//
//	carc  general     a remark decides class and next step
//	      remark      a remark is demanded
//	      only=CO,PR  groups that the code may stand with
//	      part=NAME   the part that it moves, whatever group and class say
//	      retired     no longer in use
//	      work        worth working at although the next step closes it
//	      medicare    the row holds for Original Medicare only, before all others
//	      protected   the patient is a Qualified Medicare Beneficiary: never billed
//	                  to him, whatever the group
//	rarc  alert       informs and never decides
//	      decides     its next step holds for every reason, not for general ones only
//	      new         the next step is a new claim, not a replacement
//	      noappeal    its next step stands in for an appeal
//	      crossover   the claim went on to another payer
//	      relieves    the patient is not liable, whatever the group
//	      nobalance   balance billing is forbidden: nothing above the allowed
//	                  amount is the patient's
//	      protects    the patient is a Qualified Medicare Beneficiary
//	      split       the claim or the line was split
//	plb   + - +-      usually lowers the payment, raises it, either
//	      ref         a reference is expected
//
// A row that cannot be read and a second row for the same code are errors, with
// the number of the line.
func LoadReasons(r io.Reader) (*Reasons, error) {
	rs := &Reasons{
		adjustments: make(map[reasonKey]adjustmentRow), remarks: make(map[x12.Code]remarkRow),
		provider: make(map[reasonKey]ProviderReason), words: make(map[reasonKey]string),
	}
	if err := rs.load(r, nil); err != nil {
		return nil, err
	}
	return rs, nil
}

// With returns a table that has the rows of r before those of rs.
func (rs *Reasons) With(r io.Reader) (*Reasons, error) {
	rs = rs.table()
	out := &Reasons{
		adjustments: maps.Clone(rs.adjustments), remarks: maps.Clone(rs.remarks),
		provider: maps.Clone(rs.provider), words: maps.Clone(rs.words),
	}
	if err := out.load(r, make(map[string]bool)); err != nil {
		return nil, err
	}
	return out, nil
}

// load adds rows; seen holds those of this call, nil when all rows are of it.
func (rs *Reasons) load(r io.Reader, seen map[string]bool) error {
	if r == nil {
		return errors.New("remit835: reasons: there is nothing to read; give an io.Reader that is not nil")
	}
	if seen == nil {
		seen = make(map[string]bool)
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := rs.row(strings.Split(line, "\t"), seen); err != nil {
			return fmt.Errorf("remit835: reasons, line %d: %w", n, err)
		}
	}
	return lines.Err()
}

func (rs *Reasons) row(c []string, seen map[string]bool) error {
	if len(c) != 7 && len(c) != 8 {
		return fmt.Errorf("%d columns, want 7 or 8", len(c))
	}
	list, code, group, words, step := c[0], x12.Code(c[1]), x12.Code(c[2]), c[6], ""
	if len(c) == 8 {
		step = c[7]
	}
	if code == "" || words == "" {
		return errors.New("a code and words are needed")
	}
	flags := strings.Fields(c[5])
	id := strings.Join(c[:3], "\t")
	if slices.Contains(flags, "medicare") {
		id += "\tmedicare"
	}
	if seen[id] {
		return fmt.Errorf("%s %s has a row already", list, code)
	}
	seen[id] = true
	switch {
	case group == "" || list == "carc" || list == "plb" && (group == "+" || group == "-"):
	case list == "plb":
		return errors.New("the group of a plb row is none of + and -")
	default:
		return fmt.Errorf("a row of %s has no group", list)
	}
	switch list {
	case "carc":
		row := adjustmentRow{class: Class(c[3]), next: Next(c[4]), words: words, step: step}
		if row.class == "" || !row.next.known() {
			return errors.New("class or next step is missing or not known")
		}
		err := setFlags(flags, row.flag)
		rs.adjustments[reasonKey{group, code, row.medicare}] = row
		return err
	case "rarc":
		row := remarkRow{RemarkInfo: RemarkInfo{Words: words}, class: Class(c[3]), next: Next(c[4]), step: step}
		if row.next != "" && !row.next.known() || row.class != "" && row.next == "" {
			return errors.New("next step is missing or not known")
		}
		err := setFlags(flags, row.flag)
		if row.next == "" && (row.decides || row.noAppeal) {
			return errors.New("a remark that decides needs a next step")
		}
		rs.remarks[code] = row
		return err
	case "plb":
		row := ProviderReason{Code: code, Class: c[3], Known: true, Words: words}
		err := setFlags(flags, row.flag)
		rs.provider[reasonKey{group: group, code: code}] = row
		return err
	case "status", "group":
		rs.words[reasonKey{group: x12.Code(list), code: code}] = words
		return setFlags(flags, func(name, _ string) bool { return name == "retired" })
	}
	return errors.New("the list is none of carc, rarc, plb, status and group")
}

func setFlags(flags []string, set func(name, value string) bool) error {
	for _, f := range flags {
		name, value, _ := strings.Cut(f, "=")
		if !set(name, value) {
			return fmt.Errorf("flag %q is not known", f)
		}
	}
	return nil
}

func (a *adjustmentRow) flag(name, value string) bool {
	switch name {
	case "general":
		a.general = true
	case "remark":
		a.remark = true
	case "retired":
		a.retired = true
	case "work":
		a.work = true
	case "medicare":
		a.medicare = true
	case "protected":
		a.protected = true
	case "part":
		a.hasPart = true
		return a.part.UnmarshalText([]byte(value)) == nil
	case "only":
		for g := range strings.SplitSeq(value, ",") {
			a.only = append(a.only, x12.Code(g))
		}
	default:
		return false
	}
	return true
}

func (r *remarkRow) flag(name, _ string) bool {
	switch name {
	case "alert":
		r.Alert = true
	case "relieves":
		r.Relieves = true
	case "nobalance":
		r.NoBalance = true
	case "protects":
		r.Protects = true
	case "crossover":
		r.Crossover = true
	case "split":
		r.Split = true
	case "decides":
		r.decides = true
	case "noappeal":
		r.noAppeal = true
	case "new":
		r.fresh = true
	default:
		return false
	}
	return true
}

func (p *ProviderReason) flag(name, _ string) bool {
	switch name {
	case "+":
		p.Lowers = true
	case "-":
		p.Raises = true
	case "+-":
		p.Lowers, p.Raises = true, true
	case "ref":
		p.Reference = true
	default:
		return false
	}
	return true
}
