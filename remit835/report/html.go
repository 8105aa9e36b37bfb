// SPDX-License-Identifier: Apache-2.0

package report

import (
	"bufio"
	_ "embed" // the page
	"errors"
	"html/template"
	"io"
	"sync"

	"github.com/claimwire/claimwire/internal/spill"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

//go:embed page.html
var pageText string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("remit").Parse(pageText)) })

// htmlReport makes one page of all remittances. Totals stand first and are known
// last: what comes after them waits in spills, so that any number of claims fits.
type htmlReport struct {
	w    io.Writer
	page *template.Template

	body, list, claims, work spill.Buffer // of the page, its list of remittances; of the remittance that is open
	serial, working          int          // remittances so far; claims of the one that is open that need work
	unbalanced, again        int
	unread                   int // amounts
	head                     *headView
	amount, charge           decimal.Decimal
	all                      endView
}

func newHTMLReport(w *bufio.Writer) *htmlReport { return &htmlReport{w: w, page: pageTemplate()} }

// pageData is what the templates of a remittance see.
type pageData struct {
	Serial                               int
	Head                                 *headView
	End                                  *endView
	Claim                                *claimView
	Charge, Allowed, Paid, Owes, AtStake string
}

func (h *htmlReport) begin(head *headView) error {
	h.serial++
	h.head, h.working = head, 0
	return errors.Join(h.claims.Reset(), h.work.Reset())
}

func (h *htmlReport) claim(v *claimView) error {
	d := pageData{Serial: h.serial, Claim: v}
	if v.Work {
		h.working++
		if err := h.page.ExecuteTemplate(&h.work, "workrow", d); err != nil {
			return err
		}
	}
	return h.page.ExecuteTemplate(&h.claims, "claim", d)
}

func (h *htmlReport) end(e *endView) error {
	d := pageData{
		Serial: h.serial, Head: h.head, End: e,
		Charge: x12.Dollars(e.once.Charge), Allowed: x12.Dollars(e.allowed), Paid: x12.Dollars(e.once.Paid), Owes: x12.Dollars(e.owes), AtStake: some(e.AtStake),
	}
	h.charge = h.charge.Add(e.once.Charge)
	h.unread += e.Balance.Unread
	if e.Balance.Duplicate == nil {
		h.amount = h.amount.Add(e.Balance.Amount)
	} else {
		h.again++
	}
	h.all.merge(e)
	if !e.Balanced {
		h.unbalanced++
	}
	if err := h.page.ExecuteTemplate(&h.list, "listrow", d); err != nil {
		return err
	}
	out := &pageWriter{w: &h.body, page: h.page}
	out.part("remit", d)
	if h.working > 0 && !e.allAgain() {
		out.part("work", d)
		out.spill(&h.work)
		out.part("workend", d)
	}
	if e.Claims > 0 {
		out.part("claims", d)
		out.spill(&h.claims)
	}
	out.part("remitend", d)
	return out.err
}

func (h *htmlReport) close() error {
	defer func() {
		for _, s := range []*spill.Buffer{&h.body, &h.list, &h.claims, &h.work} {
			s.Close()
		}
	}()
	out := &pageWriter{w: h.w, page: h.page}
	out.part("top", nil)
	out.part("overall", map[string]any{
		"Remittances": h.serial, "Again": h.again, "Unread": h.unread, "Amount": x12.Dollars(h.amount), "Charge": x12.Dollars(h.charge), "Owes": x12.Dollars(h.all.owes),
		"AtStake": some(h.all.AtStake), "Unbalanced": h.unbalanced,
	})
	if h.serial > 1 {
		out.part("list", nil)
		out.spill(&h.list)
		out.part("listend", nil)
	}
	if h.all.Claims > 0 {
		out.part("only", nil)
	}
	out.spill(&h.body)
	out.part("bottom", nil)
	return out.err
}

// pageWriter writes a page part by part, up to an error.
type pageWriter struct {
	w    io.Writer
	page *template.Template
	err  error
}

func (p *pageWriter) part(name string, data any) {
	if p.err == nil {
		p.err = p.page.ExecuteTemplate(p.w, name, data)
	}
}

func (p *pageWriter) spill(s *spill.Buffer) {
	if p.err == nil {
		p.err = s.CopyTo(p.w)
	}
}
