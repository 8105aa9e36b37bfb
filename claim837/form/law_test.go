// SPDX-License-Identifier: Apache-2.0

package form

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// leaves calls do for the path of each field of a claim that has a place in its kind
// of set: with one entry in each list.
func leaves(k claim837.Kind, do func(path string)) {
	var walk func(t reflect.Type, path string)
	walk = func(t reflect.Type, path string) {
		fields := jsonx.Fields(t)
		switch {
		case t == reflect.TypeFor[[]x12.Raw]() || t == reflect.TypeFor[claim837.At]() || t == reflect.TypeFor[claim837.Kind]() || t == reflect.TypeFor[x12.Level]():
		case t.Kind() == reflect.Pointer:
			walk(t.Elem(), path)
		case t.Kind() == reflect.Slice:
			walk(t.Elem(), path+"[0]")
		case fields != nil:
			for _, f := range fields {
				walk(t.Field(f.Index).Type, strings.TrimPrefix(path+"."+f.Key, "."))
			}
		default:
			if _, ok := (&claim837.Claim{Kind: k}).Place(path); ok {
				do(path)
			}
		}
	}
	walk(reflect.TypeFor[claim837.Claim](), "")
}

// fieldAt returns the field at a path; what leads to it is made.
func fieldAt(c *claim837.Claim, path string) reflect.Value {
	v := reflect.ValueOf(c).Elem()
	for path != "" {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		path = strings.TrimPrefix(path, ".")
		if strings.HasPrefix(path, "[0]") {
			if v.Len() == 0 {
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			}
			v, path = v.Index(0), path[3:]
			continue
		}
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		for _, f := range jsonx.Fields(v.Type()) {
			if f.Key == path[:end] {
				v = v.Field(f.Index)
				break
			}
		}
		path = path[end:]
	}
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	return v
}

// shown reports whether a form of a claim shows a field or says that it does not.
func shown(paper func(*claim837.Claim) (*Form, []x12.Issue), base *claim837.Claim, path string) bool {
	with, without := base.Clone(), base.Clone()
	fieldAt(without, path).SetZero()
	switch v := fieldAt(with, path); v.Addr().Interface().(type) {
	case *decimal.Decimal:
		v.Set(reflect.ValueOf(decimal.New(7, 0)))
	case *decimal.NullDecimal:
		v.Set(reflect.ValueOf(decimal.NewNullDecimal(decimal.New(7, 0))))
	case *x12.Code, *string:
		if v.String() == "" {
			v.SetString("X")
		}
	case *int:
		v.SetInt(1)
	default:
		if v.IsZero() {
			var f testkit.Filler
			f.Fill(v.Addr().Interface())
		}
	}
	a, told := paper(with)
	b, less := paper(without)
	if !reflect.DeepEqual(a, b) || !slices.Equal(told, less) {
		return true
	}
	return slices.ContainsFunc(told, func(i x12.Issue) bool {
		rest, ok := strings.CutPrefix(path, i.Path)
		return ok && i.Path != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

// Every field that has a place in a claim is on its form, or the form says that it has
// no box for it, or nobody asks for it on paper.
func TestFormsShowEveryField(t *testing.T) {
	asked := map[string]bool{}
	for _, k := range []claim837.Kind{claim837.Professional, claim837.Institutional} {
		bare := &claim837.Claim{Kind: k, Lines: make([]claim837.ServiceLine, 1), Institutional: new(claim837.InstitutionalClaim)}
		full := claimOf(t, map[claim837.Kind]string{claim837.Professional: "office", claim837.Institutional: "inpatient"}[k])
		leaves(k, func(path string) {
			not := notAsked(path, asked)
			if !shown(Of, bare, path) && !shown(Of, full, path) && !not {
				t.Errorf("%v: nothing becomes of %s: give it a box, or say that there is none (noBox), or that nobody asks for it", k, path)
			}
		})
	}
	for _, end := range unasked {
		if !asked[end] {
			t.Errorf("%s is the end of no field", end)
		}
	}
}

// unasked are the ends of paths of fields that no box asks for.
var unasked = []string{
	// what kind of name, number or text another field is: its box tells
	".entityType", ".idType", ".qualifier", ".prefix", ".relationship", ".responsibility", "].type", "note.type", "relatedCauses[0]", "epsdtReferral.applies",
	// of a name or a number that stands in a box only with its kind beside it
	"patient.gender", "ing.name.id", "acility.name.id", "patient.name.id", "numbers[0].number", "subscriber.payer.name.id", "purchasedService.providerID",
	// a form names organizations by one name, and providers by their numbers
	"payer.name.first", "payer.name.middle", "payer.name.suffix", "rendering.name.last", "rendering.name.first", "rendering.name.middle", "rendering.name.suffix",
	"ing.name.middle", "].billing.name", "contact.name", "contacts[0].name", ".payerID", "payTo.name",
	// what the payer knows, or finds in the box of another field
	"].insuranceType", "subscriber.insuranceType", ".filingIndicator", "].benefitsAssigned", "].patientSignatureSource", "].releaseOfInformation", "patientSignatureSource",
	"address.country", "assignment", "].subscriber.address", "].subscriber.ssn", "].subscriber.ssn2", "].payer.address", "].payer.name.id", "subscriber.payer.address",
	"disabilityFrom.to", "disabilityTo.to", "payer.claimControlNumber",
	// lines are known by their order, what they are counted in by their code
	"lines[0].number", "lines[0].controlNumber", "lines[0].unit", "lines[0].ordering.address",
}

// notAsked reports whether a path, or what it is a part of, ends so; submission is the
// file that a claim is sent in.
func notAsked(path string, asked map[string]bool) bool {
	for p := path; p != ""; p = p[:max(strings.LastIndexByte(p, '.'), 0)] {
		for _, end := range unasked {
			if strings.HasSuffix(p, end) {
				asked[end] = true
				return true
			}
		}
	}
	return strings.HasPrefix(path, "submission.")
}
