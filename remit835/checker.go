// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
	"github.com/shopspring/decimal"
)

// CheckerOptions say what a Checker goes by. The zero value is what NewChecker
// takes for nil.
type CheckerOptions struct {
	// Rules that hold; nil for those of NewRuleSet, and NoRules for none. For
	// remittances that were received, take NewRuleSet().Received().
	Rules *RuleSet
	// Reasons is what is known of reason codes; nil for DefaultReasons.
	Reasons *Reasons
	// Window is how many claim payments back a reversal, a correction or another
	// part of a split claim is looked for, and how many balances of the payer are
	// remembered; 0 for 4,096.
	Window int
	// Duplicates remembers what was read, so that a payment or a claim payment that
	// comes a second time is noticed. Share one between the Checkers of several files;
	// nil for one of its own, if a rule asks for it.
	Duplicates *Duplicates
	// Source is what findings about duplicates call the file at hand.
	Source string
	// Earlier finds the payment that a reversal takes back, in the ledger of the
	// caller; nil when there is none. It is asked when the payment is not in the
	// window.
	Earlier func(reversal *ClaimPayment) *ClaimPayment
	// Submitted finds the claim as it was sent, by CLP01; nil when it is not known.
	Submitted func(claimID string) *SubmittedClaim
}

// SubmittedClaim is what a Checker wants to know of a claim as it was sent.
type SubmittedClaim struct {
	Charge decimal.Decimal // CLM02
	Lines  []SubmittedLine
}

// SubmittedLine is a service line as it was sent.
type SubmittedLine struct {
	ControlNumber string              // REF*6R, empty when it was not sent
	Charge        decimal.Decimal     // SV102, SV203 or SV302
	Units         decimal.NullDecimal // SV104, SV205
}

const defaultWindow = 4096

// Checker runs the rules on remittances, claim payment by claim payment: it keeps sums and a bounded window, never the payments. It serves one goroutine.
//
//	j := remit835.NewChecker(nil, func(f x12.Issue) { … })
//	for each set: j.Begin(remittance), j.Payment(p) for each payment, j.End(summary)
//	j.Close()
//
// Nothing that it is given is kept or changed, so that payments may be reused.
type Checker struct {
	to        func(x12.Issue)
	set       *RuleSet
	list      []rule          // the catalog
	reporters []*rules.Report // of each rule in list; nil when it is off
	received  bool
	writing   bool // by a Writer, which counts header numbers
	o         CheckerOptions
	reasons   *Reasons
	traits    *traitTable

	// The rule that is being asked, and what about.
	rule     *rule
	reporter *rules.Report
	payment  *ClaimPayment
	tally    tally

	// The remittance at hand.
	open         bool
	alone        bool                 // all payments are of it, whatever they point to
	remittance   Remittance           // a copy: the caller may reuse his
	origin       *Remittance          // his
	reference    string               // ST03
	provider     []ProviderAdjustment // that Item has seen
	cut          []x12.Raw            // PLB segments among them that are not wholly read
	unread       figures              // of the remittance, that cannot be known
	summary      *Summary
	header       headerTotals
	balance      Balance
	sums         totals
	providerPaid money.Sum // sum of the provider adjustments
	twice        totals    // of claim payments that are duplicates
	again        repeat
	before       *Origin // of the claim payment at hand, when it is a duplicate
	inSet        bool    // of the same remittance

	linker   Linker
	link     Link
	reversed []reversal       // of this remittance
	unlinked int              // of them
	parts    map[string]*part // of this remittance, by CLP01
	ledger   ledger

	byPayment, byBegin, byHeader, byEnd []int // active rules that have something to say
	needs                               sign  // of byPayment
}

// totals are sums over claim payments.
type totals struct {
	claims, lines                                      int
	charge, paid, claimAdjusted, lineAdjusted, patient money.Sum
	interest, discount                                 money.Sum // AMT*I, AMT*D8
}

func (s *totals) add(p *ClaimPayment, t *tally) {
	s.claims++
	s.lines += len(p.Lines)
	s.charge.AddSum(t.charge)
	s.paid.AddSum(t.paid)
	s.claimAdjusted.AddSum(t.adjusted)
	s.lineAdjusted.AddSum(t.within)
	if t.signs&signEstimate == 0 {
		s.patient.AddSum(t.patient)
	}
	for i := range p.Amounts {
		switch a := &p.Amounts[i]; a.Qualifier {
		case AmountInterest:
			s.interest.Add(a.Amount)
		case AmountDiscount:
			s.discount.Add(a.Amount)
		}
	}
}

// headerTotals are the sums of a header number.
type headerTotals struct {
	open   bool
	number int // At.Header
	ptr    *HeaderNumber
	ts3    ProviderSummary
	has    bool // TS3
	claims int64
	charge money.Sum
	unread figures // of the claims and of TS3
	many   bool    // TS304 could not be read
}

