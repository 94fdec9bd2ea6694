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

// IsUsual reports whether a form is a usual word as it is written, and the form.
// Most of what is none is told from it without a look-up.
func IsUsual(letters []byte) (form string, ok bool) {
	if !inFilter(usualFilter, lettersHash(letters)) {
		return "", false
	}
	runes := make([]rune, len(letters))
	for i, b := range letters {
		runes[i] = rune(b) + 0x900 - 0x80
	}
	form = string(runes)
	return form, weightOf(CountOf(form)) >= UsualWeight
}

// lettersHash is filterHash of letters, which are one byte each.
func lettersHash(letters []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range letters {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h ^ h>>29
}

// MakeUsual returns the filter over the usual ones of counted forms. It is for
// the program in pack and its test.
func MakeUsual(forms []string, counts []Count) []byte {
	var hashes []uint64
	for i, form := range forms {
		if letters, ok := Letters(form); ok && weightOf(counts[i]) >= UsualWeight {
			hashes = append(hashes, lettersHash(letters))
		}
	}
	return makeFilter(hashes)
}
