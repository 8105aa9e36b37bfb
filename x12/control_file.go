// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/claimwire/claimwire/internal/atomicfile"
	"github.com/claimwire/claimwire/internal/filelock"
)

// controlKeep is how many keys a control file remembers at least. It is written
// anew when it holds twice as many.
const controlKeep = 50_000

// ControlFile gives out control numbers from one file, for several goroutines
// and several processes. They lock the file itself while they take a number, so
// that it does not matter by which path or link they came to it. (Systems that are
// not Unix lock a file beside it, with its name and ".lock", instead.) The file is
// its owner's alone: its permissions are 0600.
//
// The file is a journal of JSON lines. A reservation is appended and synced to
// the disk before Reserve returns; a line that a crash cut short was never given
// out and is taken back. The counters are kept for ever, the latest 50,000 keys
// or more with them; older keys are forgotten, and would get new numbers.
//
// To begin at another number than 1, make the file with one line for each kind,
// as in {"kind":"interchange","next":4711}.
type ControlFile struct {
	// OnWait, if not nil, is called once by each Reserve that waits for another
	// process. Set it before the first call of Reserve.
	OnWait func()

	path  string
	turn  chan struct{} // held by the goroutine that reserves
	keep  int
	state controlState
	lines int
	good  int64       // bytes of the file that state holds
	seen  os.FileInfo // the file that state was read from
	head  []byte      // its first bytes, and the last ones before good
	tail  []byte
	mine  reservation // the latest one of this process
}

// OpenControlFile opens the file, or checks that it can be made. An error says
// what is wrong with the file.
func OpenControlFile(path string) (*ControlFile, error) {
	c := &ControlFile{path: path, turn: make(chan struct{}, 1), keep: controlKeep, state: newControlState()}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errors.New("is not a regular file, which a control file must be")}
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		info, err := os.Stat(filepath.Dir(path))
		if err == nil && !info.IsDir() {
			err = fmt.Errorf("x12: control file: %s is not a folder", filepath.Dir(path))
		}
		return c, err
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := c.load(f); err != nil {
		return nil, err
	}
	return c, nil
}

// Reserve is that of ControlNumbers. It waits for other processes until ctx ends.
func (c *ControlFile) Reserve(ctx context.Context, kind ControlKind, key string, n int) (first int64, err error) {
	if err := checkReserve(ctx, kind, key, n); err != nil {
		return 0, err
	}
	if c == nil || c.turn == nil {
		return 0, errors.New("x12: the ControlFile was not opened; open it with OpenControlFile")
	}
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	f, err := c.lock(ctx)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Mode().Perm() != controlPerm {
		f.Chmod(controlPerm) // as far as the file is ours
	}
	if err := c.load(f.File); err != nil {
		return 0, err
	}
	if err := c.checkMine(); err != nil {
		return 0, err
	}
	r, ok, err := c.state.find(kind, key, n)
	if err != nil || ok {
		return r.First, err
	}
	r = c.state.plan(kind, key, n)
	if err := c.append(f.File, r); err != nil {
		return 0, err
	}
	c.mine = r
	// A file of several names keeps its lines: written anew it would have one.
	if c.lines > 2*c.keep && f.Links() == 1 {
		if err := c.compact(f); err != nil { // the reservation stands all the same
			return r.First, nil
		}
	}
	return r.First, nil
}

// controlPerm are the permissions of a control file.
const controlPerm fs.FileMode = 0o600

// checkMine checks that the file still has what this process was given: an older
// copy in its place would give it out again.
func (c *ControlFile) checkMine() error {
	if c.mine.Key == "" || len(c.state.keys) >= c.keep {
		return nil
	}
	if r, ok := c.state.keys[controlKey{c.mine.Kind, c.mine.Key}]; !ok || r != c.mine {
		return errors.New("x12: the control file was replaced by one that lacks numbers which were given out; put the right one back")
	}
	return nil
}

// waitBeforeTold is how long a lock may be held by another before that is told:
// taking a number takes milliseconds.
const waitBeforeTold = 200 * time.Millisecond

