package krutidev

import (
	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// Decode returns the Unicode text, in NFC, of text typed for the fonts. What
// the layout does not have stays. The time is linear in the length of s.
func Decode(s string) string {
	d := decoder{layout: theLayout(), out: make([]rune, 0, len(s))}
	for at := 0; at < len(s); {
		code, n := next(s[at:])
		at += n
		d.code(code, s[at:])
	}
	d.close()
	return norm.NFC.String(string(d.out))
}

// decoder is the state between two codes.
type decoder struct {
	layout *layout
	out    []rune
	// last is the code before; 0 behind what the layout does not have.
	last rune
	// halant says that the last code is a halant and not a half letter.
	halant bool
	// waiting are the glyphs typed before their akshara, which begins at
	// start.
	waiting []glyph
	start   int
}

func (d *decoder) code(code rune, rest string) {
	code = d.unquote(code, rest)
	g := d.layout.glyph(code)
	if g == nil {
		d.close()
		d.out = append(d.out, code)
		d.last, d.halant = 0, false
		return
	}
	again := code == d.last
	switch {
	case g.place == before:
		d.settle()
		d.wait(*g)
	case g.place == after:
		d.settle()
		if !again {
			d.enclose(*g, d.aksharaStart())
		}
	case g.tail[0] == text.Visarga:
		d.close()
		d.visarga(rest)
	default:
		d.letters(g.tail, again)
	}
	d.last, d.halant = code, len(g.tail) == 1 && g.tail[0] == text.Halant
}

// unquote returns the code that a word processor has turned into a curly quote:
// ns’k is देश, typed ns'k. Other quotes stay quotes.
func (d *decoder) unquote(code rune, rest string) rune {
	straight := '\''
	switch code {
	case '‘', '’':
	case '“', '”':
		straight = '"'
	default:
		return code
	}
	following, _ := next(rest)
	if string(following) == stroke || d.isLetter(d.last) && d.isLetter(following) {
		return straight
	}
	return code
}

func (d *decoder) isLetter(code rune) bool {
	g := d.layout.glyph(code)
	return g != nil && g.letter()
}

// letters adds what a glyph draws that is typed where it stands in Unicode.
func (d *decoder) letters(drawn []rune, again bool) {
	switch text.ClassOf(drawn[0]) {
	case text.ClassHalant:
		d.below(drawn, again)
	case text.ClassNukta:
		d.nukta()
	case text.ClassMatra:
		d.matra(drawn[0])
		for _, r := range drawn[1:] {
			d.sign(r)
		}
	case text.ClassSign:
		d.settle()
		d.sign(drawn[0])
	case text.ClassConsonant:
		d.settle()
		d.out = append(d.out, drawn...)
	default:
		d.close()
		d.out = append(d.out, drawn...)
	}
}

// wait notes a glyph whose akshara follows.
func (d *decoder) wait(g glyph) {
	if len(d.waiting) == 0 {
		d.start = len(d.out)
	}
	d.waiting = append(d.waiting[:min(len(d.waiting), 1)], g)
}

// settle puts what waits for an akshara in its place once the consonants of
// the akshara are complete.
func (d *decoder) settle() {
	if len(d.out) > d.start && !d.endsIn(text.Halant) {
		d.release()
	}
}

// close ends a word. A glyph that waits in vain stays where it is.
func (d *decoder) close() { d.release() }

func (d *decoder) release() {
	waiting := d.waiting
	d.waiting = d.waiting[:0]
	for _, g := range waiting {
		d.enclose(g, d.start)
	}
}

// visarga adds what one code draws: a visarga or a colon. The words and parts
// of words that have a visarga are known; behind others it is a colon.
func (d *decoder) visarga(rest string) {
	at := len(d.out)
	for at > max(len(d.out)-maxAkshara, 0) && text.IsDevanagari(d.out[at-1]) {
		at--
	}
	word := norm.NFC.String(string(d.out[at:]))
	cue := lexicon.CueVisarga
	if following, _ := next(rest); d.isLetter(following) {
		cue = lexicon.CueVisargaPrefix
	}
	if lexicon.IsCue(cue, word) {
		d.out = append(d.out, text.Visarga)
		return
	}
	d.out = append(d.out, ':')
}
