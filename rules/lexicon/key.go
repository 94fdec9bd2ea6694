package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// Key returns a folded form without the differences of orthography that mean
// nothing: nukta of क ख ग ज फ, ँ for ं, a half nasal letter for ं, ये यी यि for
// ए ई इ. Forms with one key are one word but for the few pairs that Distinct
// knows.
func Key(folded string) string {
	if !keyChanges(folded) {
		return folded
	}
	var out strings.Builder
	out.Grow(len(folded))
	runes := []rune(folded)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch r {
		case '\u093c':
			if i > 0 && strings.ContainsRune("कखगजफ", runes[i-1]) {
				continue
			}
		case 'ँ':
			r = 'ं'
		case 'ङ', 'ञ', 'ण', 'न', 'म':
			if i+2 < len(runes) && runes[i+1] == '\u094d' && 'क' <= runes[i+2] && runes[i+2] <= 'म' && !strings.ContainsRune("ङञणनम", runes[i+2]) {
				r = 'ं'
				i++
			}
		case 'य':
			if i > 0 && i+1 < len(runes) && runes[i-1] != '\u094d' {
				if v := glideVowel(runes[i+1]); v != 0 {
					r = v
					i++
				}
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func glideVowel(sign rune) rune {
	switch sign {
	case '\u0947':
		return 'ए'
	case '\u0940':
		return 'ई'
	case '\u093f':
		return 'इ'
	}
	return 0
}

// keyChanges reports whether Key may differ from the form.
func keyChanges(s string) bool {
	for i := 0; i+2 < len(s); i += 3 {
		if s[i] != 0xe0 {
			return strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
		}
		switch s[i+1]&1<<6 | s[i+2]&0x3f {
		case 0x3c, 0x01, 0x19, 0x1e, 0x23, 0x28, 0x2e, 0x2f: // ़ ँ ङ ञ ण न म य
			return true
		}
	}
	return false
}

// PhraseKey returns the keys of the words of a phrase, joined by spaces. A
// hyphen counts as a space.
func PhraseKey(phrase string) string {
	words := strings.FieldsFunc(phrase, func(r rune) bool { return r == ' ' || r == '-' })
	for i, w := range words {
		words[i] = Key(text.Fold(w))
	}
	return strings.Join(words, " ")
}
