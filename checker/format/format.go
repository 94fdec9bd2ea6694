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

// Format is a kind of file.
type Format struct {
	// Name is what people call the format by.
	Name string

	extensions []string
	walk       bool // whether such files are looked for in folders
	// parse finds the prose of a source.
	parse func(name, source string) (*text.Document, error)
	// decode returns the source that a file's bytes hold; nil is text.Decode.
	decode func(data []byte) (string, text.Encoding, error)
	// escape returns what writes prose into a source of an encoding; nil is for
	// formats that need none.
	escape func(text.Encoding) func(string) string
	// extract finds the prose of a format that is an archive; such a format has
	// none of the above.
	extract func(*archive) (*extraction, error)
}

// formats are the known formats. A file with another extension is of the first.
var formats = []Format{
	{Name: "txt", extensions: []string{".txt"}, walk: true, parse: plain},
	{Name: "markdown", extensions: []string{".md"}, walk: true, parse: markdown, escape: markdownEscape},
	{Name: "markdown", extensions: []string{".markdown"}, parse: markdown, escape: markdownEscape},
	{Name: "html", extensions: []string{".html", ".htm"}, walk: true, parse: hypertext, decode: decodeHTML, escape: htmlEscape},
	{Name: "html", extensions: []string{".xhtml"}, parse: hypertext, decode: decodeHTML, escape: htmlEscape},
	{Name: "srt", extensions: []string{".srt"}, walk: true, parse: subRip},
	{Name: "vtt", extensions: []string{".vtt"}, walk: true, parse: webVTT, escape: htmlEscape},
	{Name: "docx", extensions: []string{".docx"}, walk: true, extract: docx},
	{Name: "docx", extensions: []string{".docm"}, extract: docx},
	{Name: "odt", extensions: []string{".odt"}, walk: true, extract: odt},
}

// Names returns the names of the formats.
func Names() []string {
	var names []string
	for _, f := range formats {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

// Named returns the format with a name, which may be an extension of its files,
// or nil.
func Named(name string) *Format {
	i := slices.IndexFunc(formats, func(f Format) bool {
		return f.Name == name || slices.Contains(f.extensions, "."+name)
	})
	if i < 0 {
		return nil
	}
	return &formats[i]
}

// Of returns the format of a file, which its extension names: plain text where
// it names no other.
func Of(name string) *Format {
	if f := byExtension(name); f != nil {
		return f
	}
	return &formats[0]
}

// byExtension returns the format that a file's extension names, or nil.
func byExtension(name string) *Format {
	ext := strings.ToLower(filepath.Ext(name))
	i := slices.IndexFunc(formats, func(f Format) bool { return slices.Contains(f.extensions, ext) })
	if i < 0 {
		return nil
	}
	return &formats[i]
}

// InFolders reports whether a file of this name is checked when its folder is.
// What Word puts beside a document that is open is not.
func InFolders(name string) bool {
	f := byExtension(name)
	return f != nil && f.walk && !strings.HasPrefix(filepath.Base(name), "~$")
}

// Load reads a file and returns its document, of the format that its extension
// names. A file that is no text is an error.
func Load(path string) (*text.Document, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Decode(path, data)
}

// Read reads a stream to its end; more than MaxSize bytes are an error.
func Read(r io.Reader) ([]byte, error) { return read(r, 0) }

// read reads a stream of about the given size, or of one that is not known: 0.
func read(r io.Reader, size int64) ([]byte, error) {
	limited := io.LimitReader(r, MaxSize+1)
	var data []byte
	var err error
	if size > 0 {
		buf := bytes.NewBuffer(make([]byte, 0, int(size)+bytes.MinRead))
		_, err = buf.ReadFrom(limited)
		data = buf.Bytes()
	} else {
		data, err = io.ReadAll(limited) // which needs less memory than a buffer that doubles
	}
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxSize:
		return nil, ErrTooLarge
	}
	return data, nil
}

// Decode returns the document of a file's bytes, of the format that its
// extension names.
func Decode(name string, data []byte) (*text.Document, error) { return Of(name).Decode(name, data) }

// Parse returns the document of a decoded source, of the format that the
// extension of its name names.
func Parse(name, source string) (*text.Document, error) { return Of(name).Parse(name, source) }

// Decode returns the document of the bytes of a file of the format.
func (f *Format) Decode(name string, data []byte) (*text.Document, error) {
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	if f.extract != nil {
		return f.extracted(name, data)
	}
	source, enc, err := f.source(data)
	if err != nil {
		return nil, err
	}
	return f.document(name, source, enc)
}

// extracted returns the document of an archive.
func (f *Format) extracted(name string, data []byte) (*text.Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	x, err := f.extract(a)
	if err != nil {
		return nil, err
	}
	doc := x.document(name)
	doc.Format, doc.Encoding = f.Name, text.UTF8
	return doc, nil
}

// Parse returns the document of a decoded source of the format; that of an
// archive is its bytes.
func (f *Format) Parse(name, source string) (*text.Document, error) {
	if f.extract != nil {
		return f.Decode(name, []byte(source))
	}
	return f.document(name, source, text.UTF8)
}

// formatOf returns the format of a document.
func formatOf(doc *text.Document) *Format {
	if f := Named(doc.Format); f != nil {
		return f
	}
	return Of(doc.Name)
}

func (f *Format) source(data []byte) (string, text.Encoding, error) {
	if f.decode != nil {
		return f.decode(data)
	}
	return text.Decode(data)
}

func (f *Format) document(name, source string, enc text.Encoding) (*text.Document, error) {
	doc, err := f.parse(name, source)
	if err != nil {
		return nil, err
	}
	doc.Format, doc.Encoding = f.Name, enc
	if f.escape != nil {
		doc.Escape = f.escape(enc)
	}
	return doc, nil
}

func plain(name, source string) (*text.Document, error) { return text.Plain(name, source), nil }

// ReadFile reads a file of at most MaxSize bytes; a pipe or a device is read to
// its end.
func ReadFile(path string) ([]byte, error) {
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
