// SPDX-License-Identifier: Apache-2.0

// Package atomicfile writes files that are either whole or not there, and
// readable by their owner alone.
//
// Files that belong together are a [Batch]. Each is written under a temporary
// name in the folder where it goes. [Batch.Commit] has all of them on the disk
// (fsync), and only then, one right after the other, with nothing left to be
// written:
//
//  1. takes away the first file of an earlier run, if there is one,
//  2. renames the others to where they go,
//  3. renames the first file to where it goes,
//  4. syncs the folders.
//
// So whenever the first file is there, it is whole, and so are the others, and
// they are of the same run, also when the process is killed at any instant. When
// one of the renames fails, what was there before is put back.
//
// What a killed process leaves are temporary files. They are locked as long as
// their process lives, and the next Batch that writes to the same folder removes
// those that are not ([Sweep]). Their names are .claimwire-PID-HEX.tmp.
//
// Control numbers are reserved, and on the disk, before they are written
// anywhere: a run that dies takes its numbers with it, unless it is repeated.
package atomicfile

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/claimwire/claimwire/internal/filelock"
)

// perm are the permissions of what is written: it holds health data.
const perm fs.FileMode = 0o600

// WriteFile writes one file. After an error or a panic of write the file is
// what it was before. A symbolic link stays one: its target is replaced. A device
// or a pipe is written directly.
func WriteFile(path string, write func(io.Writer) error) error {
	var b Batch
	defer b.Discard()
	f, err := b.Create(path)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		return err
	}
	return b.Commit()
}

// A Batch is files that appear together or not at all. The zero Batch is ready.
type Batch struct {
	files []*File
}

// A File is one of a Batch.
type File struct {
	w      *bufio.Writer
	f      *os.File
	path   string // where it goes, with symbolic links followed
	direct bool   // it has no temporary name: a device, a pipe
	before string // the name that the file of before has meanwhile
}

// Write writes to the file; its error is that of Commit, too.
func (f *File) Write(b []byte) (int, error) { return f.w.Write(b) }

// Direct reports whether what is written arrives at once, since it goes to
// something that cannot be replaced.
func (f *File) Direct() bool { return f.direct }

// Create begins a file. The one created first is never there without the others.
func (b *Batch) Create(path string) (*File, error) {
	f, err := create(path)
	if err != nil {
		return nil, err
	}
	f.w = bufio.NewWriterSize(f.f, 64<<10)
	b.files = append(b.files, f)
	return f, nil
}

func create(path string) (*File, error) {
	if f, ok := descriptor(path); ok {
		return &File{f: f, path: path, direct: true}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &File{f: f, path: path, direct: true}, err
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	real, err := filelock.Resolve(path)
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(real)
	Sweep(dir)
	f, err := createTemp(dir)
	if err != nil {
		return nil, named(err, path)
	}
	return &File{f: f, path: real}, nil
}

// named says in an error the name that the user gave.
func named(err error, path string) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return &fs.PathError{Op: "write", Path: path, Err: e.Err}
	}
	return err
}

// Commit puts the files where they go. After an error none of them is there,
// but for what has arrived at a device or a pipe.
func (b *Batch) Commit() error {
	defer b.Discard()
	var placed []*File
	for _, f := range b.files {
		if err := f.finish(); err != nil {
			return err
		}
		if !f.direct {
			placed = append(placed, f)
		}
	}
	mu.Lock() // Abort waits
	defer mu.Unlock()
	if err := place(placed); err != nil {
		return err
	}
	b.files = nil
	return syncDirs(placed)
}

// finish has all of the file on the disk.
func (f *File) finish() error {
	if err := f.w.Flush(); err != nil {
		return err
	}
	if f.direct {
		return f.f.Close()
	}
	if err := f.f.Chmod(perm); err != nil && runtime.GOOS != "windows" {
		return err
	}
	if err := f.f.Sync(); err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // where an open file cannot be renamed
		return f.f.Close()
	}
	return nil
}

// place renames the files: the first is the last that appears.
func place(files []*File) (err error) {
	var done []*File
	defer func() {
		for _, f := range slices.Backward(done) {
			err = errors.Join(err, f.settle(err != nil))
		}
	}()
	if len(files) > 1 {
		for i, f := range files {
			done = append(done, f)
			if err := f.setAside(i == 0); err != nil {
				return err
			}
		}
	}
	for _, f := range slices.Backward(files) {
		if err := os.Rename(f.f.Name(), f.path); err != nil {
			return &fs.PathError{Op: "write", Path: f.path, Err: err.(*os.LinkError).Err}
		}
		delete(live, f.f.Name())
		f.f.Close()
		f.f = nil
	}
	return nil
}

// setAside gives the file of before another name, beside its own one unless it
// is to be gone.
func (f *File) setAside(gone bool) error {
	if info, err := os.Stat(f.path); err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: f.path, Err: errors.New("is no regular file any more")}
	}
	name := tempName(filepath.Dir(f.path))
	err := errors.ErrUnsupported
	if !gone {
		err = os.Link(f.path, name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(f.path, name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &fs.PathError{Op: "write", Path: f.path, Err: err.(*os.LinkError).Err}
	}
	f.before = name
	return nil
}

// settle forgets the file of before, or puts it back in place of what has come.
func (f *File) settle(back bool) error {
	switch {
	case !back && f.before != "":
		os.Remove(f.before) // if it stays, it is swept
	case back && f.before != "":
		return os.Rename(f.before, f.path)
	case back && f.f == nil:
		return os.Remove(f.path)
	}
	return nil
}

func syncDirs(files []*File) error {
	var dirs []string
	for _, f := range files {
		if dir := filepath.Dir(f.path); !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	for _, dir := range dirs {
		if err := SyncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// Discard takes away what was not committed. It does nothing after Commit.
func (b *Batch) Discard() {
	for _, f := range b.files {
		switch {
		case f.f == nil: // it has its place
		case f.direct:
			f.f.Close()
		default:
			removeTemp(f.f)
		}
	}
	b.files = nil
}

// SyncDir has the new names on the disk. Systems that cannot sync a folder say
// so; the files themselves are safe.
func SyncDir(path string) error {
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
