package text

import (
	"slices"
	"unicode/utf8"
)

// paragraphs cuts plain text into blocks. A line is a paragraph, unless the
// text is hard-wrapped: then lines up to a blank one are. The first block is a
// heading when it is short and ends like none of its sentences.
func paragraphs(s string, tokens []Token) []Block {
	lines := textLines(tokens)
	wrapped := hardWrapped(s, tokens, lines)
	var blocks []Block
	for i := 0; i < len(lines); i++ {
		if blank(tokens, lines[i]) {
			continue
		}
		first, last := lines[i].First, lines[i].Last
		for wrapped && i+1 < len(lines) && !blank(tokens, lines[i+1]) {
			i++
			last = lines[i].Last
		}
		span := Span{tokens[first].Start(), tokens[last-1].End()}
		blocks = append(blocks, Block{Paragraph, span, first, last})
	}
	if len(blocks) > 1 && headline(s, tokens, blocks[0]) {
		blocks[0].Kind = Heading
	}
	return blocks
}

// textLines returns the lines as ranges of tokens without their line ends.
func textLines(tokens []Token) []Range {
	var lines []Range
	first := 0
	for i, t := range tokens {
		if t.Kind == Break {
			lines = append(lines, Range{first, i})
			first = i + 1
		}
	}
	return append(lines, Range{first, len(tokens)})
}

func blank(tokens []Token, line Range) bool {
	for _, t := range tokens[line.First:line.Last] {
		if t.Kind != Space {
			return false
		}
	}
	return true
}

// hardWrapped reports whether lines are broken at a width and paragraphs by
// blank lines: most lines before a non-blank one are 40 to 100 code points
// long, of like length, and end inside a sentence.
func hardWrapped(s string, tokens []Token, lines []Range) bool {
	var lengths []int
	open := 0
	for i := 0; i+1 < len(lines); i++ {
		if blank(tokens, lines[i]) || blank(tokens, lines[i+1]) {
			continue
		}
		l := lines[i]
		line := s[tokens[l.First].Start():tokens[l.Last-1].End()]
		length := maxWidth + 1
		if len(line) <= maxWidth*3 {
			length = utf8.RuneCountInString(line)
		}
		lengths = append(lengths, length)
		if k := tokens[l.Last-1].Kind; k == Word || k == Latin || k == Number || k == Space {
			open++
		}
	}
	if len(lengths) < 3 || open*10 < len(lengths)*7 {
		return false
	}
	slices.Sort(lengths)
	median := lengths[len(lengths)/2]
	return 40 <= median && median <= maxWidth && lengths[len(lengths)/10]*2 > median
}

// maxWidth is the widest line, in code points, of hard-wrapped text.
const maxWidth = 100

// headline reports whether a block reads as a headline: at most 20 words and
// no sentence end, unless it asks or exclaims.
func headline(s string, tokens []Token, b Block) bool {
	words := 0
	for _, t := range tokens[b.First:b.Last] {
		if t.Kind == Word || t.Kind == Latin || t.Kind == Number {
			words++
		}
	}
	last := b.Last - 1
	for last > b.First && tokens[last].Kind == Space {
		last--
	}
	r, _ := utf8.DecodeRuneInString(s[tokens[last].Start():])
	return words > 0 && words <= 20 && r != Danda && r != '|' && r != '.'
}