// NewChecker returns a Checker that reports each violation. nil options are the
// defaults, and report may be nil.
func NewChecker(o *CheckerOptions, report func(x12.Issue)) *Checker {
	j := newChecker(o, report)
	j.linker = *NewLinker(j.o.Window, j.o.Earlier)
	if j.o.Duplicates == nil && (j.as(duplicatePayment) || j.as(duplicateClaim)) {
		j.o.Duplicates = NewDuplicates(0)
	}
	return j
}

// newChecker returns a Checker that knows no other payments.
func newChecker(o *CheckerOptions, report func(x12.Issue)) *Checker {
	if o == nil {
		o = &CheckerOptions{}
	}
	j := &Checker{o: *o, to: report, reasons: o.Reasons, list: allRules()}
	if report == nil {
		j.to = func(x12.Issue) {}
	}
	if j.o.Window <= 0 {
		j.o.Window = defaultWindow
	}
	if j.set = o.Rules; j.set == nil {
		j.set = recommended()
	}
	if j.reasons == nil {
		j.reasons, j.traits = DefaultReasons(), defaultTraits()
	} else {
		j.traits = traitsOf(j.reasons)
	}
	j.reporters = make([]*rules.Report, len(j.list))
	for i := range j.list {
		r := &j.list[i]
		if j.reporters[i] = j.set.Reporter(r.ID); j.reporters[i] == nil {
			continue
		}
		j.received = j.reporters[i].Received()
		if r.payment != nil {
			j.byPayment = append(j.byPayment, i)
			j.needs |= r.needs
		}
		if r.begin != nil {
			j.byBegin = append(j.byBegin, i)
		}
		if r.header != nil {
			j.byHeader = append(j.byHeader, i)
		}
		if r.end != nil {
			j.byEnd = append(j.byEnd, i)
		}
	}
	return j
}

func (j *Checker) ask(which []int, check func(*rule) func(*Checker)) {
	for _, i := range which {
		j.rule, j.reporter = &j.list[i], j.reporters[i]
		check(j.rule)(j)
	}
}

// Begin begins a remittance; one that is open ends without a summary.
func (j *Checker) Begin(r *Remittance) {
	if j.open {
		j.End(&Summary{Adjustments: j.provider, Rest: j.cut})
	}
	if r == nil {
		r = &Remittance{}
	}
	j.open, j.remittance, j.origin, j.summary = true, *r, r, nil
	j.balance = Balance{At: r.At, Amount: r.Amount, AmountUnread: r.AmountUnread()}
	j.provider, j.cut = j.provider[:0], j.cut[:0]
	j.unread, j.balance.Unread = unreadIn(r.Rest)
	j.sums, j.twice, j.again, j.providerPaid = totals{}, totals{}, repeat{}, money.Sum{}
	if d := j.o.Duplicates; d != nil {
		j.again = d.begin(r, j.o.Source)
	}
	j.header, j.reversed, j.parts, j.unlinked = headerTotals{}, j.reversed[:0], nil, 0
	j.ask(j.byBegin, func(r *rule) func(*Checker) { return r.begin })
}

// another reports whether a payment is of another remittance than the one at hand.
func (j *Checker) another(p *ClaimPayment) bool {
	if !j.open || j.alone {
		return !j.open
	}
	a, b := p.At, j.remittance.At
	if a.Set != 0 && b.Set != 0 {
		return a.Interchange != b.Interchange || a.Group != b.Group || a.Set != b.Set
	}
	return p.Remittance != nil && p.Remittance != j.origin
}

// Payment takes the next claim payment and tells which other it belongs to. It
// begins and ends remittances by itself when the caller does not.
func (j *Checker) Payment(p *ClaimPayment) Link {
	if p == nil {
		return Link{}
	}
	if j.another(p) {
		j.Begin(p.Remittance)
	}
	j.payment = p
	t := &j.tally
	t.of(p, j.traits)
	j.Header(p.Header)
	j.link = j.linker.link(p, t.charge, t.paid)
	j.before, j.inSet = nil, false
	if d := j.o.Duplicates; d != nil {
		var void bool
		if j.before, j.inSet, void = d.claim(p, j.link, j.o.Source, &j.again); j.before != nil {
			j.link = Link{Role: RoleDuplicate, To: j.before.At, Source: j.before.Source, Found: true}
		}
		if j.link.Duplicate = void || j.before != nil; j.before != nil {
			t.signs |= signDuplicate
		}
	}
	j.count(p, t)
	j.follow(p, t)
	j.askPayment(t.signs)
	return j.link
}

// check runs the rules on a claim payment by itself: it is added to no sum, and no
// other payment is looked for.
func (j *Checker) check(p *ClaimPayment) {
	if p == nil {
		return
	}
	j.payment, j.link = p, Link{Role: RolePayment}
	j.tally.of(p, j.traits)
	j.askPayment(j.tally.signs)
}

// askPayment asks the rules that a payment gives reason to ask.
func (j *Checker) askPayment(signs sign) {
	for _, i := range j.set.Check(j.payment) { // rules of the caller's own
		j.found(i, j.payment.At)
	}
	if signs&j.needs == 0 {
		return
	}
	for _, i := range j.byPayment {
		if r := &j.list[i]; r.needs&signs != 0 {
			j.rule, j.reporter = r, j.reporters[i]
			r.payment(j)
		}
	}
}

