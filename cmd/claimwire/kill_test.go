// SPDX-License-Identifier: Apache-2.0

//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asCommand, set in the environment, makes this test's program the command.
const asCommand = "CLAIMWIRE_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// process is the command as a process of its own, with its temporary files in a
// folder.
func process(t *testing.T, tmp string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), asCommand+"=1", "TMPDIR="+tmp)
	return c
}

// strays are names in the folders besides those that are wanted.
func strays(t *testing.T, wanted string, dirs ...string) (out []string) {
	t.Helper()
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.Contains(" "+wanted+" ", " "+e.Name()+" ") {
				out = append(out, filepath.Join(dir, e.Name()))
			}
		}
	}
	return out
}

// mixedVisits are visits and, after the first, encounters of another kind that
// wait in temporary files.
func mixedVisits(t *testing.T, n int) string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/mixed.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	lines := strings.SplitAfter(strings.TrimSpace(string(text))+"\n", "\n")
	for i := range n {
		for _, line := range lines {
			var e map[string]json.RawMessage
			if strings.TrimSpace(line) == "" || json.Unmarshal([]byte(line), &e) != nil {
				continue
			}
			e["id"], _ = json.Marshal(fmt.Sprintf("%s-%d", strings.Trim(string(e["id"]), `"`), i))
			again, _ := json.Marshal(e)
			out.Write(append(again, '\n'))
		}
	}
	return out.String()
}

// TestKilled kills build at any instant. After each kill the file is whole and its
// manifest is of it, or there is none; its number is reserved, and no other run
// has it. The next run leaves nothing but its files. CLAIMWIRE_KILLS is how many
// kills (default 4).
func TestKilled(t *testing.T) {
	kills := 4
	if n, err := strconv.Atoi(os.Getenv("CLAIMWIRE_KILLS")); err == nil {
		kills = n
	}
	dir, tmp := t.TempDir(), t.TempDir()
	in, practice := file(t, "in.ndjson", mixedVisits(t, 20)), "../../testdata/practice.json"
	out, rows, control := filepath.Join(dir, "out"), filepath.Join(dir, "rows"), filepath.Join(dir, "control")
	given := map[string]string{} // the clock of the run that has a number
	check := func(what, clock string) (number string) {
		t.Helper()
		text, err := os.ReadFile(out)
		if os.IsNotExist(err) {
			return ""
		}
		if err != nil || len(text) < 106 || !bytes.HasSuffix(bytes.TrimSpace(text), []byte("*"+string(text[90:99])+"~")) {
			t.Fatalf("%s: the file is cut: %v", what, err)
		}
		number = string(text[90:99])
		manifest, err := os.ReadFile(rows)
		lines := bytes.Count(manifest, []byte("\n"))
		if err != nil || lines != bytes.Count(text, []byte("~CLM*")) || lines != bytes.Count(manifest, []byte(`"interchange":"`+number+`"`)) {
			t.Fatalf("%s: the file has %d claims under %s, the manifest %d rows, %v", what, bytes.Count(text, []byte("~CLM*")), number, lines, err)
		}
		n, _ := strconv.Atoi(number)
		reserved, err := os.ReadFile(control)
		if err != nil || !bytes.Contains(reserved, []byte(fmt.Sprintf(`"first":%d,`, n))) {
			t.Fatalf("%s: the number %s is not reserved: %v", what, number, err)
		}
		if before, ok := given[number]; ok && clock != "" && before != clock {
			t.Fatalf("%s: the number %s was given at %s and at %s", what, number, before, clock)
		}
		if clock != "" {
			given[number] = clock
		}
		return number
	}
	args := func(clock string) []string {
		return []string{"build", "-now", clock, "-practice", practice, "-o", out, "-manifest", rows, "-control", control, in}
	}
	clockOf := func(i int) string { return time.Date(2026, 3, 4, 9, 0, i, 0, time.UTC).Format(time.RFC3339) }
	whole := func(i int) (number string, took time.Duration) {
		begun := time.Now()
		p := process(t, tmp, args(clockOf(i))...)
		if errs, err := p.CombinedOutput(); err != nil && p.ProcessState.ExitCode() != exitFindings {
			t.Fatalf("%v %s", err, errs)
		}
		took = time.Since(begun)
		return check("a whole run", clockOf(i)), took
	}
	_, took := whole(0)
	killed, left := 0, 0
	for i := 1; i <= kills; i++ {
		p := process(t, tmp, args(clockOf(i))...)
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took * 11 / 10))
		p.Process.Kill()
		p.Wait()
		if p.ProcessState.Sys().(syscall.WaitStatus).Signaled() {
			killed++
		}
		check(fmt.Sprintf("kill %d", i), "")
		left += len(strays(t, "out rows control", dir, tmp))
		if i%3 != 0 { // else the next run is killed, too
			number, _ := whole(i)
			if number == "" {
				t.Fatal("a whole run wrote nothing")
			}
			if s := strays(t, "out rows control", dir, tmp); len(s) > 0 {
				t.Fatalf("after the next run there are still %v", s)
			}
		}
	}
	t.Logf("%d runs, %d killed before their end, %d temporary files left and removed by the next run; %d numbers, none twice; a run takes %v",
		kills, killed, left, len(given), took)
}

