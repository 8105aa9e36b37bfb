// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// RuleTable is the rules of a catalog, for a page.
type RuleTable struct {
	rows, unused bytes.Buffer
}

// Rules returns the table of a catalog. It fails the test where a rule says too
// little, or has a text that does not fit into a table.
func Rules[T any](t *testing.T, c *rules.Catalog[T]) *RuleTable {
	t.Helper()
	if _, err := c.New(); err != nil {
		t.Fatal(err)
	}
	out := new(RuleTable)
	for _, r := range c.Rules {
		if r.Fix == "" || len(r.Sets) == 0 || strings.ContainsAny(r.Title+r.Fix, "|\n") || strings.HasSuffix(r.Title, ".") || strings.HasSuffix(r.Fix, ".") {
			t.Errorf("%s: %q, %q", r.ID, r.Title, r.Fix)
		}
		severity := r.Severity.String()
		if r.Strict && r.Severity == x12.Error {
			severity += "; received: warning"
		}
		id := "`" + r.ID + "`"
		for _, old := range r.Retired {
			id += " (was `" + old + "`)"
		}
		fmt.Fprintf(&out.rows, "| %s | %s | %d | %s | %s | %s |\n", id, strings.Join(r.Sets, ", "), r.SNIP, severity, r.Title, r.Fix)
	}
	for _, u := range c.Unused {
		fmt.Fprintf(&out.unused, "| `%s` | %s |\n", u.ID, u.Why)
	}
	return out
}

// RulesPage compares RULES.md of the package in the current directory with its
// catalogs, or writes it.
func RulesPage(t *testing.T, pkg, about string, tables ...*RuleTable) {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Rules

Every rule of package %[1]s, printed from its catalog (`+"`go test ./%[1]s -run RulesPage -update`"+`), in the order in which rules
are run. Ids are stable: they are the codes of the issues. SNIP is the WEDI type: 3 balancing, 4 situations, 5 code lists, 6 specialties.
The severity is that of the main issue; a rule may have lesser ones. A rule that binds the sender only is a warning in a set for
received files (`+"`Received`"+`).

%[2]s

| rule | sets | SNIP | severity | what is wrong | what to do |
|---|---|---|---|---|---|
`, pkg, about)
	unused := false
	for _, table := range tables {
		b.Write(table.rows.Bytes())
		unused = unused || table.unused.Len() > 0
	}
	if unused {
		b.WriteString("\n## Ids without a rule\n\nNo rule has these ids, and none of your own may take them.\n\n| id | why |\n|---|---|\n")
		for _, table := range tables {
			b.Write(table.unused.Bytes())
		}
	}
	Golden(t, "RULES.md", b.Bytes())
}
