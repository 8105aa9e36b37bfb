// SPDX-License-Identifier: Apache-2.0

//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// writers are the commands that write a file: the arguments but for -o, with one
// input, IN, of the text.
func writers(t *testing.T) map[string]struct {
	args []string
	text string
} {
	t.Helper()
	practice := file(t, "practice.json", clinic)
	records, _, _ := runOn([]byte(good), "parse", "-")
	type writer = struct {
		args []string
		text string
	}
	return map[string]writer{
		"build":    {[]string{"build", clock, "-practice", practice, "IN"}, visits(2)},
		"inquire":  {[]string{"inquire", clock, "-practice", practice, "IN"}, questions(2)},
		"parse":    {[]string{"parse", "IN"}, good},
		"encode":   {[]string{"encode", "IN"}, string(records)},
		"recode":   {[]string{"recode", "IN"}, good},
		"fmt":      {[]string{"fmt", "IN"}, good},
		"form":     {[]string{"form", "IN"}, good},
		"remit":    {[]string{"remit", "IN"}, good},
		"benefits": {[]string{"benefits", "IN"}, good},
		"schema":   {[]string{"schema", "encounter"}, ""},
	}
}

// with are arguments with the input in its place.
func with(args []string, input string, more ...string) []string {
	var out []string
	for _, a := range args {
		if a == "IN" {
			a = input
		}
		out = append(out, a)
	}
	return append(out, more...)
}

// TestEveryWriterIsListed keeps the table of writers whole.
func TestEveryWriterIsListed(t *testing.T) {
	listed := writers(t)
	for _, c := range commands() {
		help, _, _ := runOn(nil, c.name, "-h")
		if _, ok := listed[c.name]; strings.Contains(string(help), "\n  -o FILE") != ok {
			t.Errorf("%s has -o and is not in the table, or the other way round", c.name)
		}
	}
}

// What is written is readable by its owner alone, whatever stood there and
// whatever the umask is.
func TestOutputsArePrivate(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	private := func(what, path string) {
		t.Helper()
		if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", what, info, err)
		}
	}
	for name, w := range writers(t) {
		in := file(t, "in", w.text)
		for _, mode := range []os.FileMode{0, 0o644, 0o777, 0o400} {
			dir := t.TempDir()
			flags := []string{"-o", filepath.Join(dir, "out")}
			if name == "build" || name == "inquire" {
				flags = append(flags, "-manifest", filepath.Join(dir, "manifest"), "-control", filepath.Join(dir, "control"))
			}
			for i := 1; i < len(flags) && mode != 0; i += 2 {
				if err := os.WriteFile(flags[i], nil, 0o600); err != nil {
					t.Fatal(err)
				}
				if flags[i-1] == "-control" && mode == 0o400 {
					continue // it must be writable to be changed
				}
				if err := os.Chmod(flags[i], mode); err != nil {
					t.Fatal(err)
				}
			}
			if _, errs, status := runOn(nil, with(w.args, in, flags...)...); status == exitFailed {
				t.Fatalf("%s: %s", name, errs)
			}
			for i := 1; i < len(flags); i += 2 {
				private(name+" "+flags[i-1]+" over "+mode.String(), flags[i])
			}
			if left, _ := os.ReadDir(dir); len(left) != len(flags)/2 {
				t.Errorf("%s leaves %v", name, left)
			}
		}
	}
}

