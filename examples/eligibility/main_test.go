// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: is\n%s", path, got)
	}
}

func TestAsk(t *testing.T) {
	var b bytes.Buffer
	if err := ask(&b, time.Date(2026, time.January, 12, 10, 15, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/inquiry.270", b.Bytes())
}

func TestAnswer(t *testing.T) {
	reply, err := os.ReadFile("testdata/reply.271")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := answer(bytes.NewReader(reply), &b); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/answer.txt", b.Bytes())

	b.Reset()
	refused := strings.Replace(string(reply), "REF*6P*G-77*EXAMPLE SCHOOLS~", "AAA*N**75*C~", 1)
	refused = refused[:strings.Index(refused, "INS*")] + "SE*12*0001~GE*1*41~IEA*1*000000041~"
	if err := answer(strings.NewReader(refused), &b); err != nil || !strings.Contains(b.String(), "not-verified") || !strings.Contains(b.String(), "refused: ") {
		t.Errorf("%v: %s", err, b.String())
	}
	b.Reset()
	other := strings.NewReplacer("V-1001", "V-1002", "ZOFIA", "JAN", "XYZ123456790", "XYZ1").Replace(string(reply))
	if err := answer(strings.NewReader(other), &b); err != nil || !strings.HasPrefix(b.String(), "an answer about somebody else") {
		t.Errorf("%v: %s", err, b.String())
	}
	if err := answer(strings.NewReader("no answer"), &b); err == nil {
		t.Error("what is no X12 is read without an error")
	}
}
