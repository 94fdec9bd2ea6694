package baseline

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Name is the usual name of a baseline.
const Name = ".nukta-baseline.json"

// version is the version of the file's shape. Within a version keys are only
// added.
const version = 1

// maxSize is the size in bytes over which a baseline is refused.
const maxSize = 64 << 20

// Read reads a baseline. Errors of its contents carry the file and the line; a
// file that does not exist is an fs.ErrNotExist.
func Read(path string) (*Baseline, error) {
	b, err := New(path)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch err := errors.Join(err, f.Close()); {
	case err != nil:
		return nil, err
	case len(data) > maxSize:
		return nil, fmt.Errorf("%s: baseline is larger than %d bytes", path, maxSize)
	}
	d := &decoder{json: json.NewDecoder(bytes.NewReader(data))}
	if err := d.document(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", path, d.line(data, err), err)
	}
	b.entries, b.Across = d.entries, d.across
	return b, nil
}

// decoder reads a baseline value by value, so that each error has a place.
type decoder struct {
	json    *json.Decoder
	version int
	across  bool
	entries []Entry
}

// line returns the line of an error.
func (d *decoder) line(data []byte, err error) int {
	at := d.json.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	return 1 + bytes.Count(data[:min(int(at), len(data))], []byte{'\n'})
}

var errShape = errors.New(`this is no baseline: want an object with "version" and "findings"`)

func (d *decoder) document() error {
	if err := d.delim('{'); err != nil {
		return err
	}
	for d.json.More() {
		key, err := d.json.Token()
		if err != nil {
			return cut(err)
		}
		if err := d.field(key); err != nil {
			return err
		}
	}
	if err := d.delim('}'); err != nil {
		return err
	}
	if _, err := d.json.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands behind the end of the baseline")
	}
	if d.version == 0 {
		return errShape
	}
	return nil
}

func (d *decoder) field(key json.Token) error {
	switch key {
	case "version":
		if err := d.json.Decode(&d.version); err != nil || d.version < 1 {
			return errors.New(`"version" must be a number, 1 or more`)
		}
		if d.version > version {
			return fmt.Errorf("the baseline is of version %d, and this nukta knows version %d; update nukta, or write the baseline anew", d.version, version)
		}
		return nil
	case "across":
		return cut(d.json.Decode(&d.across))
	case "findings":
		return d.findings()
	}
	var other json.RawMessage
	return cut(d.json.Decode(&other))
}

func (d *decoder) findings() error {
	if err := d.delim('['); err != nil {
		return err
	}
	for d.json.More() {
		var e Entry
		if err := d.json.Decode(&e); err != nil {
			return cut(err)
		}
		if e.Path == "" || e.Rule == "" || e.Fingerprint == "" {
			return errors.New(`a finding of a baseline needs "path", "rule" and "fingerprint"`)
		}
		d.entries = append(d.entries, e)
	}
	return d.delim(']')
}

func (d *decoder) delim(want json.Delim) error {
	token, err := d.json.Token()
	switch {
	case err != nil:
		return cut(err)
	case token != want:
		return errShape
	}
	return nil
}

// cut names the end of a file that is not whole, and a value of another type.
func cut(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%q cannot be a %s", wrong.Field, wrong.Value)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the baseline is cut off")
	}
	return err
}

// Write writes the baseline, one finding a line, so that differences between
// two are readable.
func (b *Baseline) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(&trimmed{out})
	enc.SetEscapeHTML(false)
	fmt.Fprintf(out, "{\"version\": %d, \"across\": %t, \"findings\": [", version, b.Across) //nolint:errcheck // Flush says it
	for i, e := range b.entries {
		if i > 0 {
			out.WriteByte(',') //nolint:errcheck // Flush says it
		}
		out.WriteByte('\n') //nolint:errcheck // Flush says it
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	out.WriteString("\n]}\n") //nolint:errcheck // Flush says it
	return out.Flush()
}

// trimmed drops the line end that an encoder writes behind each value.
type trimmed struct{ w io.Writer }

// Write implements io.Writer.
func (t *trimmed) Write(b []byte) (int, error) {
	if _, err := t.w.Write(bytes.TrimSuffix(b, []byte{'\n'})); err != nil {
		return 0, err
	}
	return len(b), nil
}

// New returns an empty baseline for a file, which need not exist.
func New(path string) (*Baseline, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return &Baseline{folder: filepath.Dir(full), gone: map[string]bool{}}, nil
}

// missing reports whether nothing stands at a path.
func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