// One file has one role, under whatever name, in every command; nothing is
// changed when it would have two.
func TestOneFileOneRole(t *testing.T) {
	type names map[string]func(path string) string
	ways := names{
		"same": func(p string) string { return p },
		"relative": func(p string) string {
			dir, _ := os.Getwd()
			rel, _ := filepath.Rel(dir, p)
			return rel
		},
		"symlink":  func(p string) string { os.Symlink(p, p+".soft"); return p + ".soft" },
		"hard":     func(p string) string { os.Link(p, p+".hard"); return p + ".hard" },
		"dir link": func(p string) string { os.Symlink(filepath.Dir(p), p+".dir"); return p + ".dir/" + filepath.Base(p) },
	}
	refused := func(what string, args []string, paths ...string) {
		t.Helper()
		var before []string
		for _, p := range paths {
			text, _ := os.ReadFile(p)
			before = append(before, string(text))
		}
		out, errs, status := runOn(nil, args...)
		if status != exitFailed || len(out) > 0 || !strings.Contains(string(errs), "are the same file") {
			t.Errorf("%s: %d %s", what, status, errs)
		}
		for i, p := range paths {
			if text, _ := os.ReadFile(p); string(text) != before[i] {
				t.Errorf("%s: %s was changed", what, p)
			}
		}
	}
	for way, name := range ways {
		for command, w := range writers(t) {
			if command == "schema" {
				continue
			}
			in := file(t, "in", w.text)
			refused(command+" -o = input, "+way, with(w.args, in, "-o", name(in)), in)
		}
		inquiries := file(t, "in", good)
		refused("benefits -o = -inquiry, "+way, []string{"benefits", "-inquiry", inquiries, "-o", name(inquiries), file(t, "271", good)}, inquiries)
		for _, command := range []string{"build", "inquire"} {
			in := file(t, "in", visits(1))
			practice := file(t, "practice", clinic)
			args := []string{command, clock, "-practice", practice, in}
			for _, flag := range []string{"-manifest", "-control", "-o"} {
				refused(command+" "+flag+" = input, "+way, append(args, flag, name(in)), in)
				refused(command+" "+flag+" = -practice, "+way, append(args, flag, name(practice)), practice)
			}
			for _, two := range [][2]string{{"-o", "-manifest"}, {"-o", "-control"}, {"-manifest", "-control"}} {
				there := file(t, "there", "")
				refused(command+" "+two[0]+" = "+two[1]+", "+way, append(args, two[0], there, two[1], name(there)), there)
				if way == "hard" {
					continue
				}
				new := filepath.Join(t.TempDir(), "new")
				refused(command+" "+two[0]+" = "+two[1]+", not there, "+way, append(args, two[0], new, two[1], name(new)))
				if _, err := os.Stat(new); err == nil {
					t.Errorf("%s made %s", command, new)
				}
			}
		}
	}
	practice := file(t, "practice", clinic)
	for _, flag := range []string{"-manifest", "-control"} {
		if _, errs, status := runOn([]byte(visits(1)), "build", clock, "-practice", practice, "-", flag, "-"); status != exitFailed {
			t.Errorf("%s -: %d %s", flag, status, errs)
		}
	}
	if _, errs, status := runOn([]byte(visits(1)), "build", clock, "-practice", "-", "-"); status != exitFailed || !strings.Contains(string(errs), "only once") {
		t.Errorf("the standard input for two: %d %s", status, errs)
	}
	pipe := fifo(t, good)
	if _, errs, status := runOn(nil, "validate", pipe, pipe); status != exitFailed || !strings.Contains(string(errs), "only once") {
		t.Errorf("a pipe for two: %d %s", status, errs)
	}
}

// What cannot be written is told, and nothing is half-written.
func TestWriteErrors(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	for name, w := range writers(t) {
		in := file(t, "in", w.text)
		for what, flags := range map[string][]string{
			"-o to a full disk":    {"-o", "/dev/full"},
			"-o in no folder":      {"-o", filepath.Join(t.TempDir(), "none", "out")},
			"-o a folder":          {"-o", t.TempDir()},
			"the output is closed": nil,
		} {
			if name == "benefits" || name == "remit" || name == "form" {
				if what == "-o to a full disk" || flags == nil { // good is of claims; there may be nothing to write
					continue
				}
			}
			var errs strings.Builder
			status := run(with(w.args, in, flags...), strings.NewReader(""), full, &errs)
			if status != exitFailed || errs.Len() == 0 {
				t.Errorf("%s, %s: %d %s", name, what, status, errs.String())
			}
		}
	}
	for _, args := range []string{"help", "version", "build -h", "validate " + file(t, "bad", oddities["wrong counts"])} {
		if status := run(strings.Fields(args), strings.NewReader(""), full, new(strings.Builder)); status != exitFailed {
			t.Errorf("%s to a full disk: %d", args, status)
		}
	}
	// The manifest cannot be written: the file is not there either.
	dir := t.TempDir()
	_, errs, status := buildOf(t, visits(3), "-o", filepath.Join(dir, "out"), "-manifest", "/dev/full")
	if left, _ := os.ReadDir(dir); status != exitFailed || len(left) > 0 {
		t.Errorf("a manifest that cannot be written: %d %v %s", status, left, errs)
	}
	// Nor the file: the manifest is not there.
	_, errs, status = buildOf(t, visits(3), "-manifest", filepath.Join(dir, "manifest"), "-o", "/dev/full")
	if left, _ := os.ReadDir(dir); status != exitFailed || len(left) > 0 {
		t.Errorf("a file that cannot be written: %d %v %s", status, left, errs)
	}
}
