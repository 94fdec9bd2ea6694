// Package format turns files into documents and documents into files. It knows
// what of a file is prose and what is markup, and nothing of rules.
package format

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// MaxSize is the size in bytes over which a file is refused.
const MaxSize = 1 << 30

// The errors that Load may return beside those of the operating system and of
// text.Decode.
var (
	ErrTooLarge = errors.New("file is larger than 1 GiB")
	ErrFolder   = errors.New("is a folder, not a file")
)

// A parseFunc finds the prose of a source.
type parseFunc func(name, source string) (*text.Document, error)

// formats are the known formats. A file with another extension is plain text,
// but only those with Walk are looked for in folders.
var formats = []struct {
	extensions []string
	walk       bool
	parse      parseFunc
}{
	{[]string{".txt"}, true, plain},
	{[]string{".md"}, true, markdown},
	{[]string{".markdown"}, false, markdown},
}

// InFolders reports whether a file of this name is checked when its folder is.
func InFolders(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if f.walk && slices.Contains(f.extensions, ext) {
			return true
		}
	}
	return false
}

// Load reads a file and returns its document, of the format that its extension
// names. A file that is no text is an error.
func Load(path string) (*text.Document, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return Decode(path, data)
}

// Read reads a stream to its end; more than MaxSize bytes are an error.
func Read(r io.Reader) ([]byte, error) { return read(r, 0) }

// read reads a stream of about the given size.
func read(r io.Reader, size int64) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(int(size) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(r, MaxSize+1)); err != nil {
		return nil, err
	}
	if buf.Len() > MaxSize {
		return nil, ErrTooLarge
	}
	return buf.Bytes(), nil
}

// Decode returns the document of a file's bytes.
func Decode(name string, data []byte) (*text.Document, error) {
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	source, enc, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	doc, err := Parse(name, source)
	if err != nil {
		return nil, err
	}
	doc.Encoding = enc
	return doc, nil
}

// Parse returns the document of a decoded source.
func Parse(name, source string) (*text.Document, error) {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if slices.Contains(f.extensions, ext) {
			return f.parse(name, source)
		}
	}
	return plain(name, source)
}

func plain(name, source string) (*text.Document, error) { return text.Plain(name, source), nil }

// readFile reads a file of at most MaxSize bytes; a pipe or a device is read to
// its end.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case info.Size() > MaxSize:
		return nil, ErrTooLarge
	}
	return read(f, info.Size())
}
