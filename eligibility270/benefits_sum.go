// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var one = decimal.New(1, 0)

// part says which figure of an accumulator or a limit a statement gives.
type part uint8

const (
	partBase part = iota
	partRemaining
	partUsed
	partNone
)

// partOf tells by the period (271-08, 271-09).
func partOf(period x12.Code) (p part, lifetime bool) {
	switch period {
	case PeriodRemaining:
		return partRemaining, false
	case PeriodLifetimeRemaining:
		return partRemaining, true
	case PeriodYearToDate:
		return partUsed, false
	case PeriodLifetime:
		return partBase, true
	case PeriodExceeded, PeriodNotExceeded:
		return partNone, false
	}
	return partBase, false
}

// figure is one amount or quantity of a group of statements that belong together.
type figure struct {
	at
	part   part
	value  decimal.Decimal
	unread bool // it was sent and could not be read: the value says nothing
}

// bundle is a group with at most one figure of each part.
type bundle struct {
	lifetime bool
	rows     [partNone][]figure // by part; more than one only when they are equal
}

// bundles puts the figures of a group together. When there are several of one
// part, only those with dates in common belong together; when there still are,
// nothing tells which belong together, and each stands alone.
func (s *selection) bundles(group []figure, lifetime bool) []bundle {
	if b, ok := oneBundle(group, lifetime); ok {
		return []bundle{b}
	}
	var order []string
	dated := map[string][]figure{}
	for _, f := range group {
		w, _ := windowOf(f.b.Dates, s.q.Date)
		k := w.From.String() + w.To.String()
		if _, ok := dated[k]; !ok {
			order = append(order, k)
		}
		dated[k] = append(dated[k], f)
	}
	var out []bundle
	for _, k := range order {
		if b, ok := oneBundle(dated[k], lifetime); ok {
			out = append(out, b)
			continue
		}
		for _, f := range dated[k] {
			b, _ := oneBundle([]figure{f}, lifetime)
			out = append(out, b)
		}
	}
	return out
}

func oneBundle(group []figure, lifetime bool) (b bundle, ok bool) {
	b.lifetime = lifetime
	for _, f := range group {
		if had := b.rows[f.part]; len(had) > 0 && (had[0].unread || f.unread || !had[0].value.Equal(f.value) || f.part == partBase && had[0].b.Period != f.b.Period) {
			return b, false
		}
		b.rows[f.part] = append(b.rows[f.part], f)
	}
	return b, true
}

// figures returns base, remaining and used as stated, and which statements told.
func (b *bundle) figures() (base, remaining, used decimal.NullDecimal, eb []int) {
	for p, to := range [...]*decimal.NullDecimal{&base, &remaining, &used} {
		for _, f := range b.rows[p] {
			*to = decimal.NullDecimal{Decimal: f.value, Valid: !f.unread}
			eb = append(eb, f.i+1)
		}
	}
	slices.Sort(eb)
	return base, remaining, used, eb
}

// unread returns which parts could not be read, and whether any could not.
func (b *bundle) unread() (parts [partNone]bool, some bool) {
	for p, rows := range b.rows {
		parts[p] = len(rows) > 0 && rows[0].unread
		some = some || parts[p]
	}
	return parts, some
}

// first is a statement of the bundle: of the base, when there is one.
func (b *bundle) first() figure {
	for _, rows := range b.rows {
		if len(rows) > 0 {
			return rows[0]
		}
	}
	return figure{}
}

// accumulators finds deductibles or out-of-pocket maximums, those of each level
// at the nearest service type that has any.
func (s *selection) accumulators(out *PlanBenefits, chain []x12.Code, kind x12.Code) []Accumulator {
	levelOf := func(b *Benefit) x12.Code {
		if Meaning(CodesLevel, b.Level) == "" {
			return "" // not stated, or nothing that is known
		}
		return b.Level
	}
	var levels []x12.Code
	for _, i := range s.p.rows {
		if b := &s.r.Benefits[i]; b.Kind == kind && !slices.Contains(levels, levelOf(b)) {
			levels = append(levels, levelOf(b))
		}
	}
	var list []Accumulator
	for _, level := range levels {
		var order []string
		groups := map[string][]figure{}
		for _, a := range s.find(chain, func(b *Benefit) bool { return b.Kind == kind && levelOf(b) == level && b.hasAmount() }) {
			p, lifetime := partOf(a.b.Period)
			if p == partNone {
				out.Others = append(out.Others, statementOf(a))
				continue
			}
			key := s.same(a)
			if lifetime {
				key += "|lifetime"
			}
			if _, ok := groups[key]; !ok {
				order = append(order, key)
			}
			groups[key] = append(groups[key], figure{a, p, a.b.Amount.Decimal, a.b.unread(7)})
		}
		for _, key := range order {
			for _, b := range s.bundles(groups[key], strings.HasSuffix(key, "|lifetime")) {
				list = append(list, s.accumulator(out, &b))
			}
		}
	}
	return list
}

