package x12

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// controlKeep is how many keys a control file remembers at least. It is written
// anew when it holds twice as many.
const controlKeep = 50_000

// ControlFile gives out control numbers from one file, for several goroutines
// and, through a lock beside the file (its name and ".lock"), several processes.
//
// The file is a journal of JSON lines. A reservation is appended and synced to
// the disk before Reserve returns; a line that a crash cut short was never given
// out and is taken back. The counters are kept for ever, the latest 50,000 keys
// or more with them; older keys are forgotten, and would get new numbers.
//
// To begin at another number than 1, make the file with one line for each kind,
// as in {"kind":"interchange","next":4711}.
type ControlFile struct {
	path  string
	turn  chan struct{} // held by the goroutine that reserves
	keep  int
	state controlState
	lines int
	good  int64       // bytes of the file that state holds
	seen  os.FileInfo // the file that state was read from
}

// OpenControlFile opens the file, or checks that it can be made. An error says
// what is wrong with the file.
func OpenControlFile(path string) (*ControlFile, error) {
	c := &ControlFile{path: path, turn: make(chan struct{}, 1), keep: controlKeep, state: newControlState()}
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
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return 0, err
	}
	defer unlock()

	f, err := os.OpenFile(c.path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if err := c.load(f); err != nil {
		return 0, err
	}
	r, ok, err := c.state.find(kind, key, n)
	if err != nil || ok {
		return r.First, err
	}
	r = c.state.plan(kind, key, n)
	if err := c.append(f, r); err != nil {
		return 0, err
	}
	if c.lines > 2*c.keep {
		if err := c.compact(); err != nil { // the reservation stands all the same
			return r.First, nil
		}
	}
	return r.First, nil
}

// lock waits for the lock between processes.
func (c *ControlFile) lock(ctx context.Context) (unlock func(), err error) {
	for wait := time.Millisecond; ; wait = min(2*wait, 50*time.Millisecond) {
		unlock, ok, err := tryLock(c.path + ".lock")
		if err != nil || ok {
			return unlock, err
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, fmt.Errorf("x12: waiting for the lock of the control file: %w", ctx.Err())
		}
	}
}

// load reads what was appended since the last time, or the whole of a new file.
func (c *ControlFile) load(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if c.seen == nil || !os.SameFile(c.seen, info) || info.Size() < c.good {
		c.state, c.lines, c.good = newControlState(), 0, 0
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
		c.lines++
		c.good += int64(len(line)) + 1
		b = rest
	}
	return nil
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
		err = syncDir(filepath.Dir(c.path))
	}
	if err != nil {
		c.seen = nil // read it anew
		return errors.Join(err, f.Truncate(c.good))
	}
	c.state.take(r)
	c.lines++
	c.good += int64(len(line))
	return nil
}

// compact writes the file anew with the counters and the latest keys.
func (c *ControlFile) compact() (err error) {
	last := c.state.last[max(0, len(c.state.last)-c.keep):]
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, k := range last {
		if err := enc.Encode(c.state.keys[k]); err != nil {
			return err
		}
	}
	for kind, next := range c.state.next { // after the keys, which set counters too
		if err := enc.Encode(reservation{Kind: kind, Next: next}); err != nil {
			return err
		}
	}
	c.seen = nil
	f, err := os.CreateTemp(filepath.Dir(c.path), filepath.Base(c.path)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(b.Bytes())
	if err == nil && c.mode() != 0 {
		err = f.Chmod(c.mode())
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), c.path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(c.path))
}

// mode returns the permissions of the file; 0 when they cannot be told.
func (c *ControlFile) mode() fs.FileMode {
	info, err := os.Stat(c.path)
	if err != nil {
		return 0
	}
	return info.Mode().Perm()
}
