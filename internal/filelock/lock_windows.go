// SPDX-License-Identifier: Apache-2.0

package filelock

import (
	"errors"
	"io/fs"
	"syscall"
)

const sharingViolation syscall.Errno = 32

// tryBeside opens the file so that nobody else can.
func tryBeside(path string) (unlock func(), ok bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, &fs.PathError{Op: "lock", Path: path, Err: err}
	}
	return func() { syscall.CloseHandle(h) }, true, nil
}

// Links returns how many names the file has.
func (f *File) Links() int {
	var info syscall.ByHandleFileInformation
	if err := syscall.GetFileInformationByHandle(syscall.Handle(f.Fd()), &info); err != nil {
		return 0
	}
	return int(info.NumberOfLinks)
}
