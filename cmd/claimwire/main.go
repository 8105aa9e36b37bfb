// SPDX-License-Identifier: Apache-2.0

// Command claimwire builds, reads, checks and rewrites X12 files of claims,
// remittances and eligibility.
// `claimwire help` lists what it can do.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/claimwire/claimwire/internal/visible"
)

func main() {
	endOnSignals()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// What the command ends with.
const (
	exitOK       = 0 // done, nothing wrong
	exitFindings = 1 // done, and there are errors, corrections or refusals
	exitFailed   = 2 // it could not run
)

// command is a subcommand.
type command struct {
	name    string
	usage   string // what follows the name
	summary string
	detail  string
	run     func(*app, []string) int
}

// app is one run of the command.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	cmd    *command
	out    io.Writer // what stdout writes to
}

func commands() []*command {
	return []*command{buildCommand, parseCommand, encodeCommand, recodeCommand, validateCommand, fmtCommand, formCommand, remitCommand, inquireCommand, benefitsCommand, schemaCommand}
}

// run is main with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &sticky{w: stdout}
	stderr = visible.NewWriter(stderr)
	a := &app{stdin: stdin, stdout: out, stderr: stderr, out: stdout}
	status := a.run(args)
	if out.err != nil && status != exitFailed {
		fmt.Fprintf(stderr, "claimwire: the standard output: %v\n", out.err)
		return exitFailed
	}
	return status
}

// sticky remembers that writing failed.
type sticky struct {
	w   io.Writer
	err error
}

func (s *sticky) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	if err != nil {
		s.err = err
	}
	return n, err
}

// run runs the subcommand.
func (a *app) run(args []string) int {
	stdout, stderr := a.stdout, a.stderr
	if len(args) == 0 {
		a.help(stderr)
		return exitFailed
	}
	switch name := args[0]; name {
	case "help", "-h", "-help", "--help":
		if len(args) > 1 {
			for _, c := range commands() {
				if c.name == args[1] {
					a.cmd = c
					return c.run(a, []string{"-h"})
				}
			}
			return a.unknown(args[1])
		}
		a.help(stdout)
		return exitOK
	case "version", "-version", "--version":
		fmt.Fprintln(stdout, version())
		return exitOK
	default:
		for _, c := range commands() {
			if c.name == name {
				a.cmd = c
				return c.run(a, args[1:])
			}
		}
		return a.unknown(name)
	}
}

func (a *app) unknown(name string) int {
	fmt.Fprintf(a.stderr, "claimwire: there is no subcommand %q; `claimwire help` lists them\n", name)
	return exitFailed
}

func (a *app) help(w io.Writer) {
	fmt.Fprint(w, "claimwire builds, reads, checks and rewrites X12 files of claims (837P, 837I,\n837D), remittances (835), eligibility inquiries and responses (270, 271).\n\nUsage: claimwire SUBCOMMAND [flags] FILE...\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-9s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, `  version   print the version
  help      print this, or with a subcommand its flags

Flags may stand before or after files, with one hyphen or two; -- ends them.
The file - is the standard input. Exit status: 0 done and nothing wrong, 1 done
with errors, corrections or refusals, 2 could not run, 128 and more ended by a
signal. A file of -o is whole or as it was, and readable by its owner alone.
`)
}

// fail says why a file, or the whole run, could not be done.
func (a *app) fail(file string, err error) int {
	text := strings.TrimPrefix(err.Error(), "x12: ")
	if shown := visible.Text(file); shown != file {
		text = strings.ReplaceAll(text, file, shown)
		file = shown
	}
	if file != "" && !strings.Contains(text, file) {
		text = file + ": " + text
	}
	fmt.Fprintf(a.stderr, "claimwire %s: %s\n", a.cmd.name, text)
	return exitFailed
}

// version is what the go command knows of this build.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "claimwire (unknown version)"
	}
	out := "claimwire " + info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && !strings.Contains(out, s.Value[:min(12, len(s.Value))]) {
			out += " " + s.Value
		}
	}
	return out + " " + info.GoVersion
}