// TestSignals ends runs that wait for input: each says so, with the status of its
// signal, and leaves nothing.
func TestSignals(t *testing.T) {
	practice := file(t, "practice.json", clinic)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if signal.Ignored(sig) {
			continue // as under nohup: what the command inherits stays ignored
		}
		for name, args := range map[string][]string{
			"build":          {"build", clock, "-practice", practice, "-o", "OUT", "-manifest", "MAN", "-"},
			"build -control": {"build", clock, "-practice", practice, "-o", "OUT", "-control", "CON", "-"},
			"inquire":        {"inquire", clock, "-practice", practice, "-o", "OUT", "-"},
			"recode":         {"recode", "-o", "OUT", "-"},
			"fmt":            {"fmt", "-o", "OUT", "-"},
			"remit":          {"remit", "-html", "-o", "OUT", "-"},
			"validate":       {"validate", "-"},
		} {
			dir, tmp := t.TempDir(), t.TempDir()
			args = append([]string(nil), args...)
			for i, a := range args {
				if a == "OUT" || a == "MAN" || a == "CON" {
					args[i] = filepath.Join(dir, a)
				}
			}
			p := process(t, tmp, args...)
			in, err := p.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			var errs bytes.Buffer
			p.Stderr = &errs
			if err := p.Start(); err != nil {
				t.Fatal(err)
			}
			// More than a pipe holds: when it is written, the process reads.
			text := strings.Repeat(good, 400)
			if args[0] == "build" || args[0] == "inquire" {
				text = `{"id":"` + strings.Repeat("x", 400_000)
			}
			if _, err := io.WriteString(in, text); err != nil {
				t.Fatal(name, err, errs.String())
			}
			p.Process.Signal(sig)
			p.Wait()
			if code := p.ProcessState.ExitCode(); code != 128+int(sig) || !strings.Contains(errs.String(), "signal") {
				t.Errorf("%s, %v: %d %s", name, sig, code, errs.String())
			}
			if s := strays(t, "", dir, tmp); len(s) > 0 {
				t.Errorf("%s, %v: leaves %v", name, sig, s)
			}
			in.Close()
		}
	}
}

// A lock that another holds is waited for, with a word and a limit.
func TestControlLockIsWaitedFor(t *testing.T) {
	control := file(t, "control", "")
	f, err := os.Open(control)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	out, errs, status := buildOf(t, visits(1), "-control", control, "-control-wait", "500ms", "-o", filepath.Join(dir, "out"))
	if left, _ := os.ReadDir(dir); status != exitFailed || len(left) > 0 || out != "" || !strings.Contains(errs, "waiting for up to 500ms") || !strings.Contains(errs, "was locked by another run for 500ms") {
		t.Errorf("%d %v %s", status, left, errs)
	}
	told := &onWrite{do: func() { f.Close() }}
	args := []string{"build", clock, "-practice", file(t, "practice.json", clinic), "-control", control, "-"}
	if status := run(args, strings.NewReader(visits(1)), io.Discard, told); status != exitOK || !strings.Contains(told.String(), "waiting for up to 30s") {
		t.Errorf("%d %s", status, told.String())
	}
}

// onWrite does something when it is written to.
type onWrite struct {
	strings.Builder
	do func()
}

func (w *onWrite) Write(b []byte) (int, error) {
	w.do()
	return w.Builder.Write(b)
}
