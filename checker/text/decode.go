package text

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how a file is stored.
type Encoding string

// The encodings that Decode tells by their byte order mark; UTF-8 has none or
// its own.
const (
	UTF8    Encoding = "utf-8"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
)

// Decode returns the text of a file as UTF-8, its own byte order mark kept
// when it is UTF-8. Bytes that are not UTF-8 are left as they are. It returns
// an error for a file that holds NUL bytes and no UTF-16 byte order mark: that
// is no text.
func Decode(data []byte) (string, Encoding, error) {
	enc := UTF8
	switch {
	case len(data) >= 2 && data[0] == 0xff && data[1] == 0xfe:
		enc = UTF16LE
	case len(data) >= 2 && data[0] == 0xfe && data[1] == 0xff:
		enc = UTF16BE
	}
	if enc == UTF8 {
		s := string(data)
		if strings.IndexByte(s, 0) >= 0 {
			return "", "", errors.New("binary file: it holds NUL bytes (if it is a text, save it as UTF-8)")
		}
		return s, UTF8, nil
	}
	codec, err := Codec(enc)
	if err != nil {
		return "", "", err
	}
	out, err := codec.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", err
	}
	return string(out), enc, nil
}

// Encode returns the bytes of a text in an encoding, which is one of the above or
// another of those that the web knows by name. A text that it cannot write is
// an error.
func Encode(s string, enc Encoding) ([]byte, error) {
	if enc == UTF8 || enc == "" {
		return []byte(s), nil
	}
	c, err := Codec(enc)
	if err != nil {
		return nil, err
	}
	out, err := c.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil, fmt.Errorf("the text cannot be written in %s: %w", enc, err)
	}
	return out, nil
}

// Codec returns what reads and writes an encoding.
func Codec(enc Encoding) (encoding.Encoding, error) {
	switch enc {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	}
	c, err := htmlindex.Get(string(enc))
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %q", enc)
	}
	return c, nil
}
