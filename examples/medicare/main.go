// SPDX-License-Identifier: Apache-2.0

// Medicare turns Medicare's claim files (CMS's RIF layout: bars between the
// fields, one row a service or revenue line) into encounters and bills them:
// carrier and dme files as 837P, inpatient, outpatient, snf, hha and hospice
// files as 837I, each in a functional group of its own. It names every claim that
// cannot be billed as its rows are, and shows for each kind of file that rows,
// claims and charges add up.
//
//	go run ./examples/medicare                          # the rows in testdata
//	go run ./examples/medicare -o claims.837 DIR        # the files of claims and beneficiaries of a folder
//	go run ./examples/medicare -practice mine.json FILE…
//	go run ./examples/medicare -practice examples/medicare/synthetic.json -standins DIR
//
// A row with revenue code 0001 is the total of its claim and never a line of it.
// A claim of an institution whose rows do not add up to its own total, whose
// columns contradict each other, or that stands in a file of another kind, is
// refused.
//
// What a claim needs and such files do not hold is the caller's to supply, and
// counted: who sends and bills, addresses, names and tax numbers by NPI, of stays
// the hours at which patients came and left. See practice.json beside this file.
// synthetic.json is for CMS's synthetic rows, whose NPIs and member ids are made
// up. Most services of their carrier file have no code, and most rows of their
// institutions have the revenue code of the total; with -standins they get the
// values that synthetic.json declares, which are counted, too.
//
// It exits 0 when the file is clean and the sums add up, refusals or not; 1 when
// they do not; 2 when it could not run.
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
)

//go:embed practice.json testdata/*.csv
var own embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("medicare", flag.ContinueOnError)
	flags.SetOutput(stderr)
	practice := flags.String("practice", "", "`file` of what the claim files don't hold; that of the example when empty")
	out := flags.String("o", "", "`file` to write the claims to; when empty they are checked and not kept")
	standins := flags.Bool("standins", false, "use the stand-ins of the practice file, for trials with made-up rows")
	limit := flags.Int("findings", 4, "findings to print of one claim")
	clock := flags.String("now", "", "time of the file, as 2026-01-31T12:00:00Z; the clock's when empty")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	ok, err := convert(flags.Args(), options{*practice, *out, *clock, *standins}, newReport(stdout, *limit))
	if err != nil {
		fmt.Fprintln(stderr, "medicare:", err)
		return 2
	}
	if !ok {
		return 1
	}
	return 0
}

type options struct {
	practice, out, clock string
	standins             bool
}

// convert reads the files and writes the claims.
func convert(paths []string, o options, p *report) (ok bool, err error) {
	now := time.Now()
	if o.clock != "" {
		if now, err = time.Parse(time.RFC3339, o.clock); err != nil {
			return false, err
		}
	}
	known, rules, err := openSupply(o.practice, o.standins)
	if err != nil {
		return false, fmt.Errorf("practice: %w", err)
	}
	files, err := sources(paths)
	if err != nil {
		return false, err
	}
	c := &converter{supply: known, people: &people{}}
	tables, err := c.sort(files, p)
	if err != nil {
		return false, err
	}
	env, issues := known.Practice.Envelope(now)
	if len(issues) > 0 {
		return false, fmt.Errorf("practice: %w", issues[0])
	}
	f, err := create(o.out)
	if err != nil {
		return false, err
	}
	defer func() {
		err = errors.Join(err, f.Close())
		if o.out == "" || p.all().written.claims == 0 {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	b := &biller{converter: c, report: p, came: newSeen(),
		builder: encounter.NewBuilder(&known.Practice, &encounter.BuilderOptions{Rules: rules, Today: x12.DateOf(now)})}
	b.writer = claim837.NewWriter(f, &env, &claim837.WriterOptions{Rules: rules, OnIssue: b.told, X12: x12.WriterOptions{Fold: true, LineBreak: "\n"}})
	for _, t := range tables {
		if err := b.bill(t); err != nil {
			return false, err
		}
	}
	if err := b.writer.Close(); err != nil {
		return false, err
	}
	faults := 0
	if p.all().written.claims > 0 {
		err = check(f, rules, p.read, func(i x12.Issue) {
			if i.Severity == x12.Error {
				faults++
				fmt.Fprintln(p.w, i)
			}
		})
		if err != nil {
			return false, err
		}
	}
	return p.end(known, faults), nil
}

func create(out string) (*os.File, error) {
	if out == "" {
		return os.CreateTemp("", "medicare-*.837")
	}
	return os.Create(out)
}

func openSupply(path string, standins bool) (*supply, *claim837.RuleSet, error) {
	if path == "" {
		f, err := own.Open("practice.json")
		if err != nil {
			return nil, nil, err
		}
		return readSupply(f, standins)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	return readSupply(f, standins)
}

// source is a file to read.
type source struct {
	name string
	open func() (io.ReadCloser, error)
}

// sources are the files that were named, those of the folders that were named,
// or the example's own.
func sources(paths []string) ([]source, error) {
	if len(paths) == 0 {
		return folder(own, "testdata")
	}
	var list []source
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			more, err := folder(os.DirFS(p), ".")
			if err != nil {
				return nil, err
			}
			list = append(list, more...)
			continue
		}
		list = append(list, source{filepath.Base(p), func() (io.ReadCloser, error) { return os.Open(p) }})
	}
	return list, nil
}

func folder(dir fs.FS, under string) ([]source, error) {
	var list []source
	for _, pattern := range []string{"*.csv", "*.txt"} {
		names, err := fs.Glob(dir, filepath.ToSlash(filepath.Join(under, pattern)))
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			list = append(list, source{filepath.Base(n), func() (io.ReadCloser, error) { return dir.Open(n) }})
		}
	}
	slices.SortFunc(list, func(a, b source) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	return list, nil
}

// sort reads the beneficiaries, and returns the files of claims, the
// professional ones first, so that the file has one functional group of each
// kind. The header tells what a file is, not its name.
func (c *converter) sort(files []source, p *report) ([]source, error) {
	var claims, stays []source
	for _, s := range files {
		f, err := s.open()
		if err != nil {
			return nil, err
		}
		t, err := openTable(s.name, f)
		if err == nil {
			switch l := layoutOf(t); {
			case l != nil && l.kind == claim837.Institutional:
				stays = append(stays, s)
			case l != nil:
				claims = append(claims, s)
			case t.hasPrefix(beneficiaryMark):
				err = c.people.read(t)
			default:
				fmt.Fprintf(p.w, "%s: no file of claims or beneficiaries: not read\n", s.name)
			}
		}
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
	}
	claims = append(claims, stays...)
	if len(claims) == 0 {
		return nil, errors.New("there is no file of claims among the files")
	}
	return claims, nil
}
