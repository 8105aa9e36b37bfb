package claim837

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// recoded is what became of a stream.
type recoded struct {
	out    []byte
	items  []Item
	issues []x12.Issue // of reading
	fixed  []x12.Issue // of writing
	err    error
}

// recode reads a stream as items and writes them again.
func recode(in []byte, o *ReaderOptions) (r recoded) {
	var ro ReaderOptions
	if o != nil {
		ro = *o
	}
	ro.OnIssue = func(i x12.Issue) { r.issues = append(r.issues, i) }
	var dst bytes.Buffer
	w := NewRecodeWriter(&dst, func(i x12.Issue) { r.fixed = append(r.fixed, i) })
	for item, err := range NewReader(bytes.NewReader(in), &ro).Items() {
		if err != nil {
			r.err = err
			break
		}
		if err := w.Write(item); err != nil {
			r.err = err
			break
		}
		r.items = append(r.items, *item)
	}
	if err := w.Close(); err != nil && r.err == nil {
		r.err = err
	}
	r.out = dst.Bytes()
	return r
}

// claimsOf reads the claims of a stream that must be readable.
func claimsOf(t testing.TB, in []byte, o *ReaderOptions) []*Claim {
	t.Helper()
	var out []*Claim
	for c, err := range NewReader(bytes.NewReader(in), o).Claims() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// sameItems compares two streams of items but for what recoding may change: the
// place in the file, trailers that are counted anew or added, and the place of
// segments that no field holds when others were out of order.
func sameItems(a, b []Item) string {
	plain := func(items []Item) []Item {
		seen := map[any]any{}
		items = slices.Clone(items)
		for i := range items {
			it := &items[i]
			it.Position = x12.Position{}
			it.Trailer = nil
			loosen(reflect.ValueOf(it).Elem(), &seen)
			if it.Interchange != nil {
				ic := *it.Interchange
				ic.LineBreak = ""
				it.Interchange = &ic
			}
		}
		return items
	}
	a, b = plain(a), plain(b)
	if reflect.DeepEqual(a, b) {
		return ""
	}
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a) || i >= len(b):
			return fmt.Sprintf("%d and %d items", len(a), len(b))
		case !reflect.DeepEqual(a[i], b[i]):
			return fmt.Sprintf("item %d (-first +second)\n%s", i, cmp.Diff(a[i], b[i], equalTime))
		}
	}
	return ""
}

// loosen makes lists without entries nil, and of raw segments their text without
// their place and order; it copies what it changes. The same pointer gives the same copy.
func loosen(v reflect.Value, seen *map[any]any) {
	switch v.Interface().(type) {
	case decimal.Decimal, decimal.NullDecimal, x12.Time, x12.Position:
		return
	case *x12.Interchange, *x12.Group, *x12.Set:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		was := v.Interface()
		if is, ok := (*seen)[was]; ok {
			v.Set(reflect.ValueOf(is))
			return
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(v.Elem())
		v.Set(c)
		(*seen)[was] = c.Interface()
		loosen(c.Elem(), seen)
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			loosen(v.Index(i), seen)
		}
		if raws, ok := v.Interface().([]x12.Raw); ok {
			slices.SortFunc(raws, func(a, b x12.Raw) int { return strings.Compare(a.Tag, b.Tag) })
		}
	case reflect.Struct:
		if raw, ok := v.Addr().Interface().(*x12.Raw); ok {
			*raw = x12.Raw{Replaces: raw.Replaces, Tag: plainSegment(*raw, true)}
			return
		}
		for i := range v.NumField() {
			loosen(v.Field(i), seen)
		}
	}
}

// numeric tells which elements and components of a segment are numbers of type
// R, by the dictionary behind the guides.
var numeric = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	var walk func(l *x12.Loop)
	walk = func(l *x12.Loop) {
		for _, n := range l.Children {
			if n.Loop != nil {
				walk(n.Loop)
				continue
			}
			for i, e := range n.Use.Elements {
				if e.Element != nil && e.Element.Type == x12.TypeR {
					out[fmt.Sprint(n.Use.Tag, i+1)] = true
				}
				for j, c := range e.Components {
					if c.Element != nil && c.Element.Type == x12.TypeR {
						out[fmt.Sprint(n.Use.Tag, i+1, "-", j+1)] = true
					}
				}
			}
		}
	}
	for _, k := range allKindsOfClaims {
		if g, ok := x12.LookupGuide(k.Guide(), "837"); ok {
			walk(g.Root)
		}
	}
	return out
})

