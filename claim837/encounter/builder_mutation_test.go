// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// Every fixture without one of its values, with it emptied, and with each list
// too long: it becomes a claim that can be written, or a finding with a path
// says why not.
func TestBuildMutations(t *testing.T) {
	p := fixturePractice(t)
	b := NewBuilder(p, &BuilderOptions{Today: x12.DateOf(made)})
	env, _ := p.Envelope(made)
	tried, refused := 0, 0
	for _, path := range fixtureFiles(t) {
		var whole any
		if err := json.Unmarshal(readJSON(t, path, new(Encounter)), &whole); err != nil {
			t.Fatal(err)
		}
		each(whole, "", func(what string, mutate func(), restore func()) {
			mutate()
			text, err := json.Marshal(whole)
			restore()
			if err != nil {
				t.Fatal(err)
			}
			var e Encounter
			if err := json.Unmarshal(text, &e); err != nil {
				return // an amount or a date that is a list
			}
			tried++
			claim, err := builtOrFound(b, &env, &e)
			if err != nil {
				t.Errorf("%s, %s: %v", path, what, err)
			}
			if claim == nil {
				refused++
			}
		})
	}
	t.Logf("%d encounters, %d refused", tried, refused)
	if tried < 4000 {
		t.Errorf("%d encounters are few", tried)
	}
}

// builtOrFound checks the law of building on an encounter.
func builtOrFound(b *Builder, env *claim837.Envelope, e *Encounter) (*claim837.Claim, error) {
	claim, found := b.Claim(e)
	if claim == nil {
		for _, i := range found {
			if i.Severity == x12.Error && i.Path == "" {
				return nil, fmt.Errorf("a finding has no path: %s", i)
			}
		}
		return nil, nil
	}
	var dst bytes.Buffer
	w := claim837.NewWriter(&dst, env, &claim837.WriterOptions{X12: x12.WriterOptions{Fold: true}})
	err := errors.Join(w.Write(claim), w.Close())
	var r *claim837.RefusedError
	if !errors.As(err, &r) {
		return claim, err
	}
	for _, i := range r.Issues {
		if i.Severity == x12.Error && !aboutText(i) {
			return claim, fmt.Errorf("a claim without errors is refused: %s", i)
		}
	}
	return claim, nil
}

// each calls do for every change of a JSON value: mutate makes it, restore takes
// it back.
func each(v any, path string, do func(what string, mutate, restore func())) {
	switch v := v.(type) {
	case map[string]any:
		for key, old := range v {
			at := path + "." + key
			restore := func() { v[key] = old }
			do("without "+at, func() { delete(v, key) }, restore)
			if _, ok := old.(string); ok {
				do("empty "+at, func() { v[key] = "" }, restore)
			}
			if list, ok := old.([]any); ok && len(list) > 0 {
				do("long "+at, func() {
					var long []any
					for len(long) < 40 {
						long = append(long, list...)
					}
					v[key] = long
				}, restore)
				do("none of "+at, func() { v[key] = []any{} }, restore)
			}
			each(old, at, do)
		}
	case []any:
		for i := range v {
			each(v[i], fmt.Sprintf("%s[%d]", path, i), do)
		}
	}
}
