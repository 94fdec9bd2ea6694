// Package misread finds text whose letters were lost on the way and can be had
// back: UTF-8 that was read as Windows-1252 or Latin-1, once or several times,
// and characters that were left as the escapes of HTML, JSON or URLs.
package misread

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/nukta/nukta/checker/text"
)

// Run is a stretch of text that stands for other text.
type Run struct {
	// Span is where it stands.
	Span text.Span
	// Text is what it stands for, with U+FFFD for each letter that is lost for
	// good.
	Text string
	// Units counts the escapes, or the sequences of bytes, that it consists of.
	Units int
	// Lost counts the letters that are lost.
	Lost int
	// Weak says that all of them are letters and signs of Latin-1, as in Ã©, which
	// text for an 8-bit font may hold too.
	Weak bool
}

// Bytes returns the runs of s that are UTF-8 read as Windows-1252 or Latin-1,
// in order. The time is linear in the length of s, and next to nothing where
// s has no letter of Latin-1.
func Bytes(s string) []Run {
	var out []Run
	var words restorer
	for at := 0; ; {
		// Every code point from U+00C0 to U+00FF, which each first byte of a
		// sequence was read as, begins with this byte.
		next := strings.IndexByte(s[at:], 0xc3)
		if next < 0 {
			return out
		}
		at += next
		r := reader{s: s, start: at, at: at}
		r.run()
		if !r.convincing() {
			_, n := utf8.DecodeRuneInString(s[at:])
			at = max(at+n, r.at)
			continue
		}
		run := Run{Span: text.Span{Start: r.start, End: r.at}, Text: words.restore(again(r.out)), Units: r.strong + r.weak + r.lost, Weak: r.strong+r.lost == 0}
		run.Lost = strings.Count(run.Text, string(utf8.RuneError))
		out = append(out, run)
		at = r.at
	}
}

// again returns the text with what was read wrongly more than once put right.
func again(decoded string) string {
	for range maxTimes - 1 {
		var out strings.Builder
		at := 0
		for next := strings.IndexByte(decoded, 0xc3); next >= 0; {
			r := reader{s: decoded, start: at + next, at: at + next}
			r.run()
			if !r.convincing() {
				_, n := utf8.DecodeRuneInString(decoded[r.start:])
				r.at = max(r.at, r.start+n)
				r.out = decoded[r.start:r.at]
			}
			out.WriteString(decoded[at:r.start])
			out.WriteString(r.out)
			at = r.at
			next = strings.IndexByte(decoded[at:], 0xc3)
		}
		if at == 0 {
			return decoded
		}
		out.WriteString(decoded[at:])
		if out.String() == decoded {
			return decoded
		}
		decoded = out.String()
	}
	return decoded
}

// maxTimes is how often a text was read wrongly at most.
const maxTimes = 3

// expected reports whether a Hindi text may hold r: Devanagari, punctuation,
// currency, joiners, emoji, and what Windows-1252 makes of a second reading.
func expected(r rune) bool {
	switch {
	case 0x900 <= r && r <= 0x97f, 0x2000 <= r && r <= 0x206f, 0x20a0 <= r && r <= 0x20bf,
		r == 0x2122, 0x2190 <= r && r <= 0x21ff, 0x2500 <= r && r <= 0x27bf, r == text.BOM, r == utf8.RuneError, 0x1f300 <= r && r <= 0x1faff, r == 0xfe0f:
		return true
	}
	return toByte(r) >= 0x80
}

// toByte returns the byte that Windows-1252 or, where that has none, Latin-1
// reads as r; 0 when there is none.
func toByte(r rune) byte {
	if r < 0x80 {
		return 0
	}
	if b, ok := charmap.Windows1252.EncodeRune(r); ok && b >= 0x80 {
		return b
	}
	if r < 0x100 {
		return byte(r)
	}
	return 0
}
