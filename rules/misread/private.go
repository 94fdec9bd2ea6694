package misread

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// symbols are what the symbol fonts of word processors draw for characters of
// the private use area: bullets, as a rule.
var symbols = map[rune]string{
	'\uf06e': "■", '\uf076': "❖", '\uf0a7': "▪", '\uf0a8': "◊", '\uf0b7': "•",
	'\uf0d8': "➢", '\uf0e0': "→", '\uf0e8': "➔", '\uf0fc': "✓",
}

// Private returns the runs of s of characters that mean something in one font
// only: those of the private use area. Text is empty where it is not known what
// they drew.
func Private(s string) []Run {
	var out []Run
	// U+E000 to U+F8FF begin with one of these bytes.
	for _, lead := range [...]byte{0xee, 0xef} {
		for at := 0; ; {
			next := strings.IndexByte(s[at:], lead)
			if next < 0 {
				break
			}
			at += next
			before, _ := utf8.DecodeLastRuneInString(s[:at])
			r := privateRun(s, at)
			if r.Units > 0 && !isPrivate(before) {
				out = append(out, r)
			}
			at = max(at+1, r.Span.End)
		}
	}
	return out
}

func isPrivate(r rune) bool { return 0xe000 <= r && r <= 0xf8ff }

func privateRun(s string, start int) Run {
	out := Run{Span: text.Span{Start: start, End: start}}
	var drawn strings.Builder
	for at := start; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !isPrivate(r) {
			break
		}
		at += n
		out.Units++
		out.Span.End = at
		if symbols[r] == "" {
			out.Lost++
		}
		drawn.WriteString(symbols[r])
	}
	if out.Lost == 0 {
		out.Text = drawn.String()
	}
	return out
}
