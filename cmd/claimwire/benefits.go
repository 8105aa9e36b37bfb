// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/eligibility270/card"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var benefitsCommand = &command{
	name: "benefits", usage: "[flags] FILE...", summary: "Print what eligibility responses (271) say, a card a patient",
	detail: `
Of each patient: active or not on the day, or not verified and why and what to do;
plan, group and dates; who is billed; the primary care provider; what the patient
owes for a service, in the network and out of it: copay, coinsurance, deductible and
out-of-pocket maximum with what is left, visits left, authorization, what is not
covered, what the payer says in its own words, and what it does not say. With
-allowed, what the patient will owe, step by step. With -inquiry, the file of
inquiries that is answered: what the payer knows differently, and who got no answer.
The day is that of -date, else the day asked about, else the day of the response.
The services are those of -service, else those asked about, else the plan as a
whole (30). With -json, one object a patient. Sets of other kinds are passed over.
Exit status 1 if something could not be read; a refusal of the payer is an answer.
`,
	run: benefits,
}

func benefits(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	services := f.String("service", "", "`types` of service, as words or codes with commas between: 30, office-visit …")
	date := f.String("date", "", "`day` that is asked about, 2026-01-31")
	allowed := f.String("allowed", "", "`amount` that the payer allows for the service: estimate what the patient owes")
	inquiry := f.String("inquiry", "", "`FILE` of the inquiries (270) that are answered")
	f.readsOf = append(f.readsOf, "inquiry")
	asJSON := f.Bool("json", false, "JSON, one object a line")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	var ask card.Options
	if err == nil {
		ask, err = benefitsAsked(*services, *date, *allowed)
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	worst := exitOK
	if *inquiry != "" {
		if ask.Inquiries, worst, err = a.readInquiries(*inquiry, o); err != nil {
			return a.fail(*inquiry, err)
		}
	}
	ask.Reader.X12 = o
	err = f.write(func(dst io.Writer) error {
		write := card.NewTextWriter
		if *asJSON {
			write = card.NewJSONWriter
		}
		w := write(dst, &ask)
		for _, file := range files {
			status, err := a.benefitsFile(w, file)
			if err != nil {
				status = a.fail(file, err)
			}
			worst = max(worst, status)
		}
		if worst == exitFailed && f.output != "" {
			return errors.New("nothing was written, since a file could not be read")
		}
		return w.Close()
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// benefitsAsked reads the flags that say what is asked.
func benefitsAsked(services, date, allowed string) (o card.Options, err error) {
	for w := range strings.SplitSeq(services, ",") {
		if services == "" {
			break
		}
		code, ok := eligibility270.ServiceType(w)
		if !ok {
			return o, fmt.Errorf("-service %s is neither a service type nor a word for one; they are %s", w, strings.Join(eligibility270.Words("serviceTypes"), ", "))
		}
		if !slices.Contains(o.Services, code) {
			o.Services = append(o.Services, code)
		}
	}
	if date != "" {
		if o.Date.UnmarshalText([]byte(date)) != nil || !o.Date.Valid() {
			return o, errors.New("-date is a day like 2026-01-31")
		}
	}
	if allowed != "" {
		coef, exp, ok := x12.ParseDecimal(allowed)
		d := decimal.New(coef, exp)
		if !ok || d.IsNegative() || !d.Equal(d.Round(2)) {
			return o, errors.New("-allowed is an amount in dollars and cents like 150.00")
		}
		o.Allowed = decimal.NewNullDecimal(d)
	}
	return o, nil
}

// readInquiries reads the file of -inquiry.
func (a *app) readInquiries(file string, o x12.ReaderOptions) (*card.Inquiries, int, error) {
	src, err := a.open(file)
	if err != nil {
		return nil, exitFailed, err
	}
	defer src.Close()
	in, err := card.ReadInquiries(src, &eligibility270.ReaderOptions{X12: o})
	switch {
	case err != nil:
		return nil, exitFailed, err
	case in.Len() == 0:
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: there is no eligibility inquiry in it\n", file)
	case in.Dropped() > 0:
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: the first %d of %d inquiries are too many to keep; cut the file, or give their answers apart\n", file, in.Dropped(), in.Len())
	}
	if !in.OK() {
		return in, exitFindings, nil
	}
	return in, exitOK, nil
}

// benefitsFile writes the cards of one file.
func (a *app) benefitsFile(w *card.Writer, file string) (int, error) {
	src, err := a.open(file)
	if err != nil {
		return exitFailed, err
	}
	defer src.Close()
	sum, err := w.Add(file, src)
	if err != nil {
		return exitFailed, err
	}
	if sum.Cards == 0 {
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: there is no eligibility response in it\n", file)
	}
	if sum.Outside > 0 {
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: %s not understood outside of the patients; claimwire validate names what is wrong\n",
			file, textpage.Counted(sum.Outside, "segment was", "segments were"))
	}
	if !sum.OK() {
		return exitFindings, nil
	}
	return exitOK, nil
}
