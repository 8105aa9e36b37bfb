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

// fifo makes a named pipe that gives the text to who reads it.
func fifo(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	go func() {
		if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			w.WriteString(text)
			w.Close()
		}
	}()
	return path
}

// A pipe has its bytes once: all of them are in the file, also when control
// numbers are wanted of what names the input.
func TestNamedPipesAreReadWhole(t *testing.T) {
	const n = 1000
	practice := file(t, "practice.json", clinic)
	for _, tt := range []struct{ command, text, tag string }{{"build", visits(n), "~CLM*"}, {"inquire", questions(n), "~TRN*1*"}} {
		input := file(t, "in.ndjson", tt.text)
		want, errs, status := runOn(nil, tt.command, clock, "-practice", practice, "-control", filepath.Join(t.TempDir(), "control"), input)
		if status != exitOK || strings.Count(string(want), tt.tag) != n {
			t.Fatalf("%s: %d %s", tt.command, status, errs)
		}
		for _, with := range []string{"", "-control", "-control -o", "-control -o -manifest", "-control --all-or-nothing", "-control -manifest", "-control -practice"} {
			dir := t.TempDir()
			args := []string{tt.command, clock, "-practice", practice}
			for _, flag := range strings.Fields(with) {
				args = append(args, flag)
				switch flag {
				case "--all-or-nothing":
				case "-practice":
					args = append(args, fifo(t, clinic))
				default:
					args = append(args, filepath.Join(dir, flag[1:]))
				}
			}
			got, errs, status := runOn(nil, append(args, fifo(t, tt.text))...)
			if strings.Contains(with, "-o") && !strings.Contains(with, "all-or") {
				got, _ = os.ReadFile(filepath.Join(dir, "o"))
			}
			if status != exitOK || string(got) != string(want) {
				t.Errorf("%s of a named pipe with %s: %d, %d of %d objects\n%s", tt.command, with, status, strings.Count(string(got), tt.tag), n, errs)
			}
			if strings.Contains(with, "-manifest") {
				rows, _ := os.ReadFile(filepath.Join(dir, "manifest"))
				if strings.Count(string(rows), "\n") != n {
					t.Errorf("%s of a named pipe with %s: %d rows", tt.command, with, strings.Count(string(rows), "\n"))
				}
			}
		}
	}
}

// The same input under the same clock is the same run, also as a stream.
func TestStreamsKeepTheirNumbers(t *testing.T) {
	control := filepath.Join(t.TempDir(), "control")
	practice := file(t, "practice.json", clinic)
	number := func(in []byte, path string, args ...string) string {
		t.Helper()
		out, errs, status := runOn(in, append([]string{"build", clock, "-practice", practice, "-control", control, path}, args...)...)
		if status != exitOK {
			t.Fatalf("%d %s", status, errs)
		}
		return string(out[90:99])
	}
	first := number(nil, file(t, "in", visits(3)))
	for name, again := range map[string]string{
		"stdin": number([]byte(visits(3)), "-"), "pipe": number(nil, fifo(t, visits(3))), "other name": number(nil, file(t, "other", visits(3))),
		"other telling": number(nil, file(t, "in", visits(3)), "-folds", "-values", "-progress=plain"),
	} {
		if again != first {
			t.Errorf("%s: the number is %s, then %s", name, first, again)
		}
	}
	for name, other := range map[string]string{
		"other input": number([]byte(visits(4)), "-"), "-max-claims": number([]byte(visits(3)), "-", "-max-claims=2"),
		"--all-or-nothing": number([]byte(visits(3)), "-", "--all-or-nothing"), "other clock": number([]byte(visits(3)), "-", "-now=2026-01-31T09:00:01Z"),
		"other practice": number([]byte(visits(3)), "-", "-practice", file(t, "p", strings.Replace(clinic, "1 Main", "2 Main", 1))),
	} {
		if other == first {
			t.Errorf("%s: the number %s is given again", name, other)
		}
	}
}
