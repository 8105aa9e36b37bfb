// SPDX-License-Identifier: Apache-2.0

package rules

import (
	"errors"
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Rule is one rule about a T: something that must hold although each segment is
// right. Its ID is stable and is the Code of its issues.
type Rule[T any] struct {
	ID       string
	Retired  []string     // ids that the rule had before; a Set knows it by them, too
	Sets     []string     // what it is about, such as 837P; nil for everything that the Set checks
	SNIP     int          // WEDI SNIP type: 3 balancing, 4 situations, 5 code lists, 6 specialties, 7 payers
	Severity x12.Severity // of its main issue; a rule may have lesser ones
	Strict   bool         // binds the sender only: an error becomes a warning in a set for received files
	Title    string       // what is wrong when it fails
	Fix      string       // what to do
	// Check looks at a T and reports what breaks the rule. It must not change or
	// keep the T, and may be called by several goroutines at once. Some rules of a
	// catalog have none: their package runs them itself, since they are about more
	// than one T.
	Check func(*T, *Report)
}

// whole reports what a rule lacks that every rule needs.
func (r *Rule[T]) whole() error {
	switch {
	case r.ID == "" || strings.ContainsAny(r.ID, " |\n"):
		return errors.New("a rule has no ID, or one with a blank; give it a short one, as in ACME-01")
	case r.Title == "":
		return fmt.Errorf("the rule %s has no Title; say what is wrong when it fails", r.ID)
	case r.SNIP < 1 || r.SNIP > 7:
		return fmt.Errorf("the rule %s has no SNIP type; give 1 to 7, as in 7 for what a payer wants", r.ID)
	case r.Severity > x12.Error:
		return fmt.Errorf("the rule %s has an unknown severity; give info, warning or error", r.ID)
	}
	return nil
}

// Catalog is the list of the rules that a package has about a T.
type Catalog[T any] struct {
	Package string     // for errors
	Sets    []string   // that a T can belong to, such as 837P, 837I and 837D
	Rules   []Rule[T]  // in the order in which they are run
	Unused  []UnusedID // ids that no rule has and none may take

	SetOf func(*T) string // the one of Sets that a T belongs to; may be nil when there is one
	Place Placer[T]       // where a field of a T is; nil when nothing but its path is known
}

// Placer returns where the field at a path of a T is: loop, segment, element and
// component. What it does not know is empty.
type Placer[T any] func(v *T, path string) x12.Position

// UnusedID is an id that no rule of a catalog has: of a rule that is gone, or of
// one that something else checks.
type UnusedID struct {
	ID  string
	Why string
}
