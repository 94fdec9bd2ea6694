package grapheme

import (
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
)

// spelt is a word in canonical decomposition with the place of each rune.
type spelt struct {
	source string
	runes  []rune
	at     []text.Span
}

// decompose returns the canonical decomposition of a word.
func decompose(s string) *spelt {
	w := &spelt{source: s}
	for i := 0; i < len(s); {
		p := norm.NFD.PropertiesString(s[i:])
		n := max(p.Size(), 1)
		letters := s[i : i+n]
		if d := p.Decomposition(); d != nil {
			letters = string(d)
		}
		for _, r := range letters {
			w.runes = append(w.runes, r)
			w.at = append(w.at, text.Span{Start: i, End: i + n})
		}
		i += n
	}
	w.order()
	return w
}

// order puts marks in canonical order.
func (w *spelt) order() {
	for i := 0; i < len(w.runes); i++ {
		end := i
		for end < len(w.runes) && class(w.runes[end]) != 0 {
			end++
		}
		if end-i < 2 {
			i = max(i, end)
			continue
		}
		index := make([]int, end-i)
		for n := range index {
			index[n] = i + n
		}
		slices.SortStableFunc(index, func(a, b int) int { return int(class(w.runes[a])) - int(class(w.runes[b])) })
		runes, at := make([]rune, len(index)), make([]text.Span, len(index))
		for n, from := range index {
			runes[n], at[n] = w.runes[from], w.at[from]
		}
		copy(w.runes[i:], runes)
		copy(w.at[i:], at)
		i = end
	}
}

// class returns the canonical combining class of a rune.
func class(r rune) uint8 {
	switch {
	case r == text.Nukta:
		return 7
	case r == text.Halant:
		return 9
	case 0x900 <= r && r <= 0x950:
		return 0
	}
	return norm.NFD.PropertiesString(string(r)).CCC()
}

// span returns the bytes of a range of runes.
func (w *spelt) span(from, to int) text.Span {
	out := w.at[from]
	for _, s := range w.at[from:to] {
		out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
	}
	return out
}

func (w *spelt) akshara(i int) text.Span { return text.Widen(w.source, w.at[i]) }

// before returns how many runes of a range stand before an offset that is the
// boundary of an akshara.
func (w *spelt) before(from, to, offset int) int {
	n := 0
	for _, s := range w.at[from:to] {
		if s.Start < offset {
			n++
		}
	}
	return n
}

// maxPiece is half the number of runes from which a word is no word and is cut where
// an akshara begins, so that hostile text costs no more than other text.
const maxPiece = 64

// pieceEnd returns the end of the piece that starts at from.
func (w *spelt) pieceEnd(from int) int {
	if len(w.runes)-from <= 2*maxPiece {
		return len(w.runes)
	}
	for i := from + maxPiece; i < len(w.runes); i++ {
		c := text.ClassOf(w.runes[i])
		if (c == text.ClassConsonant || c == text.ClassVowel) && w.runes[i-1] != text.Halant && !isJoiner(w.runes[i-1]) {
			return i
		}
	}
	return len(w.runes)
}

// leading returns the end of the signs at the start of a piece that have no
// letter to stand on.
func (w *spelt) leading(from, to int) int {
	piece := w.runes[from:to]
	if carries(piece[0]) || isJoiner(piece[0]) || isForeignMark(piece[0]) || orphan(piece, 0).kind != Orphan {
		return from
	}
	for i, r := range piece {
		if carries(r) {
			return from + i
		}
	}
	return to
}

// carries reports whether r is no sign: a letter that can carry one, or a
// character that signs do not belong to.
func carries(r rune) bool {
	switch text.ClassOf(r) {
	case text.ClassConsonant, text.ClassVowel, text.ClassAvagraha:
		return true
	case text.ClassOther:
		return !isForeignMark(r)
	}
	return false
}
