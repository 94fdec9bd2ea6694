package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
)

// residueAt returns the word around token i when the token is a sign of a legacy
// font that a converter left over in it: बा•ी for बाकी, आíथक for आर्थिक. It is
// asked from left to right; last is the last token that it has looked at.
func residueAt(d *text.Document, i int) (g garbled, last int, found bool) {
	if !residual(d, i) {
		return g, i, false
	}
	first, last := i, i
	if kind(d, i-1) == text.Word {
		first--
	}
	sure := false
	for ; last < i+maxParts && partOfWord(d, last+1); last++ {
		sure = sure || residual(d, last) && !mayBeMeant(d, last)
	}
	g = garbled{kind: fontResidue, span: text.Span{Start: d.Tokens[first].Start(), End: d.Tokens[last].End()}}
	g.reads, g.fixable = withoutResidue(d, first, last)
	return g, last, sure || g.fixable && grapheme.Known(g.reads) > 0
}

// mayBeMeant reports whether the sign at token i may be what it looks like
// unless a known word comes of it: a bullet or an ellipsis between two words, a
// sign at the start of a word.
func mayBeMeant(d *text.Document, i int) bool {
	return kind(d, i-1) != text.Word || strings.Contains("•…", d.Of(d.Tokens[i]))
}

// maxParts is the number of tokens of a word behind the first sign in it.
const maxParts = 16

const (
	// neverResidue are signs beside letters that no font left over.
	neverResidue = "·²³¹µ°×ºª–—"
	// onlyBeforeSigns are residue before a vowel sign, a nukta or a halant only:
	// elsewhere they are what they look like.
	onlyBeforeSigns = "´“”‘’«»‹›…™®©§¶±÷¼½¾"
)

// residual reports whether token i is a sign of an 8-bit font and stands where a
// letter of a word stands.
func residual(d *text.Document, i int) bool {
	sign := d.Of(d.Tokens[i])
	r, n := utf8.DecodeRuneInString(sign)
	if n != len(sign) || !isEightBit(r) || strings.ContainsRune(neverResidue, r) || kind(d, i+1) != text.Word {
		return false
	}
	next := d.Of(d.Tokens[i+1])
	follower, _ := utf8.DecodeRuneInString(next)
	switch text.ClassOf(follower) {
	case text.ClassMatra, text.ClassNukta, text.ClassHalant:
		return kind(d, i-1) == text.Word || !allSigns(next) && !(kind(d, i+2) == text.Punct && strings.Contains("”’»›\"'", d.Of(d.Tokens[i+2])))
	case text.ClassConsonant, text.ClassVowel:
		return kind(d, i-1) == text.Word && !strings.ContainsRune(onlyBeforeSigns, r)
	}
	return false
}

// isEightBit reports whether r stands in the upper half of Windows-1252.
func isEightBit(r rune) bool {
	return 0xa1 <= r && r <= 0xff || strings.ContainsRune("ƒˆŒœŠšŸ†‡•‰‹›™“”‘’…", r)
}

// allSigns reports whether a word is signs without a letter, as text about them
// has it: “ि” की मात्रा.
func allSigns(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !isSign(r) })
}

// partOfWord reports whether token i is Devanagari, or a sign among it.
func partOfWord(d *text.Document, i int) bool {
	switch kind(d, i) {
	case text.Word:
		return true
	case text.Latin, text.Punct, text.Other:
		return residual(d, i)
	}
	return false
}

// withoutResidue returns the word of a range of tokens with letters for the
// signs of the font, and whether all of them are known and the word is
// well-formed.
func withoutResidue(d *text.Document, first, last int) (string, bool) {
	var out strings.Builder
	for i := first; i <= last; i++ {
		part := d.Of(d.Tokens[i])
		if kind(d, i) == text.Word {
			out.WriteString(part)
			continue
		}
		head, tail, ok := lexicon.Residue(part)
		if !ok {
			return "", false
		}
		out.WriteString(head)
		if tail == "" {
			continue
		}
		// What was typed before its akshara goes behind the consonants of it.
		if i++; i > last {
			return "", false
		}
		next := d.Of(d.Tokens[i])
		n := consonants(next)
		out.WriteString(next[:n] + tail + next[n:])
	}
	return out.String(), text.WellFormed(out.String())
}

// consonants returns the length of the consonants that begin a word.
func consonants(word string) int {
	last := text.ClassHalant
	for i, r := range word {
		c := text.ClassOf(r)
		if c != text.ClassNukta && c != text.ClassHalant && (c != text.ClassConsonant || last != text.ClassHalant) {
			return i
		}
		last = c
	}
	return len(word)
}
