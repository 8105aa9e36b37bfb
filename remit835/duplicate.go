// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"encoding/binary"
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/internal/money"
	"github.com/shopspring/decimal"
)

// Duplicates remembers which payments and claim payments were read, so that one
// that comes a second time is noticed: in the same remittance, in another of the
// same file, or in another file whose Checker shares the Duplicates.
//
// A payment is the same when payer, payee, trace number (TRN02), date (BPR16) and
// amount (BPR02) are; one of nothing, or with another date, only when its claims
// are the same, too. A claim payment is the same when payer, payee, CLP01, CLP07,
// status, patient, dates, amounts, lines and adjustments are. A correction after
// its reversal is no duplicate, whatever it pays, and neither are parts of a claim
// that say so (MA15) or what another payer pays for the same claim.
//
// Memory is bounded: it keeps 64-bit fingerprints with their places, of at least
// the last window and at most twice as many claim payments, and of as many
// payments. What is further back is not noticed. It serves one goroutine.
type Duplicates struct {
	window   int
	seed     maphash.Seed
	text     []byte // of the fingerprint that is made
	claims   recent
	payments recent
	sources  []string
	set      uint32 // remittances so far
}

// DefaultDuplicates is the window of a Duplicates that is given none.
const DefaultDuplicates = 1 << 15

// NewDuplicates returns a Duplicates with the window, 0 for DefaultDuplicates.
func NewDuplicates(window int) *Duplicates {
	return &Duplicates{window: window}
}

// Origin is where something was read before.
type Origin struct {
	Source string // CheckerOptions.Source of its Checker
	At     At     // Payment is 0 for a remittance as a whole
}

// String returns the place in words: "claim payment 3 in set 2 of june.835".
func (o Origin) String() string {
	text := "set " + strconv.Itoa(o.At.Set)
	if o.At.Payment > 0 {
		text = "claim payment " + strconv.Itoa(o.At.Payment) + " in " + text
	}
	if o.At.Group > 1 {
		text += " of group " + strconv.Itoa(o.At.Group)
	}
	if o.At.Interchange > 1 {
		text += " of interchange " + strconv.Itoa(o.At.Interchange)
	}
	if o.Source != "" {
		text += " of " + o.Source
	}
	return text
}

// sighting is what is remembered with a fingerprint. It is small: there is one
// for each claim payment.
type sighting struct {
	at       [5]uint32 // At
	source   uint32    // in sources
	set      uint32    // which remittance of all
	status   uint32    // of a claim payment
	again    uint16    // duplicates that were not taken back
	reversed bool
}

// recent is a map that forgets what is old.
type recent struct{ now, before map[uint64]sighting }

func (r *recent) get(key uint64) (sighting, bool) {
	s, ok := r.now[key]
	if !ok {
		s, ok = r.before[key]
	}
	return s, ok
}

func (r *recent) put(key uint64, s sighting, window int) {
	if r.now == nil || len(r.now) >= window {
		r.before, r.now = r.now, make(map[uint64]sighting)
	}
	r.now[key] = s
}

func (d *Duplicates) limit() int {
	if d.window <= 0 {
		return DefaultDuplicates
	}
	return d.window
}

func (d *Duplicates) sighting(source string, at At) sighting {
	if n := len(d.sources); n == 0 || d.sources[n-1] != source {
		d.sources = append(d.sources, source)
	}
	return sighting{
		at:     [5]uint32{uint32(at.Interchange), uint32(at.Group), uint32(at.Set), uint32(at.Header), uint32(at.Payment)},
		source: uint32(len(d.sources) - 1), set: d.set,
	}
}

func (d *Duplicates) origin(s sighting) *Origin {
	return &Origin{
		Source: d.sources[s.source],
		At:     At{int(s.at[0]), int(s.at[1]), int(s.at[2]), int(s.at[3]), int(s.at[4])},
	}
}

// start begins a fingerprint.
func (d *Duplicates) start() {
	if d.seed == (maphash.Seed{}) {
		d.seed = maphash.MakeSeed()
	}
	d.text = d.text[:0]
}

func (d *Duplicates) sum() uint64 { return maphash.Bytes(d.seed, d.text) }

// add adds texts to the fingerprint, so that each ends before the next begins.
func (d *Duplicates) add(s string) { d.text = append(append(d.text, s...), 0) }

// mark parts lists from what comes after them.
func (d *Duplicates) mark() { d.text = append(d.text, 1) }

// number adds a number to the fingerprint, by its value.
func (d *Duplicates) number(n int64) { d.text = binary.LittleEndian.AppendUint64(d.text, uint64(n)) }

// amount adds an amount to the fingerprint by its value, 80 as 80.00; negated
// when it is of a reversal.
func (d *Duplicates) amount(a decimal.Decimal, negated bool) {
	if c, ok := money.Cents(a); ok {
		if negated {
			c = -c
		}
		d.number(c)
		return
	}
	if negated {
		a = a.Neg()
	}
	s := a.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
	}
	d.add(s)
}

func (d *Duplicates) optional(a decimal.NullDecimal, negated bool) {
	if a.Valid {
		d.amount(a.Decimal, negated)
	}
	d.mark()
}

func (d *Duplicates) adjustments(list []Adjustment, negated bool) {
	for i := range list {
		a := &list[i]
		d.add(string(a.Group))
		d.add(string(a.Reason))
		d.amount(a.Amount, negated)
		d.optional(a.Quantity, negated)
	}
	d.mark()
}