func (s *selection) accumulator(out *PlanBenefits, b *bundle) Accumulator {
	f := b.first()
	acc := Accumulator{
		Level: f.b.Level, ServiceType: f.t, Network: f.b.Network, Lifetime: b.lifetime,
		Places: f.b.places(), Messages: f.b.Messages, PlanNotStated: s.p.shared[f.i],
	}
	acc.Base, acc.Remaining, acc.YearToDate, acc.EB = b.figures()
	acc.unread, acc.Unreadable = b.unread()
	if len(b.rows[partBase]) > 0 {
		acc.Period = f.b.Period
	}
	acc.Dates, _ = windowOf(f.b.Dates, s.q.Date)
	disagree := false
	switch {
	case acc.Base.Valid && acc.Base.Decimal.IsZero() && !acc.Remaining.Valid && !acc.Unreadable:
		acc.Remaining, acc.Met, acc.Derived = acc.Base, acc.Base, true // of nothing, nothing is left
	case acc.Base.Valid && acc.Remaining.Valid:
		met := acc.Base.Decimal.Sub(acc.Remaining.Decimal)
		if disagree = met.IsNegative(); !disagree {
			acc.Met = decimal.NewNullDecimal(met)
		}
		disagree = disagree || acc.YearToDate.Valid && !acc.YearToDate.Decimal.Equal(met)
	case acc.YearToDate.Valid:
		acc.Met = acc.YearToDate
		if acc.Base.Valid && !acc.Unreadable {
			acc.Remaining = decimal.NewNullDecimal(decimal.Max(decimal.Zero, acc.Base.Decimal.Sub(acc.YearToDate.Decimal)))
			acc.Derived = true
		}
	}
	if disagree {
		out.Notes = append(out.Notes, Note{NoteFiguresDisagree, "what is left, what was used and the whole do not fit each other", acc.EB[0]})
	}
	return acc
}

// limits finds how much is covered: visits, days, amounts.
func (s *selection) limits(chain []x12.Code) []Limit {
	var out []Limit
	for _, kind := range [...]x12.Code{BenefitLimitations, BenefitUnlimited, BenefitReserve} {
		var order []string
		groups := map[string][]figure{}
		units := map[string][]string{} // keys with a unit, by what they have in common besides it
		for _, a := range s.each(chain, func(b *Benefit) bool { return b.Kind == kind }) {
			figures := limitFigures(a)
			if len(figures) == 0 {
				out = append(out, s.limit(kind, "", a, nil))
			}
			for _, f := range figures {
				key := string(f.unit) + "|" + s.same(a)
				if f.lifetime {
					key += "|lifetime"
				}
				rest := strings.TrimPrefix(key, string(f.unit))
				if list := units[rest]; f.unit == QuantityUsed && len(list) == 1 {
					key = list[0] // the only limit that it can be of
				}
				if _, ok := groups[key]; !ok {
					order = append(order, key)
					if f.unit != "" {
						units[rest] = append(units[rest], key)
					}
				}
				groups[key] = append(groups[key], f.figure)
			}
		}
		for _, key := range order {
			unit, _, _ := strings.Cut(key, "|")
			for _, b := range s.bundles(groups[key], strings.HasSuffix(key, "|lifetime")) {
				out = append(out, s.limit(kind, x12.Code(unit), b.first().at, &b))
			}
		}
	}
	return out
}

type limitFigure struct {
	figure
	unit     x12.Code
	lifetime bool
}

// limitFigures are the quantity of a statement, else its amount, else what its
// HSD says (271-14).
func limitFigures(a at) []limitFigure {
	b := a.b
	p, lifetime := partOf(b.Period)
	if p == partNone {
		return nil
	}
	switch {
	case b.hasQuantity():
		if b.QuantityType == QuantityUsed {
			p = partUsed
		}
		return []limitFigure{{figure{a, p, b.Quantity.Decimal, b.unread(10)}, b.QuantityType, lifetime}}
	case b.hasAmount():
		return []limitFigure{{figure{a, p, b.Amount.Decimal, b.unread(7)}, "", lifetime}}
	}
	var out []limitFigure
	for i, d := range b.Deliveries {
		unread := b.unreadDelivery(i, 2)
		if !d.Quantity.Valid && !unread || d.Every != "" {
			continue
		}
		if d.Period != "" {
			p, lifetime = partOf(d.Period)
		}
		if p != partNone {
			out = append(out, limitFigure{figure{a, p, d.Quantity.Decimal, unread}, d.QuantityType, lifetime})
		}
	}
	return out
}

