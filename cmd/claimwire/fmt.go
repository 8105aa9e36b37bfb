// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"io"

	"github.com/claimwire/claimwire/x12"
)

var fmtCommand = &command{
	name: "fmt", usage: "[flags] FILE", summary: "Write a file with one segment a line",
	detail: `
The bytes of each segment stay as they are; only what stands between segments
changes. With -join all segments come on one line again.
`,
	run: format,
}

func format(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	indent := f.Bool("indent", false, "indent each segment by the depth of its loop")
	join := f.Bool("join", false, "write no line breaks")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	if *indent && *join {
		return f.wrong("-indent and -join exclude each other")
	}
	o, err := f.reader()
	if err != nil {
		return f.wrong(err.Error())
	}
	src, err := a.open(files[0])
	if err != nil {
		return a.fail(files[0], err)
	}
	defer src.Close()
	err = f.write(func(w io.Writer) error {
		buf := bufio.NewWriterSize(w, 64<<10)
		err := lines(buf, x12.NewReader(src, &o), *indent, *join)
		if ferr := buf.Flush(); err == nil {
			err = ferr
		}
		return err
	})
	if err != nil {
		return a.fail(files[0], err)
	}
	return exitOK
}

// lines writes the segments of r.
func lines(w *bufio.Writer, r *x12.Reader, indent, join bool) error {
	var judge *x12.Judge
	if indent {
		judge = x12.NewJudge(func(x12.Issue) {})
	}
	ic := r.Interchange()
	tail, brk := "", "\n" // of a terminator of several bytes; between segments
	for s, err := range r.Segments() {
		if err != nil {
			return err
		}
		if now := r.Interchange(); now != nil && now != ic {
			ic, tail, brk = now, "", "\n"
			for lb := now.LineBreak; lb != "" && lb[0] >= 0x80; lb = lb[1:] {
				tail += lb[:1]
			}
			if join || now.Delimiters.Segment == '\n' {
				brk = ""
			}
		}
		if judge != nil {
			judge.Segment(s)
			for range depth(s, judge) {
				w.WriteString("  ")
			}
		}
		w.Write(s.Data())
		w.WriteByte(s.Delimiters().Segment)
		w.WriteString(tail)
		if _, err := w.WriteString(brk); err != nil {
			return err
		}
	}
	return nil
}

// depth is how many loops stand around a segment. Envelopes and sets without a
// guide are not indented.
func depth(s *x12.Segment, judge *x12.Judge) int {
	switch s.Tag() {
	case "ISA", "IEA", "GS", "GE", "ST", "SE", "TA1":
		return 0
	}
	_, n, _ := judge.Place()
	return n
}