// plainSegment is a segment as text that is the same for segments that hold the
// same: empty elements at the end are left out, and so is what a number has in
// front that tells nothing. The counts of trailers are left out when asked for.
func plainSegment(raw x12.Raw, counts bool) string {
	var elems []string
	for i, e := range raw.Elements {
		var reps []string
		for _, r := range e {
			var comps []string
			for j, s := range r {
				if numeric()[fmt.Sprint(raw.Tag, i+1)] || numeric()[fmt.Sprint(raw.Tag, i+1, "-", j+1)] {
					if coef, exp, ok := x12.ParseDecimal(s); ok {
						s = fmt.Sprintf("%de%d", coef, exp)
					}
				}
				comps = append(comps, s)
			}
			reps = append(reps, strings.Join(trimEmpty(comps), "\x1f"))
		}
		elems = append(elems, strings.Join(trimEmpty(reps), "\x1e"))
	}
	if !counts && (raw.Tag == "SE" || raw.Tag == "GE" || raw.Tag == "IEA") {
		elems = append([]string{"#"}, elems[min(1, len(elems)):]...)
	}
	return raw.Tag + "\x1d" + strings.Join(trimEmpty(elems), "\x1d")
}

func trimEmpty(s []string) []string {
	for len(s) > 0 && s[len(s)-1] == "" {
		s = s[:len(s)-1]
	}
	return s
}

// segmentsOf lists the segments of a stream as plainSegment has them.
func segmentsOf(t testing.TB, in []byte, o x12.ReaderOptions, counts bool) []string {
	t.Helper()
	var out []string
	r := x12.NewReader(bytes.NewReader(in), &o)
	for {
		s, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, plainSegment(s.Raw(), counts))
	}
}

// multisetDiff returns what only a and what only b has.
func multisetDiff(a, b []string) (onlyA, onlyB []string) {
	n := map[string]int{}
	for _, s := range a {
		n[s]++
	}
	for _, s := range b {
		n[s]--
	}
	for s, k := range n {
		for ; k > 0; k-- {
			onlyA = append(onlyA, shown(s))
		}
		for ; k < 0; k++ {
			onlyB = append(onlyB, shown(s))
		}
	}
	sort.Strings(onlyA)
	sort.Strings(onlyB)
	return onlyA, onlyB
}

func shown(s string) string {
	return strings.NewReplacer("\x1d", "*", "\x1e", "^", "\x1f", ":").Replace(s)
}

// kept checks that no segment and no element was lost or made up; trailers that
// were missing may have been added.
func kept(t *testing.T, in, out []byte, o x12.ReaderOptions) {
	t.Helper()
	lost, made := multisetDiff(segmentsOf(t, in, o, false), segmentsOf(t, out, o, false))
	made = slices.DeleteFunc(made, func(s string) bool {
		tag, _, _ := strings.Cut(s, "*")
		return tag == "SE" || tag == "GE" || tag == "IEA"
	})
	if len(lost)+len(made) > 0 {
		t.Errorf("lost:\n\t%s\nmade up:\n\t%s", strings.Join(lost, "\n\t"), strings.Join(made, "\n\t"))
	}
}

// emptyIsNil compares claims where empty and nil lists are the same.
var emptyIsNil = cmp.Options{cmpopts.EquateEmpty(), equalTime}

// changed compares two claims and returns how they differ; empty and nil lists
// are the same.
func changed(was, is *Claim) string {
	was, is = was.Clone(), is.Clone()
	emptyLists(reflect.ValueOf(was).Elem())
	emptyLists(reflect.ValueOf(is).Elem())
	if reflect.DeepEqual(was, is) {
		return ""
	}
	return "(-was +is):\n" + cmp.Diff(was, is, emptyIsNil)
}

