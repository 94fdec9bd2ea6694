package misread

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// candidates are the letters whose last byte Windows-1252 does not have, by
// what stands for them.
var candidates = map[rune]string{
	lostA4: "\u090f\u0901\u091d\u0910\u090d",
	lostA5: "\u094d\u0941\u0950\u095d",
}

// restorer finds lost letters by the words that they stand in.
type restorer struct {
	// words are those that it has looked for: a long text has few.
	words map[string]string
}

// restore returns the text with its lost letters, and with U+FFFD for those that
// cannot be told.
func (w *restorer) restore(s string) string {
	if !strings.ContainsAny(s, lostLetters) {
		return s
	}
	var out strings.Builder
	for at := 0; at < len(s); {
		end := wordEnd(s, at)
		if end > at {
			out.WriteString(w.word(s[at:end]))
			at = end
			continue
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		out.WriteString(s[at : at+n])
		at += n
	}
	return out.String()
}

// wordEnd returns the end of the letters, lost or not, from an offset on.
func wordEnd(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !text.IsDevanagari(r) && candidates[r] == "" {
			break
		}
		at += n
	}
	return at
}

// lostLetters are what stands for lost letters.
const lostLetters = string(lostA4) + string(lostA5)

// word returns a word with its lost letters.
func (w *restorer) word(s string) string {
	lost := strings.Count(s, string(lostA4)) + strings.Count(s, string(lostA5))
	if lost == 0 {
		return s
	}
	if whole, known := w.words[s]; known {
		return whole
	}
	whole := ""
	if lost <= maxLost && len(s) <= maxWord {
		if best := complete(s); best.count >= sure*best.rival {
			whole = best.word
		}
	}
	if whole == "" {
		whole = strings.NewReplacer(string(lostA4), "\ufffd", string(lostA5), "\ufffd").Replace(s)
	}
	if w.words == nil {
		w.words = map[string]string{}
	}
	w.words[s] = whole
	return whole
}

const (
	maxLost = 3
	maxWord = 120 // bytes
	// sure is how much more frequent the best word must be than the next.
	sure = 20
)

// completion is the most frequent word that a word with lost letters can be,
// with its count and that of the next.
type completion struct {
	word         string
	count, rival int
}

// complete tries all letters for the lost ones.
func complete(s string) (best completion) {
	at := strings.IndexAny(s, lostLetters)
	if at < 0 {
		c := lexicon.CountOf(norm.NFC.String(s))
		return completion{word: s, count: c.News + c.Books}
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	for _, letter := range candidates[r] {
		c := complete(s[:at] + string(letter) + s[at+n:])
		switch {
		case c.count > best.count:
			best = completion{c.word, c.count, max(best.count, c.rival)}
		default:
			best.rival = max(best.rival, c.count)
		}
	}
	return best
}
