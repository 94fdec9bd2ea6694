package lexicon

import _ "embed"

// UsualWeight is the weight from which a form is a usual word of Hindi.
const UsualWeight = 20

// usualFilter is a Bloom filter over the usual words of words.tsv: a search for
// what a slip may have been meant to be asks for hundreds of strings, of which
// hardly any is a word. See pack.
//
//go:embed usual.bin
var usualFilter string

// Letters writes a form with one byte a code point, as IsUsual wants it; ok is
// false for a form that holds anything but Devanagari letters and signs.
func Letters(form string) (letters []byte, ok bool) {
	return encode(make([]byte, 0, len(form)/3), form)
}

// LettersHash is a hash of letters. That of a word follows from those of its
// parts, so that a search that changes a letter here and there need not write
// the words that it asks for.
type LettersHash uint64

// HashLetters returns the hash of letters.
func HashLetters(letters []byte) (h LettersHash) {
	for _, b := range letters {
		h = h*lettersBase + LettersHash(b)
	}
	return h
}

// Add returns the hash of letters and a tail of n more.
func (h LettersHash) Add(tail LettersHash, n int) LettersHash { return h*basePowers[n] + tail }

// MaxLetters is the number of letters of the longest tail.
const MaxLetters = 63

// lettersBase is odd, so that no letter of a long word is multiplied away.
const lettersBase = 0x9e3779b97f4a7c15

var basePowers = func() (p [MaxLetters + 1]LettersHash) {
	p[0] = 1
	for i := range MaxLetters {
		p[i+1] = p[i] * lettersBase
	}
	return p
}()

// mixed spreads the hash: its low bits, which choose a bit of the filter, depend
// on the low bits of the letters alone.
func (h LettersHash) mixed() uint64 {
	x := uint64(h) * 0xff51afd7ed558ccd
	return x ^ x>>32
}

// MayBeUsual reports whether letters with a hash can be a usual word: false is
// certain, true is wrong for about one word in a hundred.
func MayBeUsual(h LettersHash) bool { return inFilter(usualFilter, h.mixed()) }

// IsUsual reports whether a form is a usual word as it is written, and the form.
func IsUsual(letters []byte) (form string, ok bool) {
	runes := make([]rune, len(letters))
	for i, b := range letters {
		runes[i] = rune(b) + 0x900 - 0x80
	}
	form = string(runes)
	return form, weightOf(CountOf(form)) >= UsualWeight
}

// MakeUsual returns the filter over the usual ones of counted forms. It is for
// the program in pack and its test.
func MakeUsual(forms []string, counts []Count) []byte {
	var hashes []uint64
	for i, form := range forms {
		if letters, ok := Letters(form); ok && weightOf(counts[i]) >= UsualWeight {
			hashes = append(hashes, HashLetters(letters).mixed())
		}
	}
	return makeFilter(hashes)
}
