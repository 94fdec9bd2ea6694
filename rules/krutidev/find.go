package krutidev

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// Find returns the runs of words of a paragraph that are typed for the fonts,
// in order. It never judges a word by itself: a run has three words or more
// which by their bigrams are no English and which read as Hindi. The time is
// linear in the length of s.
func Find(s string) []text.Span {
	var out []text.Span
	words := make([]word, 0, min(len(s)/8+1, 256))
	open := false // the last run ends where its words were cut
	for at := 0; at < len(s); {
		words, at = cut(words[:0], s, at)
		var found []stretch
		if compare(s, words) {
			found = runs(words)
		}
		for _, r := range found {
			span := text.Span{Start: words[r.first].span.Start, End: words[r.last-1].span.End}
			if open && r.first == 0 {
				out[len(out)-1].End = span.End
			} else {
				out = append(out, span)
			}
			open = false
		}
		open = len(found) > 0 && found[len(found)-1].last == len(words)
	}
	for i, span := range out {
		out[i] = unwrap(s, span)
	}
	return out
}

// maxWords is the number of words that are looked at together.
const maxWords = 4096

// word is a stretch without spaces.
type word struct {
	span text.Span
	// letters says that it has letters of ASCII and is no acronym; other words
	// are read alike in any font.
	letters bool
	// number says that it is digits alone.
	number bool
	// never says that it is of another script, a URL or code: no run has it.
	never bool
	// odds is the sum of the log-odds of its bigrams, read what its reading as
	// Hindi says.
	odds, read float64
	bigrams    int
}

// cut appends the words from an offset on and returns the offset behind them.
func cut(words []word, s string, at int) ([]word, int) {
	for code := false; len(words) < maxWords; {
		for at < len(s) && s[at] <= ' ' {
			at++
		}
		if at == len(s) {
			break
		}
		start := at
		for at < len(s) && s[at] > ' ' {
			at++
		}
		w := weigh(s[start:at])
		w.span = text.Span{Start: start, End: at}
		code = code || opensCode(s[start:])
		w.never = w.never || code
		code = code && strings.IndexByte(s[start+1:at], '`') < 0
		words = append(words, w)
	}
	return words, at
}

// opensCode reports whether s begins with code between grave accents. No word
// begins with ृ, whose code that is.
func opensCode(s string) bool {
	return s[0] == '`' && strings.IndexByte(s[1:min(len(s), maxCode)], '`') >= 0
}

// maxCode is the length in bytes of the longest code in a line.
const maxCode = 400

// weigh returns what is known of a word by its codes.
func weigh(s string) word {
	w := word{never: strings.Contains(s, "://"), number: strings.Trim(s, "0123456789") == ""}
	for i := 0; i < len(s) && !w.never; {
		if s[i] < utf8.RuneSelf {
			w.letters = w.letters || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z'
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		w.never = r >= 0x180 && (unicode.IsLetter(r) || unicode.IsMark(r)) && theLayout().glyph(r) == nil
	}
	w.letters = w.letters && acronym(s) == 0
	if w.letters && !w.never {
		w.odds, w.bigrams = lexicon.KrutiDevOdds(s)
	}
	return w
}

// near is how many words from a likely run the others are read as Hindi.
const near = 3

// compare reads the words in and near likely runs as Hindi and reports whether
// there are any. English, of which few words in a row are rather Kruti Dev,
// costs little.
func compare(s string, words []word) bool {
	todo, sum := 0, 0.0
	for i, w := range words {
		sum += w.odds
		if i >= minWords {
			sum -= words[i-minWords].odds
		}
		if i < minWords-1 || sum <= 0 {
			continue
		}
		last := min(i+near+1, len(words))
		for todo = max(todo, i-minWords-near); todo < last; todo++ {
			if w := &words[todo]; w.letters && !w.never {
				w.read = reading(s[w.span.Start:w.span.End])
			}
		}
	}
	return todo > 0
}

// reading returns what a word says when it is read as Hindi: known words speak
// for it, the more the longer they are, what Hindi cannot write against it.
func reading(s string) float64 {
	if len(s) > maxReading {
		return 0
	}
	sum := 0.0
	for w := range strings.FieldsFuncSeq(Decode(s), func(r rune) bool { return !text.IsDevanagari(r) }) {
		switch c := lexicon.CountOf(w); {
		case !text.WellFormed(w):
			return broken
		case c.News+c.Books > 0:
			sum += letterKnown * float64(utf8.RuneCountInString(w)-1)
		}
	}
	return sum
}

const (
	maxReading  = 400 // bytes
	broken      = -10
	letterKnown = 3 // for each letter of a known word behind the first
)
