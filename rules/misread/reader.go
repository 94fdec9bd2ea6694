package misread

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// reader reads one run.
type reader struct {
	s         string
	start, at int
	out       string
	// strong counts the units that no other text looks like, weak those of
	// Latin-1, as é; lost those of which a byte is gone.
	strong, weak, lost int
	// quoted counts the weak units that end in a quote or a dash, which may be
	// one: São Paulo in capitals and quotes ends so.
	quoted int
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
	}
	if have < want {
		return r.maimed(buf[:have], at, n)
	}
	u, _ := utf8.DecodeRune(buf[:have])
	switch {
	case want == 2 && toByte(u) == 0:
		return 0, 0
	case want == 2:
		r.weak++
		if 0x91 <= buf[1] && buf[1] <= 0x97 {
			r.quoted++
		}
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
	var u rune
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
	return r.strong > 0 || r.weak > r.quoted || r.lost > 1 || r.lost == 1 && strings.HasPrefix(r.s[r.start:], "â€")
}
