package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/misread"
)

// findEscapes returns the runs of characters that were left as escapes in prose.
func findEscapes(d *text.Document) []garbled {
	var out []garbled
	for _, r := range misread.Escapes(d.Text) {
		if !leftOver(d, r) {
			continue
		}
		out = append(out, garbled{kind: escapedText, span: r.Span, reads: plainly.Replace(r.Text), fixable: true})
	}
	return out
}

// leftOver reports whether escapes were left over in Hindi prose: several of
// Hindi letters in a row, or one that stands beside a letter. One by itself is
// what the text speaks of; others are markup, code or an address.
func leftOver(d *text.Document, r misread.Run) bool {
	s := d.Text
	before, _ := utf8.DecodeLastRuneInString(s[:r.Span.Start])
	after, _ := utf8.DecodeRuneInString(s[r.Span.End:])
	if kind(d, d.TokenAt(r.Span.Start)) == text.Opaque || strings.ContainsRune("/=?&._~\\", before) || inAccents(s, r.Span) || inData(s, r.Span) {
		return false
	}
	beside := text.IsDevanagari(before) || text.IsDevanagari(after)
	if strings.ContainsFunc(r.Text, text.IsDevanagari) {
		return r.Units > 1 || beside
	}
	if s[r.Span.Start] != '&' {
		return beside
	}
	quoted := strings.ContainsRune("'\"‘“([<`", before) && strings.ContainsRune("'\"’”)]>`", after)
	return !quoted && inHindi(d, r.Span)
}

// inData reports whether a span is a value between quotes in JSON or a program.
func inData(s string, span text.Span) bool {
	const near = 40 // bytes
	before := s[max(0, span.Start-near):span.Start]
	quote := strings.LastIndexByte(before, '"')
	if quote < 0 {
		return false
	}
	before = strings.TrimRight(before[:quote], " ")
	return before == "" || strings.ContainsRune(":=([{,", rune(before[len(before)-1]))
}

// inHindi reports whether the line around a span has Devanagari words and no
// tags.
func inHindi(d *text.Document, span text.Span) bool {
	const near = 30 // tokens
	i := d.TokenAt(span.Start)
	hindi := false
	for _, step := range [2]int{-1, 1} {
		for j := i; (j-i)*step < near && kind(d, j) != text.Break; j += step {
			switch {
			case kind(d, j) == text.Word:
				hindi = true
			case kind(d, j) == text.Punct && (d.Of(d.Tokens[j]) == "<" || d.Of(d.Tokens[j]) == ">"):
				return false
			}
		}
	}
	return hindi
}
