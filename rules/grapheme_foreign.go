package rules

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
)

// isOtherIndic reports whether r belongs to one of the scripts from Bengali to
// Malayalam, whose blocks run in parallel to Devanagari's.
func isOtherIndic(r rune) bool { return 0x980 <= r && r <= 0xd7f }

// foreign looks at letters of another script inside a Devanagari word and
// returns the last token of the word.
func (s *scriptScan) foreign(i int) int {
	r, _ := utf8.DecodeRuneInString(s.textAt(i))
	if isOtherIndic(r) {
		return s.otherIndic(i)
	}
	letters := s.textAt(i)
	if !norm.NFC.IsNormalString(letters) {
		s.marked = append(s.marked, i)
	}
	before, after := s.formAt(i-1), s.formAt(i+1)
	if before == nil || after == nil || utf8.RuneCountInString(letters) > 2 || utf8.RuneCountInString(letters) == 2 && strings.ToUpper(letters) == letters {
		return i
	}
	span := s.tokens(i-1, i+1)
	s.retract(span.Start)
	switch apart, whole := grapheme.Known(before.Text) > 0 && grapheme.Known(after.Text) > 0, before.Text+after.Text; {
	case text.WellFormed(whole) && grapheme.Known(whole) > 0:
		s.add(grapheme.LatinInWord, span, checker.Replace(span, whole))
	case apart && (letters == "l" || letters == "I"):
		s.add(grapheme.LatinInWord, span, checker.Replace(span, before.Text+"। "+after.Text))
	default:
		s.add(grapheme.LatinInWord, span)
	}
	return i + 1
}

// otherIndic reports letters of another Indian script that stand in one word
// with Devanagari ones, from the token i on where they begin.
func (s *scriptScan) otherIndic(i int) int {
	first, last := i, i
	if s.kindAt(i-1) == text.Word {
		first--
	}
	for s.kindAt(last+1) == text.Word || s.indicAt(last+1) {
		last++
	}
	if first == i && last == i || first == i && s.kindAt(last) != text.Word {
		return last
	}
	span := s.tokens(first, last)
	whole := strings.Map(func(r rune) rune {
		if isOtherIndic(r) {
			return 0x900 + r&0x7f
		}
		return r
	}, s.doc.Text[span.Start:span.End])
	s.retract(span.Start)
	if text.WellFormed(whole) && grapheme.Known(whole) > 0 {
		s.add(grapheme.OtherIndic, span, checker.Replace(span, whole))
		return last
	}
	s.add(grapheme.OtherIndic, span)
	return last
}

func (s *scriptScan) indicAt(i int) bool {
	if k := s.kindAt(i); k != text.Latin && k != text.Other {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.textAt(i))
	return isOtherIndic(r)
}
