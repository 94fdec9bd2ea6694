package format

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"

	"github.com/nukta/nukta/checker/text"
)

// The errors that Save may return beside those of the operating system.
var (
	ErrReadOnly = errors.New("file is read-only; it was left untouched")
	ErrChanged  = errors.New("file has changed since it was read; it was left untouched")
	ErrLossy    = errors.New("file is not valid UTF-16; it was left untouched")
	ErrSpecial  = errors.New("not a regular file; it was left untouched")
)

// Save replaces the file that doc was loaded from by fixed, in the document's
// encoding. The file is replaced as a whole or not at all, keeps its mode and,
// where the system lets it, its owner. A symbolic link stays, and the file that
// it names is replaced. A file that nobody may write, or that is no longer what
// doc holds, is left alone.
func Save(doc *text.Document, fixed string) error {
	after, err := text.Encode(fixed, doc.Encoding)
	if err != nil {
		return err
	}
	path, err := filepath.EvalSymlinks(doc.Name)
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
	return replace(path, info, after, func() error { return unchanged(path, doc) })
}

// unchanged returns an error when a file no longer holds a document, or holds
// bytes that the document does not.
func unchanged(path string, doc *text.Document) error {
	now, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	source, enc, err := text.Decode(now)
	if err != nil || source != doc.Source || enc != encodingOf(doc) {
		return ErrChanged
	}
	if back, err := text.Encode(source, enc); err != nil || !bytes.Equal(back, now) {
		return ErrLossy
	}
	return nil
}

func encodingOf(doc *text.Document) text.Encoding {
	if doc.Encoding == "" {
		return text.UTF8
	}
	return doc.Encoding
}