func (d *Duplicates) procedure(p *Procedure) {
	d.add(string(p.Qualifier))
	d.add(p.Code)
	for _, m := range p.Modifiers {
		d.add(string(m))
	}
	d.mark()
}

// payer adds who pays and who is paid to the fingerprint.
func (d *Duplicates) payer(r *Remittance) {
	if r == nil {
		return
	}
	switch {
	case r.Trace.PayerID != "":
		d.add(r.Trace.PayerID)
	case r.Payer.ID != "":
		d.add(r.Payer.ID)
	default:
		d.add(r.Payer.Name)
	}
	d.add(r.Payee.ID)
}

// fingerprint identifies what a claim payment says, whatever its status: a
// reversal has that of the payment it takes back.
func (d *Duplicates) fingerprint(p *ClaimPayment) uint64 {
	negated := p.Status == StatusReversal
	d.start()
	d.payer(p.Remittance)
	d.add(p.ID)
	d.add(p.PayerControlNumber)
	d.add(p.Patient.Last)
	d.add(p.Patient.First)
	d.add(p.Patient.ID)
	d.number(int64(p.StatementFrom)<<32 | int64(p.StatementTo))
	d.amount(p.Charge, negated)
	d.amount(p.Paid, negated)
	d.adjustments(p.Adjustments, negated)
	for i := range p.Lines {
		l := &p.Lines[i]
		d.procedure(&l.Procedure)
		d.add(l.RevenueCode)
		d.add(l.ControlNumber)
		d.number(int64(l.Date)<<32 | int64(l.From))
		d.amount(l.Charge, negated)
		d.amount(l.Paid, negated)
		d.optional(l.Units, negated)
		d.adjustments(l.Adjustments, negated)
	}
	return d.sum()
}

// statusMark tells statuses apart.
func statusMark(p *ClaimPayment) (mark uint32) {
	for i := range min(4, len(p.Status)) {
		mark = mark<<8 | uint32(p.Status[i])
	}
	return mark
}

// repeat is what a Checker knows of the remittance at hand as a duplicate.
type repeat struct {
	known  *Origin // of a remittance with the same payer, trace, date and amount
	sure   bool    // it is the same payment, whatever its claims are
	same   *Origin // of a remittance with the same claims, too
	claims int     // that stood in earlier remittances
	digest uint64  // of the claim payments, in any order
}

// origin returns where the payment at hand was read before, nil when it was not.
func (a *repeat) origin() *Origin {
	if a.sure {
		return a.known
	}
	return a.same
}

// begin takes a remittance and reports whether it was read before.
func (d *Duplicates) begin(r *Remittance, source string) (a repeat) {
	d.set++
	if r.Trace.Number == "" {
		return a
	}
	d.start()
	d.payer(r)
	d.add(r.Trace.Number)
	d.amount(r.Amount, r.CreditDebit == Debit)
	d.number(int64(r.EffectiveDate))
	key := d.sum()
	if s, ok := d.payments.get(key); ok {
		a.known, a.sure = d.origin(s), !r.Amount.IsZero()
		return a
	}
	d.payments.put(key, d.sighting(source, r.At), d.limit())
	return a
}

// end takes what a remittance held.
func (d *Duplicates) end(r *Remittance, s *Summary, source string, a *repeat) {
	for i := range s.Adjustments {
		p := &s.Adjustments[i]
		d.start()
		d.add(p.ProviderID)
		d.add(string(p.Reason))
		d.add(p.Reference)
		d.amount(p.Amount, false)
		a.digest += d.sum()
	}
	if a.digest == 0 {
		return // it says nothing by which it could be known
	}
	d.start()
	d.payer(r)
	d.add(r.Trace.Number)
	d.amount(r.Amount, r.CreditDebit == Debit)
	d.number(int64(a.digest))
	key := d.sum()
	if s, ok := d.payments.get(key); ok {
		a.same = d.origin(s)
		return
	}
	d.payments.put(key, d.sighting(source, r.At), d.limit())
}

// claim takes a claim payment, which the link ties to others, and tells where it
// was read before. void tells that it takes such a duplicate back: neither is to
// be added up.
func (d *Duplicates) claim(p *ClaimPayment, link Link, source string, a *repeat) (before *Origin, inSet, void bool) {
	key, status := d.fingerprint(p), statusMark(p)
	a.digest += key*31 ^ uint64(status)*0x9e3779b97f4a7c15
	s, seen := d.claims.get(key)
	reversal := p.Status == StatusReversal
	switch {
	case seen && a.known != nil && s.set != d.set:
		a.claims++ // the reversals and corrections of a payment that is read again, too
		return d.origin(s), false, false
	case !seen, !reversal && (s.reversed || link.Role == RoleCorrection):
		s = d.sighting(source, p.At)
		s.status, s.reversed = status, reversal
	case reversal && s.again > 0 && !s.reversed:
		s.again--
		void = true
	case reversal && (!s.reversed || link.Found):
		was := s
		s = d.sighting(source, p.At)
		s.status, s.again, s.reversed = was.status, was.again, true
	case !reversal && (s.status != status || s.set == d.set && isSplit(p)):
		return nil, false, false
	default:
		if before, inSet = d.origin(s), s.set == d.set; !inSet {
			a.claims++
		}
		if !reversal {
			s.again++
		}
	}
	d.claims.put(key, s, d.limit())
	return before, inSet, void
}