// lock opens the file when no other process has it.
func (c *ControlFile) lock(ctx context.Context) (*filelock.File, error) {
	begun, told := time.Now(), c.OnWait == nil
	for wait := time.Millisecond; ; wait = min(2*wait, 50*time.Millisecond) {
		f, ok, err := filelock.TryOpen(c.path, controlPerm)
		if err != nil || ok {
			return f, err
		}
		if !told && time.Since(begun) >= waitBeforeTold {
			told = true
			c.OnWait()
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, fmt.Errorf("x12: another process has the control file locked: %w", ctx.Err())
		}
	}
}

// load reads what was appended since the last time, or the whole of a new file.
func (c *ControlFile) load(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if c.seen == nil || !os.SameFile(c.seen, info) || !c.goesOn(f) {
		c.state, c.lines, c.good = newControlState(), 0, 0
		c.head, c.tail = nil, nil
	}
	c.seen = info
	if info.Size() == c.good {
		return nil
	}
	b, err := io.ReadAll(io.NewSectionReader(f, c.good, info.Size()-c.good))
	if err != nil {
		return err
	}
	for len(b) > 0 {
		line, rest, whole := bytes.Cut(b, []byte{'\n'})
		if !whole { // cut short by a crash, never given out
			return nil
		}
		if len(bytes.TrimSpace(line)) > 0 {
			var r reservation
			if err := json.Unmarshal(line, &r); err != nil || !r.sound() {
				if len(rest) == 0 && bytes.IndexByte(line, 0) >= 0 { // a block that never reached the disk
					return nil
				}
				c.seen = nil
				return fmt.Errorf("x12: line %d of the control file is damaged; repair it before numbers are given out twice", c.lines+1)
			}
			c.state.take(r)
		}
		c.passed(b[:len(line)+1])
		b = rest
	}
	return nil
}

// controlMark is how many bytes tell one control file from another.
const controlMark = 128

// passed notes that a line is part of state.
func (c *ControlFile) passed(line []byte) {
	c.lines++
	c.good += int64(len(line))
	c.head = append(c.head, line[:min(len(line), controlMark-len(c.head))]...)
	c.tail = append(c.tail, line...)
	c.tail = append(c.tail[:0], c.tail[max(0, len(c.tail)-controlMark):]...)
}

// goesOn reports whether the file still begins with what state holds. Its inode
// does not say so: a file that is written anew may get the inode of an older one.
func (c *ControlFile) goesOn(f *os.File) bool {
	at := func(want []byte, off int64) bool {
		got := make([]byte, len(want))
		n, _ := f.ReadAt(got, off)
		return bytes.Equal(got[:n], want)
	}
	return at(c.head, 0) && at(c.tail, c.good-int64(len(c.tail)))
}

// append adds a reservation and has it on the disk.
func (c *ControlFile) append(f *os.File, r reservation) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	fresh := c.good == 0
	err = f.Truncate(c.good) // what a crash left behind
	if err == nil {
		_, err = f.WriteAt(line, c.good)
	}
	if err == nil {
		err = f.Sync()
	}
	if err == nil && fresh {
		err = atomicfile.SyncDir(filepath.Dir(c.path))
	}
	if err != nil {
		c.seen = nil // read it anew
		return errors.Join(err, f.Truncate(c.good))
	}
	c.state.take(r)
	c.passed(line)
	return nil
}

// compact writes the file anew with the counters and the latest keys, while it is
// locked: who waits for the lock sees that the path leads to another file now.
func (c *ControlFile) compact(f *filelock.File) error {
	path, err := filelock.Resolve(c.path)
	if err != nil || !filelock.Names(path, f.File) {
		return err
	}
	if err := f.CloseForRename(); err != nil {
		return err
	}
	c.seen = nil
	return atomicfile.WriteFile(path, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		mark := reservation{Kind: ControlInterchange, Next: max(1, c.state.next[ControlInterchange]), Written: rand.Text()}
		if err := enc.Encode(mark); err != nil {
			return err
		}
		for _, k := range c.state.last[max(0, len(c.state.last)-c.keep):] {
			if err := enc.Encode(c.state.keys[k]); err != nil {
				return err
			}
		}
		for kind, next := range c.state.next { // after the keys, which set counters too
			if err := enc.Encode(reservation{Kind: kind, Next: next}); err != nil {
				return err
			}
		}
		return nil
	})
}
