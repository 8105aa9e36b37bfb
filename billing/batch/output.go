// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/claimwire/claimwire/internal/atomicfile"
	"github.com/claimwire/claimwire/internal/spill"
)

// Output is where a run writes: to files, which appear together, whole, or not at
// all, readable by their owner alone; or to writers. A Writer gets bytes as they are
// made, so that after an error it may have a part of a file; with AllOrNothing it gets
// them at the end. The manifest is optional.
type Output struct {
	File   string    // path of the interchanges
	Writer io.Writer // gets them if File is empty

	ManifestFile string
	Manifest     io.Writer // gets the manifest if ManifestFile is empty
}

var errNoOutput = errors.New("batch: the Output has no File and no Writer; give it one of them")

// check refuses an output that would write over what is read, or write two things to
// one file, under whatever names.
func (o *Output) check(src io.Reader) error {
	if o.File == "" && o.Writer == nil {
		return errNoOutput
	}
	var uses []atomicfile.Use
	add := func(name, path string, stream any, write bool) {
		file, ok := stream.(*os.File)
		switch {
		case path != "":
			uses = append(uses, atomicfile.Use{Name: name, Path: path, Write: write})
		case ok && file != nil:
			uses = append(uses, atomicfile.Use{Name: name, File: file, Write: write})
		}
	}
	add("the source", "", src, false)
	add("the output", o.File, o.Writer, true)
	add("the manifest", o.ManifestFile, o.Manifest, true)
	if err := atomicfile.Conflict(uses); err != nil {
		return fmt.Errorf("batch: %w", err)
	}
	return nil
}

// write has fill make the interchanges and the manifest. A Writer, or a File that is
// a pipe or a device, gets the interchanges as they come, but with whole set only
// when fill has succeeded.
func (o *Output) write(whole bool, fill func(dst, manifest io.Writer) error) error {
	atomicfile.Sweep(os.TempDir())
	var files atomicfile.Batch
	defer files.Discard()
	dst, manifest, direct := o.Writer, o.Manifest, true
	if o.File != "" {
		f, err := files.Create(o.File)
		if err != nil {
			return err
		}
		dst, direct = f, f.Direct()
	}
	if o.ManifestFile != "" {
		f, err := files.Create(o.ManifestFile)
		if err != nil {
			return err
		}
		manifest = f
	}
	var err error
	if whole && direct {
		err = keepBack(dst, manifest, fill)
	} else {
		err = fill(dst, manifest)
	}
	if err != nil {
		return err
	}
	return files.Commit()
}

// keepBack writes to dst when fill has succeeded.
func keepBack(dst, manifest io.Writer, fill func(dst, manifest io.Writer) error) error {
	var kept spill.Buffer
	defer kept.Close()
	if err := fill(&kept, manifest); err != nil {
		return err
	}
	return kept.CopyTo(dst)
}
