// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

func readJSON[T any](t testing.TB, name string) T {
	t.Helper()
	text, err := os.ReadFile("testdata/requests/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var v T
	if err := jsonx.Unmarshal(text, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

// built writes the inquiries of requests, and lists what was found.
func built(t testing.TB, p *Practice, requests []Request, o *WriterOptions) (out, found string) {
	t.Helper()
	env, issues := p.Envelope(noon)
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	var dst bytes.Buffer
	var list strings.Builder
	w := NewInquiryWriter(&dst, &env, o)
	b := NewBuilder(p, &BuilderOptions{Now: noon})
	for i := range requests {
		q, issues := b.Inquiry(&requests[i])
		for _, f := range issues {
			fmt.Fprintf(&list, "%d %s %s %s: %s\n", i+1, f.Severity, f.Code, f.Path, f.Detail)
		}
		if q == nil {
			continue
		}
		var no *RefusedError
		if err := w.Write(q); errors.As(err, &no) {
			for _, f := range no.Issues {
				fmt.Fprintf(&list, "%d refused %s %s %s: %s\n", i+1, f.Severity, f.Code, f.Path, f.Detail)
			}
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dst.String(), list.String()
}

// Requests become inquiries; what is written is valid, and reads as it was built.
func TestRequests(t *testing.T) {
	p := readJSON[Practice](t, "practice")
	for name, max := range map[string]int{"single": 1, "batch": 0, "spend-down": 0, "alternate-search": 0, "wrong": 0} {
		o := &WriterOptions{MaxPatients: max, X12: x12.WriterOptions{LineBreak: "\n", Fold: true}}
		out, found := built(t, &p, readJSON[[]Request](t, name), o)
		testkit.Golden(t, filepath.Join("testdata/requests", name+".270"), []byte(out))
		testkit.Golden(t, filepath.Join("testdata/requests", name+".issues"), []byte(found))
		if out == "" {
			continue
		}
		for i, err := range x12.Validate(strings.NewReader(out), &x12.ValidateOptions{SNIP: 2}) {
			if err != nil || i.Severity == x12.Error {
				t.Errorf("%s: %v %v", name, i, err)
			}
		}
		if r := recode([]byte(out), nil); r.err != nil || string(r.out) != out {
			t.Errorf("%s: %v, %s", name, r.err, r.out)
		}
	}
}

// Every place that a finding about a request names is one of the request.
func TestPathsAreOfTheRequest(t *testing.T) {
	var fields func(rt reflect.Type, into map[string]bool)
	fields = func(rt reflect.Type, into map[string]bool) {
		switch rt.Kind() {
		case reflect.Pointer, reflect.Slice:
			fields(rt.Elem(), into)
		case reflect.Struct:
			for i := range rt.NumField() {
				if key := jsonx.Key(rt.Field(i).Name); !into[key] {
					into[key] = true
					fields(rt.Field(i).Type, into)
				}
			}
		case reflect.Map:
			fields(rt.Elem(), into)
		}
	}
	known := map[string]bool{}
	fields(reflect.TypeFor[Request](), known)
	p := readJSON[Practice](t, "practice")
	b := NewBuilder(&p, nil)
	n := 0
	for _, name := range []string{"alternate-search", "wrong", "batch"} {
		for _, r := range readJSON[[]Request](t, name) {
			_, found := b.Inquiry(&r)
			for _, i := range found {
				for _, key := range strings.Split(i.Path, ".") {
					key, _, _ = strings.Cut(key, "[")
					if n++; !known[key] {
						t.Errorf("%s names a place %q, which a request does not have", i.Code, i.Path)
					}
				}
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d places", n)
	}
}

func TestRequestJSON(t *testing.T) {
	all := readJSON[[]Request](t, "batch")
	for i := range all {
		text, err := json.Marshal(all[i])
		if err != nil {
			t.Fatal(err)
		}
		var back Request
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if d := testkit.Changed(&all[i], &back); d != "" {
			t.Errorf("request %d changed %s", i, d)
		}
	}
	if n := testkit.JSONTypes(t, reflect.TypeFor[PersonInfo](), nil); n < 3 {
		t.Errorf("only %d types", n)
	}
	for in, want := range map[string]string{
		`{"payer":{"nmae":""}}`: "payer.nmae: there is no such key",
		`{"provider":{"x":1}}`:  "provider.x: there is no such key",
		`{"spendDown":"1,5"}`:   "spendDown: not an amount",
	} {
		var r Request
		if err := json.Unmarshal([]byte(in), &r); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
	if _, found := (&Request{}).Inquiry(nil); len(found) != 1 || found[0].Code != CodeNoPractice {
		t.Errorf("without a practice: %v", found)
	}
	if env, found := (&Practice{}).Envelope(noon); len(found) != 2 || env.Group.Version != Guide {
		t.Errorf("an empty practice: %v", found)
	}
	if len(Words("serviceTypes")) < 40 || Words("shoe") != nil {
		t.Error("the words of service types")
	}
}

// Building and validating leave a request as it is: goroutines may share it.
func TestBuilderIsShared(t *testing.T) {
	p := readJSON[Practice](t, "practice")
	all := readJSON[[]Request](t, "batch")
	was := readJSON[[]Request](t, "batch")
	b := NewBuilder(&p, nil)
	done := make(chan string)
	for range 4 {
		go func() {
			_, found := "", ""
			for i := range all {
				if q, issues := b.Inquiry(&all[i]); q == nil {
					found += fmt.Sprint(issues)
				}
			}
			done <- found
		}()
	}
	for range 4 {
		if s := <-done; s != "" {
			t.Error(s)
		}
	}
	if !reflect.DeepEqual(all, was) {
		t.Error("building changes a request")
	}
}
