package format

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// The most that is read of an archive. A novel comes to a tenth of it.
const (
	maxUnpacked = 64 << 20
	maxEntries  = 10_000
	// An archive that unpacks to more than maxFree may not unpack to more than
	// maxRatio of its own size. XML of real documents comes to 30.
	maxFree  = 8 << 20
	maxRatio = 200
)

// The errors of archives that a person may meet.
var (
	ErrProtected  = errors.New("document is protected by a password; save a copy without one and check that")
	ErrOldWord    = errors.New("old Word document (.doc); open it in a word processor and save it as .docx")
	ErrNoDocument = errors.New("no word processor's document, or a damaged one; open it in a word processor and save it again")
	ErrUnpacked   = errors.New("document is larger than 64 MiB when unpacked")
	ErrBomb       = errors.New("document unpacks to more than 200 times its size, as no real one does")
)

// archive is a zip archive of which some entries are read.
type archive struct {
	zip     *zip.Reader
	entries map[string]*zip.File // by name in lower case: so do Word and the standard compare them
	size    int                  // of the archive, in bytes
	read    int                  // bytes unpacked so far
	changed map[string][]byte    // what some entries hold instead, by name in lower case
}

// openArchive reads an archive's directory. An archive that is damaged or built
// to mislead is an error.
func openArchive(data []byte) (*archive, error) {
	if err := notArchive(data); err != nil {
		return nil, err
	}
	// The directory is read as a whole, so its entries are counted first.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, fmt.Errorf("document has more than %d parts", maxEntries)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are never those of files on a disk
		return nil, ErrNoDocument
	}
	a := &archive{zip: r, entries: make(map[string]*zip.File, len(r.File)), size: len(data)}
	for _, f := range r.File {
		const encrypted = 1
		key := strings.ToLower(f.Name)
		switch {
		case f.Flags&encrypted != 0:
			return nil, ErrProtected
		case a.entries[key] != nil:
			return nil, fmt.Errorf("document has two parts of the name %q; it is damaged or made to mislead", f.Name)
		}
		a.entries[key] = f
	}
	return a, nil
}

// notArchive returns the error of a file that is none, where more can be said
// than that.
func notArchive(data []byte) error {
	const (
		compound  = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
		encrypted = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	)
	switch {
	case !bytes.HasPrefix(data, []byte(compound)):
		return nil
	case bytes.Contains(data, []byte(encrypted)):
		return ErrProtected
	}
	return ErrOldWord
}

// has reports whether there is an entry of a name.
func (a *archive) has(name string) bool { return a.entries[strings.ToLower(name)] != nil }

// part returns what an entry holds. Sizes are those that are unpacked, whatever
// the directory says.
func (a *archive) part(name string) ([]byte, error) {
	key := strings.ToLower(name)
	if data, ok := a.changed[key]; ok {
		return data, nil
	}
	f := a.entries[key]
	if f == nil {
		return nil, fmt.Errorf("%w (%s is missing)", ErrNoDocument, name)
	}
	data, err := a.unpack(f)
	if err != nil && !errors.Is(err, ErrUnpacked) && !errors.Is(err, ErrBomb) {
		return nil, fmt.Errorf("%w (%s: %w)", ErrNoDocument, name, err)
	}
	return data, err
}

func (a *archive) unpack(f *zip.File) ([]byte, error) {
	most, tooMuch := maxUnpacked, ErrUnpacked
	if ratio := max(maxFree, a.size*maxRatio); ratio < most {
		most, tooMuch = ratio, ErrBomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // nothing was written
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(io.LimitReader(r, int64(most-a.read)+1)); err != nil {
		return nil, err
	}
	if a.read += buf.Len(); a.read > most {
		return nil, tooMuch
	}
	return buf.Bytes(), nil
}

// with returns the archive with other contents of some entries.
func (a *archive) with(changed map[string][]byte) *archive {
	b := *a
	b.read, b.changed = 0, changed
	return &b
}

// bytes returns the archive as a file. Entries that are not changed are copied
// as they are packed; all keep their order, names, times and modes.
func (a *archive) bytes() ([]byte, error) {
	var out bytes.Buffer
	out.Grow(a.size)
	w := zip.NewWriter(&out)
	if err := w.SetComment(a.zip.Comment); err != nil {
		return nil, err
	}
	for _, f := range a.zip.File {
		data, changed := a.changed[strings.ToLower(f.Name)]
		write := w.Copy
		if changed {
			write = func(f *zip.File) error { return replaceEntry(w, f, data) }
		}
		if err := write(f); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// replaceEntry writes an entry like f that holds data.
func replaceEntry(w *zip.Writer, f *zip.File, data []byte) error {
	packed := data
	if f.Method == zip.Deflate {
		var buf bytes.Buffer
		c, err := flate.NewWriter(&buf, flate.DefaultCompression)
		if err != nil {
			return err
		}
		if _, err := c.Write(data); err != nil {
			return err
		}
		if err := c.Close(); err != nil {
			return err
		}
		packed = buf.Bytes()
	}
	header := f.FileHeader
	header.CRC32 = crc32.ChecksumIEEE(data)
	header.UncompressedSize64, header.CompressedSize64 = uint64(len(data)), uint64(len(packed))
	out, err := w.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = out.Write(packed)
	return err
}
