// Package krutidev reads and writes text typed for the fonts Kruti Dev 010 and
// DevLys 010, whose letters are Devanagari drawn in the places of Latin ones:
// iz/kkuea=h is प्रधानमंत्री. Such text is in visual order: ि stands before its
// akshara, a reph behind it.
package krutidev

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/nukta/nukta/checker/text"
)

//go:embed layout.tsv
var layoutTSV string

// place says where a glyph is typed.
type place uint8

const (
	inOrder place = iota
	before        // before the akshara that it belongs to
	after         // behind the akshara that it belongs to
)

// glyph is what a code draws. Of a glyph that belongs to an akshara, head stands
// before the akshara in Unicode and tail behind it; another has all in tail.
type glyph struct {
	place      place
	head, tail []rune
}

// letter reports whether the glyph is part of a word.
func (g glyph) letter() bool { return g.place != inOrder || text.IsDevanagari(g.tail[len(g.tail)-1]) }

// half reports whether the glyph is a half letter.
func (g glyph) half() bool { return len(g.tail) > 1 && g.tail[len(g.tail)-1] == text.Halant }

// layout is the table of the fonts in both directions.
type layout struct {
	// glyphs are by code; latin are those below U+0100.
	glyphs map[rune]*glyph
	latin  [256]*glyph
	// codes are by text. A letter that has none is its half and the stroke
	// that completes it.
	codes map[string]string
	// tall are the codes below letters that have no half.
	tall map[string]string
	// longest is the number of runes of the longest text in codes.
	longest int
}

const (
	akshara = "◌" // in layout.tsv: the akshara that a glyph belongs to
	signAA  = 'ा'
	signI   = 'ि'
	stroke  = "k" // the code of ा, which completes a half letter
	reph    = "Z"
	prebase = "f" // the code of ि
	dot     = "+" // the code of the nukta
)

// compositions are vowels and vowel signs that are typed in two pieces.
var compositions = map[[2]rune]rune{
	{'अ', 'ा'}: 'आ', {'अ', 'ॉ'}: 'ऑ', {'अ', 'ो'}: 'ओ', {'अ', 'ौ'}: 'औ',
	{'आ', 'े'}: 'ओ', {'आ', 'ै'}: 'औ', {'आ', 'ॅ'}: 'ऑ',
	{'ए', 'े'}: 'ऐ', {'ए', 'ॅ'}: 'ऍ',
	{'ा', 'े'}: 'ो', {'े', 'ा'}: 'ो', {'ा', 'ै'}: 'ौ', {'ै', 'ा'}: 'ौ', {'ा', 'ॅ'}: 'ॉ', {'ॅ', 'ा'}: 'ॉ',
}

// pieces are the vowels and vowel signs that have no code of their own, with
// their codes.
var pieces = map[string]string{
	"आ": "vk", "ई": "bZ", "ऐ": ",s", "ऍ": ",W", "ओ": "vks", "औ": "vkS", "ऑ": "vkW",
	"ो": "ks", "ौ": "kS", "ॉ": "kW",
}

// theLayout is read when the first legacy text is met: few documents have any.
var theLayout = sync.OnceValue(func() *layout {
	l := &layout{glyphs: map[rune]*glyph{}, codes: map[string]string{}, tall: map[string]string{}}
	for line := range strings.Lines(layoutTSV) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) == 3 && !strings.HasPrefix(line, "# ") {
			l.add(row[0], row[1], row[2])
		}
	}
	for text, code := range pieces {
		l.codes[text] = code
	}
	for text, code := range l.codes {
		if whole, half := strings.CutSuffix(text, "्"); half && whole != "" && l.codes[whole] == "" {
			l.codes[whole] = code + stroke
		}
	}
	for text := range l.codes {
		l.longest = max(l.longest, utf8.RuneCountInString(text))
	}
	return l
})

// add adds a row of the table.
func (l *layout) add(code, draws, use string) {
	g := glyph{tail: []rune(draws)}
	if head, tail, ok := strings.Cut(draws, akshara); ok {
		g = glyph{after, []rune(head), []rune(tail)}
	}
	switch use {
	case "before":
		g.place = before
	case "both":
		l.codes[draws] = code
	case "tall":
		l.tall[draws] = code
	}
	r, _ := utf8.DecodeRuneInString(code)
	l.glyphs[r] = &g
	if int(r) < len(l.latin) {
		l.latin[r] = &g
	}
}

// glyph returns what a code draws, or nil.
func (l *layout) glyph(code rune) *glyph {
	if 0 <= code && int(code) < len(l.latin) {
		return l.latin[code]
	}
	return l.glyphs[code]
}

// next returns the first code of s and its length in bytes. A byte that is no
// UTF-8 is one of Windows-1252, in which such text was saved.
func next(s string) (code rune, n int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return charmap.Windows1252.DecodeByte(s[0]), 1
	}
	return r, n
}
