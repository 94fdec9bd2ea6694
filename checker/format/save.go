package format

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// The errors that Save may return beside those of the operating system.
var (
	ErrReadOnly = errors.New("file is read-only; it was left untouched")
	ErrChanged  = errors.New("file has changed since it was read; it was left untouched")
	ErrSpecial  = errors.New("not a regular file; it was left untouched")
)

// Save replaces a file that holds before by one that holds after. The file is
// replaced as a whole or not at all, keeps its mode and, where the system lets
// it, its owner. A symbolic link stays, and the file that it names is replaced.
// A file that nobody may write, or that no longer holds before, is left alone.
func Save(path string, before, after []byte) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrSpecial
	case info.Mode().Perm()&0o200 == 0:
		return ErrReadOnly
	}
	return replace(path, info, after, func() error { return unchanged(path, before) })
}

// unchanged returns an error when a file no longer holds what was read.
func unchanged(path string, before []byte) error {
	now, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(now, before) {
		err = ErrChanged
	}
	return err
}
