package rules

import (
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// The quotation marks of a document, read once for all rules that ask about
// them: which one opens, which one closes, which is an apostrophe or an inch,
// and which has no place. How a block is read is in quotes_reading.go, what speaks
// for a reading in quotes_costs.go.

// quoteLevel tells single quotes from double ones.
type quoteLevel uint8

const (
	singleQuote quoteLevel = iota
	doubleQuote
)

// quoteFamily is a way of drawing quotation marks.
type quoteFamily uint8

const (
	familyStraight  quoteFamily = iota // ' " ''
	familyCurly                        // ‘ ’ “ ” ‘‘ ’’
	familyGuillemet                    // ‹ › « »
	familyAccent                       // ` ´, which are no quotation marks
	familyLow                          // ‚ „ ,, as Central Europe opens
	familyCount                        // their number
)

// quoteGlyph is what is known of a character that serves as quotation mark.
type quoteGlyph struct {
	level  quoteLevel
	family quoteFamily
	// face is 1 where the glyph opens, -1 where it closes, 0 where it does
	// both.
	face int8
}

var quoteGlyphs = map[string]quoteGlyph{
	`"`: {doubleQuote, familyStraight, 0}, "＂": {doubleQuote, familyStraight, 0}, "'": {singleQuote, familyStraight, 0}, "＇": {singleQuote, familyStraight, 0},
	"“": {doubleQuote, familyCurly, 1}, "‟": {doubleQuote, familyCurly, 1}, "”": {doubleQuote, familyCurly, -1},
	"‘": {singleQuote, familyCurly, 1}, "‛": {singleQuote, familyCurly, 1}, "’": {singleQuote, familyCurly, -1},
	"«": {doubleQuote, familyGuillemet, 1}, "»": {doubleQuote, familyGuillemet, -1},
	"‹": {singleQuote, familyGuillemet, 1}, "›": {singleQuote, familyGuillemet, -1},
	"`": {singleQuote, familyAccent, 0}, "´": {singleQuote, familyAccent, 0},
	"„": {doubleQuote, familyLow, 1}, "‚": {singleQuote, familyLow, 1}, ",": {singleQuote, familyLow, 1},
}

// quoteRole is what a mark does.
type quoteRole uint8

const (
	quoteOpens quoteRole = iota
	quoteCloses
	// quoteSilent marks are no quotation marks: apostrophes, feet, inches, commas.
	quoteSilent
)

// quoteFault is what is wrong with a mark.
type quoteFault uint8

const (
	quoteSound quoteFault = iota
	// quoteUnclosed is an opening mark that nothing closes.
	quoteUnclosed
	// quoteUnopened is a closing mark that nothing opened.
	quoteUnopened
	// quoteBackwards is a curly mark that faces the wrong way.
	quoteBackwards
	// quoteOtherLevel is a double mark that closes a single one, or the reverse.
	quoteOtherLevel
	// quoteCrossing is a mark that closes before the quotation inside it does.
	quoteCrossing
	// quoteHushed is a fault that is not told.
	quoteHushed
)

// quoteMark is one quotation mark: a character, or two alike that make one.
type quoteMark struct {
	quoteGlyph
	span  text.Span
	token int // the first token
	signs int // 2 where two characters make the mark
	block int
	role  quoteRole
	fault quoteFault
	// leansOpen says that the spaces beside the mark are those of an opening
	// one.
	leansOpen bool
	// partner is the index of the mark that closes or opens this one, or -1.
	partner int
}

// quotes is the reading of a document's quotation marks, in text order.
var quotes = text.NewShared(findQuotes)

// quoteGlyphOf returns the glyph of a token that may be a quotation mark.
func quoteGlyphOf(d *text.Document, t text.Token) (quoteGlyph, bool) {
	if t.Kind != text.Punct && t.Kind != text.Other {
		return quoteGlyph{}, false
	}
	s := d.Of(t)
	if len(s) == 1 && strings.IndexByte("\"'`,", s[0]) < 0 || len(s) > 3 || s[0] == devanagariLead {
		return quoteGlyph{}, false
	}
	g, ok := quoteGlyphs[s]
	return g, ok
}

func findQuotes(d *text.Document) []quoteMark {
	r := quoteReader{doc: d}
	ends := make([]int, len(d.Blocks))
	for b, block := range d.Blocks {
		first := len(r.signs)
		for i := block.First; i < block.Last; i++ {
			g, ok := quoteGlyphOf(d, d.Tokens[i])
			if ok && (d.Text[d.Tokens[i].Start()] != ',' || besideComma(d, block, i)) {
				r.signs = append(r.signs, quoteSign{quoteGlyph: g, token: i})
			}
		}
		if len(r.signs)-first > maxSigns {
			r.signs = r.signs[:first]
		}
		r.sides(block, r.signs[first:])
		ends[b] = len(r.signs)
	}
	all, first := r.signs, 0
	r.singles = slices.ContainsFunc(all, quoteSign.opensSingle)
	for b := range d.Blocks {
		if r.signs = all[first:ends[b]]; len(r.signs) > 0 {
			r.read(b)
		}
		first = ends[b]
	}
	joinParagraphs(d, r.marks)
	quieten(r.marks)
	return r.marks
}

// besideComma reports whether a comma directly before or behind token i makes
// a pair with it.
func besideComma(d *text.Document, b text.Block, i int) bool {
	return i+1 < b.Last && d.Of(d.Tokens[i+1]) == "," || i > b.First && d.Of(d.Tokens[i-1]) == ","
}

// maxParagraphs is how many paragraphs behind its opening mark a quotation may
// end that is not opened again in each of them.
const maxParagraphs = 4

// joinParagraphs clears the faults of quotations over several paragraphs:
// those that each paragraph opens again, and those that a later paragraph
// closes with no mark of that level in between.
func joinParagraphs(d *text.Document, marks []quoteMark) {
	var open [2]int // by level, index + 1 of the last mark that nothing closed
	for i := range marks {
		m := &marks[i]
		if m.role == quoteSilent {
			continue
		}
		if o := open[m.level] - 1; o >= 0 && marks[o].block < m.block {
			join(d, &marks[o], m)
		}
		open[m.level] = 0
		if m.fault == quoteUnclosed || m.fault == quoteUnopened && m.face < 0 && m.leansOpen {
			open[m.level] = i + 1
		}
	}
}

// join clears the fault of a mark that nothing closed in its block where the
// next mark of its level goes on with its quotation. A headline and a list item
// are not gone on with by what begins with a quotation of its own.
func join(d *text.Document, o, m *quoteMark) {
	from, to := d.Blocks[o.block].Kind, d.Blocks[m.block].Kind
	prose := from == to && (from == text.Paragraph || from == text.Quotation)
	switch {
	case prose && m.role == quoteOpens && o.fault == quoteUnclosed && m.block == o.block+1 && startsBlock(d, m):
		o.fault = quoteSound
	case m.fault == quoteUnopened && !m.leansOpen && m.block <= o.block+maxParagraphs && from != text.Item:
		m.fault, o.fault = quoteSound, quoteSound
		if o.face < 0 {
			o.role, o.fault = quoteOpens, quoteBackwards
		}
	}
}

// startsBlock reports whether nothing but space stands before a mark in its
// block.
func startsBlock(d *text.Document, m *quoteMark) bool {
	first := d.Blocks[m.block].First
	return m.token == first || m.token == first+1 && d.Tokens[first].Kind == text.Space
}

// maxFaults is the number of faults told in one block: where there are more,
// its quotation marks cannot be understood.
const maxFaults = 3

func quieten(marks []quoteMark) {
	block, count := -1, 0
	for i := range marks {
		m := &marks[i]
		if m.block != block {
			block, count = m.block, 0
		}
		if m.fault == quoteSound {
			continue
		}
		if count++; count > maxFaults {
			m.fault = quoteHushed
		}
	}
}