// count adds the figures of a payment to those of its remittance.
func (j *Checker) count(p *ClaimPayment, t *tally) {
	j.sums.add(p, t)
	if j.link.Duplicate {
		j.twice.add(p, t)
	}
	j.header.claims++
	j.header.charge.AddSum(t.charge)
	j.unread |= t.unread & (unreadPaid | unreadAmount)
	j.header.unread |= t.unread
	b := &j.balance
	b.Unread += t.amounts
	if t.signs&(signLine|signClaim) != 0 {
		b.UnbalancedClaims++
	}
	if t.signs&signReversal != 0 {
		b.Reversals++
	}
}

// Header tells that a header number begins. Payment does it by itself: it is for
// header numbers without payments.
func (j *Checker) Header(h *HeaderNumber) {
	now := &j.header
	if h == nil {
		if now.open && now.ptr != nil {
			j.endHeader()
		}
		return
	}
	if now.open && now.ptr == h && now.number == h.At.Header {
		return
	}
	j.endHeader()
	*now = headerTotals{open: true, number: h.At.Header, ptr: h}
	now.many = x12.Unread(h.Rest, "TS3", "", 4)
	u, n := unreadIn(h.Rest)
	now.unread, j.balance.Unread = u, j.balance.Unread+n
	if h.Provider != nil {
		now.ts3, now.has = *h.Provider, true
	}
}

func (j *Checker) endHeader() {
	if j.header.has {
		j.ask(j.byHeader, func(r *rule) func(*Checker) { return r.header })
	}
	j.header = headerTotals{}
}

// End ends the remittance at hand and returns its proof. A nil summary is one
// without provider adjustments.
func (j *Checker) End(s *Summary) *Balance {
	if !j.open {
		var r *Remittance
		if s != nil {
			r = s.Remittance
		}
		j.Begin(r)
	}
	if s == nil {
		s = &Summary{}
	}
	j.endHeader()
	j.summary = s
	u, n := unreadIn(s.Rest)
	j.unread |= u & unreadAdjusted
	j.balance.Unread += n
	for i := range s.Adjustments {
		j.providerPaid.Add(s.Adjustments[i].Amount)
	}
	if d := j.o.Duplicates; d != nil {
		d.end(&j.remittance, s, j.o.Source, &j.again)
	}
	j.ask(j.byEnd, func(r *rule) func(*Checker) { return r.end })
	j.carry()
	j.open, j.origin, j.summary, j.payment = false, nil, nil, nil
	b := j.balance
	b.prove(&j.sums, &j.providerPaid)
	b.Duplicate = j.again.origin()
	if j.again.same != nil {
		j.twice = j.sums
	}
	if j.twice.claims > 0 {
		b.Duplicates = new(j.twice.totals())
	}
	b.Unlinked = j.unlinked
	return &b
}

// Before returns where the remittance at hand was read before, as far as it is known
// yet; nil when it was not, or when duplicates are not looked for.
func (j *Checker) Before() *Origin { return j.again.origin() }

// Link tells which other claim payment the last one belongs to.
func (j *Checker) Link() Link { return j.link }

// Named returns the claim payment that the reference of a provider adjustment of
// the remittance at hand names, as [Linker.Named].
func (j *Checker) Named(reference string) (At, bool) {
	return j.linker.Named(&j.remittance, reference)
}

// Await remembers a provider adjustment of the remittance at hand, as [Linker.Await].
func (j *Checker) Await(a *ProviderAdjustment) { j.linker.Await(&j.remittance, a) }

// NamedBy returns the awaited provider adjustment that names the last claim payment,
// as [Linker.NamedBy].
func (j *Checker) NamedBy() *NamedBy { return j.linker.NamedBy() }

// Close ends what is open: the remittance at hand, and the balances that the
// payer still has to settle, each told once as information.
func (j *Checker) Close() {
	if j.open {
		j.End(&Summary{Adjustments: j.provider, Rest: j.cut})
	}
	j.closeLedger()
}

// Item takes the next step of a Reader, whatever it is, and returns the proof of
// a remittance with the step that ends it, else nil.
func (j *Checker) Item(i *Item) *Balance {
	if i == nil || !i.Typed && i.Remittance == nil {
		return nil
	}
	switch i.Kind {
	case x12.SetBegin:
		if i.Set != nil {
			j.reference = i.Set.Convention
		}
		j.Begin(i.Remittance)
		j.reference = ""
	case x12.ContextStep:
		j.Header(i.Header)
	case x12.RecordStep:
		j.Payment(i.Payment)
	case x12.SummaryStep:
		if i.Summary == nil {
			break
		}
		for _, raw := range i.Summary.Rest {
			if len(raw.Unread) > 0 {
				raw.Entry += len(j.provider)
				j.cut = append(j.cut, raw)
			}
		}
		j.provider = append(j.provider, i.Summary.Adjustments...)
	case x12.SetEnd:
		return j.End(&Summary{Adjustments: j.provider, Rest: j.cut})
	}
	return nil
}
