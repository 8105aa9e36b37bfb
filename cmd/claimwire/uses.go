// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"

	"github.com/claimwire/claimwire/internal/atomicfile"
)

// checkUses refuses a run that would write over what it reads, or write two
// things to one file, before it writes anything.
func (f *flags) checkUses(files []string) error {
	var uses []atomicfile.Use
	add := func(name, path string, write bool) {
		u := atomicfile.Use{Name: name, Path: path, Write: write}
		if path == "-" {
			u.File, _ = f.a.stdin.(*os.File)
			if name == "-" {
				u.Name = "the standard input"
			}
		}
		uses = append(uses, u)
	}
	for _, name := range f.readsOf {
		if path := f.Lookup(name).Value.String(); path != "" {
			add("-"+name, path, false)
		}
	}
	if !f.words {
		for _, path := range files {
			add(path, path, false)
		}
	}
	for _, name := range f.writesOf {
		switch path := f.Lookup(name).Value.String(); {
		case path == "", name == "o" && f.toStdout():
		case path == "-":
			return fmt.Errorf("-%s needs a file; - is only for the input, and for -o", name)
		default:
			add("-"+name, path, true)
		}
	}
	if f.toStdout() {
		uses = f.stream(uses, "the standard output", f.a.out, false)
	} else {
		uses = f.stream(uses, "the standard error", f.a.stderr, true)
	}
	return atomicfile.Conflict(uses)
}

// stream adds what the process has open to write, a regular file only where
// another may be meant to go along.
func (f *flags) stream(uses []atomicfile.Use, name string, w any, regular bool) []atomicfile.Use {
	file, ok := w.(*os.File)
	if !ok {
		return uses
	}
	if info, err := file.Stat(); err != nil || regular && !info.Mode().IsRegular() {
		return uses
	}
	return append(uses, atomicfile.Use{Name: name, File: file, Write: true})
}
