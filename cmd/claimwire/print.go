// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"fmt"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
)

// printer prints issues, as text or as JSON. The text is for people: of many
// issues of one code it has the first. The JSON has all.
type printer struct {
	w      *bufio.Writer
	file   string
	json   bool
	values bool
	cap    *x12.IssueCap
	err    error
	buf    []byte
}

func (p *printer) print(i x12.Issue, controls [3]string) {
	if p.json {
		p.printJSON(i, controls)
		return
	}
	i.Path = "" // the segment is the place
	p.printPath(i)
}

// printPath prints an issue at its place in the claim.
func (p *printer) printPath(i x12.Issue) {
	if !p.cap.Show(i) {
		return
	}
	_, err := fmt.Fprintf(p.w, "%s: %s", visible.Text(p.file), i)
	if p.values && i.Value != "" {
		fmt.Fprintf(p.w, " (%q)", i.Value)
	}
	p.w.WriteByte('\n')
	p.fault(err)
}

// printHidden prints how many issues were not.
func (p *printer) printHidden() {
	for _, n := range p.cap.Hidden() {
		_, err := fmt.Fprintf(p.w, "%s: %s\n", visible.Text(p.file), n)
		p.fault(err)
	}
}

// printJSON writes every key, whether it applies or not.
func (p *printer) printJSON(i x12.Issue, controls [3]string) {
	b := append(p.buf[:0], '{')
	text := func(key, v string) {
		b = append(append(append(b, '"'), key...), `":`...)
		b = append(jsonx.AppendString(b, v), ',')
	}
	number := func(key string, v int64) {
		b = fmt.Appendf(b, `"%s":%d,`, key, v)
	}
	text("file", p.file)
	number("interchange", int64(i.Interchange))
	number("group", int64(i.Group))
	number("set", int64(i.Set))
	b = append(b, `"controls":[`...)
	for k, c := range controls {
		if k > 0 {
			b = append(b, ',')
		}
		b = jsonx.AppendString(b, c)
	}
	b = append(b, "],"...)
	number("segment", int64(i.Segment))
	text("tag", i.Tag)
	text("loop", i.Loop)
	number("element", int64(i.Element))
	number("component", int64(i.Component))
	number("repeat", int64(i.Repeat))
	number("offset", i.Offset)
	text("code", string(i.Code))
	number("snip", int64(i.SNIP))
	text("severity", i.Severity.String())
	if p.values {
		text("value", i.Value)
	}
	b = append(append(b, `"message":`...), jsonx.AppendString(nil, i.Detail)...)
	b = append(b, "}\n"...)
	p.buf = b
	_, err := p.w.Write(b)
	p.fault(err)
}

func (p *printer) fault(err error) {
	if p.err == nil {
		p.err = err
	}
}
