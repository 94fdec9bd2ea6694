package rules

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/nukta/nukta/checker/text"
)

// eightBitIn returns the runs of words of a block that are typed for a font
// whose letters lie in the upper half of an 8-bit code, as Chanakya's do:
// ÂýÏæÙ×¢˜æè. No language writes so: such words have signs such as ¢ and × among
// their letters.
func eightBitIn(d *text.Document, b text.Block) []garbled {
	var out []garbled
	var run eightBitRun
	for at := b.Span.Start; at <= b.Span.End; {
		word, end := wordFrom(d.Text[:b.Span.End], at)
		if word.Len() > 0 && run.add(d.Text[word.Start:word.End]) {
			if run.words == 1 {
				run.span.Start = word.Start
			}
			run.span.End = word.End
			at = end
			continue
		}
		if run.convincing() {
			out = append(out, garbled{kind: eightBitText, span: run.span})
		}
		run = eightBitRun{}
		at = max(end, at+1)
	}
	return out
}

// wordFrom returns the next word without spaces from an offset on, which is empty
// where there is none, and its end.
func wordFrom(s string, at int) (word text.Span, end int) {
	for at < len(s) && s[at] <= ' ' {
		at++
	}
	end = at
	for end < len(s) && s[end] > ' ' {
		end++
	}
	return text.Span{Start: at, End: end}, end
}

// eightBitRun is a run of words that are dense with signs of 8-bit fonts.
type eightBitRun struct {
	span  text.Span
	words int
	// odd counts the words with signs among their letters that are no letters.
	odd int
	// seen has a bit for each sign of the upper half of the code.
	seen [2]uint64
}

// add adds a word and reports whether it is of the run.
func (r *eightBitRun) add(word string) bool {
	high, all, odd := 0, 0, false
	seen := r.seen
	beside := false
	for i := 0; i < len(word); {
		c, n := utf8.DecodeRuneInString(word[i:])
		b := byte(0)
		switch {
		case c == utf8.RuneError && n == 1:
			b = word[i]
		case c < utf8.RuneSelf:
		default:
			var ok bool
			if b, ok = charmap.Windows1252.EncodeRune(c); !ok {
				return false
			}
		}
		i += n
		letter := c < utf8.RuneSelf && unicode.IsLetter(c)
		if b >= 0x80 {
			high++
			seen[b>>6&1] |= 1 << (b & 63)
			letter = b >= 0xc0 && b != 0xd7 && b != 0xf7
			odd = odd || !letter && beside && !strings.ContainsRune(oddInWords, c)
		}
		if b >= 0x80 || letter {
			all++
		}
		beside = letter
	}
	if high < 2 || 2*high < all {
		return false
	}
	r.words++
	r.seen = seen
	if odd {
		r.odd++
	}
	return true
}

// oddInWords are signs that stand beside letters in good text.
const oddInWords = "‘’“”«»–—…•·°ªº™®©§"

// convincing reports whether the run is long and odd enough.
func (r *eightBitRun) convincing() bool {
	distinct := bits.OnesCount64(r.seen[0]) + bits.OnesCount64(r.seen[1])
	return r.words >= 3 && distinct >= 6 && 3*r.odd >= r.words
}
