// SPDX-License-Identifier: Apache-2.0

package form

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/internal/visible"
)

// WriteText writes the form readably: for each page its boxes, one a line, with
// number, name and text; the rows of its table come as one line each. Control
// characters of the claim are escaped, so that they never steer a terminal.
func (f *Form) WriteText(w io.Writer) error {
	if f == nil || w == nil {
		return errors.New("form: there is no form, or nothing to write it to; Of says why a claim has none")
	}
	var b strings.Builder
	for _, page := range f.Pages {
		fmt.Fprintf(&b, "%s, page %d of %d, claim %s\n", f.Name, page.Number, len(f.Pages), visible.Text(f.Claim))
		for i := 0; i < len(page.Boxes); {
			row := page.Boxes[i].Row
			if row == 0 {
				writeBox(&b, &page.Boxes[i])
				i++
				continue
			}
			fmt.Fprintf(&b, "  line %d\n", row)
			for ; i < len(page.Boxes) && page.Boxes[i].Row == row; i++ {
				b.WriteString("  ")
				writeBox(&b, &page.Boxes[i])
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Columns of the readable form.
const (
	numberColumn = 8
	nameColumn   = 44
)

func writeBox(b *strings.Builder, box *Box) {
	b.WriteString("  ")
	pad(b, box.Number, numberColumn)
	pad(b, box.Name, nameColumn)
	b.WriteString(visible.Text(box.Text))
	b.WriteByte('\n')
}

func pad(b *strings.Builder, s string, width int) {
	b.WriteString(s)
	b.WriteString(strings.Repeat(" ", max(1, width-utf8.RuneCountInString(s))))
}

// pageOf is "PAGE 1 OF 2".
func pageOf(page, pages int) string {
	return "PAGE " + strconv.Itoa(page) + " OF " + strconv.Itoa(pages)
}