func (s *selection) limit(kind, unit x12.Code, a at, b *bundle) Limit {
	l := Limit{
		Kind: kind, ServiceType: a.t, Level: a.b.Level, Network: a.b.Network, Unit: unit, Deliveries: a.b.Deliveries,
		Places: a.b.places(), Messages: a.b.Messages, PlanNotStated: s.p.shared[a.i], EB: []int{a.i + 1},
	}
	l.Dates, _ = windowOf(a.b.Dates, s.q.Date)
	if b != nil {
		l.Base, l.Remaining, l.Used, l.EB = b.figures()
		l.unread, l.Unreadable = b.unread()
		l.Lifetime = b.lifetime
		if rows := b.rows[partBase]; len(rows) > 0 {
			l.Period = rows[0].b.Period
			if l.Period == "" && len(a.b.Deliveries) == 1 {
				l.Period = a.b.Deliveries[0].Period
			}
		}
		switch {
		case !l.Base.Valid:
		case l.Remaining.Valid && !l.Used.Valid && !l.unread[partUsed]:
			if used := l.Base.Decimal.Sub(l.Remaining.Decimal); !used.IsNegative() {
				l.Used = decimal.NewNullDecimal(used)
			}
		case l.Used.Valid && !l.Remaining.Valid && !l.Unreadable:
			l.Remaining = decimal.NewNullDecimal(decimal.Max(decimal.Zero, l.Base.Decimal.Sub(l.Used.Decimal)))
		}
	}
	var often []string
	for i, d := range a.b.Deliveries {
		if d.Every == "" {
			continue
		}
		unread := func(element int) bool { return a.b.unreadDelivery(i, element) }
		l.Unreadable = l.Unreadable || unread(2) || unread(4) || unread(6)
		often = append(often, d.words(unread))
	}
	l.Words = l.words(often)
	return l
}

// words tells a limit for people; often is how often it may be had.
func (l *Limit) words(often []string) string {
	if l.Kind == BenefitUnlimited {
		return "unlimited"
	}
	quantity := func(v decimal.NullDecimal) string {
		switch {
		case !v.Valid:
			return unreadable
		case l.Unit == "":
			return usd(v.Decimal)
		}
		return v.Decimal.String()
	}
	unit := Meaning(CodesQuantity, l.Unit)
	var parts []string
	if l.Base.Valid || l.unread[partBase] {
		w := quantity(l.Base)
		switch l.Unit {
		case QuantityAgeHigh, QuantityAgeLow, QuantityMinimum, QuantityMaximum:
			w = unit + " " + w
		default:
			w = strings.TrimSpace(w + " " + unit)
		}
		parts = append(parts, w+perPeriod(l.Period))
	}
	if l.Remaining.Valid || l.unread[partRemaining] {
		w := quantity(l.Remaining)
		if !l.Base.Valid && !l.unread[partBase] {
			w = strings.TrimSpace(w + " " + unit)
		}
		parts = append(parts, w+" left")
	} else if l.Used.Valid || l.unread[partUsed] {
		parts = append(parts, quantity(l.Used)+" used")
	}
	return strings.Join(append(parts, often...), ", ")
}

// unreadDelivery reports whether an element of HSD i was sent and could not be read.
func (b *Benefit) unreadDelivery(i, element int) bool {
	return slices.Contains(x12.UnreadEntries(b.Rest, "HSD", element), i)
}

// String tells a delivery for people: "12 visits every 3 weeks".
func (d Delivery) String() string { return d.words(func(int) bool { return false }) }

// words is String of a delivery some of whose elements could not be read.
func (d Delivery) words(unread func(element int) bool) string {
	var parts []string
	if d.Quantity.Valid || unread(2) {
		quantity := unreadable
		if d.Quantity.Valid {
			quantity = d.Quantity.Decimal.String()
		}
		parts = append(parts, quantity, Meaning(CodesQuantity, d.QuantityType))
	}
	if d.Every != "" {
		every := Meaning(CodesEvery, d.Every)
		switch {
		case unread(4):
			every = unreadable + " " + every + "s"
		case d.EveryCount.Valid && !d.EveryCount.Decimal.Equal(one):
			every = d.EveryCount.Decimal.String() + " " + every + "s"
		}
		parts = append(parts, "every "+every)
	}
	if d.Period != "" {
		period := Meaning(CodesPeriod, d.Period)
		switch {
		case unread(6):
			parts = append(parts, "for "+unreadable+" "+period+"s")
		case d.Periods.Valid && !d.Periods.Decimal.Equal(one):
			parts = append(parts, "for "+d.Periods.Decimal.String()+" "+period+"s")
		case d.Periods.Valid:
			parts = append(parts, "for a "+period)
		default:
			parts = append(parts, "each "+period)
		}
	}
	return strings.Join(parts, " ")
}