// emptyLists makes lists without entries nil.
func emptyLists(v reflect.Value) {
	switch d := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		*d = decimal.New(d.CoefficientInt64(), d.Exponent()) // a zero has two forms in memory
		return
	case *decimal.NullDecimal:
		d.Decimal = decimal.New(d.Decimal.CoefficientInt64(), d.Decimal.Exponent())
		return
	case *x12.Time:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			emptyLists(v.Elem())
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			emptyLists(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			emptyLists(v.Field(i))
		}
	}
}

// canonical is the claim with what a canonical writer gives anew taken out:
// ordinals, levels, line numbers, the scale of numbers, the set's header, and the
// place of what no field holds.
func canonical(c *Claim) *Claim {
	c = c.Clone()
	c.At, c.Submission = At{}, nil
	if c.BillingProvider != nil {
		c.BillingProvider.At, c.BillingProvider.Level = At{}, x12.Level{}
	}
	if c.Subscriber != nil {
		c.Subscriber.At, c.Subscriber.Level = At{}, x12.Level{}
	}
	if c.Patient != nil {
		c.Patient.At, c.Patient.Level = At{}, x12.Level{}
	}
	number := lineNumbers(c)
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			if a := &c.Lines[i].Adjudications[k]; a.BundledInto != 0 {
				a.BundledInto = number(a.BundledInto)
			}
		}
	}
	for i := range c.Lines {
		c.Lines[i].Number = i + 1
	}
	trimNumbers(reflect.ValueOf(c).Elem())
	return c
}

// trimNumbers drops zeros at the end of every number below v, and the place of
// raw segments.
func trimNumbers(v reflect.Value) {
	switch d := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		*d = trimmed(*d)
		return
	case *decimal.NullDecimal:
		d.Decimal = trimmed(d.Decimal)
		return
	case *x12.Raw:
		d.After = 0
		return
	case *x12.Time, *x12.Date:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			trimNumbers(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			trimNumbers(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			trimNumbers(v.Field(i))
		}
	}
}

func trimmed(d decimal.Decimal) decimal.Decimal {
	coef, exp, _ := x12.ParseDecimal(x12.AppendDecimal(nil, d, true))
	return decimal.New(coef, exp)
}

// envelope is one for files that tests write.
func envelope() *Envelope {
	return &Envelope{
		Interchange: x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "SENDER",
			ReceiverQualifier: "ZZ", ReceiverID: "RECEIVER", Date: "260131", Time: "0915", Version: "00501", Control: "1", AckRequested: "0",
			Usage: "T", RepetitionSeparator: "^"},
		Group: x12.Group{FunctionalID: "HC", Sender: "SENDER", Receiver: "RECEIVER", Date: "20260131", Time: "0915", Control: "1",
			Agency: "X", Version: GuideProfessional},
		Set: x12.Set{Control: "0001"},
		Submission: Submission{Purpose: "00", Reference: "B1", Date: 20260131, Time: x12.NewTime(9, 15), ClaimType: "CH",
			Submitter: Submitter{Name: x12.Name{EntityType: "2", Last: "CLINIC", IDType: "46", ID: "S1"},
				Contacts: []x12.Contact{{Name: "ANN", Numbers: []x12.ContactNumber{{Type: "TE", Number: "3035550100"}}}}},
			Receiver: Receiver{Name: x12.Name{EntityType: "2", Last: "NORTH PLAN", IDType: "46", ID: "N1"}}},
	}
}

// write writes claims and returns the file; refused claims are counted.
func write(t testing.TB, claims iter.Seq[*Claim], o *WriterOptions) (out []byte, refused []*RefusedError) {
	t.Helper()
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), o)
	for c := range claims {
		switch err := w.Write(c).(type) {
		case nil:
		case *RefusedError:
			refused = append(refused, err)
		default:
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dst.Bytes(), refused
}

// anyText lets a writer write what was read elsewhere.
func anyText() *WriterOptions {
	return &WriterOptions{Unjudged: true, X12: x12.WriterOptions{Charset: x12.Extended}}
}
