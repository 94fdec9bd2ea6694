package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
)

// other looks at symbols and control characters from token i on; it returns
// the last of a run.
func (s *scriptScan) other(i int) int {
	r, n := utf8.DecodeRuneInString(s.textAt(i))
	switch {
	case r == utf8.RuneError:
		last := s.run(i, func(r rune) bool { return r == utf8.RuneError })
		s.add(grapheme.Replacement, s.tokens(i, last))
		return last
	case isOtherIndic(r):
		return s.foreign(i)
	case isUnseen(r) && n == len(s.textAt(i)):
		last := s.run(i, isUnseen)
		s.unseen(i, last)
		return last
	case !norm.NFC.IsNormalString(s.textAt(i)):
		s.marked = append(s.marked, i)
	}
	return i
}

// run returns the last of the tokens from i on that each are one such
// character.
func (s *scriptScan) run(i int, of func(rune) bool) int {
	for s.kindAt(i+1) == text.Other {
		r, n := utf8.DecodeRuneInString(s.textAt(i + 1))
		if n != len(s.textAt(i+1)) || !of(r) {
			break
		}
		i++
	}
	return i
}

func (s *scriptScan) tokens(first, last int) text.Span {
	return text.Span{Start: s.doc.Tokens[first].Start(), End: s.doc.Tokens[last].End()}
}

// isUnseen reports whether r is a joiner, an invisible or a control character.
func isUnseen(r rune) bool {
	return r == text.ZWJ || r == text.ZWNJ || text.IsInvisible(r) || unicode.Is(unicode.Cc, r)
}

// unseen reports a run of characters that nobody sees outside a word.
func (s *scriptScan) unseen(first, last int) {
	span := s.tokens(first, last)
	kind, characters := grapheme.JoinerAlone, s.doc.Text[span.Start:span.End]
	for _, r := range characters {
		kind = max(kind, unseenKind(r))
	}
	if strings.ContainsAny(characters, "\u202d\u202e") {
		kind = grapheme.BidiOverride
	}
	if s.legitimate(first, last) && kind != grapheme.BidiOverride {
		return
	}
	fix := checker.SafeReplace(span, "")
	if kind == grapheme.Control && s.letters(first-1) && s.letters(last+1) {
		fix = checker.Replace(span, " ") // a control character that cut a line
	}
	s.add(kind, span, fix).detail = unseenNames(characters)
}

// unseenNames returns the code points of the first few characters of a text
// that nobody sees.
func unseenNames(s string) string {
	var names []string
	for _, r := range s {
		if isUnseen(r) && len(names) < 3 {
			names = append(names, fmt.Sprintf("U+%04X", r))
		}
	}
	return strings.Join(names, " ")
}

func unseenKind(r rune) grapheme.Kind {
	switch {
	case r == text.ZWJ || r == text.ZWNJ:
		return grapheme.JoinerAlone
	case unicode.Is(unicode.Cc, r):
		return grapheme.Control
	}
	return grapheme.Invisible
}

// letters reports whether token i is a word or a number.
func (s *scriptScan) letters(i int) bool {
	k := s.kindAt(i)
	return k == text.Word || k == text.Latin || k == text.Number
}

// legitimate reports whether unseen characters have a use where they stand: in
// emoji, and in and beside words of the scripts that need them.
func (s *scriptScan) legitimate(first, last int) bool {
	r, _ := utf8.DecodeRuneInString(s.textAt(first))
	if selector := 0xfe00 <= r && r <= 0xfe0f || 0xe0000 <= r; selector || r == text.ZWJ {
		if k := s.kindAt(first - 1); selector && k != text.Word || k == text.Other || s.kindAt(last+1) == text.Other {
			return true
		}
	}
	for _, i := range [...]int{first - 1, first - 2, last + 1, last + 2} {
		if r, _ := utf8.DecodeRuneInString(s.textAt(i)); s.kindAt(i) == text.Latin && r >= 0x590 {
			return true
		}
	}
	return false
}

// space notes special spaces. Beside a number they are meant: 5 किमी must not
// break.
func (s *scriptScan) space(i int) {
	t := s.doc.Tokens[i]
	if t.End()-t.Start() == 1 || !strings.ContainsFunc(s.doc.Of(t), isSpecialSpace) {
		return
	}
	if s.kindAt(i-1) == text.Number || s.kindAt(i+1) == text.Number {
		return
	}
	s.spaces = append(s.spaces, i)
}

func isSpecialSpace(r rune) bool { return r >= utf8.RuneSelf }

// plainSpace returns a run of spaces with a plain one for each special one, but
// none beside another.
func plainSpace(spaces string) string {
	var out strings.Builder
	plain := strings.ContainsAny(spaces, " \t")
	for _, r := range spaces {
		switch {
		case !isSpecialSpace(r):
			out.WriteRune(r)
		case !plain && out.Len() == 0:
			out.WriteByte(' ')
		}
	}
	return out.String()
}

func (s *scriptScan) invalid(i int) {
	t := s.doc.Tokens[i]
	bytes := s.doc.Of(t)
	shown := fmt.Sprintf("% X", bytes[:min(len(bytes), 8)])
	if len(bytes) > 8 {
		shown += " …"
	}
	s.add(grapheme.InvalidBytes, t.Span()).detail = shown
}
