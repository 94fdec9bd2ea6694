package krutidev

import "strings"

// Convert returns the Unicode text of a run that Find has found: Decode's, but
// for acronyms such as COVID-19, which a writer set in another font.
func Convert(run string) string {
	var out strings.Builder
	plain := 0
	for at := 0; at < len(run); {
		if run[at] <= ' ' {
			at++
			continue
		}
		end := at
		for end < len(run) && run[end] > ' ' {
			end++
		}
		if n := acronym(run[at:end]); n > 0 {
			out.WriteString(Decode(run[plain:at]))
			out.WriteString(run[at : at+n])
			plain = at + n
		}
		at = end
	}
	out.WriteString(Decode(run[plain:]))
	return out.String()
}

// acronym returns the length of the acronym that a word is, with the number but
// without the punctuation behind it, or 0. In the fonts no word is capitals that
// end in a half letter.
func acronym(word string) int {
	n := 0
	for n < len(word) && 'A' <= word[n] && word[n] <= 'Z' {
		n++
	}
	if n < 2 || !theLayout().latin[word[n-1]].half() {
		return 0
	}
	for n < len(word) && (isDigit(word[n]) || word[n] == '-' && n+1 < len(word) && isDigit(word[n+1])) {
		n++
	}
	for i := n; i < len(word); {
		code, size := next(word[i:])
		if g := theLayout().glyph(code); g != nil && g.letter() {
			return 0
		}
		i += size
	}
	return n
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
