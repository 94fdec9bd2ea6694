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

// reader reads one run.
type reader struct {
	s         string
	start, at int
	out       string
	// strong counts the units that no other text looks like, weak those of
	// Latin-1, as é; lost those of which a byte is gone.
	strong, weak, lost int
	// quoted says that the last weak unit ends in a quote or a dash, which may
	// be one.
	quoted bool
}

// lost stand in decoded text for the letters whose last byte is gone, by the
// byte before it.
const (
	lostA4 = '\ue0a4'
	lostA5 = '\ue0a5'
	lost80 = '\ue080'
)

// run reads units with ASCII that is no letter between them.
func (r *reader) run() {
	var out []byte
	for at := r.at; at < len(r.s); {
		u, n := r.unit(at)
		if n > 0 {
			out = append(out, r.s[r.at:at]...)
			at += n
			if u == lost80 {
				out, u = r.joiner(out, at)
			}
			out = utf8.AppendRune(out, u)
			r.at = at
			continue
		}
		b := r.s[at]
		letter := 'a' <= b|0x20 && b|0x20 <= 'z'
		if r.at == r.start || b >= utf8.RuneSelf || b < ' ' && b != '\t' || letter || at-r.at >= maxGap {
			break
		}
		at++
	}
	r.out = string(out)
}

// joiner returns what a lost sign of general punctuation is: ZWJ between two
// letters, the first of which then ends in a halant, else a closing quote.
func (r *reader) joiner(out []byte, at int) ([]byte, rune) {
	last, n := utf8.DecodeLastRune(out)
	if !strings.HasPrefix(r.s[at:], "à") || !text.IsDevanagari(last) && last != lostA4 && last != lostA5 {
		return out, '”'
	}
	if last == lostA5 {
		out = utf8.AppendRune(out[:len(out)-n], text.Halant)
	}
	return out, text.ZWJ
}

// maxGap is the number of ASCII characters between two units of one run.
const maxGap = 64

// unit reads the character that stands at an offset and returns the length of
// what stands for it, or 0.
func (r *reader) unit(at int) (rune, int) {
	var buf [utf8.UTFMax]byte
	lead, n := utf8.DecodeRuneInString(r.s[at:])
	if lead < 0xc2 || 0xf4 < lead {
		return 0, 0
	}
	buf[0] = byte(lead)
	want := 2
	switch {
	case lead >= 0xf0:
		want = 4
	case lead >= 0xe0:
		want = 3
	}
	have := 1
	for ; have < want; have++ {
		c, m := utf8.DecodeRuneInString(r.s[at+n:])
		b := toByte(c)
		if c == ' ' && lead == 0xc3 && strings.HasPrefix(r.s[at+n+m:], "Â") {
			b = 0xa0 // a no-break space that somebody made plain
		}
		if b&0xc0 != 0x80 {
			break
		}
		buf[have] = b
		n += m
		if have == want-1 {
			r.quoted = 0x91 <= b && b <= 0x97
		}
	}
	if have < want {
		return r.maimed(buf[:have], at, n)
	}
	u, _ := utf8.DecodeRune(buf[:have])
	switch {
	case want == 2:
		r.weak++
	case expected(u):
		r.strong++
	default:
		return 0, 0
	}
	return u, n
}

// maimed returns what stands for a letter whose last byte is gone, as the bytes
// that Windows-1252 does not have are.
func (r *reader) maimed(have []byte, at, n int) (rune, int) {
	u := rune(0)
	switch string(have) {
	case "\xe0\xa4":
		u = lostA4
	case "\xe0\xa5":
		u = lostA5
	case "\xe2\x80":
		u = lost80
	default:
		return 0, 0
	}
	r.lost++
	if strings.HasPrefix(r.s[at+n:], string(utf8.RuneError)) {
		n += len(string(utf8.RuneError))
	}
	return u, n
}

// convincing reports whether the run cannot be text as it stands.
func (r *reader) convincing() bool {
	if r.strong > 0 || r.lost > 1 {
		return true
	}
	return r.lost+r.weak > 1 || r.weak == 1 && !r.quoted || r.lost == 1 && strings.HasPrefix(r.s[r.start:], "â€")
}

// expected reports whether a Hindi text may hold r: Devanagari, punctuation,
// currency, joiners, emoji, and what Windows-1252 makes of a second reading.
func expected(r rune) bool {
	switch {
	case 0x900 <= r && r <= 0x97f, 0x2000 <= r && r <= 0x206f, 0x20a0 <= r && r <= 0x20bf,
		r == 0x2122, 0x2190 <= r && r <= 0x21ff, 0x2500 <= r && r <= 0x27bf, r == text.BOM, r == utf8.RuneError, 0x1f300 <= r && r <= 0x1faff, 0xfe0f == r:
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
