// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/internal/atomicfile"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
)

// flags are those of one subcommand.
type flags struct {
	*flag.FlagSet
	a          *app
	fragment   bool
	unwrap     bool
	delimiters string
	maxSegment int
	values     bool
	maxIssues  int
	output     string
	readsOf    []string // flags whose files are read
	writesOf   []string // flags whose files are written
	words      bool     // the arguments are no files
}

// flags returns an empty set for the subcommand.
func (a *app) flags() *flags {
	f := &flags{FlagSet: flag.NewFlagSet(a.cmd.name, flag.ContinueOnError), a: a}
	f.SetOutput(io.Discard)
	return f
}

// reading adds the flags of what reads X12.
func (f *flags) reading() {
	f.BoolVar(&f.fragment, "fragment", false, "the file begins at GS, ST or later, without an ISA")
	f.BoolVar(&f.unwrap, "unwrap", false, "take line breaks inside segments out")
	f.StringVar(&f.delimiters, "delimiters", "", "of a fragment, `four characters`: element, component, repetition, segment (default *:^~)")
	f.IntVar(&f.maxSegment, "max-segment", x12.DefaultMaxSegment, "longest segment in `bytes`")
}

// writing adds the flag of what writes a file.
func (f *flags) writing() {
	f.writesOf = append(f.writesOf, "o")
	f.StringVar(&f.output, "o", "", "write to `FILE`, whole or not at all, instead of the standard output")
}

// telling adds the flag of what reports findings.
func (f *flags) telling() {
	f.BoolVar(&f.values, "values", false, "show the values that findings are about (they may be health data)")
}

// capping adds the flag that bounds what is printed.
func (f *flags) capping() {
	f.maxIssues = x12.DefaultIssueCap
	f.Func("max-issues", fmt.Sprintf("print the first `N` issues of each code in a file, and how many more there are; 0 prints all (default %d)", x12.DefaultIssueCap), func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return errors.New("give a number from 0")
		}
		f.maxIssues = n
		return nil
	})
}

// issueCap returns what -max-issues asks for, for a file.
func (f *flags) issueCap() *x12.IssueCap {
	if f.maxIssues == 0 {
		return &x12.IssueCap{Limit: -1}
	}
	return &x12.IssueCap{Limit: f.maxIssues}
}

// files parses flags and files in any order. ok is false when the run is over,
// and then status says how.
func (f *flags) files(args []string, least, most int) (files []string, status int, ok bool) {
	for len(args) > 0 {
		if args[0] == "--" {
			files = append(files, args[1:]...)
			break
		}
		if args[0] == "-" || !strings.HasPrefix(args[0], "-") {
			files = append(files, args[0])
			args = args[1:]
			continue
		}
		one := args[:f.width(args)]
		args = args[len(one):]
		err := f.Parse(one)
		if errors.Is(err, flag.ErrHelp) {
			f.help()
			return nil, exitOK, false
		}
		if err != nil {
			return nil, f.wrong(err.Error()), false
		}
	}
	switch {
	case len(files) < least:
		return nil, f.wrong("a file is missing; - is the standard input"), false
	case most > 0 && len(files) > most:
		return nil, f.wrong("too many files"), false
	}
	if err := f.checkUses(files); err != nil {
		return nil, f.wrong(err.Error()), false
	}
	return files, exitOK, true
}

// width is how many arguments the flag that comes next takes.
func (f *flags) width(args []string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(args[0], "-"), "-")
	if strings.Contains(name, "=") || len(args) == 1 {
		return 1
	}
	known := f.Lookup(name)
	if known == nil {
		return 1
	}
	if b, ok := known.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		return 1
	}
	return 2
}

func (f *flags) wrong(why string) int {
	fmt.Fprintf(f.a.stderr, "claimwire %s: %s\nusage: claimwire %s %s\n", f.a.cmd.name, why, f.a.cmd.name, f.a.cmd.usage)
	return exitFailed
}

// help prints the subcommand's own page.
func (f *flags) help() {
	c := f.a.cmd
	fmt.Fprintf(f.a.stdout, "Usage: claimwire %s %s\n\n%s.\n%s\nFlags:\n", c.name, c.usage, c.summary, c.detail)
	f.SetOutput(f.a.stdout)
	f.PrintDefaults()
	f.SetOutput(io.Discard)
}

// reader returns the options of the flags.
func (f *flags) reader() (x12.ReaderOptions, error) {
	o := x12.ReaderOptions{Fragment: f.fragment, Unwrap: f.unwrap, MaxSegment: f.maxSegment}
	if f.maxSegment <= 0 {
		return o, errors.New("-max-segment must be above zero")
	}
	if f.delimiters != "" {
		d, ok := x12.ParseDelimiters(f.delimiters)
		if !ok {
			return o, errors.New("-delimiters must be four different marks, as in '*:^~'; a blank in third place means no repetition")
		}
		o.Delimiters = d
	}
	return o, nil
}

// open opens a file for reading; - is the standard input.
func (a *app) open(file string) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(a.stdin), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s is a folder", file)
	}
	return f, nil
}

// toStdout reports whether the output goes to the standard output.
func (f *flags) toStdout() bool { return f.output == "" || f.output == "-" }

// create begins the output: the file of -o, or the standard output. direct means
// that what is written cannot be taken back.
func (f *flags) create(files *atomicfile.Batch) (w io.Writer, direct bool, err error) {
	atomicfile.Sweep(os.TempDir())
	if f.toStdout() {
		return f.a.exact(), true, nil
	}
	out, err := files.Create(f.output)
	if err != nil {
		return nil, false, err
	}
	return out, out.Direct(), nil
}

// write has write make the output: the file of -o, or the standard output.
func (f *flags) write(write func(io.Writer) error) error {
	var files atomicfile.Batch
	defer files.Discard()
	w, _, err := f.create(&files)
	if err == nil {
		err = write(w)
	}
	if err != nil {
		return err
	}
	return files.Commit()
}

// exact is the standard output for bytes that must stay as they are. Only a
// terminal gets them with what would steer it escaped.
func (a *app) exact() io.Writer {
	if isTerminal(a.out) {
		return visible.NewWriter(a.stdout)
	}
	return a.stdout
}

// finding prints a finding on the standard error.
func (f *flags) finding(file string, i x12.Issue) {
	text := i.String()
	if f.values && i.Value != "" {
		text += fmt.Sprintf(" (%q)", i.Value)
	}
	fmt.Fprintf(f.a.stderr, "%s: %s\n", visible.Text(file), text)
}
